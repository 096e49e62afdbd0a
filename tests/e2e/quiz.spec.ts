/** Answering: every question of the course, what is said then, and what comes next. */
import type { Locator, Page } from '@playwright/test';
import { revisionOf } from '../../src/build/revision.ts';
import { gradeAnswer, keyOf, reasonsOf } from '../../src/core/quiz/grade.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import {
  answer,
  answerAndSave,
  type Choice,
  choose,
  chosenIn,
  questionOn,
  rightChoice,
  showQuestion,
  startAgain,
  submitButton,
  wrongChoice,
} from './answering.ts';
import {
  authoredLessons,
  LESSON,
  pretest,
  questions,
  sampledLessons,
  withDefaults,
} from './authored.ts';
import { lessonsOf } from './course-file.ts';
import { expect, test } from './site.ts';

test.use({ frugal: true });

const total = questions.length;

test('options to choose from have letters to say aloud, which no screen reader adds to them @anywhere', async ({
  page,
}) => {
  for (const { path, questions } of sampledLessons) {
    await page.goto(`${path}/`);
    await expect(page.locator('course-quiz[data-ready]').first()).toBeVisible();
    for (const question of questions) {
      const asked = questionOn(page, question);
      const letters = await asked
        .locator('label')
        .evaluateAll((all) => all.map((label) => getComputedStyle(label, '::before').content));
      const lettered = question.kind === 'single' || question.kind === 'multiple';
      const letter = lettered ? 'counter(letter, upper-alpha) / ""' : 'none';
      expect(new Set(letters), question.id).toEqual(new Set(letters.length > 0 ? [letter] : []));
      if (!lettered) continue;
      for (const { text } of question.options) {
        const role = question.kind === 'single' ? 'radio' : 'checkbox';
        const options = { name: text, exact: true, includeHidden: true };
        await expect(asked.getByRole(role, options)).toHaveCount(1);
      }
    }
  }
});

test('the course asks every question as it is written, and no other @anywhere', async ({
  course,
}) => {
  const published = lessonsOf(course).flatMap((lesson) => lesson.questions);
  const written = authoredLessons.flatMap((lesson) => lesson.questions);
  const asked = Object.fromEntries(published.map(({ id, revision }) => [id, revision]));
  expect(asked).toEqual(Object.fromEntries(written.map((it) => [it.id, revisionOf(it)])));
});

for (const { path, title, questions } of sampledLessons) {
  test(`${title}: each question says why, to a wrong answer and to the right one @anywhere`, async ({
    page,
  }) => {
    await page.goto(`${path}/`);
    for (const question of questions) await answerAndCheck(page, question, wrongChoice(question));
    for (const quiz of await page.locator('course-quiz').all()) await startAgain(quiz);
    for (const question of questions) await answerAndCheck(page, question, rightChoice(question));
    await page.getByRole('button', { name: '看结果' }).click();
    await expect(page.getByText('这一课的题，你这次全答对了。')).toBeVisible();
  });
}

test('nothing chosen is said by the question, and nothing is submitted @anywhere', async ({
  page,
}) => {
  await page.goto(`${LESSON}/`);
  for (const question of [pretest, ...questions]) {
    const asked = await showQuestion(page, question);
    const error = asked.getByRole('alert').filter({ hasText: '再提交' });
    await submitButton(asked, false).click();
    await expect(error).toBeVisible();
    await expect(asked.locator('fieldset')).toHaveAccessibleDescription(/再提交/);
    await expect(asked.getByText('已保存')).toBeHidden();
    // Focus goes to the group, where the error stands.
    await expect(asked.locator('fieldset :focus')).toHaveCount(1);
    await choose(asked, rightChoice(question));
    await expect(error).toBeHidden();
  }
});

test('a question with several keys is right with all of them only @anywhere', async ({ page }) => {
  const multiple = questions.find(({ kind }) => kind === 'multiple');
  if (!multiple) throw new Error(`${LESSON} has no question with several keys`);
  await page.goto(`${LESSON}/`);
  const asked = await showQuestion(page, multiple);
  const [first, ...others] = rightChoice(multiple);
  await answer(asked, rightChoice(multiple).slice(0, 1));
  await expect(asked.getByRole('heading', { name: '没选全' })).toBeVisible();
  await expect(rowOf(asked, `${first}`)).toContainText('选对了');
  for (const id of others) await expect(rowOf(asked, id)).toContainText('该选它');
});

test('a number counts however it is typed, and a near miss has its own reason @secure', async ({
  page,
}) => {
  const number = questions.find(({ kind }) => kind === 'number');
  if (number?.kind !== 'number') throw new Error(`${LESSON} has no number to work out`);
  expect(number.model).toBe(35);
  await page.goto(`${LESSON}/`);
  for (const question of questions) {
    await answerAndSave(page, question, question === number ? ['约三十五分钟'] : undefined);
  }
  await page.getByRole('button', { name: '看结果' }).click();
  await expect(page.getByText('你这次全答对了')).toBeVisible();
  await page.getByRole('button', { name: '从头再做一遍' }).click();
  const asked = await answerAndSave(page, number, ['６６']);
  const miss = number.near.find(({ value }) => value === 66);
  await expect(asked.locator('[data-part="verdict"]')).toContainText(miss?.reason ?? '66');
});

