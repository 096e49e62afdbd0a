import type { Answer, PartReason, Verdict } from '../question.ts';

/** What a kind of question has to know; `Q` is what authors write, `K` what a page grades with. */
export interface Kind<Q, K> {
  /** What a learner is asked and what counts as right: the content of the revision. */
  asked(question: Q): object;
  /** The key's own fields. */
  key(question: Q): Omit<K, 'id' | 'kind' | 'revision' | 'credited'>;
  /** What there is to say about each part of an answer, in the order of the page. */
  reasons(question: Q): readonly PartReason[];
  /** Whether `answer` can be submitted. */
  isAnswered(answer: Answer, key: K): boolean;
  /** Grades an answer; parts that the question does not have count as wrong. */
  grade(answer: Answer, key: K): Verdict;
}
