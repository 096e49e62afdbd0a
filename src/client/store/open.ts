import { indexedStore } from './indexed.ts';
import { createMemoryStore } from './memory.ts';
import { openReplica } from './replica.ts';
import { replicated, restoreLost } from './replicated.ts';
import type { Store } from './store.ts';
import { findMissing } from './tally.ts';

export interface OpenedStore {
  store: Store;
  /** Rows that were lost and have come back from the second copy. */
  restored: number;
  /** Rows that are gone: fewer are here than there have been, and no copy has them. */
  lost: number;
}

let opened: Promise<OpenedStore> | undefined;

/** The page's store: IndexedDB where it opens, with a second copy, else memory. Never rejects. */
export async function openStore(): Promise<Store> {
  return (await openRecord()).store;
}

/** The same, with what happened when it was opened. */
export function openRecord(): Promise<OpenedStore> {
  opened ??= openDurable().catch((error) => {
    console.warn('IndexedDB is not available; answers last only as long as this page.', error);
    // A database that no longer opens leaves its second copy behind.
    return withCopy(createMemoryStore());
  });
  return opened;
}

async function openDurable(): Promise<OpenedStore> {
  await indexedStore.readLog();
  return withCopy(indexedStore);
}

/** `store`, with what only the second copy had. */
async function withCopy(store: Store): Promise<OpenedStore> {
  const replica = await openReplica();
  const restored = replica
    ? await restoreLost(store, replica).catch((error) => {
        console.warn('The second copy could not be read.', error);
        return 0;
      })
    : 0;
  const { rows } = await store.readAll();
  return { store: replicated(store, replica), restored, lost: findMissing(rows.length) };
}
