import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { revisionOf } from '../../src/build/revision.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import { canonicalJson } from '../../src/core/quiz/revision.ts';
import { buildQuestion } from '../course-builder.ts';
import { everyKind, fill, match, number, order, rewrite } from '../question-builder.ts';

/** The same value with the fields of every object the other way round. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, backwards(field)] as const);
  return Object.fromEntries(fields.reverse());
}

describe('canonical JSON', () => {
  test('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('does not depend on the order in which fields were set', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(backwards(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('sorts fields at every depth, leaves lists in order and has no white space', () => {
    expect(canonicalJson({ b: [2, 1, { d: null, c: '“ ”' }], a: true })).toBe(
      '{"a":true,"b":[2,1,{"c":"“ ”","d":null}]}',
    );
  });

  test('takes a field that is undefined for a field that is not there', () => {
    expect(canonicalJson({ a: { b: undefined, c: 1 }, d: undefined })).toBe(
      canonicalJson({ a: { c: 1 } }),
    );
  });
});

describe('the revision of a question', () => {
  const question = buildQuestion();
  const [first, ...others] = question.options;
  const withFirst = (change: object): Question => ({
    ...question,
    options: [{ id: 'a', text: '', reason: '', correct: false, ...first, ...change }, ...others],
  });

  test('is the one that earlier builds computed, or every record would lose its credit', () => {
    expect(revisionOf(question)).toBe('ae8140c4');
  });

  test.each<[string, Question]>([
    ['another stem', { ...question, stem: '他又问还要多久，怎么回？' }],
    ['another kind', { ...question, kind: 'judge' }],
    ['another text of an option', withFirst({ text: '选项甲' })],
    ['another id of an option', withFirst({ id: 'z' })],
    ['another key', withFirst({ correct: true })],
  ])('is a new one after %s', (_what, changed) => {
    expect(revisionOf(changed)).not.toBe(revisionOf(question));
  });

  test.each<[string, Question]>([
    ['better reasons', withFirst({ reason: '说得更清楚的理由' })],
    ['another source', { ...question, source: '本课做法' }],
    ['another review date', { ...question, reviewBy: '2028-11-30' }],
    ['a note', { ...question, note: '补一句' }],
    ['another objective', { ...question, objective: 'greet' }],
    ['a fixed order of options', { ...question, ordered: true }],
    [
      'an entry in its changes',
      { ...question, changes: [{ date: '2026-02-01', kind: 'typo', note: '改了一个错字' }] },
    ],
  ])('stays after %s', (_what, changed) => {
    expect(revisionOf(changed)).toBe(revisionOf(question));
  });
});

describe('the revision of any kind of question', () => {
  const [step, ...steps] = order.steps;
  const [row, ...rows] = match.rows;
  const [choice, ...choices] = match.choices;
  const [, ...blanks] = fill.blanks;
  const withStep = (change: object) => ({
    ...order,
    steps: [{ id: '', text: '', reason: '', ...step, ...change }, ...steps],
  });
  const withRow = (change: object) => ({
    ...match,
    rows: [{ id: '', text: '', choice: '', reason: '', ...row, ...change }, ...rows],
  });
  const withChoice = (change: object) => ({
    ...match,
    choices: [{ id: '', text: '', ...choice, ...change }, ...choices],
  });

  test.each(everyKind.map(({ question }) => ({ kind: question.kind, question })))(
    'changes with the stem of $kind, and not with what is said about it',
    ({ question }) => {
      const before = revisionOf(question);
      expect(revisionOf({ ...question, stem: `${question.stem}？` })).not.toBe(before);
      const about = { note: '补一句', source: '本课做法', objective: 'greet', situation: false };
      expect(revisionOf({ ...question, ...about, id: 'q-other' })).toBe(before);
    },
  );

  test.each<[string, Question, Question]>([
    ['a step reads otherwise', order, withStep({ text: '先看一眼' })],
    ['a step has another id', order, withStep({ id: 'first' })],
    ['the steps are in another order', order, { ...order, steps: [...order.steps].reverse() }],
    ['a row reads otherwise', match, withRow({ text: '系统太慢' })],
    ['another choice belongs to a row', match, withRow({ choice: 'way' })],
    ['a choice reads otherwise', match, withChoice({ text: '报个时间' })],
    ['a choice is gone', match, { ...match, choices }],
    ['a blank accepts another word', fill, { ...fill, blanks: [{ accept: ['缘由'] }, ...blanks] }],
    ['there are other words to tap', fill, { ...fill, words: ['为什么', '20分钟'] }],
    ['there are no words to tap', fill, { ...fill, words: [] }],
    ['the range is wider', number, { ...number, accept: { min: 20, max: 30 } }],
    ['the unit is another', number, { ...number, unit: '小时' }],
    ['a point is gone', rewrite, { ...rewrite, checklist: rewrite.checklist.slice(1) }],
  ])('is a new one when %s', (_what, question, changed) => {
    expect(revisionOf(changed)).not.toBe(revisionOf(question));
  });

  test.each<[string, Question, Question]>([
    ['a step gives a better reason', order, withStep({ reason: '说得更清楚的理由' })],
    ['a row gives a better reason', match, withRow({ reason: '说得更清楚的理由' })],
    ['the blanks give a better reason', fill, { ...fill, reason: '说得更清楚的理由' }],
    ['another mistake is explained', fill, { ...fill, common: [] }],
    ['the value is worked out otherwise', number, { ...number, model: 24, reason: '6乘4' }],
    ['near misses are explained', number, { ...number, near: [] }],
    ['there are other models', rewrite, { ...rewrite, models: rewrite.almost }],
    ['almost right is another sentence', rewrite, { ...rewrite, almost: rewrite.models }],
  ])('stays when %s', (_what, question, changed) => {
    expect(revisionOf(changed)).toBe(revisionOf(question));
  });

  test('differs between questions that differ in their kind alone', () => {
    const kinds = ['single', 'multiple', 'judge'] as const;
    expect(new Set(kinds.map((kind) => revisionOf(buildQuestion({ kind })))).size).toBe(3);
  });
});
