import { backupDue } from '../../core/record/backup-due.ts';
import { saveBackupFile } from '../backup-file.ts';
import { dayOf } from '../day.ts';
import { keepFocus } from '../focus.ts';
import { onHomeScreen } from '../home-screen.ts';
import { readOutline } from '../outline.ts';
import { readBackupTime, writeBackupTime } from '../settings.ts';
import { openStore } from '../store/open.ts';

/** Offers a backup where one is due, on pages that show all progress; never inside a lesson. */
export class CourseBackupOffer extends HTMLElement {
  connectedCallback(): void {
    this.onclick = ({ target }) => void this.#act((target as HTMLElement).dataset.action);
    this.#start().catch((error) => console.warn('No backup can be offered.', error));
  }

  async #start(): Promise<void> {
    const store = await openStore();
    const { events } = await store.readLog();
    if (!store.durable || events.length === 0) return;
    const outline = await readOutline(this.dataset.modules);
    if (!outline) return;
    const last = readBackupTime();
    const due = backupDue({
      outline,
      events,
      last,
      now: Date.now(),
      clears: clearsUnused(),
      dayOf,
    });
    if (!due) return;
    this.#show(due);
    this.hidden = false;
  }

  async #act(action: string | undefined): Promise<void> {
    if (action === 'later') {
      writeBackupTime(Date.now());
      const hide = () => {
        this.hidden = true;
      };
      keepFocus(this, hide, document.querySelector('main') ?? undefined);
    }
    if (action !== 'save') return;
    try {
      await saveBackupFile();
      this.#show('saved');
      const status = this.querySelector<HTMLElement>('[role="status"]') ?? undefined;
      keepFocus(this, () => this.#show('actions', false), status);
      this.#show('failed', false);
    } catch (error) {
      console.warn('The backup was not made.', error);
      this.#show('failed');
    }
  }

  #show(name: string, visible = true): void {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part) part.hidden = !visible;
  }
}

/** Safari in a tab clears what a site stores after seven days without a visit; a home-screen app keeps it. */
function clearsUnused(): boolean {
  const { userAgent } = navigator;
  return !onHomeScreen() && /AppleWebKit/.test(userAgent) && !/Chrom|Android|Edg/.test(userAgent);
}
