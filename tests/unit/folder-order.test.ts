import { expect, test } from 'vitest';
import { byFolder } from '../../src/build/folder-order.ts';

test('lessons follow the number in front of their folder, with or without a zero', () => {
  const folders = ['bank/10-close', 'bank/9-open', 'bank/02-notes', 'bank/1-greet'];
  expect(folders.toSorted(byFolder)).toEqual([
    'bank/1-greet',
    'bank/02-notes',
    'bank/9-open',
    'bank/10-close',
  ]);
});
