/** The learner's database as it lies on the disk, and what the site shows of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { OutlineModule } from '../../src/core/course/outline.ts';
import { isEvent } from '../../src/core/record/event.ts';
import { readRows } from '../e2e/stored.ts';

export interface Disk {
  /** Version of the database; 0 where there is none. */
  version: number;
  /** Its rows of the store `events`. */
  rows: Record<string, unknown>[];
}

/** Reads the record past the site's code; makes no database where there is none. */
export async function readDisk(page: Page): Promise<Disk> {
  const version = await page.evaluate(findVersion);
  return { version, rows: version > 0 ? await readRows(page, 'events') : [] };
}

/** Runs in the page. Not `databases()`: it names one whose creation was cut short by a kill. */
function findVersion(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('window-course');
    let none = false;
    opening.onupgradeneeded = () => {
      none = true;
      opening.transaction?.abort();
    };
    opening.onerror = () => (none ? resolve(0) : reject(opening.error));
    opening.onsuccess = () => {
      const { version } = opening.result;
      opening.result.close();
      resolve(version);
    };
  });
}

/** How many questions the record page, which is open, counts as answered by these rows. */
export async function countAnswered(page: Page, rows: readonly unknown[]): Promise<number> {
  const modules: OutlineModule[] = await page.evaluate(() => {
    const { base } = document.documentElement.dataset;
    const shown = document.querySelector<HTMLElement>('course-progress')?.dataset.modules ?? '';
    const read = async (id: string) => (await fetch(`${base}outline/${id}.json`)).json();
    return Promise.all(shown.split(' ').map(read));
  });
  const answers = rows.filter(isEvent).filter((row) => row.type === 'answer');
  return modules
    .flatMap(({ lessons }) => lessons.flatMap(({ questions }) => questions))
    .filter(({ id, credited }) =>
      answers.some(({ question, revision }) => question === id && credited.includes(revision)),
    ).length;
}

/** What every page says of the record: rows that came back, are gone, cannot be read. */
export interface Notices {
  restored: number;
  missing: number;
  unread: number;
  /** Nothing lasts longer than the page. */
  memory: boolean;
}

export async function readNotices(page: Page): Promise<Notices> {
  const count = async (name: string) => {
    const [text = '0'] = await notice(page, name).locator('[data-part="count"]').allTextContents();
    return Number(text);
  };
  return {
    restored: await count('restored'),
    missing: await count('lost'),
    unread: await count('unread'),
    memory: await notice(page, 'memory').isVisible(),
  };
}

/** How many answers the record page shows, as soon as these are so many; else after a while. */
export async function readAnswered(page: Page, expected: number): Promise<number> {
  await total(page, expected)
    .waitFor(patience)
    .catch(() => undefined);
  const text = (await page.locator(TOTAL).textContent()) ?? '';
  return Number(/答过(\d+)题/.exec(text)?.[1] ?? 0);
}

/** What a visit to the record page shows. */
export interface Shown extends Notices {
  answered: number;
}

/** Reads the record page, which is open, as soon as it accounts for so many answers. */
export async function readShown(page: Page, expected: number): Promise<Shown> {
  // Each of them is painted on its own.
  const accounted = total(page, expected).or(notice(page, 'lost'));
  await accounted
    .first()
    .waitFor(patience)
    .catch(() => undefined);
  const { missing } = await readNotices(page);
  const answered = await readAnswered(page, expected - missing);
  return { answered, ...(await readNotices(page)) };
}

const TOTAL = '[data-part="total"]';
const patience = { timeout: 4000 };

const notice = (page: Page, name: string) => page.locator(`[data-notice="${name}"]:not([hidden])`);

const total = (page: Page, answered: number) =>
  page.locator(TOTAL).filter({ hasText: answered > 0 ? `答过${answered}题` : /还没有|答过0题/ });

interface Release {
  version: number;
  stores: { name: string; keyPath: string | null; rows: { key: string; value: unknown }[] }[];
}

/** A store that an earlier release has left, of the oldest structure. */
const [oldest] = readdirSync(join(import.meta.dirname, '../fixtures/stores'))
  .filter((name) => name.endsWith('.json'))
  .map((name): Release => {
    return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/stores', name), 'utf8'));
  })
  .sort((a, b) => a.version - b.version);

/** Puts that store into the page's origin; gives the ids of its events. */
export async function putOldStore(page: Page): Promise<string[]> {
  if (!oldest) throw new Error('There is no store of an earlier release');
  await page.evaluate(
    ({ version, stores }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('window-course', version);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          for (const { name, keyPath, rows } of stores) {
            const store = opening.result.createObjectStore(name, { keyPath });
            for (const { key, value } of rows) {
              if (keyPath === null) store.add(value, key);
              else store.add(value);
            }
          }
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    oldest,
  );
  const events = oldest.stores.find(({ name }) => name === 'events');
  return events?.rows.map(({ key }) => key) ?? [];
}
