import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../src/client/store/store.ts';
import { openSitting } from '../../src/core/quiz/sitting.ts';
import type { AnswerDraft } from '../../src/core/record/event.ts';
import { buildAnswer, buildNewer, buildRead } from '../record-builder.ts';
import { clearProfile, databaseName, inspect, openTab, untilBallast } from './browser-profile.ts';

const draft: AnswerDraft = {
  type: 'answer',
  question: 'q-wait',
  revision: '00000001',
  sitting: 'attempt',
  answer: ['b'],
  correct: true,
  sure: true,
};
const sitting = openSitting('attitude/waiting', 'attempt', [
  { id: 'q-wait', revision: '00000001' },
]);
const readRows = () => inspect((database) => database.getAll('events'));

let store: Store;
beforeEach(async () => {
  clearProfile();
  ({ store } = await openTab());
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('an event that was appended', () => {
  test('is there in the next tab, which goes on in the same run', async () => {
    const first = await store.append(draft);
    const next = await openTab();
    expect((await next.store.readLog()).events).toEqual([first]);
    expect(await next.store.append(draft)).toMatchObject({ run: first.run, seq: 2 });
  });

  test('never shares its place in the run with one of another tab', async () => {
    const other = (await openTab()).store;
    const events = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? store : other).append(draft)),
    );
    const seqs = events.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(new Set(events.map(({ run }) => run)).size).toBe(1);
  });

  test('is the very row that is stored', async () => {
    const event = await store.append(draft);
    expect(await readRows()).toEqual([event]);
  });
});

describe('a run', () => {
  const runs = () => inspect((database) => database.getAll('meta'));

  test('is minted with the database, before the first event', async () => {
    await store.readLog();
    expect(await runs()).toEqual([{ run: expect.stringMatching(/^[0-9a-f]{32}$/), seq: 0 }]);
  });

  test('that was lost is followed by a new one', async () => {
    const { run } = await store.append(draft);
    await inspect((database) => database.clear('meta'));
    const event = await store.append(draft);
    expect(event.seq).toBe(1);
    expect(event.run).not.toBe(run);
    expect(await runs()).toEqual([{ run: event.run, seq: 1 }]);
  });
});

test('every write asks for strict durability', async () => {
  await store.append(draft);
  await untilBallast();
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const written = async (write: () => Promise<unknown>) => {
    transaction.mockClear();
    await write();
    return transaction.mock.results
      .filter(({ value }) => !value.objectStoreNames.contains('ballast'))
      .map(({ value }) => [value.mode, value.durability]);
  };
  const strict = [['readwrite', 'strict']];
  expect(await written(() => store.append(draft))).toEqual(strict);
  expect(await written(() => store.putSitting(sitting))).toEqual(strict);
  expect(await written(() => store.removeSitting(sitting.id))).toEqual(strict);
  const record = { rows: [buildAnswer()], sittings: [sitting] };
  expect(await written(() => store.merge(record))).toEqual(strict);
});

describe('a row that this build cannot read', () => {
  const newer = { id: 'from-a-newer-build', type: 'survey', run: 'r', seq: 1, at: 1, crc: '0' };

  test('is counted, left as it is, and does not keep others from being read', async () => {
    const [first, second] = [await store.append(draft), await store.append(draft)];
    const damaged = { ...first, correct: false };
    await inspect((database) => database.put('events', damaged));
    await inspect((database) => database.put('events', newer));
    expect(await store.readLog()).toEqual({ events: [second], unread: 2 });
    const third = await store.append(draft);
    expect(await store.readLog()).toEqual({ events: [second, third], unread: 2 });
    expect(await readRows()).toEqual(expect.arrayContaining([damaged, newer]));
  });
});

test('a read whose database is taken away rejects, and nobody else hears of it', async () => {
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  const getAll = IDBObjectStore.prototype.getAll;
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(function (
    this: IDBObjectStore,
  ) {
    queueMicrotask(() => this.transaction.abort());
    return getAll.call(this);
  });
  await expect(store.readLog()).rejects.toThrow();
  await new Promise((next) => setTimeout(next, 20));
  process.off('unhandledRejection', unheard);
  expect(unheard).not.toHaveBeenCalled();
});

