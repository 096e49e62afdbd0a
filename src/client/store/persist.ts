/** Events between two times of asking: some browsers grant it only to sites that are used. */
const EVERY = 50;

/**
 * Asks the browser not to clear this site away when the disk gets full, after the first saved event
 * of a run and now and then; what it has answered stands on the page 诊断.
 */
export async function askToPersist(seq: number): Promise<void> {
  if (seq % EVERY !== 1 || (await isPersisted()) !== false) return;
  await navigator.storage.persist().catch(() => false);
}

/** Whether the browser keeps this site; `undefined` where it cannot be asked, as on plain http. */
export async function isPersisted(): Promise<boolean | undefined> {
  return navigator.storage?.persisted?.().catch(() => undefined);
}
