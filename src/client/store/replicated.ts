import type { Replica } from './replica.ts';
import type { Store } from './store.ts';
import { regain, writeTally } from './tally.ts';

/** How long an answer waits for its copy, milliseconds; then it counts as saved without it. */
const PATIENCE = 1000;

/**
 * A store whose rows are copied to a replica after each answer, one write at a time, always of the
 * latest state. An answer that is saved counts as saved when the copy has it too, or fails, or
 * takes too long: Chromium throws a database away when it is opened the second time after a write
 * that a kill cut short (https://github.com/google/leveldb/issues/1287), with what was saved in
 * between. Without a replica the rows are only counted.
 */
export function replicated(store: Store, replica: Replica | undefined): Store {
  let wanted = false;
  let writing = Promise.resolve();
  const copy = (): Promise<void> => {
    if (wanted) return writing;
    wanted = true;
    writing = writing
      .then(async () => {
        wanted = false;
        const { rows } = await store.readAll();
        writeTally(rows.length);
        await replica?.write(rows);
      })
      .catch((error) => console.warn('The second copy was not written.', error));
    return writing;
  };
  const untilCopied = () =>
    Promise.race([copy(), new Promise<void>((late) => setTimeout(late, PATIENCE))]);
  return {
    ...store,
    async append(draft) {
      const event = await store.append(draft);
      await untilCopied();
      return event;
    },
    async merge(record) {
      const plan = await store.merge(record);
      regain(plan.added.length);
      await untilCopied();
      return plan;
    },
  };
}

/** Brings back rows that the store has lost; resolves with how many. */
export async function restoreLost(store: Store, replica: Replica): Promise<number> {
  const rows = await replica.read();
  if (rows.length === 0) return 0;
  const { added, conflicts } = await store.merge({ rows, sittings: [] });
  return added.length + conflicts.length;
}
