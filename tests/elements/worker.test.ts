import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askWorker } from '../../src/client/offline/worker.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker that answers with `answer`, or not at all. */
function stubWorker(answer?: unknown): ServiceWorker {
  const postMessage = (_message: unknown, [port]: [MessagePort]) => {
    if (answer !== undefined) port.postMessage(answer);
  };
  return { postMessage } as unknown as ServiceWorker;
}

test('a worker that answers in time is heard, and nobody waits any more', async () => {
  const state = { build: 'present', ready: [''] };
  expect(await askWorker(stubWorker(state), 'state')).toEqual(state);
  expect(vi.getTimerCount()).toBe(0);
});

test('a worker that never answers is not waited for for ever', async () => {
  const answer = askWorker(stubWorker(), 'state');
  const silence = expect(answer).rejects.toThrow('did not answer to “state”');
  await vi.advanceTimersByTimeAsync(10_000);
  await silence;
});
