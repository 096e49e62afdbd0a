/** Sudden death: what was said to be saved is saved. */
import {
  answerAndSave,
  choose,
  chosenIn,
  rightChoice,
  showQuestion,
  wrongChoice,
} from './answering.ts';
import { LESSON, pretest, questions } from './authored.ts';
import { expect, test, untilFree } from './phone.ts';
import { readRows } from './stored.ts';

const total = questions.length;

test('an answer is there again although the browser was killed at 已保存', async ({
  phone,
  site,
  origin,
}) => {
  // On plain http each killed page holds its quiz for seconds, so fewer deaths have to do there.
  const deaths = origin === 'secure' ? total : 2;
  for (const question of questions.slice(0, deaths)) {
    const page = await phone.start();
    await page.goto(`${site.url}${LESSON}/`);
    await untilFree(page);
    await answerAndSave(page, question);
    await phone.kill();
  }
  const page = await phone.start();
  await page.goto(`${site.url}${LESSON}/`);
  await untilFree(page);
  for (const question of questions.slice(deaths)) await answerAndSave(page, question);
  // A finished quiz opens with its result.
  if (deaths < total) await page.getByRole('button', { name: '看结果' }).click();
  await expect(
    page.getByRole('heading', { name: `${total}题都答了，答对${total}题。` }),
  ).toBeVisible();
  await page.goto(`${site.url}record/`);
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveText(
    new RegExp(`^答了${total}题，共${total + 1}题，`),
  );
});

test('a choice that was not submitted yet is still marked after a kill', async ({
  phone,
  site,
}) => {
  const multiple = questions.find(({ kind }) => kind === 'multiple') ?? questions[0];
  const page = await phone.start();
  await page.goto(`${site.url}${LESSON}/`);
  await choose(await showQuestion(page, pretest), wrongChoice(pretest));
  await choose(await showQuestion(page, multiple), rightChoice(multiple));
  // Nothing on the page says when a choice has been kept.
  await expect
    .poll(async () => (await readRows(page, 'sittings')).map(({ selections }) => selections))
    .toEqual([{ [multiple.id]: rightChoice(multiple) }, { [pretest.id]: wrongChoice(pretest) }]);
  await phone.kill();

  const again = await phone.start();
  await again.goto(`${site.url}${LESSON}/`);
  await untilFree(again);
  for (const [question, choice] of [
    [pretest, wrongChoice(pretest)],
    [multiple, rightChoice(multiple)],
  ] as const) {
    const asked = await showQuestion(again, question);
    await expect.poll(() => chosenIn(asked)).toEqual(choice);
    await expect(asked.getByText('已保存')).toBeHidden();
  }
});
