/** 清空本机: the next person at this window finds nothing of the last one. */
import { readFile } from 'node:fs/promises';
import { readBackup } from '../../src/core/record/backup.ts';
import { answerAndSave, questionOn } from './answering.ts';
import { LESSON, pretest, questions } from './authored.ts';
import { offlineNoise, untilReadyOffline } from './readiness.ts';
import { expect, test } from './site.ts';
import { untilCopied } from './stored.ts';

const [first] = questions;

test('a record is exported, then erased for good, and comes back from its file only', async ({
  page,
  context,
  site,
  origin,
  complaints,
}) => {
  complaints.allow(offlineNoise);
  await page.goto('path/teller/');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  await page.getByRole('group', { name: '明暗' }).getByText('深色').click();
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await answerAndSave(page, first);
  await untilCopied(page, 2);
  if (origin === 'secure') await untilReadyOffline(page);
  // A lesson that is still open elsewhere does not stand in the way.
  const open = await context.newPage();
  await open.goto(`${LESSON}/`);
  await page.goto('record/');
  await page.getByRole('link', { name: '隐私说明' }).click();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '先存备份，再清空' }).click();
  const file = await (await download).path();
  expect(readBackup(await readFile(file, 'utf8')).rows).toHaveLength(2);

  await test.step('not wanted after all, nothing is gone', async () => {
    await page.getByRole('button', { name: '不清了' }).click();
    await expect(page.getByRole('button', { name: '确定清空' })).toBeHidden();
    await page.goto('record/');
    await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了2题/);
    await page.goto('privacy/');
  });

  await page.getByRole('button', { name: '先存备份，再清空' }).click();
  await page.getByRole('button', { name: '确定清空' }).click();
  await expect(page.getByText('清空了。')).toBeVisible();

  await test.step('nothing of it is left, and nothing comes back', async () => {
    const keys = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    // What is nobody's may stay: the institution's rules, and the random numbers of closed tabs.
    const shared = ['window-course.local:/', 'window-course.left'];
    expect((await page.evaluate(keys)).filter((key) => !shared.includes(key))).toEqual([]);
    await open.close();
    for (const path of ['record/', './', `${LESSON}/`, 'record/']) {
      await page.goto(path);
      await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
      await expect(page.getByText('已经从第二份里找回')).toBeHidden();
    }
    await expect(page.getByText('还没有学习记录。')).toBeVisible();
    await page.goto(`${LESSON}/`);
    await expect(questionOn(page, pretest).getByRole('radio').first()).toBeEnabled();
    await expect(page.getByText('已保存').filter({ visible: true })).toHaveCount(0);
  });

  if (origin === 'secure') {
    await test.step('what was downloaded is the same for everybody and stays', async () => {
      await site.goOffline();
      await page.goto('attitude/apology/');
      await expect(page.locator('course-quiz[data-ready]').first()).toBeVisible();
      await site.goOnline();
    });
  }

  await test.step('the next one begins anew, and the file brings the first one back', async () => {
    await page.goto(`${LESSON}/`);
    await answerAndSave(page, pretest);
    await page.goto('record/');
    await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了1题/);
    await page.locator('course-backup summary').click();
    await page.getByLabel('备份文件').setInputFiles(file);
    await page.getByRole('button', { name: '看看里面有什么' }).click();
    await expect(page.getByText('共2条记录：新的2条，这台设备已有0条。')).toBeVisible();
    await page.getByRole('button', { name: '合到这台设备' }).click();
    await expect(page.getByText('合好了，新增2条。')).toBeVisible();
    await page.reload();
    await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了2题/);
  });
});
