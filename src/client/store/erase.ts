import { deleteDB } from 'idb';
import { removeLearner, scope } from '../learners.ts';
import { closeDatabase } from './database.ts';
import { eraseReplica } from './replica.ts';

/**
 * Removes everything about this learner: record, second copy, settings, reading places, name. Other
 * learners' records stay, and what was downloaded, which is the same for everybody.
 */
export async function eraseRecord(): Promise<void> {
  // The copy first: it must not bring back what is being erased.
  await eraseReplica();
  await closeDatabase();
  await deleteDB(scope(), {
    blocked() {
      console.warn('Another page still has the record open.');
    },
  });
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(`${scope()}:`)) storage.removeItem(key);
    }
  }
  removeLearner();
}
