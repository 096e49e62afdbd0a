import type { Switch } from '../../core/messages.ts';
import { readShelf } from './shelf.ts';
import { askWorker } from './worker.ts';

/** How long a worker may take to take over, in milliseconds; Chromium sometimes lets it wait. */
const PATIENCE = 5000;

/** Lets the build that has been downloaded answer as soon as no page is open. */
export async function prepareUpdate(build: string, worker: ServiceWorker | null): Promise<void> {
  worker?.postMessage({ request: 'prepare', with: await switchOf(build) });
}

/** The switch to a build, with those that some pack was last complete for. */
async function switchOf(build: string): Promise<Switch> {
  const packs = await readShelf();
  return { build, keep: packs.map((pack) => pack.build).filter((id) => id !== '') };
}

/**
 * Lets the build that has been downloaded answer from now on, and the worker that came with it take
 * over; then reloads this page once. Other open pages go on with the files they were opened with.
 */
export async function applyUpdate(build: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const { active, waiting } = registration ?? {};
  if (active) await askWorker(active, 'switch', await switchOf(build));
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  // Who has agreed does not wait for the worker: the old one answers from the new build too.
  setTimeout(() => location.reload(), PATIENCE);
  waiting.postMessage({ request: 'take-over' });
}
