import { z } from 'astro/zod';
import type { Question } from '../../core/quiz/question.ts';
import { judge, multiple, single } from './kinds/choice.ts';
import { fill } from './kinds/fill.ts';
import { match } from './kinds/match.ts';
import { number } from './kinds/number.ts';
import { order } from './kinds/order.ts';
import { rewrite } from './kinds/rewrite.ts';

/** One question. Further kinds join this union and nothing else here. */
export const questionSchema = z.discriminatedUnion('kind', [
  single,
  multiple,
  judge.transform((question) => ({ ...question, ordered: true })),
  order,
  match,
  fill,
  number,
  rewrite,
]);

/** `quiz.yaml`: the questions of one lesson, in order. */
export const quizSchema = z.array(questionSchema);

// The schema's output has to be what the core grades; this line fails to compile when they drift.
quizSchema._output satisfies readonly Question[];
