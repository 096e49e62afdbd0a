/** Sealed events as a store holds them. */
import {
  type AnswerDraft,
  type AnswerEvent,
  type PaperEvent,
  type ReadDraft,
  type ReadEvent,
  type SealedRow,
  sealEvent,
} from '../src/core/record/event.ts';

/** Where and when an event was written. */
export interface Written {
  id?: string;
  run?: string;
  seq?: number;
  at?: number;
}

let written = 0;

/** An answer to `q-wait`: right, sure, the next of one run; `changes` says what is different. */
export function buildAnswer(changes: Partial<AnswerDraft> & Written = {}): AnswerEvent {
  const { id, run, seq, at, ...draft } = changes;
  return sealEvent(
    {
      type: 'answer',
      question: 'q-wait',
      revision: '00000001',
      sitting: 'attempt',
      answer: ['b'],
      correct: true,
      sure: true,
      ...draft,
    },
    sealAt({ id, run, seq, at }),
  ) as AnswerEvent;
}

/** 读完了 of a lesson, `<module>/<lesson>`. */
export function buildRead(lesson: string, where: Written = {}): ReadEvent {
  return sealEvent({ type: 'read', lesson }, sealAt(where)) as ReadEvent;
}

/** 组卷 of a module's test, whose answers carry the same sitting. */
export function buildPaper(
  module: string,
  sitting: string,
  questions: readonly string[],
  where: Written = {},
): PaperEvent {
  return sealEvent({ type: 'paper', module, sitting, questions }, sealAt(where)) as PaperEvent;
}

/** A row that a newer build has written: sealed, of a type that this one does not know. */
export function buildNewer(where: Written = {}): SealedRow {
  return sealEvent({ type: 'survey', mood: 3 } as unknown as ReadDraft, sealAt(where));
}

function sealAt({ id, run = 'run', seq, at }: { [K in keyof Written]: Written[K] | undefined }) {
  written += 1;
  return { id: id ?? `event-${written}`, run, seq: seq ?? written, at: at ?? 1_000 * written };
}
