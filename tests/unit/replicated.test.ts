import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../../src/client/store/memory.ts';
import type { Replica } from '../../src/client/store/replica.ts';
import { replicated, restoreLost } from '../../src/client/store/replicated.ts';
import type { Store } from '../../src/client/store/store.ts';
import { openSitting } from '../../src/core/quiz/sitting.ts';
import type { SealedRow } from '../../src/core/record/event.ts';
import { buildAnswer } from '../record-builder.ts';

const read = { type: 'read', lesson: 'attitude/waiting' } as const;

/** A replica that remembers each state it was given. */
function createReplica(rows: readonly SealedRow[] = []) {
  const written: (readonly SealedRow[])[] = [];
  const write = vi.fn(async (state: readonly SealedRow[]) => {
    written.push(state);
  });
  const replica: Replica = { read: async () => written.at(-1) ?? rows, write };
  return { replica, written, write };
}

let inner: Store;
beforeEach(() => {
  inner = createMemoryStore();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a store with a second copy', () => {
  test('is as durable as the store, and reads what it has', async () => {
    const store = replicated(inner, createReplica().replica);
    const event = await store.append(read);
    expect(store.durable).toBe(inner.durable);
    expect((await store.readLog()).events).toEqual([event]);
  });

  test('says that an answer is saved when the copy has it too', async () => {
    const { replica, written } = createReplica();
    const store = replicated(inner, replica);
    const one = await store.append(read);
    expect(written).toEqual([[one]]);
    const two = await store.append(read);
    expect(written.at(-1)).toEqual([one, two]);
  });

  test('copies what was merged', async () => {
    const { replica, written } = createReplica();
    const rows = [buildAnswer(), buildAnswer()];
    const plan = await replicated(inner, replica).merge({ rows, sittings: [] });
    expect(plan.added).toEqual(rows);
    expect(written).toEqual([rows]);
  });

  test('does not copy selections', async () => {
    const { replica, write } = createReplica();
    const store = replicated(inner, replica);
    await store.putSitting(openSitting('attitude/waiting', 'attempt', []));
    await store.removeSitting('attitude/waiting');
    await new Promise((resolve) => setTimeout(resolve));
    expect(write).not.toHaveBeenCalled();
  });

  test('does not wait for a copy that takes too long', async () => {
    vi.useFakeTimers();
    const { replica, write } = createReplica();
    write.mockReturnValue(new Promise(() => undefined));
    const store = replicated(inner, replica);
    const answers = [store.append(read), store.append(read)];
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all(answers);
    expect((await store.readLog()).events).toHaveLength(2);
    vi.useRealTimers();
  });

  test('writes one copy at a time, and for many answers in a row only the latest state', async () => {
    const { replica, written, write } = createReplica();
    const first = Promise.withResolvers<void>();
    write.mockImplementationOnce(() => first.promise);
    const store = replicated(inner, replica);
    const answers = [store.append(read)];
    await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(1));
    for (let answer = 0; answer < 5; answer += 1) answers.push(store.append(read));
    await vi.waitFor(async () => expect((await inner.readLog()).events).toHaveLength(6));
    expect(write).toHaveBeenCalledTimes(1);
    first.resolve();
    await Promise.all(answers);
    expect(write).toHaveBeenCalledTimes(2);
    expect(written.at(-1)).toHaveLength(6);
  });

  test('saves the answer although the copy fails, and copies the next one again', async () => {
    const { replica, written, write } = createReplica();
    write.mockRejectedValueOnce(new Error('no space'));
    const store = replicated(inner, replica);
    await expect(store.append(read)).resolves.toMatchObject({ seq: 1 });
    expect(console.warn).toHaveBeenCalledTimes(1);
    await store.append(read);
    expect(written.at(-1)).toHaveLength(2);
  });

  test('rejects an answer that could not be saved, and copies nothing', async () => {
    const { replica, write } = createReplica();
    vi.spyOn(inner, 'append').mockRejectedValue(new Error('no space'));
    vi.spyOn(inner, 'merge').mockRejectedValue(new Error('no space'));
    const store = replicated(inner, replica);
    await expect(store.append(read)).rejects.toThrow('no space');
    await expect(store.merge({ rows: [], sittings: [] })).rejects.toThrow('no space');
    expect(write).not.toHaveBeenCalled();
  });
});

describe('rows that the store has lost', () => {
  test('come back from the copy, and are counted', async () => {
    const kept = await inner.append(read);
    const lost = [buildAnswer(), buildAnswer()];
    expect(await restoreLost(inner, createReplica([kept, ...lost]).replica)).toBe(2);
    const { rows } = await inner.readAll();
    expect(new Set(rows)).toEqual(new Set([kept, ...lost]));
    expect(await restoreLost(inner, createReplica([kept, ...lost]).replica)).toBe(0);
  });

  test('leave the store alone when there are none', async () => {
    const kept = await inner.append(read);
    const merge = vi.spyOn(inner, 'merge');
    expect(await restoreLost(inner, createReplica().replica)).toBe(0);
    expect(merge).not.toHaveBeenCalled();
    expect(await restoreLost(inner, createReplica([kept]).replica)).toBe(0);
    expect(await inner.append(read)).toMatchObject({ run: kept.run, seq: 2 });
  });

  test('begin a new run, since the old one may have gone on elsewhere', async () => {
    const kept = await inner.append(read);
    await restoreLost(inner, createReplica([buildAnswer()]).replica);
    expect((await inner.append(read)).run).not.toBe(kept.run);
  });
});
