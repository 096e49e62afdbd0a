import { href } from '../base.ts';
import { library, type PackStatus } from '../offline/library.ts';
import { offlineSupport } from '../offline/register.ts';
import { sizeWords, troubleWords } from '../offline/trouble.ts';
import { askWorker } from '../offline/worker.ts';

/** Milliseconds between two questions to the worker: a download changes something all the time. */
const PAUSE = 500;

/** The offline page: what is on this device, and the means to change that. Also shown in place of a missing page. */
export class CoursePacks extends HTMLElement {
  /** Whether this stands in place of a page that is not here. */
  #instead = false;
  #stale = false;
  #marking = false;

  connectedCallback(): void {
    this.#sayWhere();
    if (offlineSupport()) {
      this.#say('这里不能离线使用，要联着网看。');
      return;
    }
    this.onclick = ({ target }) => this.#act(target as Element);
    library.addEventListener('change', () => this.#paint());
    this.#paint();
  }

  #sayWhere(): void {
    const below = location.pathname.slice(new URL(href(), location.href).pathname.length);
    if (below === 'offline/') return;
    this.#instead = true;
    for (const lessons of this.querySelectorAll('details')) lessons.open = true;
    const path = below.replace(/\/(index\.html)?$/, '');
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
    if (action === 'download') void library.download([id]);
    else if (action === 'pause') library.pause(id);
    else if (action === 'delete') void library.delete(id);
    else if (action === 'all') void library.download(notReady());
  }

  #paint(): void {
    for (const pack of library.packs) this.#paintPack(pack);
    const all = this.querySelector<HTMLButtonElement>('[data-action="all"]');
    const left = notReady();
    if (all) {
      all.hidden = this.#instead || library.packs.length === 0 || left.length === 0;
      const bytes = library.packs.reduce((sum, { missing }) => sum + missing, 0);
      all.textContent = `下载全部课程，约${sizeWords(bytes)}`;
    }
    void this.#markLessons();
  }

  #paintPack(pack: PackStatus): void {
    const row = this.querySelector<HTMLElement>(`[data-pack="${pack.id}"]`);
    if (!row) return;
    row.dataset.state = pack.state;
    if (pack.trouble) row.dataset.reason = pack.trouble;
    else delete row.dataset.reason;
    const part = (name: string) => row.querySelector<HTMLElement>(`[data-part="${name}"]`);
    const loading = pack.state === 'loading' || pack.state === 'waiting';
    const text = part('status');
    if (text) text.textContent = statusWords(pack);
    const reason = part('reason');
    if (reason) reason.textContent = pack.trouble ? troubleWords[pack.trouble] : '';
    const show = (action: string, visible: boolean) => {
      const button = row.querySelector<HTMLElement>(`[data-action="${action}"]`);
      if (button) button.hidden = !visible || this.#instead;
      return button;
    };
    const download = show('download', !loading && pack.state !== 'ready');
    const words = { failed: '重试', paused: '继续', partial: '继续' } as Record<string, string>;
    if (download) download.textContent = words[pack.state] ?? '下载';
    show('pause', loading);
    show('delete', pack.state !== 'absent' && !loading);
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
    const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
    const ready = new Set(active ? (await askWorker(active, 'state')).ready : []);
    for (const state of this.querySelectorAll<HTMLElement>('[data-lesson]')) {
      const downloaded = ready.has(`${state.dataset.lesson}/`);
      state.textContent = downloaded ? '已下载' : '未下载';
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
    const status = this.querySelector('[data-part="page-status"]');
    if (status) status.textContent = text;
  }
}

const notReady = (): string[] =>
  library.packs.filter(({ state }) => state !== 'ready').map(({ id }) => id);

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
