import type { Notice } from '../base.ts';
import { keepFocus } from '../focus.ts';
import { readSession, writeSession } from '../session.ts';
import { openStore } from '../store/open.ts';
import { acceptLoss } from '../store/tally.ts';
import { allNotices, buildNotices } from './notices.ts';

const LATER = 'later';

/** Shows the notices of `notices.ts` that `notify` has written on this element. */
export class CourseNotices extends HTMLElement {
  static readonly observedAttributes = allNotices.map((notice) => `data-${notice}`);
  #connected: AbortController | undefined;

  connectedCallback(): void {
    this.#build();
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    this.addEventListener('click', (event) => this.#click(event), { signal });
  }

  disconnectedCallback(): void {
    this.#connected?.abort();
  }

  attributeChangedCallback(name: string, _before: string | null, count: string | null): void {
    this.#build();
    const notice = name.slice('data-'.length) as Notice;
    const place = this.querySelector(`[data-notice="${notice}"] [data-part="count"]`);
    if (place) place.textContent = count;
    // Who said 先不更新 is asked again on the next visit or about the next build, not on the next page.
    const declined = notice === 'update' && readSession(LATER) === count;
    this.#show(notice, count !== null && !declined);
  }

  /** What was said before this script came is heard before the element counts as connected. */
  #build(): void {
    if (!this.hasChildNodes()) this.append(...buildNotices());
  }

  /** From here on what is there is all there is. */
  async #acceptLoss(): Promise<void> {
    try {
      const { rows } = await (await openStore()).readAll();
      acceptLoss(rows.length);
      this.removeAttribute('data-lost');
    } catch (error) {
      // Then the notice stays, and can be pressed again.
      console.warn('The loss was not accepted.', error);
    }
  }

  /** A test that is open is finished first. */
  #update(): void {
    const open = document.querySelector('course-test[data-open]');
    const busy = this.querySelector<HTMLElement>('[data-part="busy"]');
    if (busy) busy.hidden = !open;
    if (!open) document.dispatchEvent(new CustomEvent('course:update'));
  }

  #show(notice: Notice, visible: boolean): void {
    const element = this.querySelector<HTMLElement>(`[data-notice="${notice}"]`);
    if (!element) return;
    keepFocus(this, () => {
      element.hidden = !visible;
    });
  }

  #click(event: Event): void {
    const action = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset.action;
    if (action === 'update') this.#update();
    if (action === 'accept-loss') void this.#acceptLoss();
    if (action === 'later') {
      writeSession(LATER, this.dataset.update ?? '');
      this.removeAttribute('data-update');
    }
  }
}
