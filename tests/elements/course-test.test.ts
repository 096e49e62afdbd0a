import { describe, expect, test, vi } from 'vitest';
import { CourseTest } from '../../src/client/elements/course-test.ts';
import { fillLocal } from '../../src/client/local.ts';
import type { PublishedQuestion } from '../../src/core/course/course.ts';
import { gradeAnswer, keyOf } from '../../src/core/quiz/grade.ts';
import type { PaperEvent, RecordEvent } from '../../src/core/record/event.ts';
import { buildLesson, buildModule, buildQuestion } from '../course-builder.ts';
import { number, order, rewrite } from '../question-builder.ts';
import { expectFocus, find, part, render, settle, until } from './page.ts';
import { holdElsewhere } from './page-holder.ts';
import { pageStore } from './page-store.ts';
import { quizMarkup } from './quiz-markup.ts';
import { QuizPage } from './quiz-page.ts';
import { testMarkup } from './test-markup.ts';

customElements.define('course-test', CourseTest);

const { readLessonPage } = vi.hoisted(() => ({ readLessonPage: vi.fn() }));
vi.mock('../../src/client/lesson-page.ts', () => ({ readLessonPage }));
const noPage = new Error('There is no network');

const options = ['a', 'b', 'c', 'd', 'e'];
const tell = ['t1', 't2', 't3'].map((id) => buildQuestion({ id, objective: 'tell', options }));
const greet = ['g1', 'g2'].map((id) => buildQuestion({ id, objective: 'greet', options }));
/** Five questions, all of which a paper asks; `greet` is a red line, 80 percent are needed. */
const bank = [...tell, ...greet];

/** The page of the test, while the pages of its lessons have these questions. */
function pageOf(questions: readonly PublishedQuestion[], inLesson = questions): string {
  const page = new DOMParser().parseFromString(quizMarkup(inLesson), 'text/html');
  readLessonPage.mockReset().mockResolvedValue(page);
  return testMarkup(buildModule('attitude', [buildLesson('waiting', questions)]));
}
const open = (questions: readonly PublishedQuestion[] = bank) =>
  QuizPage.openMarkup(pageOf(questions));
const log = async () => (await pageStore().readLog()).events;
const papers = async () =>
  (await log()).filter((event: RecordEvent): event is PaperEvent => event.type === 'paper');
const outcome = (page: QuizPage) => part(page.quiz, 'outcome').textContent;
const past = (page: QuizPage) => part(page.quiz, 'past').textContent;
/** Options of the visible question, from top to bottom. */
const optionsOf = (page: QuizPage) =>
  [...page.question.querySelectorAll<HTMLInputElement>('.option input')].map(({ value }) => value);

/** Opens a test and draws a paper. */
async function begin(questions?: readonly PublishedQuestion[]): Promise<QuizPage> {
  const page = await open(questions);
  find(page.quiz, '[data-part="intro"] [data-action="begin"]').click();
  await until(() => expect(page.questions).toHaveLength(1));
  return page;
}

/** Answers the visible question and waits for what comes next. */
async function answer(page: QuizPage, option: string): Promise<void> {
  const answered = (await log()).length;
  page.choose(option);
  page.submit('unsure');
  await until(async () => expect(await log()).toHaveLength(answered + 1));
  await settle();
}

/** Answers every question left: right, except those named. */
async function finish(page: QuizPage, wrong: readonly string[] = []): Promise<void> {
  while (!page.shows('summary')) {
    await answer(page, wrong.includes(page.question.id) ? 'a' : 'b');
  }
}

describe('a test that is not begun', () => {
  test('says what it is, shows no question and stores nothing', async () => {
    const page = await open();
    expect(page.shows('intro')).toBe(true);
    expect(find(page.quiz, 'form').hidden).toBe(true);
    expect([page.shows('steps'), page.shows('summary'), page.shows('past')]).toEqual([
      false,
      false,
      false,
    ]);
    await settle();
    expect(await pageStore().readAll()).toEqual({ rows: [], sittings: [] });
  });
});

