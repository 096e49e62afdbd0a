import { describe, expect, test } from 'vitest';
import type { Outline, OutlineModule, OutlineQuestion } from '../../src/core/course/outline.ts';
import type { RecordEvent } from '../../src/core/record/event.ts';
import { type ObjectiveState, summarizeRecord } from '../../src/core/record/summarize.ts';
import { buildAnswer, buildPaper, buildRead } from '../record-builder.ts';

const question = (id: string, objective: string): OutlineQuestion => ({
  id,
  objective,
  // 0 differs from 1 by a typo; what was before them was reopened by a policy.
  credited: ['0', '1'],
});

/** What a module has besides its objectives and lessons. */
const about = { title: '服务态度', version: '1.0.0', redLines: [], passMark: 80 };

/** 目标 tell has two questions in one lesson, greet has one; the lesson read has none. */
const outline: Outline = {
  modules: [
    {
      ...about,
      id: 'attitude',
      objectives: ['tell', 'greet', 'untested'],
      lessons: [
        {
          id: 'waiting',
          title: '等得住',
          minutes: 8,
          questions: [question('t1', 'tell'), question('t2', 'tell')],
        },
        { id: 'visible', title: '看得见', minutes: 6, questions: [question('g1', 'greet')] },
        { id: 'letter', title: '一封信', minutes: 5, questions: [] },
      ],
    },
  ],
};

/** 9 o'clock on that day, UTC. */
const onDay = (day: number) => Date.UTC(2026, 0, day, 9);
const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);

const right = (id: string, day = 1, revision = '1') =>
  buildAnswer({ question: id, at: onDay(day), revision });
const wrong = (id: string, day = 1) =>
  buildAnswer({ question: id, at: onDay(day), revision: '1', correct: false });
const read = (lesson: string, day = 1) => buildRead(lesson, { at: onDay(day) });

/** What the words mean. 未学 `new`, 在学 `learning`, 待巩固 `relearn`, 已掌握 `mastered`. */
interface Meaning {
  when: string;
  log: RecordEvent[];
  tell?: ObjectiveState;
  greet?: ObjectiveState;
  /** Lessons finished. */
  lessons?: string[];
  /** 学时 */
  minutes?: number;
  module?: 'finished';
}

