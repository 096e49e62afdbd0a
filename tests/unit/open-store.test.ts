import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clearProfile, databaseName, inspect, openTab, replicaName } from './browser-profile.ts';
import { PrivateFiles } from './private-files.ts';

beforeEach(() => {
  clearProfile();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const read = { type: 'read', lesson: 'attitude/waiting' } as const;

test('a page uses IndexedDB, and always the same store', async () => {
  const { openStore, store } = await openTab();
  const opened = await openStore();
  expect(opened.durable).toBe(true);
  expect(await openStore()).toBe(opened);
  const event = await opened.append(read);
  expect((await store.readLog()).events).toEqual([event]);
  expect(console.warn).not.toHaveBeenCalled();
});

describe('a page that has a second copy', () => {
  test('has nothing to restore while nothing was lost', async () => {
    await (await (await openTab()).openStore()).append(read);
    expect((await (await openTab()).openRecord()).restored).toBe(0);
  });

  test('says how many rows have come back, once', async () => {
    const first = await (await openTab()).openStore();
    const event = await first.append(read);
    await vi.waitFor(async () =>
      expect(await inspect((database) => database.count('rows'), replicaName)).toBe(1),
    );
    await inspect((database) => database.clear('events'));
    const { store, restored } = await (await openTab()).openRecord();
    expect(restored).toBe(1);
    expect((await store.readLog()).events).toEqual([event]);
    expect((await (await openTab()).openRecord()).restored).toBe(0);
  });

  test('works without it where it cannot be kept', async () => {
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (name !== databaseName) throw new DOMException('Access is denied.', 'SecurityError');
      return open(name, version);
    });
    const { store, restored } = await (await openTab()).openRecord();
    expect(restored).toBe(0);
    expect(await store.append(read)).toMatchObject({ seq: 1 });
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  test('works although it cannot be read', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
      this: IDBObjectStore,
    ) {
      if (this.name === 'rows') throw new DOMException('', 'UnknownError');
      return this.getAllKeys();
    });
    const { store, restored } = await (await openTab()).openRecord();
    expect([store.durable, restored]).toEqual([true, 0]);
    expect(console.warn).toHaveBeenCalledTimes(1);
  });
});

describe('a page whose database no longer opens', () => {
  let files: PrivateFiles;
  beforeEach(async () => {
    files = new PrivateFiles();
    files.install();
    await (await (await openTab()).openStore()).append(read);
    await vi.waitFor(() => expect([...files.files.values()].join()).toContain('checksum'));
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (name === databaseName) throw new DOMException('Internal error.', 'UnknownError');
      return open(name, version);
    });
  });

  test('has what is in the second copy, and says so', async () => {
    const { store, restored } = await (await openTab()).openRecord();
    expect([store.durable, restored]).toEqual([false, 1]);
    expect((await store.readLog()).events).toHaveLength(1);
  });

  test('leaves the next answer to the second copy', async () => {
    await (await (await openTab()).openStore()).append(read);
    await vi.waitFor(() => expect([...files.files.values()].filter(Boolean)).toHaveLength(2));
    const { store } = await (await openTab()).openRecord();
    expect((await store.readLog()).events).toHaveLength(2);
  });
});

describe('a page that lacks rows which were here', () => {
  const storage = new Map<string, string>();
  beforeEach(async () => {
    storage.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
    });
    const { openStore } = await openTab();
    const store = await openStore();
    for (let answer = 0; answer < 3; answer += 1) await store.append(read);
    await vi.waitFor(() => expect([...storage.values()]).toEqual(['3']));
    await vi.waitFor(async () => expect(await countCopies()).toBe(3));
  });
  const countCopies = () => inspect((database) => database.count('rows'), replicaName);
  const lose = () => inspect((database) => database.clear('events'));
  const loseCopies = () => inspect((database) => database.clear('rows'), replicaName);
  const missing = async () => (await (await openTab()).openRecord()).lost;

  test('misses nothing while it is all there, or comes back', async () => {
    expect(await missing()).toBe(0);
    await lose();
    expect(await missing()).toBe(0);
  });

  test('counts the rest where some came back', async () => {
    await inspect(async (database) => {
      const [key] = await database.getAllKeys('rows');
      await database.delete('rows', key ?? '');
    }, replicaName);
    await lose();
    const { restored, lost } = await (await openTab()).openRecord();
    expect([restored, lost]).toEqual([2, 1]);
  });

  test('counts again on the next page while the database does not open', async () => {
    await loseCopies();
    vi.stubGlobal('indexedDB', undefined);
    expect(await missing()).toBe(3);
    expect(await missing()).toBe(3);
  });
});

