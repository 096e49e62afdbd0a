/** Random questions of every kind, each with an answer that people or machines may give to it. */
import fc from 'fast-check';
import type { Answer, QuestionKind } from '../src/core/quiz/question.ts';
import { buildQuestion } from './course-builder.ts';
import { fill, match, number, order, type QuestionOf, rewrite } from './question-builder.ts';
import { waysToSay } from './unit/grading-oracle.ts';

export interface Asked<K extends QuestionKind> {
  question: QuestionOf<K>;
  answer: Answer;
}

const ids = ['a', 'b', 'c', 'd', '0', '__proto__'] as const;
const someIds = (minLength: number, maxLength = ids.length) =>
  fc.shuffledSubarray([...ids], { minLength, maxLength });

/** Right, in another order, with parts left out, doubled or of another question, or anything. */
function answersTo(right: Answer): fc.Arbitrary<Answer> {
  const strange = fc.constantFrom(...ids, '', '99', '-1', 'constructor');
  const edit = fc.tuple(fc.nat(right.length), fc.nat(1), fc.array(strange, { maxLength: 1 }));
  return fc.oneof(
    fc.constant(right),
    fc.shuffledSubarray([...right]),
    fc.shuffledSubarray([...right], { minLength: right.length }),
    fc.shuffledSubarray([...right, ...right], { minLength: right.length }),
    edit.map(([at, out, put]) => right.toSpliced(at, out, ...put)),
    fc.array(strange, { maxLength: 7 }),
  );
}

function choiceOf<K extends 'single' | 'multiple' | 'judge'>(
  kind: K,
  most: number,
): fc.Arbitrary<Asked<K>> {
  const options = kind === 'judge' ? ['right', 'wrong'] : ids;
  return fc.shuffledSubarray([...options], { minLength: 1, maxLength: most }).chain((correct) =>
    fc
      .oneof(
        answersTo(correct),
        fc.constantFrom(...options).map((one) => [one]),
      )
      .map((answer) => ({
        question: buildQuestion({ kind, options, correct }) as QuestionOf<K>,
        answer,
      })),
  );
}

/** A word and the number in it, where it has one. */
interface Word {
  before: string;
  value: number | undefined;
  after: string;
}

const words: fc.Arbitrary<Word> = fc.record({
  before: fc.constantFrom('', '', '约', '等', 'ATM', '9:50到', '万', '3'),
  value: fc.oneof(
    fc.constant(undefined),
    fc.nat(30),
    fc.nat(19_999),
    fc.constantFrom(1.5, 15),
    fc.constantFrom(2.05, 2.5),
  ),
  after: fc.constantFrom('', '', '分钟', '点', '个人', ' min'),
});

/** One of the ways in which a word may be typed. */
function typed({ before, value, after }: Word): fc.Arbitrary<string> {
  // The oracle's table of sayings goes from nought to twenty thousand.
  const sayable = Number.isInteger(value) && value !== undefined && value >= 0 && value < 20_000;
  return fc
    .record({
      number: fc.constantFrom(String(value ?? ''), ...(sayable ? waysToSay(value) : [])),
      wide: fc.boolean(),
      around: fc.constantFrom(['', ''], [' ', ' '], ['“', '”'], ['', '。'], ['　', '！']),
    })
    .map(({ number, wide, around: [open, close] }) => {
      const text = `${before}${number}${after}`;
      return `${open}${wide ? widen(text).toUpperCase() : text}${close}`;
    });
}

const widen = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** The word or one that a careless reader takes for it. */
function nearly(word: Word): fc.Arbitrary<Word> {
  const { value } = word;
  if (value === undefined) return fc.oneof(fc.constant(word), words);
  const slips = [value, value + 1, value * 10, value / 10, Math.round(value * 10), value / 100];
  return fc.constantFrom(...slips).map((slip) => ({ ...word, value: slip }));
}

