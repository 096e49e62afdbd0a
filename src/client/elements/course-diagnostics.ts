import { BUILDS_CACHE, CONTENT_CACHE } from '../../core/messages.ts';
import { parseCurrent } from '../../core/offline/manifest.ts';
import { copyText } from '../copy-text.ts';
import { readErrors } from '../errors.ts';
import { readLearners } from '../learners.ts';
import { fetchCurrent } from '../offline/packs.ts';
import { offlineSupport, type Unsupported } from '../offline/register.ts';
import { readShelf } from '../offline/shelf.ts';
import { sizeWords } from '../offline/trouble.ts';
import { ownRegistration, presentState } from '../offline/worker.ts';
import { openRecord } from '../store/open.ts';
import { isPersisted } from '../store/persist.ts';
import { openReplica } from '../store/replica.ts';

/** 诊断: what this browser has and can do, in words that can be copied into a message. Sends nothing. */
export class CourseDiagnostics extends HTMLElement {
  connectedCallback(): void {
    this.onclick = ({ target }) => {
      if ((target as HTMLElement).dataset.action === 'copy') void this.#copy();
    };
    const copy = this.querySelector<HTMLElement>('[data-action="copy"]');
    if (copy) copy.hidden = false;
    void this.#paint();
  }

  /** Each fact as it comes: one that never does must not keep the others back. */
  async #paint(): Promise<void> {
    const rows = Object.entries(facts).map(([title, find]) => {
      const row = document.createElement('div');
      const fact = textOf('dd', '还在查');
      row.append(textOf('dt', title), fact);
      const found = find()
        .catch((error) => `查不到（${error}）`)
        .then((text) => {
          fact.textContent = text;
        });
      return { row, found };
    });
    this.querySelector('[data-part="facts"]')?.replaceChildren(...rows.map(({ row }) => row));
    await Promise.all(rows.map(({ found }) => found));
    this.dataset.ready = '';
  }

  async #copy(): Promise<void> {
    const rows = [...this.querySelectorAll('[data-part="facts"] > div')];
    const lines = rows.map((row) => [...row.children].map((cell) => cell.textContent).join('：'));
    const copied = await copyText(lines.join('\n'));
    const status = this.querySelector('[data-part="copied"]');
    if (status) status.textContent = copied ? '复制好了。' : '这里不让复制，请长按选中再复制。';
  }
}

const unsupported: Record<Unsupported, string> = {
  insecure: '不能，网站没有启用https',
  webview: '不能，这是别的应用里的网页，要用Safari打开',
  browser: '不能，浏览器不支持',
};

const facts: Record<string, () => Promise<string>> = {
  页面: async () => location.href,
  浏览器: async () => navigator.userAgent,
  网站上的版本: async () => parseCurrent(await fetchCurrent()) ?? '没有',
  离线用的版本: async () => (await presentState())?.build ?? '没有',
  离线: async () => {
    const why = offlineSupport();
    if (why) return unsupported[why];
    return `能，断网打得开${(await presentState())?.ready.length ?? 0}个文件`;
  },
  后台程序: async () => {
    const { installing, waiting, active } = (await ownRegistration()) ?? {};
    const states = [installing, waiting, active].flatMap((worker) => worker?.state ?? []);
    return states.join('，') || '没有';
  },
  离线包: async () => {
    if (offlineSupport()) return '没有';
    const packs = await readShelf();
    const words = { paused: '先停下了', deleted: '删掉了' };
    const rows = packs.map(({ id, build, rests }) => {
      return `${id}（${rests ? words[rests] : build || '没下完'}）`;
    });
    return rows.join('，') || '没有';
  },
  离线文件: async () => {
    if (offlineSupport()) return '没有';
    // Opening would create what was cleared on purpose.
    const count = async (name: string) =>
      (await caches.has(name)) ? (await (await caches.open(name)).keys()).length : 0;
    return `内容${await count(CONTENT_CACHE)}个，清单${await count(BUILDS_CACHE)}个`;
  },
  存储: async () => {
    const { usage, quota } = (await navigator.storage?.estimate()) ?? {};
    return usage === undefined
      ? '查不到'
      : `用了${sizeWords(usage)}，浏览器说最多${sizeWords(quota ?? 0)}`;
  },
  不被自动清理: async () =>
    ({ true: '浏览器答应了', false: '浏览器没有答应' })[String(await isPersisted())] ??
    '这里问不到',
  学习记录: async () => {
    const { store, restored, lost } = await openRecord();
    const { rows, sittings } = await store.readAll();
    const kept = store.durable ? '存在这台设备' : '只在这一页，关掉就没了';
    const mended = restored > 0 ? `，刚找回${restored}条` : '';
    const gone = lost > 0 ? `，少了${lost}条` : '';
    return `${rows.length}条，没答完的${sittings.length}组，${kept}${mended}${gone}`;
  },
  第二份: async () => {
    const replica = await openReplica();
    return replica ? `有，${(await replica.read()).length}条` : '没有';
  },
  学习者: async () => `${readLearners().length}位`,
  最近的错误: async () => readErrors().join('；') || '没有',
};

function textOf(tag: 'dt' | 'dd', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