describe('a page falls back to memory, says so in the console, and stays there', () => {
  test.each<[string, (real: IDBFactory) => Pick<IDBFactory, 'open'> | undefined]>([
    ['has no IndexedDB', () => undefined],
    [
      'refuses to open a database',
      () => ({
        open() {
          throw new DOMException('Access is denied.', 'SecurityError');
        },
      }),
    ],
    ['fails while opening one', (real) => ({ open: (name) => real.open(name, 1) })],
  ])('when the browser %s', async (_what, broken) => {
    // Higher than what is asked for, so that opening fails.
    (await openDB(databaseName, 9)).close();
    vi.stubGlobal('indexedDB', broken(indexedDB));
    const { openStore } = await openTab();
    const store = await openStore();
    expect(store.durable).toBe(false);
    await store.append(read);
    expect((await (await openStore()).readLog()).events).toHaveLength(1);
    expect(console.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^IndexedDB is not available/),
      expect.anything(),
    );
  });
});

describe('a page whose record has become shorter', () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
  });

  /** Answers twice, and waits until both are copied and counted. */
  async function learn() {
    const store = await (await openTab()).openStore();
    await store.append(read);
    await store.append(read);
    await vi.waitFor(async () => {
      expect(await inspect((database) => database.count('rows'), replicaName)).toBe(2);
      expect(localStorage.getItem('window-course:tally')).toBe('2');
    });
  }

  test('says how many rows are gone when no copy has them', async () => {
    await learn();
    await inspect((database) => database.clear('events'));
    await inspect((database) => database.clear('rows'), replicaName);
    const { restored, lost } = await (await openTab()).openRecord();
    expect([restored, lost]).toEqual([0, 2]);
    // It stays said until somebody has heard it or a backup has brought them back.
    expect((await (await openTab()).openRecord()).lost).toBe(2);
  });

  test('says nothing of what the copy brought back', async () => {
    await learn();
    await inspect((database) => database.clear('events'));
    const { restored, lost } = await (await openTab()).openRecord();
    expect([restored, lost]).toEqual([2, 0]);
  });

  test('keeps saying it after further answers, until a merge brings as many', async () => {
    await learn();
    const { rows } = await (await openTab()).store.readAll();
    await inspect((database) => database.clear('events'));
    await inspect((database) => database.clear('rows'), replicaName);
    const { store } = await (await openTab()).openRecord();
    await store.append(read);
    await vi.waitFor(() => expect(localStorage.getItem('window-course:tally')).toBe('3'));
    const again = await (await openTab()).openRecord();
    expect(again.lost).toBe(2);
    await again.store.merge({ rows, sittings: [] });
    await vi.waitFor(() => expect(localStorage.getItem('window-course:tally')).toBe('3'));
    expect((await (await openTab()).openRecord()).lost).toBe(0);
  });
});

describe('a browser that can be asked to keep the site', () => {
  /** A browser that answers `granted` when it is asked. */
  function stubBrowser(granted: boolean) {
    let persisted = false;
    const persist = vi.fn(async () => {
      persisted = granted;
      return granted;
    });
    vi.stubGlobal('navigator', { storage: { persist, persisted: async () => persisted } });
    return persist;
  }

  test('is asked after the first saved answer, not before', async () => {
    const persist = stubBrowser(true);
    const store = await (await openTab()).openStore();
    expect(persist).not.toHaveBeenCalled();
    for (let answers = 0; answers < 120; answers += 1) await store.append(read);
    expect(persist).toHaveBeenCalledTimes(1);
  });

  test('is asked again now and then while it refuses', async () => {
    const persist = stubBrowser(false);
    const store = await (await openTab()).openStore();
    for (let answers = 0; answers < 120; answers += 1) await store.append(read);
    await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(3));
  });
});
