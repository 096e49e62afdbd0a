import type { Outline, OutlineModule, OutlineQuestion } from '../course/outline.ts';
import type { AnswerEvent, RecordEvent } from './event.ts';
import { type TestResult, testResults } from './results.ts';

/** 未学, 在学, 待巩固, 已掌握. */
export type ObjectiveState = 'new' | 'learning' | 'relearn' | 'mastered';

export interface LessonSummary {
  /** Questions with a credited answer. */
  answered: number;
  /** Questions whose latest answer is right and credited. */
  right: number;
  total: number;
  /** Questions that were answered and that a change of policy has reopened. */
  reopened: number;
  finished: boolean;
  /** Time of the latest answer or 读完了, milliseconds; absent when untouched. */
  last?: number;
}

export interface ModuleSummary {
  lessons: ReadonlyMap<string, LessonSummary>;
  objectives: ReadonlyMap<string, ObjectiveState>;
  finishedLessons: number;
  finished: boolean;
  /** Finished tests, oldest first. */
  tests: readonly TestResult[];
  /** Some test was passed. */
  passed: boolean;
  /** 学时: stated minutes of the finished lessons. */
  minutes: number;
}

/** Calendar day of a time, in the learner's zone: an argument, so that this file has no clock. */
export type DayOf = (at: number) => string;

/**
 * Derives progress from the log. Events of questions that the outline does not have are no progress;
 * they stay in the log and still come between two answers to one question, so a module means the
 * same among all modules and on its own. `events` are in order (see `readLog`).
 */
export function summarizeRecord(
  outline: Outline,
  events: readonly RecordEvent[],
  dayOf: DayOf,
): Map<string, ModuleSummary> {
  const history = groupAnswers(events);
  const read = new Map<string, number>();
  for (const event of events) if (event.type === 'read') read.set(event.lesson, event.at);
  return new Map(
    outline.modules.map((module) => {
      const tests = testResults(module, events);
      return [module.id, { ...summarizeModule(module, history, read, dayOf), ...tested(tests) }];
    }),
  );
}

const tested = (tests: readonly TestResult[]) => ({
  tests,
  passed: tests.some(({ passed }) => passed),
});

function summarizeModule(
  module: OutlineModule,
  history: History,
  read: ReadonlyMap<string, number>,
  dayOf: DayOf,
): Omit<ModuleSummary, 'tests' | 'passed'> {
  const lessons = new Map<string, LessonSummary>();
  let minutes = 0;
  for (const lesson of module.lessons) {
    const credited = lesson.questions.flatMap((question) => latest(question, history) ?? []);
    const readAt = read.get(`${module.id}/${lesson.id}`);
    const total = lesson.questions.length;
    const finished = total > 0 ? credited.length === total : readAt !== undefined;
    const times = credited.map(({ event }) => event.at).concat(readAt ?? []);
    lessons.set(lesson.id, {
      answered: credited.length,
      right: credited.filter(({ event }) => event.correct).length,
      total,
      reopened: lesson.questions.filter(
        (question) => history.has(question.id) && !latest(question, history),
      ).length,
      finished,
      ...(times.length > 0 && { last: Math.max(...times) }),
    });
    if (finished) minutes += lesson.minutes;
  }
  const questions = module.lessons.flatMap((lesson) => lesson.questions);
  const objectives = new Map(
    module.objectives.map((id) => [
      id,
      objectiveState(
        questions.filter((question) => question.objective === id),
        history,
        dayOf,
      ),
    ]),
  );
  const finishedLessons = [...lessons.values()].filter((lesson) => lesson.finished).length;
  return {
    lessons,
    objectives,
    finishedLessons,
    finished: lessons.size > 0 && finishedLessons === lessons.size,
    minutes,
  };
}

/**
 * 已掌握: each question right at its latest answer, one of them on a later day than the objective
 * was first answered or right after another question. 待巩固: some latest answer is wrong, or was
 * given to a wording that a policy change has reopened.
 */
function objectiveState(
  questions: readonly OutlineQuestion[],
  history: History,
  dayOf: DayOf,
): ObjectiveState {
  const attempts = questions.flatMap((question) => history.get(question.id) ?? []);
  if (attempts.length === 0) return 'new';
  const answered = questions.filter((question) => history.has(question.id));
  const standing = answered.map((question) => latest(question, history));
  if (standing.some((attempt) => !attempt?.event.correct)) return 'relearn';
  if (answered.length < questions.length) return 'learning';
  const firstDay = dayOf(Math.min(...attempts.map(({ event }) => event.at)));
  const spaced = standing.some(
    (attempt) => attempt && (attempt.afterAnother || dayOf(attempt.event.at) > firstDay),
  );
  return spaced ? 'mastered' : 'learning';
}

interface Attempt {
  event: AnswerEvent;
  /** The answer before it in the log was to another question. */
  afterAnother: boolean;
}

type History = ReadonlyMap<string, readonly Attempt[]>;

function groupAnswers(events: readonly RecordEvent[]): History {
  const history = new Map<string, Attempt[]>();
  let before: string | undefined;
  for (const event of events) {
    if (event.type !== 'answer') continue;
    const attempt = { event, afterAnother: before !== undefined && before !== event.question };
    history.set(event.question, [...(history.get(event.question) ?? []), attempt]);
    before = event.question;
  }
  return history;
}

/** The latest answer to a question, if it still counts. */
function latest(question: OutlineQuestion, history: History): Attempt | undefined {
  const attempt = history.get(question.id)?.slice(-1)[0];
  return attempt && question.credited.includes(attempt.event.revision) ? attempt : undefined;
}
