import { describe, expect, test, vi } from 'vitest';
import { CourseQuiz } from '../../src/client/elements/course-quiz.ts';
import { buildQuestion } from '../course-builder.ts';
import { expectFocus, find, part, settle, until } from './page.ts';
import { pageStore } from './page-store.ts';
import { QuizPage } from './quiz-page.ts';
import { judge, multiple, questions, single } from './quiz-questions.ts';

customElements.define('course-quiz', CourseQuiz);

describe('a finished quiz', () => {
  /** All answered: 单选 and 判断 of the objective tell right, 多选 of greet wrong. */
  async function finish(): Promise<QuizPage> {
    const page = await QuizPage.open(questions);
    await page.answer('b');
    page.press('next');
    await page.answer('b');
    page.press('next');
    await page.answer('wrong');
    await until(() => expect(page.offers('result')).toBe(true));
    return page;
  }

  test('stays at the last verdict and offers the result', async () => {
    const page = await finish();
    expect(page.text).toBe('第3题，共3题，都答完了');
    expect(page.question.id).toBe('q-judge');
    page.press('result');
    expect(page.questions).toEqual([]);
    expect(page.shows('steps')).toBe(false);
    expect(page.text).toBe('3题都答了，答对2题。');
    expectFocus(part(page.quiz, 'score'));
  });

  test('does not offer the result before', async () => {
    const page = await QuizPage.open(questions);
    await page.answer('b');
    expect(page.offers('result')).toBe(false);
  });

  test('names what to read again, by objective', async () => {
    const page = await finish();
    page.press('result');
    const revisit = [...page.quiz.querySelectorAll<HTMLElement>('[data-revisit]')];
    expect(revisit.filter(({ hidden }) => !hidden).map((item) => item.textContent)).toEqual([
      'greet',
    ]);
    expect(page.shows('revisit')).toBe(true);
    expect(page.shows('all-right')).toBe(false);
    expect(page.offers('retry-wrong')).toBe(true);
  });

  test('asks again only what was wrong, time and again', async () => {
    const page = await QuizPage.open(questions);
    for (const wrong of ['a', 'b', 'right']) {
      await page.answer(wrong);
      page.press('next');
    }
    page.press('result');
    page.press('retry-wrong');
    for (const option of ['b', 'b', 'right']) {
      await page.answer(option);
      page.press('next');
    }
    page.press('result');
    expect(page.text).toBe('3题都答了，答对1题。');
    page.press('retry-wrong');
    expect(page.text).toBe('第1题，共2题，还有2题没答');
    await page.answer('a', 'c');
    page.press('next');
    await page.answer('right');
    page.press('result');
    page.press('retry-wrong');
    expect(page.text).toBe('第1题，共1题，还有1题没答');
    expect(page.question.id).toBe('q-judge');
  });

  test('opens the question that an address asks for, also when it is followed on the page itself', async () => {
    const page = await finish();
    page.press('result');
    location.hash = '#q-multiple';
    await until(() => expect(page.questions).toHaveLength(1));
    expect(page.question.id).toBe('q-multiple');
    location.hash = '';
  });

  test('with everything right has nothing to read again and nothing to retry but all', async () => {
    const page = await QuizPage.open([single, judge]);
    await page.answer('b');
    page.press('next');
    await page.answer('wrong');
    await until(() => expect(page.offers('result')).toBe(true));
    page.press('result');
    expect(page.text).toBe('2题都答了，答对2题。');
    expect(page.shows('all-right')).toBe(true);
    expect(page.shows('revisit')).toBe(false);
    expect([page.offers('retry-wrong'), page.offers('retry')]).toEqual([false, true]);
  });

  test('has no sitting any more, and starts with its summary when it is opened again', async () => {
    await finish();
    await until(async () =>
      expect(await pageStore().getSitting('attitude/waiting')).toBeUndefined(),
    );
    const again = await QuizPage.open(questions);
    expect(again.questions).toEqual([]);
    expect(again.text).toBe('3题都答了，答对2题。');
  });

  test('has no sitting any more although the last selection was slow to be stored', async () => {
    const page = await QuizPage.open([single], { only: true });
    const slow = Promise.withResolvers<void>();
    const { putSitting } = pageStore();
    vi.spyOn(pageStore(), 'putSitting').mockImplementationOnce((sitting) =>
      slow.promise.then(() => putSitting(sitting)),
    );
    page.choose('b');
    page.submit();
    await settle();
    slow.resolve();
    await until(() => expect(page.shows('again')).toBe(true));
    expect(await pageStore().getSitting('attitude/waiting#q-single')).toBeUndefined();
  });

  test('stays finished while its verdicts are looked at', async () => {
    const page = await finish();
    page.press('back');
    await settle();
    expect(await pageStore().getSitting('attitude/waiting')).toBeUndefined();
  });

  test('is open again for a question that was revised since, and for no other', async () => {
    await finish();
    const again = await QuizPage.open([
      single,
      multiple,
      { ...judge, revision: '00000002', credited: ['00000002'] },
    ]);
    expect(again.shows('summary')).toBe(false);
    expect(again.question.id).toBe(judge.id);
    expect(again.text).toBe('第1题，共1题，还有1题没答');
  });

  test('is retried as a whole, all from the start', async () => {
    const page = await finish();
    page.press('result');
    page.press('retry');
    expect(page.text).toBe('第1题，共3题，还有3题没答');
    expect(page.chosen).toEqual([]);
    expect(page.part('verdict').hidden).toBe(true);
    expect(page.quiz.querySelectorAll('[data-question] .option[data-mark]')).toHaveLength(0);
    expect(find<HTMLFieldSetElement>(page.question, 'fieldset').disabled).toBe(false);
    expectFocus(page.part('stem'));
    await settle();
    const added = buildQuestion({ id: 'q-added' });
    const again = await QuizPage.open([...questions, added]);
    expect(again.text).toBe('第1题，共4题，还有4题没答');
  });

  test('is retried for the wrong answers only, also after opening the page again', async () => {
    const page = await finish();
    page.press('result');
    page.press('retry-wrong');
    expect(page.question.id).toBe('q-multiple');
    expect(page.text).toBe('第1题，共1题，还有1题没答');
    expect([page.offers('back'), page.offers('next')]).toEqual([false, false]);
    page.choose('a');
    await settle();
    const added = buildQuestion({ id: 'q-added' });
    const again = await QuizPage.open([...questions, added]);
    expect(again.text).toBe('第1题，共1题，还有1题没答');
    await again.answer('c');
    expect(again.part('verdict-word').textContent).toBe('答对了');
    await until(() => expect(again.offers('result')).toBe(true));
    again.press('result');
    expect(again.text).toBe('1题都答了，答对1题。');
  });

  test('counts the latest answer to each question when it is opened after a retry', async () => {
    const page = await finish();
    page.press('result');
    page.press('retry-wrong');
    await page.answer('a', 'c');
    await until(async () =>
      expect(await pageStore().getSitting('attitude/waiting')).toBeUndefined(),
    );
    expect((await QuizPage.open(questions)).text).toBe('3题都答了，答对3题。');
  });

  test('gives a retry an attempt and verdicts of its own', async () => {
    const page = await finish();
    page.press('result');
    page.press('retry-wrong');
    await page.answer('a', 'c');
    expect(page.shows('summary')).toBe(false);
    const attempts = (await page.stored()).map(({ sitting }) => sitting);
    expect(attempts).toEqual([attempts[0], attempts[0], attempts[0], expect.any(String)]);
    expect(attempts[3]).not.toBe(attempts[0]);
  });
});

describe('one question in the prose', () => {
  test('has no steps and no summary, and can be answered again', async () => {
    const page = await QuizPage.open([single], { only: true });
    expect(page.shows('again')).toBe(false);
    await page.answer('a');
    await until(() => expect(page.shows('again')).toBe(true));
    page.press('retry');
    expect(page.chosen).toEqual([]);
    expect(page.shows('again')).toBe(false);
    await page.answer('b');
    expect(page.part('verdict-word').textContent).toBe('答对了');
    expect(await page.stored()).toHaveLength(2);
  });

  test('shows its verdict when the page is opened again', async () => {
    await (await QuizPage.open([single], { only: true })).answer('a');
    const again = await QuizPage.open([single], { only: true });
    expect(again.part('verdict-word').textContent).toBe('答错了');
    expect(again.chosen).toEqual(['a']);
    expect(again.shows('again')).toBe(true);
  });
});
