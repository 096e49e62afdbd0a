import { describe, expect, test, vi } from 'vitest';
import { CourseQuiz } from '../../src/client/elements/course-quiz.ts';
import { find, settle, until } from './page.ts';
import { pageStore } from './page-store.ts';
import { quizMarkup } from './quiz-markup.ts';
import { QuizPage } from './quiz-page.ts';
import { judge, multiple, questions, single } from './quiz-questions.ts';

customElements.define('course-quiz', CourseQuiz);

describe('a quiz that is opened again', () => {
  test('has what was selected and stands where it was left', async () => {
    const page = await QuizPage.open(questions);
    await page.answer('b');
    page.press('next');
    page.choose('a', 'd');
    await settle();
    const again = await QuizPage.open(questions);
    expect(again.text).toBe('第2题，共3题，还有2题没答');
    expect(again.chosen).toEqual(['a', 'd']);
    again.press('back');
    expect(again.part('verdict-word').textContent).toBe('答对了');
    expect(again.chosen).toEqual(['b']);
  });

  test('has the last of several quick selections', async () => {
    const page = await QuizPage.open(questions);
    for (const option of ['a', 'b', 'c', 'a', 'c']) page.choose(option);
    await settle();
    expect((await QuizPage.open(questions)).chosen).toEqual(['c']);
  });

  test('keeps the answer to a question in which a typo was corrected', async () => {
    const page = await QuizPage.open(questions);
    await page.answer('b');
    await settle();
    const corrected = { ...single, revision: '00000002', credited: ['00000001', '00000002'] };
    const again = await QuizPage.open([corrected, multiple, judge]);
    expect(again.text).toBe('第1题，共3题，还有2题没答');
    expect(again.part('verdict-word').textContent).toBe('答对了');
  });

  test('asks a revised question anew and keeps the rest', async () => {
    const page = await QuizPage.open(questions);
    await page.answer('b');
    page.press('next');
    page.choose('a');
    await settle();
    const revised = { ...single, revision: '00000002', credited: ['00000002'] };
    const again = await QuizPage.open([revised, multiple, judge]);
    expect(again.text).toBe('第2题，共3题，还有3题没答');
    expect(again.chosen).toEqual(['a']);
    again.press('back');
    expect(again.chosen).toEqual([]);
    expect(again.part('submit').hidden).toBe(false);
  });

  test('works from the start when the sitting cannot be read', async () => {
    const page = await QuizPage.open(questions);
    page.choose('a');
    await settle();
    vi.spyOn(pageStore(), 'getSitting').mockRejectedValueOnce(new Error('unreadable'));
    expect((await QuizPage.open(questions)).chosen).toEqual([]);
  });

  test('takes along what was selected before its lesson was renamed', async () => {
    const page = await QuizPage.open(questions);
    page.choose('a');
    await settle();
    document.body.innerHTML = quizMarkup(questions, { lesson: 'attitude/visible' });
    await until(() => expect(find(document, 'course-quiz').dataset.ready).toBe(''));
    const checked = [...document.querySelectorAll<HTMLInputElement>('input:checked')];
    expect(checked.map(({ value }) => value)).toEqual(['a']);
  });

  test('does not mix with the quiz of another lesson', async () => {
    const page = await QuizPage.open([single, multiple]);
    page.choose('a');
    await settle();
    document.body.innerHTML = quizMarkup([judge], { lesson: 'attitude/visible' });
    await until(() => expect(find(document, 'course-quiz').dataset.ready).toBe(''));
    expect(document.querySelectorAll('input:checked')).toHaveLength(0);
  });
});

describe('a reload while the disk is still busy', () => {
  const neverDone = () => new Promise<never>(() => undefined);

  test('finds the selection as it was left', async () => {
    const page = await QuizPage.open(questions);
    vi.spyOn(pageStore(), 'putSitting').mockImplementation(neverDone);
    page.choose('a');
    expect((await QuizPage.open(questions)).chosen).toEqual(['a']);
  });

  test('takes up nothing that another tab has gone past', async () => {
    const page = await QuizPage.open(questions);
    page.choose('a');
    await settle();
    const [draft] = (await pageStore().readAll()).sittings;
    if (!draft) throw new Error('Nothing was stored');
    await pageStore().putSitting({ ...draft, attempt: 'another', selections: {} });
    sessionStorage.setItem(`window-course:draft:${draft.id}`, JSON.stringify(draft));
    expect((await QuizPage.open(questions)).chosen).toEqual([]);
  });

  test('is not misled by a damaged draft', async () => {
    const { quiz } = await QuizPage.open(questions);
    sessionStorage.setItem(`window-course:draft:${quiz.dataset.sitting}`, '{"id":');
    expect((await QuizPage.open(questions)).chosen).toEqual([]);
  });
});

describe('selections that cannot be stored', () => {
  test('are stored with the answer, if that can be', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const page = await QuizPage.open(questions);
    vi.spyOn(pageStore(), 'putSitting').mockRejectedValueOnce(new Error('The disk is full'));
    await page.answer('b');
    await settle();
    expect((await QuizPage.open(questions)).text).toBe('第1题，共3题，还有2题没答');
  });

  test('do not keep anybody from answering', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(pageStore(), 'putSitting').mockRejectedValue(new Error('The disk is full'));
    const page = await QuizPage.open(questions);
    await page.answer('b');
    expect(page.part('verdict-word').textContent).toBe('答对了');
    expect(warn).toHaveBeenCalled();
  });
});

describe('a quiz that leaves the page and comes back', () => {
  test('stores each answer once and goes on one question at a time', async () => {
    const page = await QuizPage.open(questions);
    page.quiz.remove();
    delete page.quiz.dataset.ready;
    document.body.append(page.quiz);
    await page.untilReady();
    await page.answer('b');
    await settle();
    expect(await page.stored()).toHaveLength(1);
    page.press('next');
    expect(page.question.id).toBe('q-multiple');
  });

  test('stores each answer once although it came back before it was ready', async () => {
    const template = document.createElement('template');
    template.innerHTML = quizMarkup(questions);
    document.body.append(template.content);
    const quiz = find(document, 'course-quiz');
    quiz.remove();
    document.body.append(quiz);
    await until(() => expect(quiz.dataset.ready).toBe(''));
    find(quiz, 'input[value="b"]').click();
    find(quiz, 'button[value="sure"]').click();
    await settle();
    expect((await pageStore().readLog()).events).toHaveLength(1);
  });
});
