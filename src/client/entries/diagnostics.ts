import { CourseDiagnostics } from '../elements/course-diagnostics.ts';
import { startSite } from '../site.ts';

startSite();
customElements.define('course-diagnostics', CourseDiagnostics);
