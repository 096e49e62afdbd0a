import { describe, expect, test } from 'vitest';
import { gradeAnswer, isAnswered, keyOf, reasonsOf } from '../../src/core/quiz/grade.ts';
import { buildQuestion } from '../course-builder.ts';

const options = ['a', 'b', 'c', 'd'];

/** Every choice of options there is, the empty one first. */
const choices = Array.from({ length: 2 ** options.length }, (_, bits) =>
  options.filter((_option, index) => bits & (1 << index)),
);

describe.each(['single', 'multiple', 'judge'] as const)('a question of the kind %s', (kind) => {
  test.each(choices.slice(1).map((correct) => ({ correct, letters: correct.join('') })))(
    'whose key is $letters is right for exactly these',
    ({ correct }) => {
      const key = keyOf(buildQuestion({ kind, options, correct }));
      for (const choice of choices) {
        const marked = options.flatMap((id) => {
          if (!choice.includes(id)) return correct.includes(id) ? [[id, 'missed']] : [];
          return [[id, correct.includes(id) ? 'right' : 'wrong']];
        });
        expect(gradeAnswer(key, choice)).toEqual({
          correct: choice.join() === correct.join(),
          parts: Object.fromEntries(marked),
        });
      }
    },
  );

  test('is graded by what was chosen, not by the order of choosing', () => {
    const key = keyOf(buildQuestion({ kind, options, correct: ['a', 'b', 'c'] }));
    expect(gradeAnswer(key, ['c', 'a', 'b']).correct).toBe(true);
  });

  test.each(['gone', '__proto__', ''])('counts “%s”, which it does not have, as wrong', (id) => {
    const key = keyOf(buildQuestion({ kind, options, correct: ['a'] }));
    const { correct, parts } = gradeAnswer(key, ['a', id]);
    expect(correct).toBe(false);
    expect(Object.entries(parts)).toEqual([
      ['a', 'right'],
      [id, 'wrong'],
    ]);
  });

  test('takes an option that is named twice as chosen', () => {
    const key = keyOf(buildQuestion({ kind, options, correct: ['a'] }));
    expect(gradeAnswer(key, ['a', 'a'])).toEqual({ correct: true, parts: { a: 'right' } });
  });

  test('has a reason for each option, right or not', () => {
    const question = buildQuestion({ kind, options: ['a', 'b'], correct: ['b'] });
    expect(reasonsOf(question)).toEqual([
      { part: 'a', text: '选项a', reason: '理由a', right: false },
      { part: 'b', text: '选项b', reason: '理由b', right: true },
    ]);
  });
});

test('one option answers 单选 and 判断, at least one answers 多选', () => {
  const sizes = (kind: 'single' | 'judge' | 'multiple') => {
    const key = keyOf(buildQuestion({ kind, options }));
    return new Set(choices.filter((choice) => isAnswered(key, choice)).map((c) => c.length));
  };
  expect(sizes('single')).toEqual(new Set([1]));
  expect(sizes('judge')).toEqual(new Set([1]));
  expect(sizes('multiple')).toEqual(new Set([1, 2, 3, 4]));
});
