/**
 * Rows of the matrix as functions: a spec runs each on the site as it is, and `planted.spec.ts` on
 * sites with a defect, where it has to reject.
 */
import type { Page } from '@playwright/test';
import { answerAndSave, choose, questionOn, rightChoice, showQuestion } from '../e2e/answering.ts';
import { LESSON, pretest, questions } from '../e2e/authored.ts';
import { place, shownQuestion } from '../e2e/paper.ts';
import { downloadAll, openReadyLesson, untilReadyOffline } from '../e2e/readiness.ts';
import { updateBar, updateButton } from '../e2e/updating.ts';
import type { Fault } from './network.ts';
import { ADDED, expect, filesOf, filesOfPack, findWrong, type Stage } from './stage.ts';

export const PACK = 'bank';
export const packOn = (page: Page, id = PACK) => page.locator(`[data-pack="${id}"]`);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens the page of packs, with a shell that is complete. */
export async function openPacks(page: Page): Promise<void> {
  await page.goto('offline/');
  await expect(packOn(page).getByText(/^没下载，约/)).toBeVisible();
  await untilReadyOffline(page);
}

/** The pack opens without a server, each file of it as it was built. */
export async function expectWhole({ page, site, root }: Stage, pack = PACK): Promise<void> {
  await site.goOffline();
  expect(await findWrong(page, filesOfPack(await filesOf(root), pack))).toEqual([]);
}

/** Row 4. */
export async function stumble(stage: Stage, fault: 'broken' | 'reset' | 'short'): Promise<void> {
  const { page, site, root } = stage;
  await openPacks(page);
  const [, bad] = [...filesOfPack(await filesOf(root), PACK).keys()];
  let times = 0;
  site.fault = (path) => {
    if (path !== `/${bad}`) return undefined;
    times += 1;
    return times <= 2 ? fault : undefined;
  };
  await packOn(page).getByRole('button', { name: '下载' }).click();
  await expect(packOn(page)).toHaveAttribute('data-state', 'ready', { timeout: 10_000 });
  expect(times).toBe(3);
  await expectWhole(stage);
}

/** Rows 3 and 5–8: what is well is kept, what is not is named, and fetched alone at the next try. */
export async function goOn(stage: Stage, fault: Fault, words: RegExp): Promise<void> {
  const { page, site, root } = stage;
  await openPacks(page);
  const addresses = [...filesOfPack(await filesOf(root), PACK).keys()];
  const bad = addresses[3] ?? '';
  site.fault = (path) => (path === `/${bad}` ? fault : undefined);
  const pack = packOn(page);
  await pack.getByRole('button', { name: '下载' }).click();
  await expect(pack.getByText(words)).toBeVisible();
  await expect(pack).toHaveAttribute('data-state', 'failed');
  await expect(pack.getByText('已下载', { exact: true })).toHaveCount(
    (await pack.locator('[data-lesson]').count()) - 1,
  );
  site.fault = () => undefined;
  site.asked.length = 0;
  await pack.getByRole('button', { name: '重试' }).click();
  await expect(pack).toHaveAttribute('data-state', 'ready');
  expect(site.asked.filter((path) => addresses.includes(path.slice(1)))).toEqual([`/${bad}`]);
  await expectWhole(stage);
}

