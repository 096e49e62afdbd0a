import { CourseSearch } from '../elements/course-search.ts';
import { startSite } from '../site.ts';

startSite();
customElements.define('course-search', CourseSearch);
