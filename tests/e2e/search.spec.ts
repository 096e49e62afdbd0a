/** Search as people at a window type: the customer's words, in Chinese, in a hurry. */

import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { reasonsOf } from '../../src/core/quiz/grade.ts';
import { authoredLessons, sampledLessons } from './authored.ts';
import { sample } from './sample.ts';
import { expect, test } from './site.ts';

/** What somebody types who has not read the course -> the lesson that has to be found. */
const queries: [query: string, lesson: string][] = [
  ['还要多久啊', 'waiting'],
  ['插队', 'waiting'],
  ['凭什么他先办', 'waiting'],
  ['孕妇', 'waiting'],
  ['对不起', 'apology'],
  ['但是', 'apology'],
  ['多收20元', 'apology'],
  ['多收２０元', 'apology'],
  ['退钱', 'apology'],
  ['骗子', 'apology'],
  ['录错名字', 'apology'],
  ['骂人', 'his-worry'],
  ['拍桌子', 'his-worry'],
  ['下班等你', 'his-worry'],
  ['抓衣领', 'his-worry'],
  ['快下班了', 'first-last'],
  ['下班', 'first-last'],
  ['系统关了', 'first-last'],
  ['身份证落下了', 'first-last'],
  ['踢皮球', 'visible'],
  ['不抬头', 'visible'],
  ['爱理不理', 'visible'],
  ['家里人去世', 'visible'],
  // Whole questions, marks, a space in a word: what is asked for comes before what many passages have.
  ['插队怎么办', 'waiting'],
  ['“插队”！！', 'waiting'],
  ['踢 皮 球', 'visible'],
  ['老人不会用手机怎么办', 'everyone'],
  ['我要投诉你们这个态度实在太差了，等了两个小时没人管', 'complaint-six'],
];

/** What a customer says, in one of its forms, and the place of the phrase that answers it. */
const forms = authoredLessons.flatMap(({ path, phrases }) =>
  phrases.flatMap(({ id, they, aliases }) =>
    // In brackets stands what happens, not what is said.
    [they.replace(/（.*?）/g, ''), ...aliases]
      .filter(Boolean)
      .map((query) => ({ query, place: `/${path}/#${id}` })),
  ),
);
const everything = authoredLessons.flatMap(({ phrases }) =>
  phrases.map(({ they, aliases }) => [they, ...aliases].join()),
);
/** A prime, so that the sample has first and last forms alike. */
const tried = sample(forms, 29);

// The same code answers on plain http, where the queries below are enough.
test('each phrase is among the first found by whatever form of it the customer uses @secure', async ({
  page,
}) => {
  test.setTimeout(60_000 + tried.length * 1000);
  await page.goto('search/');
  for (const { query, place } of tried) {
    // A word that half of all customers use (投诉) has more places than the first five.
    const common = everything.filter((words) => words.includes(query)).length > 3;
    const found = await search(page, query);
    if (common) expect.soft(found.length, query).toBeGreaterThan(3);
    else expect.soft(found.slice(0, 5), query).toContain(place);
  }
});

test('words that stand in no heading find the right lesson among the first five', async ({
  page,
}) => {
  await page.goto('search/');
  for (const [query, lesson] of queries) {
    const found = await search(page, query);
    const lessons = found.slice(0, 5).map((address) => address.split('/')[2]);
    expect.soft(lessons, query).toContain(lesson);
  }
});

