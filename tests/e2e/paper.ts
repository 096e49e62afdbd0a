/** A paper of 模块测验 as a learner answers it, place by place. */
import type { Locator, Page } from '@playwright/test';
import type { Question } from '../../src/core/quiz/question.ts';
import { type Choice, choose } from './answering.ts';
import { authoredLessons } from './authored.ts';

/** Questions of a paper. */
export const SIZE = 20;

/** Everything that a paper may be drawn from, by id. */
export const bank = new Map(
  authoredLessons
    .filter(({ path }) => path.startsWith('attitude/'))
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind !== 'rewrite')
    .map((question) => [question.id, question]),
);

/** What the page says at a place of the paper. */
export function place(number: number): RegExp {
  return new RegExp(`^第${number}题，共${SIZE}题`);
}

export function shownQuestion(page: Page): Locator {
  return page.locator('course-test [data-question]').filter({ visible: true });
}

export async function questionOf(asked: Locator): Promise<Question> {
  const question = bank.get((await asked.getAttribute('data-question')) ?? '');
  if (!question) throw new Error('The test asks what is not in its bank.');
  return question;
}

/** Answers the places of a paper one after the other; resolves with what was asked. */
export async function answerPlaces(
  page: Page,
  from: number,
  to: number,
  give: (question: Question) => Choice,
): Promise<string[]> {
  const ids: string[] = [];
  for (let number = from; number <= to; number += 1) {
    await page.getByText(place(number)).waitFor();
    const asked = shownQuestion(page);
    const question = await questionOf(asked);
    await choose(asked, give(question));
    await asked.getByRole('button', { name: '提交', exact: true }).click();
    ids.push(question.id);
  }
  return ids;
}