describe('beginning a test', () => {
  test('draws one paper, keeps it as an event, and shows its first question', async () => {
    const page = await begin();
    const [paper, another] = await papers();
    expect(another).toBeUndefined();
    expect(paper?.module).toBe('attitude');
    expect([...(paper?.questions ?? [])].sort()).toEqual(
      bank.map(({ id, revision }) => `${id}@${revision}`).sort(),
    );
    expect(page.shows('intro')).toBe(false);
    expect(`${page.question.id}@00000001`).toBe(paper?.questions[0]);
    expect(page.text).toBe('第1题，共5题，还有5题没答');
    expectFocus(page.part('stem'));
    await settle();
    expect(await pageStore().getSitting('attitude#test')).toMatchObject({
      attempt: paper?.sitting,
      partial: true,
      questions: paper?.questions.map((drawn) => ({ id: drawn.slice(0, 2), revision: '00000001' })),
    });
  });

  test('draws one paper however often the button is pressed', async () => {
    const page = await open();
    const button = find(page.quiz, '[data-part="intro"] [data-action="begin"]');
    button.click();
    button.click();
    await until(() => expect(page.questions).toHaveLength(1));
    await settle();
    expect(await papers()).toHaveLength(1);
  });

  test('never draws what a learner judges alone', async () => {
    await begin([rewrite, ...bank]);
    expect((await papers())[0]?.questions.join()).not.toContain(rewrite.id);
  });

  test('that cannot be stored says so, and can be tried again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(pageStore(), 'append').mockRejectedValueOnce(new Error('The disk is full'));
    const page = await open();
    const button = find(page.quiz, '[data-part="intro"] [data-action="begin"]');
    button.click();
    await until(() => expect(page.shows('not-begun')).toBe(true));
    expect(page.shows('intro')).toBe(true);
    expect(page.questions).toHaveLength(0);
    button.click();
    await until(() => expect(page.questions).toHaveLength(1));
    expect(page.shows('not-begun')).toBe(false);
    expect(await papers()).toHaveLength(1);
  });

  test('takes its questions from the pages of the lessons, and none before it is begun', async () => {
    const page = await open();
    expect(readLessonPage).not.toHaveBeenCalled();
    find(page.quiz, '[data-part="intro"] [data-action="begin"]').click();
    expect(page.shows('drawing')).toBe(true);
    await until(() => expect(page.questions).toHaveLength(1));
    expect(page.shows('drawing')).toBe(false);
    expect(readLessonPage.mock.calls).toEqual([['attitude/waiting']]);
  });

  test.each([
    ['cannot be had', () => readLessonPage.mockRejectedValue(noPage)],
    [
      'is the login page of a portal',
      () => readLessonPage.mockResolvedValue(document.implementation.createHTMLDocument('登录')),
    ],
  ])('when a lesson %s says so, draws nothing, and can be tried again', async (_, fail) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const page = await open();
    const lesson = await readLessonPage();
    fail();
    const button = find(page.quiz, '[data-part="intro"] [data-action="begin"]');
    button.click();
    await until(() => expect(page.shows('unread')).toBe(true));
    expect([page.shows('intro'), page.shows('drawing')]).toEqual([true, false]);
    expect(await pageStore().readAll()).toEqual({ rows: [], sittings: [] });
    readLessonPage.mockResolvedValue(lesson);
    button.click();
    await until(() => expect(page.questions).toHaveLength(1));
    expect(page.shows('unread')).toBe(false);
    expect(await papers()).toHaveLength(1);
  });

  test('asks what test and lessons both have, while a site is being deployed to', async () => {
    const page = await QuizPage.openMarkup(pageOf(bank, [...bank.slice(1), buildQuestion()]));
    find(page.quiz, '[data-part="intro"] [data-action="begin"]').click();
    await until(() => expect(page.questions).toHaveLength(1));
    const [paper] = await papers();
    const drawn = paper?.questions.map((question) => question.slice(0, 2));
    expect(drawn?.sort()).toEqual(['g1', 'g2', 't2', 't3']);
  });

  test('fills the slots of its questions, and marks what is overdue', async () => {
    const stale = bank.map((question) => ({ ...question, stem: '' }));
    const markup = pageOf(stale);
    const page: Document = await readLessonPage();
    for (const stem of page.querySelectorAll('[data-part="stem"]')) {
      stem.innerHTML = '<span data-slot="window-number">〔窗口号〕</span>';
    }
    for (const source of page.querySelectorAll<HTMLElement>('[data-review-by]')) {
      source.dataset.reviewBy = '2020-01-01';
    }
    vi.stubGlobal('fetch', async () => new Response('{"slots":{"window-number":"3号"}}'));
    await fillLocal();
    const test = await QuizPage.openMarkup(markup);
    find(test.quiz, '[data-part="intro"] [data-action="begin"]').click();
    await until(() => expect(test.questions).toHaveLength(1));
    expect(test.part('stem').textContent).toBe('〔3号〕');
    expect(test.part('source').textContent).toContain('待复核');
  });

  test('puts the options in an order of its own, except where they have one', async () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      buildQuestion({ id: `q${index}`, options }),
    );
    const [fixed, ...free] = many;
    const page = await begin([{ ...(fixed ?? buildQuestion()), ordered: true }, ...free]);
    const orders = new Map<string, string>();
    for (;;) {
      orders.set(page.question.id, optionsOf(page).join(''));
      if (!page.offers('next')) break;
      page.press('next');
    }
    expect(orders.get('q0')).toBe('abcde');
    expect(orders.size).toBe(20);
    expect(new Set(orders.values()).size).toBeGreaterThan(5);
    for (const order of orders.values()) expect([...order].sort()).toEqual(options);
  });
});

