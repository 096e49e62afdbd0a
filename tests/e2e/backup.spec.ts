/** 备份与恢复: as a file, as a code, between devices, and whatever else is handed in. */

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { revisionOf } from '../../src/build/revision.ts';
import { readBackup, writeBackup } from '../../src/core/record/backup.ts';
import { crc32 } from '../../src/core/record/checksum.ts';
import { Complaints } from '../browser/complaints.ts';
import { plainHost } from '../browser/launcher.ts';
import { buildAnswer } from '../record-builder.ts';
import {
  answerAndSave,
  choose,
  chosenIn,
  questionOn,
  rightChoice,
  showQuestion,
} from './answering.ts';
import { authoredLessons, LESSON, pretest, questions } from './authored.ts';
import { test as base, expect } from './site.ts';
import { readRows } from './stored.ts';

/** `other` is another device of the same person, where the site has its other name. */
const test = base.extend<{ other: Page }>({
  other: async ({ browser, site, origin }, use) => {
    const url = new URL(site.url);
    url.hostname = origin === 'plain' ? '127.0.0.1' : plainHost;
    const complaints = new Complaints(url.href);
    const context = await browser.newContext({ baseURL: url.href });
    await complaints.listenTo(context);
    await use(await context.newPage());
    await context.close();
    complaints.settle();
  },
});

const total = questions.length + 1;
const [first, second, third] = questions;

test('one record on two devices, by file and by code, on https and on plain http', async ({
  page,
  other,
}) => {
  test.slow();
  let file = '';
  await test.step('the file holds what was answered and what was only chosen', async () => {
    await page.goto(`${LESSON}/`);
    await answerAndSave(page, pretest);
    await answerAndSave(page, first);
    await choose(await showQuestion(page, second), rightChoice(second));
    await page.goto('record/');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '存成文件' }).click();
    expect((await download).suggestedFilename()).toMatch(/^窗口学堂备份-20\d\d-\d\d-\d\d\.json$/);
    file = await (await download).path();
    await expect(page.getByText('备份文件存好了')).toBeVisible();
  });

  await test.step('an empty device has it all after the file, and goes on from there', async () => {
    await other.goto('record/');
    await preview(other, { file });
    await expect(other.getByText('共2条记录：新的2条，这台设备已有0条。')).toBeVisible();
    await other.getByRole('button', { name: '合到这台设备' }).click();
    await expect(other.getByText('合好了，新增2条。')).toBeVisible();
    await expectAnswered(other, 2);
    await other.goto(`${LESSON}/`);
    await expect(questionOn(other, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
    await expect.poll(() => chosenIn(questionOn(other, second))).toEqual(rightChoice(second));
    await other.getByRole('button', { name: '上一题' }).click();
    await expect(questionOn(other, first).getByRole('heading', { name: '答对了' })).toBeVisible();
    await answerAndSave(other, second);
    await expectAnswered(other, 3);
  });

  await test.step('the same file once more brings nothing', async () => {
    await preview(other, { file });
    await expect(other.getByText('新的0条，这台设备已有2条。没有要合的。')).toBeVisible();
  });

  await test.step('the code brings the new answers back to the first device', async () => {
    await other.getByRole('button', { name: '复制备份码' }).click();
    await expect(other.getByText('备份码复制好了')).toBeVisible();
    await page.bringToFront();
    await page.locator('course-backup summary').click();
    await page.getByLabel('或者粘贴备份码').focus();
    await page.keyboard.press('Control+V');
    await page.getByRole('button', { name: '看看里面有什么' }).click();
    await expect(page.getByText('共3条记录：新的1条，这台设备已有2条。')).toBeVisible();
    await page.getByRole('button', { name: '合到这台设备' }).click();
    await expect(page.getByText('合好了，新增1条。')).toBeVisible();
    await page.goto(`${LESSON}/`);
    await answerAndSave(page, third);
    await expectAnswered(page, 4);
  });
});

