import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Sitting } from '../../src/core/quiz/sitting.ts';
import { readBackup, writeBackup } from '../../src/core/record/backup.ts';
import type { RecordEvent } from '../../src/core/record/event.ts';
import { clearProfile, databaseName, inspect, openTab } from './browser-profile.ts';

/** A database as a release has left it in a browser; `fixtures/stores/write.ts` writes it. */
interface Fixture {
  version: number;
  stores: { name: string; keyPath: string | null; rows: { key: string; value: unknown }[] }[];
}

/** What `course-test.ts` keeps of a paper, as far as it matters here. */
interface KeptPaper {
  attempt: string;
  questions: Record<string, { key: { revision: string } }>;
}

const folder = join(import.meta.dirname, '../fixtures/stores');
const releases = readdirSync(folder).filter((name) => name.endsWith('.json'));

const read = (name: string): Fixture => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const rowsOf = <T>({ stores }: Fixture, name: string) =>
  stores.find((store) => store.name === name)?.rows.map(({ value }) => value as T) ?? [];

/** Puts the rows into an empty profile, past all code of ours. */
async function restore({ version, stores }: Fixture): Promise<void> {
  const database = await openDB(databaseName, version, {
    upgrade(created) {
      for (const { name, keyPath } of stores) created.createObjectStore(name, { keyPath });
    },
  });
  for (const { name, keyPath, rows } of stores) {
    for (const { key, value } of rows) {
      await database.put(name, value, keyPath === null ? key : undefined);
    }
  }
  database.close();
}

test('this release has written its store', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  // If it has not: npm run build && npm run fixture:store
  expect(releases).toContain(`${version}.json`);
});

describe.each(releases)('the store that %s has left', (release) => {
  const fixture = read(release);
  const events = rowsOf<RecordEvent>(fixture, 'events');
  const sittings = rowsOf<Sitting>(fixture, 'sittings');
  const last = events.reduce((a, b) => (a.seq > b.seq ? a : b));

  beforeEach(async () => {
    clearProfile();
    await restore(fixture);
  });

  test('gives back every event, in order', async () => {
    const { store } = await openTab();
    const ordered = events.toSorted((a, b) => a.seq - b.seq);
    expect(ordered.length).toBeGreaterThan(0);
    expect(await store.readLog()).toEqual({ events: ordered, unread: 0 });
  });

  test('gives back the sitting that was left half answered', async () => {
    const { store } = await openTab();
    expect(sittings.length).toBeGreaterThan(0);
    for (const sitting of sittings) expect(await store.getSitting(sitting.id)).toEqual(sitting);
  });

  test('gives back the questions of the paper that was begun, as they were drawn', async () => {
    const { store } = await openTab();
    const papers = rowsOf<KeptPaper>(fixture, 'papers');
    // The first releases kept none.
    expect(papers.length).toBe(release < '0.5.0' ? 0 : 1);
    for (const paper of papers) {
      const sitting = sittings.find(({ attempt }) => attempt === paper.attempt);
      expect(await store.getPaper(sitting?.id ?? '')).toEqual(paper);
      for (const { id, revision } of sitting?.questions ?? []) {
        expect(paper.questions[id]?.key.revision).toBe(revision);
      }
    }
  });

  test('goes on in its run with the next number', async () => {
    const { store } = await openTab();
    const event = await store.append({ type: 'read', lesson: 'attitude/waiting' });
    expect(event).toMatchObject({ run: last.run, seq: last.seq + 1 });
    const log = await store.readLog();
    expect(log.events.at(-1)).toEqual(event);
    expect(log.events).toHaveLength(events.length + 1);
  });

  test('comes back whole from a backup of it', async () => {
    const backup = writeBackup({ made: 1, ...(await (await openTab()).store.readAll()) });
    clearProfile();
    const { store } = await openTab();
    await store.merge(readBackup(backup));
    expect((await store.readLog()).events).toEqual(events.toSorted((a, b) => a.seq - b.seq));
    for (const sitting of sittings) expect(await store.getSitting(sitting.id)).toEqual(sitting);
  });

  test('keeps the rows that were in it as they are', async () => {
    const { store } = await openTab();
    await store.append({ type: 'read', lesson: 'attitude/waiting' });
    const rows = await inspect((database) => database.getAll('events'));
    expect(rows).toEqual(expect.arrayContaining(events));
  });
});