test('a result leads to the very place, with the words marked', async ({ page }) => {
  await page.goto('search/?q=踢皮球');
  const first = page.locator('.results li').first();
  await expect(first.locator('mark')).toHaveText('踢皮球');
  await first.getByRole('link').click();
  await expect(page).toHaveURL(/attitude\/visible\/#/);
  const anchor = decodeURIComponent(new URL(page.url()).hash);
  await expect(page.locator(`[id="${anchor.slice(1)}"]`)).toBeInViewport();
});

test('a question that is found is the one that is shown', async ({ page }) => {
  // Not the first of its lesson.
  const asked = authoredLessons.find(({ path }) => path === 'attitude/waiting')?.questions[3];
  await page.goto('search/');
  const [first] = await search(page, asked?.stem ?? '');
  expect(first).toBe(`/attitude/waiting/#${asked?.id}`);
  await page.locator('.results a').first().click();
  await expect(page.getByText(asked?.stem ?? '')).toBeInViewport();
});

test('what was searched is in the address, so that it can be opened again', async ({ page }) => {
  await page.goto('search/');
  const found = await search(page, '插队');
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('插队');
  await expect.poll(() => results(page)).toEqual(found);
});

test('a phrase is shown by what to say, and by the words that were looked for', async ({
  page,
}) => {
  await page.goto('search/?q=踢皮球');
  const excerpt = page.locator('.results .excerpt').first();
  await expect(excerpt).toHaveText(/^忙时这样说：.*踢皮球/);
});

test('controls and what is only said sometimes are not found', async ({ page }) => {
  await page.goto('search/');
  for (const words of ['脚本', '上移']) expect(await search(page, words)).toEqual([]);
});

test('nothing found is said, and an empty search asks for words', async ({ page }) => {
  await page.goto('search/');
  expect(await search(page, '<i>龘靐齉')).toEqual([]);
  await expect(page.getByRole('status').filter({ hasText: '龘靐齉' })).toHaveText(
    '没有找到“<i>龘靐齉”。换个说法，或者少写几个字再试。',
  );
  for (const nothing of ['  ', '？！', '😀']) {
    await search(page, '插队');
    await page.getByRole('searchbox').fill(nothing);
    await page.getByRole('searchbox').press('Enter');
    await expect(page.getByText('写几个字再搜')).toBeVisible();
    expect(await results(page)).toEqual([]);
  }
});

test('reasons of answers are not found: they would give the answers away @secure', async ({
  page,
}) => {
  await page.goto('search/');
  for (const { questions } of sampledLessons) {
    const [first] = questions.flatMap((question) => reasonsOf(question));
    const reason = first?.reason ?? '';
    await search(page, reason);
    await expect(page.locator('.results')).not.toContainText(reason.slice(0, 10));
  }
});

test('a query is only ever text @secure', async ({ page }) => {
  let asked = false;
  page.on('dialog', (dialog) => {
    asked = true;
    return dialog.dismiss();
  });
  for (const payload of [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    'javascript:alert(1)',
    '</title><svg/onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    '%3Cscript%3Ealert(1)%3C/script%3E',
  ]) {
    await page.goto(`search/?q=${encodeURIComponent(payload)}`);
    await expect(page.getByRole('searchbox')).toHaveValue(payload);
    await expect(page.locator('[data-part="status"]')).toHaveText(/找到/);
    await expect(page.locator('course-search').locator('img, svg, script')).toHaveCount(0);
  }
  expect(asked).toBe(false);
});

test('an index that does not come keeps nobody waiting for the passages', async ({ page }) => {
  await page.route('**/*.pf_*', () => undefined);
  await page.goto('search/?q=插队');
  await expect(page.locator('.results li').first()).toBeVisible();
  await expect(page.locator('[data-part="status"]')).toHaveText(/^找到\d+处，还在找……$/);
});

test('what comes later is added below, and the focus stays', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.pf_*', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('search/?q=下班');
  const link = page.locator('.results a').nth(1);
  await link.focus();
  const before = await results(page);
  release();
  await expect(page.locator('[data-part="status"]')).toHaveText(/^找到\d+处$/);
  await expect(link).toBeFocused();
  expect((await results(page)).slice(0, before.length)).toEqual(before);
});

test('a module that cannot be read leaves the others to be found, and is told of', async ({
  page,
  complaints,
}) => {
  complaints.expect(/404/);
  await page.route('**/passages/hotel.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('search/?q=插队');
  await expect(page.locator('[data-part="status"]')).toHaveText(
    /^找到\d+处（有几个模块没有读到，联网后再搜一次）$/,
  );
  expect(await results(page)).toContain('/attitude/waiting/#请人先办话朝着队伍说');
});

test('of a page of text that is pasted into the search the beginning is looked for', async ({
  page,
}) => {
  await page.goto('search/');
  const rare = Array.from({ length: 8000 }, (_, index) => String.fromCharCode(0xac00 + index));
  expect(await search(page, rare.join(''))).toEqual([]);
  await expect(page.locator('[data-part="status"]')).toHaveText(
    `没有找到“${rare.slice(0, 300).join('')}”。换个说法，或者少写几个字再试。`,
  );
});

test.describe('where the index is missing', () => {
  test.use({
    root: async ({ root }, use, testInfo) => {
      const copy = testInfo.outputPath('site');
      const isIndex = (file: string) => file.startsWith(join(root, 'pagefind-'));
      await cp(root, copy, { recursive: true, filter: (file) => !isIndex(file) });
      await use(copy);
    },
  });

  test('search says so, and the lessons are untouched', async ({ page, complaints }) => {
    complaints.allow(/404|Failed to fetch dynamically imported module/);
    await page.goto('search/?q=插队');
    await expect(page.getByText('搜索暂时用不了：索引没有读到。')).toBeVisible();
    await page.goto('attitude/waiting/');
    await expect(page.locator('course-quiz[data-ready]')).toHaveCount(2);
  });
});

/** Searches by typing, waits for the outcome, and returns the addresses of the results. */
async function search(page: Page, query: string): Promise<string[]> {
  const box = page.getByRole('searchbox');
  await box.fill(query);
  await box.press('Enter');
  await expect(page.locator('[data-part="status"]')).toHaveText(/^(?:找到\d+处|没有找到.*)$/);
  return results(page);
}

function results(page: Page): Promise<string[]> {
  return page.locator('.results a').evaluateAll((links) =>
    links.map((link) => {
      const { pathname, hash } = link as HTMLAnchorElement;
      return pathname + decodeURIComponent(hash);
    }),
  );
}
