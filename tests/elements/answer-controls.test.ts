import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AnswerControls } from '../../src/client/elements/answer-controls.ts';
import type { PublishedQuestion } from '../../src/core/course/course.ts';
import { isAnswered, keyOf } from '../../src/core/quiz/grade.ts';
import type { Answer } from '../../src/core/quiz/question.ts';
import { shuffleAnew } from '../../src/core/quiz/shuffle.ts';
import { buildQuestion } from '../course-builder.ts';
import { everyKind, fill, match, number, order, rewrite, typed } from '../question-builder.ts';
import { expectFocus, find, render } from './page.ts';
import { controlsMarkup } from './quiz-markup.ts';

let root: HTMLElement;
let heard: string[];

/** The controls of a question, enabled. */
function open(question: PublishedQuestion): AnswerControls {
  root = render(`<fieldset>${controlsMarkup(question)}</fieldset>`);
  const controls = new AnswerControls(root);
  controls.write([]);
  heard = [];
  for (const event of ['input', 'course:empty']) {
    document.body.addEventListener(event, () => heard.push(event), { signal: over.signal });
  }
  return controls;
}

/** Ends what the last test has listened to. */
let over = new AbortController();
beforeEach(() => {
  over.abort();
  over = new AbortController();
});

const press = (selector: string) => find(root, selector).click();
const typeInto = (selector: string, text: string) => {
  find<HTMLInputElement>(root, selector).value = text;
};
const steps = order.steps.map(({ id }) => id);
const shown = shuffleAnew(order.steps, order.id).map(({ id }) => id);
/** Steps as they stand on the page. */
const standing = () =>
  [...root.querySelectorAll<HTMLElement>('[data-order] > li')].map((li) => li.dataset.answerPart);

/** One line, as a text control holds it. */
const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''));
const options = ['a', 'b', 'c', 'd'];

const kinds: { question: PublishedQuestion; answers: fc.Arbitrary<Answer> }[] = [
  { question: buildQuestion({ options }), answers: fc.constantFrom(...options).map((id) => [id]) },
  {
    question: buildQuestion({ kind: 'multiple', options }),
    answers: fc.subarray(options, { minLength: 1 }),
  },
  {
    question: buildQuestion({ kind: 'judge', options: ['right', 'wrong'] }),
    answers: fc.constantFrom(['right'], ['wrong']),
  },
  { question: order, answers: fc.shuffledSubarray(steps, { minLength: steps.length }) },
  {
    question: match,
    answers: fc.array(fc.constantFrom('', 'time', 'way', 'sorry'), {
      minLength: match.rows.length,
      maxLength: match.rows.length,
    }),
  },
  {
    question: fill,
    answers: fc.array(fc.constantFrom('', ...fill.words), { minLength: 2, maxLength: 2 }),
  },
  { question: typed, answers: fc.array(line, { minLength: 2, maxLength: 2 }) },
  { question: number, answers: line.map((text) => [text]) },
  {
    question: rewrite,
    answers: fc
      .tuple(fc.array(line), fc.subarray(['0', '1', '2']))
      .map(([lines, ticks]) => [lines.join('\n'), ...ticks]),
  },
];

describe.each(kinds.map((row) => ({ name: row.question.id, kind: row.question.kind, ...row })))(
  'the controls of $kind ($name)',
  ({ question, answers }) => {
    test('give back any answer that was written into them', () => {
      const controls = open(question);
      fc.assert(
        fc.property(answers, (answer) => {
          controls.write(answer);
          expect(controls.read()).toEqual(answer);
        }),
      );
    });

    test('hold no answer at first, nor when one was taken out again', () => {
      const controls = open(question);
      const key = keyOf(question);
      expect(isAnswered(key, controls.read())).toBe(false);
      fc.assert(
        fc.property(answers, (answer) => {
          controls.write(answer);
          controls.write([]);
          expect(isAnswered(key, controls.read())).toBe(false);
        }),
      );
    });

    test('take the focus', () => {
      open(question).focus();
      expect(root.contains(document.activeElement)).toBe(true);
    });
  },
);

test.each(everyKind.map(({ question }) => ({ kind: question.kind, question })))(
  'the controls of $kind survive whatever is stored as an answer',
  ({ question }) => {
    const controls = open(question);
    const hostile = fc.array(
      fc.constantFrom('gone', '__proto__', '', '9', '"]', 'a', 'look', 'time'),
    );
    fc.assert(
      fc.property(hostile, (answer) => {
        controls.write(answer);
        controls.read();
        controls.write([]);
        expect(isAnswered(keyOf(question), controls.read())).toBe(false);
      }),
    );
  },
);

