import { z } from 'astro/zod';
import { gradeAnswer, keyOf } from '../../core/quiz/grade.ts';
import type { Question } from '../../core/quiz/question.ts';
import { revisionOf } from '../revision.ts';

/** Question id -> what a reader without the key has answered, and to which wording. */
export const blindAnswersSchema = z.record(
  z.string(),
  z.strictObject({ revision: z.string(), answer: z.array(z.string()) }),
);

export type BlindAnswers = z.infer<typeof blindAnswersSchema>;

/** How a question stands with its second reader; `wrong` means that reader and key disagree. */
export type Standing = 'agrees' | 'wrong' | 'stale' | 'unread';

/** What a blind reading says of a question as it is now. */
export function standingOf(question: Question, answers: BlindAnswers): Standing {
  const given = answers[question.id];
  if (!given) return 'unread';
  const revision = revisionOf(question);
  if (given.revision !== revision) return 'stale';
  const key = keyOf({ ...question, revision, credited: [revision] });
  return gradeAnswer(key, given.answer).correct ? 'agrees' : 'wrong';
}

/** 改写 is judged by the learner and has no key to agree with. */
export const isReadBlind = ({ kind }: Question): boolean => kind !== 'rewrite';
