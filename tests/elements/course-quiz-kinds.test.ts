import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseQuiz } from '../../src/client/elements/course-quiz.ts';
import { shuffleAnew } from '../../src/core/quiz/shuffle.ts';
import { buildQuestion } from '../course-builder.ts';
import { everyKind, fill, match, number, order, rewrite, typed } from '../question-builder.ts';
import { expectFocus, find, settle, until } from './page.ts';
import { pageStore } from './page-store.ts';
import { QuizPage } from './quiz-page.ts';

customElements.define('course-quiz', CourseQuiz);

const choice = buildQuestion({ id: 'q-choice' });
const shown = shuffleAnew(order.steps, order.id).map(({ id }) => id);

/** What the verdict says: each reason's part, mark and word. */
const reasons = (page: QuizPage) =>
  [...page.part('reasons').querySelectorAll<HTMLElement>('li')].map((item) => [
    item.dataset.reason,
    item.dataset.mark,
    find(item, '.mark').textContent,
  ]);
const verdict = (page: QuizPage) => page.part('verdict-word').textContent;

/** Puts the steps of the visible question in this order. */
function arrange(page: QuizPage, wanted: readonly string[]): void {
  for (const [place, id] of wanted.entries()) {
    while (page.steps.indexOf(id) > place) page.move(id, 'up');
  }
}

describe('submitting nothing', () => {
  test.each([
    { question: order, said: '请先用上移、下移排一排，再提交。' },
    { question: match, said: '每一行都选一项，再提交。' },
    { question: fill, said: '每个空都填上，再提交。' },
    { question: number, said: '请填一个数，再提交。' },
    { question: rewrite, said: '请先写一句，再对照。' },
  ])('to $question.kind says: $said', async ({ question, said }) => {
    const page = await QuizPage.open([question, choice]);
    page.submit('unsure');
    expect(page.part('error').hidden).toBe(false);
    expect(page.part('error').textContent).toBe(said);
    expect(find(page.question, 'fieldset').contains(document.activeElement)).toBe(true);
    await settle();
    expect(await page.stored()).toEqual([]);
  });

  test('to a pair of blanks is answering one of them', async () => {
    const page = await QuizPage.open([typed, choice]);
    page.type('原因');
    page.submit();
    expect(page.part('error').hidden).toBe(false);
    page.type('20分钟', 1);
    expect(page.part('error').hidden).toBe(true);
  });

  test('to a number is words without a number', async () => {
    const page = await QuizPage.open([number, choice]);
    page.type('很快');
    page.submit();
    expect(page.part('error').hidden).toBe(false);
    expect(page.typed).toEqual(['很快']);
  });
});

describe('排序', () => {
  test('gets a mark and a reason at each step, by its place', async () => {
    const page = await QuizPage.open([order, choice]);
    arrange(page, ['look', 'say', 'back', 'do']);
    await page.finish();
    expect(verdict(page)).toBe('答错了');
    expect(reasons(page)).toEqual([
      ['look', 'right', '排对了'],
      ['say', 'right', '排对了'],
      // What stood there is wrong; what is told is where it belongs.
      ['do', 'missed', '该是'],
      ['back', 'missed', '该是'],
    ]);
    expect(find(page.question, '[data-answer-part="back"] .mark').textContent).toBe('排错了');
    expect((await page.stored())[0]).toMatchObject({ answer: ['look', 'say', 'back', 'do'] });
  });

  test('is right in the right order', async () => {
    const page = await QuizPage.open([order, choice]);
    arrange(page, ['look', 'say', 'do', 'back']);
    await page.finish();
    expect(verdict(page)).toBe('答对了');
  });

  test('keeps the order that was begun, also when the page is opened again', async () => {
    const page = await QuizPage.open([order, choice]);
    page.move(shown[0] ?? '', 'down');
    const begun = page.steps;
    expect(begun).not.toEqual(shown);
    await settle();
    expect((await QuizPage.open([order, choice])).steps).toEqual(begun);
  });

  test('is in its first order again when it is retried, and open', async () => {
    const page = await QuizPage.open([order], { only: true });
    arrange(page, ['look', 'say', 'do', 'back']);
    await page.finish();
    await until(() => expect(page.shows('again')).toBe(true));
    page.press('retry');
    expect(page.steps).toEqual(shown);
    page.submit();
    expect(page.part('error').hidden).toBe(false);
  });

  test('moves a step by one place although the quiz has left the page and come back', async () => {
    const page = await QuizPage.open([order, choice]);
    page.quiz.remove();
    delete page.quiz.dataset.ready;
    document.body.append(page.quiz);
    await page.untilReady();
    const [a, b, ...rest] = shown;
    page.move(a ?? '', 'down');
    expect(page.steps).toEqual([b, a, ...rest]);
  });
});

