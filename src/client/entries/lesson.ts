import { CourseQuiz } from '../elements/course-quiz.ts';
import { CourseReader } from '../elements/course-reader.ts';
import { startSite } from '../site.ts';

startSite();
customElements.define('course-quiz', CourseQuiz);
customElements.define('course-reader', CourseReader);
