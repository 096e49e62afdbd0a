import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../../src/client/store/memory.ts';
import type { Store } from '../../src/client/store/store.ts';
import { openSitting, type Sitting, select } from '../../src/core/quiz/sitting.ts';
import { type AnswerDraft, isEvent, type SealedRow } from '../../src/core/record/event.ts';
import { conflictId } from '../../src/core/record/merge.ts';
import { buildAnswer, buildNewer, buildPaper, buildRead } from '../record-builder.ts';
import { clearProfile, openTab } from './browser-profile.ts';

const draft: AnswerDraft = {
  type: 'answer',
  question: 'q-wait',
  revision: '00000001',
  sitting: 'attempt',
  answer: ['b'],
  correct: true,
  sure: false,
};
const questions = [{ id: 'q-wait', revision: '00000001' }];

interface Kind {
  name: string;
  durable: boolean;
  create(): Promise<Store>;
}

const kinds: Kind[] = [
  { name: 'in IndexedDB', durable: true, create: async () => (await openTab()).store },
  { name: 'in memory', durable: false, create: async () => createMemoryStore() },
];

describe.each(kinds)('a store $name', ({ durable, create }) => {
  let store: Store;

  beforeEach(async () => {
    clearProfile();
    store = await create();
  });

  test('says whether it outlives the page', () => {
    expect(store.durable).toBe(durable);
  });

  test('is empty at first', async () => {
    expect(await store.readLog()).toEqual({ events: [], unread: 0 });
    expect(await store.getSitting('attitude/waiting')).toBeUndefined();
  });

  test('seals an event with an id, a run, its place in the run, the time and a checksum', async () => {
    const before = Date.now();
    const event = await store.append(draft);
    expect(event).toEqual({
      ...draft,
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      run: expect.stringMatching(/^[0-9a-f]{32}$/),
      seq: 1,
      at: expect.any(Number),
      crc: expect.any(String),
    });
    expect(isEvent(event)).toBe(true);
    expect(event.at).toBeGreaterThanOrEqual(before);
    expect(event.at).toBeLessThanOrEqual(Date.now());
  });

  test('gives events back as they were, in the order of writing', async () => {
    const events = [
      await store.append(draft),
      await store.append({ type: 'read', lesson: 'attitude/waiting' }),
      await store.append({ ...draft, correct: false }),
    ];
    expect(await store.readLog()).toEqual({ events, unread: 0 });
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(new Set(events.map(({ run }) => run)).size).toBe(1);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
  });

  test('never gives one place in the run to two events appended at once', async () => {
    const events = await Promise.all(Array.from({ length: 20 }, () => store.append(draft)));
    const seqs = events.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test('keeps the order of writing when the clock jumps back', async () => {
    const now = vi.spyOn(Date, 'now');
    now.mockReturnValue(9_000);
    const first = await store.append(draft);
    now.mockReturnValue(1_000);
    const second = await store.append(draft);
    now.mockRestore();
    expect(second.at).toBe(1_000);
    expect((await store.readLog()).events).toEqual([first, second]);
  });

  test('replaces a sitting, keeps others, and forgets one that is removed', async () => {
    const waiting = openSitting('attitude/waiting', 'one', questions);
    const visible = openSitting('attitude/visible', 'two', questions);
    await store.putSitting(waiting);
    await store.putSitting(visible);
    const selected = select(waiting, 'q-wait', ['b']);
    await store.putSitting(selected);
    expect(await store.getSitting('attitude/waiting')).toEqual(selected);
    expect(await store.getSittings()).toEqual(expect.arrayContaining([selected, visible]));
    expect(await store.getSittings()).toHaveLength(2);
    await store.removeSitting('attitude/waiting');
    expect(await store.getSitting('attitude/waiting')).toBeUndefined();
    expect(await store.getSitting('attitude/visible')).toEqual(visible);
  });

  test('removes a sitting that is not there without a word', async () => {
    await expect(store.removeSitting('attitude/waiting')).resolves.toBeUndefined();
  });

  test('gives back everything it holds', async () => {
    const event = await store.append(draft);
    const sitting = openSitting('attitude/waiting', 'one', questions);
    await store.putSitting(sitting);
    expect(await store.readAll()).toEqual({ rows: [event], sittings: [sitting] });
  });

  describe('that is merged into', () => {
    const row = buildRead('attitude/waiting', { id: 'x' });
    const other = buildRead('attitude/visible', { id: 'x' });
    const waiting = openSitting('attitude/waiting', 'one', questions);
    const merge = (rows: readonly SealedRow[], sittings: readonly Sitting[] = []) =>
      store.merge({ rows, sittings });

    test('has what it had and what has come', async () => {
      const mine = await store.append(draft);
      expect(await merge([row, mine])).toEqual({ added: [row], known: 1, conflicts: [] });
      const { events, unread } = await store.readLog();
      expect(unread).toBe(0);
      expect(events).toHaveLength(2);
      expect(events).toEqual(expect.arrayContaining([mine, row]));
    });

    test('again has nothing more', async () => {
      const rows = [row, other, buildAnswer(), buildPaper('attitude', 'p1', [])];
      await merge(rows, [waiting]);
      const once = await store.readAll();
      expect(await merge(rows, [waiting])).toEqual({ added: [], known: 4, conflicts: [] });
      expect(await store.readAll()).toEqual(once);
    });

    test('with its own copy has nothing more', async () => {
      await store.append(draft);
      await store.putSitting(waiting);
      const all = await store.readAll();
      expect(await store.merge(all)).toEqual({ added: [], known: 1, conflicts: [] });
      expect(await store.readAll()).toEqual(all);
    });

    test('begins a new run when something came, so that no place is given twice', async () => {
      const before = await store.append(draft);
      await merge([{ ...buildAnswer({ run: before.run, seq: 2 }) }]);
      const after = await store.append(draft);
      expect(after.seq).toBe(1);
      expect(after.run).not.toBe(before.run);
    });

    test('goes on with its run when nothing came', async () => {
      const before = await store.append(draft);
      await merge([before]);
      expect(await store.append(draft)).toMatchObject({ run: before.run, seq: 2 });
    });

    test('keeps both of two rows with one id, and counts one event', async () => {
      await merge([row]);
      expect(await merge([other])).toEqual({ added: [], known: 0, conflicts: [other] });
      expect((await store.readAll()).rows).toEqual(expect.arrayContaining([row, other]));
      expect((await store.readLog()).events).toEqual([row]);
    });

    test('keeps a row whose id is made up to be where such a one lies', async () => {
      const forged = buildRead('attitude/letter', { id: conflictId(other) });
      await merge([row, other]);
      await merge([forged]);
      expect((await store.readAll()).rows).toHaveLength(3);
      expect((await store.readAll()).rows).toEqual(expect.arrayContaining([row, other, forged]));
    });

    test('takes sittings of places that have none', async () => {
      const visible = openSitting('attitude/visible', 'two', questions);
      await store.putSitting(waiting);
      await merge([], [openSitting('attitude/waiting', 'elsewhere', questions), visible]);
      expect(await store.getSitting('attitude/waiting')).toEqual(waiting);
      expect(await store.getSitting('attitude/visible')).toEqual(visible);
    });

    test('takes the first of two sittings of one place', async () => {
      await merge([], [waiting, openSitting('attitude/waiting', 'two', questions)]);
      expect(await store.getSitting('attitude/waiting')).toEqual(waiting);
    });

    test('keeps rows that only a newer build can read', async () => {
      const newer = buildNewer();
      expect(await merge([newer])).toMatchObject({ added: [newer] });
      expect(await store.readLog()).toEqual({ events: [], unread: 1 });
      expect((await store.readAll()).rows).toEqual([newer]);
    });

    test('by two at once has each row once', async () => {
      const rows = Array.from({ length: 5 }, () => buildAnswer());
      await Promise.all([merge(rows), merge([...rows].reverse())]);
      const { events, unread } = await store.readLog();
      expect([events.length, unread]).toEqual([5, 0]);
    });
  });

  test('has sittings and events of its own', async () => {
    await store.append(draft);
    await store.putSitting(openSitting('attitude/waiting', 'one', questions));
    await store.removeSitting('attitude/waiting');
    expect((await store.readLog()).events).toHaveLength(1);
  });
});
