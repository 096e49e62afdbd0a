import { describe, expect, test, vi } from 'vitest';
import { fillLocal } from '../../src/client/local.ts';
import { find, render } from './page.ts';

const page = `<main>
  <course-notices></course-notices>
  <span data-slot="wait-report">〔以本单位规定为准〕</span>
  <span data-slot="quiet-room">〔安静的地方〕</span>
  <span data-local="contact">本单位培训科</span>
  <span data-local="owner">由采用单位填写</span>
</main>`;
const rules = {
  unit: '市政务中心',
  contact: '培训科 8123',
  owner: '培训科',
  slots: { 'wait-report': '10分钟' },
};

/** What the page says about itself. */
const said = () => find(document.body, 'course-notices').getAttributeNames();

/** What the server answers to `local.json`. */
function stubServer(answer: () => Promise<Partial<Response>>) {
  const fetch = vi.fn(answer);
  vi.stubGlobal('fetch', fetch);
  return fetch;
}
const file = (text: string) => async () => ({ ok: true, text: async () => text });
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));
const absent = async () => ({ ok: false, status: 404 });

/** Opens the page and gives its words. */
async function open(): Promise<(string | null)[]> {
  const main = render(page);
  await fillLocal();
  return [...main.querySelectorAll('span')].map(({ textContent }) => textContent);
}

const defaults = ['〔以本单位规定为准〕', '〔安静的地方〕', '本单位培训科', '由采用单位填写'];
const filled = ['〔10分钟〕', '〔安静的地方〕', '培训科 8123', '培训科'];

describe('the institution’s words', () => {
  test('take the place of the defaults, slot by slot', async () => {
    stubServer(file(JSON.stringify(rules)));
    expect(await open()).toEqual(filled);
    expect(said()).toEqual([]);
  });

  test('are asked of the server at every page', async () => {
    const fetch = stubServer(file('{}'));
    await open();
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/local.json', { cache: 'no-cache' });
  });

  test('are text, whatever they hold', async () => {
    stubServer(file(JSON.stringify({ slots: { 'wait-report': '<img src=x onerror=alert(1)>' } })));
    expect((await open())[0]).toBe('〔<img src=x onerror=alert(1)>〕');
    expect(document.querySelector('img')).toBeNull();
  });

  test.each([
    ['without a network', unreachable],
    ['when the server fails', async () => ({ ok: false, status: 503 })],
  ])('are those of the last good file %s', async (_when, answer) => {
    stubServer(file(JSON.stringify(rules)));
    await open();
    stubServer(answer);
    expect(await open()).toEqual(filled);
    expect(said()).toEqual([]);
  });

  test('are shown at once from the last good file, before the server answers', async () => {
    stubServer(file(JSON.stringify(rules)));
    await open();
    stubServer(() => new Promise(() => undefined));
    const main = render(page);
    void fillLocal();
    expect(main.querySelector('[data-slot="wait-report"]')?.textContent).toBe('〔10分钟〕');
  });
});

test('a portal’s page in place of the file changes nothing, and is not taken for the file', async () => {
  stubServer(file(JSON.stringify(rules)));
  await open();
  stubServer(file(' <!doctype html><title>登录</title>'));
  expect(await open()).toEqual(filled);
  expect(said()).toEqual([]);
});

test.each([
  ['absent', absent],
  ['unreachable', unreachable],
])(
  'an institution whose file is %s has the defaults, and nothing is said',
  async (_how, answer) => {
    stubServer(answer);
    expect(await open()).toEqual(defaults);
    expect(said()).toEqual([]);
  },
);

describe('a file that cannot be read', () => {
  const malformed = [
    ...['', '{"slots":', '[]', 'null', '{"slots":{"wait-report":5}}'],
    // 10分钟 in GB 18030, read as UTF-8.
    '{"slots":{"wait-report":"10\uFFFD\uFFFD\uFFFD\uFFFD"}}',
  ];

  test.each(malformed)('is said so and changes nothing on the page: %s', async (text) => {
    stubServer(file(text));
    expect(await open()).toEqual(defaults);
    expect(said()).toEqual(['data-local']);
  });

  test.each(malformed)('does not take the place of the last good one: %s', async (text) => {
    stubServer(file(JSON.stringify(rules)));
    await open();
    stubServer(file(text));
    expect(await open()).toEqual(filled);
    stubServer(unreachable);
    expect(await open()).toEqual(filled);
  });

  test('is said so when the connection breaks in the middle', async () => {
    stubServer(async () => ({ ok: true, text: unreachable }));
    expect(await open()).toEqual(defaults);
    expect(said()).toEqual(['data-local']);
  });
});

describe('a kept copy', () => {
  test.each(['', '{', 'null', '[]', '{"slots":{"wait-report":5}}'])(
    'that is damaged is passed over: %s',
    async (kept) => {
      localStorage.setItem('window-course.local:/', kept);
      stubServer(unreachable);
      expect(await open()).toEqual(defaults);
    },
  );

  test('is not needed: the file is used where storage is refused', async () => {
    for (const method of ['getItem', 'setItem'] as const) {
      vi.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new DOMException('', 'SecurityError');
      });
    }
    stubServer(file(JSON.stringify(rules)));
    expect(await open()).toEqual(filled);
  });
});

describe('the sectors that have windows here', () => {
  const offers = `<main>
    <section data-offer="hospital"></section><section data-offer="bank"></section>
  </main>`;
  const offered = async (sectors: unknown) => {
    stubServer(file(JSON.stringify({ sectors })));
    const main = render(offers);
    await fillLocal();
    const all = [...main.querySelectorAll<HTMLElement>('section')];
    return all.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.offer);
  };

  test('are offered alone', async () => {
    expect(await offered(['hospital'])).toEqual(['hospital']);
  });

  test.each([
    ['none is named', []],
    ['none of the names is known', ['hospitl']],
  ])('are all of them where %s', async (_when, sectors) => {
    expect(await offered(sectors)).toEqual(['hospital', 'bank']);
  });

  test('are all offered again when the institution withdraws its file', async () => {
    await offered(['hospital']);
    stubServer(absent);
    const main = render(offers);
    await fillLocal();
    expect(main.querySelectorAll('section[hidden]')).toHaveLength(0);
  });
});
