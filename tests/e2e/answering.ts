/** Answering questions as a learner does, by what the page shows. */
import type { Locator, Page } from '@playwright/test';
import type { Answer, Question } from '../../src/core/quiz/question.ts';

/** What a learner gives, in the form of the question's kind (see `core/quiz/kinds`). */
export type Choice = Answer;

/** The question on the page, with its options, its buttons and its verdict. */
export function questionOn(page: Page, { id }: Question): Locator {
  return page.locator(`[data-question="${id}"]`);
}

/** Steps to the question with the quiz's own button, as soon as the quiz can be answered. */
export async function showQuestion(page: Page, question: Question): Promise<Locator> {
  const asked = questionOn(page, question);
  const quiz = page.locator('course-quiz[data-ready]').filter({ has: asked });
  await quiz.waitFor();
  while (await asked.isHidden()) await quiz.getByRole('button', { name: '下一题' }).click();
  return asked;
}

/** Gives exactly this answer, with the controls that the question shows. */
export async function choose(asked: Locator, choice: Choice): Promise<void> {
  if ((await asked.locator('[data-order]').count()) > 0) return putInOrder(asked, choice);
  if ((await asked.locator('textarea').count()) > 0) return rewrite(asked, choice);
  if ((await asked.locator('[data-word]').count()) > 0) return tapWords(asked, choice);
  for (const [index, select] of (await asked.locator('select').all()).entries()) {
    await select.selectOption(choice[index] ?? '');
  }
  for (const [index, field] of (await asked.locator('input[type="text"]').all()).entries()) {
    await field.fill(choice[index] ?? '');
  }
  await markBoxes(asked, choice);
}

async function markBoxes(asked: Locator, choice: Choice): Promise<void> {
  for (const input of await asked.locator('[type="radio"], [type="checkbox"]').all()) {
    const wanted = choice.includes(await input.inputValue());
    // Marking one radio button clears the others.
    const box = (await input.getAttribute('type')) === 'checkbox';
    if (wanted || box) await input.setChecked(wanted);
  }
}

async function putInOrder(asked: Locator, choice: Choice): Promise<void> {
  const steps = asked.locator('li[data-answer-part]');
  const order = () =>
    steps.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.answerPart));
  // A move and its undoing: an order that was never touched is no answer.
  await steps.first().getByRole('button', { name: /^下移/ }).click();
  for (const [place, id] of choice.entries()) {
    for (let at = (await order()).indexOf(id); at > place; at -= 1) {
      await steps.nth(at).getByRole('button', { name: /^上移/ }).click();
    }
  }
}

async function tapWords(asked: Locator, choice: Choice): Promise<void> {
  await asked.getByRole('button', { name: '重填' }).click();
  for (const word of choice) await asked.locator(`[data-word="${word}"]`).click();
}

async function rewrite(asked: Locator, [sentence = '', ...points]: Choice): Promise<void> {
  await asked.locator('textarea').fill(sentence);
  const compare = asked.getByRole('button', { name: '写好了，对照' });
  if (await compare.isVisible()) await compare.click();
  await markBoxes(asked, points);
}

/** What the controls hold now, in the same form. */
export function chosenIn(asked: Locator): Promise<Choice> {
  return asked.locator('fieldset').evaluate((group) => {
    const texts = group.querySelectorAll<HTMLInputElement>(
      'input[type="text"], input[type="hidden"]:not([disabled]), select, textarea',
    );
    const boxes = group.querySelectorAll<HTMLInputElement>('input:checked');
    return [...texts, ...boxes].map(({ value }) => value).filter((value) => value !== '');
  });
}

/** Gives this answer and submits it. */
export async function answer(asked: Locator, choice: Choice, sure = true): Promise<void> {
  await choose(asked, choice);
  await submitButton(asked, sure).click();
}

/** One's own sentence has one button, everything else one for each certainty. */
export function submitButton(asked: Locator, sure = true): Locator {
  return asked.getByRole('button', { name: sure ? /^有把握|^勾好了/ : /^没把握|^勾好了/ });
}

/** Goes to the question, answers it and waits until the page says that the answer is saved. */
export async function answerAndSave(
  page: Page,
  question: Question,
  choice: Choice = rightChoice(question),
): Promise<Locator> {
  const asked = await showQuestion(page, question);
  await answer(asked, choice);
  await asked.getByText('已保存').waitFor();
  return asked;
}

/** 再答一次 for one question in the prose, 从头再做一遍 from the result of a whole quiz. */
export async function startAgain(quiz: Locator): Promise<void> {
  const result = quiz.getByRole('button', { name: '看结果' });
  if (await result.isVisible()) await result.click();
  await quiz.getByRole('button', { name: /再答一次|从头再做一遍/ }).click();
}

export function rightChoice(question: Question): Choice {
  switch (question.kind) {
    case 'order':
      return question.steps.map(({ id }) => id);
    case 'match':
      return question.rows.map(({ choice }) => choice);
    case 'fill':
      return question.blanks.map(({ accept }) => accept[0] ?? '');
    case 'number':
      return [String(question.model)];
    case 'rewrite':
      return ['我陪您再对一遍。', ...question.checklist.map((_, index) => String(index))];
    default:
      return question.options.filter(({ correct }) => correct).map(({ id }) => id);
  }
}

/** An answer that a learner might give and that is not right. */
export function wrongChoice(question: Question): Choice {
  const right = rightChoice(question);
  switch (question.kind) {
    case 'order':
      return [...right].reverse();
    case 'match':
    case 'fill':
      return [...right.slice(1), ...right.slice(0, 1)];
    case 'number':
      return [String(question.accept.max + 1)];
    case 'rewrite':
      return right.slice(0, -1);
    default:
      return question.options
        .filter(({ correct }) => !correct)
        .map(({ id }) => id)
        .slice(0, 1);
  }
}
