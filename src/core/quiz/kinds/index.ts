import type { Question, QuestionKey, QuestionKind } from '../question.ts';
import { choice } from './choice.ts';
import { fill } from './fill.ts';
import type { Kind } from './kind.ts';
import { match } from './match.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { rewrite } from './rewrite.ts';

const kinds = {
  single: choice,
  multiple: choice,
  judge: choice,
  order,
  match,
  fill,
  number,
  rewrite,
} satisfies { [K in QuestionKind]: unknown };

/** The kind of a question or of its key. */
export function kindOf(subject: Question | QuestionKey): Kind<Question, QuestionKey> {
  // Each kind is only ever given its own questions and keys: `kind` selects both.
  return kinds[subject.kind] as unknown as Kind<Question, QuestionKey>;
}
