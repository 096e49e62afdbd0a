import { describe, expect, test } from 'vitest';
import { type Given, judgeRecord } from '../faults/judge.ts';
import { fateOf } from '../faults/rots.ts';
import { momentOf } from '../faults/tables.ts';
import { buildAnswer } from '../record-builder.ts';

const given = { question: 'q-wait', answer: ['b'], from: 1_000, to: 2_000, acknowledged: true };
const whole = { lost: [], half: [], twice: [] };
const owed = (changes: Partial<Given>): Given => ({ answers: [], batches: [], ...changes });
const row = (changes: Parameters<typeof buildAnswer>[0] = {}) =>
  buildAnswer({ at: 1_500, sitting: `${Math.random()}`, ...changes });

describe('an answer that was said to be saved', () => {
  test('is owed', () => {
    expect(judgeRecord(owed({ answers: [given] }), [row()])).toEqual(whole);
    expect(judgeRecord(owed({ answers: [given] }), []).lost).toHaveLength(1);
  });

  test.each([
    ['another question', { question: 'q-other' }],
    ['another answer', { answer: ['a'] }],
    ['one given before', { at: 999 }],
    ['one given afterwards', { at: 2_001 }],
  ])('is not made up for by %s', (_what, changes) => {
    expect(judgeRecord(owed({ answers: [given] }), [row(changes)]).lost).toHaveLength(1);
  });

  test('is lost where its row is damaged', () => {
    const damaged = { ...row(), correct: false };
    const { lost, half } = judgeRecord(owed({ answers: [given] }), [damaged]);
    expect([lost.length, half.length]).toEqual([1, 1]);
  });
});

test('an answer of which nothing was said may be there or not', () => {
  const unsaid = owed({ answers: [{ ...given, acknowledged: false }] });
  expect(judgeRecord(unsaid, [])).toEqual(whole);
  expect(judgeRecord(unsaid, [row()])).toEqual(whole);
});

test('rows that came at once are there all or none, and all once that was said', () => {
  const [one, two] = [row({ id: 'one' }), row({ id: 'two' })];
  const ids = ['one', 'two'];
  const said = owed({ batches: [{ ids, acknowledged: true }] });
  const unsaid = owed({ batches: [{ ids, acknowledged: false }] });
  expect(judgeRecord(said, [one, two])).toEqual(whole);
  expect(judgeRecord(said, [one]).lost).toEqual(['row two']);
  expect(judgeRecord(unsaid, [])).toEqual(whole);
  expect(judgeRecord(unsaid, [one]).half).toHaveLength(1);
});

test('nothing is there twice', () => {
  const sitting = 'attempt';
  expect(judgeRecord(owed({}), [row({ sitting }), row({ sitting })]).twice).toHaveLength(1);
  expect(judgeRecord(owed({}), [row({ seq: 7 }), row({ seq: 7 })]).twice).toHaveLength(1);
});

test('the moment of a death is told by what was reported before it', () => {
  const put = { phase: 'put', of: 'events', at: 100 } as const;
  const complete = { phase: 'complete', of: 'events', at: 110 } as const;
  expect(momentOf({ at: 99, reports: [put] })).toBe('before');
  expect(momentOf({ at: 105, reports: [put, complete] })).toBe('between');
  expect(momentOf({ at: 130, reports: [put, complete] })).toBe('within');
  expect(momentOf({ at: 131, reports: [put, complete] })).toBe('later');
});

describe('what rot has done', () => {
  const all = { answered: 3, restored: 0, missing: 0, unread: 0, memory: false };
  const fate = (...shown: Partial<typeof all>[]) =>
    fateOf(shown.map((it) => ({ expected: 3, shown: { ...all, ...it } })));

  test.each([
    ['intact', [{}, {}]],
    ['restored', [{ restored: 3 }, {}]],
    ['reported', [{ answered: 1, restored: 1, missing: 2 }, { answered: 1 }]],
    ['silent', [{ answered: 2 }]],
    ['silent', [{ restored: 2, answered: 2 }]],
    ['silent', [{ answered: 1, missing: 1 }]],
    ['silent', [{}, { answered: 0 }]],
    ['silent', [{ answered: 0, memory: true }]],
  ] as const)('is %s', (expected, visits) => {
    expect(fate(...visits)).toBe(expected);
  });
});
