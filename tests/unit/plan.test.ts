import { describe, expect, test } from 'vitest';
import type { FileList } from '../../src/core/offline/manifest.ts';
import {
  findFile,
  garbage,
  inParallel,
  missingFiles,
  packOf,
  pagesLast,
  readyAddresses,
  sizeOf,
  stillNeeded,
} from '../../src/core/offline/plan.ts';

/** A manifest of addresses and the (short) digests that stand there. */
const manifestOf = (listed: Record<string, string>): FileList => ({
  files: new Map(
    Object.entries(listed).map(([address, sha256]) => [
      address,
      { sha256, bytes: 1, type: 'text/html', pack: 'shell' },
    ]),
  ),
});

const manifest = manifestOf({
  '': 'home',
  'attitude/waiting/': 'waiting',
  'copy/waiting/': 'waiting',
  '404.html': 'lost',
});

describe('what to fetch', () => {
  test('is each missing content once, from the first address that has it', () => {
    const wanted = missingFiles(manifest, new Set());
    expect(wanted.map(({ address, sha256 }) => [address, sha256])).toEqual([
      ['', 'home'],
      ['attitude/waiting/', 'waiting'],
      ['404.html', 'lost'],
    ]);
  });

  test('leaves out what is there already, at whatever address it came from', () => {
    const wanted = missingFiles(manifest, new Set(['waiting', 'home', 'older']));
    expect(wanted).toEqual([
      { address: '404.html', sha256: 'lost', bytes: 1, type: 'text/html', pack: 'shell' },
    ]);
  });
});

test('a pack is its part of a build, and as large as its files', () => {
  const build = {
    files: new Map([
      ['', { sha256: 'home', bytes: 3, type: 'text/html', pack: 'shell' }],
      ['bank/', { sha256: 'bank', bytes: 5, type: 'text/html', pack: 'bank' }],
      ['bank/x/', { sha256: 'x', bytes: 7, type: 'text/html', pack: 'bank' }],
    ]),
  };
  expect([...packOf(build, 'bank').files.keys()]).toEqual(['bank/', 'bank/x/']);
  expect(sizeOf(packOf(build, 'bank').files.values())).toBe(12);
  expect(packOf(build, 'hotel').files.size).toBe(0);
});

test('pages come after what they consist of', () => {
  const wanted = ['text/html; charset=utf-8', 'image/svg+xml', 'text/html', 'text/css'].map(
    (type, index) => ({ address: `${index}`, sha256: `${index}`, bytes: 1, type, pack: 'bank' }),
  );
  expect(pagesLast(wanted).map((files) => files.map(({ address }) => address))).toEqual([
    ['1', '3'],
    ['0', '2'],
  ]);
});

test('ready are all addresses whose content is there', () => {
  expect(readyAddresses([manifest], new Set(['waiting', 'other']))).toEqual([
    'attitude/waiting/',
    'copy/waiting/',
  ]);
  expect(readyAddresses([], new Set(['waiting']))).toEqual([]);
});

test('ready is what an earlier build can be read from, but not what the present one has dropped', () => {
  const before = manifestOf({ '404.html': 'older', 'retired/': 'older' });
  expect(readyAddresses([manifest, before], new Set(['home', 'older']))).toEqual(['', '404.html']);
});

test('an earlier build is needed for a pack that is not complete in the new one', () => {
  const build = {
    files: new Map([
      ['bank/', { sha256: 'bank', bytes: 5, type: 'text/html', pack: 'bank' }],
      ['hotel/', { sha256: 'hotel', bytes: 5, type: 'text/html', pack: 'hotel' }],
      ['search/', { sha256: 'search', bytes: 5, type: 'text/html', pack: 'search' }],
    ]),
  };
  const packs = [
    { id: 'bank', build: 'older' },
    { id: 'hotel', build: '' },
    { id: 'search', build: 'oldest' },
  ];
  expect(stillNeeded(build, packs, new Set(['bank']))).toEqual(['oldest']);
});

describe('garbage', () => {
  const have = new Set(['home', 'waiting', 'lost', 'older', 'oldest']);

  test('is what no kept build names', () => {
    const before = manifestOf({ '': 'older' });
    expect(garbage([manifest, before], have)).toEqual(['oldest']);
  });

  test('is everything when no build is kept', () => {
    expect(garbage([], have)).toEqual([...have]);
  });
});

describe('a request', () => {
  test.each([
    ['', 'home'],
    ['index.html', 'home'],
    ['attitude/waiting/', 'waiting'],
    ['attitude/waiting', 'waiting'],
    ['attitude/waiting/index.html', 'waiting'],
    ['404.html', 'lost'],
  ])('for “%s” is answered by its file', (path, sha256) => {
    expect(findFile(manifest, path)?.sha256).toBe(sha256);
  });

  test.each([
    'attitude/',
    'attitude/waiting/x',
    'myindex.html',
    '404',
    '/',
    'toString',
    '__proto__',
  ])('for “%s” has no file', (path) => {
    expect(findFile(manifest, path)).toBeUndefined();
  });
});

describe('work in parallel', () => {
  /** Starts `count` items `width` at a time; each ends when the test says so. */
  function start(count: number, width: number) {
    const items = Array.from({ length: count }, (_, index) => index);
    const gates = items.map(() => Promise.withResolvers<void>());
    const started: number[] = [];
    const done = inParallel(items, width, (item) => {
      started.push(item);
      return gates[item]?.promise ?? Promise.reject();
    });
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    return {
      started,
      done,
      end(item: number) {
        gates[item]?.resolve();
        return settle();
      },
      fail(item: number, error: Error) {
        gates[item]?.reject(error);
        return settle();
      },
    };
  }

  test('takes up the next item as soon as one ends, never more at a time', async () => {
    const work = start(4, 2);
    expect(work.started).toEqual([0, 1]);
    await work.end(1);
    expect(work.started).toEqual([0, 1, 2]);
    await work.end(2);
    expect(work.started).toEqual([0, 1, 2, 3]);
    await work.end(0);
    await work.end(3);
    await work.done;
  });

  test('ends at once when there is nothing to do', async () => {
    await expect(start(0, 6).done).resolves.toBeUndefined();
  });

  test('goes on after a failure and then rejects with the first one', async () => {
    const work = start(4, 2);
    let settled = false;
    const rejection = expect(work.done.finally(() => (settled = true))).rejects.toThrow('first');
    await work.fail(1, new Error('first'));
    await work.fail(0, new Error('second'));
    expect(work.started).toEqual([0, 1, 2, 3]);
    await work.end(2);
    expect(settled).toBe(false);
    await work.end(3);
    await rejection;
  });
});
