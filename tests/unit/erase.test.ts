import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSitting } from '../../src/core/quiz/sitting.ts';
import { clearProfile, databaseName, inspect, openTab, replicaName } from './browser-profile.ts';
import { PrivateFiles } from './private-files.ts';

const read = { type: 'read', lesson: 'attitude/waiting' } as const;

/** Local or session storage, as far as erasing uses it: its keys are its own properties. */
function createStorage(entries: Record<string, string>): Storage {
  const storage = Object.create({
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  });
  return Object.assign(storage, entries);
}

let local: Storage;
let session: Storage;
beforeEach(() => {
  clearProfile();
  local = createStorage({
    'window-course:settings': '{"theme":"dark"}',
    'window-course.learners': '{"current":"","learners":[{"id":"","name":"张三"}]}',
    'another-site': '1',
  });
  session = createStorage({ 'window-course:person': '{"name":"张三"}' });
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', session);
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Opens a page with a record, its second copy written. */
async function openLearner(files?: PrivateFiles) {
  const tab = await openTab();
  const { store } = await tab.openRecord();
  const { eraseRecord } = await import('../../src/client/store/erase.ts');
  await store.append(read);
  await store.putSitting(openSitting('attitude/waiting', 'attempt', []));
  await vi.waitFor(async () =>
    expect(files ? files.files.size : await countCopies()).toBeGreaterThan(0),
  );
  return { store, eraseRecord };
}
const countCopies = () => inspect((database) => database.count('rows'), replicaName);

test('erasing leaves no record, no copy, no settings and no name', async () => {
  const { eraseRecord } = await openLearner();
  await eraseRecord();
  expect(await indexedDB.databases()).toEqual([]);
  expect(Object.keys(local)).toEqual(['another-site']);
  expect(Object.keys(session)).toEqual([]);
});

test('erasing removes the copy in private files, which would bring everything back', async () => {
  const files = new PrivateFiles();
  files.install();
  const { eraseRecord } = await openLearner(files);
  await eraseRecord();
  expect([...files.files.keys()]).toEqual([]);
  const { store, restored } = await (await openTab()).openRecord();
  expect(restored).toBe(0);
  expect(await store.readAll()).toEqual({ rows: [], sittings: [] });
});

test('the next answer begins a new record, with a copy of its own', async () => {
  const { store, eraseRecord } = await openLearner();
  const { run } = (await store.readLog()).events[0] ?? {};
  await eraseRecord();
  const event = await store.append(read);
  expect(event.seq).toBe(1);
  expect(event.run).not.toBe(run);
  expect((await (await openTab()).store.readLog()).events).toEqual([event]);
  await vi.waitFor(async () => expect(await countCopies()).toBe(1));
});

test('another page makes way, sees the empty record and goes on from there', async () => {
  const other = await openLearner();
  const { eraseRecord } = await openLearner();
  await eraseRecord();
  expect(await other.store.readAll()).toEqual({ rows: [], sittings: [] });
  expect(await other.store.append(read)).toMatchObject({ seq: 1 });
  await vi.waitFor(async () => expect(await countCopies()).toBe(1));
});

test('a browser that never had a record has nothing to erase', async () => {
  await openTab();
  const { eraseRecord } = await import('../../src/client/store/erase.ts');
  await expect(eraseRecord()).resolves.toBeUndefined();
});

test('a page that the browser has frozen is not waited for: that nothing was erased is said', async () => {
  const { eraseRecord } = await openLearner();
  // It hears that it should make way, and does not.
  const frozen = await openDB(databaseName);
  await expect(eraseRecord()).rejects.toThrow('another page');
  frozen.close();
  // As soon as it is gone, the record is, on purpose: nobody calls that a loss.
  await vi.waitFor(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.toContain(databaseName);
  });
  expect((await (await openTab()).openRecord()).lost).toBe(0);
});

test('a copy that cannot be removed is not passed over: it would bring everything back', async () => {
  const files = new PrivateFiles();
  files.install();
  const { eraseRecord } = await openLearner(files);
  files.refuse = new DOMException('in use', 'NoModificationAllowedError');
  await expect(eraseRecord()).rejects.toThrow('in use');
});
