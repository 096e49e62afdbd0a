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

  test('finds what shares enough of the pairs of characters, best first', () => {
    expect(found('还要等40分钟吗')).toEqual(['waiting/#why']);
    expect(found('找谁也要等几分钟')).toEqual(['waiting/#plea']);
    expect(found('挂号缴费退费也要几分')).toEqual([]);
    expect(found('后面还要多等几分钟')).toEqual(['waiting/#plea']);
    expect(found('多等几分钟 再来报')).toEqual(['waiting/#plea', 'waiting/#why']);
  });

  test('what few passages have counts more than what many have', () => {
    const many = [1, 2, 3, 4, 5, 6].map((n) => passage(`how/#${n}`, '这件事怎么办，我告诉您。'));
    const cut = passage('queue/#cut', '有人插队，照号来。');
    expect(findPassages([...many, cut], '插队怎么办')[0]).toBe(cut);
  });

  test('a phrase that is asked for by one of its aliases comes first', () => {
    const homes = [1, 2, 3, 4].map((n) => passage(`a/#${n}`, '家里人来办。'));
    const phrase = { ...passage('b/#ph-gone', '我爸走了。也会这样说：去世。'), aliases: ['去世'] };
    const [first] = findPassages([...passages, ...homes, phrase], '家里人去世');
    expect(first).toBe(phrase);
  });

  test('a long sentence finds what repeats a part of it', () => {
    const query = '我要投诉你们这个事情实在太差了，等了两个小时也没有人出来说一句对不起让您久等了';
    expect(found(query)).toEqual(['apology/#say']);
  });

  test('what is to be said comes before what is about it, that before questions, and the short before the long', () => {
    const asked = passage('a/#q-late', '等多久？');
    const say = passage('a/#ph-late', '等多久？大约20分钟，轮到您我喊您。');
    const short = passage('a/#why', '等多久才算久。');
    const long = passage('a/#case', `等多久。${'没有人说。'.repeat(20)}`);
    expect(findPassages([asked, long, short, say], '等多久')).toEqual([say, short, long, asked]);
    const all = [...passages, ...passages, ...passages, long, short, say];
    expect(findPassages(all, '能等多久啊')).toEqual([say, short, long]);
  });

  test.each([
    ['“分钟”！！', '分钟'],
    ['分 钟', '分钟'],
    ['对不起，', '对不起'],
  ])('“%s” finds what “%s” does', (query, plain) => {
    expect(found(query)).toEqual(found(plain));
  });

  test('who put a space into a word means the word', () => {
    const word = passage('a/#word', `这一笔要退费。${'慢慢说。'.repeat(20)}`);
    const apart = passage('a/#apart', '退房不收费。');
    expect(findPassages([apart, word], '退 费')).toEqual([word, apart]);
  });

  test.each(['', ' ', '谁', '插队', '？', '。，！', '😀', '我'.repeat(3)])(
    'finds nothing for “%s”',
    (query) => {
      expect(found(query)).toEqual([]);
    },
  );
});

describe('an excerpt', () => {
  const long = passage('long', `${'甲'.repeat(100)}让您久等了${'乙'.repeat(100)}`);

  test('has the words that were looked for in its first half, and says that it goes on', () => {
    const excerpt = excerptOf(long, '久等');
    expect(excerpt).toHaveLength(62);
    expect(excerpt.indexOf('久等')).toBe(20);
    expect(excerpt.endsWith('乙……')).toBe(true);
  });

  test('begins with the passage when the words are at its start, or not in it', () => {
    expect(excerptOf(long, '甲').startsWith('甲')).toBe(true);
    expect(excerptOf(long, '插队', 5)).toBe(`${'甲'.repeat(5)}……`);
    expect(excerptOf(passage('', `久等${long.text}插队`), '久等 插队', 3)).toBe('久等甲……');
  });

  test.each([
    ['丙'.repeat(30), '甲乙。对不起，让您久等了。', '对不起，让您久等了。'],
    ['丙'.repeat(30), '甲乙，对不起让您久等了。', '对不起让您久等了。'],
    ['', '甲乙。让您久等了。', '甲乙。让您久等了。'],
  ])('begins where a sentence or a part of one does: %s%s', (before, text, excerpt) => {
    expect(excerptOf(passage('', before + text), '久等')).toBe(excerpt);
  });

  const phrase = {
    ...passage(
      'a/#ph-b',
      '给个准话！忙时这样说：还没准信。不忙时这样说：9点50我来报。也会这样说：要多久。',
    ),
    say: '忙时这样说：还没准信。',
  };

  test.each([
    ['准话', `${phrase.say}不忙时这样说：9点50我来报。也会这样说：要多久。`],
    ['准信', `${phrase.say}不忙时这样说：9点50我来报。也会这样说：要多久。`],
    ['要多久', `${phrase.say}……也会这样说：要多久。`],
  ])('of a phrase found by “%s” begins with what to say', (query, excerpt) => {
    expect(excerptOf(phrase, query)).toBe(excerpt);
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
