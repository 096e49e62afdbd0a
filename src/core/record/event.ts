import { isText } from '../json.ts';
import type { Answer } from '../quiz/question.ts';
import { canonicalJson } from '../quiz/revision.ts';
import { crc32 } from './checksum.ts';

/**
 * 学习档案 is an append-only log of these events; everything shown about a learner is derived from
 * it. An event is never changed or removed. Life of one event:
 *
 *   draft (what happened) -> sealed by the store: `id`, `run`, `seq`, `at`, `crc` -> stored
 *
 * Order: by `seq` within a `run`, which a wall clock that jumps does not undo; between runs, of two
 * devices say, by time. A new run begins when a store is created, restored or imported into, so that
 * a restored store never writes a `seq` twice.
 *
 * A stored row whose `crc` fails, or whose `type` this build does not know, is kept as it is and
 * left unread: a newer build may know it.
 */
export type EventDraft = AnswerDraft | ReadDraft | PaperDraft;

/** 提交: one answer to one question. */
export interface AnswerDraft {
  type: 'answer';
  question: string;
  /** The question's revision when it was answered. */
  revision: string;
  /** `Sitting.attempt` in which it was given. */
  sitting: string;
  answer: Answer;
  /** The verdict at the time; a later change of key does not rewrite history. */
  correct: boolean;
  /** 有把握 or 没把握. */
  sure: boolean;
}

/** 读完了: tapped at the end of a lesson that has no questions. */
export interface ReadDraft {
  type: 'read';
  /** `<module>/<lesson>` */
  lesson: string;
}

/** 组卷: a paper was drawn and its test begun; the answers carry the same `sitting`. */
export interface PaperDraft {
  type: 'paper';
  module: string;
  sitting: string;
  /** The questions drawn, in order, each as `<id>@<revision>`. */
  questions: readonly string[];
  /** Percent that were needed when it was drawn, and its red-line questions; absent in older papers. */
  passMark?: number;
  redLines?: readonly string[];
}

interface Seal {
  /** 128 random bits, hex. */
  id: string;
  run: string;
  seq: number;
  /** When it was written, milliseconds since 1970 UTC, by the device's clock. */
  at: number;
  /** CRC-32 of the canonical JSON of all the other fields. */
  crc: string;
}

export type AnswerEvent = AnswerDraft & Seal;
export type ReadEvent = ReadDraft & Seal;
export type PaperEvent = PaperDraft & Seal;
export type RecordEvent = AnswerEvent | ReadEvent | PaperEvent;

/** Completes a draft into an event. */
export function sealEvent(draft: EventDraft, seal: Omit<Seal, 'crc'>): RecordEvent {
  const event = { ...draft, ...seal };
  return { ...event, crc: crc32(canonicalJson(event)) };
}

/** What a store holds: the events this build can read, in order, and how many rows it cannot. */
export interface EventLog {
  events: readonly RecordEvent[];
  unread: number;
}

/** Reads stored rows; rows that fail their check or are of an unknown type count as unread. */
export function readLog(rows: readonly unknown[]): EventLog {
  const events = rows.filter(isEvent);
  return { events: orderEvents(events), unread: rows.length - events.length };
}

/**
 * Merges the runs by time, each in the order of its `seq`: an event counts as written no earlier than
 * those before it in its run.
 */
export function orderEvents(events: readonly RecordEvent[]): RecordEvent[] {
  const reached = new Map<string, number>();
  return [...events]
    .sort((a, b) => compare(a.run, b.run) || compareInRun(a, b))
    .map((event) => {
      const at = Math.max(event.at, reached.get(event.run) ?? event.at);
      reached.set(event.run, at);
      return { event, at };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event);
}

/** A row that carries a valid seal, whatever its type: this build may not know it, a newer one does. */
export type SealedRow = Seal & { type: string };

/** Whether a stored row is an event of a known type that passes its checksum. */
export function isEvent(row: unknown): row is RecordEvent {
  return isSealed(row) && hasShape(row as unknown as Record<string, unknown>);
}

/** Whether a row is flat, has the fields of a seal, and passes its checksum. */
export function isSealed(row: unknown): row is SealedRow {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return false;
  const { crc, ...rest } = row as Record<string, unknown>;
  return (
    isText(rest.id) &&
    isText(rest.run) &&
    isText(rest.type) &&
    Number.isSafeInteger(rest.seq) &&
    isTime(rest.at) &&
    Object.values(rest).every(isFlat) &&
    crc === crc32(canonicalJson(rest))
  );
}

function hasShape(row: Record<string, unknown>): boolean {
  switch (row.type) {
    case 'answer':
      return (
        isText(row.question) &&
        isText(row.revision) &&
        isText(row.sitting) &&
        isTexts(row.answer) &&
        typeof row.correct === 'boolean' &&
        typeof row.sure === 'boolean'
      );
    case 'read':
      return isText(row.lesson);
    case 'paper':
      return (
        isText(row.module) &&
        isText(row.sitting) &&
        isTexts(row.questions) &&
        (row.passMark === undefined || typeof row.passMark === 'number') &&
        (row.redLines === undefined || isTexts(row.redLines))
      );
    default:
      return false;
  }
}

/** Whether a value is a time that the calendar has. */
export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= 8.64e15;

/** A value that JSON has, or a list of them: no event is nested deeper. */
const isFlat = (value: unknown): boolean =>
  isPlain(value) || (Array.isArray(value) && value.every(isPlain));
const isPlain = (value: unknown): boolean =>
  ['string', 'number', 'boolean', 'undefined'].includes(typeof value);

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const compareInRun = (a: RecordEvent, b: RecordEvent) => a.seq - b.seq || compare(a.id, b.id);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
