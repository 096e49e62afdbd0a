import { describe, expect, test } from 'vitest';
import { habitOf } from '../../src/build/lint/key-position.ts';
import { exceptionIn } from '../../src/build/lint/negative-stem.ts';
import { speaksOfOptions } from '../../src/build/lint/no-all-none.ts';
import { isSorted, numbersOf } from '../../src/build/lint/options-unordered.ts';
import { bigramsOf } from '../../src/build/lint/text/bigrams.ts';
import { chanceOfAtLeast } from '../../src/build/lint/text/chance.ts';
import { widthOf } from '../../src/build/lint/text/width.ts';

describe('an option that speaks of others', () => {
  test.for([
    '以上都对',
    '以上三项均不是',
    '都不对',
    '全部正确。',
    '前两项都可以',
    'A和B',
    'A、C',
    '①和③',
  ])('is %s', (option) => expect(speaksOfOptions(option)).toBe(true));

  test.for(['65周岁以上都要慢一步', '都办完了再叫号', '两样都写上，签名', 'B超和CT都做'])(
    'is not %s',
    (option) => expect(speaksOfOptions(option)).toBe(false),
  );
});

describe('a stem that asks for the exception', () => {
  test.for([
    ['下列做法哪一项不妥？', '哪一项不妥'],
    ['哪句话不能说出口？', '哪句话不能说出口'],
    ['下面错误的是哪一条？', '错误的是'],
    ['不属于补正的有哪些？', '不属于补正的有'],
    ['除了身份证之外，还要哪一样？', '除了身份证之外，还要哪一样'],
  ] as const)('is %s', ([stem, asked]) => expect(exceptionIn(stem)).toBe(asked));

  test.for([
    '他不肯走，怎么办？',
    '“是不是你弄错的？”怎么答？',
    '哪几句已经不只是急，可以设界？',
    '客人哪几句话答不上来？',
    '哪句在问能不能换？',
    '还缺哪几样，不能递笔？',
    '17点几分以后，要先说办不完？',
  ])('is not %s', (stem) => expect(exceptionIn(stem)).toBeUndefined());
});

describe('options that differ in their numbers', () => {
  test('are read as lists of numbers, dates too', () => {
    expect(numbersOf(['等10分钟', '等5.5分钟'])).toEqual([[10], [5.5]]);
    expect(numbersOf(['4月9日', '3月30日'])).toEqual([
      [4, 9],
      [3, 30],
    ]);
  });

  test('are none where words differ, or where numbers name something', () => {
    expect(numbersOf(['等10分钟', '再等20分钟'])).toBeUndefined();
    expect(numbersOf(['去3号窗', '去5号窗'])).toBeUndefined();
    expect(numbersOf(['您坐', '您等'])).toBeUndefined();
  });

  test('are sorted when they only rise or only fall', () => {
    expect(isSorted([[5], [10], [15]])).toBe(true);
    expect(isSorted([[15], [10], [5]])).toBe(true);
    expect(isSorted([[5], [15], [10]])).toBe(false);
    expect(
      isSorted([
        [3, 30],
        [4, 9],
        [4, 10],
      ]),
    ).toBe(true);
  });
});

describe('the places of keys', () => {
  test('are no habit when they change, or are few', () => {
    expect(habitOf([0, 1, 2, 0, 1, 2, 0, 1])).toBeUndefined();
    expect(habitOf([1, 1, 1, 1, 1])).toBeUndefined();
    expect(habitOf([0, 0, 0, 0, 1, 2, 1, 2])).toBeUndefined();
  });

  test('are one when more than half are the same, or five in a row', () => {
    expect(habitOf([1, 1, 0, 1, 2, 1, 0, 1])).toBe('8道里有5道的正确选项写在第2个');
    expect(habitOf([2, 1, 1, 1, 1, 1, 0, 2, 0, 2])).toBe('正确选项接连5道写在第2个');
  });
});

describe('chance', () => {
  const draws = (count: number, chance = 1 / 3) => Array<number>(count).fill(chance);

  test('sums up to certainty', () => {
    expect(chanceOfAtLeast(0, draws(13))).toBeCloseTo(1);
    expect(chanceOfAtLeast(14, draws(13))).toBe(0);
    expect(chanceOfAtLeast(1, [0.5, 0.25])).toBeCloseTo(1 - 0.5 * 0.75);
  });

  test.for([
    [10, 7],
    [15, 9],
    [20, 11],
  ] as const)(
    'of %i keys among three options: %i longest are too many, one less is not',
    ([questions, longest]) => {
      expect(chanceOfAtLeast(longest, draws(questions))).toBeLessThan(0.05);
      expect(chanceOfAtLeast(longest - 1, draws(questions))).toBeGreaterThan(0.05);
    },
  );
});

test('width counts Chinese as one and Latin as half', () => {
  expect(widthOf('等40分钟。')).toBe(5);
  expect(widthOf('')).toBe(0);
});

test('bigrams go over no punctuation and take a number as one character', () => {
  expect([...bigramsOf('17点前，回您')]).toEqual(['17点', '点前', '回您']);
});
