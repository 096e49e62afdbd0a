import { expect, test } from 'vitest';
import { readPassages } from '../../src/build/passages.ts';

const page = (content: string) =>
  readPassages(
    'a/b/',
    `<html><body><nav>菜单</nav><article data-pagefind-body>${content}</article>`,
  );

test('a page is cut at its headings with an id, the first of which names it', () => {
  expect(
    page('<h1>等得住</h1><p>话归你说。</p><h2 id="why">为什么</h2><p>因为久。</p><h3>小标题</h3>'),
  ).toEqual([
    { url: 'a/b/', title: '等得住', text: '等得住。话归你说。' },
    { url: 'a/b/#why', title: '等得住：为什么', text: '为什么。因为久。小标题。' },
  ]);
});

test('a heading with nothing but headings under it is not a place', () => {
  const found = page(
    '<h1>课</h1><p>一。</p><h2 id="phrases">话术</h2><h3 id="ph-a">多久？</h3><p>5分钟。</p>',
  );
  expect(found.map(({ url }) => url)).toEqual(['a/b/', 'a/b/#ph-a']);
});

test('a question is a place of its own, and what surrounds it stays together', () => {
  expect(
    page(
      '<h1>课</h1><p>先想一想。</p><div id="q-a" data-question="q-a"><p><span class="kind">单选</span>谁先办？</p></div><p>再往下读。</p>',
    ),
  ).toEqual([
    { url: 'a/b/', title: '课', text: '课。先想一想。再往下读。' },
    { url: 'a/b/#q-a', title: '课：题目', text: '谁先办？' },
  ]);
});

test('what stands on lines of its own does not run into the next', () => {
  const [{ text } = { text: '' }] = page(
    '<h1>题目</h1><ul><li>先取号</li><li>先填表！</li></ul><dl><dt>别这样说</dt><dd>等着</dd></dl><p>有 <b>两</b> 样</p>',
  );
  expect(text).toBe('题目。先取号。先填表！别这样说：等着。有两样。');
});

test('controls, what is said without scripts, and what is hidden are not searched', () => {
  const [{ text } = { text: '' }] = page(
    '<h1>题目</h1><noscript><p>没有开脚本</p></noscript><p hidden>接着学</p><button>上移</button><p data-pagefind-ignore>理由</p><div hidden><p>答对了</p></div><p>正文。</p>',
  );
  expect(text).toBe('题目。正文。');
});

test('a phrase has what to say when it is busy, and what the customer may say', () => {
  const [, phrase] = page(
    '<h1>课</h1><p>一。</p><h3 id="ph-a">多久？</h3><dl><div class="busy"><dt>忙时这样说</dt><dd>5分钟。</dd></div><div><dt>不忙时这样说</dt><dd>约5分钟</dd></div></dl><p class="aliases">也会这样说：等多久、几点</p>',
  );
  expect(phrase).toEqual({
    url: 'a/b/#ph-a',
    title: '课：多久？',
    text: '多久？忙时这样说：5分钟。不忙时这样说：约5分钟。也会这样说：等多久、几点。',
    say: '忙时这样说：5分钟。',
    aliases: ['等多久', '几点'],
  });
});
