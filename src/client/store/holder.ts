import type { IDBPObjectStore } from 'idb';
import { scope } from '../learners.ts';
import { type CourseSchema, withDatabase } from './database.ts';
import { randomId } from './store.ts';
import { inTransaction } from './transaction.ts';

/** How often a holder shows that it is alive, and after how long without it is taken to be gone. */
const BEAT = 2000;
const GONE = 7000;

/** Storage key of the pages that have left, by their random ids, and how many it remembers. */
const LEFT = 'window-course.left';
const MOST_LEFT = 20;

type Leases = IDBPObjectStore<CourseSchema, ['holders'], 'holders', 'readwrite'>;

/**
 * Holds a sitting for this page, so that two tabs never write the same one. Calls `onWait` if
 * another page holds it now; resolves when this page does. Released when the page goes or `signal`
 * aborts. With Web Locks where there are any; on plain http with a row that is renewed while the
 * holder lives, and that another page may take from one that has slept: then `onLost` is called.
 */
export async function holdSitting(
  id: string,
  onWait: () => void,
  onLost: () => void,
  signal: AbortSignal,
): Promise<void> {
  if (navigator.locks) return holdLock(`${scope()}/${id}`, onWait, signal);
  return holdLease(id, onWait, onLost, signal);
}

function holdLock(name: string, onWait: () => void, signal: AbortSignal): Promise<void> {
  return new Promise((held, failed) => {
    const keep = () =>
      new Promise<void>((release) => {
        held();
        // Nobody needs it any more.
        if (signal.aborted) release();
        signal.addEventListener('abort', () => release(), { once: true });
      });
    navigator.locks
      .request(name, { ifAvailable: true }, async (lock) => {
        if (lock) return keep();
        onWait();
        navigator.locks.request(name, { signal }, keep).catch(failed);
        return undefined;
      })
      .catch(failed);
  });
}

async function holdLease(
  id: string,
  onWait: () => void,
  onLost: () => void,
  signal: AbortSignal,
): Promise<void> {
  const page = randomId();
  let beat: ReturnType<typeof setInterval> | undefined;
  const release = () => {
    clearInterval(beat);
    sayLeft(page);
    void dropLease(id, page).catch(() => undefined);
  };
  // Before the lease is asked for: a page that goes in the middle of that gives it up too.
  signal.addEventListener('abort', release, { once: true });
  addEventListener('pagehide', release, { once: true });
  let waited = false;
  while (!(await takeLease(id, page))) {
    if (!waited) onWait();
    waited = true;
    await new Promise((next) => setTimeout(next, BEAT));
    if (signal.aborted) return;
  }
  const renew = async () => {
    if (await takeLease(id, page)) return;
    clearInterval(beat);
    onLost();
  };
  beat = setInterval(() => void renew().catch(() => undefined), BEAT);
  if (signal.aborted) release();
}

/** Takes or renews the lease; false while another page's is alive. */
function takeLease(id: string, page: string): Promise<boolean> {
  return changeLeases(async (leases) => {
    const holder = await leases.get(id);
    const now = Date.now();
    // A beat from the future means that the clock was set back: it is as good as gone.
    const alive =
      holder &&
      Math.abs(now - holder.at) < GONE &&
      holder.page !== page &&
      !whoLeft().includes(holder.page);
    if (!alive) await leases.put({ id, page, at: now });
    return !alive;
  });
}

/** Gives the lease up; one that has passed to another page is that page's. */
function dropLease(id: string, page: string): Promise<void> {
  return changeLeases(async (leases) => {
    if ((await leases.get(id))?.page === page) await leases.delete(id);
  });
}

/** One transaction, so that two pages never both find a lease free; losable, since it runs out. */
function changeLeases<Result>(change: (leases: Leases) => Promise<Result>): Promise<Result> {
  return withDatabase((database) =>
    inTransaction(database, ['holders'], 'readwrite', ({ store }) => change(store), 'relaxed'),
  );
}

/** A page that goes cannot wait for the database; this is written at once: a reload waits for nobody. */
function sayLeft(page: string): void {
  try {
    localStorage.setItem(LEFT, [...whoLeft(), page].slice(-MOST_LEFT).join(' '));
  } catch {
    // Then its lease runs out.
  }
}

function whoLeft(): string[] {
  try {
    return (localStorage.getItem(LEFT) ?? '').split(' ');
  } catch {
    return [];
  }
}
