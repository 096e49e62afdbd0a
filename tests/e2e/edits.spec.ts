/** Authors go on working: what an edit does to the record of those who have learned already. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { quizSchema } from '../../src/build/schemas/quiz.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import { fetchedBodies, gzipSum } from '../bench/update-cost.ts';
import { questions as specimens } from '../content/specimens.ts';
import { answerAndSave, questionOn, rightChoice } from './answering.ts';
import { LESSON, pretest, questions } from './authored.ts';
import { violations } from './axe.ts';
import { chooseRight, groupOf, press, submitRight } from './keyboard.ts';
import { answerPlaces, place, SIZE, shownQuestion } from './paper.ts';
import { offlineNoise, untilReadyOffline } from './readiness.ts';
import { test as base, expect, type Site } from './site.ts';
import { readRows } from './stored.ts';
import { updateButton } from './updating.ts';

const WAITING = 'modules/attitude/03-waiting/quiz.yaml';
const APOLOGY = 'modules/attitude/05-apology/quiz.yaml';
const ENDS = 'modules/attitude/02-first-last/quiz.yaml';
const POLICY = {
  was: '前面人数乘每位分钟，再除以窗口数',
  now: '没算完的零头一律往上取到整5分钟',
  affects: '“只开1个窗了，大约25分钟。”',
};

const [before, ...others] = questionsIn(WAITING);
const moved = 'q-wait-chest';

/** Questions in another order, one of them in another lesson, and a word put right. */
const tidied = others
  .filter((question) => !isOf(question, moved))
  .reverse()
  .map((question) =>
    edit(question, 'q-wait-three-lamps', '报几？', '报几分钟？', {
      kind: 'typo',
      note: '补上单位',
    }),
  );
const chest = others.find((question) => isOf(question, moved)) ?? '';
const movedIn = chest.replace('objective: explain-priority', 'objective: say-sorry');

/** And a new question, whose words are not there to be tapped. */
const typed = specimens.fill
  .replace('objective: tell-four', 'objective: settle-next')
  .replace(/ {2}words: .*\n/, '');

/** What both builds have in the other lessons. */
const elsewhere = {
  [APOLOGY]: [...questionsIn(APOLOGY), movedIn].join('\n\n'),
  [ENDS]: [...questionsIn(ENDS), typed].join('\n\n'),
};

/** What an edit has put behind a stem. */
const REWORDED = '（改）';

/** After that, a rule that has changed. */
const changed = tidied.map((question) =>
  edit(question, 'q-wait-one-window-less', '这时对队尾怎么说？', '这时对队尾怎么改口？', {
    kind: 'policy',
    note: '报时口径变了',
    ...POLICY,
  }),
);

/** Every situation of the module in other words: more of them than a paper leaves out. */
const rewritten = Object.fromEntries(
  ['01-visible', '02-first-last', '03-waiting', '04-his-worry', '05-apology'].map((folder) => {
    const file = `modules/attitude/${folder}/quiz.yaml`;
    return [file, questionsIn(file).map(reword).join('\n\n')];
  }),
);

function reword(question: string): string {
  const [line = '', stem = ''] = /^ {2}stem: (.*)$/m.exec(question) ?? [];
  if (!question.includes('kind: single') || stem.length > 76) return question;
  const other = question.replace(line, `  stem: ${stem}${REWORDED}`);
  return accountFor(other, '{ date: 2026-12-20, kind: wording, note: 换个说法 }');
}

