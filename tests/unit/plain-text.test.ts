import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtHits, foldText, plainText } from '../../src/core/search/plain-text.ts';

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

describe('cutting a text at its hits', () => {
  test.each([
    ['让您久等，久等了', '久等', ['让您', '久等', '，', '久等', '了']],
    ['久等', '久等', ['', '久等', '']],
    ['ATM在修', 'atm', ['', 'ATM', '在修']],
    ['让您久等', '插队', ['让您久等']],
    ['让您久等', ' ', ['让您久等']],
  ])('“%s” for “%s”', (text, query, parts) => {
    expect(cutAtHits(text, query)).toEqual(parts);
  });

  test('marks nothing where folding changes the length', () => {
    expect(cutAtHits('№ 1号窗 ﷺ', '1号')).toEqual(['№ 1号窗 ﷺ']);
  });

  test('never loses or changes a character', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'久等a A１ ') }));
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        expect(cutAtHits(text, query).join('')).toBe(text);
      }),
    );
  });
});
