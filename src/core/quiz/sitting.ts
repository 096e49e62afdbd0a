import { isString } from '../json.ts';
import type { AnswerEvent, RecordEvent } from '../record/event.ts';
import type { Answer, QuestionKey } from './question.ts';

/**
 * 作答: one run through a set of questions, from opening to the last submit. It is the only mutable
 * part of a learner's history: which questions, what is selected so far, and where the learner is.
 * What was submitted is not in it; that is events, tied to it by `attempt`.
 */
export interface Sitting {
  /** Where it takes place: `<module>/<lesson>`, with `#<question>` for one question in the prose. */
  id: string;
  /** Random id of this attempt; each of its events carries it. */
  attempt: string;
  /** The questions as drawn, in order; never redrawn. */
  questions: readonly DrawnQuestion[];
  /** Question id -> what is selected but not submitted. */
  selections: Readonly<Record<string, Answer>>;
  /** Index into `questions`. */
  position: number;
  /** A retry of some questions, not of all that the place has. */
  partial: boolean;
}

export interface DrawnQuestion {
  id: string;
  revision: string;
}

export function openSitting(
  id: string,
  attempt: string,
  questions: readonly DrawnQuestion[],
  partial = false,
): Sitting {
  return { id, attempt, questions: questions.map(drawn), selections: {}, position: 0, partial };
}

export function select(sitting: Sitting, question: string, answer: Answer): Sitting {
  return { ...sitting, selections: { ...sitting.selections, [question]: [...answer] } };
}

export function moveTo(sitting: Sitting, position: number): Sitting {
  const last = Math.max(0, sitting.questions.length - 1);
  return { ...sitting, position: Math.min(Math.max(0, position), last) };
}

/** Whether a stored row is a sitting that can be taken up; any other is as if there were none. */
export function isSitting(row: unknown): row is Sitting {
  if (typeof row !== 'object' || row === null) return false;
  const { id, attempt, questions, selections, position, partial } = row as Record<string, unknown>;
  return (
    isString(id) &&
    isString(attempt) &&
    Array.isArray(questions) &&
    questions.every((question) => isString(question?.id) && isString(question?.revision)) &&
    typeof selections === 'object' &&
    selections !== null &&
    Object.values(selections).every((it) => Array.isArray(it) && it.every(isString)) &&
    Number.isInteger(position) &&
    typeof partial === 'boolean'
  );
}

/**
 * Fits a stored sitting to the questions that the page has now. Questions that are gone leave it,
 * new ones join at the end, and a selection stays only while its question reads the same.
 */
export function reconcile(sitting: Sitting, questions: readonly DrawnQuestion[]): Sitting {
  const now = new Map(questions.map((question) => [question.id, question.revision]));
  const was = new Map(sitting.questions.map((question) => [question.id, question.revision]));
  const here = sitting.questions[sitting.position]?.id;
  const kept = sitting.questions.filter(({ id }) => now.has(id)).map(({ id }) => id);
  const partial = sitting.partial && kept.length > 0;
  const added = partial ? [] : questions.filter(({ id }) => !was.has(id));
  const ids = [...kept, ...added.map(({ id }) => id)];
  const selections = Object.fromEntries(
    Object.entries(sitting.selections).filter(([id]) => now.has(id) && now.get(id) === was.get(id)),
  );
  return {
    ...sitting,
    questions: ids.map((id) => ({ id, revision: now.get(id) ?? '' })),
    selections,
    partial,
    position: Math.max(0, here === undefined ? 0 : ids.indexOf(here)),
  };
}

/**
 * Takes along what was selected while a question stood elsewhere: its lesson was renamed, or it has
 * moved to another. Questions that the sitting `had` before are its own; papers are left alone.
 */
export function adoptSelections(
  sitting: Sitting,
  elsewhere: readonly Sitting[],
  had: readonly DrawnQuestion[] = [],
): Sitting {
  const own = new Set(had.map(({ id }) => id));
  const selections = { ...sitting.selections };
  for (const { id, revision } of sitting.questions) {
    if (own.has(id) || selections[id]) continue;
    const before = elsewhere.find(
      (other) =>
        other.id !== sitting.id &&
        !isPaper(other) &&
        other.selections[id] !== undefined &&
        other.questions.some((drawn) => drawn.id === id && drawn.revision === revision),
    );
    const selection = before?.selections[id];
    if (selection) selections[id] = selection;
  }
  return { ...sitting, selections };
}

/** A test is sat on a page of its own; its selections say nothing about practice. */
const isPaper = ({ id }: Sitting): boolean => id.endsWith('#test');

/** The answers given in this sitting that still count, by question id. */
export function outcomes(
  sitting: Sitting,
  events: readonly RecordEvent[],
  keys: ReadonlyMap<string, QuestionKey>,
): Map<string, AnswerEvent> {
  const answers = events.filter((event): event is AnswerEvent => {
    if (event.type !== 'answer' || event.sitting !== sitting.attempt) return false;
    return keys.get(event.question)?.credited.includes(event.revision) === true;
  });
  return new Map(answers.map((event) => [event.question, event]));
}

const drawn = ({ id, revision }: DrawnQuestion): DrawnQuestion => ({ id, revision });
