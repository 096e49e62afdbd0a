import type { ChoiceKey, JudgeQuestion, MultipleQuestion, SingleQuestion } from './kinds/choice.ts';
import type { FillKey, FillQuestion } from './kinds/fill.ts';
import type { MatchKey, MatchQuestion } from './kinds/match.ts';
import type { NumberKey, NumberQuestion } from './kinds/number.ts';
import type { OrderKey, OrderQuestion } from './kinds/order.ts';
import type { RewriteKey, RewriteQuestion } from './kinds/rewrite.ts';

/**
 * Questions as the runtime sees them. A `Question` is what authors write, read at build time; a
 * `QuestionKey` is the part that a page needs in order to grade an answer. Both are unions on
 * `kind`: a new kind adds its file in `kinds/`, its line here and its line in `kinds/index.ts`.
 */
export type Question =
  | SingleQuestion
  | MultipleQuestion
  | JudgeQuestion
  | OrderQuestion
  | MatchQuestion
  | FillQuestion
  | NumberQuestion
  | RewriteQuestion;

export type QuestionKey = ChoiceKey | OrderKey | MatchKey | FillKey | NumberKey | RewriteKey;

export type QuestionKind = Question['kind'];

/** A dated account of an edit, so that a record knows whether credit stands (typo, wording) or not (policy). */
export interface Change {
  date: string;
  kind: 'typo' | 'wording' | 'policy';
  note: string;
  was?: string | undefined;
  now?: string | undefined;
  affects?: string | undefined;
}

/** 1 answered in one step, 2 told apart, 3 weighed. */
export type Difficulty = 1 | 2 | 3;

export interface QuestionBase {
  /** Unique in the whole course, written once, never reused. */
  id: string;
  objective: string;
  /** `pretest` questions stand before the prose. */
  role?: 'pretest' | undefined;
  /** The question shows a moment with a person in it. */
  situation: boolean;
  difficulty: Difficulty;
  stem: string;
  /** Said after every answer, whatever it was. */
  note?: string | undefined;
  source: string;
  /** ISO date after which the question is shown as 待复核. */
  reviewBy: string;
  changes: readonly Change[];
}

export interface KeyBase {
  id: string;
  revision: string;
  /** Revisions whose answers still count, the present one last. */
  credited: readonly string[];
}

/** A reason that is shown when the part of the answer that it speaks of is marked. */
export interface Reason {
  text: string;
  reason: string;
}

/** A reason, the part that it speaks of, and whether that part is (of) the right answer. */
export interface PartReason extends Reason {
  part: string;
  right: boolean;
}

/** A learner's answer as texts; what they are, each kind says. An empty one is no answer. */
export type Answer = readonly string[];

/** How a part of an answer fared; `missed` is right and was not given. */
export type Mark = 'right' | 'wrong' | 'missed';

export interface Verdict {
  correct: boolean;
  /** Part id -> mark, for every part whose reason is worth reading now. */
  parts: Readonly<Record<string, Mark>>;
}
