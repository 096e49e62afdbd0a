import type { KeyBase, Mark, QuestionBase, Reason } from '../question.ts';
import type { Kind } from './kind.ts';

/** 单选, 多选 and 判断 differ in how many options may be chosen. An answer is the chosen ids. */
interface ChoiceQuestion extends QuestionBase {
  options: readonly Option[];
  /** The options have a natural order and are never shuffled. */
  ordered: boolean;
}

/** Every option has its own reason. */
export interface Option extends Reason {
  id: string;
  correct: boolean;
}

export interface SingleQuestion extends ChoiceQuestion {
  kind: 'single';
}
export interface MultipleQuestion extends ChoiceQuestion {
  kind: 'multiple';
}
export interface JudgeQuestion extends ChoiceQuestion {
  kind: 'judge';
}

export interface ChoiceKey extends KeyBase {
  kind: 'single' | 'multiple' | 'judge';
  /** Ids of the correct options. */
  correct: readonly string[];
}

/** Right only when exactly the correct options were chosen. */
export const choice: Kind<ChoiceQuestion, ChoiceKey> = {
  asked: ({ options }) => ({
    options: options.map(({ id, text, correct }) => ({ id, text, correct })),
  }),
  key: ({ options }) => ({
    correct: options.filter(({ correct }) => correct).map(({ id }) => id),
  }),
  reasons: ({ options }) =>
    options.map(({ id, text, reason, correct }) => ({ part: id, text, reason, right: correct })),
  isAnswered: (answer, { kind }) => (kind === 'multiple' ? answer.length > 0 : answer.length === 1),
  grade(answer, key) {
    const marks = new Map<string, Mark>(key.correct.map((id) => [id, 'missed']));
    for (const id of answer) marks.set(id, key.correct.includes(id) ? 'right' : 'wrong');
    const correct = [...marks.values()].every((mark) => mark === 'right');
    return { correct, parts: Object.fromEntries(marks) };
  },
};
