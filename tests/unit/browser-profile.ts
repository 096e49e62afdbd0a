/** A browser's storage and the tabs that share it. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { vi } from 'vitest';

export const databaseName = 'window-course';
export const replicaName = 'window-course-replica';

/** Forgets everything that was stored. */
export function clearProfile(): void {
  globalThis.indexedDB = new IDBFactory();
}

/** Opens a tab: the store's modules anew, with a connection of their own to the same database. */
export async function openTab() {
  vi.resetModules();
  const { indexedStore } = await import('../../src/client/store/indexed.ts');
  const { openStore, openRecord } = await import('../../src/client/store/open.ts');
  return { store: indexedStore, openStore, openRecord };
}

/** Opens the second copy as the next page does. */
export async function openReplica() {
  vi.resetModules();
  return (await import('../../src/client/store/replica.ts')).openReplica();
}

/** Waits for what the first answer leaves behind it: see `keepBallast`. */
export const untilBallast = (): Promise<void> =>
  vi.waitFor(async () => {
    const kept = await inspect((database) => database.count('ballast'));
    if (kept === 0) throw new Error('There is no ballast yet');
  });

/** Looks at a database from outside, at whatever version it is. */
export async function inspect<T>(
  look: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>,
  name = databaseName,
): Promise<T> {
  // Opening would make one, without stores.
  const names = (await indexedDB.databases()).map((database) => database.name);
  if (!names.includes(name)) throw new Error(`There is no database ${name}`);
  const database = await openDB(name);
  try {
    return await look(database);
  } finally {
    database.close();
  }
}
