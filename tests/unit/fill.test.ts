import { expect, test } from 'vitest';
import { gradeAnswer, isAnswered, keyOf, reasonsOf } from '../../src/core/quiz/grade.ts';
import { fill } from '../question-builder.ts';

const key = keyOf(fill);

test('填空 is answered when no blank is left', () => {
  expect(isAnswered(key, ['等着', '快了'])).toBe(true);
  expect(isAnswered(key, ['等着', ''])).toBe(false);
  expect(isAnswered(key, ['等着', '  '])).toBe(false);
  expect(isAnswered(key, ['等着'])).toBe(false);
  expect(isAnswered(key, ['等着', '快了', '快了'])).toBe(false);
});

test.each([
  ['为什么', '20分钟'],
  ['原因', '20分钟'],
  [' 为什么？ ', '２０分钟。'],
])('填空 accepts “%s” and “%s”', (...answer) => {
  expect(gradeAnswer(key, answer)).toEqual({ correct: true, parts: { answer: 'right' } });
});

test.each([
  { answer: ['20分钟', '为什么'], what: 'the words in the other order' },
  { answer: ['为什么'], what: 'a word too few' },
  { answer: ['为什么', '20分钟', '快了'], what: 'a word too many' },
  { answer: ['为什么啊', '20分钟'], what: 'something more than a word' },
])('填空 refuses $what', ({ answer }) => {
  expect(gradeAnswer(key, answer)).toEqual({ correct: false, parts: { answer: 'missed' } });
});

test('填空 knows the mistakes that people make', () => {
  expect(gradeAnswer(key, ['等着。', '快了'])).toEqual({
    correct: false,
    parts: { answer: 'missed', 'common-0': 'wrong' },
  });
});

test('填空 never calls a right answer a known mistake', () => {
  const common = [{ answer: ['原因', '20分钟'], reason: '' }];
  expect(gradeAnswer(keyOf({ ...fill, common }), ['原因', '20分钟'])).toEqual({
    correct: true,
    parts: { answer: 'right' },
  });
});

test('填空 shows the first of what each blank accepts', () => {
  expect(reasonsOf(fill)).toEqual([
    { part: 'answer', text: '为什么、20分钟', reason: '先原因，再时间', right: true },
    { part: 'common-0', text: '等着、快了', reason: '快了不是时间', right: false },
  ]);
});
