/** 依据与出处: what the course rests on, as of when, and what is due to be reviewed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { moduleSchema } from '../../src/build/schemas/module.ts';
import { referencesSchema } from '../../src/build/schemas/shared.ts';
import { citedIn } from '../../src/core/course/reference.ts';
import { answerAndSave, questionOn } from './answering.ts';
import { authoredLessons, LESSON, pretest, questions } from './authored.ts';
import { violations } from './axe.ts';
import { offlineNoise, untilReadyOffline } from './readiness.ts';
import { expect, test } from './site.ts';

const content = join(import.meta.dirname, '../../src/content');
const readYaml = (name: string) => parse(readFileSync(join(content, name), 'utf8'));
const references = referencesSchema.parse(readYaml('references.yaml'));
const { reviewBy, version, effective } = moduleSchema.parse(
  readYaml('modules/attitude/module.yaml'),
);
const LATE = '待复核';

const entry = (page: Page, id: string) => page.locator(`[id="${id}"].reference`);
/** The learner's clock shows noon of this day. */
const setDay = (page: Page, day: string) =>
  page.clock.setFixedTime(new Date(`${day}T12:00:00+08:00`));

test('every reference says its name, how it was read and as of when, and where it is used @anywhere', async ({
  page,
}) => {
  await page.goto('sources/');
  const shown = new Map(await page.locator('.reference').evaluateAll(readEntries));
  expect([...shown.keys()].sort()).toEqual(references.map(({ id }) => id).sort());
  for (const { id, title, grade, asOf } of references) {
    const { text } = shown.get(id) ?? never(id);
    expect(text).toContain(title);
    expect(text, id).toContain(grade === '读' ? '读过原文或公开页面' : '按通行说法');
    expect(text, id).toContain(asOf ? `文本截至${asOf}` : '没有记下文本的日期');
  }
  for (const { path, questions } of authoredLessons) {
    for (const { id, source } of questions) {
      for (const reference of citedIn(source)) {
        const { links } = shown.get(reference) ?? never(reference);
        const leading = links.filter((link) => link.endsWith(`/${path}/#${id}`));
        expect(leading, `${reference} ${id}`).toHaveLength(1);
      }
    }
  }
});

test('it says who has checked the course, until when, and who has not @anywhere', async ({
  page,
}) => {
  const oldest = references.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? '';
  await page.goto('./');
  const [year, month] = oldest.split('-');
  await expect(page.getByText(`本课程核对至${year}年${Number(month)}月`)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '依据与出处' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('依据与出处');
  await expect(
    page.getByText('由编写的人对照下面列出的依据核对过；还没有请在职的专业人员'),
  ).toBeVisible();
  await expect(page.getByText(`本课程核对至${oldest}`)).toBeVisible();
  await expect(page.getByText('由采用单位填写')).toBeVisible();
});

test('a source leads from the lesson to its entry, and a question from there to its lesson @anywhere', async ({
  page,
}) => {
  const cited = authoredLessons.flatMap(({ path, questions }) =>
    questions.flatMap((question) => ({ path, question, id: citedIn(question.source)[0] ?? '' })),
  );
  const { path, question, id } = cited.find((each) => each.id !== '') ?? never('a citation');
  await page.goto(`${path}/`);
  await page
    .locator('.sources dt a')
    .filter({ hasText: `${id} ` })
    .click();
  await expect(entry(page, id)).toBeInViewport();
  await entry(page, id).locator(`a[href$="#${question.id}"]`).click();
  await expect(questionOn(page, question)).toBeVisible();
});

test('a lesson says its edition, and who answers for it once the institution has @anywhere', async ({
  page,
}) => {
  await page.goto(`${LESSON}/`);
  const facts = page.locator('.sources .facts');
  await expect(facts).toContainText(`${version}，${effective}起用`);
  await expect(facts).toContainText(`最迟${reviewBy}`);
  await expect(facts.getByText('由采用单位填写')).toHaveCount(2);
  await page.route('**/local.json', (route) =>
    route.fulfill({ json: { owner: '培训科', approval: '医务处，2026年12月' } }),
  );
  await page.reload();
  await expect(facts.getByText('培训科')).toBeVisible();
  await expect(facts.getByText('医务处，2026年12月')).toBeVisible();
  await expect(facts.getByText('由采用单位填写')).toHaveCount(0);
});

test('nothing is late on the last day, and everything of the module is on the next @anywhere', async ({
  page,
}) => {
  await setDay(page, reviewBy);
  await page.goto(`${LESSON}/`);
  await expect(page.locator('course-quiz[data-ready]')).toHaveCount(2);
  await expect(page.getByText(LATE)).toHaveCount(0);

  const next = new Date(Date.parse(reviewBy) + 86_400_000).toISOString().slice(0, 10);
  await setDay(page, next);
  await page.reload();
  await expect(page.locator('.lesson-head').getByText(LATE)).toBeVisible();
  await expect(page.locator('.sources').getByText(LATE)).toBeVisible();
  await answerAndSave(page, pretest);
  await expect(questionOn(page, pretest).getByText(LATE)).toBeVisible();
  await expect(page.getByText(LATE)).toHaveCount(2 + 1 + questions.length);
  await page.goto('sources/');
  const module = page
    .getByRole('listitem')
    .filter({ hasText: `最迟${reviewBy}复核` })
    .first();
  await expect(module.getByText(LATE)).toBeVisible();
});

test('axe finds nothing on the page of sources @secure', async ({ page }) => {
  test.slow();
  await page.goto('sources/');
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing where something is late @secure', async ({ page }) => {
  await setDay(page, '2099-01-01');
  await page.goto('attitude/');
  await expect(page.getByText(LATE)).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});

test('it is there without the network, whatever was downloaded @secure', async ({
  page,
  site,
  complaints,
}) => {
  complaints.allow(offlineNoise);
  await page.goto('./');
  await untilReadyOffline(page);
  await site.goOffline();
  await page.goto('sources/');
  await expect(page.locator('.reference')).toHaveCount(references.length);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the dates and the sources are readable @anywhere', async ({ page }) => {
    await page.goto('sources/');
    await expect(page.getByText(`最迟${reviewBy}复核`).first()).toBeVisible();
    await expect(page.locator('.reference').last()).toBeVisible();
    await page.goto(`${LESSON}/`);
    await expect(page.locator('.sources').getByText(`最迟${reviewBy}`)).toBeVisible();
    await expect(page.locator('.sources').getByText('由采用单位填写')).toHaveCount(2);
  });
});

/** Runs in the page: each entry by its id, what it says and where it leads. */
function readEntries(entries: Element[]): [string, { text: string; links: string[] }][] {
  return entries.map((entry) => [
    entry.id,
    {
      text: entry.textContent ?? '',
      links: [...entry.querySelectorAll('a')].map(({ href }) => href),
    },
  ]);
}

function never(what: string): never {
  throw new Error(`${what} is not there`);
}
