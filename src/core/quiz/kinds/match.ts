import type { KeyBase, QuestionBase, Reason } from '../question.ts';
import type { Kind } from './kind.ts';

/**
 * 配对: a choice for each row; also 归类, when rows share choices. An answer is the chosen ids in
 * the order of the rows, empty where none is chosen.
 */
export interface MatchQuestion extends QuestionBase {
  kind: 'match';
  rows: readonly Row[];
  choices: readonly { id: string; text: string }[];
}

export interface Row extends Reason {
  id: string;
  /** Id of the choice that belongs to it. */
  choice: string;
}

export interface MatchKey extends KeyBase {
  kind: 'match';
  /** Row id and the id of its choice, in the order of the rows. */
  pairs: readonly (readonly [row: string, choice: string])[];
}

export const match: Kind<MatchQuestion, MatchKey> = {
  asked: ({ rows, choices }) => ({
    rows: rows.map(({ id, text, choice }) => ({ id, text, choice })),
    choices,
  }),
  key: ({ rows }) => ({ pairs: rows.map(({ id, choice }) => [id, choice] as const) }),
  reasons: ({ rows, choices }) =>
    rows.map(({ id, text, choice, reason }) => ({
      part: id,
      text: `${text}——${choices.find((candidate) => candidate.id === choice)?.text}`,
      reason,
      right: true,
    })),
  isAnswered: (answer, { pairs }) => answer.length === pairs.length && answer.every(Boolean),
  grade(answer, { pairs }) {
    const isRight = ([, choice]: readonly [string, string], index: number) =>
      answer[index] === choice;
    const parts = Object.fromEntries(
      pairs.map((pair, index) => [
        pair[0],
        isRight(pair, index) ? ('right' as const) : ('wrong' as const),
      ]),
    );
    return { correct: answer.length === pairs.length && pairs.every(isRight), parts };
  },
};
