/**
 * Answering with the keyboard alone: Tab, arrows, Space, Enter and typing. What has the focus is
 * told by role and accessible name, as a screen reader tells it.
 */
import type { Locator, Page } from '@playwright/test';
import type { Question } from '../../src/core/quiz/question.ts';
import { rightChoice } from './answering.ts';
import { expect } from './site.ts';

/** The controls of the question that is shown: a group that is named by its stem. */
export function groupOf(page: Page, { stem }: Question): Locator {
  return page.getByRole('group', { name: stem });
}

/** Presses Tab until the control has the focus; of several, the one that comes next. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  const reached = control.and(page.locator(':focus'));
  for (let step = 0; step < 80; step += 1) {
    if ((await reached.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${control}`);
}

/** Goes to a button and presses it. */
export async function press(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press(key);
}

/** Gives the right answer, without submitting it. */
export async function chooseRight(page: Page, question: Question): Promise<void> {
  const group = groupOf(page, question);
  switch (question.kind) {
    case 'single':
    case 'judge':
      return markRadio(page, group, question);
    case 'multiple':
      return markBoxes(page, group, textsOf(question));
    case 'order':
      return putInOrder(page, group, question);
    case 'match':
      return pickChoices(page, group, question);
    case 'fill':
      return question.words.length > 0
        ? tapWords(page, group, question)
        : typeWords(page, group, question);
    case 'number':
      await tabTo(page, group.getByRole('textbox', { name: /^答/ }));
      return page.keyboard.type(rightChoice(question).join());
    case 'rewrite':
      return rewrite(page, group, question);
  }
}

/** Submits, and finds the focus on the verdict. */
export async function submitRight(page: Page, question: Question, key = 'Enter'): Promise<void> {
  const own = question.kind === 'rewrite';
  await press(page, own ? '勾好了，提交' : '有把握，提交', key);
  await expect(
    page.getByRole('heading', { name: own ? '都做到了' : '答对了' }).and(page.locator(':focus')),
  ).toBeVisible();
}

type Kind<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** The words of the right options. */
function textsOf({ options }: Kind<'single' | 'multiple' | 'judge'>): string[] {
  return options.filter(({ correct }) => correct).map(({ text }) => text);
}

/** Tab goes to the group, where Space marks the first button and arrows the next ones. */
async function markRadio(
  page: Page,
  group: Locator,
  question: Kind<'single' | 'judge'>,
): Promise<void> {
  const [text = ''] = textsOf(question);
  const radio = group.getByRole('radio', { name: text, exact: true });
  await tabTo(page, group.getByRole('radio'));
  await page.keyboard.press('Space');
  for (let step = 0; !(await radio.isChecked()); step += 1) {
    if (step > question.options.length) throw new Error(`The arrows never reached “${text}”`);
    await page.keyboard.press('ArrowDown');
  }
}

/** Tab goes from box to box, Space marks one. */
async function markBoxes(page: Page, group: Locator, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const box = group.getByRole('checkbox', { name: text, exact: true });
    await tabTo(page, box);
    await page.keyboard.press('Space');
    await expect(box).toBeChecked();
  }
}

/** Enter on 上移 takes a step up, keeps the focus on its button and says the new place. */
async function putInOrder(page: Page, group: Locator, { steps }: Kind<'order'>): Promise<void> {
  const buttons = group.getByRole('button', { name: /^上移：/ });
  const names = () =>
    buttons.evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')));
  for (const [place, { text }] of steps.entries()) {
    const name = `上移：${text}`;
    const at = (await names()).indexOf(name);
    if (at > place) await tabTo(page, group.getByRole('button', { name, exact: true }));
    for (let step = at; step > place; step -= 1) {
      await page.keyboard.press('Enter');
      await expect(group.getByRole('status')).toHaveText(`排在第${step}：${text}`);
    }
  }
}

/** Tab goes from row to row, arrows pick a choice. */
async function pickChoices(
  page: Page,
  group: Locator,
  { rows, choices }: Kind<'match'>,
): Promise<void> {
  for (const { text, choice } of rows) {
    const row = group.getByRole('combobox', { name: text });
    await tabTo(page, row);
    const place = choices.findIndex(({ id }) => id === choice);
    for (let step = -1; step < place; step += 1) await page.keyboard.press('ArrowDown');
    await expect(row).toHaveValue(choice);
  }
}

/** Tab goes to a word, Enter puts it into the next empty blank. */
async function tapWords(page: Page, group: Locator, question: Kind<'fill'>): Promise<void> {
  const words = rightChoice(question);
  for (const word of words) {
    await tabTo(page, group.getByRole('button', { name: word, exact: true }));
    await page.keyboard.press('Enter');
  }
  for (const [index, word] of words.entries()) {
    await expect(blank(group, question, index)).toHaveValue(word);
  }
}

async function typeWords(page: Page, group: Locator, question: Kind<'fill'>): Promise<void> {
  for (const [index, word] of rightChoice(question).entries()) {
    await tabTo(page, blank(group, question, index));
    await page.keyboard.type(word);
  }
}

function blank(group: Locator, { blanks }: Kind<'fill'>, index: number): Locator {
  const name = blanks.length > 1 ? `第${index + 1}空` : '填';
  return group.getByRole('textbox', { name, exact: true });
}

/** Writes a sentence, compares it with the samples, ticks every point. */
async function rewrite(page: Page, group: Locator, question: Kind<'rewrite'>): Promise<void> {
  await tabTo(page, group.getByRole('textbox', { name: '我来说' }));
  await page.keyboard.type(rightChoice(question)[0] ?? '');
  await press(page, '写好了，对照');
  // The button has gone: the focus is on what is to be read now.
  await expect(group.locator(':focus')).toContainText('可以这样说');
  await markBoxes(page, group, question.checklist);
}
