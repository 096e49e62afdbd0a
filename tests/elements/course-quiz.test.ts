import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseQuiz, type UnsavedAnswers } from '../../src/client/elements/course-quiz.ts';
import { expectFocus, find, part, render, settle, until } from './page.ts';
import { pageStore, useMemoryStore } from './page-store.ts';
import { quizMarkup } from './quiz-markup.ts';
import { QuizPage } from './quiz-page.ts';
import { judge, multiple, questions, single } from './quiz-questions.ts';

customElements.define('course-quiz', CourseQuiz);

describe('a quiz', () => {
  test('can only be read until the element is there', async () => {
    const template = document.createElement('template');
    template.innerHTML = quizMarkup(questions);
    const { content } = template;
    expect(content.querySelectorAll('input:enabled')).toHaveLength(0);
    expect(content.querySelectorAll('[data-question][hidden]')).toHaveLength(0);
    expect(content.querySelectorAll('[data-part="submit"]:not([hidden])')).toHaveLength(0);
    document.body.append(content);
    await until(() => expect(document.querySelectorAll('input:enabled')).toHaveLength(9));
  });

  test('shows one question, says where it is, and offers to submit', async () => {
    const page = await QuizPage.open(questions);
    expect(page.question.id).toBe('q-single');
    expect(page.text).toBe('第1题，共3题，还有3题没答');
    expect(page.part('submit').hidden).toBe(false);
    expect(page.part('answers').hidden).toBe(true);
    expect(page.part('verdict').hidden).toBe(true);
    expect(page.shows('summary')).toBe(false);
  });

  test('goes from question to question, with the focus on what is asked', async () => {
    const page = await QuizPage.open(questions);
    expect([page.offers('back'), page.offers('next')]).toEqual([false, true]);
    page.press('next');
    expect(page.question.id).toBe('q-multiple');
    expectFocus(page.part('stem'));
    expect([page.offers('back'), page.offers('next')]).toEqual([true, true]);
    page.press('next');
    expect([page.offers('back'), page.offers('next')]).toEqual([true, false]);
    page.press('back');
    expect(page.text).toBe('第2题，共3题，还有3题没答');
  });

  test('points to the next question once this one is answered', async () => {
    const page = await QuizPage.open([single, judge]);
    const primary = () => find(page.quiz, '[data-action="next"]').classList.contains('primary');
    expect(primary()).toBe(false);
    await page.answer('b');
    expect(primary()).toBe(true);
    page.press('next');
    expect(primary()).toBe(false);
    await page.answer('wrong');
    expect(primary()).toBe(false);
  });
});

describe('submitting nothing', () => {
  test('says so beside the options, moves the focus to them and stores nothing', async () => {
    const page = await QuizPage.open(questions);
    page.submit();
    expect(page.part('error').hidden).toBe(false);
    const described = find(page.question, 'fieldset').getAttribute('aria-describedby');
    expect(described).toBe(page.part('error').id);
    expectFocus(find(page.question, 'input'));
    await settle();
    expect(await page.stored()).toEqual([]);
    expect(page.part('verdict').hidden).toBe(true);
  });

  test('is forgiven as soon as something is chosen', async () => {
    const page = await QuizPage.open(questions);
    page.submit();
    page.choose('a');
    expect(page.part('error').hidden).toBe(true);
    expect(find(page.question, 'fieldset').hasAttribute('aria-describedby')).toBe(false);
  });
});