const meanings: Meaning[] = [
  { when: 'nothing was answered', log: [] },
  {
    when: 'the only question was right, first thing',
    log: [right('g1')],
    greet: 'learning',
    lessons: ['visible'],
    minutes: 6,
  },
  {
    when: 'it was right twice in a row on one day',
    log: [right('g1'), right('g1')],
    greet: 'learning',
    lessons: ['visible'],
    minutes: 6,
  },
  {
    when: 'it was right again after another question',
    log: [right('g1'), right('t1'), right('g1')],
    tell: 'learning',
    greet: 'mastered',
    lessons: ['visible'],
    minutes: 6,
  },
  {
    when: 'a lesson was read between it and another question',
    log: [right('t1'), read('attitude/letter'), right('g1')],
    tell: 'learning',
    greet: 'mastered',
    lessons: ['visible', 'letter'],
    minutes: 11,
  },
  {
    when: 'it was right again on a later day',
    log: [right('g1', 1), right('g1', 2)],
    greet: 'mastered',
    lessons: ['visible'],
    minutes: 6,
  },
  {
    when: 'it was wrong, then at once right',
    log: [wrong('g1'), right('g1')],
    greet: 'learning',
    lessons: ['visible'],
    minutes: 6,
  },
  {
    when: 'it was wrong, and right on a later day',
    log: [wrong('g1', 1), right('g1', 2)],
    greet: 'mastered',
    lessons: ['visible'],
    minutes: 6,
  },
  {
    when: 'it was mastered and then wrong',
    log: [right('g1', 1), right('g1', 2), wrong('g1', 3)],
    greet: 'relearn',
    lessons: ['visible'],
    minutes: 6,
  },
  {
    when: 'one of two questions was right',
    log: [right('t1')],
    tell: 'learning',
  },
  {
    when: 'one of two questions was right on two days',
    log: [right('t1', 1), right('t1', 2)],
    tell: 'learning',
  },
  {
    when: 'one of two questions was wrong',
    log: [wrong('t1')],
    tell: 'relearn',
  },
  {
    when: 'both questions were right, one after the other',
    log: [right('t1'), right('t2')],
    tell: 'mastered',
    lessons: ['waiting'],
    minutes: 8,
  },
  {
    when: 'both questions were answered, one of them wrong',
    log: [right('t1'), wrong('t2')],
    tell: 'relearn',
    lessons: ['waiting'],
    minutes: 8,
  },
  {
    when: 'an answer was given before a typo was corrected',
    log: [right('g1', 1, '0'), right('g1', 2, '0')],
    greet: 'mastered',
    lessons: ['visible'],
    minutes: 6,
  },
  {
    when: 'a policy change has reopened the question',
    log: [right('g1', 1, 'before'), right('g1', 2, 'before')],
    greet: 'relearn',
  },
  {
    when: 'a reopened question was answered again, on a later day than the first time',
    log: [right('g1', 1, 'before'), right('g1', 2)],
    greet: 'mastered',
    lessons: ['visible'],
    minutes: 6,
  },
  {
    when: 'a policy change has reopened one of two questions',
    log: [right('t1', 1, 'before'), right('t2')],
    tell: 'relearn',
  },
  {
    when: 'answers are to questions that the course does not have',
    log: [right('gone'), wrong('gone', 2)],
  },
  {
    when: 'a lesson without questions was read',
    log: [read('attitude/letter')],
    lessons: ['letter'],
    minutes: 5,
  },
  {
    when: 'a lesson with questions was read',
    log: [read('attitude/waiting')],
  },
  {
    when: 'a lesson of another module was read',
    log: [read('skills/letter')],
  },
  {
    when: 'everything was answered or read',
    log: [right('t1'), wrong('t2'), right('g1'), read('attitude/letter')],
    tell: 'relearn',
    greet: 'mastered',
    lessons: ['waiting', 'visible', 'letter'],
    minutes: 19,
    module: 'finished',
  },
];

test.each(meanings)('when $when', ({ log, tell, greet, lessons, minutes, module }) => {
  const summary = summarizeRecord(outline, log, utcDay).get('attitude');
  const finished = [...(summary?.lessons ?? [])].filter(([, lesson]) => lesson.finished);
  expect({
    objectives: Object.fromEntries(summary?.objectives ?? []),
    lessons: finished.map(([id]) => id),
    finishedLessons: summary?.finishedLessons,
    minutes: summary?.minutes,
    finished: summary?.finished,
  }).toEqual({
    objectives: { tell: tell ?? 'new', greet: greet ?? 'new', untested: 'new' },
    lessons: lessons ?? [],
    finishedLessons: lessons?.length ?? 0,
    minutes: minutes ?? 0,
    finished: module === 'finished',
  });
});

describe('a lesson', () => {
  const lesson = (log: RecordEvent[], id = 'waiting') =>
    summarizeRecord(outline, log, utcDay).get('attitude')?.lessons.get(id);

  test('that is untouched has counts of nothing and no last time', () => {
    expect(lesson([])).toEqual({
      answered: 0,
      right: 0,
      total: 2,
      reopened: 0,
      finished: false,
    });
  });

  test('counts each question once, by its latest answer', () => {
    const log = [right('t1', 1), wrong('t1', 2), right('t1', 3), wrong('t2', 2)];
    expect(lesson(log)).toEqual({
      answered: 2,
      right: 1,
      total: 2,
      reopened: 0,
      finished: true,
      last: onDay(3),
    });
  });

  test('that was read twice was last touched the second time', () => {
    const log = [read('attitude/letter', 1), read('attitude/letter', 4)];
    expect(lesson(log, 'letter')).toEqual({
      answered: 0,
      right: 0,
      total: 0,
      reopened: 0,
      finished: true,
      last: onDay(4),
    });
  });
});

