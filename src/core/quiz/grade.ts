import { kindOf } from './kinds/index.ts';
import type { Answer, PartReason, Question, QuestionKey, Verdict } from './question.ts';

/** The key of a question: what a page carries to grade it. */
export function keyOf(
  question: Question & Pick<QuestionKey, 'revision' | 'credited'>,
): QuestionKey {
  const { id, kind, revision, credited } = question;
  return { ...kindOf(question).key(question), id, kind, revision, credited } as QuestionKey;
}

/** The reasons of a question, part by part. */
export function reasonsOf(question: Question): readonly PartReason[] {
  return kindOf(question).reasons(question);
}

/** Whether `answer` can be submitted to the question of `key`. */
export function isAnswered(key: QuestionKey, answer: Answer): boolean {
  return kindOf(key).isAnswered(answer, key);
}

/** Grades `answer` against `key`. */
export function gradeAnswer(key: QuestionKey, answer: Answer): Verdict {
  return kindOf(key).grade(answer, key);
}
