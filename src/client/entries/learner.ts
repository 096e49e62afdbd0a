import { CourseLearners } from '../elements/course-learners.ts';
import { startSite } from '../site.ts';

startSite();
customElements.define('course-learners', CourseLearners);
