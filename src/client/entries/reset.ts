/**
 * The page 重置. It stands alone: it must work when the rest of the site does not, so it imports
 * nothing that opens a store, and never touches a record but to read it.
 */
import { writeBackup } from '../../core/record/backup.ts';
import { sealedRows } from '../../core/record/merge.ts';

/** Every learner's database; see `client/learners.ts`. */
const RECORD = /^window-course(\.[0-9a-f]{8})?$/;

const say = (text: string): void => {
  const status = document.querySelector('[data-part="status"]');
  if (status) status.textContent = text;
};

async function exportRecords(): Promise<void> {
  const all = (await indexedDB.databases?.()) ?? [{ name: 'window-course' }];
  const names = all.flatMap(({ name }) => (name && RECORD.test(name) ? name : []));
  for (const name of names) {
    const rows = sealedRows(await readEvents(name));
    const link = document.createElement('a');
    const text = writeBackup({ made: Date.now(), rows, sittings: [] });
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `窗口学堂备份-${name}.json`;
    link.click();
  }
  say(names.length > 0 ? '备份存好了。' : '这里没有学习记录。');
}

function readEvents(name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
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
  const { base = '/' } = document.documentElement.dataset;
  const scope = new URL(base, location.href).href;
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (registration.scope === scope) await registration.unregister();
  }
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
  indexedDB.deleteDatabase('window-course-packs');
  say('离线内容清掉了，学习记录没有动。联着网打开首页，会重新准备。');
}

document.addEventListener('click', ({ target }) => {
  const action = (target as HTMLElement).dataset.action;
  const work = { export: exportRecords, reset: resetOffline }[action ?? ''];
  work?.().catch((error) => say(`没有成：${error}。学习记录没有动。`));
});
for (const button of document.querySelectorAll<HTMLElement>('[data-action]')) button.hidden = false;
