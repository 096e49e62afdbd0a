import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeAnswer, isAnswered, keyOf, reasonsOf } from '../../src/core/quiz/grade.ts';
import { number } from '../question-builder.ts';

const key = keyOf(number);

test.each(['25', '２５', '约25分钟', '二十五', '25.0', '-3', '0'])(
  '算数 is answered by “%s”',
  (text) => {
    expect(isAnswered(key, [text])).toBe(true);
  },
);

test.each(['', ' ', '不知道', '20到30', '分钟'])('算数 is not answered by “%s”', (text) => {
  expect(isAnswered(key, [text])).toBe(false);
});

describe('算数 is right inside its range, both ends included', () => {
  test.each([
    ['23.99', false],
    ['24', true],
    ['25', true],
    ['二十六', true],
    ['26.01', false],
  ])('%s: %s', (text, correct) => {
    expect(gradeAnswer(key, [text]).correct).toBe(correct);
  });

  test('whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), (value) => {
        const { correct, parts } = gradeAnswer(key, [String(value)]);
        expect(correct).toBe(value >= 24 && value <= 26);
        expect(parts.answer).toBe(correct ? 'right' : 'missed');
      }),
    );
  });
});

describe('算数 explains the first near miss that fits', () => {
  test.each([
    ['20', 'near-0'],
    ['19.5', 'near-1'],
    ['-1', 'near-1'],
    ['31', 'near-2'],
  ])('%s is %s', (text, miss) => {
    expect(gradeAnswer(key, [text]).parts).toEqual({ answer: 'missed', [miss]: 'wrong' });
  });

  test.each(['22', '30', '不知道'])('%s is none', (text) => {
    expect(gradeAnswer(key, [text]).parts).toEqual({ answer: 'missed' });
  });

  test.each(['20', '30'])('a miss beyond %s begins behind it', (text) => {
    const near = [
      { below: 20, reason: '' },
      { above: 30, reason: '' },
    ];
    expect(gradeAnswer(keyOf({ ...number, near }), [text]).parts).toEqual({ answer: 'missed' });
  });

  test('and none where the answer is right', () => {
    const near = [{ above: 1, reason: '' }];
    expect(gradeAnswer(keyOf({ ...number, near }), ['25']).parts).toEqual({ answer: 'right' });
  });
});

test('算数 says its values with their unit', () => {
  expect(reasonsOf(number).map(({ part, text, right }) => [part, text, right])).toEqual([
    ['answer', '25分钟', true],
    ['near-0', '20分钟', false],
    ['near-1', '不到20分钟', false],
    ['near-2', '超过30分钟', false],
  ]);
});
