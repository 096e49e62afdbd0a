/** The learner's database as it lies on the disk, past the site's own code. */
import { expect, type Page } from '@playwright/test';
import { readBackup } from '../../src/core/record/backup.ts';

/** Every row of a store of the page's database. */
export function readRows(page: Page, store: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(inDatabase, { database: DATABASE, store, rows: [] });
}

/** Writes rows as damage, or a later version of the site, would leave them. */
export async function putRows(page: Page, store: string, rows: object[]): Promise<void> {
  await page.evaluate(inDatabase, { database: DATABASE, store, rows });
}

/** Deletes the database, as a browser in trouble does; the second copy stays. */
export async function deleteDatabase(page: Page): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = resolve;
        deleting.onerror = () => reject(deleting.error);
      }),
    DATABASE,
  );
}

/** Waits until the second copy holds so many rows: it follows behind what is said to be saved. */
export async function untilCopied(page: Page, rows: number): Promise<void> {
  await expect
    .poll(async () => {
      const files = await page.evaluate(readCopies);
      if (!files) return (await page.evaluate(inDatabase, COPY)).length;
      return Math.max(0, ...files.map((text) => readBackup(text).rows.length));
    })
    .toBe(rows);
}

const DATABASE = 'window-course';
const COPY = { database: 'window-course-replica', store: 'rows', rows: [] };

/** Runs in the page: the files of the second copy that are whole, where there can be files. */
async function readCopies(): Promise<string[] | undefined> {
  if (!isSecureContext) return undefined;
  const folder = await navigator.storage.getDirectory();
  const texts = ['a', 'b'].map(async (name) => {
    const file = await folder.getFileHandle(`window-course-${name}.json`).catch(() => undefined);
    // One that is replaced while it is read is not whole yet.
    const text = file?.getFile().then((copy) => copy.text());
    return (await text?.catch(() => '')) ?? '';
  });
  return (await Promise.all(texts)).filter((text) => text !== '');
}

/** Runs in the page: puts `rows`, then reads all there is. */
function inDatabase({
  database,
  store,
  rows,
}: {
  database: string;
  store: string;
  rows: object[];
}): Promise<Record<string, unknown>[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, 'readwrite');
      for (const row of rows) transaction.objectStore(store).put(row);
      const all = transaction.objectStore(store).getAll();
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        // An open connection would stand in the way of the site's next version.
        opening.result.close();
        resolve(all.result);
      };
    };
  });
}
