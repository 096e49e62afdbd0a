/** Without JavaScript: a lesson is a finished page, and what needs a script says so. */

import type { Locator, Page } from '@playwright/test';
import { reasonsOf } from '../../src/core/quiz/grade.ts';
import { questionOn } from './answering.ts';
import { sampledLessons, slots, withDefaults } from './authored.ts';
import { expect, test } from './site.ts';

test.use({ javaScriptEnabled: false });

for (const { path, title, questions, phrases } of sampledLessons) {
  test(`${title} is readable to its last reason @anywhere`, async ({ page }) => {
    await page.goto(`${path}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    // A module of one sector has no words of the others.
    expect([0, 4]).toContain(await page.locator('.sector').count());
    for (const sector of await page.locator('.sector').all()) await expect(sector).toBeVisible();
    for (const { busy } of phrases) await expect(page.getByText(busy).first()).toBeVisible();
    for (const question of questions) {
      const asked = questionOn(page, question);
      await expect(asked.getByText(question.stem)).toBeVisible();
      for (const button of await asked.getByRole('button').all())
        await expect(button).toBeDisabled();
      const answers = asked.locator('details');
      await answers.locator('summary').click();
      for (const { part, text, reason, right } of reasonsOf(question)) {
        const answer = answers.locator(`[data-reason="${part}"]`);
        await expect(answer).toBeVisible();
        await expect(answer).toContainText(text);
        await expect(answer).toContainText(withDefaults(reason));
        const key = answer.getByText('正确', { exact: true });
        if ('options' in question) await expect(key).toHaveCount(right ? 1 : 0);
      }
    }
    await expect(explanation(page)).toContainText('这里没有开脚本，不能记下答案');
  });
}

test('the whole course is reached by links alone @secure', async ({ page, course }) => {
  test.slow();
  const title = page.getByRole('heading', { level: 1 });
  for (const module of course.modules) {
    await page.goto('./');
    const link = page.locator('.modules').getByRole('link', { name: module.title });
    if (!(await link.isVisible())) await page.getByText('给培训员和班长的').click();
    await link.click();
    const [first, ...others] = module.lessons;
    await page.getByRole('link', { name: first?.title ?? '' }).click();
    await expect(title).toHaveText(first?.title ?? '');
    for (const next of others) {
      await page.locator('.next').getByRole('link').click();
      await expect(title).toHaveText(next.title);
    }
  }
});

test('the institution’s own rules are all listed, and nothing is said of what cannot be known @anywhere', async ({
  page,
}) => {
  await page.goto('local/');
  await expect(explanation(page)).toContainText('没有开脚本，看不出哪些填过');
  for (const { label } of slots) {
    await expect(page.getByRole('heading', { name: label, exact: true })).toBeVisible();
  }
  await expect(page.getByText('还没填')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link', { name: '下载模板' })).toBeVisible();
});

test('the search form explains itself and loses nobody @anywhere', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox').fill('插队');
  await page.getByRole('button', { name: '搜' }).click();
  await expect(explanation(page)).toContainText('搜索要开脚本才能用');
  await page.getByRole('link', { name: '全部模块' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('窗口学堂');
});

test('我的学习 says why it is empty, and no page offers what cannot work @anywhere', async ({
  page,
  course,
}) => {
  await page.goto('record/');
  await expect(explanation(page)).toContainText('没有开脚本，这里看不到您的进度');
  const [post] = course.posts;
  const learning = ['', 'record/', 'record/sheet/', 'attitude/', `path/${post?.id}/`];
  const paths = [...learning, 'offline/', 'learner/', 'privacy/', 'diagnostics/', 'reset/'];
  for (const path of paths) {
    await page.goto(`./${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    await expect(page.getByRole('button'), path).toHaveCount(0);
    await expect(page.getByRole('radio'), path).toHaveCount(0);
  }
});

for (const [path, words] of [
  ['record/sheet/', '记录单要开脚本才能填好'],
  ['attitude/test/', '测验要开脚本才能做'],
  ['offline/', '没有开脚本，这里存不下课'],
  ['learner/', '没有开脚本，这里分不开几个人'],
  ['diagnostics/', '没有开脚本，这里查不了'],
  ['reset/', '没有开脚本，这一页帮不上忙'],
] as const) {
  test(`the page ${path} says that it needs a script @anywhere`, async ({ page }) => {
    await page.goto(path);
    await expect(explanation(page)).toContainText(words);
  });
}

/** What a page says in its stead to browsers without JavaScript; Playwright finds no text there. */
function explanation(page: Page): Locator {
  return page.locator('noscript p').first().filter({ visible: true });
}
