import { beforeEach, expect, test, vi } from 'vitest';
import { applyUpdate, prepareUpdate } from '../../src/client/offline/update.ts';

vi.mock('../../src/client/offline/shelf.ts', () => ({
  readShelf: async () => [
    { id: 'search', build: 'older', at: 1 },
    { id: 'bank', build: '', at: 0 },
  ],
}));

const reload = vi.fn();

/** A page under a worker that switches; `waiting` is the next worker. */
function stubWorker(waiting: { postMessage(message: unknown): void } | null) {
  const active = {
    postMessage: vi.fn((_message: unknown, [port]: [MessagePort]) => port.postMessage(true)),
  };
  const serviceWorker = Object.assign(new EventTarget(), {
    getRegistration: async () => ({ active, waiting }),
  });
  vi.stubGlobal('navigator', { serviceWorker });
  return { active, serviceWorker };
}

beforeEach(() => {
  reload.mockReset();
  vi.stubGlobal('location', { reload });
});

test('the worker switches, keeps what a pack was last complete for, and the page reloads', async () => {
  const { active } = stubWorker(null);
  await applyUpdate('newer');
  expect(active.postMessage.mock.calls[0]?.[0]).toEqual({
    request: 'switch',
    with: { build: 'newer', keep: ['older'] },
  });
  expect(reload).toHaveBeenCalledTimes(1);
});

test('a waiting worker is asked to take over, and the page reloads once, when it has', async () => {
  const waiting = { postMessage: vi.fn() };
  const { serviceWorker } = stubWorker(waiting);
  await applyUpdate('newer');
  expect(waiting.postMessage).toHaveBeenCalledExactlyOnceWith({ request: 'take-over' });
  expect(reload).not.toHaveBeenCalled();
  serviceWorker.dispatchEvent(new Event('controllerchange'));
  serviceWorker.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledTimes(1);
});

test('a worker that does not take over is not waited for', async () => {
  vi.useFakeTimers();
  stubWorker({ postMessage: vi.fn() });
  await applyUpdate('newer');
  await vi.advanceTimersByTimeAsync(4999);
  expect(reload).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(reload).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

test('a worker is told what to switch to when no page is open', async () => {
  const worker = { postMessage: vi.fn() };
  await prepareUpdate('newer', worker as unknown as ServiceWorker);
  expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith({
    request: 'prepare',
    with: { build: 'newer', keep: ['older'] },
  });
});
