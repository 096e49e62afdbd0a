import { isDisabled } from '../../core/offline/manifest.ts';
import { href } from '../base.ts';
import { isTouchWebKit } from '../home-screen.ts';
import { scriptPolicy } from '../trusted.ts';
import { clearOffline } from './clear.ts';
import { fetchCurrent } from './packs.ts';

/** Why a page cannot work offline; `webview` is an app on an iPhone or iPad, where Safari could. */
export type Unsupported = 'insecure' | 'webview' | 'browser';

/** Whether this page can have a service worker; otherwise why not. */
export function offlineSupport(): Unsupported | undefined {
  if (!isSecureContext) return 'insecure';
  if ('serviceWorker' in navigator && 'caches' in globalThis) return undefined;
  return isTouchWebKit() ? 'webview' : 'browser';
}

/**
 * Registers the worker of a built site. In development there is none, and one that a build has left
 * behind on this address is removed.
 */
export async function register(): Promise<ServiceWorkerRegistration | undefined> {
  const { serviceWorker } = navigator;
  if (document.documentElement.dataset.worker === undefined) {
    const registrations = await serviceWorker.getRegistrations();
    await Promise.all(registrations.map((registration) => registration.unregister()));
    return undefined;
  }
  const worker = href('sw.js');
  const trusted = scriptPolicy('offline', (url) => url === worker);
  return serviceWorker.register(trusted(worker), { scope: href(), updateViaCache: 'none' });
}

/**
 * The kill switch: where `current.json` says `"disable": true`, the worker of this site and what was
 * downloaded go; a record is never touched. Resolves with whether that was so.
 */
export async function retire(): Promise<boolean> {
  if (!isDisabled(await fetchCurrent().catch(() => undefined))) return false;
  await clearOffline();
  return true;
}

/** Resolves when a worker that is being installed has been, or has failed to be. */
export function installed({ installing }: ServiceWorkerRegistration): Promise<void> {
  return new Promise((resolve) => {
    if (!installing) return resolve();
    const check = () => installing.state !== 'installing' && resolve();
    installing.addEventListener('statechange', check);
    check();
  });
}