const fills: fc.Arbitrary<Asked<'fill'>> = fc
  .array(fc.array(words, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .chain((blanks) => {
    const forEach = (word: (accept: readonly Word[]) => fc.Arbitrary<Word>) =>
      fc.tuple(...blanks.map(word));
    const right = forEach((accept) => fc.constantFrom(...accept));
    const wrong = fc.oneof(
      forEach((accept) => fc.constantFrom(...accept).chain(nearly)),
      forEach(() => words),
    );
    return fc.record({
      blanks: fc.constant(blanks),
      right,
      wrong,
      // Two mistakes may be one, written in two ways.
      mistakes: wrong.chain((mistake) =>
        fc.array(fc.oneof(fc.constant(mistake), wrong), { maxLength: 3 }),
      ),
    });
  })
  .chain(({ blanks, right, wrong, mistakes }) => {
    const write = (row: readonly Word[]) => fc.tuple(...row.map(typed));
    return fc.record({
      blanks: fc.tuple(...blanks.map(write)),
      common: fc.tuple(...mistakes.map(write)),
      answer: fc.oneof(
        fc.constantFrom(right, wrong, ...mistakes).chain(write),
        write(right),
        write(right).chain(answersTo),
      ),
    });
  })
  .map(({ blanks, common, answer }) => ({
    question: {
      ...fill,
      blanks: blanks.map((accept) => ({ accept })),
      common: common.map((mistake) => ({ answer: mistake, reason: '' })),
    },
    answer,
  }));

const numbers: fc.Arbitrary<Asked<'number'>> = fc
  .record({
    min: fc.integer({ min: 0, max: 80 }).map((halves) => halves / 2),
    width: fc.nat(6).map((halves) => halves / 2),
  })
  .chain(({ min, width }) => {
    const max = min + width;
    const close = fc
      .constantFrom(-2, -1, -0.5, 0, width / 2, width, width + 0.5, width + 1)
      .map((more) => min + more);
    const miss = fc.oneof(
      close.map((value) => ({ value, reason: '' })),
      close.map((below) => ({ below, reason: '' })),
      close.map((above) => ({ above, reason: '' })),
    );
    const text = fc
      .record({
        before: fc.constantFrom('', '', '约', '大概 ', '等，'),
        value: fc.oneof({ weight: 4, arbitrary: close }, { weight: 1, arbitrary: fc.nat(19_999) }),
        after: fc.constantFrom('', '', '分钟', '。', ' min'),
      })
      .chain(typed);
    return fc.record({
      question: fc
        .array(miss, { maxLength: 3 })
        .map((near) => ({ ...number, accept: { min, max }, near })),
      answer: fc.oneof(
        { weight: 8, arbitrary: fc.tuple(text) },
        { weight: 1, arbitrary: fc.tuple(text, text).map((two) => [two.join('到')]) },
        { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1000, max: 9_999_999 }).map(grouped)) },
        {
          weight: 1,
          arbitrary: fc.constantFrom([], [''], ['不知道'], ['半小时'], ['5万'], ['-1']),
        },
        { weight: 1, arbitrary: fc.tuple(text, text) },
      ),
    });
  });

const grouped = (value: number): string => value.toLocaleString('en');

/** A question of each kind with an answer to it. */
export const asked: { readonly [K in QuestionKind]: fc.Arbitrary<Asked<K>> } = {
  single: choiceOf('single', 1),
  multiple: choiceOf('multiple', ids.length),
  judge: choiceOf('judge', 1),
  order: someIds(3).chain((steps) =>
    answersTo(steps).map((answer) => ({
      question: { ...order, steps: steps.map((id) => ({ id, text: id, reason: id })) },
      answer,
    })),
  ),
  match: fc.array(fc.constantFrom(...ids), { minLength: 2, maxLength: 4 }).chain((choices) =>
    answersTo(choices).map((answer) => ({
      question: {
        ...match,
        rows: choices.map((choice, row) => ({ id: `row-${row}`, text: '', choice, reason: '' })),
        choices: ids.map((id) => ({ id, text: id })),
      },
      answer,
    })),
  ),
  fill: fills,
  number: numbers,
  rewrite: fc.integer({ min: 2, max: 6 }).chain((points) => {
    const all = Array.from({ length: points }, (_, point) => String(point));
    return fc.record({
      question: fc.constant({ ...rewrite, checklist: all.map((point) => `第${point}条`) }),
      answer: fc
        .tuple(fc.constantFrom('', ' ', '0', '约20分钟。'), answersTo(all))
        .map((parts) => parts.flat()),
    });
  }),
};
