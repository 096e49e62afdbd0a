import { sameWords } from '../numerals.ts';
import type { KeyBase, Mark, QuestionBase } from '../question.ts';
import type { Kind } from './kind.ts';

/**
 * 填空: a word for each blank `____` of the stem, tapped from `words` or, where there are none,
 * typed. An answer is the words in the order of the blanks, empty where none is given. Full-width
 * and half-width forms are alike, and so are Chinese and Arabic numerals.
 */
export interface FillQuestion extends QuestionBase {
  kind: 'fill';
  /** What each blank accepts; the first is the one that is shown. */
  blanks: readonly { accept: readonly string[] }[];
  words: readonly string[];
  reason: string;
  /** Wrong answers that people give, with what to say about each. */
  common: readonly { answer: readonly string[]; reason: string }[];
}

export interface FillKey extends KeyBase {
  kind: 'fill';
  blanks: readonly (readonly string[])[];
  common: readonly (readonly string[])[];
}

export const fill: Kind<FillQuestion, FillKey> = {
  asked: ({ blanks, words }) => ({ blanks, words }),
  key: ({ blanks, common }) => ({
    blanks: blanks.map(({ accept }) => accept),
    common: common.map(({ answer }) => answer),
  }),
  reasons: ({ blanks, reason, common }) => [
    {
      part: 'answer',
      text: blanks.map(({ accept }) => accept[0]).join('、'),
      reason,
      right: true,
    },
    ...common.map(({ answer, reason: why }, index) => ({
      part: `common-${index}`,
      text: answer.join('、'),
      reason: why,
      right: false,
    })),
  ],
  isAnswered: (answer, { blanks }) =>
    answer.length === blanks.length && answer.every((word) => word.trim() !== ''),
  grade(answer, { blanks, common }) {
    const correct =
      answer.length === blanks.length &&
      blanks.every((accept, index) => accept.some((word) => sameWords(word, answer[index] ?? '')));
    const parts: Record<string, Mark> = { answer: correct ? 'right' : 'missed' };
    const known = common.findIndex((wrong) =>
      wrong.every((word, index) => sameWords(word, answer[index] ?? '')),
    );
    if (!correct && known >= 0) parts[`common-${known}`] = 'wrong';
    return { correct, parts };
  },
};
