import { isSitting } from '../../core/quiz/sitting.ts';
import { type RecordEvent, readLog, sealEvent } from '../../core/record/event.ts';
import { keptBeside, planMerge, sealedRows } from '../../core/record/merge.ts';
import { type CourseDatabase, withDatabase } from './database.ts';
import { askToPersist } from './persist.ts';
import { randomId, type Store } from './store.ts';

/** Strict: on disk when the promise resolves, not only handed to the system. */
const STRICT = { durability: 'strict' } as const;

export const indexedStore: Store = {
  durable: true,

  async append(draft) {
    const event = await withSpace(async (database) => {
      const transaction = database.transaction(['events', 'meta'], 'readwrite', STRICT);
      // A failing request rejects first; then nobody is left to hear of `done`.
      transaction.done.catch(() => undefined);
      const meta = transaction.objectStore('meta');
      // `seq` is taken inside the transaction, so two tabs never take the same one.
      const last = (await meta.get('run')) ?? { run: randomId(), seq: 0 };
      const place = { run: last.run, seq: last.seq + 1 };
      const event: RecordEvent = sealEvent(draft, { ...place, id: randomId(), at: Date.now() });
      await Promise.all([
        meta.put(place, 'run'),
        transaction.objectStore('events').add(event),
        transaction.done,
      ]);
      return event;
    });
    void keepBallast();
    void askToPersist(event.seq);
    return event;
  },

  readLog() {
    return withDatabase(async (database) => readLog(await database.getAll('events')));
  },

  getSitting(id) {
    return withDatabase(async (database) => {
      const row = await database.get('sittings', id);
      return isSitting(row) ? row : undefined;
    });
  },

  getSittings() {
    return withDatabase(async (database) => (await database.getAll('sittings')).filter(isSitting));
  },

  putSitting(sitting) {
    return withSpace(async (database) => {
      const transaction = database.transaction('sittings', 'readwrite', STRICT);
      await Promise.all([transaction.store.put(sitting), transaction.done]);
    });
  },

  removeSitting(id) {
    return withDatabase(async (database) => {
      const transaction = database.transaction('sittings', 'readwrite', STRICT);
      await Promise.all([transaction.store.delete(id), transaction.done]);
    });
  },

  getPaper(id) {
    return withDatabase((database) => database.get('papers', id));
  },

  putPaper(id, paper) {
    return withSpace(async (database) => {
      const transaction = database.transaction('papers', 'readwrite', STRICT);
      await Promise.all([transaction.store.put(paper, id), transaction.done]);
    });
  },

  readAll() {
    return withDatabase(async (database) => ({
      rows: sealedRows(await database.getAll('events')),
      sittings: (await database.getAll('sittings')).filter(isSitting),
    }));
  },

  merge({ rows, sittings }) {
    return withDatabase(async (database) => {
      const stores = ['events', 'sittings', 'meta'] as const;
      const transaction = database.transaction(stores, 'readwrite', STRICT);
      transaction.done.catch(() => undefined);
      const events = transaction.objectStore('events');
      const places = transaction.objectStore('sittings');
      const plan = planMerge(sealedRows(await events.getAll()), rows);
      const taken = new Set(await places.getAllKeys());
      const writes: Promise<unknown>[] = [];
      try {
        // A damaged row of the same id gives way to the whole one.
        for (const row of plan.added) writes.push(events.put(row));
        for (const row of plan.conflicts) writes.push(events.put(keptBeside(row)));
        for (const sitting of sittings) {
          if (!taken.has(sitting.id)) writes.push(places.add(sitting));
          taken.add(sitting.id);
        }
        if (plan.added.length > 0) {
          writes.push(transaction.objectStore('meta').put({ run: randomId(), seq: 0 }, 'run'));
        }
      } catch (error) {
        // Something that cannot be stored at all: what was asked for before it goes too.
        transaction.abort();
        await Promise.allSettled(writes);
        throw error;
      }
      await Promise.all([...writes, transaction.done]);
      return plan;
    });
  },
};

const BALLAST = 512 * 1024;

/** Runs `work`; where there is no space for it, gives up the ballast and tries once more. */
async function withSpace<T>(work: (database: CourseDatabase) => Promise<T>): Promise<T> {
  try {
    return await withDatabase(work);
  } catch (error) {
    if (!isFull(error)) throw error;
    await withDatabase((database) => database.delete('ballast', 'ballast'));
    return withDatabase(work);
  }
}

/** Keeps some space that an answer can have when nothing else is left. Losable. */
async function keepBallast(): Promise<void> {
  await withDatabase(async (database) => {
    if ((await database.count('ballast')) > 0) return;
    await database.put('ballast', incompressible(BALLAST), 'ballast');
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
