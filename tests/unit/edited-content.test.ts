/** Authors go on working: the log of somebody who has learned, replayed against what they made of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lesson, Module, PublishedQuestion } from '../../src/core/course/course.ts';
import { keyOf } from '../../src/core/quiz/grade.ts';
import { openSitting, outcomes, reconcile, select } from '../../src/core/quiz/sitting.ts';
import type { RecordEvent } from '../../src/core/record/event.ts';
import { summarizeRecord } from '../../src/core/record/summarize.ts';
import { buildLesson, buildModule, buildOutline, buildQuestion } from '../course-builder.ts';
import { buildAnswer, buildPaper } from '../record-builder.ts';

const question = (id: string, objective: string) =>
  buildQuestion({ id, objective, revision: '1', credited: ['1'] });

/** 目标 tell has three questions in two lessons, greet, a red line, has one. */
const t1 = question('t1', 'tell');
const t2 = question('t2', 'tell');
const t3 = question('t3', 'tell');
const g1 = question('g1', 'greet');
const waiting = buildLesson('waiting', [t1, t2]);
const visible = buildLesson('visible', [t3, g1]);
const course = [buildModule('attitude', [waiting, visible])];

const onDay = (day: number) => Date.UTC(2026, 0, day, 9);
const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const answer = (id: string, day: number, more: Partial<Parameters<typeof buildAnswer>[0]> = {}) =>
  buildAnswer({ question: id, revision: '1', at: onDay(day), ...more });

/** Everything was answered, `t2` wrong at first; then a test was passed. */
const log: RecordEvent[] = [
  answer('t1', 1),
  answer('t2', 1, { correct: false }),
  answer('t2', 1),
  answer('t3', 2),
  answer('g1', 2),
  buildPaper('attitude', 'paper', ['t1@1', 't2@1', 'g1@1'], { at: onDay(3) }),
  ...['t1', 't2', 'g1'].map((id) => answer(id, 3, { sitting: 'paper' })),
];

/** What a learner is shown. */
interface Shown {
  /** `<module>/<lesson>` -> questions right, of how many; `!` where a rule has reopened some. */
  lessons: Record<string, string>;
  /** `<module>/<objective>` -> its state. */
  objectives: Record<string, string>;
  /** Finished tests, each with what was right of how many. */
  tests: string[];
}

function show(modules: readonly Module[], events: readonly RecordEvent[] = log): Shown {
  const summaries = [...summarizeRecord(buildOutline(modules), events, utcDay)];
  return {
    lessons: Object.fromEntries(
      summaries.flatMap(([module, { lessons }]) =>
        [...lessons].map(([id, { right, total, reopened, finished }]) => [
          `${module}/${id}`,
          `${finished ? '学完' : '在学'}，${right}/${total}${reopened > 0 ? '!' : ''}`,
        ]),
      ),
    ),
    objectives: Object.fromEntries(
      summaries.flatMap(([module, { objectives }]) =>
        [...objectives].map(([id, state]) => [`${module}/${id}`, state]),
      ),
    ),
    tests: summaries.flatMap(([, { tests }]) =>
      tests.map(({ right, total, passed }) => `${right}/${total}${passed ? '，通过' : ''}`),
    ),
  };
}

const before: Shown = {
  lessons: { 'attitude/waiting': '学完，2/2', 'attitude/visible': '学完，2/2' },
  objectives: { 'attitude/tell': 'mastered', 'attitude/greet': 'mastered' },
  tests: ['3/3，通过'],
};

const attitude = (...lessons: Lesson[]) => [buildModule('attitude', lessons)];
/** The question as it reads after an edit; what was answered before counts on, or does not. */
const edited = (was: PublishedQuestion, counts: 'on' | 'no more'): PublishedQuestion => ({
  ...was,
  revision: '2',
  credited: counts === 'on' ? ['1', '2'] : ['2'],
});
const added = { ...question('t4', 'tell'), revision: '9', credited: ['9'] };

/** An edit, the course after it, and what it changes for this learner; else nothing. */
interface Edit {
  edit: string;
  course: Module[];
  changes?: Partial<Shown>;
}

