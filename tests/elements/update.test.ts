import { beforeEach, expect, test, vi } from 'vitest';
import { applyUpdate } from '../../src/client/offline/update.ts';

const next = { build: 'newer', keep: ['older'] };
const reload = vi.fn();

/** A page under a worker that switches; `waiting` is the next worker. */
function stubWorker(
  waiting: { postMessage(message: unknown): void } | null,
  switches = true,
  scope = 'http://x.test/',
) {
  const active = {
    postMessage: vi.fn((_message: unknown, [port]: [MessagePort]) => port.postMessage(switches)),
  };
  const serviceWorker = Object.assign(new EventTarget(), {
    getRegistration: async () => ({ active, waiting, scope }),
  });
  vi.stubGlobal('navigator', { serviceWorker });
  return { active, serviceWorker };
}

beforeEach(() => {
  reload.mockReset();
  vi.stubGlobal('location', { reload, href: 'http://x.test/attitude/' });
});

test('the worker switches, keeps what a pack was last complete for, and the page reloads', async () => {
  const { active } = stubWorker(null);
  await applyUpdate(next);
  expect(active.postMessage.mock.calls[0]?.[0]).toEqual({
    request: 'switch',
    with: next,
  });
  expect(reload).toHaveBeenCalledTimes(1);
});

test('a waiting worker is asked to take over, and the page reloads once, when it has', async () => {
  const waiting = { postMessage: vi.fn() };
  const { serviceWorker } = stubWorker(waiting);
  await applyUpdate(next);
  expect(waiting.postMessage).toHaveBeenCalledExactlyOnceWith({ request: 'take-over' });
  expect(reload).not.toHaveBeenCalled();
  serviceWorker.dispatchEvent(new Event('controllerchange'));
  serviceWorker.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledTimes(1);
});

test('a worker that does not take over is not waited for', async () => {
  vi.useFakeTimers();
  stubWorker({ postMessage: vi.fn() });
  await applyUpdate(next);
  await vi.advanceTimersByTimeAsync(4999);
  expect(reload).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(reload).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

test('where the worker could not switch, nothing is reloaded', async () => {
  stubWorker({ postMessage: vi.fn() }, false);
  await expect(applyUpdate(next)).rejects.toThrow('did not switch');
  expect(reload).not.toHaveBeenCalled();
});

test('the worker of a folder around this one is not asked', async () => {
  const { active } = stubWorker(null, true, 'http://x.test/around/');
  await applyUpdate(next);
  expect(active.postMessage).not.toHaveBeenCalled();
});
