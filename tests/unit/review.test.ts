import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isReadBlind, standingOf } from '../../src/build/review/blind-answers.ts';
import { printOptions, printPaper } from '../../src/build/review/paper.ts';
import { revisionOf } from '../../src/build/revision.ts';
import { quizSchema } from '../../src/build/schemas/quiz.ts';
import { reasonsOf } from '../../src/core/quiz/grade.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import { questions as specimens } from '../content/specimens.ts';

const questions: Question[] = Object.values(specimens).flatMap((text) =>
  quizSchema.parse(parse(text)),
);
const single = questions.find(({ kind }) => kind === 'single') as Question;

describe('a paper for a blind reader', () => {
  test('has every question but 改写, with its stem', () => {
    const paper = printPaper(questions);
    for (const { id, kind, stem } of questions) {
      expect(paper.includes(id), id).toBe(kind !== 'rewrite');
      if (kind !== 'rewrite') expect(paper).toContain(stem);
    }
  });

  test('tells neither a key nor a reason', () => {
    const paper = printPaper(questions);
    expect(paper).not.toContain('correct');
    const reasons = questions.filter(isReadBlind).flatMap((question) => reasonsOf(question));
    for (const { reason } of reasons) expect(paper).not.toContain(reason);
  });

  test('has the steps of a procedure in an order of their own', () => {
    const order = questions.find(({ kind }) => kind === 'order');
    if (order?.kind !== 'order') throw new Error('No specimen is an order');
    const shown = printPaper([order]).split('\n').slice(2);
    const written = order.steps.map(({ id, text }) => `  ${id}  ${text}`);
    expect(shown).not.toEqual(written);
    expect(shown.toSorted()).toEqual(written.toSorted());
  });

  test('of options alone has no stem', () => {
    const options = printOptions(questions);
    expect(options).toContain(single.id);
    for (const { stem } of questions) expect(options).not.toContain(stem);
  });
});

describe('a blind reading', () => {
  const given = (answer: string[], revision = revisionOf(single)) => ({
    [single.id]: { revision, answer },
  });

  test('agrees with the key or does not', () => {
    expect(standingOf(single, given(['b']))).toBe('agrees');
    expect(standingOf(single, given(['a']))).toBe('wrong');
  });

  test('is stale once the question has other words', () => {
    expect(standingOf(single, given(['b'], '00000000'))).toBe('stale');
  });

  test('may not have taken place', () => {
    expect(standingOf(single, {})).toBe('unread');
  });
});
