import { CourseLocal } from '../elements/course-local.ts';
import { startSite } from '../site.ts';

startSite();
customElements.define('course-local', CourseLocal);
