import { beforeEach, expect, test, vi } from 'vitest';
import { clearOffline } from '../../src/client/offline/clear.ts';

/** What is stored, by cache; a cache that is `undefined` cannot be read. */
let stored: Map<string, Set<string> | undefined>;
const unregister = vi.fn();

beforeEach(() => {
  stored = new Map();
  unregister.mockClear();
  vi.stubGlobal('caches', {
    has: async (name: string) => stored.has(name),
    delete: async (name: string) => stored.delete(name),
    open: async (name: string) => ({
      keys: async () => [...(stored.get(name) as Set<string>)].map((url) => ({ url })),
      delete: async (url: string) => stored.get(name)?.delete(url),
    }),
  });
  useScope(location.origin);
});

/** The registration that a browser finds for this page. */
function useScope(home: string): void {
  const getRegistration = async () => ({ scope: `${home}/`, unregister });
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration } });
}

test('the worker and what was downloaded go, other caches stay', async () => {
  stored.set('content', new Set([`${location.origin}/content/ab`]));
  stored.set('builds', new Set([`${location.origin}/pointer`]));
  stored.set('theirs', new Set());
  await clearOffline();
  expect([...stored.keys()]).toEqual(['theirs']);
  expect(unregister).toHaveBeenCalledTimes(1);
});

test('what a copy in another folder has stays, and so does a worker of another folder', async () => {
  const other = `${location.origin}/other/content/ab`;
  stored.set('content', new Set([`${location.origin}/content/ab`, other]));
  useScope(`${location.origin}/around`);
  await clearOffline();
  expect(stored.get('content')).toEqual(new Set([other]));
  expect(unregister).not.toHaveBeenCalled();
});

test('a cache that cannot be read goes as a whole', async () => {
  stored.set('content', undefined);
  await clearOffline();
  expect([...stored.keys()]).toEqual([]);
});
