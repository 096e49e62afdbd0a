/** 谁在学: three shifts share one machine, each with a record of their own. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readBackup } from '../../src/core/record/backup.ts';
import {
  answerAndSave,
  choose,
  chosenIn,
  questionOn,
  rightChoice,
  showQuestion,
  wrongChoice,
} from './answering.ts';
import { LESSON, pretest, questions } from './authored.ts';
import { expect, test } from './site.ts';

const [first] = questions;

test('who comes back after ten minutes says who she is, and finds her question as she left it', async ({
  page,
}) => {
  test.slow();
  await page.clock.install();
  await nameBoth(page);

  await test.step('she is called away in the middle of a question', async () => {
    await page.goto(`${LESSON}/`);
    await expect(page.getByText('这里记的是张丽的学习。')).toBeVisible();
    await answerAndSave(page, pretest);
    await choose(await showQuestion(page, first), rightChoice(first));
    await page.clock.fastForward('11:00');
    await expect(page.getByRole('heading', { name: '谁在学' })).toBeVisible();
  });

  await test.step('he picks his name and starts from nothing', async () => {
    await page.getByRole('button', { name: '李强' }).click();
    await expect(page.getByText('这里记的是李强的学习。')).toBeVisible();
    await expect(page.getByText('接着学')).toBeHidden();
    await page.goto('record/');
    await expect(page.getByText('还没有学习记录。')).toBeVisible();
    await page.goto(`${LESSON}/`);
    expect(await chosenIn(await showQuestion(page, first))).toEqual([]);
    await answerAndSave(page, pretest, wrongChoice(pretest));
  });

  await test.step('his sheet and his backup hold nothing of hers', async () => {
    await page.goto('record/sheet/');
    await expect(page.getByLabel('姓名')).toHaveValue('李强');
    await page.goto('record/');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '存成文件' }).click();
    expect((await download).suggestedFilename()).toMatch(/^窗口学堂备份-李强-20\d\d/);
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).not.toContain('张丽');
    const { learner, rows, sittings } = readBackup(text);
    expect(learner).toBe('李强');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ question: pretest.id, correct: false });
    expect(sittings.flatMap((sitting) => Object.keys(sitting.selections))).toEqual([]);
  });

  await test.step('she picks hers: the same page, the same question, her choice marked', async () => {
    await page.clock.fastForward('11:00');
    await page.getByRole('button', { name: '张丽' }).click();
    await expect(page).toHaveURL(new RegExp(`/${LESSON}/$`));
    await expect(questionOn(page, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
    await expect(questionOn(page, first)).toBeVisible();
    await expect.poll(() => chosenIn(questionOn(page, first))).toEqual(rightChoice(first));
    await answerAndSave(page, first);
    await page.goto('record/');
    await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了2题/);
  });
});

test('a second tab follows at once when somebody else is chosen', async ({ page, context }) => {
  await nameBoth(page);
  const other = await context.newPage();
  await other.goto('record/');
  await expect(other.getByText('这里记的是张丽的学习。')).toBeVisible();
  await page.goto('learner/');
  await page.getByRole('button', { name: '李强' }).click();
  await expect(other.getByText('这里记的是李强的学习。')).toBeVisible();
});

test('a backup of somebody else says so before it is merged', async ({ page }) => {
  await nameBoth(page);
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await page.goto('record/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '存成文件' }).click();
  const hers = await (await download).path();
  await page.goto('learner/');
  await page.getByRole('button', { name: '李强' }).click();
  await page.goto('record/');
  await page.locator('course-backup summary').click();
  await page.getByLabel('备份文件').setInputFiles(hers);
  await page.getByRole('button', { name: '看看里面有什么' }).click();
  await expect(page.getByText('这份是张丽的，合进来就混到李强的记录里了')).toBeVisible();
});

test('who leaves for good takes her record along, and his stays', async ({ page }) => {
  await nameBoth(page);
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await page.goto('learner/');
  await page.getByRole('button', { name: '李强' }).click();
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest);
  await page.goto('privacy/');
  await expect(page.getByText('这里记着2个人，只清李强的，别人的不动。')).toBeVisible();
  await page.getByRole('button', { name: '先存备份，再清空' }).click();
  await page.getByRole('button', { name: '确定清空' }).click();
  await expect(page.getByRole('heading', { name: '谁在学' })).toBeVisible();
  await expect(page.getByRole('button', { name: '李强' })).toHaveCount(0);
  const databases = await page.evaluate(async () => {
    const all = await indexedDB.databases();
    return all
      .map(({ name }) => name)
      .filter((name) => /^window-course\.[0-9a-f]+$/.test(name ?? ''));
  });
  expect(databases).toEqual([]);
  await page.getByRole('button', { name: '张丽' }).click();
  await page.goto('record/');
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了1题/);
});

test('names that cannot be told apart are refused, and said why', async ({ page }) => {
  await nameBoth(page);
  await page.goto('learner/');
  await page.getByLabel('名字', { exact: true }).fill('李强');
  await page.getByRole('button', { name: '添上，开始学' }).click();
  await expect(page.getByText('这个名字已经有了。')).toBeVisible();
  await page.getByLabel('刚才这位的名字').fill(' ');
  await page.getByRole('button', { name: '改名' }).click();
  await expect(page.getByText('还没写名字。')).toBeVisible();
  await page.getByLabel('刚才这位的名字').fill('<img src=x onerror=alert(1)>');
  await page.getByRole('button', { name: '改名' }).click();
  await expect(page.getByRole('button', { name: '<img src=x onerror=a' })).toBeVisible();
});

test('a name that is being typed is not written over, however slow the browser is', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const list = indexedDB.databases.bind(indexedDB);
    indexedDB.databases = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return list();
    };
  });
  await page.goto('learner/');
  await page.getByLabel('刚才这位的名字').fill('张丽');
  await expect(page.locator('[data-learner]')).toHaveCount(1);
  await expect(page.getByLabel('刚才这位的名字')).toHaveValue('张丽');
});

/** The record that is here becomes 张丽's, 李强 joins, and she goes on. */
async function nameBoth(page: Page): Promise<void> {
  await page.goto('learner/');
  await page.getByLabel('刚才这位的名字').fill('张丽');
  await page.getByRole('button', { name: '改名' }).click();
  await page.getByLabel('名字', { exact: true }).fill('李强');
  await page.getByRole('button', { name: '添上，开始学' }).click();
  await expect(page.getByText('这里记的是李强的学习。')).toBeVisible();
  await page.goto('learner/');
  await page.getByRole('button', { name: '张丽' }).click();
  await expect(page.getByText('这里记的是张丽的学习。')).toBeVisible();
}
