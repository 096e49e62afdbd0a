/** 学习记录单: one page for the trainer, typed once, and nothing on it is kept. */
import type { Page } from '@playwright/test';
import { checkCode, type Person, type SheetLine } from '../../src/core/record/sheet.ts';
import { answerAndSave } from './answering.ts';
import { LESSON, pretest, questions } from './authored.ts';
import { expect, test } from './site.ts';

test.use({ frugal: true });

const SHEET = 'record/sheet/';

test('what was learned stands on one page of A4 with a code over every word @anywhere', async ({
  page,
  context,
}) => {
  await page.goto('path/teller/');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  await page.goto(`${LESSON}/`);
  for (const question of [pretest, ...questions]) await answerAndSave(page, question);
  await page.goto(SHEET);

  await test.step('its line says what the record says', async () => {
    const [line, ...others] = await linesOn(page);
    expect(others).toEqual([]);
    expect(line).toEqual({
      module: '服务态度',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      lessons: '1/5',
      mastered: '3/15',
      minutes: 8,
      test: '未考',
      date: await page.locator('[data-part="date"]').textContent(),
    });
  });

  await test.step('the code is that of all that stands there', async () => {
    await expect(page.getByLabel('岗位')).toHaveValue('银行·柜员');
    const codes = new Set([await expectCode(page)]);
    for (const [label, text] of [
      ['姓名', '欧阳小敏'],
      ['工号', '00712'],
      ['工号', '712'],
      ['单位', '城东支行 <b>'],
      ['岗位', '大堂'],
    ] as const) {
      await page.getByLabel(label).fill(text);
      codes.add(await expectCode(page));
    }
    expect(codes.size).toBe(6);
  });

  await test.step('a number keeps its zeros, here and after a reload', async () => {
    await page.getByLabel('工号').fill('00712');
    await page.reload();
    await expect(page.getByLabel('工号')).toHaveValue('00712');
    await expect(page.getByLabel('姓名')).toHaveValue('欧阳小敏');
    await expectCode(page);
  });

  await test.step('it prints to one page', async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    // A4 in points.
    const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByText('单位盖章')).toBeVisible();
  });

  await test.step('the name is forgotten with the tab', async () => {
    await page.close();
    const next = await context.newPage();
    await next.goto(SHEET);
    await expect(next.getByLabel('岗位')).toHaveValue('银行·柜员');
    for (const label of ['姓名', '工号', '单位']) {
      await expect(next.getByLabel(label)).toHaveValue('');
    }
  });
});

test('without a record the sheet says so, and without a name it prints all the same @anywhere', async ({
  page,
}) => {
  await page.goto(SHEET);
  await expect(page.getByText('还没有学习记录。')).toBeVisible();
  await expectCode(page);
  await page.evaluate(() => {
    window.print = () => document.body.classList.add('printed');
  });
  await page.getByRole('button', { name: '打印' }).click();
  await expect(page.locator('body')).toHaveClass(/printed/);
});

/** Works the code out again from what the page shows; resolves with it. */
async function expectCode(page: Page): Promise<string> {
  // The date is there when the lines are.
  const lines = await linesOn(page);
  const field = (label: string) => page.getByLabel(label).inputValue();
  const person: Person = {
    name: await field('姓名'),
    number: await field('工号'),
    unit: await field('单位'),
    path: await field('岗位'),
  };
  const date = (await page.locator('[data-part="date"]').textContent()) ?? '';
  const code = checkCode(person, lines, date);
  await expect(page.locator('[data-part="code"]')).toHaveText(code);
  return code;
}

async function linesOn(page: Page): Promise<SheetLine[]> {
  // Its script has run when there is a code.
  await expect(page.locator('[data-part="code"]')).toHaveText(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  const rows = await page.locator('[data-part="lines"] tr').all();
  const lines: SheetLine[] = [];
  for (const row of rows) {
    const cells = await row.locator('td[data-title]').allTextContents();
    if (cells.length === 0) continue;
    const [module = '', version = '', lessons = '', mastered = '', minutes, test = '', date = ''] =
      cells;
    lines.push({ module, version, lessons, mastered, minutes: Number(minutes), test, date });
  }
  return lines;
}
