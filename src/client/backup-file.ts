import { writeBackup } from '../core/record/backup.ts';
import { type EventDraft, sealEvent } from '../core/record/event.ts';
import { dayOf } from './day.ts';
import { pageLearner } from './learners.ts';
import { writeBackupTime } from './settings.ts';
import { openStore } from './store/open.ts';
import { randomId, type StoredRecord } from './store/store.ts';

/** The learner's whole record as a backup text, with answers that could not be stored, if any. */
export async function makeBackup(unsaved: readonly EventDraft[] = []): Promise<string> {
  const { rows, sittings } = await readAll(unsaved.length > 0);
  const made = Date.now();
  const run = randomId();
  const more = unsaved.map((draft, index) =>
    sealEvent(draft, { id: randomId(), run, seq: index + 1, at: made }),
  );
  const learner = pageLearner().name;
  return writeBackup({ made, learner, rows: [...rows, ...more], sittings });
}

/** Where nothing can be stored, often nothing can be read: then what was not stored is all there is. */
async function readAll(without: boolean): Promise<StoredRecord> {
  try {
    return await (await openStore()).readAll();
  } catch (error) {
    if (!without) throw error;
    console.warn('The record is not in the backup: it cannot be read.', error);
    return { rows: [], sittings: [] };
  }
}

/** Hands a backup to the browser as a file to be saved. */
export async function saveBackupFile(unsaved?: readonly EventDraft[]): Promise<void> {
  const link = document.createElement('a');
  const text = await makeBackup(unsaved);
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const parts = ['窗口学堂备份', pageLearner().name, dayOf(Date.now())];
  link.download = `${parts.filter(Boolean).join('-')}.json`;
  link.click();
  writeBackupTime(Date.now());
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
