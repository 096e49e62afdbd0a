import type { Switch } from '../../core/messages.ts';
import { SHELL } from '../../core/offline/manifest.ts';
import { home, notify, withdraw } from '../base.ts';
import { keepFocus } from '../focus.ts';
import { library, SEARCH } from '../offline/library.ts';
import { downloadShell } from '../offline/packs.ts';
import { installed, offlineSupport, register, retire } from '../offline/register.ts';
import { sizeWords, troubleOf, troubleWords } from '../offline/trouble.ts';
import { applyUpdate } from '../offline/update.ts';
import { tellWorker } from '../offline/worker.ts';
import { readSettings } from '../settings.ts';
import { readTally } from '../store/tally.ts';

const UNSUPPORTED = {
  insecure: '本站未启用https，不能离线使用；别的都照常。',
  webview: '请在Safari中打开并添加到主屏幕，断了网才能用；别的都照常。',
  browser: '这个浏览器不能离线使用；可以换系统自带的浏览器打开，再添加到主屏幕。',
};

const FAILED = '这次没能准备好离线使用。';

const AGAIN = '下次打开再试。';

const NOT_UPDATED = '这次没能更新，还是原来的内容，您答过的题都在。重新打开这一页再试。';

const RETIRED = '本站暂时停用了离线；联着网，别的都照常。';

/** Rows of a record after which somebody is taken to have read a first lesson. */
const FIRST_LESSON = 5;

/**
 * One line about working offline, and the work behind it: registers the worker, downloads the module
 * that is being read and the search while nothing else is going on, offers the rest of one's path.
 * On a metered connection it asks first.
 */
export class CourseOffline extends HTMLElement {
  /** The page's one library: the page 离线 shows it too, by a script of its own. */
  readonly library = library;
  #started = false;
  #next: Switch | undefined;

  connectedCallback(): void {
    if (this.#started) return;
    this.#started = true;
    const unsupported = offlineSupport();
    if (unsupported) {
      this.dataset.state = 'unsupported';
      this.textContent = UNSUPPORTED[unsupported];
      return;
    }
    document.addEventListener('course:update', () => {
      if (this.#next) void this.#update(this.#next);
    });
    void this.#start();
  }

  async #start(): Promise<void> {
    try {
      if (await retire()) return this.#say('failed', RETIRED);
      const registration = await register();
      if (!registration) return;
      library.addEventListener('change', () => this.#paint());
      const prepare = () => this.#prepare(registration).catch((error) => this.#fail(error));
      registration.addEventListener('updatefound', prepare);
      await prepare();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    console.warn('Working offline was not prepared.', error);
    this.#say('failed', FAILED + AGAIN);
  }

  async #update(next: Switch): Promise<void> {
    await applyUpdate(next).catch((error) => {
      console.warn('The update was not applied.', error);
      this.#say('failed', NOT_UPDATED);
    });
  }

  /** A worker does not say why it was not installed: the page tries, and what it gets is a help next time. */
  async #explain(): Promise<void> {
    const why = await downloadShell().then(
      () => AGAIN,
      (error) => troubleWords[troubleOf(error)],
    );
    this.#say('failed', FAILED + why);
  }

  /** The shell first, by the worker; then packs, by this page; then the offer of a new build. */
  async #prepare(registration: ServiceWorkerRegistration): Promise<void> {
    await installed(registration);
    await idle();
    if (!registration.active && !registration.waiting) return this.#explain();
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    const frugal = connection?.saveData === true;
    // What is small and likely to be wanted: the module that is being read, and the search.
    const due = await library.open([openModule(), SEARCH], frugal);
    // Without the server there is nothing to be had; what is here is shown as it is.
    if (!library.trouble && !frugal) await library.download(due);
    this.#paint();
    if (library.trouble) return;
    if (frugal) this.#offer('您开着省流量，没有自动下载。', due);
    else this.#offerPath();
    await this.#offerBuild(registration);
  }

  /** Where all that is wanted of another build is here, the learner may have it; else not any more. */
  async #offerBuild({ active }: ServiceWorkerRegistration): Promise<void> {
    this.#next = await library.next();
    tellWorker(active, 'prepare', this.#next);
    if (this.#next) notify('update', this.#next.build);
    else withdraw('update');
  }

  /** After a first lesson, the other modules of one's path. */
  #offerPath(): void {
    const { path } = readSettings();
    const modules = new Set(path?.lessons.map((lesson) => lesson.path.split('/')[0]));
    const absent = library.packs.filter(({ id, state }) => modules.has(id) && state === 'absent');
    if (readTally() < FIRST_LESSON || absent.length === 0) return;
    this.#offer(
      `“${path?.title}”还有${absent.length}个模块没存到这台设备。`,
      absent.map(({ id }) => id),
    );
  }

  #offer(text: string, ids: readonly string[]): void {
    if (ids.length === 0) return;
    const size = library.packs
      .filter(({ id }) => ids.includes(id))
      .reduce((sum, { missing }) => sum + missing, 0);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = `下载，约${sizeWords(size)}`;
    button.addEventListener('click', () => void library.download(ids), { once: true });
    this.append(text, button);
  }

  #paint(): void {
    const { packs } = library;
    const loading = packs.filter(({ state }) => state === 'loading' || state === 'waiting');
    const failed = packs.find(({ state }) => state === 'failed');
    const broken = packs.filter(({ state }) => state === 'partial');
    if (loading.length > 0) {
      const missing = loading.reduce((sum, pack) => sum + pack.missing, 0);
      this.#say('working', `正在准备离线内容，还有${sizeWords(missing)}。`);
    } else if (failed) {
      this.#say(
        'failed',
        `离线内容没有下完，已下的都留着。${troubleWords[failed.trouble ?? 'network']}`,
      );
    } else if (broken.length > 0) {
      const modules = broken.filter(({ id }) => id !== SHELL).length;
      const what = modules > 0 ? `有${modules}个模块的离线内容` : '离线要用的基本文件';
      this.#say('failed', `${what}不全，${library.trouble ? '连上网会补' : '下载了就全'}。`);
    } else {
      this.#sayReady();
    }
  }

  #sayReady(): void {
    const { packs, trouble } = library;
    const ready = packs.flatMap(({ id, state }) => (state === 'ready' && id !== SHELL ? id : []));
    const modules = ready.filter((id) => id !== SEARCH).length;
    const search = ready.includes(SEARCH) ? '和搜索' : '';
    const gone = trouble === 'network';
    const now = gone ? '现在没有网络。' : '';
    const news = trouble && !gone ? `这次没查到新内容：${troubleWords[trouble]}` : '';
    if (ready.length > 0) {
      this.#say('ready', `${now}断了网也能用：${modules}个模块${search}。${news}`);
    } else if (trouble) this.#say('failed', troubleWords[trouble]);
    else this.#say('ready', '断了网也能打开首页和我的学习；课要先下载。');
  }

  #say(state: 'working' | 'ready' | 'failed', text: string): void {
    this.dataset.state = state;
    keepFocus(this, () => {
      this.textContent = text;
    });
  }
}

/** The module that is being read, if one is. */
function openModule(): string {
  const below = location.pathname.slice(new URL(home()).pathname.length);
  return below.split('/')[0] ?? '';
}

/** After everything that the learner waits for. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: 3000 });
    else setTimeout(resolve, 1000);
  });
}
