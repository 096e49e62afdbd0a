/** Rows 40–43: what is handed in as a backup and is none, or is an old one. */
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { writeBackup } from '../../src/core/record/backup.ts';
import { badBackups } from '../bad-backups.ts';
import { answerAndSave } from '../e2e/answering.ts';
import { LESSON, pretest, questions } from '../e2e/authored.ts';
import { readRows } from '../e2e/stored.ts';
import { buildAnswer } from '../record-builder.ts';
import { expect, test } from './stage.ts';

const said = (page: Page) => page.locator('[data-part="preview"]');

/** Hands in a file; gives how long the page took to say what it is, in milliseconds. */
async function handIn(page: Page, file: string): Promise<number> {
  const restore = page.locator('course-backup details');
  if ((await restore.getAttribute('open')) === null) await restore.locator('summary').click();
  await page.getByLabel('备份文件').setInputFiles(file);
  return page.evaluate(async () => {
    const place = document.querySelector('[data-part="preview"]');
    const started = performance.now();
    document.querySelector<HTMLElement>('[data-action="preview"]')?.click();
    while (!place?.textContent) await new Promise((next) => setTimeout(next, 5));
    return performance.now() - started;
  });
}

test.beforeEach(async ({ page }) => {
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await page.goto('record/');
});

test('a file of 200 MB is refused before it is read @row-40', async ({ page }, testInfo) => {
  const file = testInfo.outputPath('large.json');
  await writeFile(file, Buffer.alloc(200 * 1024 * 1024, ' '));
  const took = await handIn(page, file);
  await expect(said(page)).toContainText('超过32兆');
  expect(took).toBeLessThan(1000);
  expect(await readRows(page, 'events')).toHaveLength(1);
});

test('ten gigabytes in a small file stay in it @row-42', async ({ page }, testInfo) => {
  const file = testInfo.outputPath('bomb.json');
  // Compressed twice, 200 MB of nothing are less than a kilobyte; nobody unpacks even once.
  await writeFile(file, gzipSync(gzipSync(Buffer.alloc(200 * 1024 * 1024))));
  const took = await handIn(page, file);
  await expect(said(page)).toContainText('这不是窗口学堂的备份。');
  expect(took).toBeLessThan(1000);
});

test('each hostile text is refused for its reason, and no prototype is touched @row-41 @row-40', async ({
  page,
}, testInfo) => {
  const before = await readRows(page, 'events');
  for (const [index, { what, text }] of badBackups.entries()) {
    const file = testInfo.outputPath(`bad-${index}.json`);
    await writeFile(file, text);
    await handIn(page, file);
    await expect(said(page), what).toContainText('这台设备上的记录没有动。');
  }
  expect(await page.evaluate(() => ({}) as Record<string, unknown>)).toEqual({});
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  expect(await readRows(page, 'events')).toEqual(before);
});

test('an older backup adds what is missing, and twice it adds nothing @row-43', async ({
  page,
}, testInfo) => {
  const [mine] = await readRows(page, 'events');
  const other = buildAnswer({ question: questions[0].id, at: 1 });
  const file = testInfo.outputPath('older.json');
  const rows = [mine as never, other];
  await writeFile(file, writeBackup({ made: 1, rows, sittings: [] }));
  await handIn(page, file);
  await expect(said(page)).toContainText('新的1条，这台设备已有1条。');
  await page.getByRole('button', { name: '合到这台设备' }).click();
  await expect(said(page)).toContainText('合好了，新增1条。');
  await handIn(page, file);
  await expect(said(page)).toContainText('新的0条，这台设备已有2条。');
  expect(await readRows(page, 'events')).toHaveLength(2);
});