test('a sure answer that is wrong is called a misconception, an unsure one is not @anywhere', async ({
  page,
}) => {
  await page.goto(`${LESSON}/`);
  const sure = await showQuestion(page, pretest);
  await answer(sure, wrongChoice(pretest), true);
  await expect(sure.getByText('这是误区')).toBeVisible();
  const unsure = await showQuestion(page, questions[0]);
  await answer(unsure, wrongChoice(questions[0]), false);
  await expect(unsure.getByRole('heading', { name: '答错了' })).toBeVisible();
  await expect(unsure.getByText('这是误区')).toBeHidden();
});

test('selections, place and verdicts are there again after reload @anywhere', async ({ page }) => {
  const [first, second, third] = questions;
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, pretest, wrongChoice(pretest));
  await answerAndSave(page, first);
  await choose(await showQuestion(page, second), rightChoice(second));
  await choose(await showQuestion(page, third), rightChoice(third));

  await page.reload();
  await expect(questionOn(page, pretest).getByRole('heading', { name: '答错了' })).toBeVisible();
  await expect(questionOn(page, third)).toBeVisible();
  await expectChosen(questionOn(page, third), rightChoice(third));
  await expect(page.getByText(`第3题，共${total}题，还有${total - 1}题没答`)).toBeVisible();
  await page.getByRole('button', { name: '上一题' }).click();
  await expectChosen(questionOn(page, second), rightChoice(second));
  await page.getByRole('button', { name: '上一题' }).click();
  const done = questionOn(page, first);
  await expect(done.getByRole('heading', { name: '答对了' })).toBeVisible();
  await expect(done.getByRole('button', { name: '有把握，提交' })).toBeHidden();
});

test('the result names what to read again, and only what was wrong is asked again @anywhere', async ({
  page,
}) => {
  const result = page.getByRole('heading', { name: `${total}题都答了，答对${total - 1}题。` });
  const [wrong, ...others] = questions;
  await page.goto(`${LESSON}/`);
  await answerAndSave(page, wrong, wrongChoice(wrong));
  for (const question of others) await answerAndSave(page, question);
  await page.getByRole('button', { name: '看结果' }).click();
  await expect(result).toBeVisible();
  const revisit = page.locator('[data-part="revisit"] a').filter({ visible: true });
  await expect(revisit).toHaveCount(1);
  await expect(revisit).toHaveAttribute('href', `#goal-${wrong.objective}`);

  // Opened again, the finished quiz starts with its result.
  await page.reload();
  await expect(result).toBeVisible();

  await page.getByRole('button', { name: '只做没答对的' }).click();
  await expect(page.getByText('第1题，共1题')).toBeVisible();
  await expectChosen(questionOn(page, wrong), []);
  await answerAndSave(page, wrong);
  await page.getByRole('button', { name: '看结果' }).click();
  await expect(page.getByText('你这次全答对了')).toBeVisible();
  await page.getByRole('button', { name: '从头再做一遍' }).click();
  await expect(page.getByText(`第1题，共${total}题，还有${total}题没答`)).toBeVisible();
});

async function answerAndCheck(page: Page, question: Question, choice: Choice): Promise<void> {
  const asked = await answerAndSave(page, question, choice);
  const right = choice.join() === rightChoice(question).join();
  const words = question.kind === 'rewrite' ? ['都做到了', '还差一点'] : ['答对了', '答错了'];
  await expect(asked.getByRole('heading', { name: words[right ? 0 : 1] ?? '' })).toBeFocused();
  const verdict = asked.locator('[data-part="verdict"]');
  await expect(verdict).toHaveAttribute('data-verdict', right ? 'right' : /wrong|missed/);
  const { parts } = gradeAnswer(keyOf({ ...question, revision: '', credited: [] }), choice);
  for (const { part, text, reason } of reasonsOf(question)) {
    const said = verdict.locator(`[data-reason="${part}"]`);
    // The reasons of what was chosen and of the key; the others are one tap away.
    await expect(said).toHaveCount(parts[part] ? 1 : 0);
    if (parts[part]) await expect(said).toContainText(withDefaults(reason || text));
  }
  await expect(verdict.getByText(question.source)).toBeVisible();
  await expect(asked.locator('fieldset')).toHaveAttribute('disabled', '');
}

function rowOf(asked: Locator, option: string): Locator {
  return asked.locator('.option').filter({ has: asked.page().locator(`input[value="${option}"]`) });
}

async function expectChosen(asked: Locator, choice: Choice): Promise<void> {
  await expect.poll(() => chosenIn(asked)).toEqual(choice);
}
