/** What every element test starts with: an empty page, empty storage and a store of its own. */
import { afterEach, beforeEach, vi } from 'vitest';
import { resetHolder } from './page-holder.ts';
import { pageRecord, pageStore, resetPageStore } from './page-store.ts';

vi.mock('../../src/client/store/open.ts', () => ({
  openStore: async () => pageStore(),
  openRecord: async () => pageRecord(),
}));
vi.mock('../../src/client/store/holder.ts', () => import('./page-holder.ts'));

// jsdom lays nothing out.
Element.prototype.scrollIntoView ??= () => undefined;

beforeEach(() => {
  resetPageStore();
  resetHolder();
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