/** Row 2: the page is named, and what can be read now is listed. */
export async function missPage({ page, site }: Stage): Promise<void> {
  await page.goto('attitude/');
  await untilReadyOffline(page);
  await site.goOffline();
  await page.goto('bank/');
  await expect(heading(page)).toHaveText('没有网络，这一页还没下载');
  await page.goto('bank/lobby/');
  await expect(heading(page)).toHaveText(/^本课尚未下载：/);
  await expect(page.locator('[data-part="page-status"]')).toContainText('现在就能看');
  const ready = page.locator('.lessons').getByRole('link').filter({ visible: true });
  await expect(ready.first()).toHaveAttribute('href', /^\/attitude\//);
  await ready.first().click();
  await expect(page.locator('course-quiz[data-ready]').first()).toBeVisible();
}

/** Row 2, where the network is there and says nothing. */
export async function waitInVain({ page, site }: Stage): Promise<void> {
  await page.goto('attitude/');
  await untilReadyOffline(page);
  site.fault = () => 'silent';
  await page.goto('bank/', { timeout: 20_000 });
  await expect(heading(page)).toHaveText('没有网络，这一页还没下载');
  await page.goto(`${LESSON}/`, { timeout: 5_000 });
  await expect(page.locator('course-quiz[data-ready]').first()).toBeVisible();
}

/** Row 20: after a half deploy and its completion there is the new build and nothing of the old one. */
export async function completeDeploy({ page, site, nextRoot }: Stage): Promise<void> {
  await openReadyLesson(page);
  // Everything is new but the lesson, which is not there at all.
  await site.deploy(nextRoot);
  site.fault = (path) => (path === `/${LESSON}/` ? 'missing' : undefined);
  await page.reload();
  await expect(page.locator('course-offline[data-state="failed"]')).toBeVisible();
  await expect(updateBar(page)).toBeHidden();
  site.fault = () => undefined;
  await page.reload();
  await updateButton(page).click();
  await expect(page.getByText(ADDED)).toBeVisible();
  await expect(page.locator('html[data-next]')).toBeAttached();
  await untilReadyOffline(page);
  await site.goOffline();
  const files = await filesOf(nextRoot);
  for (const pack of ['shell', 'attitude']) {
    expect(await findWrong(page, filesOfPack(files, pack)), pack).toEqual([]);
  }
}

/** Row 22: a page of the old build loads what it needs late, although the server has it no more. */
export async function loadLate({ page, context, site, root, nextRoot }: Stage): Promise<void> {
  await page.goto('./');
  await downloadAll(page);
  await page.goto(`${LESSON}/`);
  const asked = await showQuestion(page, questions[0]);
  await choose(asked, rightChoice(questions[0]));
  await site.deploy(nextRoot);
  const other = await context.newPage();
  await other.goto('attitude/');
  await updateButton(other).click();
  await expect(other.locator('html[data-next]')).toBeAttached();
  await other.close();
  const next = new Map(await filesOf(nextRoot));
  const gone = [...(await filesOf(root))].filter(
    ([address, { pack }]) => pack === 'shell' && !next.has(address),
  );
  expect(gone.map(([address]) => address)).toContainEqual(expect.stringMatching(/later\./));
  expect(await findWrong(page, new Map(gone))).toEqual([]);
  await asked.getByRole('button', { name: '有把握，提交' }).click();
  await expect(asked.getByText('已保存')).toBeVisible();
}

/** Row 24, for a test: while a paper is open the bar refuses, and nothing is reloaded. */
export async function updateInTest({ page, site, nextRoot }: Stage): Promise<void> {
  await page.goto('attitude/test/');
  await untilReadyOffline(page);
  await page.getByRole('button', { name: '开始测验' }).click();
  await page.getByText(place(1)).waitFor();
  await site.deploy(nextRoot);
  await page.reload();
  await page.getByText(place(1)).waitFor();
  const asked = await shownQuestion(page).getAttribute('data-question');
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await updateButton(page).click();
  await expect(page.getByText('这张卷子还没答完，交卷后再更新。')).toBeVisible();
  // A reload would come when the worker has switched.
  await page.waitForTimeout(3000);
  expect(loads).toBe(0);
  expect(await shownQuestion(page).getAttribute('data-question')).toBe(asked);
}

/** Row 23: of two tabs on two builds one answers, the other one reads; both have what was answered. */
export async function shareQuiz({ page, context, site, nextRoot }: Stage): Promise<void> {
  await openReadyLesson(page);
  await answerAndSave(page, pretest);
  await site.deploy(nextRoot);
  const other = await context.newPage();
  await other.goto('attitude/');
  await updateButton(other).click();
  await expect(other.locator('html[data-next]')).toBeAttached();
  await other.goto(`${LESSON}/`);
  await expect(other.getByText(ADDED)).toBeVisible();
  await expect(other.getByText('这组题已在另一页打开').first()).toBeVisible();
  await expect(other.locator('.question fieldset:enabled')).toHaveCount(0);
  await answerAndSave(page, questions[0]);
  await page.close();
  await other.locator('course-quiz[data-ready]').nth(1).waitFor();
  for (const question of [pretest, questions[0]]) {
    await expect(
      questionOn(other, question).getByRole('heading', { name: '答对了' }),
    ).toBeVisible();
  }
  await answerAndSave(other, questions[1]);
}
