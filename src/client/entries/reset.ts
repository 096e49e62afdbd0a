/**
 * The page 重置. It stands alone: it must work when the rest of the site does not, so it imports
 * nothing that opens a store, and never touches a record but to read it.
 */
import { writeBackup } from '../../core/record/backup.ts';
import type { SealedRow } from '../../core/record/event.ts';
import { sealedRows } from '../../core/record/merge.ts';
import { readLearners, scopeOf } from '../learners.ts';
import { clearOffline } from '../offline/clear.ts';
import { shelfName } from '../offline/shelf-name.ts';

/** Every learner's database; see `client/learners.ts`. */
const RECORD = /^window-course(\.[0-9a-f]{8})?$/;

const say = (text: string): void => {
  const status = document.querySelector('[data-part="status"]');
  if (status) status.textContent = text;
};

async function exportRecords(): Promise<void> {
  let [saved, unread] = [0, 0];
  for (const name of await recordNames()) {
    try {
      const events = await readEvents(name);
      if (!events) continue;
      save(name, sealedRows(events));
      saved += 1;
    } catch (error) {
      // The others are saved all the same.
      console.warn(`The record ${name} was not read.`, error);
      unread += 1;
    }
  }
  const failure = unread > 0 ? `有${unread}份读不出，没有动它；关掉本站别的页面再试一次。` : '';
  say((saved > 0 ? `备份存好了，共${saved}份。` : failure ? '' : '这里没有学习记录。') + failure);
}

function save(name: string, rows: readonly SealedRow[]): void {
  const link = document.createElement('a');
  const text = writeBackup({ made: Date.now(), rows, sittings: [] });
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `窗口学堂备份-${name}.json`;
  link.click();
}

/** Firefox up to 125 does not tell which databases there are: then those of the learners on the list. */
async function recordNames(): Promise<string[]> {
  const all = await indexedDB.databases?.();
  if (!all) return readLearners().map(({ id }) => scopeOf(id));
  return all.flatMap(({ name }) => (name && RECORD.test(name) ? name : []));
}

/** All events of a record; nothing where there is no such record, and none begins by looking. */
function readEvents(name: string): Promise<unknown[] | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    let absent = false;
    opening.onupgradeneeded = () => {
      absent = true;
      opening.transaction?.abort();
    };
    opening.onerror = () => (absent ? resolve(undefined) : reject(opening.error));
    opening.onsuccess = () => {
      const database = opening.result;
      const found = database.objectStoreNames.contains('events');
      const all = found ? database.transaction('events').objectStore('events').getAll() : undefined;
      const done = () => {
        database.close();
        resolve(all?.result ?? []);
      };
      if (!all) done();
      else {
        all.onsuccess = done;
        all.onerror = () => reject(all.error);
      }
    };
  });
}

async function resetOffline(): Promise<void> {
  await clearOffline();
  // Another page may keep it open; that the packs are gone is what counts.
  indexedDB.deleteDatabase(shelfName());
  say('离线内容清掉了，学习记录没有动。联着网打开首页，会重新准备。');
}

document.addEventListener('click', ({ target }) => {
  const action = (target as HTMLElement).dataset.action;
  const work = { export: exportRecords, reset: resetOffline }[action ?? ''];
  work?.().catch((error) => say(`没有成：${error}。学习记录没有动。`));
});
for (const button of document.querySelectorAll<HTMLElement>('[data-action]')) button.hidden = false;
