import { excerptOf, findPassages, type Passage, sharesPair } from '../../core/search/passages.ts';
import { plainText } from '../../core/search/plain-text.ts';
import { cutAtHits, termsOf } from '../../core/search/query.ts';
import { href } from '../base.ts';
import { scriptPolicy } from '../trusted.ts';

/** The part of Pagefind's API that is used here. */
interface Pagefind {
  options(options: Options): Promise<void>;
  /** Adds the index of another folder; its options do not come from the first one. */
  mergeIndex(folder: string, options: Options): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<FoundPage> }[] }>;
}

interface Options {
  baseUrl: string;
  excerptLength: number;
  metaCacheTag: string;
}

interface FoundPage {
  url: string;
  meta: { title?: string };
  sub_results: FoundPart[];
}

interface FoundPart {
  title: string;
  url: string;
  plain_excerpt: string;
}

interface Hit {
  url: string;
  title: string;
  excerpt: string;
}

const MOST_HITS = 20;

/** Characters of a query that are looked for: a page that somebody pastes would freeze this one. */
const LONGEST = 300;

/** Milliseconds after which a file that is on its way is no longer waited for. */
const PATIENCE = 20_000;

/**
 * Searches as the form is sent, without leaving the page, so that it also works offline. First come
 * the passages with the very words (`findPassages`), since Pagefind, which finds other forms of them,
 * lists a page's parts in the order of the page.
 */
