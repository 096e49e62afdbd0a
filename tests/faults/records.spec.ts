/** Rows 25, 29, 33, 36–39: what browsers and devices do to a record. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readBackup } from '../../src/core/record/backup.ts';
import { answer, answerAndSave, questionOn, rightChoice, showQuestion } from '../e2e/answering.ts';
import { LESSON, pretest, questions } from '../e2e/authored.ts';
import { openReadyLesson, untilReadyOffline } from '../e2e/readiness.ts';
import { readRows, untilCopied } from '../e2e/stored.ts';
import { expect, test } from './stage.ts';

const [first, second] = questions;
const answered = (page: Page) => page.locator(`[data-lesson="${LESSON}"]`);

test('a frozen tab that holds the old database does not keep the page from being used @row-25', async ({
  page,
  context,
  site,
}) => {
  // Of the first release, and deaf: it is not asked to make way, since it is frozen.
  const old = await context.newPage();
  await old.goto(`${site.url}local.json`);
  await old.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('window-course', 1);
        opening.onupgradeneeded = () => {
          for (const name of ['events', 'sittings']) {
            opening.result.createObjectStore(name, { keyPath: 'id' });
          }
          opening.result.createObjectStore('meta').put({ run: 'old', seq: 0 }, 'run');
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          Object.assign(window, { held: opening.result });
          resolve();
        };
      }),
  );
  const session = await context.newCDPSession(old);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.bringToFront();
  await page.goto(`${LESSON}/`);
  await page.locator('course-quiz[data-ready]').first().waitFor({ timeout: 8000 });
  const asked = await showQuestion(page, pretest);
  await answer(asked, rightChoice(pretest));
  await expect(asked.getByRole('heading', { name: '答对了' })).toBeVisible();
  await expect(asked.getByText('已保存')).toBeHidden();
  // When it is gone, what was answered meanwhile is there: the second copy has it.
  await session.detach();
  await old.close();
  await page.goto('record/');
  await expect(answered(page)).toHaveText(/^答了1题/);
});

test('after a renderer crash the page comes back with what was said to be saved @row-29', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(`${site.url}${LESSON}/`);
  await answerAndSave(page, pretest);
  const again = await context.newPage();
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Nobody is left to answer.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await again.goto(`${site.url}${LESSON}/`);
  await expect(questionOn(again, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
  await answerAndSave(again, first);
});

test('databases that the browser clears under an open page come back from the files @row-33', async ({
  page,
  context,
  site,
}) => {
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await answerAndSave(page, first);
  await untilCopied(page, 2);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(site.url);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await answerAndSave(page, second);
  await page.goto('record/');
  await expect(answered(page)).toHaveText(/^答了3题/);
});

test('after all storage was wiped there is a fresh start, and an exported file brings all back @row-36', async ({
  page,
  context,
  site,
}, testInfo) => {
  await openReadyLesson(page);
  await answerAndSave(page, pretest);
  await page.goto('record/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '存成文件' }).first().click();
  const file = testInfo.outputPath('backup.json');
  await (await download).saveAs(file);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(site.url);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await page.goto('./');
  await expect(page.getByRole('link', { name: '柜员' })).toBeVisible();
  await untilReadyOffline(page);
  await page.goto('record/#backup');
  await page.locator('course-backup summary').click();
  await page.getByLabel('备份文件').setInputFiles(file);
  await page.getByRole('button', { name: '看看里面有什么' }).click();
  await page.getByRole('button', { name: '合到这台设备' }).click();
  await expect(page.getByText('合好了，新增1条。')).toBeVisible();
  await page.reload();
  await expect(answered(page)).toHaveText(/^答了1题/);
});

test('without worker and database it is said before the first question, and answers can be exported @row-37', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['serviceWorker', 'storage']) {
      Object.defineProperty(Navigator.prototype, name, { value: undefined });
    }
    // `in` still finds what is only undefined.
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await page.goto(`${LESSON}/`);
  await expect(page.getByRole('alert').filter({ hasText: '这个浏览器不让保存' })).toBeVisible();
  await expect(page.locator('course-offline')).toHaveText(/^这个浏览器不能离线使用/);
  const asked = await showQuestion(page, pretest);
  await answer(asked, rightChoice(pretest));
  await expect(asked.getByText('只在这一页里记着，关掉页面就没了')).toBeVisible();
});

test('a connection that was lost in the background costs one silent try @row-38', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    const all: IDBDatabase[] = [];
    IDBFactory.prototype.open = function (...parts) {
      const opening = open.apply(this, parts);
      opening.addEventListener('success', () => all.push(opening.result));
      return opening;
    };
    document.addEventListener('test:background', () => {
      for (const database of all) database.close();
    });
  });
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  for (const question of [first, second]) {
    await page.evaluate(() => document.dispatchEvent(new Event('test:background')));
    await answerAndSave(page, question);
  }
  await page.goto('record/');
  await expect(answered(page)).toHaveText(/^答了3题/);
});

test('a clock that is years off changes neither order nor count, and no time is below nought @row-39', async ({
  page,
}) => {
  const year = 365 * 24 * 3600 * 1000;
  const now = Date.now();
  const given = [pretest, first, second] as const;
  for (const [index, at] of [now, now - 2 * year, now + 10 * year].entries()) {
    await page.clock.setFixedTime(at);
    await page.goto(`${LESSON}/`);
    const question = given[index];
    if (question) await answerAndSave(page, question);
  }
  const rows = await readRows(page, 'events');
  const inOrder = [...rows].sort((a, b) => Number(a.seq) - Number(b.seq));
  expect(inOrder.map(({ question }) => question)).toEqual(given.map(({ id }) => id));
  for (const path of ['record/', 'record/sheet/', './']) {
    await page.goto(path);
    await expect(page.locator('main')).not.toHaveText(/-\d+(?:天|分|小时|题)|NaN|Invalid/);
  }
  await page.goto('record/');
  await expect(answered(page)).toHaveText(/^答了3题/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '存成文件' }).first().click();
  expect(readBackup(await readFile(await (await download).path(), 'utf8')).rows).toHaveLength(3);
});

test.describe('in another time zone', () => {
  test.use({ timezoneId: 'America/Los_Angeles' });
  test('the record goes on @row-39', async ({ page }) => {
    await page.goto(`${LESSON}/`);
    await answerAndSave(page, pretest);
    await page.goto('record/');
    await expect(answered(page)).toHaveText(/^答了1题/);
  });
});