describe('a write that fails', () => {
  /** Aborts the transaction of the next call of `method` before its work is done. */
  function abortDuring(method: 'get' | 'put' | 'add' | 'delete') {
    // They differ in their types only.
    const name = method as 'put';
    const original = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementationOnce(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      queueMicrotask(() => this.transaction.abort());
      return original.call(this, value, key);
    });
  }

  test.each(['get', 'put', 'add'] as const)(
    'at its `%s` rejects and leaves nothing',
    async (step) => {
      const first = await store.append(draft);
      await untilBallast();
      abortDuring(step);
      await expect(store.append(draft)).rejects.toThrow();
      expect(await readRows()).toEqual([first]);
      expect(await store.append(draft)).toMatchObject({ seq: 2 });
    },
  );

  test('after all its requests succeeded, as on a full disk, rejects and leaves nothing', async () => {
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(function (
      this: IDBObjectStore,
      value,
    ) {
      const request = add.call(this, value);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    await expect(store.append(draft)).rejects.toThrow();
    expect(await store.readLog()).toEqual({ events: [], unread: 0 });
    expect(await store.append(draft)).toMatchObject({ seq: 1 });
  });

  test('leaves the sitting that was there', async () => {
    await store.putSitting(sitting);
    abortDuring('put');
    await expect(store.putSitting({ ...sitting, position: 1 })).rejects.toThrow();
    abortDuring('delete');
    await expect(store.removeSitting(sitting.id)).rejects.toThrow();
    expect(await store.getSitting(sitting.id)).toEqual(sitting);
  });

  test('is not tried twice', async () => {
    await store.readLog();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    abortDuring('add');
    await expect(store.append(draft)).rejects.toThrow();
    expect(transaction).toHaveBeenCalledTimes(1);
  });
});

describe('a merge', () => {
  const row = buildRead('attitude/waiting', { id: 'x' });
  const other = buildRead('attitude/visible', { id: 'x' });

  test('puts a whole row in the place of a damaged one', async () => {
    const event = await store.append(draft);
    await inspect((database) => database.put('events', { ...event, correct: false }));
    expect(await store.merge({ rows: [event], sittings: [] })).toMatchObject({ added: [event] });
    expect(await readRows()).toEqual([event]);
  });

  test('leaves a row of a newer build alone', async () => {
    const newer = buildNewer({ id: 'x' });
    await store.readLog();
    await inspect((database) => database.put('events', newer));
    expect(await store.merge({ rows: [row], sittings: [] })).toMatchObject({ conflicts: [row] });
    expect(await readRows()).toEqual(expect.arrayContaining([newer]));
  });

  test('counts a row that was kept beside another one as unread', async () => {
    await store.merge({ rows: [row, other], sittings: [] });
    expect(await store.readLog()).toEqual({ events: [row], unread: 1 });
    expect(await readRows()).toHaveLength(2);
  });

  test('begins a new run, in the same transaction', async () => {
    const { run } = await store.append(draft);
    await store.merge({ rows: [row], sittings: [] });
    const [place] = await inspect((database) => database.getAll('meta'));
    expect(place.seq).toBe(0);
    expect(place.run).not.toBe(run);
  });

  /** Makes the next `method` of that store fail: in the middle of the transaction, or at once. */
  function failAt(method: 'put' | 'add', name: string, how: 'request' | 'at once') {
    const original = IDBObjectStore.prototype[method];
    let failed = false;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      if (this.name !== name || failed) return original.call(this, value, key);
      failed = true;
      if (how === 'at once') throw new DOMException('Could not be cloned', 'DataCloneError');
      const request = original.call(this, value, key);
      queueMicrotask(() => this.transaction.abort());
      return request;
    });
  }

  test.each([
    ['put', 'events', 'request'],
    ['put', 'events', 'at once'],
    ['add', 'sittings', 'request'],
    ['add', 'sittings', 'at once'],
    ['put', 'meta', 'request'],
    ['put', 'meta', 'at once'],
  ] as const)(
    'whose %s into %s fails (%s) leaves everything as it was',
    async (method, name, how) => {
      const event = await store.append(draft);
      await untilBallast();
      const meta = await inspect((database) => database.getAll('meta'));
      failAt(method, name, how);
      const rows = [buildAnswer(), row, other, buildAnswer()];
      await expect(store.merge({ rows, sittings: [sitting] })).rejects.toThrow();
      expect(await readRows()).toEqual([event]);
      expect(await store.getSitting(sitting.id)).toBeUndefined();
      expect(await inspect((database) => database.getAll('meta'))).toEqual(meta);
    },
  );

  test('at the same time as answers takes and loses none', async () => {
    const rows = Array.from({ length: 5 }, () => buildAnswer());
    const [one, , two] = await Promise.all([
      store.append(draft),
      store.merge({ rows, sittings: [] }),
      store.append(draft),
    ]);
    const { events } = await store.readLog();
    expect(events).toHaveLength(7);
    expect(events).toEqual(expect.arrayContaining([one, two, ...rows]));
    expect(new Set(events.map(({ run, seq }) => `${run}/${seq}`)).size).toBe(7);
  });
});

