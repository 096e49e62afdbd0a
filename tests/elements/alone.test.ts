import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alone } from '../../src/client/offline/alone.ts';
import { FakeLocks } from '../unit/fake-locks.ts';

const { signal } = new AbortController();
const never = () => new Promise<never>(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
});
afterEach(() => {
  vi.useRealTimers();
});

test('downloads of two tabs follow each other', async () => {
  const order: string[] = [];
  const download = (name: string) =>
    alone(async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
    }, signal);
  await Promise.all([download('first'), download('second')]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a tab that never ends is waited for two minutes, no longer', async () => {
  void alone(never, signal);
  const work = vi.fn(async () => 'done');
  const done = alone(work, signal);
  await vi.advanceTimersByTimeAsync(119_999);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(await done).toBe('done');
});

test('what fails fails once', async () => {
  const work = vi.fn(() => Promise.reject(new Error('no space')));
  await expect(alone(work, signal)).rejects.toThrow('no space');
  expect(work).toHaveBeenCalledTimes(1);
});

test('who pauses while waiting does not begin', async () => {
  void alone(never, signal);
  const stop = new AbortController();
  const work = vi.fn();
  const paused = alone(work, stop.signal);
  stop.abort();
  await expect(paused).rejects.toThrow();
  expect(work).not.toHaveBeenCalled();
});
