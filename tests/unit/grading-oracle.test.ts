/** Grading agrees with an oracle, and the comparison finds every fault that is planted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublishedQuestion } from '../../src/core/course/course.ts';
import { gradeAnswer, isAnswered, keyOf } from '../../src/core/quiz/grade.ts';
import type { Answer, QuestionKind, Verdict } from '../../src/core/quiz/question.ts';
import type { QuestionOf } from '../question-builder.ts';
import { type Asked, asked } from '../random-question.ts';
import { type Judgement, judge } from './grading-oracle.ts';

const RUNS = 1000;
const kinds = Object.keys(asked) as QuestionKind[];

/** What grades an answer to a question: the site, or something with a fault in it. */
type Grader<K extends QuestionKind> = (question: QuestionOf<K>, answer: Answer) => Verdict;

const grade = (question: PublishedQuestion, answer: Answer): Verdict =>
  gradeAnswer(keyOf(question), answer);

/** The first question and answer, made as simple as possible, that the oracle judges otherwise. */
function findDisagreement<K extends QuestionKind>(
  kind: K,
  grader: Grader<K>,
): Asked<K> | undefined {
  const agrees = fc.property(asked[kind], ({ question, answer }) => {
    expect(toJudgement(question, answer, grader(question, answer))).toEqual(
      judge(question, answer),
    );
  });
  const { counterexample } = fc.check(agrees, { numRuns: RUNS });
  return counterexample?.[0];
}

