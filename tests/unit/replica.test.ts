import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Replica } from '../../src/client/store/replica.ts';
import { buildAnswer, buildNewer, buildRead } from '../record-builder.ts';
import { clearProfile, inspect, openReplica, replicaName } from './browser-profile.ts';
import { PrivateFiles } from './private-files.ts';

const rows = [buildAnswer(), buildAnswer(), buildNewer(), buildAnswer()];
const [first, second, third] = [rows.slice(0, 1), rows.slice(0, 2), rows.slice(0, 3)];

let files: PrivateFiles;
beforeEach(() => {
  clearProfile();
  files = new PrivateFiles();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(): Promise<Replica> {
  const replica = await openReplica();
  if (!replica) throw new Error('There is no replica');
  return replica;
}

const kinds = [
  { kind: 'in private files', install: () => files.install() },
  { kind: 'in a second database', install: () => vi.stubGlobal('navigator', {}) },
];

describe.each(kinds)('a second copy $kind', ({ install }) => {
  beforeEach(install);

  test('has nothing at first', async () => {
    expect(await (await open()).read()).toEqual([]);
  });

  test('gives back what was written last, also to the next page', async () => {
    const replica = await open();
    for (const state of [first, second, third]) {
      await replica.write(state);
      expect(new Set(await replica.read())).toEqual(new Set(state));
    }
    expect(new Set(await (await open()).read())).toEqual(new Set(third));
  });

  test('keeps what the first database has lost', async () => {
    const replica = await open();
    await replica.write(third);
    const after = buildAnswer();
    for (let answer = 0; answer < 3; answer += 1) await replica.write([after]);
    expect(new Set(await replica.read())).toEqual(new Set([...third, after]));
  });

  test('keeps both of two rows with one id', async () => {
    const twins = ['waiting', 'visible'].map((lesson) => buildRead(lesson, { id: 'x' }));
    const replica = await open();
    await replica.write(twins);
    await replica.write(twins);
    expect(new Set(await replica.read())).toEqual(new Set(twins));
  });
});

describe('a copy in private files', () => {
  beforeEach(() => files.install());
  const names = () => [...files.files.keys()].sort();
  const A = 'window-course-a.json';
  const B = 'window-course-b.json';

  /** The two files as texts, the one that was written last in front. */
  async function writeTwice(): Promise<{ replica: Replica; newest: string; oldest: string }> {
    const replica = await open();
    await replica.write(first);
    const [oldest = ''] = names();
    await replica.write(second);
    return { replica, newest: oldest === A ? B : A, oldest };
  }

  test('is written to two files in turn', async () => {
    const replica = await open();
    const written: (string | undefined)[] = [];
    for (const state of [first, second, third, rows]) {
      const before = new Map(files.files);
      await replica.write(state);
      written.push(names().find((name) => files.files.get(name) !== before.get(name)));
    }
    expect(names()).toEqual([A, B]);
    expect(written).toEqual([written[0], written[1], written[0], written[1]]);
    expect(written[0]).not.toBe(written[1]);
  });

  test('that was cut off at any character leaves the one before it', async () => {
    const { replica, newest } = await writeTwice();
    const text = files.files.get(newest) ?? '';
    for (let length = 0; length < text.length; length += 1) {
      files.files.set(newest, text.slice(0, length));
      expect(await replica.read()).toEqual(first);
    }
  });

  test('is not harmed by damage in the older file', async () => {
    const { replica, oldest } = await writeTwice();
    const text = files.files.get(oldest) ?? '';
    for (const damaged of ['', text.slice(0, 40), text.replace('00000001', '00000002'), '{}']) {
      files.files.set(oldest, damaged);
      expect(await replica.read()).toEqual(second);
    }
  });

  test('is written over the damaged file, not over the whole one', async () => {
    const { replica, newest, oldest } = await writeTwice();
    const whole = files.files.get(oldest);
    files.files.set(newest, 'cut off');
    await replica.write(third);
    expect(files.files.get(oldest)).toBe(whole);
    expect(await replica.read()).toEqual(third);
  });

  test('begins anew where both files are damaged', async () => {
    const { replica } = await writeTwice();
    for (const name of names()) files.files.set(name, '');
    expect(await replica.read()).toEqual([]);
    await replica.write(third);
    expect(await replica.read()).toEqual(third);
  });

  test('stays as it was when it could not be written', async () => {
    const { replica } = await writeTwice();
    const before = new Map(files.files);
    files.failNextWrite = true;
    await expect(replica.write(third)).rejects.toThrow();
    expect(files.files).toEqual(before);
    expect(await replica.read()).toEqual(second);
  });

  test('that was written after the clock was set back is still the newest', async () => {
    const now = vi.spyOn(Date, 'now');
    const replica = await open();
    const states = [first, second, third, rows];
    for (const [index, state] of states.entries()) {
      now.mockReturnValue(1_000_000 - index * 1000);
      await replica.write(state);
      expect(await replica.read()).toEqual(state);
    }
  });

  test('that was written twice in one millisecond has an order, too', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(5000);
    const { replica } = await writeTwice();
    expect(await replica.read()).toEqual(second);
  });
});

describe('a copy in a second database', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', {});
  });
  const stored = () => inspect((database) => database.getAll('rows'), replicaName);

  test('writes each row once', async () => {
    const replica = await open();
    await replica.write(second);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await replica.write(third);
    expect(put).toHaveBeenCalledTimes(1);
    expect(await stored()).toHaveLength(3);
  });

  test('is on disk when it says so', async () => {
    const replica = await open();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await replica.write(first);
    expect(transaction.mock.results.map(({ value }) => value.durability)).toEqual(['strict']);
  });

  test('does not give back a damaged row', async () => {
    const replica = await open();
    await replica.write(first);
    await inspect(
      (database) => database.put('rows', { ...rows[1], correct: 'x' }, 'k'),
      replicaName,
    );
    expect(await replica.read()).toEqual(first);
  });

  test('writes all or nothing', async () => {
    const replica = await open();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      queueMicrotask(() => this.transaction.abort());
      return put.call(this, value, key);
    });
    await expect(replica.write(third)).rejects.toThrow();
    expect(await stored()).toEqual([]);
  });

  test('makes way when another page erases it', async () => {
    await (await open()).write(first);
    const blocked = vi.fn();
    await deleteDB(replicaName, { blocked });
    expect(blocked).not.toHaveBeenCalled();
  });
});

describe('a browser', () => {
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

  test('that can write private files has no second database', async () => {
    files.install();
    await (await open()).write(first);
    expect(await databases()).toEqual([]);
  });

  test.each([
    ['can only read private files', () => files.install({ writable: false })],
    ['has no storage manager', () => vi.stubGlobal('navigator', {})],
    ['has a storage manager without files', () => vi.stubGlobal('navigator', { storage: {} })],
    [
      'refuses private files',
      () => {
        const getDirectory = () => Promise.reject(new DOMException('', 'SecurityError'));
        vi.stubGlobal('navigator', { storage: { getDirectory } });
      },
    ],
  ])('that %s has a second database', async (_what, install) => {
    install();
    await (await open()).write(first);
    expect(await databases()).toEqual([replicaName]);
    expect(files.files.size).toBe(0);
  });

  test('that refuses everything has no copy, and says so in the console', async () => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('indexedDB', undefined);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(await openReplica()).toBeUndefined();
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
