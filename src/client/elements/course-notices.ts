import { readSession, writeSession } from '../session.ts';
import { openRecord, openStore } from '../store/open.ts';
import { acceptLoss } from '../store/tally.ts';
import { buildNotices, type Notice } from './notices.ts';

const LATER = 'later';

/** Shows the notices of `notices.ts` that are true; others call `notify`. */
export class CourseNotices extends HTMLElement {
  #connected: AbortController | undefined;

  connectedCallback(): void {
    if (!this.hasChildNodes()) this.append(...buildNotices());
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    document.addEventListener(
      'course:notice',
      (event) => this.#hear((event as CustomEvent<{ notice: Notice }>).detail.notice),
      { signal },
    );
    this.addEventListener('click', (event) => this.#click(event), { signal });
    void this.#checkStore();
  }

  disconnectedCallback(): void {
    this.#connected?.abort();
  }

  async #checkStore(): Promise<void> {
    const { store, restored, lost } = await openRecord();
    if (!store.durable) this.#show('memory');
    if (restored > 0) this.#showCount('restored', restored);
    if (lost > 0) this.#showCount('lost', lost);
    const { unread } = await store.readLog();
    if (unread > 0) this.#showCount('unread', unread);
  }

  /** From here on what is there is all there is. */
  async #acceptLoss(): Promise<void> {
    const { rows } = await (await openStore()).readAll();
    acceptLoss(rows.length);
    this.#show('lost', false);
  }

  /** A test that is open is finished first. */
  #update(): void {
    const open = document.querySelector('course-test[data-open]');
    const busy = this.querySelector<HTMLElement>('[data-part="busy"]');
    if (busy) busy.hidden = !open;
    if (!open) document.dispatchEvent(new CustomEvent('course:update'));
  }

  #hear(notice: Notice): void {
    // Who said 先不更新 is asked again on the next visit, not on the next page.
    if (notice !== 'update' || !readSession(LATER)) this.#show(notice);
  }

  #showCount(notice: Notice, count: number): void {
    const place = this.querySelector(`[data-notice="${notice}"] [data-part="count"]`);
    if (place) place.textContent = String(count);
    this.#show(notice);
  }

  #show(notice: Notice, visible = true): void {
    const element = this.querySelector<HTMLElement>(`[data-notice="${notice}"]`);
    if (element) element.hidden = !visible;
  }

  #click(event: Event): void {
    const action = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset.action;
    if (action === 'update') this.#update();
    if (action === 'accept-loss') void this.#acceptLoss();
    if (action === 'later') {
      writeSession(LATER, 'yes');
      this.#show('update', false);
    }
  }
}
