import type { Question } from '../../../../core/quiz/question.ts';
import type { QuestionEntry } from '../../authored-course.ts';
import type { ReportProblem } from '../../problem.ts';

/** Checks what only one kind of question has; `entry` names its parts and places them. */
export type CheckKind<Kind extends Question> = (
  question: Kind,
  entry: Pick<QuestionEntry, 'subject' | 'placeOf'>,
  report: ReportProblem,
) => void;