describe('an answer in a test', () => {
  test('is stored with its paper, and followed by the next question, not by a verdict', async () => {
    const page = await begin();
    const first = page.question.id;
    await answer(page, 'a');
    expect(page.question.id).not.toBe(first);
    expect(page.text).toBe('第2题，共5题，还有4题没答');
    const [paper] = await papers();
    expect((await log()).at(-1)).toMatchObject({
      question: first,
      sitting: paper?.sitting,
      correct: false,
    });
  });

  test('cannot be looked up or changed before the end', async () => {
    const page = await begin();
    await answer(page, 'a');
    page.press('back');
    expect(page.chosen).toEqual(['a']);
    expect(find<HTMLFieldSetElement>(page.question, 'fieldset').disabled).toBe(true);
    for (const part of ['verdict', 'answers', 'submit']) expect(page.part(part).hidden).toBe(true);
    expect(page.question.querySelectorAll('.option[data-mark]')).toHaveLength(0);
    const marks = [...page.question.querySelectorAll('.option .mark')];
    expect(marks.map(({ textContent }) => textContent).join('')).toBe('');
  });

  test('to the last question leads back to those that were passed over', async () => {
    const page = await begin();
    const skipped = page.question.id;
    page.press('next');
    await answer(page, 'b');
    for (let left = 0; left < 3; left += 1) await answer(page, 'b');
    expect(page.question.id).toBe(skipped);
    expect(page.shows('summary')).toBe(false);
  });

  test('of nothing is said so', async () => {
    const page = await begin();
    page.submit('unsure');
    expect(page.part('error').hidden).toBe(false);
    expect(await log()).toHaveLength(1);
  });

  test('can be a number or an order, too', async () => {
    const page = await begin([number, order]);
    while (!page.shows('summary')) {
      if (page.question.id === number.id) page.type('二十五');
      else page.move('look', 'up');
      const answered = (await log()).length;
      page.submit('unsure');
      await until(async () => expect(await log()).toHaveLength(answered + 1));
      await settle();
    }
    expect((await log()).filter(({ type }) => type === 'answer')).toHaveLength(2);
  });
});