export class CourseSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;
  readonly #passages = new Map<string, Promise<Passage[]>>();
  #policy: unknown;
  #latest = 0;

  connectedCallback(): void {
    const form = this.#find<HTMLFormElement>('form');
    const input = this.#find<HTMLInputElement>('input');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // Also half of a character, which people get by deleting, has an address this way.
      history.replaceState(null, '', `?${new URLSearchParams({ q: input.value })}`);
      void this.#search(input.value);
    });
    const asked = new URLSearchParams(location.search).get('q');
    if (asked === null) return;
    // What was typed before this script came stays.
    input.value ||= asked;
    void this.#search(asked);
  }

  async #search(text: string): Promise<void> {
    const query = text.trim().slice(0, LONGEST);
    this.#latest += 1;
    const mine = this.#latest;
    const show = (hits: readonly Hit[], status: string, shown = 0) => {
      if (mine === this.#latest) this.#show(hits.slice(0, MOST_HITS), query, status, shown);
    };
    if (termsOf(query).length === 0) return show([], '写几个字再搜，比如“还要多久”。');
    this.#say('正在找……');
    // Both begin at once; whatever becomes of it, the first is not kept waiting by the second.
    const words = within(PATIENCE, this.#findWords(query)).catch((error) => {
      console.warn('Pagefind could not search.', error);
      return [];
    });
    try {
      const { hits: text, missing } = await this.#findText(query);
      if (text.length > 0) show(text, `找到${text.length}处，还在找……`);
      const hits = distinct([...text, ...(await words)]);
      const found =
        hits.length > 0
          ? `找到${hits.length}处`
          : `没有找到“${query}”。换个说法，或者少写几个字再试。`;
      const status = missing ? `${found}（有几个模块没有读到，联网后再搜一次）` : found;
      show(hits, status, Math.min(text.length, MOST_HITS));
    } catch (error) {
      console.warn('The search index could not be read.', error);
      show([], '搜索暂时用不了：索引没有读到。联网后重新打开这一页再试，课照常能看。');
    }
  }

  async #findWords(query: string): Promise<Hit[]> {
    if (!runsPagefind()) return [];
    this.#pagefind ??= this.#load();
    const pagefind = await this.#pagefind.catch((error) => {
      this.#pagefind = undefined;
      throw error;
    });
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, MOST_HITS).map((result) => result.data()));
    const hits = pages.flatMap((page) =>
      page.sub_results.map((part) => ({
        url: part.url,
        title: titleOf(page.meta.title ?? '', part.title),
        excerpt: plainText(part.plain_excerpt),
      })),
    );
    return hits.filter(({ title, excerpt }) => sharesPair(`${title} ${excerpt}`, query));
  }

  async #load(): Promise<Pagefind> {
    const folder = href(this.#folder());
    // Pagefind starts its own worker: the default policy, which a page makes once, lets that through.
    this.#policy ??= scriptPolicy('default', (url) =>
      new URL(url, location.href).pathname.startsWith(folder),
    );
    const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
    // The folder is named by its content, so the index needs no other mark of its version.
    const options = { baseUrl: href(), excerptLength: 40, metaCacheTag: 'v' };
    await pagefind.options(options);
    const [, ...others] = await this.#modules();
    await Promise.all(others.map((id) => pagefind.mergeIndex(`${folder}${id}/`, options)));
    return pagefind;
  }

  async #findText(query: string): Promise<{ hits: Hit[]; missing: boolean }> {
    const ids = await this.#modules();
    const read = await Promise.all(
      ids.map((id) =>
        within(PATIENCE, this.#passagesOf(id)).catch((error) => {
          console.warn('A module cannot be searched.', error);
          return undefined;
        }),
      ),
    );
    const passages = read.flatMap((some) => some ?? []);
    if (passages.length === 0) throw new Error('No module can be searched.');
    const hits = findPassages(passages, query).map((passage) => ({
      url: href(passage.url),
      title: passage.title,
      excerpt: excerptOf(passage, query),
    }));
    return { hits, missing: read.includes(undefined) };
  }

  /** What could not be read is asked for again at the next search. */
  #passagesOf(id: string): Promise<Passage[]> {
    const known = this.#passages.get(id);
    if (known) return known;
    const asked = this.#read<Passage[]>(`passages/${id}.json`);
    this.#passages.set(id, asked);
    asked.catch(() => this.#passages.delete(id));
    return asked;
  }

  /** Ids of the modules that can be searched; the first one's index stands at the top. */
  #modules(): Promise<string[]> {
    return this.#read('modules.json');
  }

  async #read<T>(name: string): Promise<T> {
    const response = await fetch(href(this.#folder() + name));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  }

  #folder(): string {
    return this.dataset.index ?? '';
  }

  /** Shows `hits`; the first of them, as many as `shown`, stand there and may have the focus. */
  #show(hits: readonly Hit[], query: string, status: string, shown: number): void {
    this.#say(status);
    const template = this.#find<HTMLTemplateElement>('template');
    const items = hits.slice(shown).map(({ url, title, excerpt }) => {
      const item = template.content.cloneNode(true) as DocumentFragment;
      const link = item.querySelector('a');
      const text = item.querySelector('.excerpt');
      if (link && text) {
        link.href = url;
        link.textContent = title;
        text.append(...cutAtHits(excerpt, query).map(markOdd));
      }
      return item;
    });
    const results = this.#find('[data-part="results"]');
    for (const old of [...results.children].slice(shown)) old.remove();
    results.append(...items);
  }

  #say(text: string): void {
    this.#find('[data-part="status"]').textContent = text;
  }

  #find<T extends Element = Element>(selector: string): T {
    const element = this.querySelector<T>(selector);
    if (!element) throw new Error(`<course-search> has no ${selector}`);
    return element;
  }
}

/** What `work` comes to, unless that takes longer. */
function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('It took too long.'));
    const timer = setTimeout(late, milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Each place once, where it came first. */
function distinct(hits: readonly Hit[]): Hit[] {
  const places = new Map<string, Hit>();
  for (const hit of hits) {
    const place = new URL(hit.url, location.href).href;
    if (!places.has(place)) places.set(place, hit);
  }
  return [...places.values()];
}

const titleOf = (page: string, part: string) => (part && part !== page ? `${page}：${part}` : page);

function markOdd(part: string, index: number): Node | string {
  if (index % 2 === 0) return part;
  const mark = document.createElement('mark');
  mark.textContent = part;
  return mark;
}

/**
 * Pagefind's WebAssembly has two tables, which browsers before 2021 refuse; its worker then never
 * answers. This is the smallest module with two tables.
 */
function runsPagefind(): boolean {
  const twoTables = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 4, 7, 2, 0x70, 0, 0, 0x70, 0, 0];
  return typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(twoTables));
}
