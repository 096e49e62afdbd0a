import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { inTransaction } from '../store/transaction.ts';
import { shelfName } from './shelf-name.ts';

/** A pack that somebody wants on this device, or has let go. */
export interface ShelvedPack {
  id: string;
  /** The build of which it was last complete; empty until it first is. */
  build: string;
  /** When that was, milliseconds since 1970. */
  at: number;
  /** Why nothing of it is fetched until somebody asks for it. */
  rests?: 'paused' | 'deleted' | undefined;
}

/** Which packs are wanted here; the same for all learners of this browser, and no part of a record. */
interface ShelfSchema extends DBSchema {
  packs: { key: string; value: ShelvedPack };
}

let shelf: Promise<IDBPDatabase<ShelfSchema>> | undefined;

function open(): Promise<IDBPDatabase<ShelfSchema>> {
  shelf ??= openDB<ShelfSchema>(shelfName(), 1, {
    upgrade(fresh, _from, _to, transaction) {
      fresh.createObjectStore('packs', { keyPath: 'id' });
      // Where the upgrade fails, opening fails with it; nobody else is told.
      transaction.done.catch(() => undefined);
    },
    // Another tab resets what is offline: make way at once; the next call opens an empty shelf.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      shelf = undefined;
    },
    terminated: () => {
      shelf = undefined;
    },
  }).catch((error) => {
    shelf = undefined;
    throw error;
  });
  return shelf;
}

export async function readShelf(): Promise<ShelvedPack[]> {
  return inTransaction(await open(), ['packs'], 'readonly', ({ store }) => store.getAll());
}

/** Puts a pack on the shelf, or says of which build it is complete: the one commit of a download. */
export async function shelve(pack: ShelvedPack): Promise<void> {
  await inTransaction(await open(), ['packs'], 'readwrite', ({ store }) => store.put(pack));
}
