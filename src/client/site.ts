import { notify } from './base.ts';
import { loadLater } from './load-script.ts';
import { fillLocal } from './local.ts';
import { reloadPage } from './reload.ts';
import { openRecord } from './store/open.ts';

/** What every kind of page does. */
export function startSite(): void {
  // No page is interrupted by an offer to install: the button for it stands on the page 离线.
  addEventListener('beforeinstallprompt', (event) => event.preventDefault());
  // What a browser brings back from its memory knows nothing of what was learned since.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void reloadPage();
  });
  void fillLocal();
  tellOfRecord().catch((error) => console.warn('The record could not be looked at.', error));
  const { later } = document.documentElement.dataset;
  if (later) loadLater(later);
}

/** Opens the record, and says so where something is wrong with it. */
export async function tellOfRecord(): Promise<void> {
  const { store, restored, lost } = await openRecord();
  if (!store.durable) notify('memory');
  if (restored > 0) notify('restored', restored);
  if (lost > 0) notify('lost', lost);
  const { unread } = await store.readLog();
  if (unread > 0) notify('unread', unread);
}
