import { CourseBackupOffer } from '../elements/course-backup-offer.ts';
import { CourseContinue } from '../elements/course-continue.ts';
import { CoursePost } from '../elements/course-post.ts';
import { CourseProgress } from '../elements/course-progress.ts';
import { startSite } from '../site.ts';

startSite();
customElements.define('course-backup-offer', CourseBackupOffer);
customElements.define('course-progress', CourseProgress);
customElements.define('course-continue', CourseContinue);
customElements.define('course-post', CoursePost);
