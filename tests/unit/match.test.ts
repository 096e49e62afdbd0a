import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeAnswer, isAnswered, keyOf, reasonsOf } from '../../src/core/quiz/grade.ts';
import { match } from '../question-builder.ts';

const key = keyOf(match);
const wanted = match.rows.map(({ choice }) => choice);

test('配对 is answered when every row has a choice', () => {
  expect(isAnswered(key, ['sorry', 'sorry', 'sorry'])).toBe(true);
  expect(isAnswered(key, ['time', '', 'way'])).toBe(false);
  expect(isAnswered(key, ['time', 'time'])).toBe(false);
  expect(isAnswered(key, [...wanted, 'time'])).toBe(false);
});

test('配对 is right when each row has its choice, and marks each row', () => {
  const answers = fc.tuple(
    ...match.rows.map(() => fc.constantFrom('time', 'way', 'sorry', 'gone', '')),
  );
  fc.assert(
    fc.property(answers, (answer) => {
      expect(gradeAnswer(key, answer)).toEqual({
        correct: answer.join() === wanted.join(),
        parts: Object.fromEntries(
          match.rows.map(({ id, choice }, row) => [id, answer[row] === choice ? 'right' : 'wrong']),
        ),
      });
    }),
  );
});

test.each([
  ['a choice too many', [...wanted, 'way']],
  ['a choice too few', wanted.slice(0, -1)],
])('配对 is not right with %s', (_what, answer) => {
  expect(gradeAnswer(key, answer).correct).toBe(false);
});

test('配对 says of each row what belongs to it', () => {
  expect(reasonsOf(match)[2]).toEqual({
    part: 'torn',
    text: '证件破了——给办法',
    reason: '破了就给办法',
    right: true,
  });
});
