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
  const cache = await caches.open(name);
  const urls = (await cache.keys()).map(({ url }) => url);
  const own = ownAddresses(urls, home());
  if (own.length === urls.length) await caches.delete(name);
  else for (const address of own) await cache.delete(home() + address);
}
