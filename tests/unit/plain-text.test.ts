import { expect, test } from 'vitest';
import { foldText, plainText } from '../../src/core/search/plain-text.ts';

test.each([
  ['  让您\n  久等 了。 ', '让您久等了。'],
  ['等 40 分钟', '等 40 分钟'],
  ['one  two\tthree', 'one two three'],
  ['一 二 三 四', '一二三四'],
])('the text of “%s” reads “%s”', (markup, text) => {
  expect(plainText(markup)).toBe(text);
});

test('width and letter case make no difference', () => {
  expect(foldText('ＡＴＭ４０')).toBe(foldText('atm40'));
});
