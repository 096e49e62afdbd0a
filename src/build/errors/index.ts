import type { AuthorError } from '../author-error.ts';
import { lintErrors } from '../lint/errors.ts';
import { courseErrors } from './course.ts';
import { drawingErrors } from './drawings.ts';
import { fieldErrors } from './fields.ts';
import { fileErrors } from './files.ts';
import { ledgerErrors } from './ledger.ts';
import { lessonErrors } from './lessons.ts';
import { markdownErrors } from './markdown.ts';
import { questionErrors } from './questions.ts';

/**
 * Every mistake that `npm run check` can name: what is wrong, and what to write instead, said to a
 * trainer. The id is the heading in docs/authoring.md that explains it.
 */
export const errors = {
  ...fileErrors,
  ...fieldErrors,
  ...ledgerErrors,
  ...questionErrors,
  ...lessonErrors,
  ...markdownErrors,
  ...drawingErrors,
  ...courseErrors,
  // Texts and questions that could be better, and waivers.
  ...lintErrors,
} as const satisfies Record<string, AuthorError<never>>;

export type ErrorId = keyof typeof errors;

/** What the sentences of an error have to be told. */
export type ErrorDetails<Id extends ErrorId> = Parameters<(typeof errors)[Id]['message']>[0];
