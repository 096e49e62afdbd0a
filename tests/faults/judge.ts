/** What a record owes a learner, told from what was done and shown alone, not from the site's code. */
import type { Answer } from '../../src/core/quiz/question.ts';
import { isEvent, isSealed, type RecordEvent } from '../../src/core/record/event.ts';

/** One answer that was submitted, as the person who gave it knows it. */
export interface GivenAnswer {
  question: string;
  answer: Answer;
  /** When the button was pressed, milliseconds since 1970. */
  from: number;
  /** When the page had said 已保存, or the browser had died; no row is younger. */
  to: number;
  acknowledged: boolean;
}

/** Rows that came at once, from a backup or from an earlier release: all of them or none. */
export interface GivenRows {
  ids: readonly string[];
  acknowledged: boolean;
}

export interface Given {
  answers: readonly GivenAnswer[];
  batches: readonly GivenRows[];
}

/** What is wrong with a record, in words; empty lists where nothing is. */
export interface Faults {
  /** Acknowledged, and not there. */
  lost: string[];
  /** There, but not whole: a row without a valid seal, some rows of a batch. */
  half: string[];
  /** There twice. */
  twice: string[];
}

/** Judges the rows of the store `events` as they lie on the disk. */
export function judgeRecord({ answers, batches }: Given, rows: readonly unknown[]): Faults {
  const ids = new Set(rows.filter(isSealed).map(({ id }) => id));
  const held = batches.map((batch) => batch.ids.filter((id) => ids.has(id)).length);
  const lacking = batches.filter((batch, index) => held[index] !== batch.ids.length);
  return {
    lost: [
      ...answers
        .filter((given) => given.acknowledged && !isKept(given, rows))
        .map(({ question, from }) => `the answer to ${question}, ${new Date(from).toISOString()}`),
      ...lacking.flatMap((batch) =>
        batch.acknowledged ? batch.ids.filter((id) => !ids.has(id)).map((id) => `row ${id}`) : [],
      ),
    ],
    half: [
      ...rows.filter((row) => !isSealed(row)).map((row) => `the row ${JSON.stringify(row)}`),
      ...lacking
        .filter((batch) => !batch.acknowledged && batch.ids.some((id) => ids.has(id)))
        .map((batch) => `${batch.ids.length} rows of which some are missing`),
    ],
    twice: [
      // In one attempt a question is answered once; a place in a run is given out once.
      ...doubles(
        events(rows).flatMap((row) =>
          row.type === 'answer' ? `${row.question} in attempt ${row.sitting}` : [],
        ),
      ),
      ...doubles(events(rows).map(({ run, seq }) => `number ${seq} of run ${run}`)),
    ],
  };
}

/** Whether a row of the record is this answer: the same question, answer and moment. */
export function isKept(given: GivenAnswer, rows: readonly unknown[]): boolean {
  return events(rows).some(
    (row) =>
      row.type === 'answer' &&
      row.question === given.question &&
      String(row.answer) === String(given.answer) &&
      row.at >= Math.floor(given.from) &&
      row.at <= given.to,
  );
}

const events = (rows: readonly unknown[]): RecordEvent[] => rows.filter(isEvent);

const doubles = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);
