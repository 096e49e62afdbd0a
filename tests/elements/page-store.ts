/** The store that `openStore` gives to the elements under test. */
import { createMemoryStore } from '../../src/client/store/memory.ts';
import type { OpenedStore } from '../../src/client/store/open.ts';
import type { Store } from '../../src/client/store/store.ts';

let store: Store = durableStore();
let restored = 0;
let lost = 0;

/** The store of this test's pages. It outlives them, as IndexedDB does. */
export const pageStore = (): Store => store;

/** The same, with what happened when it was opened. */
export const pageRecord = (): OpenedStore => ({ store, restored, lost });

/** A new empty store, as in a new profile. */
export function resetPageStore(): void {
  store = durableStore();
  restored = 0;
  lost = 0;
}

/** As in a browser that refuses IndexedDB. */
export function useMemoryStore(): void {
  store = createMemoryStore();
}

/** As after a browser lost rows that the second copy still had. */
export function useRestoredStore(rows: number): void {
  restored = rows;
}

/** As after a browser lost rows that no copy had. */
export function useShortStore(rows: number): void {
  lost = rows;
}

function durableStore(): Store {
  return { ...createMemoryStore(), durable: true };
}