test('what is not a whole backup is refused for its reason, and nothing is changed @anywhere @row-40', async ({
  page,
}) => {
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await answerAndSave(page, first);
  await page.goto('record/');
  const before = [await readRows(page, 'events'), await readRows(page, 'sittings')];

  const whole = writeBackup({ made: 1, rows: [buildAnswer()], sittings: [] });
  const holding = (payload: string) =>
    JSON.stringify({
      ...{ format: 'window-course-backup', version: 1 },
      ...{ checksum: crc32(payload), payload },
    });
  const forged = { ...buildAnswer(), correct: false };
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const NO_BACKUP = '这不是窗口学堂的备份。';
  const DAMAGED = '这份备份不完整：少了一截，或者中间被改过。';
  const UNREADABLE = '这份备份里有读不懂的记录，可能被改过。';
  for (const [what, text, reason] of [
    ['nothing', '', NO_BACKUP],
    ['a picture', '\u0089PNG\r\n\u001a\n', NO_BACKUP],
    ['another file of the course', '{"unit":"","contact":"","slots":{}}', NO_BACKUP],
    ['a code that was cut off', whole.slice(0, -20), DAMAGED],
    ['one letter that is another', whole.replace('q-wait', 'q-wart'), DAMAGED],
    ['one of a later version', whole.replace('"version":1', '"version":2'), '更新的版本存的'],
    ['6 MB', 'x'.repeat(6 * 1024 * 1024), NO_BACKUP],
    [
      'a forged answer',
      holding(JSON.stringify({ made: 1, rows: [forged], sittings: [] })),
      UNREADABLE,
    ],
    ['no rows', holding('{"made":1,"rows":{"length":9},"sittings":[]}'), UNREADABLE],
    ['brackets without end', holding(`{"made":1,"rows":${nested},"sittings":[]}`), UNREADABLE],
  ] as const) {
    await test.step(what, async () => {
      await preview(page, { file: { name: 'a.json', mimeType: '', buffer: Buffer.from(text) } });
      const said = page.locator('[data-part="preview"]');
      await expect(said).toContainText(reason);
      await expect(said).toContainText('这台设备上的记录没有动。');
      await expect(page.getByRole('button', { name: '合到这台设备' })).toBeHidden();
      // As a code it is refused for the same reason.
      await preview(page, { code: text });
      await expect(said).toContainText(reason);
    });
  }
  expect([await readRows(page, 'events'), await readRows(page, 'sittings')]).toEqual(before);
  await expectAnswered(page, 2);
});

test('a backup made up with care takes nothing away and runs nothing @anywhere @row-41', async ({
  page,
}) => {
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  const [mine] = await readRows(page, 'events');
  const markup = '<img src="x" onerror="document.title=\'stolen\'">';
  const rows = [
    buildAnswer({ question: markup, revision: markup, answer: [markup] }),
    // It claims to be the answer that is here, and that this one was wrong.
    buildAnswer({ id: `${mine?.id}`, question: pretest.id, correct: false, at: 1 }),
  ];
  await page.goto('record/');
  await preview(page, { code: writeBackup({ made: 1, rows, sittings: [] }) });
  await expect(page.getByText('共2条记录：新的2条，这台设备已有0条。')).toBeVisible();
  await page.getByRole('button', { name: '合到这台设备' }).click();
  await expect(page.getByText('合好了，新增2条。')).toBeVisible();
  expect(await readRows(page, 'events')).toContainEqual(mine);
  await expectAnswered(page, 1);
  await expect(page).toHaveTitle(/我的学习/);
  await page.goto(`${LESSON}/`);
  await expect(questionOn(page, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
});

type File = string | { name: string; mimeType: string; buffer: Buffer };

/** Hands in a file or a code, and asks what is in it. */
async function preview(page: Page, { file, code }: { file?: File; code?: string }): Promise<void> {
  const restore = page.locator('course-backup details');
  if ((await restore.getAttribute('open')) === null) await restore.locator('summary').click();
  await page.getByLabel('备份文件').setInputFiles(file ?? []);
  await page.getByLabel('或者粘贴备份码').fill(code ?? '');
  await page.getByRole('button', { name: '看看里面有什么' }).click();
}

test('after a finished module a backup is offered, once', async ({ page }) => {
  const module = authoredLessons.filter(({ path }) => path.startsWith('attitude/'));
  const all = module.flatMap(({ questions: asked }) => asked);
  const rows = all
    .filter(({ id }) => id !== pretest.id)
    .map((question) => buildAnswer({ question: question.id, revision: revisionOf(question) }));
  await page.goto('record/');
  await preview(page, { code: writeBackup({ made: Date.now(), rows, sittings: [] }) });
  await page.getByRole('button', { name: '合到这台设备' }).click();
  await page.getByText(`合好了，新增${rows.length}条。`).waitFor();
  const offer = page.getByRole('heading', { name: '存一份备份' });
  await page.goto('./');
  await page.getByText('全部模块').waitFor();
  await expect(offer).toBeHidden();

  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await page.goto('./');
  await expect(offer).toBeVisible();
  await expect(page.getByText('又学完一个模块。')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.locator('course-backup-offer').getByRole('button', { name: '存成文件' }).click();
  const backup = readBackup(await readFile(await (await download).path(), 'utf8'));
  expect(backup.rows).toHaveLength(all.length);
  await expect(page.getByText('存好了，放到你找得到的地方。')).toBeVisible();
  await page.goto('record/');
  await page.getByRole('heading', { name: '服务态度' }).waitFor();
  await expect(offer).toBeHidden();
});

async function expectAnswered(page: Page, count: number): Promise<void> {
  await page.goto('record/');
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(
    new RegExp(`^答了${count}题，共${total}题，`),
  );
}
