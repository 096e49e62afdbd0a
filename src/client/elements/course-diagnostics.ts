import { BUILDS_CACHE, CONTENT_CACHE } from '../../core/messages.ts';
import { href } from '../base.ts';
import { copyText } from '../copy-text.ts';
import { readErrors } from '../errors.ts';
import { readLearners } from '../learners.ts';
import { offlineSupport } from '../offline/register.ts';
import { readShelf } from '../offline/shelf.ts';
import { sizeWords } from '../offline/trouble.ts';
import { askWorker } from '../offline/worker.ts';
import { openRecord } from '../store/open.ts';
import { isPersisted } from '../store/persist.ts';
import { openReplica } from '../store/replica.ts';

/** 诊断: what this browser has and can do, in words that can be copied into a message. Sends nothing. */
export class CourseDiagnostics extends HTMLElement {
  connectedCallback(): void {
    this.onclick = ({ target }) => {
      if ((target as HTMLElement).dataset.action === 'copy') void this.#copy();
    };
    void this.#paint();
  }

  async #paint(): Promise<void> {
    const rows = Object.entries(facts).map(async ([title, find]): Promise<[string, string]> => {
      const text = await find().catch((error) => `查不到（${error}）`);
      return [title, text];
    });
    const items = (await Promise.all(rows)).map(([title, text]) => {
      const row = document.createElement('div');
      row.append(textOf('dt', title), textOf('dd', text));
      return row;
    });
    this.querySelector('[data-part="facts"]')?.replaceChildren(...items);
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

const facts: Record<string, () => Promise<string>> = {
  页面: async () => location.href,
  浏览器: async () => navigator.userAgent,
  网站上的版本: async () => {
    const response = await fetch(href('current.json'), { cache: 'no-store' });
    return response.ok ? (await response.json()).build : `没有（${response.status}）`;
  },
  离线用的版本: async () => (await workerState())?.build ?? '没有',
  离线: async () =>
    ({ insecure: '不能，网站没有启用https', browser: '不能，浏览器不支持' })[
      offlineSupport() as string
    ] ?? `能，断网打得开${(await workerState())?.ready.length ?? 0}个文件`,
  后台程序: async () => {
    const registration = await navigator.serviceWorker?.getRegistration();
    const { installing, waiting, active } = registration ?? {};
    const states = [installing, waiting, active].flatMap((worker) => worker?.state ?? []);
    return states.join('，') || '没有';
  },
  离线包: async () => {
    if (offlineSupport()) return '没有';
    const packs = await readShelf();
    return packs.map(({ id, build }) => `${id}（${build || '没下完'}）`).join('，') || '没有';
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

async function workerState() {
  const { active } = (await navigator.serviceWorker?.getRegistration()) ?? {};
  return active ? askWorker(active, 'state') : undefined;
}

function textOf(tag: 'dt' | 'dd', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
