/** 模块测验: drawn once, judged at its end, and taken as often as one likes. */
import type { Question } from '../../src/core/quiz/question.ts';
import { choose, chosenIn, rightChoice, wrongChoice } from './answering.ts';
import { answerPlaces, bank, place, questionOf, SIZE, shownQuestion } from './paper.ts';
import { expect, test, untilFree } from './phone.ts';
import { downloadAll, offlineNoise } from './readiness.ts';
import { readRows } from './stored.ts';

const TEST = 'attitude/test/';
/** Objectives that are red lines, as `module.yaml` has them. */
const RED_LINES = ['set-limits', 'make-good'];

test('a paper is drawn once, survives a kill, is judged at its end, and the next one is another @anywhere @row-26', async ({
  phone,
  site,
}) => {
  test.slow();
  const first: string[] = [];
  let missed: Question | undefined;
  let page = await phone.start();

  await test.step('answers before the end get no verdict', async () => {
    await page.goto(site.url + TEST);
    await expect(page.getByText('及格线80分，红线题要全对。')).toBeVisible();
    await expect(shownQuestion(page)).toHaveCount(0);
    await page.getByRole('button', { name: '开始测验' }).click();
    first.push(...(await answerPlaces(page, 1, 3, rightChoice)));
    // Saving leads on to the next question; going back before that would be undone.
    await page.getByText(place(4)).waitFor();
    await page.getByRole('button', { name: '上一题' }).click();
    const answered = shownQuestion(page);
    await expect(answered.locator('fieldset')).toHaveAttribute('disabled', '');
    const verdict = answered.getByText(/答对了|答错了|出处|理由/).filter({ visible: true });
    await expect(verdict).toHaveCount(0);
    await expect(answered.locator('[data-mark]')).toHaveCount(0);
    await page.getByRole('button', { name: '下一题' }).click();
  });

  await test.step('after a kill the same question stands there, chosen as it was', async () => {
    await page.getByText(place(4)).waitFor();
    const here = await questionOf(shownQuestion(page));
    await choose(shownQuestion(page), rightChoice(here));
    const chosen = await chosenIn(shownQuestion(page));
    const texts = await shownQuestion(page).locator('.text').allTextContents();
    await expect
      .poll(async () => (await readRows(page, 'sittings')).map(({ selections }) => selections))
      .toEqual([expect.objectContaining({ [here.id]: chosen })]);
    await phone.kill();
    page = await phone.start();
    await page.goto(site.url + TEST);
    await untilFree(page);
    await expect(page.getByText(place(4))).toBeVisible();
    expect((await questionOf(shownQuestion(page))).id).toBe(here.id);
    expect(await shownQuestion(page).locator('.text').allTextContents()).toEqual(texts);
    await expect.poll(() => chosenIn(shownQuestion(page))).toEqual(chosen);
  });

  await test.step('a red line missed is not passed, whatever the points', async () => {
    const others = await answerPlaces(page, 4, SIZE, (question) => {
      if (!missed && RED_LINES.includes(question.objective)) missed = question;
      return question === missed ? wrongChoice(question) : rightChoice(question);
    });
    first.push(...others);
    // The first three places may have had the red lines; four of them are drawn.
    if (!missed) throw new Error('no red line was left to miss');
    await expect(page.getByRole('heading', { name: `${SIZE}题都答了，答对19题。` })).toBeFocused();
    await expect(
      page.getByText('95分，及格线80分。红线题有没答对的，这次不算通过。'),
    ).toBeVisible();
    await expect(page.getByText('考过1次：第一次95分，最好95分，还没有通过。')).toBeVisible();
  });

  await test.step('every question shows its verdict, in the order of the paper', async () => {
    await page.getByRole('button', { name: '逐题看对错' }).click();
    for (const [index, id] of first.entries()) {
      await page.getByText(place(index + 1)).waitFor();
      expect((await questionOf(shownQuestion(page))).id).toBe(id);
      const word = id === missed?.id ? '答错了' : '答对了';
      await expect(shownQuestion(page).getByRole('heading', { name: word })).toBeVisible();
      if (index < SIZE - 1) await page.getByRole('button', { name: '下一题' }).click();
    }
    await page.getByRole('button', { name: '看结果' }).click();
  });

  await test.step('what was missed is one tap away, and the module is not passed', async () => {
    await page.locator('[data-revisit] a').filter({ visible: true }).click();
    await expect(page.locator(`#goal-${missed?.objective}`)).toBeInViewport();
    await page.goto(`${site.url}attitude/`);
    // Whether all questions of some lesson were on the paper is chance.
    await expect(page.locator('[data-module="attitude"]')).toHaveText(/^学完\d课，共5课$/);
  });

  await test.step('the next paper is drawn anew; the first result and the best are kept', async () => {
    await page.goto(site.url + TEST);
    await expect(page.getByText('考过1次：第一次95分，最好95分，还没有通过。')).toBeVisible();
    await page.getByRole('button', { name: '再考一次' }).click();
    const second = await answerPlaces(page, 1, SIZE, rightChoice);
    expect(second).not.toEqual(first);
    await expect(page.getByText('这张卷子全答对了。')).toBeVisible();
    await expect(page.getByText('100分，及格线80分。通过了。')).toBeVisible();
    await expect(page.getByText('考过2次：第一次95分，最好100分，已经通过。')).toBeVisible();
    await page.goto(`${site.url}attitude/`);
    await expect(page.locator('[data-module="attitude"]')).toHaveText(/，测验已通过$/);
  });

  await test.step('what was drawn has every objective, red lines twice, and each question once', async () => {
    const papers = (await readRows(page, 'events')).filter(({ type }) => type === 'paper');
    expect(papers).toHaveLength(2);
    expect(new Set(first).size).toBe(SIZE);
    const drawn = first.map((id) => bank.get(id)?.objective);
    const objectives = [...bank.values()].map(({ objective }) => objective);
    expect(new Set(drawn)).toEqual(new Set(objectives));
    for (const id of RED_LINES) {
      expect(drawn.filter((objective) => objective === id).length).toBeGreaterThanOrEqual(2);
    }
  });
});

test('a test is taken without a network, and all that was missed is read up there too @secure', async ({
  page,
  site,
  complaints,
}) => {
  test.slow();
  complaints.allow(offlineNoise);
  await page.goto('./');
  await downloadAll(page);
  await site.goOffline();
  await page.goto(TEST);
  await page.getByRole('button', { name: '开始测验' }).click();
  await answerPlaces(page, 1, SIZE, wrongChoice);
  await expect(page.getByRole('heading', { name: `${SIZE}题都答了，答对0题。` })).toBeFocused();
  const revisit = page.locator('[data-revisit] a').filter({ visible: true });
  const objectives = new Set([...bank.values()].map(({ objective }) => objective));
  const targets = await revisit.evaluateAll((links) =>
    links.map((link) => (link as HTMLAnchorElement).href),
  );
  expect(targets).toHaveLength(objectives.size);
  for (const target of targets) {
    await page.goto(target);
    await expect(page.locator(new URL(target).hash), target).toBeInViewport();
  }
});