describe('a test that is opened again before its end', () => {
  test('is the same paper, in the same order, with what was answered and selected', async () => {
    const page = await begin();
    await answer(page, 'a');
    const [before, order] = [page.question.id, optionsOf(page)];
    page.choose('c');
    await settle();
    const again = await open();
    expect(again.shows('intro')).toBe(false);
    expect(again.question.id).toBe(before);
    expect(optionsOf(again)).toEqual(order);
    expect(again.chosen).toEqual(['c']);
    expect(again.text).toBe('第2题，共5题，还有4题没答');
    again.press('back');
    expect(again.part('verdict').hidden).toBe(true);
    expect(again.chosen).toEqual(['a']);
    expect(await papers()).toHaveLength(1);
  });

  test('is the same paper although the bank has grown', async () => {
    const page = await begin();
    const before = page.question.id;
    await settle();
    const again = await open([buildQuestion({ id: 'n1', options }), ...bank]);
    expect(again.question.id).toBe(before);
    expect(again.text).toBe('第1题，共5题，还有5题没答');
  });

  /** The bank after an edit: every stem and key is another one, and the first question is gone. */
  const rewritten = bank.slice(1).map((question) => ({
    ...buildQuestion({ id: question.id, objective: question.objective, options, correct: ['c'] }),
    revision: '00000002',
    credited: ['00000002'],
    stem: '改过的题干',
  }));

  test('is the same paper to the letter although the bank was rewritten', async () => {
    const page = await begin();
    const seen = new Map<string, string>();
    for (const _ of bank) {
      seen.set(page.question.id, page.part('stem').textContent ?? '');
      page.press(page.offers('next') ? 'next' : 'back');
    }
    while (page.offers('back')) page.press('back');
    await answer(page, 'b');
    const again = await open(rewritten);
    expect(again.shows('withdrawn')).toBe(false);
    expect(again.text).toContain('还有4题没答');
    while (!again.shows('summary')) {
      expect(again.part('stem').textContent).toBe(seen.get(again.question.id));
      await answer(again, 'b');
    }
    expect(outcome(again)).toBe('100分，及格线80分。通过了。');
    const revisions = (await log()).flatMap((event) =>
      event.type === 'answer' ? event.revision : [],
    );
    expect(revisions).toEqual(bank.map(() => '00000001'));

    // Its result can be looked at later; the next paper asks what the bank has now.
    const later = await open(rewritten);
    expect(later.shows('summary')).toBe(true);
    find(later.quiz, '[data-part="summary"] [data-action="begin"]').click();
    await until(() => expect(later.questions).toHaveLength(1));
    for (;;) {
      expect(later.part('stem').textContent).toContain('改过的题干');
      if (!later.offers('next')) break;
      later.press('next');
    }
    expect(later.text).toContain('第4题，共4题');
    expect((await papers())[1]?.questions.every((drawn) => drawn.endsWith('@00000002'))).toBe(true);
  });

  test('is withdrawn on another device, which has only its place, when the bank was rewritten', async () => {
    const page = await begin();
    await answer(page, 'b');
    vi.spyOn(pageStore(), 'getPaper').mockResolvedValue(undefined);
    const again = await open(rewritten);
    expect(again.shows('withdrawn')).toBe(true);
    expect(again.shows('intro')).toBe(true);
    expect(again.questions).toHaveLength(0);
    find(again.quiz, '[data-part="intro"] [data-action="begin"]').click();
    await until(() => expect(again.questions).toHaveLength(1));
    expect(again.shows('withdrawn')).toBe(false);
    expect(again.text).toContain('还有4题没答');
    expect(await papers()).toHaveLength(2);
    await settle();
    expect((await open(rewritten)).shows('withdrawn')).toBe(false);
  });

  test('needs no lesson: it is kept with all its questions', async () => {
    const page = await begin();
    const before = page.question.id;
    await settle();
    const markup = pageOf(bank);
    readLessonPage.mockRejectedValue(noPage);
    expect((await QuizPage.openMarkup(markup)).question.id).toBe(before);
  });

  test('waits, on another device, until its questions can be had', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const page = await begin();
    const before = page.question.id;
    await settle();
    vi.spyOn(pageStore(), 'getPaper').mockResolvedValue(undefined);
    const markup = pageOf(bank);
    readLessonPage.mockRejectedValue(noPage);
    const away = await QuizPage.openMarkup(markup);
    expect(away.shows('unread')).toBe(true);
    expect([away.shows('intro'), away.shows('withdrawn')]).toEqual([false, false]);
    expect(away.questions).toHaveLength(0);
    expect((await open()).question.id).toBe(before);
  });

  test('shows a question of it wherever a damaged sitting says that it stands', async () => {
    await begin();
    await settle();
    const sitting = await pageStore().getSitting('attitude#test');
    if (!sitting) throw new Error('There is no sitting');
    await pageStore().putSitting({ ...sitting, position: 99 });
    expect((await open()).text).toContain('第5题');
  });

  test('waits while it is open on another page', async () => {
    const release = holdElsewhere();
    const test = render(pageOf(bank));
    await until(() => expect(part(test, 'elsewhere').hidden).toBe(false));
    expect(part(test, 'intro').hidden).toBe(true);
    release();
    await until(() => expect(part(test, 'intro').hidden).toBe(false));
  });
});

