import { deleteDB } from 'idb';
import { removeLearner, scope } from '../learners.ts';
import { closeDatabase } from './database.ts';
import { unlessBlocked } from './patience.ts';
import { eraseReplica } from './replica.ts';

/**
 * Removes everything about this learner: record, second copy, settings, reading places, name. Other
 * learners' records stay, and what was downloaded, which is the same for everybody. Rejects where
 * another page keeps the record open.
 */
export async function eraseRecord(): Promise<void> {
  const mine = scope();
  // The copy first: it must not bring back what is being erased.
  await eraseReplica();
  await closeDatabase();
  await unlessBlocked((blocked) => deleteDB(mine, { blocked }));
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(`${mine}:`)) storage.removeItem(key);
    }
  }
  removeLearner();
}
