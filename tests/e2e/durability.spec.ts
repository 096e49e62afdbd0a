/** What a browser does to a record: databases that vanish or rot, a full disk, two tabs at once. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { readBackup } from '../../src/core/record/backup.ts';
import {
  answer,
  answerAndSave,
  chosenIn,
  questionOn,
  rightChoice,
  showQuestion,
} from './answering.ts';
import { LESSON, pretest, questions } from './authored.ts';
import { expect, test, untilFree } from './phone.ts';
import { deleteDatabase, readRows, untilCopied } from './stored.ts';

const [first, second, third] = questions;

test('what a browser has deleted comes back from the second copy, and that is said once', async ({
  page,
}) => {
  await answerTwo(page, `${LESSON}/`);
  await deleteDatabase(page);
  await page.goto('record/');
  await expect(page.getByText('已经从第二份里找回2条')).toBeVisible();
  await expectAnswered(page, 2);
  await page.reload();
  await expectAnswered(page, 2);
  await expect(page.getByText('已经从第二份里找回')).toBeHidden();
  // The record goes on after it.
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, second);
  await page.goto('record/');
  await expectAnswered(page, 3);
});

test('what vanishes under an open page comes back with what is answered there afterwards @row-33', async ({
  page,
}) => {
  await answerTwo(page, `${LESSON}/`);
  await deleteDatabase(page);
  // Two answers, since the second copy is two files written in turn.
  await answerAndSave(page, second);
  await answerAndSave(page, third);
  await untilCopied(page, 4);
  await page.goto('record/');
  await expectAnswered(page, 4);
});

test('a database that has rotted on the disk is replaced by the second copy @secure @row-34', async ({
  phone,
  site,
}, testInfo) => {
  let page = await phone.start();
  await answerTwo(page, `${site.url}${LESSON}/`);
  await phone.kill();
  await damageDatabase(testInfo, site.url);

  page = await phone.start();
  await page.goto(`${site.url}record/`);
  await expect(page.getByText('已经从第二份里找回2条')).toBeVisible();
  await expectAnswered(page, 2);
  await page.goto(`${site.url}${LESSON}/`);
  await answerAndSave(page, second);
});

test('on a full disk the next answer has its space; then it is said what is not saved, and the rest gets out @secure @row-32', async ({
  page,
  context,
  site,
}) => {
  const { origin } = new URL(site.url);
  const browser = await context.newCDPSession(page);
  const limit = (quotaSize?: number) =>
    browser.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize && { quotaSize }) });
  await limit(8 * 1024 * 1024);
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await untilCopied(page, 1);
  await page.evaluate(fillDisk);
  // A quarter of a megabyte too much: only who gives up as much can write again.
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  await limit(usage - 256 * 1024);
  await answerAndSave(page, first);

  await limit(1);
  await page.evaluate(fillDisk);
  const asked = await showQuestion(page, second);
  await answer(asked, rightChoice(second));
  await expect(asked.getByText('这个答案没有存上，你的选择还在。')).toBeVisible();
  await expect(asked.getByText('已保存')).toBeHidden();
  expect(await chosenIn(asked)).toEqual(rightChoice(second));

  const rescued = page.waitForEvent('download');
  await asked.getByRole('button', { name: '存成文件' }).click();
  const { rows } = readBackup(await readFile(await (await rescued).path(), 'utf8'));
  expect(rows).toHaveLength(3);
  expect(rows[2]).toMatchObject({ question: second.id, answer: rightChoice(second) });

  // And what was saved, in another tab, since this one still has an answer to give.
  const other = await context.newPage();
  await other.goto('record/');
  await expectAnswered(other, 2);
  const download = other.waitForEvent('download');
  await other.getByRole('button', { name: '存成文件' }).click();
  const backup = readBackup(await readFile(await (await download).path(), 'utf8'));
  expect(backup.rows).toEqual(await readRows(other, 'events'));
  await other.close();

  await limit();
  await asked.getByRole('button', { name: '有把握，提交' }).click();
  await expect(asked.getByText('已保存')).toBeVisible();
});

test('a second tab is for reading until the first one is closed, and then goes on @row-23', async ({
  page,
  context,
}) => {
  await page.goto(`${LESSON}/`);
  await untilFree(page);
  const other = await context.newPage();
  await other.goto(`${LESSON}/`);
  await expect(other.getByText('这组题已在另一页打开')).toHaveText([/自动接上/, /自动接上/]);
  await expect(questionOn(other, pretest).getByText(pretest.stem)).toBeVisible();
  await expect(other.locator('.question fieldset:enabled')).toHaveCount(0);

  await answerAndSave(page, pretest);
  await answerAndSave(page, first);
  await page.close();
  await untilFree(other);
  await expect(other.getByText('这组题已在另一页打开').filter({ visible: true })).toHaveCount(0);
  await expect(questionOn(other, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
  await expect(questionOn(other, first).getByRole('heading', { name: '答对了' })).toBeVisible();
  await answerAndSave(other, second);
  await other.goto('record/');
  await expectAnswered(other, 3);
});

/** Answers two questions of the lesson at `address`, and waits for the second copy of both. */
async function answerTwo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await answerAndSave(page, pretest);
  await answerAndSave(page, first);
  await untilCopied(page, 2);
}

async function expectAnswered(page: Page, count: number): Promise<void> {
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(new RegExp(`^答了${count}题`));
}

/** Turns over bits in the middle of each file in which Chromium keeps the origin's databases. */
async function damageDatabase(testInfo: TestInfo, url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const folder = join(
    testInfo.outputPath('profile'),
    `Default/IndexedDB/http_${hostname}_${port}.indexeddb.leveldb`,
  );
  const names = (await readdir(folder)).filter((name) => /\.(?:log|ldb)$/.test(name));
  expect(names).not.toEqual([]);
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    for (let at = 64; at < bytes.length; at += 256) bytes[at] = ~(bytes[at] ?? 0);
    await writeFile(join(folder, name), bytes);
  }
}

/** Runs in the page: takes what space there is, first in large pieces, then in small ones. */
async function fillDisk(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('filler');
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('pieces', { autoIncrement: true });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const put = (bytes: number) =>
    new Promise<boolean>((resolve) => {
      const transaction = database.transaction('pieces', 'readwrite');
      transaction.objectStore('pieces').add(crypto.getRandomValues(new Uint8Array(bytes)));
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
  for (let bytes = 64 * 1024; bytes >= 64; bytes /= 4) while (await put(bytes));
  database.close();
}
