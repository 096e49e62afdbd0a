import { saveBackupFile } from '../backup-file.ts';
import { CourseLearner } from '../elements/course-learner.ts';
import { CourseNotices } from '../elements/course-notices.ts';
import { CourseOffline } from '../elements/course-offline.ts';
import type { UnsavedAnswers } from '../elements/course-quiz.ts';
import { CourseRead } from '../elements/course-read.ts';
import { CourseReport } from '../elements/course-report.ts';
import { CourseSettings } from '../elements/course-settings.ts';
import { rememberErrors } from '../errors.ts';
import { markOverdue } from '../review.ts';

// Loaded by `site.ts` when the page has been shown: what nobody waits for.
rememberErrors();
markOverdue(Date.now());
document.addEventListener('course:export', (event) => {
  const { detail } = event as CustomEvent<UnsavedAnswers>;
  detail.saved = saveBackupFile(detail.drafts);
});
customElements.define('course-notices', CourseNotices);
customElements.define('course-learner', CourseLearner);
customElements.define('course-settings', CourseSettings);
customElements.define('course-offline', CourseOffline);
customElements.define('course-read', CourseRead);
customElements.define('course-report', CourseReport);
