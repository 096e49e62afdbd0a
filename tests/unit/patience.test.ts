import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { unlessBlocked } from '../../src/client/store/patience.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

/** How `promise` has ended by now, if it has. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  let state = 'open';
  promise.then(
    () => {
      state = 'done';
    },
    () => {
      state = 'refused';
    },
  );
  await vi.advanceTimersByTimeAsync(0);
  return state;
}

test('what answers is handed on, also after another page has made way', async () => {
  await expect(unlessBlocked(async () => 1)).resolves.toBe(1);
  let answer = (_: number) => {};
  const waiting = unlessBlocked((blocked) => {
    blocked();
    return new Promise<number>((resolve) => {
      answer = resolve;
    });
  });
  await vi.advanceTimersByTimeAsync(2900);
  answer(2);
  await expect(waiting).resolves.toBe(2);
  expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
});

test('what is refused is refused with its own reason', async () => {
  await expect(
    unlessBlocked(() => Promise.reject(new DOMException('full', 'QuotaExceededError'))),
  ).rejects.toMatchObject({ name: 'QuotaExceededError' });
});

test('a page that never makes way is waited for three seconds', async () => {
  const waiting = unlessBlocked((blocked) => {
    blocked();
    return never();
  });
  await vi.advanceTimersByTimeAsync(2900);
  expect(await stateOf(waiting)).toBe('open');
  await vi.advanceTimersByTimeAsync(200);
  expect(await stateOf(waiting)).toBe('refused');
});

test('a browser that says nothing is waited for ten seconds', async () => {
  const waiting = unlessBlocked(never);
  await vi.advanceTimersByTimeAsync(9900);
  expect(await stateOf(waiting)).toBe('open');
  await vi.advanceTimersByTimeAsync(200);
  expect(await stateOf(waiting)).toBe('refused');
});