/** The builds that follow `dist`, one after the other. */
const test = base.extend<{ tidiedRoot: string; changedRoot: string; rewrittenRoot: string }>({
  tidiedRoot: [
    async ({ builds }, use) => {
      const edits = { ...elsewhere, [WAITING]: [before, ...tidied].join('\n\n') };
      await use(await builds.make({ edits }));
    },
    { timeout: 180_000 },
  ],
  changedRoot: [
    async ({ builds }, use) => {
      const edits = { ...elsewhere, [WAITING]: [before, ...changed].join('\n\n') };
      await use(await builds.make({ edits }));
    },
    { timeout: 180_000 },
  ],
  rewrittenRoot: [
    async ({ builds }, use) => {
      // The page of the test and its lessons are all that is opened.
      await use(await builds.make({ only: 'attitude', edits: rewritten }));
    },
    { timeout: 180_000 },
  ],
});

// In one worker, so that each build is made once.
test.describe.configure({ mode: 'default' });

test('moved, tidied and corrected questions keep their credit; a changed rule reopens its own alone @secure', async ({
  page,
  site,
  tidiedRoot,
  changedRoot,
}) => {
  test.slow();
  const state = (lesson: string) => page.locator(`[data-lesson="attitude/${lesson}"]`);
  const card = page.locator('[data-part="change"]').filter({ visible: true });
  // Of the questions at the end of the lesson one has moved.
  const left = questions.length - 1;
  const all = new RegExp(`^学完，对${left + 1}题，共${left + 1}题`);
  const result = page.getByRole('heading', { name: `${left}题都答了，答对${left}题。` });
  await page.goto(`${LESSON}/`);
  for (const question of [pretest, ...questions]) await answerAndSave(page, question);
  await untilReadyOffline(page);

  await test.step('put in order, moved, a word put right: all of it still counts', async () => {
    await update(page, site, tidiedRoot);
    await expect(state('waiting')).toHaveText(all);
    await expect(state('apology')).toHaveText(/^答了1题，共7题/);
    await page.goto(`${LESSON}/`);
    await expect(result).toBeVisible();
    await expect(page.getByText('报几分钟？')).toHaveCount(1);
    await expect(card).toHaveCount(0);
    // In its new lesson the question that was moved is not asked again.
    await page.goto('attitude/apology/');
    await expect(page.getByText('第1题，共5题，还有5题没答')).toBeVisible();
  });

  await test.step('a changed rule reopens one question, and says what has changed', async () => {
    await page.waitForLoadState('networkidle');
    site.requests.length = 0;
    await update(page, site, changedRoot);
    const bodies = await fetchedBodies(site.requests, changedRoot);
    const fetched = bodies.filter(({ search }) => !search);
    expect(fetched.map(({ address }) => address)).toContain(`${LESSON}/`);
    expect(gzipSum(fetched)).toBeLessThanOrEqual(15_000);
    await expect(state('waiting')).toHaveText(/^规定变了，1题要重答/);
    await expect(state('apology')).toHaveText(/^答了1题，共7题/);
    await page.goto(`${LESSON}/`);
    await expect(page.getByText('第1题，共1题，还有1题没答')).toBeVisible();
    await expect(card).toHaveCount(1);
    await expect(card.locator('dd')).toHaveText([POLICY.was, POLICY.now, POLICY.affects]);
    await expect(questionOn(page, pretest).getByRole('heading', { name: '答对了' })).toBeVisible();
  });

  await test.step('answered again, the lesson is finished again', async () => {
    const reopened = questions.find(({ id }) => id === 'q-wait-one-window-less');
    if (!reopened) throw new Error('the question that was to be changed is gone');
    await answerAndSave(page, reopened);
    await page.reload();
    await expect(result).toBeVisible();
    await expect(card).toHaveCount(0);
    await page.goto('record/');
    await expect(state('waiting')).toHaveText(all);
  });
});

