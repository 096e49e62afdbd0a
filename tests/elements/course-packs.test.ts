import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CoursePacks } from '../../src/client/elements/course-packs.ts';
import type { PackStatus } from '../../src/client/offline/library.ts';
import { expectFocus, find, part, render, settle } from './page.ts';

/** What the line 离线 has. */
class Library extends EventTarget {
  #packs: PackStatus[] = [];
  download = vi.fn(async () => undefined);
  pause = vi.fn();
  delete = vi.fn(async () => undefined);

  get packs(): readonly PackStatus[] {
    return this.#packs;
  }

  become(change: Partial<PackStatus>): void {
    this.#packs = [{ id: 'bank', bytes: 9000, missing: 9000, state: 'absent', ...change }];
    this.dispatchEvent(new Event('change'));
  }
}

let library: Library;

const page = `<div><course-packs><p data-part="page-status" role="status">在读的模块会自动存到这台设备。</p>
  <p><button data-action="all" hidden>下载全部课程</button></p>
  <section data-pack="bank" data-state="absent">
    <p data-part="status" role="status"></p><p data-part="reason" role="status"></p>
    <button data-action="download" hidden>下载</button>
    <button data-action="pause" hidden>暂停</button>
    <button data-action="delete" hidden>删除</button>
  </section></course-packs><course-offline></course-offline></div>`;

async function open(): Promise<HTMLElement> {
  const root = render(page);
  await settle();
  return root;
}

const button = (root: HTMLElement, action: string) =>
  find<HTMLButtonElement>(root, `[data-action="${action}"]`);

beforeAll(() => {
  customElements.define('course-packs', CoursePacks);
  customElements.define(
    'course-offline',
    class extends HTMLElement {
      get library() {
        return library;
      }
    },
  );
});
beforeEach(() => {
  // Elsewhere it stands in place of another page, and offers nothing.
  history.replaceState(null, '', '/offline/');
  library = new Library();
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('caches', {});
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => undefined } });
});

describe('the focus', () => {
  test('goes from the button that was pressed to the one that takes its place', async () => {
    const root = await open();
    library.become({});
    button(root, 'download').focus();
    library.become({ state: 'loading' });
    expectFocus(button(root, 'pause'));
    library.become({ state: 'paused' });
    expectFocus(button(root, 'download'));
  });

  test('stays where it is elsewhere', async () => {
    await open();
    library.become({});
    library.become({ state: 'loading' });
    expectFocus(document.body);
  });

  test('goes to what is said where no button is left', async () => {
    const root = await open();
    library.become({});
    button(root, 'all').focus();
    library.become({ state: 'ready', missing: 0 });
    expectFocus(part(root, 'page-status'));
  });
});

describe('who hears the page', () => {
  test('hears that something else goes on, and not what is counted', async () => {
    const root = await open();
    const status = part(root, 'status');
    library.become({ state: 'loading' });
    expect(status.getAttribute('aria-live')).toBe('polite');
    library.become({ state: 'loading', missing: 5000 });
    expect(status.getAttribute('aria-live')).toBe('off');
    library.become({ state: 'ready', missing: 0 });
    expect(status.getAttribute('aria-live')).toBe('polite');
  });

  test('hears nothing where nothing has changed', async () => {
    const root = await open();
    library.become({});
    const seen = vi.fn();
    const watch = new MutationObserver(seen);
    watch.observe(root, { childList: true, characterData: true, subtree: true });
    library.become({});
    await settle();
    expect(seen).not.toHaveBeenCalled();
  });
});

test('a pack that could not be deleted is said', async () => {
  const root = await open();
  library.become({ state: 'ready', missing: 0 });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  library.delete.mockRejectedValue(new Error('no database'));
  button(root, 'delete').click();
  await settle();
  expect(part(root, 'page-status').textContent).toContain('没有删成');
});

test('a page that came back is painted once for each change', async () => {
  const root = await open();
  const paints = () => {
    const looked = vi.spyOn(library, 'packs', 'get').mockReturnValue([]);
    library.dispatchEvent(new Event('change'));
    const { length } = looked.mock.calls;
    looked.mockRestore();
    return length;
  };
  const once = paints();
  expect(once).toBeGreaterThan(0);
  const element = find(root, 'course-packs');
  element.remove();
  root.append(element);
  await settle();
  expect(paints()).toBe(once);
});