describe('the result of a test', () => {
  test('comes by itself after the last answer, with the focus on it', async () => {
    const page = await begin();
    await finish(page, ['t1']);
    expect(page.questions).toHaveLength(0);
    expect(part(page.quiz, 'score').textContent).toBe('5题都答了，答对4题。');
    expectFocus(part(page.quiz, 'score'));
    expect(outcome(page)).toBe('80分，及格线80分。通过了。');
    expect(past(page)).toBe('考过1次：第一次80分，最好80分，已经通过。');
    expect(await pageStore().getSitting('attitude#test')).toBeUndefined();
  });

  test.each([
    { wrong: [], said: '100分，及格线80分。通过了。' },
    { wrong: ['t1', 't2'], said: '60分，及格线80分。这次没有通过，可以再考，次数不限。' },
    { wrong: ['g1'], said: '80分，及格线80分。红线题有没答对的，这次不算通过。' },
    { wrong: ['t1', 'g2'], said: '60分，及格线80分。红线题有没答对的，这次不算通过。' },
  ])('with $wrong wrong is: $said', async ({ wrong, said }) => {
    const page = await begin();
    await finish(page, wrong);
    expect(outcome(page)).toBe(said);
    const passed = said.includes('通过了');
    expect(past(page)).toContain(passed ? '已经通过。' : '还没有通过。');
    expect(page.shows('all-right')).toBe(wrong.length === 0);
    expect(page.shows('revisit')).toBe(wrong.length > 0);
  });

  test('comes although the record cannot be read just then', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const page = await begin();
    vi.spyOn(pageStore(), 'readLog').mockRejectedValue(new Error('unreadable'));
    while (!page.shows('summary')) {
      page.choose('b');
      page.submit('unsure');
      await settle();
    }
    expect(page.text).toBe('5题都答了，答对5题。');
  });

  test('names what to read again', async () => {
    const page = await begin();
    await finish(page, ['g1']);
    const revisit = [...page.quiz.querySelectorAll<HTMLElement>('[data-revisit]')];
    expect(revisit.filter(({ hidden }) => !hidden).map((item) => item.textContent)).toEqual([
      'greet',
    ]);
  });

  test('lets every question be looked at, with its verdict and its reasons', async () => {
    const page = await begin();
    await finish(page, ['t1']);
    page.press('look');
    const seen = new Map<string, string | undefined>();
    for (;;) {
      expect(page.part('answers').hidden).toBe(false);
      seen.set(page.question.id, page.part('verdict').dataset.verdict);
      if (!page.offers('next')) break;
      page.press('next');
    }
    expect(seen.size).toBe(5);
    expect(seen.get('t1')).toBe('wrong');
    expect([...seen.values()].filter((verdict) => verdict === 'right')).toHaveLength(4);
    page.press('result');
    expect(page.shows('summary')).toBe(true);
  });

  test('is what is known about the module when the page is opened again', async () => {
    await finish(await begin(), ['t1', 't2']);
    const again = await open();
    expect(again.shows('intro')).toBe(false);
    expect(again.shows('summary')).toBe(true);
    expect(past(again)).toBe('考过1次：第一次60分，最好60分，还没有通过。');
    again.press('look');
    expect(again.part('answers').hidden).toBe(false);
  });
});

