/** Milliseconds for which another page may stand in the way: one that the browser has frozen never makes way. */
const BLOCKED = 3000;

/** Milliseconds after which a browser that says nothing at all is given up. */
const SILENT = 10_000;

/**
 * Opens or deletes a database; `request` calls `blocked` where another page has it open. Rejects when
 * that takes too long, so that nobody waits for ever; what comes afterwards is nobody's.
 */
export function unlessBlocked<Result>(
  request: (blocked: () => void) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('The database does not answer, or another page has it.'));
    const silent = setTimeout(giveUp, SILENT);
    request(() => setTimeout(giveUp, BLOCKED))
      .then(resolve, reject)
      .finally(() => clearTimeout(silent));
  });
}
