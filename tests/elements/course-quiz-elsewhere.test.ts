import { describe, expect, test, vi } from 'vitest';
import { CourseQuiz } from '../../src/client/elements/course-quiz.ts';
import { moveTo, openSitting, select } from '../../src/core/quiz/sitting.ts';
import { buildQuestion } from '../course-builder.ts';
import { find, part, render, settle, until, visibleText } from './page.ts';
import * as holder from './page-holder.ts';
import { pageStore } from './page-store.ts';
import { quizMarkup } from './quiz-markup.ts';
import { QuizPage } from './quiz-page.ts';

customElements.define('course-quiz', CourseQuiz);

const first = buildQuestion({ id: 'q-first' });
const second = buildQuestion({ id: 'q-second' });
const questions = [first, second];

describe('a quiz that is open on another page', () => {
  test('says so, can be read, and takes no answer', async () => {
    holder.holdElsewhere();
    const quiz = render(quizMarkup(questions));
    await until(() => expect(part(quiz, 'elsewhere').hidden).toBe(false));
    expect(visibleText(quiz)).toContain('这组题已在另一页打开');
    expect(quiz.querySelectorAll('input:enabled')).toHaveLength(0);
    expect(quiz.querySelectorAll('[data-question]:not([hidden])')).toHaveLength(2);
    expect(quiz.dataset.ready).toBeUndefined();
    find(quiz, 'input').click();
    await settle();
    expect(await pageStore().readAll()).toEqual({ rows: [], sittings: [] });
  });

  test('goes on here, from where that page stood, when it is closed', async () => {
    const release = holder.holdElsewhere();
    const quiz = render(quizMarkup(questions));
    await until(() => expect(part(quiz, 'elsewhere').hidden).toBe(false));
    // Meanwhile, there:
    const begun = openSitting('attitude/waiting', 'attempt', questions);
    await pageStore().putSitting(moveTo(select(begun, 'q-second', ['c']), 1));
    release();
    await until(() => expect(quiz.dataset.ready).toBe(''));
    expect(part(quiz, 'elsewhere').hidden).toBe(true);
    expect(part(quiz, 'position').textContent).toBe('第2题，共2题，还有2题没答');
    expect(find<HTMLInputElement>(quiz, '#q-second input[value="c"]').checked).toBe(true);
  });

  test('is not waited for any more by a quiz that has left the page', async () => {
    const release = holder.holdElsewhere();
    const waiting = render(quizMarkup(questions));
    await until(() => expect(part(waiting, 'elsewhere').hidden).toBe(false));
    waiting.remove();
    release();
    await settle();
    expect(waiting.dataset.ready).toBeUndefined();
  });
});

test('a quiz whose sitting cannot be held is worked on all the same', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  holder.refuseToHold();
  const page = await QuizPage.open(questions);
  await page.answer('b');
  expect(await page.stored()).toHaveLength(1);
  expect(page.shows('elsewhere')).toBe(false);
  expect(warn).toHaveBeenCalledTimes(1);
});
