import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumber, sameWords } from '../../src/core/quiz/numerals.ts';

const DIGITS = '零一二三四五六七八九';

/** 1 to 9999 as it is written in full: 一百零五, 一千零五十, 一百一十五. */
function belowTenThousand(value: number): string {
  return [1000, 100, 10, 1]
    .map((unit, place) => {
      const digit = Math.floor(value / unit) % 10;
      return digit === 0 ? '零' : `${DIGITS[digit]}${'千百十'[place] ?? ''}`;
    })
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}

/** 0 to 99,999,999 as it is written in full. */
function inChinese(value: number): string {
  if (value === 0) return '零';
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  const between = high > 0 && low > 0 && low < 1000 ? '零' : '';
  return `${high > 0 ? `${belowTenThousand(high)}万` : ''}${between}${belowTenThousand(low)}`;
}

describe('a Chinese numeral', () => {
  test('is read back as the number that was written', () => {
    const values = fc.oneof(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 99_999_999 }),
      // Numbers with many zeros.
      fc.tuple(fc.integer({ min: 0, max: 99 }), fc.nat(6)).map(([a, zeros]) => a * 10 ** zeros),
    );
    fc.assert(
      fc.property(values, (value) => {
        expect(parseNumber(inChinese(value))).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });

  test('is read back from 0 to 2000', () => {
    for (let value = 0; value <= 2000; value += 1) {
      expect(parseNumber(inChinese(value))).toBe(value);
    }
  });

  test('is the same with 两 for 二 before a unit, and without the first 一 of 一十', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 99_999 }), (value) => {
        const said = inChinese(value)
          .replace(/二(?=[百千万])/g, '两')
          .replace(/^一十/, '十');
        expect(parseNumber(said)).toBe(value);
      }),
    );
  });

  test.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['两百', 200],
    ['一百零五', 105],
    ['一百一十五', 115],
    ['一百十五', 115],
    ['一千零五十', 1050],
    ['一千零五', 1005],
    ['十万', 100_000],
    ['两万零三十', 20_030],
    ['〇', 0],
    ['二〇二六', 2026],
    ['一二三', 123],
  ])('%s is %i', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each(['一小时20分钟', '1小时二十分', '一万2', '20块五毛', '两个小时40分'])(
    '%s is more than one number',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );

  test('in a word is none: 一共20分钟 is 20', () => {
    expect(parseNumber('一共20分钟')).toBe(20);
  });

  test.each([
    ['一百五', 150],
    ['三千二', 3200],
    ['一万二', 12_000],
    ['一万零二', 10_002],
    ['一万二千五', 12_500],
    ['十五', 15],
  ])('%s leaves its last unit unsaid and is %i', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    '百',
    '千',
    '万',
    '千万',
    '十百',
    '十十',
    '一百二百',
    '百十百',
    '三四十',
    '一万万',
    '一亿',
    '零百',
  ])('%s is none', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });
});

describe('a number in digits', () => {
  test.each([
    ['20', 20],
    ['２０', 20],
    ['约20分钟', 20],
    [' 20 分钟', 20],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['１．５', 1.5],
    ['-5', -5],
    ['－5', -5],
    ['1,234', 1234],
    ['1，234，567元', 1_234_567],
    ['007', 7],
    ['⑳', 20],
  ])('“%s” is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test('is read with any word before and any unit behind', () => {
    const words = fc.constantFrom('', '约', '大概 ', '等', '（', '分钟', '元。', '，行吗', ' min');
    const numbers = fc.integer({ min: -1e8, max: 1e8 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(words, numbers, words, (before, value, after) => {
        expect(parseNumber(`${before}${value}${after}`)).toBe(value);
      }),
    );
  });

  test.each(['20到30', '20-30', '20、30', '20，30', '20 30', '1.2.3', '9:50', '第1个20分钟'])(
    'is not one where there are two: “%s”',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );

  test.each(['5万', '3千', '2百', '1个半小时', '半小时', '二十到三十', '一个半'])(
    'is not “%s”, which goes on in words',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );
});

test.each(['', ' ', '不知道', '分钟', '，', '-', '.', 'NaN', 'Infinity', 'e'])(
  'there is no number in “%s”',
  (text) => {
    expect(parseNumber(text)).toBeUndefined();
  },
);

test('any text is a number or none', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'零一二两五十百千万亿半〇05.-, ，分') }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(parseNumber(text)).not.toBeNaN();
    }),
    { numRuns: 500 },
  );
});

describe('two words', () => {
  test.each([
    ['为什么', ' 为什么？'],
    ['ATM', 'ａｔｍ'],
    ['20分钟', '２０分钟。'],
    ['二十', '20'],
    ['十五', '１５'],
    ['两百', '二百'],
    ['二十分钟', '20分钟'],
    ['周二两点十五', '周2 2点15'],
    ['二〇二六年', '2026年'],
    ['05', '5'],
    ['“慢”', '慢'],
    ['9：50', '9:50'],
    ['二十分钟', '20分钟'],
    ['等十五分钟', '等15分钟'],
    ['两个人', '２个人'],
    ['二〇二六年', '2026年'],
  ])('%s and %s are the same', (a, b) => {
    expect(sameWords(a, b)).toBe(true);
    expect(sameWords(b, a)).toBe(true);
  });

  test.each([
    ['为什么', '为啥'],
    ['20分钟', '30分钟'],
    ['约20', '20'],
    ['1.5', '15'],
    ['一点五', '十五'],
    ['一点零五', '1.5'],
    ['9:50', '950'],
    ['二十分钟', '十二分钟'],
    ['千万别急', '1000万别急'],
    ['5十', '510'],
    ['十5', '105'],
    ['二十', '二十一'],
    ['', '无'],
    ['百', '千'],
    ['二十分钟', '12分钟'],
    ['一点零五', '1点5'],
    ['千万别说', '万千别说'],
  ])('%s and %s are not', (a, b) => {
    expect(sameWords(a, b)).toBe(false);
    expect(sameWords(b, a)).toBe(false);
  });

  test('are the same in Chinese and in digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(sameWords(inChinese(value), String(value))).toBe(true);
        expect(sameWords(inChinese(value), String(value + 1))).toBe(false);
      }),
    );
  });

  test('are the same as themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(sameWords(word, word)).toBe(true);
        expect(sameWords(word, ` ${word}。`)).toBe(true);
      }),
    );
  });
});
