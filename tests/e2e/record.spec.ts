/** 我的学习: what a learner has done, in words, and nowhere but on this device. */
import { answer, answerAndSave, showQuestion, startAgain, wrongChoice } from './answering.ts';
import { LESSON, pretest, questions } from './authored.ts';
import { offlineNoise } from './readiness.ts';
import { expect, test } from './site.ts';
import { readRows } from './stored.ts';

test.use({ frugal: true });

const total = questions.length + 1;

test('progress is told by question, objective, lesson and module @anywhere', async ({ page }) => {
  const state = page.locator(`[data-lesson="${LESSON}"]`);
  const objective = (id: string) => page.locator(`[data-objective="attitude/${id}"]`);
  const objectives = new Set([pretest, ...questions].map((question) => question.objective));
  const [untouched] = [...objectives].filter((id) => id !== pretest.objective);
  await page.goto('record/');
  await expect(page.getByText('还没有学习记录。')).toBeVisible();

  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest, wrongChoice(pretest));
  await page.goto('record/');
  await expect(state).toHaveText(new RegExp(`^答了1题，共${total}题，\\d+月\\d+日$`));
  await expect(objective(pretest.objective)).toHaveText('待巩固');
  await expect(objective(`${untouched}`)).toHaveText('未学');

  await page.goto(`${LESSON}/`);
  await startAgain(page.locator('course-quiz').first());
  for (const question of [pretest, ...questions]) await answerAndSave(page, question);
  await page.goto('record/');
  await expect(state).toHaveText(new RegExp(`^学完，对${total}题，共${total}题，`));
  for (const id of objectives) await expect(objective(id)).toHaveText('已掌握');
  await expect(
    page.getByText(`掌握了${objectives.size}个目标，学完1课，答过${total}题，学时8分钟。`),
  ).toBeVisible();
  await page.goto('attitude/');
  await expect(state).toHaveText(`学完，对${total}题，共${total}题`);
  await expect(page.locator('[data-module="attitude"]')).toHaveText(/^学完1课/);
});

test('sure and unsure are recorded with each answer @anywhere', async ({ page }) => {
  await page.goto(`${LESSON}/`);
  for (const [question, sure] of [
    [pretest, true],
    [questions[0], false],
  ] as const) {
    const asked = await showQuestion(page, question);
    await answer(asked, wrongChoice(question), sure);
    await asked.getByText('已保存').waitFor();
  }
  const events = await readRows(page, 'events');
  expect(Object.fromEntries(events.map((event) => [event.question, event.sure]))).toEqual({
    [pretest.id]: true,
    [questions[0].id]: false,
  });
});

test('a page that a browser brings back from its memory shows what was learned meanwhile @anywhere', async ({
  page,
  context,
  site,
  complaints,
}) => {
  complaints.allow(offlineNoise);
  await page.goto('record/');
  const lesson = await context.newPage();
  await lesson.goto(`${LESSON}/`);
  await answerAndSave(lesson, pretest);
  const bringBack = () =>
    page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
  await site.goOffline();
  const asked = page.waitForEvent('requestfailed');
  await bringBack();
  await asked;
  // Old as it is, it is better than none.
  await expect(page.getByText('还没有学习记录。')).toBeVisible();
  await site.goOnline();
  await bringBack();
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(/^答了1题/);
});

test('nothing of an answer leaves the device @anywhere', async ({ page, site }) => {
  await page.goto(`${LESSON}/`);
  for (const question of [pretest, ...questions]) await answerAndSave(page, question);
  await page.goto('record/');
  await page.waitForLoadState('networkidle');
  for (const { method, url } of site.requests) {
    expect(method, url).toBe('GET');
    expect(url).not.toContain('?');
  }
});
