import { home } from '../base.ts';
import { keepFocus } from '../focus.ts';
import type { Library, PackStatus } from '../offline/library.ts';
import { offlineSupport } from '../offline/register.ts';
import { sizeWords, troubleWords } from '../offline/trouble.ts';
import { presentState } from '../offline/worker.ts';
import type { CourseOffline } from './course-offline.ts';

/** Milliseconds between two questions to the worker: a download changes something all the time. */
const PAUSE = 500;

/** The offline page: what is on this device, and the means to change that. Also shown in place of a missing page. */
export class CoursePacks extends HTMLElement {
  #library: Library | undefined;
  /** Whether this stands in place of a page that is not here. */
  #instead = false;
  #stale = false;
  #marking = false;
  readonly #changed = () => this.#paint();

  connectedCallback(): void {
    this.#sayWhere();
    if (offlineSupport()) {
      this.#say('这里不能离线使用，要联着网看。');
      return;
    }
    void this.#open();
  }

  /** The line 离线 at the end of the page has the library; its script comes later than this one. */
  async #open(): Promise<void> {
    await customElements.whenDefined('course-offline');
    this.#library = document.querySelector<CourseOffline>('course-offline')?.library;
    this.#library?.addEventListener('change', this.#changed);
    this.onclick = ({ target }) => this.#act(target as Element);
    this.#paint();
  }

  #sayWhere(): void {
    const below = location.pathname.slice(new URL(home()).pathname.length);
    const path = below.replace(/\/(index\.html)?$/, '');
    if (path === 'offline') return;
    this.#instead = true;
    for (const lessons of this.querySelectorAll('details')) lessons.open = true;
    const state = [...this.querySelectorAll<HTMLElement>('[data-lesson]')].find(
      ({ dataset }) => dataset.lesson === path,
    );
    const lesson = state?.closest('li')?.querySelector('.title')?.textContent;
    const title = document.querySelector('[data-part="offline-title"]');
    if (title) title.textContent = lesson ? `本课尚未下载：${lesson}` : '没有网络，这一页还没下载';
    this.#say('现在连不上网，连上以后再打开。您答过的题都在。');
  }

  #act(target: Element): void {
    const action = target.closest<HTMLElement>('[data-action]')?.dataset.action;
    const id = target.closest<HTMLElement>('[data-pack]')?.dataset.pack ?? '';
    if (action === 'download') void this.#library?.download([id]);
    else if (action === 'pause') this.#library?.pause(id);
    else if (action === 'delete') void this.#delete(id);
    else if (action === 'all') void this.#library?.download(this.#notReady());
  }

  async #delete(id: string): Promise<void> {
    await this.#library?.delete(id).catch((error) => {
      console.warn(`The pack ${id} was not deleted.`, error);
      this.#say('这次没有删成，再点一次“删除”。');
    });
  }

  #paint(): void {
    const packs = this.#library?.packs ?? [];
    for (const pack of packs) this.#paintPack(pack);
    const all = this.querySelector<HTMLButtonElement>('[data-action="all"]');
    const left = this.#notReady().length;
    if (all) {
      const hide = () => {
        all.hidden = this.#instead || left === 0;
      };
      keepFocus(all.parentElement as HTMLElement, hide, this.#status);
      const bytes = packs.reduce((sum, { missing }) => sum + missing, 0);
      write(all, `下载全部课程，约${sizeWords(bytes)}`);
    }
    void this.#markLessons();
  }

  #notReady(): string[] {
    const packs = this.#library?.packs.filter(({ state }) => state !== 'ready') ?? [];
    return packs.map(({ id }) => id);
  }

  #paintPack(pack: PackStatus): void {
    const row = this.querySelector<HTMLElement>(`[data-pack="${pack.id}"]`);
    const text = row?.querySelector<HTMLElement>('[data-part="status"]');
    if (!row || !text) return;
    // What is counted four times a second is not read out; that something else goes on is.
    text.setAttribute('aria-live', row.dataset.state === pack.state ? 'off' : 'polite');
    row.dataset.state = pack.state;
    if (pack.trouble) row.dataset.reason = pack.trouble;
    else delete row.dataset.reason;
    write(text, statusWords(pack));
    write(row.querySelector('[data-part="reason"]'), reasonWords(pack));
    keepFocus(row, () => this.#paintButtons(row, pack.state), text);
  }

  #paintButtons(row: HTMLElement, state: PackStatus['state']): void {
    const loading = state === 'loading' || state === 'waiting';
    const show = (action: string, visible: boolean) => {
      const button = row.querySelector<HTMLElement>(`[data-action="${action}"]`);
      if (button) button.hidden = !visible || this.#instead;
      return button;
    };
    const words = { failed: '重试', paused: '继续', partial: '继续' } as Record<string, string>;
    write(show('download', !loading && state !== 'ready'), words[state] ?? '下载');
    show('pause', loading);
    show('delete', state !== 'absent' && !loading);
  }

  /** The worker is asked once for all that has changed since it last answered. */
  async #markLessons(): Promise<void> {
    this.#stale = true;
    if (this.#marking) return;
    this.#marking = true;
    while (this.#stale) {
      this.#stale = false;
      await this.#mark().catch((error) => console.warn('The lessons were not marked.', error));
      await new Promise((next) => setTimeout(next, PAUSE));
    }
    this.#marking = false;
  }

  async #mark(): Promise<void> {
    const ready = new Set((await presentState())?.ready);
    for (const state of this.querySelectorAll<HTMLElement>('[data-lesson]')) {
      const downloaded = ready.has(`${state.dataset.lesson}/`);
      write(state, downloaded ? '已下载' : '未下载');
      state.dataset.state = downloaded ? 'done' : 'new';
    }
    if (this.#instead) this.#showReadyAlone();
  }

  /** Who wanted another page looks for what can be read now. */
  #showReadyAlone(): void {
    for (const item of this.querySelectorAll<HTMLElement>('.lessons > li')) {
      item.hidden = !item.querySelector('[data-state="done"]');
    }
    const packs = [...this.querySelectorAll<HTMLElement>('[data-pack]')];
    for (const pack of packs) pack.hidden = !pack.querySelector('.lessons > li:not([hidden])');
    const some = packs.some(({ hidden }) => !hidden);
    this.#say(
      `现在连不上网，连上以后再打开。您答过的题都在。${some ? '下面的课已下载，现在就能看。' : '这台设备还没有下载好的课。'}`,
    );
  }

  #say(text: string): void {
    write(this.#status, text);
  }

  get #status(): HTMLElement {
    return this.querySelector('[data-part="page-status"]') as HTMLElement;
  }
}

/** What stays as it is is not written: it would be read out again. */
function write(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

function reasonWords({ state, trouble }: PackStatus): string {
  if (trouble) return troubleWords[trouble];
  return state === 'paused' ? '先停下了，已下的留着。' : '';
}

function statusWords({ state, bytes, missing }: PackStatus): string {
  const done = `${sizeWords(bytes - missing)}，共${sizeWords(bytes)}`;
  switch (state) {
    case 'ready':
      return `已下载，占${sizeWords(bytes)}`;
    case 'absent':
      return `没下载，约${sizeWords(missing)}`;
    case 'waiting':
      return '排着队';
    case 'loading':
      return `正在下载，${done}`;
    default:
      return `没下完，${done}`;
  }
}
