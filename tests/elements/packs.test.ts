import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { contentAddress } from '../../src/core/messages.ts';
import {
  listAddress,
  type ManifestFile,
  manifestAddress,
  printList,
  printManifest,
} from '../../src/core/offline/manifest.ts';

import { packOf } from '../../src/core/offline/plan.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const pages: Record<string, string> = {
  '': '首页',
  'attitude/waiting/': '让您久等了。',
  'attitude/copy/': '让您久等了。',
  'attitude/sheet.svg': '<svg/>',
  'bank/': '银行',
};
const packAt = (address: string) => address.split('/')[0] || 'shell';
const lists = new Map(['shell', 'attitude', 'bank'].map((pack) => [pack, printPack(pack)]));
const manifest = printManifest({
  packs: new Map([...lists].map(([pack, text]) => [pack, sha256(text).slice(0, 32)])),
});
const build = sha256(manifest).slice(0, 16);
const listOf = (pack: string) => listAddress(sha256(lists.get(pack) ?? ''));

function printPack(pack: string): string {
  const files = new Map<string, ManifestFile>();
  for (const [address, text] of Object.entries(pages)) {
    const type = address.endsWith('.svg') ? 'image/svg+xml' : 'text/html';
    if (packAt(address) !== pack) continue;
    files.set(address, { sha256: sha256(text), bytes: Buffer.byteLength(text), type, pack });
  }
  return printList({ files });
}

/** What the server has, by address below the base; a test takes away or changes what it is about. */
let server: Map<string, string>;
let asked: string[];
/** What is stored, by cache and address. */
let stored: Map<string, Map<string, Response>>;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  server = new Map(Object.entries(pages));
  server.set('current.json', JSON.stringify({ build }));
  server.set(manifestAddress(build), manifest);
  for (const [pack, text] of lists) server.set(listOf(pack), text);
  asked = [];
  stored = new Map();
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address.slice(1));
    const text = server.get(address.slice(1));
    return new Response(text ?? '没有这一页', { status: text === undefined ? 404 : 200 });
  });
  vi.stubGlobal('caches', { open: async (name: string) => openCache(name) });
  // Pauses before another try pass at once.
  const wait = setTimeout;
  vi.stubGlobal('setTimeout', (work: () => void, pause = 0) =>
    wait(work, pause > 9999 ? pause : 0),
  );
});

function openCache(name: string) {
  const cache = stored.get(name) ?? new Map<string, Response>();
  stored.set(name, cache);
  return {
    keys: async () =>
      [...cache.keys()].map((address) => ({ url: new URL(address, location.href).href })),
    match: async (address: string) => cache.get(address)?.clone(),
    put: async (address: string, response: Response) => void cache.set(address, response),
    delete: async (address: string) => cache.delete(address),
  };
}

/** The functions, with the server's build. */
async function open() {
  const packs = await import('../../src/client/offline/packs.ts');
  const present = await packs.fetchBuild();
  asked = [];
  return { ...packs, present };
}
const shelf = async () => (await import('../../src/client/offline/shelf.ts')).readShelf();
const digests = () =>
  new Set([...(stored.get('content')?.keys() ?? [])].map((address) => address.split('/').pop()));
const digestsOf = (...addresses: string[]) =>
  new Set(addresses.map((address) => sha256(pages[address] ?? '')));
const silent = () => undefined;

describe('the server’s build', () => {
  test('is every pack with its files, fetched once', async () => {
    const { fetchBuild, present } = await open();
    expect(present.id).toBe(build);
    expect([...present.files.keys()].sort()).toEqual(Object.keys(pages).sort());
    await fetchBuild();
    expect(asked).toEqual(['current.json']);
  });

  test('is believed only as far as its digests go', async () => {
    server.set(listOf('bank'), (lists.get('bank') ?? '').replace('bank/', 'bonk/'));
    await expect(open()).rejects.toMatchObject({ refusal: 'digest' });
    server.set(listOf('bank'), lists.get('bank') ?? '');
    server.set(manifestAddress(build), manifest.replace('bank', 'bonk'));
    await expect(open()).rejects.toMatchObject({ refusal: 'digest' });
    const { keptBuild } = await import('../../src/client/offline/packs.ts');
    expect(await keptBuild(build)).toBeUndefined();
  });

  test.each(['{}', '{"build":"../evil"}', 'null'])(
    'is none where current.json is %s',
    async (text) => {
      server.set('current.json', text);
      await expect(open()).rejects.toMatchObject({ refusal: 'digest' });
      expect(asked).toEqual(['current.json']);
    },
  );

  test('is none where a portal answers, and that can be told', async () => {
    const { troubleOf } = await import('../../src/client/offline/trouble.ts');
    server.set('current.json', '<!doctype html><h1>请先登录</h1>');
    expect(await open().then(() => 'none', troubleOf)).toBe('portal');
  });
});

