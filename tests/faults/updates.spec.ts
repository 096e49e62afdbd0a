/** Rows 13, 17, 18, 20–24: a server between two builds, and a worker’s script that is not one. */
import type { Page } from '@playwright/test';
import { answerAndSave, questionOn } from '../e2e/answering.ts';
import { pretest } from '../e2e/authored.ts';
import { downloadAll, openReadyLesson, untilReadyOffline } from '../e2e/readiness.ts';
import { putRows, readRows } from '../e2e/stored.ts';
import { updateButton } from '../e2e/updating.ts';
import type { Fault } from './network.ts';
import { completeDeploy, expectWhole, loadLate, shareQuiz, updateInTest } from './rows.ts';
import { ADDED, expect, filesOf, findWrong, test } from './stage.ts';

/** Asks for the worker’s script again; tells whether the worker is still the one that it was. */
const updateWorker = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const before = registration?.active;
    await registration?.update().catch(() => undefined);
    const { installing } = registration ?? {};
    if (installing) {
      await new Promise<void>((resolve) => {
        installing.onstatechange = () => installing.state !== 'installing' && resolve();
      });
    }
    return before !== undefined && registration?.active === before;
  });

const spoilt: readonly Fault[] = [
  ...(['missing', 'broken', 'reset', 'short', 'chunked', 'cut', 'portal', 'login'] as const),
];

test('a worker’s script that is none leaves the worker that there is @row-17 @row-13', async ({
  page,
  site,
  stage,
}) => {
  await openReadyLesson(page);
  for (const fault of spoilt) {
    site.fault = (path) => (path.startsWith('/sw.js') ? fault : undefined);
    expect(await updateWorker(page), fault).toBe(true);
  }
  site.fault = () => undefined;
  await expectWhole(stage, 'attitude');
});

test('a portal that answers for worker and pointer changes nothing @row-13', async ({
  page,
  site,
  stage,
}) => {
  await openReadyLesson(page);
  site.fault = (path) => (/sw\.js|current\.json/.test(path) ? 'portal' : undefined);
  await page.reload();
  await expect(page.locator('course-offline[data-state]')).toHaveText(/断了网也能用/);
  await answerAndSave(page, pretest);
  await expectWhole(stage, 'attitude');
});

test('new pages beside an old worker’s script come whole, or not yet @row-18', async ({
  page,
  site,
  nextRoot,
}) => {
  await openReadyLesson(page);
  await site.deploy(nextRoot);
  // The worker’s script is the old one: what the network changes, its digest tells.
  site.fault = (path) => (path.startsWith('/sw.js') ? 'missing' : undefined);
  await page.reload();
  await updateButton(page).click();
  await expect(page.getByText(ADDED)).toBeVisible();
  await untilReadyOffline(page);
  await site.goOffline();
  const files = [...(await filesOf(nextRoot))].filter(([, { pack }]) =>
    ['shell', 'attitude'].includes(pack),
  );
  expect(await findWrong(page, new Map(files))).toEqual([]);
});

test('a half deploy is not offered; completed it is the new build and nothing else @row-20 @quick', async ({
  stage,
}) => {
  await completeDeploy(stage);
});

test('after a rollback older lessons work, and rows of the newer build are kept unread @row-21', async ({
  page,
  site,
  root,
  nextRoot,
}) => {
  await site.deploy(nextRoot);
  await openReadyLesson(page);
  await expect(page.getByText(ADDED)).toBeVisible();
  await answerAndSave(page, pretest);
  const newer = { id: 'of-the-newer-build', type: 'of a later version' };
  await putRows(page, 'events', [newer]);
  await site.deploy(root);
  await page.reload();
  await updateButton(page).click();
  await expect(page.getByText(ADDED)).toHaveCount(0);
  await expect(questionOn(page, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
  await expect(page.getByText('有1条学习记录这个版本读不出')).toBeVisible();
  expect(await readRows(page, 'events')).toContainEqual(newer);
  await untilReadyOffline(page);
  await site.goOffline();
  await page.reload();
  await expect(questionOn(page, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
});

test('an old page loads late what the server has no more @row-22', async ({ stage }) => {
  await loadLate(stage);
});

test('a search that is begun late in an old page finds its own index @row-22', async ({
  page,
  context,
  site,
  nextRoot,
}) => {
  await page.goto('./');
  await downloadAll(page);
  await page.goto('search/');
  await site.deploy(nextRoot);
  const other = await context.newPage();
  await other.goto('attitude/');
  await updateButton(other).click();
  await expect(other.locator('html[data-next]')).toBeAttached();
  await page.getByRole('searchbox').fill('插队');
  await page.getByRole('button', { name: '搜' }).click();
  await expect(page.getByText(/^找到\d+处$/)).toBeVisible();
});

test('two tabs on two builds share a quiz: one answers, one reads @row-23', async ({ stage }) => {
  await shareQuiz(stage);
});

test('an open paper is not reloaded by an update @row-24', async ({ stage }) => {
  await updateInTest(stage);
});