describe('a submitted answer', () => {
  test.each([
    ['sure', true],
    ['unsure', false],
  ] as const)('is stored with what the %s button says', async (button, sure) => {
    const page = await QuizPage.open(questions);
    page.choose('b');
    page.submit(button);
    await until(() => expect(page.part('verdict').hidden).toBe(false));
    expect(await page.stored()).toEqual([
      expect.objectContaining({
        type: 'answer',
        question: 'q-single',
        revision: single.revision,
        answer: ['b'],
        correct: true,
        sure,
      }),
    ]);
  });

  test('is announced to the page', async () => {
    const heard = vi.fn();
    document.addEventListener('course:answered', heard, { once: true });
    const page = await QuizPage.open(questions);
    await page.answer('b');
    await until(() => expect(heard).toHaveBeenCalledTimes(1));
  });

  test('gets its verdict, with the focus on it, and the question is closed', async () => {
    const page = await QuizPage.open(questions);
    await page.answer('b');
    await until(() => expectFocus(page.part('verdict-word')));
    expect(find<HTMLFieldSetElement>(page.question, 'fieldset').disabled).toBe(true);
    expect(page.part('submit').hidden).toBe(true);
    expect(page.part('answers').hidden).toBe(false);
    expect(page.part('saved').textContent).toBe('已保存');
    expect(page.text).toBe('第1题，共3题，还有2题没答');
  });

  test.each([
    { answer: ['a', 'c'], word: '答对了', verdict: 'right' },
    { answer: ['a'], word: '没选全', verdict: 'missed' },
    { answer: ['a', 'b', 'c'], word: '答错了', verdict: 'wrong' },
    { answer: ['b'], word: '答错了', verdict: 'wrong' },
  ])('of $answer is $word where a and c are right', async ({ answer, word, verdict }) => {
    const page = await QuizPage.open([multiple, single]);
    await page.answer(...answer);
    expect(page.part('verdict-word').textContent).toBe(word);
    expect(page.part('verdict').dataset.verdict).toBe(verdict);
  });

  test.each([
    { choice: 'a', button: 'sure', shown: true },
    { choice: 'a', button: 'unsure', shown: false },
    { choice: 'b', button: 'sure', shown: false },
  ] as const)('of $choice, $button, is called a misconception: $shown', async (row) => {
    const page = await QuizPage.open(questions);
    page.choose(row.choice);
    page.submit(row.button);
    await until(() => expect(page.part('verdict').hidden).toBe(false));
    expect(page.part('misconception').hidden).toBe(!row.shown);
  });

  test('gets the reasons of what was chosen and of what would have been right', async () => {
    const page = await QuizPage.open([multiple, single]);
    await page.answer('a', 'b');
    const reasons = [...page.part('reasons').querySelectorAll<HTMLElement>('li')];
    expect(reasons.map(({ dataset }) => [dataset.reason, dataset.mark])).toEqual([
      ['a', 'right'],
      ['b', 'wrong'],
      ['c', 'missed'],
    ]);
    expect(reasons.map((reason) => find(reason, '.mark').textContent)).toEqual([
      '选对了',
      '不该选',
      '该选它',
    ]);
    expect(reasons.map((reason) => find(reason, '.reason').textContent)).toEqual([
      '理由a',
      '理由b',
      '理由c',
    ]);
  });

  test('has the source under the reasons, and nothing twice when it is seen again', async () => {
    const page = await QuizPage.open([multiple, single]);
    await page.answer('b');
    page.press('next');
    page.press('back');
    expect(page.part('reasons').children).toHaveLength(3);
    expect(page.part('reasons').nextElementSibling).toBe(page.part('source'));
  });

  test('is marked at each option in words', async () => {
    const page = await QuizPage.open([multiple, single]);
    await page.answer('a', 'b');
    const rows = [...page.question.querySelectorAll<HTMLElement>('.option')];
    expect(rows.map((row) => find(row, '.mark').textContent)).toEqual([
      '选对了',
      '不该选',
      '该选它',
      '',
    ]);
    expect(rows.map((row) => row.dataset.mark)).toEqual(['right', 'wrong', 'missed', undefined]);
  });

  test('does not leave the page', async () => {
    const page = await QuizPage.open(questions);
    const left = vi.fn((event: Event) => !event.defaultPrevented);
    document.addEventListener('submit', left, { once: true });
    await page.answer('b');
    expect(left).toHaveReturnedWith(false);
  });

  test('is stored once, however often the button is pressed', async () => {
    const page = await QuizPage.open(questions);
    page.choose('b');
    page.submit();
    page.submit('unsure');
    await until(() => expect(page.part('verdict').hidden).toBe(false));
    page.submit();
    await settle();
    expect(await page.stored()).toHaveLength(1);
  });

  test('is waited for: who presses on meanwhile is not led away from what comes of it', async () => {
    const saved = holdAnswer();
    const page = await QuizPage.open(questions);
    page.choose('b');
    page.submit();
    page.press('next');
    expect(page.question.id).toBe('q-single');
    saved.resolve();
    await until(() => expect(page.part('verdict').hidden).toBe(false));
    page.press('next');
    expect(page.question.id).toBe('q-multiple');
  });

  test('is what was chosen when the button was pressed', async () => {
    const saved = holdAnswer();
    const page = await QuizPage.open(questions);
    page.choose('b');
    page.submit();
    expect(page.part('saving').textContent).toBe('保存中');
    page.choose('c');
    saved.resolve();
    await until(() => expect(page.part('verdict').hidden).toBe(false));
    expect(page.part('saving').textContent).toBe('');
    expect(page.chosen).toEqual(['b']);
    expect(await page.stored()).toEqual([expect.objectContaining({ answer: ['b'] })]);
  });
});