describe('a connection that was lost', () => {
  const lost: [string, DOMException][] = [
    ['iOS', new DOMException('Connection to Indexed Database server lost.', 'UnknownError')],
    ['Chromium', new DOMException('The database connection is closing.', 'InvalidStateError')],
    ['any', new DOMException('', 'InvalidStateError')],
  ];

  test.each(lost)('is made anew, once, as %s says it', async (_browser, error) => {
    await store.append(draft);
    const open = vi.spyOn(indexedDB, 'open');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw error;
    });
    expect(await store.append(draft)).toMatchObject({ seq: 2 });
    expect(open).toHaveBeenCalledTimes(1);
    expect((await store.readLog()).events).toHaveLength(2);
  });

  test('twice in a row is a failure, and the next call tries again', async () => {
    await store.append(draft);
    await untilBallast();
    const error = new DOMException('', 'InvalidStateError');
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw error;
    });
    await expect(store.append(draft)).rejects.toBe(error);
    expect(transaction).toHaveBeenCalledTimes(2);
    transaction.mockRestore();
    expect(await store.append(draft)).toMatchObject({ seq: 2 });
  });

  test('because site data was cleared is made anew in an empty database', async () => {
    const { run } = await store.append(draft);
    const connections = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.readLog();
    clearProfile();
    forceCloseDatabase(connections.mock.contexts[0] as never);
    const event = await store.append(draft);
    expect(event.seq).toBe(1);
    expect(event.run).not.toBe(run);
  });
});

describe('a database of a newer version', () => {
  const upgrade = () => {
    const blocked = vi.fn();
    const opened = openDB(databaseName, 9, {
      upgrade: (database) => void database.createObjectStore('drills'),
      blocked,
    });
    return { opened, blocked };
  };

  test('does not wait for this tab, which makes way and connects again', async () => {
    await store.append(draft);
    const { opened, blocked } = upgrade();
    const newer = await opened;
    expect(blocked).not.toHaveBeenCalled();
    expect(await store.append(draft)).toMatchObject({ seq: 2 });
    newer.close();
  });

  test('is opened as it is, read and written, and stays what it is', async () => {
    const first = await store.append(draft);
    (await upgrade().opened).close();
    const later = (await openTab()).store;
    const second = await later.append(draft);
    expect((await later.readLog()).events).toEqual([first, second]);
    const names = await inspect(async ({ version, objectStoreNames }) => [
      version,
      ...objectStoreNames,
    ]);
    expect(names).toEqual([
      9,
      'ballast',
      'drills',
      'events',
      'holders',
      'meta',
      'papers',
      'sittings',
    ]);
  });
});

test('a database that could not be opened is tried again at the next call', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('Access is denied.', 'SecurityError');
  });
  await expect(store.append(draft)).rejects.toThrow('Access is denied.');
  expect(await store.append(draft)).toMatchObject({ seq: 1 });
});
