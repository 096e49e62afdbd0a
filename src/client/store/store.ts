import { toHex } from '../../core/hex.ts';
import type { Sitting } from '../../core/quiz/sitting.ts';
import type { EventDraft, EventLog, RecordEvent, SealedRow } from '../../core/record/event.ts';
import type { Merge } from '../../core/record/merge.ts';

/** Where a learner's history is kept. One interface, two stores: IndexedDB and memory. */
export interface Store {
  /** Whether what is saved here is still there after the page is closed. */
  readonly durable: boolean;
  /**
   * Seals and saves one event. Resolves only when the transaction is complete: from then on it
   * counts as saved. Rejects when it could not be saved.
   */
  append(draft: EventDraft): Promise<RecordEvent>;
  readLog(): Promise<EventLog>;
  getSitting(id: string): Promise<Sitting | undefined>;
  /** All that are open, wherever they take place. */
  getSittings(): Promise<readonly Sitting[]>;
  putSitting(sitting: Sitting): Promise<void>;
  removeSitting(id: string): Promise<void>;
  /** What a test needs to go on as it was drawn, by the id of its sitting; any cloneable value. */
  getPaper(id: string): Promise<unknown>;
  putPaper(id: string, paper: unknown): Promise<void>;
  /** Everything there is, sealed rows of unknown types included, for a backup or a replica. */
  readAll(): Promise<StoredRecord>;
  /**
   * Adds the rows that are missing, and the sittings of places that have none, all or nothing.
   * What is added to begins a new run. Resolves with what was done.
   */
  merge(record: StoredRecord): Promise<Merge>;
}

export interface StoredRecord {
  rows: readonly SealedRow[];
  sittings: readonly Sitting[];
}

/** 128 random bits as hex. `crypto.randomUUID` is missing on plain http; this is not. */
export function randomId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}