test('a record that cannot be read is said where the questions stay closed', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(pageStore(), 'readLog').mockRejectedValueOnce(new Error('unreadable'));
  const quiz = render(quizMarkup(questions));
  await until(() => expect(part(quiz, 'unopened').hidden).toBe(false));
  expect(find<HTMLFieldSetElement>(quiz, 'fieldset').disabled).toBe(true);
});

describe('an answer that cannot be stored', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(pageStore(), 'append').mockRejectedValueOnce(new Error('The disk is full'));
  });

  test('is said so, gets no verdict, and leaves the selection', async () => {
    const page = await QuizPage.open(questions);
    page.choose('a');
    page.submit();
    await until(() => expect(page.part('unsaved').hidden).toBe(false));
    expect(page.part('unsaved').textContent).toContain('没有存上');
    expect(console.warn).toHaveBeenCalledTimes(1);
    expect(page.part('verdict').hidden).toBe(true);
    expect(page.part('submit').hidden).toBe(false);
    expect(page.part('saving').textContent).toBe('');
    expect(page.chosen).toEqual(['a']);
    expect(page.text).toBe('第1题，共3题，还有3题没答');
  });

  test('can be had as a file with all others that were not, and is told that it was saved', async () => {
    vi.spyOn(pageStore(), 'append').mockRejectedValue(new Error('full'));
    const page = await QuizPage.open(questions);
    let asked: UnsavedAnswers | undefined;
    page.quiz.addEventListener('course:export', (event) => {
      asked = (event as CustomEvent<UnsavedAnswers>).detail;
      asked.saved = Promise.resolve();
    });
    for (const answer of ['a', 'd']) {
      page.choose(answer);
      page.submit();
      await until(() => expect(page.part('unsaved').hidden).toBe(false));
      page.press('next');
    }
    page.press('back');
    find(page.question, '[data-action="export"]').click();
    expect(asked?.drafts).toMatchObject([
      { type: 'answer', question: 'q-single', answer: ['a'] },
      { type: 'answer', question: 'q-multiple', answer: ['d'] },
    ]);
    await until(() => expect(page.part('exported').textContent).toContain('交给浏览器下载了'));
  });

  test.each([
    ['the script that saves it has not come', undefined],
    ['it could not be made', () => Promise.reject(new Error('no space'))],
  ])('is told that there is no file where %s', async (_why, save) => {
    const page = await QuizPage.open(questions);
    page.quiz.addEventListener('course:export', (event) => {
      const { detail } = event as CustomEvent<UnsavedAnswers>;
      if (save) detail.saved = save();
    });
    page.choose('a');
    page.submit();
    await until(() => expect(page.part('unsaved').hidden).toBe(false));
    find(page.question, '[data-action="export"]').click();
    await until(() => expect(page.part('exported').textContent).toContain('文件没有存成'));
  });

  test('can be submitted again, and then the complaint is gone', async () => {
    const page = await QuizPage.open(questions);
    page.choose('a');
    page.submit();
    await until(() => expect(page.part('unsaved').hidden).toBe(false));
    page.submit();
    await until(() => expect(page.part('verdict').hidden).toBe(false));
    expect(page.part('unsaved').hidden).toBe(true);
    expect(await page.stored()).toEqual([expect.objectContaining({ answer: ['a'] })]);
  });
});

test('without durable storage each verdict says that it lasts as long as the page', async () => {
  useMemoryStore();
  const page = await QuizPage.open(questions);
  await page.answer('b');
  expect(page.part('saved').textContent).toBe('只在这一页里记着，关掉页面就没了');
});

/** The next answer is not stored before the promise is resolved. */
function holdAnswer(): PromiseWithResolvers<void> {
  const saved = Promise.withResolvers<void>();
  const { append } = pageStore();
  vi.spyOn(pageStore(), 'append').mockImplementationOnce((draft) =>
    saved.promise.then(() => append(draft)),
  );
  return saved;
}
