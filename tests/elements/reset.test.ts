import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { catchDownloads } from './downloads.ts';
import { find, part, render, until } from './page.ts';

const page =
  '<main><p data-part="status"></p><button data-action="export" hidden>存一份备份</button></main>';

/** What a browser has that does not tell which databases there are. */
function forgetDatabases(): void {
  Object.defineProperty(indexedDB, 'databases', { value: undefined });
}

function openDatabase(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => opening.result.createObjectStore('events', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

beforeAll(() => import('../../src/client/entries/reset.ts'));
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  forgetDatabases();
});

test('looking for a record begins none', async () => {
  const root = render(page);
  find(root, '[data-action="export"]').click();
  await until(() => expect(part(root, 'status').textContent).toBe('这里没有学习记录。'));
  const fresh = await openDatabase('window-course', 3);
  expect([...fresh.objectStoreNames]).toEqual(['events']);
});

test('the records of all learners are found although the browser does not list them', async () => {
  const learners = [
    { id: '', name: '' },
    { id: '0a1b2c3d', name: '李' },
  ];
  localStorage.setItem('window-course.learners', JSON.stringify({ current: '', learners }));
  for (const name of ['window-course', 'window-course.0a1b2c3d']) {
    (await openDatabase(name, 3)).close();
  }
  const downloads = catchDownloads();
  const root = render(page);
  find(root, '[data-action="export"]').click();
  await until(() => expect(part(root, 'status').textContent).toBe('备份存好了，共2份。'));
  expect(downloads.map(({ name }) => name)).toEqual([
    '窗口学堂备份-window-course.json',
    '窗口学堂备份-window-course.0a1b2c3d.json',
  ]);
});

test('one record that cannot be read leaves the others to be saved, and is said', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const learners = [
    { id: '', name: '' },
    { id: '0a1b2c3d', name: '李' },
  ];
  localStorage.setItem('window-course.learners', JSON.stringify({ current: '', learners }));
  (await openDatabase('window-course.0a1b2c3d', 3)).close();
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name) => {
    if (name === 'window-course') throw new DOMException('Internal error', 'UnknownError');
    return open(name);
  });
  const downloads = catchDownloads();
  const root = render(page);
  find(root, '[data-action="export"]').click();
  await until(() =>
    expect(part(root, 'status').textContent).toBe(
      '备份存好了，共1份。有1份读不出，没有动它；关掉本站别的页面再试一次。',
    ),
  );
  expect(downloads.map(({ name }) => name)).toEqual(['窗口学堂备份-window-course.0a1b2c3d.json']);
});
