import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtHits, pairsOf, termsOf } from '../../src/core/search/query.ts';

test.each([
  ['老人 不会　用手机', ['老人', '不会', '用手机']],
  ['“投诉”！！！', ['投诉']],
  ['ＡＴＭ坏了，怎么办？', ['atm坏了', '怎么办']],
  ['<b>投诉</b>', ['b', '投诉', 'b']],
  ['？。，😀……——', []],
  ['', []],
])('the terms of “%s” are %j', (query, terms) => {
  expect(termsOf(query)).toEqual(terms);
});

test('pairs stand side by side in one term, each once', () => {
  expect(pairsOf(['等多久', '多久', '钱'])).toEqual(['等多', '多久']);
});

describe('cutting a text at its hits', () => {
  test.each([
    ['让您久等，久等了', '久等', ['让您', '久等', '，', '久等', '了']],
    ['久等', '久等', ['', '久等', '']],
    ['ATM在修', 'atm', ['', 'ATM', '在修']],
    ['让您久等', '插队', ['让您久等']],
    ['让您久等', ' ', ['让您久等']],
    ['久等！', '“久等”！！', ['', '久等', '！']],
    ['不会用手机的老人', '老人 手机', ['不会用', '手机', '的', '老人', '']],
    ['他插队，怎么都劝不住', '插队怎么办', ['他', '插队', '，', '怎么', '都劝不住']],
    ['踢来踢去', '踢皮', ['踢来踢去']],
  ])('“%s” for “%s”', (text, query, parts) => {
    expect(cutAtHits(text, query)).toEqual(parts);
  });

  test('marks the right words where folding changes the length', () => {
    expect(cutAtHits('№……1号窗 ﷺ１号', '1号')).toEqual(['№……', '1号', '窗 ﷺ', '１号', '']);
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
