import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { readBackup, writeBackup } from '../../core/record/backup.ts';
import { isSealed, type SealedRow } from '../../core/record/event.ts';
import { conflictId, planMerge } from '../../core/record/merge.ts';
import { scope } from '../learners.ts';
import { unlessBlocked } from './patience.ts';
import { inTransaction } from './transaction.ts';

/**
 * A second copy of the learner's rows, outside the first database. It is written after each answer
 * and read when a page opens: rows that the first store has lost come back from it.
 *
 * Where there is an origin private file system, it is two files written in turn, each a backup with
 * its checksum, so that one of them is whole whatever happens; they survive the database's silent
 * corruption. Elsewhere it is a second database, which survives only the deletion of the first:
 * Chromium keeps an origin's databases in one folder. Neither survives 清除网站数据; exported
 * backups do.
 */
export interface Replica {
  read(): Promise<readonly SealedRow[]>;
  write(rows: readonly SealedRow[]): Promise<void>;
}

/** The best replica that this browser can keep; `undefined` when it refuses every one. */
export async function openReplica(): Promise<Replica | undefined> {
  try {
    return (await openFileReplica()) ?? (await openDatabaseReplica());
  } catch (error) {
    console.warn('There is no second copy of the record.', error);
    return undefined;
  }
}

const files = () => ['a', 'b'].map((half) => `${scope()}-${half}.json`);

async function openFileReplica(): Promise<Replica | undefined> {
  const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
  if (!folder || !('createWritable' in FileSystemFileHandle.prototype)) return undefined;

  const readFile = async (name: string) => {
    try {
      const handle = await folder.getFileHandle(name);
      return { name, ...readBackup(await (await handle.getFile()).text()) };
    } catch {
      // Not there yet, or cut off while it was written: the other file is whole.
      return { name, made: 0, rows: [] };
    }
  };
  const readBoth = async () => {
    const both = await Promise.all(files().map(readFile));
    return both.sort((a, b) => b.made - a.made);
  };

  return {
    async read() {
      return (await readBoth())[0]?.rows ?? [];
    },
    async write(rows) {
      const [newest, oldest] = await readBoth();
      if (!newest || !oldest) return;
      const handle = await folder.getFileHandle(oldest.name, { create: true });
      const file = await handle.createWritable();
      // The newer one is told by `made`, also after the clock was set back.
      const made = Math.max(Date.now(), newest.made + 1);
      // What the store has lost under an open page must not leave its copy with the next answer.
      const { added, conflicts } = planMerge(rows, newest.rows);
      await file.write(
        writeBackup({ made, rows: [...rows, ...added, ...conflicts], sittings: [] }),
      );
      await file.close();
    },
  };
}

/** Removes every second copy; rejects where one could not be removed and would bring the record back. */
export async function eraseReplica(): Promise<void> {
  const [names, database] = [files(), copiesName()];
  const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
  for (const name of names) {
    await folder?.removeEntry(name).catch((error) => {
      if (error?.name !== 'NotFoundError') throw error;
    });
  }
  const open = await copies?.catch(() => undefined);
  open?.close();
  copies = undefined;
  await unlessBlocked((blocked) => deleteDB(database, { blocked }));
}

const copiesName = () => `${scope()}-replica`;

interface ReplicaSchema extends DBSchema {
  /** Keyed by id and content: two rows of one id are both kept. */
  rows: { key: string; value: SealedRow };
}

let copies: Promise<IDBPDatabase<ReplicaSchema>> | undefined;

function openCopies(): Promise<IDBPDatabase<ReplicaSchema>> {
  copies ??= unlessBlocked((blocked) =>
    openDB<ReplicaSchema>(copiesName(), 1, {
      upgrade(fresh, _from, _to, transaction) {
        fresh.createObjectStore('rows');
        // Where the upgrade fails, opening fails with it; nobody else is told.
        transaction.done.catch(() => undefined);
      },
      blocked,
      // Erased by another page: this one makes way, and begins a new copy with its next answer.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        copies = undefined;
      },
      terminated() {
        copies = undefined;
      },
    }),
  ).catch((error) => {
    copies = undefined;
    throw error;
  });
  return copies;
}

async function openDatabaseReplica(): Promise<Replica> {
  await openCopies();
  return {
    async read() {
      const rows = await inTransaction(await openCopies(), ['rows'], 'readonly', ({ store }) =>
        store.getAll(),
      );
      return rows.filter(isSealed);
    },
    async write(rows) {
      await inTransaction(await openCopies(), ['rows'], 'readwrite', async ({ store }) => {
        const known = new Set(await store.getAllKeys());
        const fresh = rows.filter((row) => !known.has(conflictId(row)));
        await Promise.all(fresh.map(async (row) => store.put(row, conflictId(row))));
      });
    },
  };
}
