/** Name of the lock that a download holds. */
const DOWNLOADS = 'window-course-packs';

/** How long another tab may keep this one waiting, in milliseconds: one that is frozen never ends. */
const PATIENCE = 120_000;

/**
 * One tab downloads at a time: what the next one wants is mostly there when its turn comes. Who has
 * waited too long goes on beside the other one: what is fetched twice is stored once.
 */
export async function alone<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  if (!navigator.locks) return work();
  const wait = new AbortController();
  const giveUp = () => wait.abort();
  const timer = setTimeout(giveUp, PATIENCE);
  signal.addEventListener('abort', giveUp, { once: true });
  let begun = false;
  const begin = () => {
    begun = true;
    return work();
  };
  try {
    return (await navigator.locks.request(DOWNLOADS, { signal: wait.signal }, begin)) as T;
  } catch (error) {
    if (begun || signal.aborted) throw error;
    return work();
  } finally {
    clearTimeout(timer);
  }
}
