import { deleteDB } from 'idb';
import { removeLearner, scope } from '../learners.ts';
import { closeDatabase } from './database.ts';
import { unlessBlocked } from './patience.ts';
import { eraseReplica } from './replica.ts';
import { dropTally } from './tally.ts';

/**
 * Removes everything about this learner: record, second copy, settings, reading places, name. Other
 * learners' records stay, and what was downloaded, which is the same for everybody. Rejects where
 * another page keeps the record open; called again when that has gone, it goes on.
 */
export async function eraseRecord(): Promise<void> {
  const mine = scope();
  // A database that another page keeps goes as soon as that page does: nobody shall call that a loss.
  dropTally();
  // The copy before the record: it must not bring back what is being erased.
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
