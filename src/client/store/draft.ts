import { isSitting, type Sitting } from '../../core/quiz/sitting.ts';
import { readSession, writeSession } from '../session.ts';
import type { Store } from './store.ts';

/**
 * A sitting while the disk is still busy with it. It is kept for the tab at once, so a reload in
 * the middle of a write loses no selection; with the write complete it goes.
 */
const key = (id: string) => `draft:${id}`;

export function writeDraft(sitting: Sitting): void {
  writeSession(key(sitting.id), JSON.stringify(sitting));
}

export function dropDraft(id: string): void {
  writeSession(key(id), '');
}

/** The sitting as it was left, the draft included; `undefined` where none is open. */
export async function readSitting(store: Store, id: string): Promise<Sitting | undefined> {
  const stored = await store.getSitting(id).catch(() => undefined);
  const draft = readDraft(id);
  // A draft of another attempt was left behind by a tab that has been overtaken.
  return draft && (!stored || stored.attempt === draft.attempt) ? draft : stored;
}

function readDraft(id: string): Sitting | undefined {
  try {
    const value: unknown = JSON.parse(readSession(key(id)) || 'null');
    return isSitting(value) && value.id === id ? value : undefined;
  } catch {
    return undefined;
  }
}
