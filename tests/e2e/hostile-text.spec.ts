/** Hostile texts, wherever a text can come in: shown as the very characters, and nothing of them runs. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeBackup } from '../../src/core/record/backup.ts';
import { hostileLesson } from '../hostile-lesson.ts';
import { payloadTexts } from '../payloads.ts';
import { buildAnswer, buildPaper, buildRead } from '../record-builder.ts';
import { LESSON } from './authored.ts';
import { test as base, expect } from './site.ts';

/**
 * `inert` fails where a text has asked something, has run, or has become part of a page. What the
 * policy blocks or an error that nobody caught is a complaint anyway.
 */
const test = base.extend<{ inert: (page: Page) => Promise<void> }>({
  inert: async ({ context }, use) => {
    let asked = 0;
    context.on('page', (page) => {
      page.on('dialog', (dialog) => {
        asked += 1;
        return dialog.dismiss();
      });
    });
    await use(async (page) => {
      expect(await page.locator(GROWN).count()).toBe(0);
      expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
      expect(asked).toBe(0);
    });
  },
});

/** What the payloads would make of themselves, and no page of ours has. */
const GROWN = [
  ...[
    '[onerror]',
    '[onload]',
    '[ontoggle]',
    '[onfocus]',
    '[onbegin]',
    '[srcdoc]',
    'math',
    'iframe',
  ],
  ...['main svg script', 'main style', 'base', '[http-equiv="refresh"]', 'img[src="x"]'],
  ...['form[action^="//"]', 'a[href^="javascript"]', 'details > b'],
].join();

/** As an address and a text field hold it: whole characters only. */
const whole = (text: string): string => text.toWellFormed();

/** Joined as far as one address can hold them: servers refuse long ones. */
function inGroups(length: number): string[] {
  const groups: string[] = [];
  let group = '';
  for (const text of payloadTexts.map((payload) => whole(payload).slice(0, 200))) {
    if (encodeURIComponent(group + text).length > length) {
      groups.push(group);
      group = '';
    }
    group += `${text} `;
  }
  return [...groups, group];
}

// The page of the search is the same on plain http.
test('typed into the search @secure', async ({ page, inert }) => {
  test.slow();
  await page.goto('search/');
  const box = page.getByRole('searchbox');
  for (const text of payloadTexts.map(whole)) {
    await box.fill(text);
    const asked = (await box.inputValue()).trim();
    await box.press('Enter');
    const status = page.locator('[data-part="status"]');
    await expect(status).toHaveText(/^找到\d+处$|^没有找到/);
    const said = (await status.textContent()) ?? '';
    // Of a very long one the beginning is looked for.
    if (!said.startsWith('找到')) expect(said).toContain(`“${asked.slice(0, 300)}”`);
  }
  await inert(page);
});

test('in the address of the search, and behind every page’s # @anywhere', async ({
  page,
  inert,
}) => {
  test.slow();
  for (const text of inGroups(8000)) {
    await page.goto(`search/?q=${encodeURIComponent(text)}`);
    await expect(page.getByRole('searchbox')).toHaveValue(text);
    await expect(page.locator('[data-part="status"]')).toHaveText(/找到/);
    await inert(page);
  }
  for (const path of [`${LESSON}/`, 'attitude/test/', 'record/']) {
    await page.goto(`${path}#${encodeURIComponent(inGroups(8000)[0] ?? '')}`);
    await page.evaluate((texts) => {
      for (const text of texts) location.hash = text;
      dispatchEvent(new HashChangeEvent('hashchange'));
    }, payloadTexts.map(whole));
    await page.locator('[data-ready], course-progress').first().waitFor();
    await inert(page);
  }
});

test('as names: of learners, and on the sheet @anywhere', async ({ page, inert }) => {
  const names = payloadTexts.map(whole);
  await page.goto('learner/');
  await page.evaluate(
    (texts) => {
      const id = (index: number) => index.toString(16).padStart(8, '0');
      const learners = texts.map((name, index) => ({ id: id(index), name }));
      localStorage.setItem('window-course.learners', JSON.stringify({ current: id(0), learners }));
    },
    [...names, names.join(' ')],
  );
  await page.reload();
  const shown = page.locator('[data-learner]');
  await expect(shown).toHaveCount(names.length + 1);
  const texts = await shown.evaluateAll((buttons) => buttons.map((b) => b.firstChild?.textContent));
  expect(texts.slice(0, -1)).toEqual(names);
  await inert(page);
  await shown.last().click();
  await expect(page.locator('course-learner strong')).toContainText('<script>alert(1);pwned()');
  await inert(page);

  await page.goto('record/sheet/');
  for (const text of names) {
    for (const label of ['姓名', '工号', '单位', '岗位']) await page.getByLabel(label).fill(text);
  }
  await page.getByLabel('单位').fill(names.join(' '));
  await page.reload();
  await expect(page.getByLabel('单位')).toHaveValue(/<script>alert\(1\);pwned\(\)/);
  await inert(page);
});

