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

  test('marks every word of a query, the longest at each place', () => {
    expect(cutAtHits('身份证丢了，先挂失', '挂失 身份 身份证')).toEqual([
      ...['', '身份证', '丢了，先', '挂失', ''],
    ]);
  });

  test('is not led astray by what has no half-width form', () => {
    expect(cutAtHits('№ ﷺ 您好……还要多久？', '多久')).toEqual(['№ ﷺ 您好……还要', '多久', '？']);
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
