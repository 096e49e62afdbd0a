import { expect, test } from 'vitest';
import { address } from '../../src/core/course/address.ts';

test.each([
  ['/', undefined, '/'],
  ['/', 'record/', '/record/'],
  ['/course/', 'record/', '/course/record/'],
  ['/course', 'record/', '/course/record/'],
  ['/course', '', '/course/'],
])('below %s the path %s stands at %s', (base, path, expected) => {
  expect(address(base, path)).toBe(expected);
});