describe('配对', () => {
  test('gets a mark and a reason at each row', async () => {
    const page = await QuizPage.open([match, choice]);
    page.pick('slow', 'time');
    page.pick('queue', 'sorry');
    page.pick('torn', 'way');
    await page.finish();
    expect(reasons(page)).toEqual([
      ['slow', 'right', '配对了'],
      ['queue', 'missed', '该配'],
      ['torn', 'right', '配对了'],
    ]);
    expect(find(page.question, '[data-answer-part="queue"]').dataset.mark).toBe('wrong');
    expect((await page.stored())[0]?.answer).toEqual(['time', 'sorry', 'way']);
  });

  test('keeps what was chosen so far', async () => {
    const page = await QuizPage.open([match, choice]);
    page.pick('queue', 'way');
    await settle();
    const again = await QuizPage.open([match, choice]);
    const chosen = [...again.question.querySelectorAll('select')].map(({ value }) => value);
    expect(chosen).toEqual(['', 'way', '']);
  });
});

describe('填空', () => {
  test('is filled by tapping words, and right in whatever form is accepted', async () => {
    const page = await QuizPage.open([fill, choice]);
    for (const word of ['为什么', '20分钟']) find(page.question, `[data-word="${word}"]`).click();
    await page.finish();
    expect(verdict(page)).toBe('答对了');
    expect(reasons(page)).toEqual([['answer', 'right', '填对了']]);
  });

  test('knows a common mistake, and says what would have been right', async () => {
    const page = await QuizPage.open([typed, choice]);
    page.type('等着');
    page.type('快了', 1);
    await page.finish();
    expect(verdict(page)).toBe('答错了');
    expect(reasons(page)).toEqual([
      ['answer', 'missed', '该是'],
      ['common-0', 'wrong', '你的答案'],
    ]);
  });

  test('keeps what was typed, the last of it, when the page is opened again', async () => {
    const page = await QuizPage.open([typed, choice]);
    for (const text of ['原', '原因']) page.type(text);
    page.type('20', 1);
    await settle();
    expect((await QuizPage.open([typed, choice])).typed).toEqual(['原因', '20']);
  });

  test('shows what was typed beside its verdict, also when the page is opened again', async () => {
    const page = await QuizPage.open([typed, choice]);
    page.type('原因');
    page.type('２０分钟', 1);
    await page.finish();
    await settle();
    const again = await QuizPage.open([typed, choice]);
    expect(again.typed).toEqual(['原因', '２０分钟']);
    expect(verdict(again)).toBe('答对了');
  });
});

