import { CourseBackup } from '../elements/course-backup.ts';
import { CourseBackupOffer } from '../elements/course-backup-offer.ts';
import { CourseErase } from '../elements/course-erase.ts';
import { CourseProgress } from '../elements/course-progress.ts';
import { CourseSheet } from '../elements/course-sheet.ts';
import { startSite } from '../site.ts';

startSite();
customElements.define('course-backup-offer', CourseBackupOffer);
customElements.define('course-progress', CourseProgress);
customElements.define('course-backup', CourseBackup);
customElements.define('course-sheet', CourseSheet);
customElements.define('course-erase', CourseErase);
