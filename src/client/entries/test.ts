import { CourseTest } from '../elements/course-test.ts';
import { startSite } from '../site.ts';

startSite();
customElements.define('course-test', CourseTest);
