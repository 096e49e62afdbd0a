import { BUILDS_CACHE, CONTENT_CACHE, ownAddresses } from '../../core/messages.ts';
import { home } from '../base.ts';
import { ownRegistration } from './worker.ts';

/** Throws away this site's worker and what was downloaded, and nothing that others have on this origin. */
export async function clearOffline(): Promise<void> {
  await (await ownRegistration())?.unregister();
  for (const name of 'caches' in globalThis ? [CONTENT_CACHE, BUILDS_CACHE] : []) {
    await clearCache(name);
  }
}

async function clearCache(name: string): Promise<void> {
  if (!(await caches.has(name))) return;
  const urls = await urlsIn(name);
  const own = ownAddresses(urls, home());
  if (own.length === urls.length) await caches.delete(name);
  else {
    const cache = await caches.open(name);
    for (const address of own) await cache.delete(home() + address);
  }
}

/** Nothing where a cache cannot be read: then all of it goes. */
async function urlsIn(name: string): Promise<string[]> {
  try {
    return (await (await caches.open(name)).keys()).map(({ url }) => url);
  } catch {
    return [];
  }
}