describe('a download of a pack', () => {
  test('stores each content once, under its digest and with its type, and no other pack', async () => {
    const { downloadPack, present } = await open();
    await downloadPack(present, 'attitude', silent);
    expect(digests()).toEqual(digestsOf('attitude/waiting/', 'attitude/sheet.svg'));
    const address = `/${contentAddress(sha256('让您久等了。'))}`;
    const response = stored.get('content')?.get(address);
    expect(await response?.text()).toBe('让您久等了。');
    expect(response?.headers.get('Content-Type')).toBe('text/html');
    expect(await shelf()).toEqual([{ id: 'attitude', build, at: expect.any(Number) }]);
  });

  test('says how far it is, and stores a page after what belongs to it', async () => {
    const { downloadPack, present } = await open();
    const said: number[] = [];
    await downloadPack(present, 'attitude', (done) => said.push(done));
    expect(asked).toEqual(['attitude/sheet.svg', 'attitude/copy/']);
    expect(said).toEqual([...said].sort((a, b) => a - b));
    expect(said[0]).toBeLessThan(said.at(-1) ?? 0);
    expect(said.at(-1)).toBe(
      [...packOf(present, 'attitude').files.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    );
  });

  test('that stops half way is wanted but not complete, and goes on from there', async () => {
    const { downloadPack, present } = await open();
    server.delete('attitude/copy/');
    await expect(downloadPack(present, 'attitude', silent)).rejects.toMatchObject({
      refusal: 'status',
    });
    expect(await shelf()).toEqual([{ id: 'attitude', build: '', at: 0 }]);
    server.set('attitude/copy/', pages['attitude/copy/'] ?? '');
    asked = [];
    await downloadPack(present, 'attitude', silent);
    expect(asked).toEqual(['attitude/copy/']);
    expect((await shelf())[0]?.build).toBe(build);
  });

  test('tries again by itself when a server stumbles', async () => {
    const { downloadPack, present } = await open();
    const fetchNow = fetch;
    let stumbles = 2;
    vi.stubGlobal('fetch', async (address: string) => {
      stumbles -= 1;
      return stumbles >= 0 ? new Response('', { status: 500 }) : fetchNow(address);
    });
    await downloadPack(present, 'bank', silent);
    expect(digests()).toEqual(digestsOf('bank/'));
  });

  test('never stores what is not the promised content', async () => {
    const { downloadPack, present } = await open();
    server.set('bank/', '银衍');
    await expect(downloadPack(present, 'bank', silent)).rejects.toMatchObject({
      refusal: 'digest',
    });
    expect(digests()).toEqual(new Set());
  });

  test('can be paused, and is not complete then', async () => {
    const { downloadPack, present } = await open();
    const stop = new AbortController();
    stop.abort();
    await expect(downloadPack(present, 'bank', silent, stop.signal)).rejects.toThrow();
    expect(digests()).toEqual(new Set());
    expect((await shelf())[0]?.build).toBe('');
  });
});

test('a pause is heard at once, and nothing is tried again', async () => {
  const { downloadPack, present } = await open();
  const stop = new AbortController();
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address.slice(1));
    stop.abort();
    throw new TypeError('aborted');
  });
  const download = downloadPack(present, 'bank', silent, stop.signal);
  await expect(download).rejects.toMatchObject({ refusal: 'network' });
  expect(asked).toEqual(['bank/']);
});

test('a pause between two tries ends the waiting', async () => {
  const { downloadPack, present } = await open();
  const stop = new AbortController();
  server.delete('bank/');
  vi.stubGlobal('setTimeout', () => {
    queueMicrotask(() => stop.abort());
    return 0;
  });
  await expect(downloadPack(present, 'bank', silent, stop.signal)).rejects.toThrow();
});

describe('a pack that is let go', () => {
  test('takes along what no other pack needs, and is remembered', async () => {
    const { deletePack, downloadPack, present } = await open();
    await downloadPack(present, 'attitude', silent);
    await downloadPack(present, 'bank', silent);
    await deletePack('attitude');
    expect(digests()).toEqual(digestsOf('bank/'));
    expect(await shelf()).toEqual([
      { id: 'attitude', build: '', at: 0, rests: 'deleted' },
      { id: 'bank', build, at: expect.any(Number) },
    ]);
    await deletePack('bank');
    expect(digests()).toEqual(new Set());
  });

  test('takes along what earlier builds have of it', async () => {
    const { deletePack, downloadPack, fetchBuild, present } = await open();
    await downloadPack(present, 'bank', silent);
    const { files } = present;
    const list = printList({
      files: new Map([['bank/', { ...files.get('bank/'), sha256: sha256('新') } as ManifestFile]]),
    });
    const packs = new Map([['bank', sha256(list).slice(0, 32)]]);
    const newer = printManifest({ packs });
    const id = sha256(newer).slice(0, 16);
    server.set('current.json', JSON.stringify({ build: id }));
    server.set(manifestAddress(id), newer);
    server.set(listAddress(sha256(list)), list);
    await fetchBuild();
    await deletePack('bank');
    expect(digests()).toEqual(new Set());
  });

  test('or paused is wanted again when somebody asks for it', async () => {
    const { downloadPack, pausePack, present } = await open();
    await downloadPack(present, 'bank', silent);
    await pausePack('bank');
    expect(await shelf()).toEqual([{ id: 'bank', build, at: expect.any(Number), rests: 'paused' }]);
    await downloadPack(present, 'bank', silent);
    expect((await shelf())[0]?.rests).toBeUndefined();
  });
});

test('another copy of the site on this origin has its own contents and its own shelf', async () => {
  const { downloadPack, missingOf, present } = await open();
  await downloadPack(present, 'bank', silent);
  document.documentElement.dataset.base = '/other/';
  vi.resetModules();
  try {
    expect(await missingOf(packOf(present, 'bank'))).toHaveLength(1);
    expect(await shelf()).toEqual([]);
  } finally {
    delete document.documentElement.dataset.base;
  }
});

test('the shelf makes way for a reset in another tab', async () => {
  const { downloadPack, present } = await open();
  await downloadPack(present, 'bank', silent);
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('window-course-packs');
    deleting.onsuccess = () => resolve();
    deleting.onblocked = () => reject(new Error('blocked'));
  });
  expect(await shelf()).toEqual([]);
});
