import { isSitting } from '../../core/quiz/sitting.ts';
import { type RecordEvent, readLog, sealEvent } from '../../core/record/event.ts';
import { keptBeside, planMerge, sealedRows } from '../../core/record/merge.ts';
import { type CourseDatabase, withDatabase } from './database.ts';
import { askToPersist } from './persist.ts';
import { randomId, type Store } from './store.ts';
import { inTransaction } from './transaction.ts';

export const indexedStore: Store = {
  durable: true,

  async append(draft) {
    const event = await withSpace((database) =>
      inTransaction(database, ['events', 'meta'], 'readwrite', async (transaction) => {
        const meta = transaction.objectStore('meta');
        // `seq` is taken inside the transaction, so two tabs never take the same one.
        const last = (await meta.get('run')) ?? { run: randomId(), seq: 0 };
        const place = { run: last.run, seq: last.seq + 1 };
        const event: RecordEvent = sealEvent(draft, { ...place, id: randomId(), at: Date.now() });
        await meta.put(place, 'run');
        await transaction.objectStore('events').add(event);
        return event;
      }),
    );
    void keepBallast();
    void askToPersist(event.seq);
    return event;
  },

  async readLog() {
    return readLog(await readRows('events'));
  },

  async getSitting(id) {
    const row = await readRow('sittings', id);
    return isSitting(row) ? row : undefined;
  },

  async getSittings() {
    return (await readRows('sittings')).filter(isSitting);
  },

  putSitting(sitting) {
    return withSpace((database) =>
      inTransaction(database, ['sittings'], 'readwrite', async ({ store }) => {
        await store.put(sitting);
      }),
    );
  },

  removeSitting(id) {
    return withDatabase((database) =>
      inTransaction(database, ['sittings'], 'readwrite', ({ store }) => store.delete(id)),
    );
  },

  getPaper(id) {
    return readRow('papers', id);
  },

  putPaper(id, paper) {
    return withSpace((database) =>
      inTransaction(database, ['papers'], 'readwrite', async ({ store }) => {
        await store.put(paper, id);
      }),
    );
  },

  async readAll() {
    const rows = sealedRows(await readRows('events'));
    return { rows, sittings: (await readRows('sittings')).filter(isSitting) };
  },

  merge({ rows, sittings }) {
    return withDatabase((database) =>
      inTransaction(database, ['events', 'sittings', 'meta'], 'readwrite', async (transaction) => {
        const events = transaction.objectStore('events');
        const places = transaction.objectStore('sittings');
        const plan = planMerge(sealedRows(await events.getAll()), rows);
        const taken = new Set(await places.getAllKeys());
        const fresh = sittings.filter(({ id }) => !taken.has(id) && taken.add(id));
        // A damaged row of the same id gives way to the whole one.
        const kept = [...plan.added, ...plan.conflicts.map(keptBeside)];
        await Promise.all([
          ...kept.map(async (row) => events.put(row)),
          ...fresh.map(async (sitting) => places.add(sitting)),
        ]);
        if (plan.added.length > 0) {
          await transaction.objectStore('meta').put({ run: randomId(), seq: 0 }, 'run');
        }
        return plan;
      }),
    );
  },
};

const readRow = <Name extends 'sittings' | 'papers'>(name: Name, id: string) =>
  withDatabase((database) =>
    inTransaction(database, [name], 'readonly', (transaction) =>
      transaction.objectStore(name).get(id),
    ),
  );

const readRows = <Name extends 'events' | 'sittings'>(name: Name) =>
  withDatabase((database) =>
    inTransaction(database, [name], 'readonly', (transaction) =>
      transaction.objectStore(name).getAll(),
    ),
  );

const BALLAST = 512 * 1024;

/** Runs `work`; where there is no space for it, gives up the ballast and tries once more. */
async function withSpace<T>(work: (database: CourseDatabase) => Promise<T>): Promise<T> {
  try {
    return await withDatabase(work);
  } catch (error) {
    if (!isFull(error)) throw error;
    await withDatabase((database) =>
      inTransaction(database, ['ballast'], 'readwrite', ({ store }) => store.delete('ballast')),
    );
    return withDatabase(work);
  }
}

/** Keeps some space that an answer can have when nothing else is left. Losable. */
async function keepBallast(): Promise<void> {
  await withDatabase(async (database) => {
    const stores = ['ballast'] as const;
    const kept = await inTransaction(database, stores, 'readonly', ({ store }) => store.count());
    if (kept > 0) return;
    await inTransaction(
      database,
      stores,
      'readwrite',
      async ({ store }) => {
        await store.put(incompressible(BALLAST), 'ballast');
      },
      'relaxed',
    );
  }).catch(() => undefined);
}

/** Browsers compress what they store: half a megabyte of zeros would keep no space. */
function incompressible(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  // 64 KB is the most that may be asked for at once.
  for (let at = 0; at < size; at += 65536) {
    crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65536, size)));
  }
  return bytes;
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';
