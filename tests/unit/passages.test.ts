import { describe, expect, test } from 'vitest';
import { excerptOf, findPassages, sharesPair } from '../../src/core/search/passages.ts';

const passage = (url: string, text: string) => ({ url, title: url, text });
const passages = [
  passage('waiting/#why', '读卡器连不上，手工录慢些，大约等40分钟。9点50我再来报。'),
  passage('waiting/#plea', '请老人先办时，说清凭哪条、后面多等几分钟。'),
  passage('apology/#say', '对不起，让您久等了。ATM在修。'),
];
const found = (query: string) => findPassages(passages, query).map(({ url }) => url);

describe('a search through the passages', () => {
  test.each([
    ['久等', ['apology/#say']],
    ['分钟', ['waiting/#plea', 'waiting/#why']],
    ['报　读卡器', ['waiting/#why']],
    ['等 报', ['waiting/#why']],
    ['ａｔｍ', ['apology/#say']],
    ['让 您久 等', ['apology/#say']],
  ])('finds every part of “%s”', (query, urls) => {
    expect(found(query)).toEqual(urls);
  });

  test('finds what shares half of the pairs of characters, best first', () => {
    expect(found('还要等40分钟吗')).toEqual(['waiting/#why']);
    expect(found('手工录也要等几分钟')).toEqual([]);
    expect(found('后面还要多等几分钟')).toEqual(['waiting/#plea']);
    expect(found('多等几分钟 再来报')).toEqual(['waiting/#plea', 'waiting/#why']);
  });

  test.each(['', ' ', '谁', '插队', '我'.repeat(3)])('finds nothing for “%s”', (query) => {
    expect(found(query)).toEqual([]);
  });
});

describe('an excerpt', () => {
  const long = passage('long', `${'甲'.repeat(100)}让您久等了${'乙'.repeat(100)}`);

  test('has the words that were looked for in its first half', () => {
    const excerpt = excerptOf(long, '久等');
    expect(excerpt).toHaveLength(60);
    expect(excerpt.indexOf('久等')).toBe(20);
  });

  test('begins with the passage when the words are at its start, or not in it', () => {
    expect(excerptOf(long, '甲').startsWith('甲')).toBe(true);
    expect(excerptOf(long, '插队', 5)).toBe('甲'.repeat(5));
    expect(excerptOf(passage('', `久等${long.text}插队`), '久等 插队', 3)).toBe('久等甲');
  });
});

test.each([
  ['别插队，请排队', '插队', true],
  ['插一句，请排好队', '插队', false],
  ['怎么处理听您的', '怎么处理投诉', true],
  ['ＡＴＭ在修', 'atm 坏了', true],
  ['没有一个字一样', '插', true],
])('“%s” has two characters of “%s” side by side: %s', (text, query, shared) => {
  expect(sharesPair(text, query)).toBe(shared);
});
