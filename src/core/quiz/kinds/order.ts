import type { KeyBase, QuestionBase, Reason } from '../question.ts';
import type { Kind } from './kind.ts';

/** 排序: steps to be put in order. An answer is the ids of all steps in the order chosen. */
export interface OrderQuestion extends QuestionBase {
  kind: 'order';
  /** In the right order; each says why it stands where it does. */
  steps: readonly Step[];
}

export interface Step extends Reason {
  id: string;
}

export interface OrderKey extends KeyBase {
  kind: 'order';
  steps: readonly string[];
}

export const order: Kind<OrderQuestion, OrderKey> = {
  asked: ({ steps }) => ({ steps: steps.map(({ id, text }) => ({ id, text })) }),
  key: ({ steps }) => ({ steps: steps.map(({ id }) => id) }),
  reasons: ({ steps }) =>
    steps.map(({ id, text, reason }, index) => ({
      part: id,
      text: `第${index + 1}步，${text}`,
      reason,
      right: true,
    })),
  isAnswered: (answer, { steps }) => answer.length === steps.length,
  grade(answer, { steps }) {
    const parts = Object.fromEntries(
      steps.map((id, index) => [
        id,
        answer[index] === id ? ('right' as const) : ('wrong' as const),
      ]),
    );
    const correct =
      answer.length === steps.length && steps.every((id, index) => answer[index] === id);
    return { correct, parts };
  },
};