describe('steps to be ordered', () => {
  test('are no answer until one was moved', () => {
    const controls = open(order);
    expect(standing()).toEqual(shown);
    expect(controls.read()).toEqual([]);
    press('li:nth-child(2) [data-move="up"]');
    expect(controls.read()).toEqual(standing());
    expect(controls.read()).toHaveLength(4);
    expect(heard).toEqual(['input']);
  });

  test('move by one place', () => {
    open(order);
    const [a, b, c, d] = shown;
    press('li:nth-child(1) [data-move="down"]');
    expect(standing()).toEqual([b, a, c, d]);
    press('li:nth-child(4) [data-move="up"]');
    expect(standing()).toEqual([b, a, d, c]);
    press('li:nth-child(3) [data-move="down"]');
    expect(standing()).toEqual([b, a, c, d]);
  });

  test('stay where they are at either end, which says that they belong there', () => {
    const controls = open(order);
    press('li:first-child [data-move="up"]');
    press('li:last-child [data-move="down"]');
    expect(standing()).toEqual(shown);
    expect(controls.read()).toEqual(shown);
  });

  test('come into any order by moving', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(steps, { minLength: steps.length }), (wanted) => {
        const controls = open(order);
        for (const [place, id] of wanted.entries()) {
          while (standing().indexOf(id) > place)
            press(`[data-answer-part="${id}"] [data-move="up"]`);
        }
        press('li:first-child [data-move="up"]');
        expect(controls.read()).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  test('keep the focus on the button and say where the step is now', () => {
    open(order);
    const button = find(root, 'li:nth-child(3) [data-move="up"]');
    button.focus();
    button.click();
    expectFocus(button);
    expect(find(root, '.said').textContent).toBe(`排在第2：步骤${shown[2]}`);
  });

  test('are not touched when they stand right already: a button in them would lose the focus', () => {
    const controls = open(order);
    const button = find(root, 'li:nth-child(3) [data-move="up"]');
    button.focus();
    button.click();
    controls.write(controls.read());
    expectFocus(button);
  });

  test('stand as they stood at first when the answer is taken out', () => {
    const controls = open(order);
    controls.write(steps);
    expect(standing()).toEqual(steps);
    controls.write([]);
    expect(standing()).toEqual(shown);
    expect(controls.read()).toEqual([]);
  });
});

describe('words to tap', () => {
  const texts = () => [...root.querySelectorAll<HTMLInputElement>('input')].map((i) => i.value);

  test('fill the blanks from left to right, the last one again and again', () => {
    const controls = open(fill);
    press('[data-word="等着"]');
    expect(controls.read()).toEqual(['等着', '']);
    press('[data-word="20分钟"]');
    expect(find(root, '.said').textContent).toBe('第2空：20分钟');
    press('[data-word="快了"]');
    expect(controls.read()).toEqual(['等着', '快了']);
    expect(heard).toEqual(['input', 'input', 'input']);
  });

  test('fill the first blank that is empty', () => {
    const controls = open(fill);
    controls.write(['', '20分钟']);
    press('[data-word="为什么"]');
    expect(controls.read()).toEqual(['为什么', '20分钟']);
  });

  test('go all at once', () => {
    open(fill);
    press('[data-word="等着"]');
    press('[data-clear]');
    expect(texts()).toEqual(['', '']);
    expect(find(root, '.said').textContent).toBe('都清空了');
    expect(heard).toEqual(['input', 'input']);
  });
});

describe('a sentence of one’s own', () => {
  const compared = () => !find(root, '[data-compared]').hidden;
  const comparing = () => root.hasAttribute('data-comparing');

  test('has to be there before it is compared', () => {
    open(rewrite);
    for (const nothing of ['', '  \n']) {
      typeInto('textarea', nothing);
      press('[data-compare]');
      expect(compared()).toBe(false);
    }
    expect(heard).toEqual(['course:empty', 'course:empty']);
  });

  test('opens what it is compared with, and then it can be submitted', () => {
    const controls = open(rewrite);
    expect(comparing()).toBe(true);
    typeInto('textarea', '约20分钟。');
    press('[data-compare]');
    expect([compared(), comparing(), find(root, '[data-compare]').hidden]).toEqual([
      true,
      false,
      true,
    ]);
    expect(heard).toEqual(['input']);
    // The button that had the focus has gone: the next thing to read has it.
    expectFocus(find(root, '[data-compared]'));
    expect(controls.read()).toEqual(['约20分钟。']);
    press('input[value="1"]');
    expect(controls.read()).toEqual(['约20分钟。', '1']);
  });

  test('that was compared and ticked before is open at once', () => {
    const controls = open(rewrite);
    controls.write(['约20分钟。', '1']);
    expect([compared(), comparing()]).toEqual([true, false]);
    controls.write(['约20分钟。']);
    expect([compared(), comparing()]).toEqual([false, true]);
  });
});

test('other kinds have nothing to compare', () => {
  for (const { question } of everyKind.filter(({ question }) => question.kind !== 'rewrite')) {
    open(question);
    expect(root.hasAttribute('data-comparing')).toBe(false);
  }
});

test('a click beside the buttons changes nothing', () => {
  const changed = vi.fn();
  const controls = open(order);
  root.addEventListener('input', changed);
  press('.text');
  root.click();
  expect(changed).not.toHaveBeenCalled();
  expect(controls.read()).toEqual([]);
});
