/** Rows 30 and 35: the browser stops the worker whenever it likes, and drops what it likes. */
import type { BrowserContext, Page } from '@playwright/test';
import { randomFrom } from '../content/random-edit.ts';
import { answerAndSave } from '../e2e/answering.ts';
import { LESSON, pretest } from '../e2e/authored.ts';
import { openReadyLesson, untilReadyOffline } from '../e2e/readiness.ts';
import { updateButton } from '../e2e/updating.ts';
import { expectWhole, openPacks, packOn } from './rows.ts';
import { seed } from './seed.ts';
import { ADDED, expect, filesOf, filesOfPack, findWrong, test } from './stage.ts';

/** As a browser does with one that has nothing to do. */
async function stopperOf(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  return async () => void (await session.send('ServiceWorker.stopAllWorkers'));
}

test('a worker that is stopped at every step is noticed by nobody @row-30', async ({
  page,
  context,
  site,
  nextRoot,
}) => {
  await openPacks(page);
  const stop = await stopperOf(context, page);
  await stop();
  await packOn(page).getByRole('button', { name: '下载' }).click();
  while ((await packOn(page).getAttribute('data-state')) !== 'ready') await stop();
  await page.goto(`${LESSON}/`);
  await stop();
  await answerAndSave(page, pretest);
  await untilReadyOffline(page);
  await site.deploy(nextRoot);
  await stop();
  await page.reload();
  const update = updateButton(page);
  await expect(update).toBeVisible();
  await stop();
  await update.click();
  await expect(page.getByText(ADDED)).toBeVisible();
  await untilReadyOffline(page);
  await stop();
  await site.goOffline();
  const files = await filesOf(nextRoot);
  for (const pack of ['shell', 'attitude', 'bank']) {
    expect(await findWrong(page, filesOfPack(files, pack)), pack).toEqual([]);
  }
});

test('without the note which build answers, the newest whole one does @row-35', async ({
  page,
  context,
  site,
  nextRoot,
}) => {
  await openReadyLesson(page);
  await site.deploy(nextRoot);
  await page.reload();
  await updateButton(page).click();
  await expect(page.getByText(ADDED)).toBeVisible();
  await page.goto('attitude/');
  await untilReadyOffline(page);
  await page.evaluate(async () => (await caches.open('builds')).delete('/pointer'));
  await (await stopperOf(context, page))();
  await site.goOffline();
  await page.goto(`${LESSON}/`);
  await expect(page.getByText(ADDED)).toBeVisible();
});

test('pages that the browser has dropped are named offline, the others open, and all is mended online @row-35', async ({
  page,
  site,
  stage,
}) => {
  await openReadyLesson(page);
  const random = randomFrom(seed);
  await site.goOffline();
  const pages = ['waiting', 'apology', 'visible', 'first-last'].map((id) => `attitude/${id}/`);
  const dropped = pages.filter(() => random() < 0.5);
  if (dropped.length === 0) dropped.push(`${LESSON}/`);
  await page.evaluate(async (addresses) => {
    const cache = await caches.open('content');
    for (const address of addresses) {
      const text = await (await fetch(`/${address}`)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
      const name = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      if (!(await cache.delete(`/content/${name}`))) throw new Error(`${address} was not there`);
    }
  }, dropped);
  for (const address of pages) {
    await page.goto(address);
    const heading = page.getByRole('heading', { level: 1 });
    if (dropped.includes(address)) await expect(heading).toHaveText(/^本课尚未下载：/);
    else await expect(page.locator('course-quiz[data-ready]').first()).toBeVisible();
  }
  await site.goOnline();
  await page.goto('attitude/');
  await untilReadyOffline(page);
  await expectWhole(stage, 'attitude');
});
