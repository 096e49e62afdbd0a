/** The institution's own rules: `local.json` beside the site, right, wrong and out of reach. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LESSON, slots } from './authored.ts';
import { downloadAll, offlineNoise } from './readiness.ts';
import { test as base, expect } from './site.ts';

const UNREADABLE = '本单位口径文件（local.json）读不出';

/** `writeLocal` replaces `local.json` on the server, as the institution's IT does. */
const test = base.extend<{ writeLocal: (text: string) => Promise<void> }>({
  writeLocal: async ({ root, site }, use, testInfo) => {
    const copy = testInfo.outputPath('site');
    await cp(root, copy, { recursive: true });
    await site.deploy(copy);
    await use((text) => writeFile(join(copy, 'local.json'), text));
  },
});

test('what the institution has written stands in the lesson and in the error report @anywhere', async ({
  page,
  writeLocal,
}) => {
  await writeLocal(
    JSON.stringify({
      unit: '城东医院',
      contact: '培训科 6021 <b>',
      slots: { 'wait-report-minutes': '每10分钟 <img src=x>' },
    }),
  );
  await page.goto(`${LESSON}/`);
  await expect(page.getByText('〔每10分钟 <img src=x>〕')).toBeVisible();
  // A slot that was left out says what it says by default.
  await expect(page.getByText('〔以本单位公示为准〕').first()).toBeVisible();
  await page.getByText('发现错误').click();
  await expect(page.locator('[data-local="contact"]').first()).toHaveText('培训科 6021 <b>');
  await expect(page.getByText(UNREADABLE)).toBeHidden();
});

test('the rules of the institution stay when the network goes @secure', async ({
  page,
  site,
  complaints,
  writeLocal,
}) => {
  complaints.allow(offlineNoise);
  await writeLocal(JSON.stringify({ slots: { 'wait-report-minutes': '每10分钟' } }));
  await page.goto('./');
  await downloadAll(page);
  await site.goOffline();
  await page.goto(`${LESSON}/`);
  await expect(page.getByText('〔每10分钟〕')).toBeVisible();
  await expect(page.getByText(UNREADABLE)).toBeHidden();
});

for (const [what, text] of [
  ['broken JSON', '{"slots": {"wait-report-minutes": "每10分钟",}'],
  ['another shape', '{"slots": ["每10分钟"]}'],
  ['nothing', ''],
] as const) {
  test(`${what} in local.json is said, and the last good rules stay @anywhere`, async ({
    page,
    writeLocal,
  }) => {
    await writeLocal(JSON.stringify({ slots: { 'wait-report-minutes': '每15分钟' } }));
    await page.goto(`${LESSON}/`);
    await expect(page.getByText('〔每15分钟〕')).toBeVisible();
    await writeLocal(text);
    await page.reload();
    await expect(page.getByText(UNREADABLE)).toBeVisible();
    await expect(page.getByText('〔每15分钟〕')).toBeVisible();
    await expect(page.locator('course-quiz[data-ready]')).toHaveCount(2);
  });
}

test('the template is a local.json that fills nothing, and fills a lesson once it is written in @anywhere', async ({
  page,
  writeLocal,
}) => {
  await page.goto('local/');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载模板' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('local.json');
  const template = await readFile(await download.path(), 'utf8');

  await writeLocal(template);
  await page.reload();
  await expect(page.getByText(`填了0条，还有${slots.length}条没填。`)).toBeVisible();
  await expect(page.locator('.notice').getByText(UNREADABLE)).toBeHidden();
  await expect(page.getByText('认不出的编号：')).toBeHidden();

  await writeLocal(
    template.replace('"wait-report-minutes": ""', '"wait-report-minutes": "每10分钟"'),
  );
  await page.reload();
  await expect(page.getByText(`填了1条，还有${slots.length - 1}条没填。`)).toBeVisible();
  const rule = page.locator('[data-rule="wait-report-minutes"]');
  await expect(rule).toContainText('已填');
  await rule.getByRole('link', { name: '等得住' }).click();
  await expect(page.getByText('〔每10分钟〕')).toBeVisible();
});

test('the page lists every rule with its default and the lessons that need it @anywhere', async ({
  page,
}) => {
  await page.goto('local/');
  await expect(page.getByText(`还有${slots.length}条没填。`)).toBeVisible();
  const rules = page.locator('[data-rule]');
  const ids = await rules.evaluateAll((all) => all.map((rule) => rule.getAttribute('data-rule')));
  const texts = await rules.allInnerTexts();
  expect(ids.toSorted()).toEqual(slots.map(({ id }) => id).toSorted());
  for (const { id, label, default: neutral } of slots) {
    const text = texts[ids.indexOf(id)] ?? '';
    expect(text.startsWith(`${label}\n`), text).toBe(true);
    expect(text).toContain('还没填');
    expect(text).toContain(`〔${neutral}〕`);
    expect(text).toMatch(/课文\d+处|\d+道题的理由|\d+条话术/);
  }
  expect(await rules.locator('a').count()).toBeGreaterThanOrEqual(slots.length);
});

test('the page says that local.json is broken, and which ids nobody knows @anywhere', async ({
  page,
  writeLocal,
}) => {
  await writeLocal(JSON.stringify({ slots: { 'duty-leader': '甲班长', 'duty-leder': '乙班长' } }));
  await page.goto('local/');
  await expect(page.getByText('认不出的编号：duty-leder。')).toBeVisible();
  await writeLocal('{"slots": {“duty-leader”: "丙班长"}}');
  await page.reload();
  await expect(page.getByText('网站上现在这份local.json读不出。')).toBeVisible();
  await expect(page.locator('[data-rule="duty-leader"]')).toContainText('甲班长');
});

test('a hospital is offered its own posts, and asked for no rules of a bank @anywhere', async ({
  page,
  writeLocal,
}) => {
  await writeLocal(JSON.stringify({ unit: '城东医院', sectors: ['hospital'] }));
  await page.goto('./');
  await expect(page.getByRole('heading', { name: '银行' })).toBeHidden();
  await expect(page.getByRole('heading', { name: '医院', exact: true })).toBeVisible();
  await page.goto('local/');
  await expect(page.locator('[data-about="sectors"]')).toHaveText('医院');
  await expect(page.locator('[data-rule="loss-report"]')).toContainText('不用填');
  await expect(page.locator('[data-rule="triage-signs"]')).toContainText('还没填');
});

test('on paper the page is a list to be filled in by hand @secure', async ({ page }) => {
  await page.goto('local/');
  await page.emulateMedia({ media: 'print' });
  const rule = page.locator('[data-rule="duty-leader"]');
  await expect(rule.getByText('本单位：')).toBeVisible();
  await expect(rule).toContainText('值班长怎么叫');
  await expect(page.getByText('怎么填', { exact: true })).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
});