const edits: Edit[] = [
  { edit: 'nothing', course },
  {
    edit: 'questions and lessons in another order',
    course: attitude(buildLesson('visible', [g1, t3]), buildLesson('waiting', [t2, t1])),
  },
  {
    edit: 'objectives in another order',
    course: course.map((module) => ({ ...module, objectives: module.objectives.toReversed() })),
  },
  {
    edit: 'a question moved to another lesson',
    course: attitude(buildLesson('waiting', [t1]), buildLesson('visible', [t2, t3, g1])),
    changes: {
      lessons: { 'attitude/waiting': '学完，1/1', 'attitude/visible': '学完，3/3' },
    },
  },
  {
    edit: 'a question moved to a lesson of its own',
    course: attitude(waiting, buildLesson('visible', [g1]), buildLesson('letter', [t3])),
    changes: {
      lessons: {
        'attitude/waiting': '学完，2/2',
        'attitude/visible': '学完，1/1',
        'attitude/letter': '学完，1/1',
      },
    },
  },
  {
    edit: 'a question moved into the prose',
    course: attitude({ ...waiting, inline: ['t1'] }, visible),
  },
  {
    edit: 'a lesson renamed, its old address retired',
    course: attitude(buildLesson('queue', [t1, t2]), visible),
    changes: {
      lessons: { 'attitude/queue': '学完，2/2', 'attitude/visible': '学完，2/2' },
    },
  },
  {
    edit: 'another title, another folder number',
    course: attitude({ ...waiting, title: '等得起', ticket: '态-09' }, visible),
  },
  {
    edit: 'two lessons made one',
    course: attitude(buildLesson('waiting', [t1, t2, t3, g1])),
    changes: { lessons: { 'attitude/waiting': '学完，4/4' } },
  },
  {
    edit: 'a lesson moved to another module',
    course: [
      buildModule('attitude', [waiting]),
      buildModule('manner', [buildLesson('visible', [t3, g1], 'manner')]),
    ],
    changes: {
      lessons: { 'attitude/waiting': '学完，2/2', 'manner/visible': '学完，2/2' },
      objectives: {
        'attitude/tell': 'mastered',
        'attitude/greet': 'new',
        'manner/tell': 'mastered',
        'manner/greet': 'mastered',
      },
    },
  },
  {
    edit: 'a typo corrected',
    course: attitude(buildLesson('waiting', [edited(t1, 'on'), t2]), visible),
  },
  {
    edit: 'every question worded better',
    course: attitude(
      buildLesson('waiting', [edited(t1, 'on'), edited(t2, 'on')]),
      buildLesson('visible', [edited(t3, 'on'), edited(g1, 'on')]),
    ),
  },
  {
    edit: 'another rule for one question',
    course: attitude(buildLesson('waiting', [edited(t1, 'no more'), t2]), visible),
    changes: {
      lessons: { 'attitude/waiting': '在学，1/2!', 'attitude/visible': '学完，2/2' },
      objectives: { 'attitude/tell': 'relearn', 'attitude/greet': 'mastered' },
    },
  },
  {
    edit: 'a question with another rule moved to another lesson',
    course: attitude(
      buildLesson('waiting', [t2]),
      buildLesson('visible', [t3, g1, edited(t1, 'no more')]),
    ),
    changes: {
      lessons: { 'attitude/waiting': '学完，1/1', 'attitude/visible': '在学，2/3!' },
      objectives: { 'attitude/tell': 'relearn', 'attitude/greet': 'mastered' },
    },
  },
  {
    edit: 'a question retired',
    course: attitude(buildLesson('waiting', [t1]), visible),
    changes: {
      lessons: { 'attitude/waiting': '学完，1/1', 'attitude/visible': '学完，2/2' },
    },
  },
  {
    edit: 'a lesson retired',
    course: attitude(waiting),
    changes: {
      lessons: { 'attitude/waiting': '学完，2/2' },
      objectives: { 'attitude/tell': 'mastered', 'attitude/greet': 'new' },
    },
  },
  {
    edit: 'a new question',
    course: attitude(buildLesson('waiting', [added, t1, t2]), visible),
    changes: {
      lessons: { 'attitude/waiting': '在学，2/3', 'attitude/visible': '学完，2/2' },
      objectives: { 'attitude/tell': 'learning', 'attitude/greet': 'mastered' },
    },
  },
  {
    edit: 'a question retired and a new one in its place',
    course: attitude(buildLesson('waiting', [t1, added]), visible),
    changes: {
      lessons: { 'attitude/waiting': '在学，1/2', 'attitude/visible': '学完，2/2' },
      objectives: { 'attitude/tell': 'learning', 'attitude/greet': 'mastered' },
    },
  },
];

describe('a learner who has finished everything', () => {
  test.each(edits)('keeps after “$edit” what it does not touch', ({ course, changes }) => {
    expect(show(course)).toEqual({ ...before, ...changes });
  });

  test('loses nothing for good: what is taken back gives back what it took', () => {
    for (const { course: between } of edits) {
      const written = [...log, ...answersIn(between)];
      // Answers to another revision came between; then the old one is published again.
      const back = course.map((module) => ({
        ...module,
        lessons: module.lessons.map((lesson) => ({
          ...lesson,
          quiz: lesson.quiz.map((it) => ({ ...it, credited: ['2', '1'] })),
        })),
      }));
      expect(show(back, written)).toEqual(before);
    }
  });
});

