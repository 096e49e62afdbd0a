import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/**
 * Runs `work` in one transaction on these stores. What it wrote is on the disk when the promise
 * resolves, unless it is losable and so `relaxed`; nothing of it is kept when it rejects, with what
 * failed first.
 * Make parallel requests each in an async function of its own: one that throws at once would leave
 * the rejections of the others unhandled.
 *
 * idb's shortcuts leave the end of a reading transaction to nobody: where a browser takes the
 * database away under an open page, that is a rejection that no one handles.
 */
export async function inTransaction<
  Schema extends DBSchema,
  const Stores extends ArrayLike<StoreNames<Schema>>,
  Mode extends 'readonly' | 'readwrite',
  Result,
>(
  database: IDBPDatabase<Schema>,
  stores: Stores,
  mode: Mode,
  work: (transaction: IDBPTransaction<Schema, Stores, Mode>) => Promise<Result>,
  durability: 'strict' | 'relaxed' = 'strict',
): Promise<Result> {
  const transaction = database.transaction(stores, mode, { durability });
  transaction.done.catch(() => undefined);
  try {
    const result = await work(transaction);
    if (mode === 'readwrite') await transaction.done;
    return result;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
