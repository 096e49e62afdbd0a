import { writeBackup } from '../core/record/backup.ts';
import { type EventDraft, sealEvent } from '../core/record/event.ts';
import { dayOf } from './day.ts';
import { pageLearner } from './learners.ts';
import { writeBackupTime } from './settings.ts';
import { openStore } from './store/open.ts';
import { randomId } from './store/store.ts';

/** The learner's whole record as a backup text, with an answer that could not be stored, if any. */
export async function makeBackup(unsaved?: EventDraft): Promise<string> {
  const { rows, sittings } = await (await openStore()).readAll();
  const made = Date.now();
  const more = unsaved
    ? [sealEvent(unsaved, { id: randomId(), run: randomId(), seq: 1, at: made })]
    : [];
  const learner = pageLearner().name;
  const text = writeBackup({ made, learner, rows: [...rows, ...more], sittings });
  writeBackupTime(made);
  return text;
}

/** Hands a backup to the browser as a file to be saved. */
export async function saveBackupFile(unsaved?: EventDraft): Promise<void> {
  const link = document.createElement('a');
  const text = await makeBackup(unsaved);
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const parts = ['窗口学堂备份', pageLearner().name, dayOf(Date.now())];
  link.download = `${parts.filter(Boolean).join('-')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
