import { href, notify } from '../base.ts';
import { library } from '../offline/library.ts';
import { installed, offlineSupport, register, retire } from '../offline/register.ts';
import { sizeWords, troubleWords } from '../offline/trouble.ts';
import { applyUpdate, prepareUpdate } from '../offline/update.ts';
import { readSettings } from '../settings.ts';
import { readTally } from '../store/tally.ts';

const UNSUPPORTED = {
  insecure: '本站未启用https，不能离线使用；别的都照常。',
  webview: '请在Safari中打开并添加到主屏幕，断了网才能用；别的都照常。',
  browser: '这个浏览器不能离线使用；可以换系统自带的浏览器打开，再添加到主屏幕。',
};

const FAILED = '这次没能准备好离线使用，下次打开再试。';

const RETIRED = '本站暂时停用了离线；联着网，别的都照常。';

/** Rows of a record after which somebody is taken to have read a first lesson. */
const FIRST_LESSON = 5;

/**
 * One line about working offline, and the work behind it: registers the worker, downloads the module
 * that is being read and the search while nothing else is going on, offers the rest of one's path.
 * On a metered connection it asks first.
 */
export class CourseOffline extends HTMLElement {
  #started = false;
  #next: string | undefined;

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
    this.#say('failed', FAILED);
  }

  async #update(build: string): Promise<void> {
    await applyUpdate(build).catch((error) => this.#fail(error));
  }

  /** The shell first, by the worker; then packs, by this page; then the offer of a new build. */
  async #prepare(registration: ServiceWorkerRegistration): Promise<void> {
    await installed(registration);
    if (!registration.active && !registration.waiting) return this.#say('failed', FAILED);
    await idle();
    await library.open(registration);
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    const frugal = connection?.saveData === true;
    const due = await library.due();
    const fresh = frugal ? [] : this.#automatic();
    // Without the server there is nothing to be had; what is here is shown as it is.
    if (!library.trouble) await library.download([...new Set([...due, ...fresh])]);
    this.#paint();
    if (library.trouble) return;
    if (frugal) this.#offer('您开着省流量，没有自动下载。', this.#automatic());
    else this.#offerPath();
    await this.#offerBuild(registration, frugal);
  }

  /** Where all that is wanted of another build is here, the learner may have it. */
  async #offerBuild(registration: ServiceWorkerRegistration, frugal: boolean): Promise<void> {
    this.#next = await library.next(registration, frugal);
    if (!this.#next) return;
    await prepareUpdate(this.#next, registration.active);
    notify('update');
  }

  /**
   * What is small and likely to be wanted, the first time: the module that is being read, and the
   * search. What is on the shelf already is refreshed when it is due.
   */
  #automatic(): string[] {
    const below = location.pathname.slice(new URL(href(), location.href).pathname.length);
    const [module = ''] = below.split('/');
    const packs = library.packs.filter(({ state }) => state === 'absent').map(({ id }) => id);
    return packs.filter((id) => id === module || id === 'search');
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
    this.append(` ${text}`, button);
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
      this.#say('failed', `有${broken.length}个模块的离线内容不全，连上网会补。`);
    } else {
      this.#sayReady();
    }
  }

  #sayReady(): void {
    const ready = library.packs.filter(({ state }) => state === 'ready').map(({ id }) => id);
    const modules = ready.filter((id) => id !== 'search').length;
    const search = ready.includes('search') ? '和搜索' : '';
    const now = library.trouble === 'network' ? '现在没有网络。' : '';
    if (ready.length > 0) this.#say('ready', `${now}断了网也能用：${modules}个模块${search}。`);
    else if (library.trouble) this.#say('failed', troubleWords[library.trouble]);
    else this.#say('ready', '断了网也能打开首页和我的学习；课要先下载。');
  }

  #say(state: 'working' | 'ready' | 'failed', text: string): void {
    this.dataset.state = state;
    this.textContent = text;
  }
}

/** After everything that the learner waits for. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: 3000 });
    else setTimeout(resolve, 1000);
  });
}