describe('算数', () => {
  test.each([
    ['二十五', '答对了', [['answer', 'right', '算对了']]],
    [
      '20',
      '答错了',
      [
        ['answer', 'missed', '该是'],
        ['near-0', 'wrong', '你的答案'],
      ],
    ],
    ['22', '答错了', [['answer', 'missed', '该是']]],
  ])('%s: %s', async (text, word, said) => {
    const page = await QuizPage.open([number, choice]);
    page.type(text);
    await page.finish();
    expect(verdict(page)).toBe(word);
    expect(reasons(page)).toEqual(said);
  });

  test('keeps what was typed when the answer could not be stored', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(pageStore(), 'append').mockRejectedValueOnce(new Error('The disk is full'));
    const page = await QuizPage.open([number, choice]);
    page.type('25');
    page.submit();
    await until(() => expect(page.part('unsaved').hidden).toBe(false));
    expect(page.typed).toEqual(['25']);
    await page.finish();
    expect((await page.stored())[0]).toMatchObject({ answer: ['25'], correct: true });
  });
});

describe('改写', () => {
  const compare = (page: QuizPage) => find(page.question, '[data-compare]').click();

  test('asks for a sentence before it is compared, and says so until there is one', async () => {
    const page = await QuizPage.open([rewrite, choice]);
    compare(page);
    expect(page.part('error').hidden).toBe(false);
    expectFocus(find(page.question, 'textarea'));
    page.type('约20分钟。');
    expect(page.part('error').hidden).toBe(true);
    compare(page);
    expect(page.part('error').hidden).toBe(true);
    expect(find(page.question, '[data-compared]').hidden).toBe(false);
  });

  test('is judged by what the learner ticked, and never called a misconception', async () => {
    const page = await QuizPage.open([rewrite, choice]);
    page.type('约20分钟。');
    compare(page);
    page.choose('1');
    await page.finish('unsure');
    expect(verdict(page)).toBe('还差一点');
    expect(page.part('misconception').hidden).toBe(true);
    expect(reasons(page).map(([part, mark]) => [part, mark])).toEqual([
      ['check-0', 'missed'],
      ['check-1', 'right'],
      ['check-2', 'missed'],
    ]);
    expect((await page.stored())[0]).toMatchObject({
      answer: ['约20分钟。', '1'],
      correct: false,
      sure: false,
    });
  });

  test('is done when all was ticked', async () => {
    const page = await QuizPage.open([rewrite, choice]);
    page.type('读卡器坏了，约20分钟。');
    compare(page);
    page.choose('0', '1', '2');
    await page.finish('unsure');
    expect(verdict(page)).toBe('都做到了');
  });

  test('keeps the sentence and the ticks when the page is opened again', async () => {
    const page = await QuizPage.open([rewrite, choice]);
    page.type('约20分钟。');
    compare(page);
    page.choose('1');
    await settle();
    const again = await QuizPage.open([rewrite, choice]);
    expect(again.typed).toEqual(['约20分钟。']);
    expect(again.chosen).toEqual(['1']);
    expect(find(again.question, '[data-compared]').hidden).toBe(false);
  });
});

describe('a quiz of every kind', () => {
  const questions = everyKind.map(({ question }) => question);

  beforeEach(async () => {
    // Everything answered right in one sitting that is not finished.
    const append = pageStore().append.bind(pageStore());
    for (const { question, right } of everyKind.slice(1)) {
      await append({
        type: 'answer',
        question: question.id,
        revision: question.revision,
        sitting: 'attempt',
        answer: right,
        correct: true,
        sure: true,
      });
    }
    await pageStore().putSitting({
      id: 'attitude/waiting',
      attempt: 'attempt',
      questions: questions.map(({ id, revision }) => ({ id, revision })),
      selections: {},
      position: 0,
      partial: false,
    });
  });

  test('shows each answer with its verdict, closed, one question at a time', async () => {
    const page = await QuizPage.open(questions);
    expect(page.text).toBe('第1题，共8题，还有1题没答');
    for (const { question } of everyKind.slice(1)) {
      page.press('next');
      expect(page.question.id).toBe(question.id);
      expect(page.part('verdict').dataset.verdict).toBe('right');
      expect(find<HTMLFieldSetElement>(page.question, 'fieldset').disabled).toBe(true);
    }
  });
});