/** The course answered once more, all right, as it is after an edit. */
function answersIn(modules: readonly Module[]): RecordEvent[] {
  return modules
    .flatMap(({ lessons }) => lessons)
    .flatMap(({ quiz }) => quiz)
    .map(({ id, revision }) => answer(id, 9, { revision }));
}

test('questions may be moved anywhere in their module, in any order, and nothing is lost', () => {
  const places = fc.constantFrom('waiting', 'visible', 'queue', 'letter');
  const moved = fc.tuple(
    fc.shuffledSubarray([t1, t2, t3, g1], { minLength: 4 }),
    fc.tuple(places, places, places, places),
    fc.shuffledSubarray(['waiting', 'visible', 'queue', 'letter'], { minLength: 4 }),
  );
  const written = fc.array(
    fc.record({
      question: fc.constantFrom('t1', 't2', 't3', 'g1'),
      correct: fc.boolean(),
      day: fc.integer({ min: 1, max: 4 }),
    }),
  );
  fc.assert(
    fc.property(moved, written, ([questions, to, order], answers) => {
      const events = answers.map(({ question, correct, day }) =>
        answer(question, day, { correct }),
      );
      const after = attitude(
        ...order.map((id) =>
          buildLesson(
            id,
            questions.filter((_, index) => to[index] === id),
          ),
        ),
      );
      const [was, is] = [total(course, events), total(after, events)];
      expect(is).toEqual(was);
    }),
    { numRuns: 500 },
  );
});

/** All that progress adds up to, wherever its questions stand. */
function total(modules: readonly Module[], events: readonly RecordEvent[]) {
  const [summary] = [...summarizeRecord(buildOutline(modules), events, utcDay).values()];
  const lessons = [...(summary?.lessons.values() ?? [])];
  const sum = (count: (lesson: (typeof lessons)[number]) => number) =>
    lessons.reduce((all, lesson) => all + count(lesson), 0);
  return {
    answered: sum(({ answered }) => answered),
    right: sum(({ right }) => right),
    total: sum(({ total }) => total),
    objectives: new Map(summary?.objectives),
  };
}

describe('a quiz that was left half answered', () => {
  const drawn = [t1, t2, t3];
  const left = select(openSitting('attitude/waiting', 'attempt', drawn), 't2', ['b']);
  const submitted = buildAnswer({ question: 't1', revision: '1', sitting: 'attempt' });

  /** What the page makes of it: submitted, selected, still to be answered. */
  function takeUp(questions: readonly PublishedQuestion[]) {
    const sitting = reconcile(left, questions);
    const keys = new Map(questions.map((it) => [it.id, keyOf(it)]));
    const answered = [...outcomes(sitting, [submitted], keys).keys()];
    return {
      answered,
      selected: Object.keys(sitting.selections),
      asked: sitting.questions.map(({ id }) => id).filter((id) => !answered.includes(id)),
    };
  }

  test.each<[string, PublishedQuestion[], ReturnType<typeof takeUp>]>([
    ['nothing', drawn, { answered: ['t1'], selected: ['t2'], asked: ['t2', 't3'] }],
    ['another order', [t3, t2, t1], { answered: ['t1'], selected: ['t2'], asked: ['t2', 't3'] }],
    [
      'a typo where it was submitted',
      [edited(t1, 'on'), t2, t3],
      { answered: ['t1'], selected: ['t2'], asked: ['t2', 't3'] },
    ],
    [
      'a typo where it was selected',
      [t1, edited(t2, 'on'), t3],
      { answered: ['t1'], selected: [], asked: ['t2', 't3'] },
    ],
    [
      'another rule where it was submitted',
      [edited(t1, 'no more'), t2, t3],
      { answered: [], selected: ['t2'], asked: ['t1', 't2', 't3'] },
    ],
    [
      'an open question moved away',
      [t1, t2],
      { answered: ['t1'], selected: ['t2'], asked: ['t2'] },
    ],
    [
      'the submitted question moved away',
      [t2, t3],
      { answered: [], selected: ['t2'], asked: ['t2', 't3'] },
    ],
    [
      'a new question',
      [added, t1, t2, t3],
      { answered: ['t1'], selected: ['t2'], asked: ['t2', 't3', 't4'] },
    ],
  ])('is taken up after %s', (_edit, questions, expected) => {
    expect(takeUp(questions)).toEqual(expected);
  });
});
