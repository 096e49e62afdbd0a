import { describe, expect, test } from 'vitest';
import type { Outline } from '../../src/core/course/outline.ts';
import { type BackupFacts, backupDue } from '../../src/core/record/backup-due.ts';
import { buildAnswer } from '../record-builder.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = 1_800_000_000_000;

const question = (id: string) => ({ id, objective: 'o', credited: ['r'] });
const outline = {
  modules: ['one', 'two'].map((id) => ({
    id,
    title: id,
    version: '1.0.0',
    passMark: 80,
    objectives: ['o'],
    redLines: [],
    lessons: [{ id: 'lesson', title: 'lesson', minutes: 5, questions: [question(`q-${id}`)] }],
  })),
} as unknown as Outline;

const answered = (id: string, at: number) =>
  buildAnswer({ question: `q-${id}`, revision: 'r', at });
const due = (facts: Partial<BackupFacts>) =>
  backupDue({
    outline,
    events: [],
    last: 0,
    now: START + 10,
    clears: false,
    dayOf: (at) => String(Math.floor(at / DAY)),
    ...facts,
  });

describe('a backup is offered', () => {
  test('never for an empty record', () => {
    expect(due({ clears: true, now: START + 100 * DAY })).toBeUndefined();
  });

  test('after a module, once', () => {
    const events = [answered('one', START)];
    expect(due({ events })).toBe('module');
    expect(due({ events, last: START })).toBeUndefined();
  });

  test('after the next module, not after each further answer', () => {
    const one = answered('one', START);
    const last = START + 1;
    expect(due({ events: [one, answered('one', START + 5)], last })).toBeUndefined();
    expect(due({ events: [one, answered('two', START + 5)], last })).toBe('module');
  });

  test('although the last one is of a time to come: the clock was wrong then', () => {
    expect(due({ events: [answered('one', START)], last: START + DAY })).toBe('module');
  });

  test('not in the middle of a module', () => {
    const rest = { id: 'more', title: 'more', minutes: 5, questions: [question('q-more')] };
    const [first, ...others] = outline.modules;
    const longer = {
      modules: [{ ...first, lessons: [...(first?.lessons ?? []), rest] }, ...others],
    };
    expect(due({ outline: longer as Outline, events: [answered('one', START)] })).toBeUndefined();
  });
});

describe('where a browser clears sites away after seven days', () => {
  const events = [buildAnswer({ question: 'q-else', revision: 'r', at: START })];

  test.each([
    ['on the first day', 0, undefined],
    ['on the fourth', 4, undefined],
    ['before day seven', 5, 'clearing'],
    ['later too', 30, 'clearing'],
  ])('it is offered %s: %i -> %s', (_when, days, reason) => {
    expect(due({ events, clears: true, now: START + days * DAY })).toBe(reason);
  });

  test('not while nothing is newer than the last one', () => {
    expect(due({ events, clears: true, last: START + DAY, now: START + 30 * DAY })).toBeUndefined();
  });

  test('again five days after the last one, if there is something newer', () => {
    const newer = [
      ...events,
      buildAnswer({ question: 'q-else', revision: 'r', at: START + 2 * DAY }),
    ];
    const last = START + DAY;
    expect(due({ events: newer, clears: true, last, now: START + 5 * DAY })).toBeUndefined();
    expect(due({ events: newer, clears: true, last, now: START + 6 * DAY })).toBe('clearing');
  });

  test('and nowhere else', () => {
    expect(due({ events, now: START + 30 * DAY })).toBeUndefined();
  });
});
