import { describe, expect, test } from 'vitest';
import { halfWidthIn } from '../../src/build/lint/half-width-punctuation.ts';
import { lawsIn } from '../../src/build/lint/law-without-year.ts';
import { manualSpacesIn } from '../../src/build/lint/manual-space.ts';
import { privateNumbersIn } from '../../src/build/lint/private-number.ts';
import { promiseIn } from '../../src/build/lint/promise-unmarked.ts';
import { withoutQuotations } from '../../src/build/lint/text/quotations.ts';
import { sentencesOf } from '../../src/build/lint/text/sentences.ts';
import { acronymsIn, isExplained } from '../../src/build/lint/unexplained-acronym.ts';

describe('a private number', () => {
  test.for([
    ['证号11010119900101001X的', '身份证号'],
    ['打13900000000', '手机号'],
    ['打 139-0000-0000', '手机号'],
    ['总机010-66666666', '电话号码'],
    ['卡号 6222 0212 3456 7890 128', '银行卡号'],
  ] as const)('stands in %s', ([text, what]) => {
    expect(privateNumbersIn(text).map((found) => found.what)).toEqual([what]);
  });

  test.for([
    '打120或12345',
    '卡号6222021234567890129',
    '2026年12月01日',
    '票号20261201',
    '1234567890',
  ])('does not stand in %s', (text) => expect(privateNumbersIn(text)).toEqual([]));
});

describe('a promise', () => {
  test.for([
    ['您明天来，号还在。', '号还在'],
    ['我给您改到下午。', '改到下午'],
    ['凭这张单，不用重新排。', '不用重新排'],
    ['先收后补，25日前给我。', '先收后补'],
    ['我们上门给他办。', '上门'],
  ] as const)('is in %s', ([text, promise]) => expect(promiseIn(text)).toBe(promise));

  test.for(['我报上去，看能不能上门。', '进小间，关上门我念给您。', '今天不能改到下午。'])(
    'is not in %s',
    (text) => expect(promiseIn(text)).toBeUndefined(),
  );
});

test('half-width marks are found beside Chinese and nowhere else', () => {
  expect(halfWidthIn('快了,您坐.')).toEqual(['了,您', '坐.']);
  expect(halfWidthIn('在修(约5分钟)，“好"')).toEqual(['修(约', '钟)，', '好"']);
  expect(halfWidthIn('GB/T 36112-2018，10:30，Plus-Delta，3.5元，U.S.')).toEqual([]);
});

test('typed spaces are found between Chinese and Latin, not inside Latin', () => {
  expect(manualSpacesIn('等 40分钟，约5% 的人，用APP 办')).toEqual(['等 40', '5% 的', 'APP 办']);
  expect(manualSpacesIn('等40分钟，GB/T 36112-2018，“好” 10')).toEqual([]);
});

test('a law is dated by a year beside its name, in the same sentence', () => {
  expect(
    lawsIn('《医师法》（2021年）和《护士条例》第17条，还有2007年的《处方管理办法》。'),
  ).toEqual([
    { law: '《医师法》', dated: true },
    { law: '《护士条例》', dated: false },
    { law: '《处方管理办法》', dated: true },
  ]);
  expect(lawsIn('《医师法》第十七条。2020年不算')).toEqual([{ law: '《医师法》', dated: false }]);
  expect(lawsIn('《排队心理学》')).toEqual([]);
});

test('acronyms are words of capitals; everyday words and numbers of standards are none', () => {
  expect(
    acronymsIn('取AED，下APP，照GB/T 36112-2018和WS/T 313-2019，T03，Plus-Delta，B超'),
  ).toEqual(['AED']);
});

test('an acronym is explained by what stands beside it', () => {
  for (const text of ['除颤器（AED）', 'AED（除颤器）', 'AED就是除颤器', 'AED岗：A走开，B顶上']) {
    expect(isExplained('AED', text), text).toBe(true);
  }
  for (const text of ['取AED', 'AED：〔aed-location〕', 'AED是不是没电', 'XAED（除颤器）']) {
    expect(isExplained('AED', text), text).toBe(false);
  }
});

test('sentences end with their full stop and the quote that closes after it', () => {
  expect(sentencesOf('他说：“快了。”我等；没来！还有')).toEqual([
    '他说：“快了。”',
    '我等；没来！',
    '还有',
  ]);
});

test('quotations are left out', () => {
  expect(withoutQuotations('他说“必须‘快’”，我说‘好’。')).toBe('他说“”，我说‘’。');
});
