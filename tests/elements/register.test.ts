import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installed, offlineSupport, register } from '../../src/client/offline/register.ts';

const { dataset } = document.documentElement;
const serviceWorker = { register: vi.fn(), getRegistrations: vi.fn() };

beforeEach(() => {
  serviceWorker.register.mockReset();
  serviceWorker.getRegistrations.mockReset();
  vi.stubGlobal('navigator', { serviceWorker });
});
afterEach(() => {
  delete dataset.worker;
  delete dataset.base;
});

test.each([
  { isSecureContext: false, caches: {}, support: 'insecure' },
  { isSecureContext: true, caches: {}, support: undefined },
])('a page can work offline or says why not: $support', ({ support, ...globals }) => {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  expect(offlineSupport()).toBe(support);
});

test('a browser without workers or caches cannot work offline', () => {
  vi.stubGlobal('isSecureContext', true);
  expect(offlineSupport()).toBe('browser');
  vi.stubGlobal('caches', {});
  vi.stubGlobal('navigator', {});
  expect(offlineSupport()).toBe('browser');
});

test('inside an app on an iPhone the way leads through Safari', () => {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { standalone: false, maxTouchPoints: 5 });
  expect(offlineSupport()).toBe('webview');
});

describe('the worker', () => {
  test('of a built site is registered below its base', async () => {
    dataset.worker = '';
    dataset.base = '/course/';
    await register();
    expect(serviceWorker.register).toHaveBeenCalledExactlyOnceWith('/course/sw.js', {
      scope: '/course/',
      updateViaCache: 'none',
    });
  });

  test('that a build left behind is removed in development', async () => {
    const registration = { unregister: vi.fn() };
    serviceWorker.getRegistrations.mockResolvedValue([registration]);
    expect(await register()).toBeUndefined();
    expect(registration.unregister).toHaveBeenCalledTimes(1);
    expect(serviceWorker.register).not.toHaveBeenCalled();
  });
});

describe('waiting for an installation', () => {
  /** A worker in this state, and whether it has been waited for to the end. */
  function wait(state: string) {
    const installing = Object.assign(new EventTarget(), { state });
    const done = vi.fn();
    void installed({ installing } as unknown as ServiceWorkerRegistration).then(done);
    return {
      done,
      async become(next: string) {
        installing.state = next;
        installing.dispatchEvent(new Event('statechange'));
        await Promise.resolve();
      },
    };
  }

  test.each(['installed', 'redundant'])('ends when the worker is %s', async (state) => {
    const { done, become } = wait('installing');
    await become('installing');
    expect(done).not.toHaveBeenCalled();
    await become(state);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test('ends at once when there is none, or when it is over', async () => {
    await installed({ installing: null } as ServiceWorkerRegistration);
    const { done } = wait('installed');
    await Promise.resolve();
    expect(done).toHaveBeenCalledTimes(1);
  });
});