describe('a test that is taken again', () => {
  test('that cannot be stored says so where it was asked for, and leaves the result as it was', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const page = await begin();
    await finish(page, ['t1']);
    const shown = outcome(page);
    vi.spyOn(pageStore(), 'append').mockRejectedValueOnce(new Error('The disk is full'));
    find(page.quiz, '[data-part="summary"] [data-action="begin"]').click();
    await until(() => expect(page.shows('not-begun')).toBe(true));
    expect([page.shows('summary'), outcome(page)]).toEqual([true, shown]);
  });

  test('is a paper of its own, with nothing answered', async () => {
    const page = await begin();
    await finish(page, ['t1']);
    find(page.quiz, '[data-part="summary"] [data-action="begin"]').click();
    await until(() => expect(page.questions).toHaveLength(1));
    expect(page.text).toBe('第1题，共5题，还有5题没答');
    expect(page.chosen).toEqual([]);
    expect(page.quiz.querySelectorAll('.option[data-mark]')).toHaveLength(0);
    const [first, second] = await papers();
    expect(second?.sitting).not.toBe(first?.sitting);
  });

  test('has its options in an order of its own, the same when the page is opened again', async () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      buildQuestion({ id: `q${index}`, options }),
    );
    /** Each question with the order of its options. */
    const orders = (page: QuizPage) =>
      new Map(
        [...page.quiz.querySelectorAll<HTMLElement>('[data-question]')].map((question) => [
          question.id,
          [...question.querySelectorAll<HTMLInputElement>('.option input')]
            .map(({ value }) => value)
            .join(''),
        ]),
      );
    const page = await begin(many);
    const first = orders(page);
    await finish(page);
    find(page.quiz, '[data-part="summary"] [data-action="begin"]').click();
    await until(() => expect(page.questions).toHaveLength(1));
    const second = orders(page);
    expect(second).not.toEqual(first);
    await settle();
    expect(orders(await open(many))).toEqual(second);
  });

  test('leaves the first and the best result to be seen', async () => {
    const page = await begin();
    await finish(page, ['t1', 't2']);
    for (const wrong of [[], ['g1']]) {
      find(page.quiz, '[data-part="summary"] [data-action="begin"]').click();
      await until(() => expect(page.questions).toHaveLength(1));
      await finish(page, wrong);
    }
    expect(past(page)).toBe('考过3次：第一次60分，最好100分，已经通过。');
  });
});

test('answers of a test are graded like those of practice', async () => {
  const page = await begin();
  await finish(page, ['t1', 'g2']);
  for (const event of await log()) {
    if (event.type !== 'answer') continue;
    const question = bank.find(({ id }) => id === event.question) ?? buildQuestion();
    expect(event.correct).toBe(gradeAnswer(keyOf(question), event.answer).correct);
  }
});
