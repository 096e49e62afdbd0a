import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Library } from '../../src/client/offline/library.ts';
import type { ShelvedPack } from '../../src/client/offline/shelf.ts';
import type { Build } from '../../src/core/offline/build.ts';
import type { FileList } from '../../src/core/offline/manifest.ts';
import { RefusedError } from '../../src/core/offline/verify.ts';

/** A build whose packs have one file each; its content is named by pack and build. */
function buildOf(id: string): Build {
  const rows = ['shell', 'bank', 'hotel', 'search'].map((pack): [string, never] => [
    `${pack}/`,
    { sha256: `${pack} ${id}`, bytes: 1, type: 'text/html', pack } as never,
  ]);
  return { id, files: new Map(rows) };
}

let server: string;
let rows: ShelvedPack[];
let have: Set<string>;
/** Packs in the order in which they were fetched, with their builds. */
let fetched: string[];
const told = vi.fn();

vi.mock('../../src/client/offline/shelf.ts', () => ({
  readShelf: async () => rows,
  shelve: async (row: ShelvedPack) => void rows.push(row),
}));
vi.mock('../../src/client/offline/worker.ts', async (load) => ({
  ...(await load<typeof import('../../src/client/offline/worker.ts')>()),
  presentState: async () => ({ build: 'old', ready: [] }),
  ownRegistration: async () => ({ active: { postMessage: told } }),
}));
vi.mock('../../src/client/offline/packs.ts', () => {
  const fetchAll = (list: FileList) => {
    for (const { sha256 } of list.files.values()) {
      if (have.has(sha256)) continue;
      if (!sha256.endsWith(server)) throw new RefusedError('digest', sha256);
      fetched.push(sha256);
      have.add(sha256);
    }
  };
  const partOf = ({ files }: Build, pack: string) => ({
    files: new Map([...files].filter(([, file]) => file.pack === pack)),
  });
  return {
    fetchBuild: async () => buildOf(server),
    keptBuild: async (id: string) => buildOf(id),
    storedDigests: async () => have,
    downloadFiles: async (list: FileList) => fetchAll(list),
    downloadPack: async (build: Build, id: string) => fetchAll(partOf(build, id)),
    pausePack: async () => undefined,
    deletePack: async () => undefined,
  };
});

async function open(): Promise<Library> {
  const library = new Library();
  await library.open([]);
  return library;
}

beforeEach(() => {
  server = 'new';
  rows = [];
  have = new Set(['shell new', 'shell old', 'bank old']);
  fetched = [];
  told.mockClear();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const row = (id: string, more: Partial<ShelvedPack> = {}): ShelvedPack => ({
  id,
  build: 'old',
  at: 0,
  ...more,
});

describe('due', () => {
  test('is a shell that a browser has dropped, before all else', async () => {
    have.clear();
    rows = [row('bank')];
    expect(await new Library().open(['search'])).toEqual(['shell', 'bank', 'search']);
  });

  test('waits from the moment that it is told of: nobody hears that all is ready, and then that it is not', async () => {
    rows = [row('bank')];
    const library = new Library();
    const heard: string[] = [];
    library.addEventListener('change', () => {
      heard.push(library.packs.find(({ id }) => id === 'bank')?.state ?? '');
    });
    await library.download(await library.open([]));
    expect([...new Set(heard)]).toEqual(['waiting', 'ready']);
  });

  test('only shows what is missing where data are saved', async () => {
    rows = [row('bank')];
    const library = new Library();
    expect(await library.open([], true)).toEqual(['bank']);
    expect(library.packs.find(({ id }) => id === 'bank')?.state).toBe('partial');
  });

  test('is not what was paused or deleted, however likely it is', async () => {
    rows = [row('bank', { rests: 'paused' }), row('hotel', { rests: 'deleted' })];
    const library = new Library();
    expect(await library.open(['hotel'])).toEqual([]);
    const states = library.packs.map(({ id, state }) => `${id} ${state}`);
    expect(states).toEqual(['shell ready', 'bank paused', 'hotel absent', 'search absent']);
  });
});

describe('a download', () => {
  test('brings the shell of its build before the pack', async () => {
    have.clear();
    const library = await open();
    await library.download(['bank']);
    expect(fetched).toEqual(['shell new', 'bank new']);
    expect(library.packs.filter(({ state }) => state === 'ready')).toHaveLength(2);
  });

  test('of a build that the server has no more is one of the build that it has', async () => {
    const library = await open();
    server = 'newest';
    await library.download(['bank']);
    expect(fetched).toEqual(['shell newest', 'bank newest']);
    expect(library.packs.find(({ id }) => id === 'bank')?.state).toBe('ready');
  });
});

describe('the next build', () => {
  test('is there when all that is wanted of it is', async () => {
    rows = [row('bank')];
    const library = await open();
    expect(await library.next()).toBeUndefined();
    await library.download(['bank']);
    expect(await library.next()).toEqual({ build: 'new', keep: [] });
  });

  test('does not wait for what was paused, and keeps what is here of it', async () => {
    rows = [row('bank', { rests: 'paused' })];
    const library = await open();
    expect(await library.next()).toEqual({ build: 'new', keep: ['old'] });
  });
});

test('the worker hears what is needed still, so that it drops the rest', async () => {
  rows = [row('bank')];
  await open();
  expect(told).toHaveBeenCalledExactlyOnceWith({ request: 'collect', with: ['new', 'old'] });
});

test('a pack that is here whole is wanted, whatever has become of the shelf', async () => {
  have.add('bank new');
  await open();
  expect(rows).toEqual([{ id: 'bank', build: 'new', at: expect.any(Number) }]);
});
