import { describe, expect, test } from 'vitest';
import { CourseQuiz } from '../../src/client/elements/course-quiz.ts';
import type { PublishedQuestion } from '../../src/core/course/course.ts';
import type { AnswerDraft } from '../../src/core/record/event.ts';
import { buildQuestion } from '../course-builder.ts';
import { part, settle } from './page.ts';
import { pageStore } from './page-store.ts';
import { QuizPage } from './quiz-page.ts';

customElements.define('course-quiz', CourseQuiz);

const first = buildQuestion({ id: 'q-first' });
const second = buildQuestion({ id: 'q-second' });

describe('the card of a change of policy', () => {
  /** A question that was changed; answers to `old` do not count any more, those to `typo` do. */
  const changed: PublishedQuestion = {
    ...first,
    revision: 'new',
    credited: ['typo', 'new'],
    changes: [
      { date: '2026-02-01', kind: 'policy', note: '改了', was: '原来', now: '现在', affects: '' },
    ],
  };
  const answer = (revision: string, changes: Partial<AnswerDraft> = {}): Promise<unknown> =>
    pageStore().append({
      type: 'answer',
      question: 'q-first',
      revision,
      sitting: 'earlier',
      answer: ['b'],
      correct: true,
      sure: true,
      ...changes,
    });
  const card = async () => part((await QuizPage.open([changed, second])).quiz, 'change');

  test.each([
    { answered: [], shown: false },
    { answered: ['old'], shown: true },
    { answered: ['typo'], shown: false },
    { answered: ['new'], shown: false },
    { answered: ['old', 'new'], shown: false },
    { answered: ['old', 'typo'], shown: false },
    { answered: ['new', 'old'], shown: true },
  ])('after answers to $answered is shown: $shown', async ({ answered, shown }) => {
    for (const revision of answered) await answer(revision);
    expect((await card()).hidden).toBe(!shown);
  });

  test('is not shown because of an answer to another question', async () => {
    await answer('old', { question: 'q-second' });
    expect((await card()).hidden).toBe(true);
  });

  test('is shown as well where a sitting was left half answered', async () => {
    await answer('old');
    const page = await QuizPage.open([changed, second]);
    page.press('next');
    await settle();
    expect((await card()).hidden).toBe(false);
  });

  test('opens a finished quiz for the question that it is about', async () => {
    await answer('old');
    await answer(second.revision, { question: 'q-second' });
    const page = await QuizPage.open([changed, second]);
    expect(page.shows('summary')).toBe(false);
    expect(page.question.id).toBe('q-first');
  });
});