describe('a question that a policy change has reopened', () => {
  const reopened = (log: RecordEvent[]) =>
    summarizeRecord(outline, log, utcDay).get('attitude')?.lessons.get('waiting');

  test('is counted apart, as neither answered nor right, and does not finish its lesson', () => {
    expect(reopened([right('t1', 1, 'before'), right('t2', 2)])).toEqual({
      answered: 1,
      right: 1,
      total: 2,
      reopened: 1,
      finished: false,
      last: onDay(2),
    });
  });

  test('is reopened no longer once it was answered again, right or wrong', () => {
    const log = [right('t1', 1, 'before'), right('t2', 2)];
    expect(reopened([...log, right('t1', 3)])).toMatchObject({ reopened: 0, finished: true });
    expect(reopened([...log, wrong('t1', 3)])).toMatchObject({ reopened: 0, finished: true });
  });

  test('is reopened again by an answer to the old wording that comes later', () => {
    const log = [right('t1', 1), right('t1', 2, 'before')];
    expect(reopened(log)).toMatchObject({ reopened: 1, answered: 0 });
  });

  test('is not a question that was never answered', () => {
    expect(reopened([right('t2')])).toMatchObject({ reopened: 0, answered: 1 });
  });
});

describe('a module’s tests', () => {
  const paper = buildPaper('attitude', 'p1', ['t1@1', 'g1@1']);
  const answer = (question: string, correct: boolean) =>
    buildAnswer({ question, revision: '1', sitting: 'p1', correct });
  const summary = (log: RecordEvent[]) => summarizeRecord(outline, log, utcDay).get('attitude');

  test('are none before one is finished', () => {
    expect(summary([paper, answer('t1', true)])).toMatchObject({ tests: [], passed: false });
  });

  test('are passed when one of them was', () => {
    const failed = [paper, answer('t1', true), answer('g1', false)];
    expect(summary(failed)?.tests).toHaveLength(1);
    expect(summary(failed)?.passed).toBe(false);
    const again = buildPaper('attitude', 'p2', ['g1@1']);
    const right = buildAnswer({ question: 'g1', revision: '1', sitting: 'p2' });
    expect(summary([...failed, again, right])).toMatchObject({
      tests: [{ passed: false }, { passed: true }],
      passed: true,
    });
  });

  test('are practice as well: their answers count for objectives and lessons', () => {
    const log = [paper, answer('t1', true), answer('g1', true)];
    expect(summary(log)?.lessons.get('visible')).toMatchObject({ answered: 1, finished: true });
  });
});

test('a later day is one of the learner’s own calendar', () => {
  const [evening, morning] = [Date.UTC(2026, 0, 1, 15, 59), Date.UTC(2026, 0, 1, 16, 1)];
  const log = [evening, morning].map((at) => buildAnswer({ question: 'g1', revision: '1', at }));
  const greet = (dayOf: (at: number) => string) =>
    summarizeRecord(outline, log, dayOf).get('attitude')?.objectives.get('greet');
  const shanghaiDay = (at: number) => utcDay(at + 8 * 3_600_000);
  expect(greet(shanghaiDay)).toBe('mastered');
  expect(greet(utcDay)).toBe('learning');
});

test('a module means the same on its own page and among all modules', () => {
  const skills: OutlineModule = {
    ...about,
    id: 'skills',
    objectives: ['ask'],
    lessons: [{ id: 'ask', title: '问', minutes: 4, questions: [question('a1', 'ask')] }],
  };
  const log = [right('g1'), right('a1'), right('g1')];
  const whole = { modules: [...outline.modules, skills] };
  expect(summarizeRecord(whole, log, utcDay).get('attitude')).toEqual(
    summarizeRecord(outline, log, utcDay).get('attitude'),
  );
});

test('a module without lessons is not finished', () => {
  const empty = { modules: [{ ...about, id: 'empty', objectives: [], lessons: [] }] };
  expect(summarizeRecord(empty, [], utcDay).get('empty')?.finished).toBe(false);
});