test('a test that is open goes on as it was drawn, word for word, after its bank was rewritten @anywhere', async ({
  page,
  site,
  complaints,
  rewrittenRoot,
}) => {
  test.slow();
  // What is still being downloaded when the server goes for a moment.
  complaints.allow(offlineNoise);
  await page.goto('attitude/test/');
  await page.getByRole('button', { name: '开始测验' }).click();
  const [answered] = await answerPlaces(page, 1, 1, rightChoice);
  const drawn = await stems(page);
  await expect.poll(async () => (await readRows(page, 'sittings'))[0]?.position).toBe(1);
  await site.deploy(rewrittenRoot);
  await page.goto('attitude/test/');
  await expect(page.getByText(`第2题，共${SIZE}题，还有${SIZE - 1}题没答`)).toBeVisible();
  await expect(page.getByText('里面有题改过了')).toBeHidden();
  expect(await stems(page)).toEqual(drawn);
  await page.getByRole('button', { name: '上一题' }).click();
  await expect(shownQuestion(page)).toHaveAttribute('data-question', answered ?? '');
  await page.getByRole('button', { name: '下一题' }).click();
  const asked = await answerPlaces(page, 2, SIZE, rightChoice);
  expect(asked).toHaveLength(SIZE - 1);
  await expect(page.getByText('100分，及格线80分。通过了。')).toBeVisible();
});

/** The questions of the open paper as they read, place by place; ends where it began, at the second. */
async function stems(page: Page): Promise<string[]> {
  const texts: string[] = [];
  for (let number = 2; number <= SIZE; number += 1) {
    await page.getByText(place(number)).waitFor();
    texts.push((await shownQuestion(page).locator('legend').textContent()) ?? '');
    if (number < SIZE) await page.getByRole('button', { name: '下一题' }).click();
  }
  expect(texts.join()).not.toContain(REWORDED);
  for (let number = SIZE; number > 2; number -= 1) {
    await page.getByRole('button', { name: '上一题' }).click();
  }
  return texts;
}

test('a new question that is to be typed is answered with the keyboard alone @secure', async ({
  page,
  site,
  tidiedRoot,
}) => {
  const question = quizSchema.parse(parse(typed))[0] as Question;
  const part = `[data-question="${question.id}"]`;
  await site.deploy(tidiedRoot);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('attitude/first-last/#quiz');
  const group = groupOf(page, question);
  await expect(page.getByRole('button', { name: '下一题' })).toBeVisible();
  while (!(await group.isVisible())) await press(page, '下一题');
  await chooseRight(page, question);
  expect(await violations(page, part)).toEqual([]);
  await submitRight(page, question);
  expect(await violations(page, part)).toEqual([]);
  await expect(page.locator(part).getByText('已保存')).toBeVisible();
});

/** Uploads another build, opens 我的学习, takes the update that is offered and waits until it is there. */
async function update(page: Page, site: Site, root: string): Promise<void> {
  // What is still being asked of the server would be cut off.
  await page.waitForLoadState('networkidle');
  await site.deploy(root);
  await page.goto('record/');
  const reloaded = page.waitForEvent('load');
  await updateButton(page).click();
  await reloaded;
  await untilReadyOffline(page);
}

/** The questions of a file as their author wrote them. */
function questionsIn(file: string): string[] {
  const text = readFileSync(join(import.meta.dirname, '../../src/content', file), 'utf8');
  return text.trimEnd().split(/\n\n(?=- id: )/);
}

function isOf(question: string, id: string): boolean {
  return question.startsWith(`- id: ${id}\n`);
}

/** The question, if it is the one of `id`, with other words and an account of that. */
function edit(
  question: string,
  id: string,
  was: string,
  now: string,
  account: Record<string, string>,
): string {
  if (!isOf(question, id)) return question;
  if (!question.includes(was)) throw new Error(`${id} has no ${was}`);
  const fields = Object.entries({ date: '2026-12-01', ...account });
  const lines = fields.map(([name, value]) => `${name}: ${value}`).join('\n      ');
  return accountFor(question.replace(was, now), lines);
}

/** The question with one more entry in its `changes`, which our authors write last. */
function accountFor(question: string, entry: string): string {
  const begun = question.includes('\n  changes:\n') ? question : `${question}\n  changes:`;
  return `${begun}\n    - ${entry}`;
}