function toJudgement(question: PublishedQuestion, answer: Answer, verdict: Verdict): Judgement {
  return {
    answered: isAnswered(keyOf(question), answer),
    correct: verdict.correct,
    marks: Object.entries(verdict.parts).sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

test('the oracle has nothing of the site in it', () => {
  const source = readFileSync(join(import.meta.dirname, 'grading-oracle.ts'), 'utf8');
  expect(source).not.toMatch(/\bimport\b|\brequire\b/);
});

describe.each(kinds)('grading of %s', (kind) => {
  test('agrees with the oracle', () => {
    expect(findDisagreement(kind, grade)).toBeUndefined();
  });

  test('is asked for right answers, wrong ones, and ones that cannot be submitted', () => {
    const judgements = fc
      .sample(asked[kind] as fc.Arbitrary<Asked<QuestionKind>>, RUNS)
      .map(({ question, answer }) => judge(question, answer));
    const share = (chosen: (judgement: Judgement) => boolean) =>
      judgements.filter(chosen).length / RUNS;
    expect(share(({ correct }) => correct)).toBeGreaterThan(0.05);
    expect(share(({ correct, answered }) => answered && !correct)).toBeGreaterThan(0.05);
    expect(share(({ answered }) => !answered)).toBeGreaterThan(0.01);
  });
});

/** A fault that somebody could write: `grade` is the site's own grading, with this in it. */
interface Fault<K extends QuestionKind> {
  kind: K;
  what: string;
  grade: Grader<K>;
}

/** Lists what is planted in the grading of one kind. */
function planted<K extends QuestionKind>(kind: K, faults: Record<string, Grader<K>>): Fault<K>[] {
  return Object.entries(faults).map(([what, grade]) => ({ kind, what, grade }));
}

/** The site's verdict, but for whether the answer is right. */
const unless = (question: PublishedQuestion, answer: Answer, correct: boolean): Verdict => ({
  ...grade(question, answer),
  correct,
});
const marksOf = (question: PublishedQuestion, answer: Answer) =>
  Object.values(grade(question, answer).parts);
const sorted = (texts: readonly string[]) => [...texts].sort().join();

const faults = [
  planted('single', {
    'looks at the first option alone': (question, answer) => grade(question, answer.slice(0, 1)),
    'is content when the right option is among the chosen': (question, answer) =>
      unless(question, answer, marksOf(question, answer).includes('right')),
    'does not show what should have been chosen': (question, answer) => {
      const { correct, parts } = grade(question, answer);
      const shown = Object.entries(parts).filter(([, mark]) => mark !== 'missed');
      return { correct, parts: Object.fromEntries(shown) };
    },
  }),
  planted('multiple', {
    'accepts a part of what is right': (question, answer) =>
      unless(question, answer, answer.length > 0 && !marksOf(question, answer).includes('wrong')),
    'accepts more than what is right': (question, answer) =>
      unless(question, answer, !marksOf(question, answer).includes('missed')),
    'counts the chosen options': ({ options, ...question }, answer) =>
      unless(
        { options, ...question },
        answer,
        answer.length === options.filter(({ correct }) => correct).length,
      ),
    'minds the order of choosing': (question, answer) => {
      const right = question.options.flatMap(({ id, correct }) => (correct ? id : []));
      return unless(question, answer, right.join() === [...new Set(answer)].join());
    },
  }),
  planted('judge', {
    'takes every sentence for true': (question, answer) =>
      unless(question, answer, answer.join() === 'right'),
    'takes any judgement': (question, answer) => unless(question, answer, answer.length === 1),
  }),
  planted('order', {
    'does not look at the last step': (question, answer) =>
      unless(
        question,
        answer,
        question.steps.slice(0, -1).every(({ id }, place) => answer[place] === id),
      ),
    'accepts the steps in any order': (question, answer) =>
      unless(question, answer, sorted(answer) === sorted(question.steps.map(({ id }) => id))),
    'does not see a step too many': (question, answer) =>
      grade(question, answer.slice(0, question.steps.length)),
    'calls steps behind a wrong one wrong too': (question, answer) => {
      const { correct, parts } = grade(question, answer);
      const marks = Object.values(parts);
      const first = marks.indexOf('wrong');
      const after = Object.keys(parts).map((id, at) => [
        id,
        first >= 0 && at > first ? 'wrong' : marks[at],
      ]);
      return { correct, parts: Object.fromEntries(after) };
    },
  }),
  planted('match', {
    'accepts the choices in any row': (question, answer) =>
      unless(question, answer, sorted(answer) === sorted(question.rows.map((row) => row.choice))),
    'lets a row be left empty': (question, answer) =>
      unless(
        question,
        answer,
        question.rows.every(({ choice }, row) => [choice, ''].includes(answer[row] ?? '')),
      ),
    'does not see a choice too many': (question, answer) =>
      grade(question, answer.slice(0, question.rows.length)),
    'is content with all rows but one': (question, answer) =>
      unless(
        question,
        answer,
        marksOf(question, answer).filter((mark) => mark === 'wrong').length < 2,
      ),
  }),
  planted('fill', {
    'compares letter by letter': (question, answer) =>
      unless(
        question,
        answer,
        answer.length === question.blanks.length &&
          question.blanks.every(({ accept }, blank) => accept.includes(answer[blank] ?? '')),
      ),
    'knows the first accepted word alone': (question, answer) =>
      grade(
        {
          ...question,
          blanks: question.blanks.map(({ accept }) => ({ accept: accept.slice(0, 1) })),
        },
        answer,
      ),
    'is content with one right blank': (question, answer) =>
      unless(
        question,
        answer,
        question.blanks.some(
          (blank, at) => grade({ ...question, blanks: [blank] }, answer.slice(at, at + 1)).correct,
        ),
      ),
    'drops the point of 1.5': (question, answer) =>
      unless(
        question,
        answer,
        grade(
          {
            ...question,
            blanks: question.blanks.map(({ accept }) => ({ accept: accept.map(withoutPoints) })),
          },
          answer.map(withoutPoints),
        ).correct,
      ),
    'reads no numerals': (question, answer) =>
      grade(
        question,
        answer.map((word) => word.replace(/[一二三四五六七八九十]/g, '某')),
      ),
    'knows no mistake': (question, answer) => grade({ ...question, common: [] }, answer),
    'shows the last mistake that fits': (question, answer) => {
      const last = question.common.length - 1;
      const turned = grade({ ...question, common: question.common.toReversed() }, answer);
      const parts = Object.entries(turned.parts).map(([part, mark]) => [
        part.replace(/\d+$/, (index) => String(last - Number(index))),
        mark,
      ]);
      return { correct: turned.correct, parts: Object.fromEntries(parts) };
    },
  }),
  planted('number', {
    'leaves the ends of its range out': (question, answer) => {
      const { min, max } = question.accept;
      const accept = { min: min + 0.001, max: max - 0.001 };
      return unless(question, answer, grade({ ...question, accept }, answer).correct);
    },
    'reads half-width digits alone': (question, answer) =>
      grade(
        question,
        answer.map((text) => text.replace(/[０-９]/g, '')),
      ),
    'reads no Chinese numerals': (question, answer) =>
      grade(
        question,
        answer.map((text) => text.replace(/[零〇一二两三四五六七八九十百千万]/g, '')),
      ),
    'takes the first of two numbers': (question, answer) =>
      grade(
        question,
        answer.map((text) => text.split('到')[0] ?? ''),
      ),
    'cuts off what stands behind the point': (question, answer) =>
      grade(
        question,
        answer.map((text) => text.replace(/[.．][0-9０-９]+/, '')),
      ),
    'explains a right answer as a mistake': (question, answer) => {
      const none = { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY };
      const { parts } = grade({ ...question, accept: none }, answer);
      const { correct } = grade(question, answer);
      return { correct, parts: { ...parts, answer: correct ? 'right' : 'missed' } };
    },
    'explains one mistake for every answer': (question, answer) =>
      grade({ ...question, near: question.near.slice(-1) }, answer),
  }),
  planted('rewrite', {
    'counts the ticks': (question, answer) =>
      unless(question, answer, answer.length > question.checklist.length),
    'takes the sentence for a tick': (question, answer) => grade(question, ['', ...answer]),
    'is content with all points but one': (question, answer) =>
      unless(
        question,
        answer,
        marksOf(question, answer).filter((mark) => mark === 'missed').length < 2,
      ),
  }),
].flat() as readonly Fault<QuestionKind>[];

function withoutPoints(word: string): string {
  return word.replaceAll(/[.．]/g, '');
}

test('every kind has a fault planted in it', () => {
  expect([...new Set(faults.map(({ kind }) => kind))]).toEqual(kinds);
});

test.each(faults)('a grading of $kind that $what is found out', ({ kind, grade }) => {
  expect(findDisagreement(kind, grade)).toBeDefined();
});
