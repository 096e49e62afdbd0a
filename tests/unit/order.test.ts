import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeAnswer, isAnswered, keyOf, reasonsOf } from '../../src/core/quiz/grade.ts';
import { order } from '../question-builder.ts';

const key = keyOf(order);
const steps = order.steps.map(({ id }) => id);

test('排序 is answered when every step has its place', () => {
  expect(isAnswered(key, [...steps].reverse())).toBe(true);
  expect(isAnswered(key, steps.slice(1))).toBe(false);
  expect(isAnswered(key, [...steps, 'look'])).toBe(false);
});

test('排序 is right in one order only, and marks each step by its place', () => {
  const orders = fc.shuffledSubarray(steps, { minLength: steps.length });
  fc.assert(
    fc.property(orders, (answer) => {
      const { correct, parts } = gradeAnswer(key, answer);
      expect(correct).toBe(answer.join() === steps.join());
      expect(parts).toEqual(
        Object.fromEntries(
          steps.map((id, index) => [id, answer[index] === id ? 'right' : 'wrong']),
        ),
      );
    }),
  );
});

test.each([
  ['a step too many', [...steps, 'look']],
  ['a step too few', steps.slice(0, -1)],
  ['a step twice', ['look', 'say', 'do', 'do']],
  ['a step that it does not have', ['look', 'say', 'do', 'gone']],
])('排序 is not right with %s', (_what, answer) => {
  expect(gradeAnswer(key, answer).correct).toBe(false);
});

test('排序 says of each step where it belongs', () => {
  expect(reasonsOf(order)[1]).toEqual({
    part: 'say',
    text: '第2步，步骤say',
    reason: '步骤say为什么在这里',
    right: true,
  });
});
