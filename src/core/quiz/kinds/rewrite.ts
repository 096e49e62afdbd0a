import type { KeyBase, Mark, QuestionBase } from '../question.ts';
import type { Kind } from './kind.ts';

/**
 * 改写忌语: say it in your own words, then compare with models and with one that is almost right,
 * and judge yourself against a checklist. An answer is the sentence, then the indexes of the points
 * that the learner found in it.
 */
export interface RewriteQuestion extends QuestionBase {
  kind: 'rewrite';
  checklist: readonly string[];
  models: readonly Sample[];
  /** 差一点 */
  almost: readonly Sample[];
}

export interface Sample {
  text: string;
  note: string;
}

export interface RewriteKey extends KeyBase {
  kind: 'rewrite';
  /** Number of points on the checklist. */
  points: number;
}

export const rewrite: Kind<RewriteQuestion, RewriteKey> = {
  asked: ({ checklist }) => ({ checklist }),
  key: ({ checklist }) => ({ points: checklist.length }),
  reasons: ({ checklist }) =>
    checklist.map((text, index) => ({ part: `check-${index}`, text, reason: '', right: true })),
  isAnswered: ([sentence = '']) => sentence.trim() !== '',
  grade([, ...found], { points }) {
    const parts: Record<string, Mark> = {};
    for (let point = 0; point < points; point += 1) {
      parts[`check-${point}`] = found.includes(String(point)) ? 'right' : 'missed';
    }
    return { correct: Object.values(parts).every((mark) => mark === 'right'), parts };
  },
};
