import { expect, test } from 'vitest';
import { nextLesson } from '../../src/core/course/next.ts';

const lessons = ['a', 'b', 'c', 'd'].map((path) => ({ path }));

test.each([
  ['b', ['b'], 'c'],
  ['b', ['b', 'c'], 'd'],
  ['c', ['c', 'd'], 'a'],
  ['d', ['a', 'd'], 'b'],
  ['d', ['a', 'b', 'c', 'd'], undefined],
  ['elsewhere', ['a'], 'b'],
])('after %s, with %j finished, comes %s', (current, finished, next) => {
  const found = nextLesson(lessons, current, (path) => finished.includes(path));
  expect(found?.path).toBe(next);
});
