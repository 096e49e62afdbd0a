import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../src/client/store/store.ts';
import { openSitting } from '../../src/core/quiz/sitting.ts';
import { clearProfile, inspect, openTab, untilBallast } from './browser-profile.ts';

const read = { type: 'read', lesson: 'attitude/waiting' } as const;
const sitting = openSitting('attitude/waiting', 'attempt', []);
const ballast = () => inspect((database) => database.getAll('ballast'));

let store: Store;
beforeEach(async () => {
  clearProfile();
  ({ store } = await openTab());
});
afterEach(() => {
  vi.restoreAllMocks();
});

/**
 * Fills the disk: each write is refused when it is committed, as browsers do it, until the ballast
 * is given up, and where `forGood` also then. Gives how many writes were refused.
 */
function fillDisk(name: 'QuotaExceededError' | 'UnknownError', forGood = false) {
  let full = true;
  const refused = vi.fn();
  for (const method of ['add', 'put'] as const) {
    const original = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      const request = original.call(this, value, key);
      // The place in the run goes with the event.
      if (!full || this.name === 'meta') return request;
      request.addEventListener('success', () => {
        refused();
        // As the disk does it, with its own reason: fake-indexeddb has no disk.
        (this.transaction as unknown as { _abort(reason: string): void })._abort(name);
      });
      return request;
    });
  }
  const remove = IDBObjectStore.prototype.delete;
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
    this: IDBObjectStore,
    key,
  ) {
    if (this.name === 'ballast' && !forGood) full = false;
    return remove.call(this, key);
  });
  return refused;
}

test('the first answer leaves half a megabyte behind it, to be given up', async () => {
  await store.append(read);
  await untilBallast();
  expect((await ballast()).map((bytes: Uint8Array) => bytes.length)).toEqual([512 * 1024]);
});

test('later answers do not write it again', async () => {
  await store.append(read);
  await untilBallast();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await store.append(read);
  await inspect((database) => database.count('ballast'));
  expect(put.mock.contexts.map((context) => (context as IDBObjectStore).name)).toEqual(['meta']);
});

describe('on a full disk', () => {
  test('an answer takes the place of the ballast', async () => {
    await store.append(read);
    await untilBallast();
    const refused = fillDisk('QuotaExceededError');
    const event = await store.append(read);
    expect(refused).toHaveBeenCalledTimes(1);
    expect(event.seq).toBe(2);
    expect((await store.readLog()).events).toHaveLength(2);
  });

  test('so does a selection', async () => {
    await store.append(read);
    await untilBallast();
    fillDisk('QuotaExceededError');
    await store.putSitting(sitting);
    expect(await store.getSitting(sitting.id)).toEqual(sitting);
    expect(await ballast()).toEqual([]);
  });

  test('an answer that finds no space even then is refused, after two tries, whole', async () => {
    const first = await store.append(read);
    await untilBallast();
    const refused = fillDisk('QuotaExceededError', true);
    await expect(store.append(read)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(refused).toHaveBeenCalledTimes(2);
    expect((await store.readLog()).events).toEqual([first]);
    expect(await ballast()).toEqual([]);
    vi.restoreAllMocks();
    expect(await store.append(read)).toMatchObject({ seq: 2 });
  });

  test('an answer is saved although no new ballast can be', async () => {
    const put = IDBObjectStore.prototype.put;
    const refused = vi.fn();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      if (this.name !== 'ballast') return put.call(this, value, key);
      refused();
      throw new DOMException('', 'QuotaExceededError');
    });
    expect(await store.append(read)).toMatchObject({ seq: 1 });
    await vi.waitFor(() => expect(refused).toHaveBeenCalledTimes(1));
    expect(await ballast()).toEqual([]);
  });
});

test('another failure leaves the ballast alone', async () => {
  await store.append(read);
  await untilBallast();
  const refused = fillDisk('UnknownError');
  await expect(store.append(read)).rejects.toMatchObject({ name: 'UnknownError' });
  expect(refused).toHaveBeenCalledTimes(1);
  expect(await ballast()).toHaveLength(1);
});
