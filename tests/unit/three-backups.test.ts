/** Backups that went apart: whatever is restored in whatever order, nothing acknowledged is missing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/client/store/memory.ts';
import type { Store } from '../../src/client/store/store.ts';
import { canonicalJson } from '../../src/core/quiz/revision.ts';
import { readBackup, writeBackup } from '../../src/core/record/backup.ts';
import type { EventDraft, RecordEvent } from '../../src/core/record/event.ts';
import { drafts, logs } from '../random-log.ts';
import { clearProfile, openTab } from './browser-profile.ts';

interface Kind {
  name: string;
  /** The store of a device that was never used. */
  create(): Promise<Store>;
  runs: number;
}

const kinds: Kind[] = [
  {
    name: 'in IndexedDB',
    async create() {
      clearProfile();
      return (await openTab()).store;
    },
    runs: 40,
  },
  { name: 'in memory', create: async () => createMemoryStore(), runs: 500 },
];

const days = fc.array(drafts, { maxLength: 5 });

async function learn(store: Store, day: readonly EventDraft[]): Promise<RecordEvent[]> {
  const acknowledged: RecordEvent[] = [];
  for (const draft of day) acknowledged.push(await store.append(draft));
  return acknowledged;
}
const backUp = async (store: Store) =>
  writeBackup({ made: Date.now(), ...(await store.readAll()) });
const restore = (store: Store, backup: string) => store.merge(readBackup(backup));

/** Everything acknowledged is an event that can be read, once, in a place of its own. */
async function expectWhole(store: Store, acknowledged: readonly RecordEvent[]): Promise<void> {
  const { events, unread } = await store.readLog();
  expect(unread).toBe(0);
  expect(events).toHaveLength(acknowledged.length);
  expect(new Set(events)).toEqual(new Set(acknowledged));
  expect(new Set(events.map(({ run, seq }) => `${run}/${seq}`)).size).toBe(events.length);
}

describe.each(kinds)('a record $name', ({ create, runs }) => {
  test('that was backed up, went on, was restored from the older backup and went on, is whole when all three meet', async () => {
    await fc.assert(
      fc.asyncProperty(
        days,
        days,
        days,
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.boolean(),
        async (first, second, third, order, onNewDevice) => {
          const lost = await create();
          const acknowledged = await learn(lost, first);
          const older = await backUp(lost);
          acknowledged.push(...(await learn(lost, second)));
          const newer = await backUp(lost);

          let store = await create();
          await restore(store, older);
          acknowledged.push(...(await learn(store, third)));
          const latest = await backUp(store);

          if (onNewDevice) store = await create();
          const backups = [older, newer, latest];
          for (const which of order) await restore(store, backups[which] ?? '');
          await expectWhole(store, acknowledged);
        },
      ),
      { numRuns: runs },
    );
  });

  /** What may happen to a learner, in any order and as often as one likes. */
  type Happening =
    | EventDraft
    | { type: 'back up' }
    | { type: 'lose' }
    | { type: 'restore'; which: number };
  const happenings: fc.Arbitrary<Happening[]> = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: drafts },
      { weight: 3, arbitrary: fc.record({ type: fc.constant('back up' as const) }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('lose' as const) }) },
      {
        weight: 3,
        arbitrary: fc.record({ type: fc.constant('restore' as const), which: fc.nat() }),
      },
    ),
    { maxLength: 20 },
  );

  test('has after any history all that some backup or the device itself has acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (history) => {
        let store = await create();
        let here: RecordEvent[] = [];
        const backups: { text: string; holds: RecordEvent[] }[] = [];
        for (const happening of history) {
          if (happening.type === 'back up') {
            backups.push({ text: await backUp(store), holds: here });
          } else if (happening.type === 'lose') {
            store = await create();
            here = [];
          } else if (happening.type === 'restore') {
            const backup = backups[happening.which % backups.length];
            if (!backup) continue;
            await restore(store, backup.text);
            here = [...new Map([...here, ...backup.holds].map((it) => [it.id, it])).values()];
          } else {
            here = [...here, await store.append(happening)];
          }
          await expectWhole(store, here);
        }
        for (const { text } of backups) await restore(store, text);
        const all = [...here, ...backups.flatMap(({ holds }) => holds)];
        await expectWhole(store, [...new Map(all.map((it) => [it.id, it])).values()]);
      }),
      { numRuns: runs },
    );
  });

  test('that meets rows of any kind has every one of them, whatever came first', async () => {
    await fc.assert(
      fc.asyncProperty(logs(3), async (devices) => {
        const store = await create();
        for (const rows of devices) await store.merge({ rows, sittings: [] });
        const { rows } = await store.readAll();
        expect(rows.map(canonicalJson).sort()).toEqual(
          [...new Set(devices.flat().map(canonicalJson))].sort(),
        );
      }),
      { numRuns: runs },
    );
  });
});
