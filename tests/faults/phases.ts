/** What a page tells about its writing while it writes; the product knows nothing of it. */
import type { BrowserContext } from '@playwright/test';

/** How far it has come; `shown` is the word on the page that a learner goes by. */
export type Phase = 'opened' | 'put' | 'complete' | 'shown';

export interface PhaseReport {
  phase: Phase;
  /** What is written: rows of the record, or the database itself; `shown`: of which question. */
  of: string;
  /** When, by the page's clock, milliseconds since 1970. */
  at: number;
}

/** Milliseconds since 1970, finer than `Date.now()`; a page's reports are on the same clock. */
export const clock = (): number => performance.timeOrigin + performance.now();

/** Calls `hear` with all that the pages of this browser report. Call before the first page loads. */
export async function listenToPhases(
  context: BrowserContext,
  hear: (report: PhaseReport) => void,
): Promise<void> {
  await context.exposeBinding('reportPhase', (_source, report: PhaseReport) => hear(report));
  await context.addInitScript(reportPhases);
}

/**
 * Runs in every page before its own scripts. Reports without waiting for an answer: a transaction
 * that writes events or the database's structure, its first `add` or `put`, its end; and 已保存 or
 * 合好了 when they become visible.
 */
function reportPhases(): void {
  const { reportPhase } = window as unknown as { reportPhase(report: PhaseReport): void };
  const report = (phase: Phase, of: string) =>
    void reportPhase({ phase, of, at: performance.timeOrigin + performance.now() });
  const writing = new WeakMap<IDBTransaction, { of: string; put: boolean }>();

  const follow = (transaction: IDBTransaction, of: string) => {
    writing.set(transaction, { of, put: false });
    transaction.addEventListener('complete', () => report('complete', of));
    report('opened', of);
  };
  const reportPut = (transaction: IDBTransaction) => {
    const known = writing.get(transaction);
    if (!known || known.put) return;
    known.put = true;
    report('put', known.of);
  };

  const { transaction, createObjectStore } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const begun = transaction.call(this, stores, mode, options);
    const record = this.name === 'window-course' && begun.objectStoreNames.contains('events');
    if (record && mode === 'readwrite') follow(begun, 'events');
    return begun;
  };
  IDBDatabase.prototype.createObjectStore = function (name, options) {
    const store = createObjectStore.call(this, name, options);
    reportPut(store.transaction);
    return store;
  };
  const { add, put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (value, key) {
    const request = key === undefined ? add.call(this, value) : add.call(this, value, key);
    reportPut(this.transaction);
    return request;
  };
  IDBObjectStore.prototype.put = function (value, key) {
    const request = key === undefined ? put.call(this, value) : put.call(this, value, key);
    reportPut(this.transaction);
    return request;
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, version) {
    const opening = version === undefined ? open.call(this, name) : open.call(this, name, version);
    opening.addEventListener('upgradeneeded', () => {
      const { transaction } = opening;
      if (name === 'window-course' && transaction) follow(transaction, 'structure');
    });
    return opening;
  };

  const shown = new Set<Element>();
  new MutationObserver(() => {
    for (const place of document.querySelectorAll('[data-part="saved"], [data-part="preview"]')) {
      const says = /已保存|合好了/.test(place.textContent) && place.getClientRects().length > 0;
      if (!says) shown.delete(place);
      if (!says || shown.has(place)) continue;
      shown.add(place);
      const question = place.closest<HTMLElement>('[data-question]')?.dataset.question;
      report('shown', question ?? 'import');
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