test('as a backup, by code and as a file with all of them in its rows @anywhere', async ({
  page,
  inert,
}) => {
  test.slow();
  await page.goto('record/');
  await page.locator('course-backup summary').click();
  const look = page.getByRole('button', { name: '看看里面有什么' });
  const preview = page.locator('course-backup [data-part="preview"]');
  for (const text of payloadTexts.map(whole)) {
    await page.getByLabel('或者粘贴备份码').fill(text);
    await look.click();
    await expect(preview).toContainText('这台设备上的记录没有动。');
  }
  await page.getByLabel('或者粘贴备份码').fill('');
  const rows = payloadTexts
    .map(whole)
    .flatMap((text) => [
      buildAnswer({ question: text, sitting: text, answer: [text] }),
      buildRead(text),
      buildPaper(text, text, [text]),
    ]);
  const learner = payloadTexts.map(whole).join(' ');
  const file = writeBackup({ made: Date.now(), rows, sittings: [], learner });
  await page.getByLabel('备份文件').setInputFiles({
    name: '<img src=x onerror=alert(1)>.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  });
  await look.click();
  await expect(preview).toContainText(`共${rows.length}条记录`);
  await expect(preview).toContainText('这份是<script>alert(1);pwned()</script>');
  await page.getByRole('button', { name: '合到这台设备' }).click();
  await expect(preview).toContainText(`合好了，新增${rows.length}条`);
  for (const path of ['record/', 'record/sheet/', 'diagnostics/', './', 'attitude/test/']) {
    await page.goto(path);
    await page
      .locator('course-progress, course-sheet, [data-part="facts"] dt, course-test')
      .first()
      .waitFor();
    await inert(page);
  }
});

test.describe('as the institution’s own rules', () => {
  test.use({
    root: async ({ root }, use, testInfo) => {
      const copy = testInfo.outputPath('site');
      await cp(root, copy, { recursive: true });
      await use(copy);
    },
  });

  test('in local.json @anywhere', async ({ page, root, inert }) => {
    const slots = Object.fromEntries(payloadTexts.map((text) => [text, text]));
    // A replacement character is the mark of another encoding: such a file is not taken at all.
    const groups = inGroups(2000).map((text) => text.replaceAll('\ufffd', ''));
    for (const words of [payloadTexts.join(' '), ...groups]) {
      const rules = {
        contact: words,
        unit: words,
        slots: { ...slots, 'wait-report-minutes': words },
      };
      await writeFile(join(root, 'local.json'), JSON.stringify(rules));
      await page.goto(`${LESSON}/`);
      const slot = page.locator('[data-slot="wait-report-minutes"]').first();
      await expect.poll(() => slot.textContent()).toBe(`〔${words.trim()}〕`);
      await expect
        .poll(() => page.locator('[data-local="contact"]').first().textContent())
        .toBe(words.trim());
      await inert(page);
    }
  });
});

test.describe('as the course itself', () => {
  test.use({
    root: [
      async ({ builds }, use) => {
        const edits = hostileLesson('modules/attitude/03-waiting', 'wait-report-minutes');
        await use(await builds.make({ only: 'attitude', edits }));
      },
      { scope: 'test', timeout: 120_000 },
    ],
  });

  test('in questions, phrases, a slot and a lesson’s head @anywhere', async ({ page, inert }) => {
    await page.goto(`${LESSON}/`);
    await expect(page.locator('course-quiz[data-ready]')).toHaveCount(2);
    const text = await page.evaluate(() => document.body.textContent ?? '');
    // A parser of HTML drops null bytes; 〔〕 is how authors call a slot.
    const printed = payloadTexts.map((payload) => whole(payload).replaceAll('\0', ''));
    const missing = printed.filter((payload) => !text.replaceAll('\0', '').includes(payload));
    expect(missing.filter((payload) => !payload.startsWith('〔'))).toEqual([]);
    await inert(page);
    for (const path of ['attitude/', 'attitude/test/', 'search/?q=alert', './']) {
      await page.goto(path);
      await page.locator('h1').waitFor();
      if (path.startsWith('search')) await expect(page.getByText(/^找到\d+处$/)).toBeVisible();
      await inert(page);
    }
  });
});
