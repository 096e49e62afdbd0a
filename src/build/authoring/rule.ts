import type { AuthoredCourse } from './authored-course.ts';
import type { ReportProblem } from './problem.ts';

/** Looks at the whole course for one sort of mistake. `today` is an ISO date. */
export type Rule = (course: AuthoredCourse, report: ReportProblem, today: string) => void;
