import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeAnswer, isAnswered, keyOf, reasonsOf } from '../../src/core/quiz/grade.ts';
import { rewrite } from '../question-builder.ts';

const key = keyOf(rewrite);

test('改写 is answered by a sentence, ticked or not', () => {
  expect(isAnswered(key, ['约20分钟。'])).toBe(true);
  expect(isAnswered(key, ['约20分钟。', '1'])).toBe(true);
  expect(isAnswered(key, [' \n', '0', '1', '2'])).toBe(false);
});

test('改写 is right when every point was ticked, whatever the sentence', () => {
  fc.assert(
    fc.property(fc.string(), fc.subarray(['0', '1', '2']), (sentence, ticked) => {
      const { correct, parts } = gradeAnswer(key, [sentence, ...ticked]);
      expect(correct).toBe(ticked.length === 3);
      expect(parts).toEqual(
        Object.fromEntries(
          ['0', '1', '2'].map((point) => [
            `check-${point}`,
            ticked.includes(point) ? 'right' : 'missed',
          ]),
        ),
      );
    }),
  );
});

test.each(['3', '-1', '', '00', 'check-0'])(
  '改写 takes no notice of a tick “%s”, which it does not have',
  (tick) => {
    expect(gradeAnswer(key, ['约20分钟。', tick, '0'])).toEqual(
      gradeAnswer(key, ['约20分钟。', '0']),
    );
    expect(gradeAnswer(key, ['约20分钟。', tick, '0', '1', '2']).correct).toBe(true);
  },
);

test('改写 has its points, without reasons', () => {
  expect(reasonsOf(rewrite).map(({ part, text }) => [part, text])).toEqual([
    ['check-0', '有原因'],
    ['check-1', '有时间'],
    ['check-2', '没有“您别急”'],
  ]);
});
