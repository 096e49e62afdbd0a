import type { Switch } from '../../core/messages.ts';
import { askWorker, ownRegistration, tellWorker } from './worker.ts';

/** How long a worker may take to take over, in milliseconds; Chromium sometimes lets it wait. */
const PATIENCE = 5000;

/**
 * Lets the build that has been downloaded answer from now on, and the worker that came with it take
 * over; then reloads this page once. Other open pages go on with the files they were opened with.
 * Rejects, and reloads nothing, where that build is not whole any more.
 */
export async function applyUpdate(next: Switch): Promise<void> {
  const { active, waiting } = (await ownRegistration()) ?? {};
  if (active && !(await askWorker(active, 'switch', next))) {
    throw new Error(`The worker did not switch to build ${next.build}.`);
  }
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  // Who has agreed does not wait for the worker: the old one answers from the new build too.
  setTimeout(() => location.reload(), PATIENCE);
  tellWorker(waiting, 'take-over');
}
