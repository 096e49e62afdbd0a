import { toHex } from '../../core/hex.ts';
import {
  BUILDS_CACHE,
  CONTENT_CACHE,
  contentAddress,
  digestsAt,
  ownAddresses,
} from '../../core/messages.ts';
import {
  type Build,
  keptIds,
  loadBuild,
  readBuild,
  readBuilds,
  type TextCache,
} from '../../core/offline/build.ts';
import { type FileList, parseCurrent, SHELL } from '../../core/offline/manifest.ts';
import {
  inParallel,
  missingFiles,
  packOf,
  pagesLast,
  sizeOf,
  type Wanted,
  WIDTH,
} from '../../core/offline/plan.ts';
import { fetchVerified, type Network, RefusedError, refusalOf } from '../../core/offline/verify.ts';
import { home, href } from '../base.ts';
import { readShelf, shelve } from './shelf.ts';

/** Called as a download goes on, in bytes. */
export type OnProgress = (done: number, total: number) => void;

/** The build that the server holds now, with all that it lists. Rejects where it cannot be had. */
export async function fetchBuild(): Promise<Build> {
  const build = parseCurrent(await fetchCurrent());
  if (!build) throw new RefusedError('digest', CURRENT);
  return loadBuild(build, texts, networkOf());
}

const CURRENT = 'current.json';

/** Without the whole of `current.json` for this long, in milliseconds, the network is given up. */
const PATIENCE = 10_000;

/** What `current.json` says now, past every cache. Rejects where it cannot be had. */
export async function fetchCurrent(): Promise<unknown> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const { signal } = controller;
    const response = await fetch(href(CURRENT), { cache: 'no-store', redirect: 'manual', signal });
    const refusal = refusalOf(answerOf(response));
    if (refusal) throw new RefusedError(refusal, CURRENT);
    return await response.json();
  } catch (error) {
    // What is no JSON comes from a portal; that is told by the error's name.
    if (error instanceof RefusedError || (error as Error).name === 'SyntaxError') throw error;
    throw new RefusedError(controller.signal.aborted ? 'stalled' : 'network', CURRENT);
  } finally {
    clearTimeout(timer);
  }
}

/** Fetches the shell of the server's build, for a worker that could not. Rejects with why. */
export async function downloadShell(): Promise<void> {
  await downloadFiles(packOf(await fetchBuild(), SHELL), () => undefined);
}

/** A build that was fetched before. */
export const keptBuild = (id: string): Promise<Build | undefined> => readBuild(id, texts);

/**
 * Downloads what is missing of a pack, file by file, verified; then, and only then, it is marked as
 * complete. What was fetched stays when it is interrupted, so the next call goes on from there.
 */
export async function downloadPack(
  build: Build,
  id: string,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<void> {
  const list = packOf(build, id);
  const known = (await readShelf()).find((pack) => pack.id === id);
  await shelve({ build: '', at: 0, ...known, id, rests: undefined });
  await downloadFiles(list, onProgress, signal);
  if ((await missingOf(list)).length > 0) throw new RefusedError('digest', id);
  await shelve({ id, build: build.id, at: Date.now() });
}

/** Downloads what is missing of a list; `onProgress` is called a few times a second, and at the end. */
export async function downloadFiles(
  list: FileList,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<void> {
  const cache = await caches.open(CONTENT_CACHE);
  const missing = await missingOf(list);
  const total = sizeOf(list.files.values());
  let done = total - sizeOf(missing);
  onProgress(done, total);
  /** Bytes that have come of the files that are not whole yet. */
  const coming = new Map<string, number>();
  let told = Date.now();
  const tell = () => {
    if (Math.abs(Date.now() - told) < PAINT) return;
    told = Date.now();
    onProgress(Math.min(total, done + sum(coming.values())), total);
  };
  const network = networkOf(signal, (address, bytes) => {
    coming.set(address, (coming.get(address) ?? 0) + bytes);
    tell();
  });
  let pauses: readonly number[] = RETRIES;
  const stalled: unknown[] = [];
  for (const files of pagesLast(missing)) {
    await inParallel(files, WIDTH, async (file) => {
      if (signal?.aborted) throw new DOMException('Paused', 'AbortError');
      // One file may be at fault, two are the line; each further one would be waited for as long.
      if (stalled.length > 1) throw stalled[0];
      const begin = () => coming.delete(file.address);
      await store(cache, file, network, pauses, begin, signal).catch((error) => {
        // The line is bad: the others are tried, but once each.
        pauses = [];
        if (error instanceof RefusedError && error.refusal === 'stalled') stalled.push(error);
        throw error;
      });
      begin();
      done += file.bytes;
      tell();
    });
  }
  onProgress(done, total);
}

/** Milliseconds between two reports of how far a download is. */
const PAINT = 250;

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);

/** Leaves a pack as it is until somebody asks for it. */
export async function pausePack(id: string): Promise<void> {
  const known = (await readShelf()).find((pack) => pack.id === id);
  await shelve({ build: '', at: 0, ...known, id, rests: 'paused' });
}

/**
 * Lets a pack go, with what no other pack and no shell needs of its content, in every build that is
 * kept: what an earlier one has would be answered instead of what the network has.
 */
export async function deletePack(id: string): Promise<void> {
  await shelve({ id, build: '', at: 0, rests: 'deleted' });
  const others = (await readShelf()).flatMap((pack) => (pack.rests === 'deleted' ? [] : pack.id));
  others.push(SHELL);
  const builds = await readBuilds(await keptIds(texts), texts);
  const needed = new Set(
    builds.flatMap((build) =>
      others.flatMap((other) => [...packOf(build, other).files.values()].map((f) => f.sha256)),
    ),
  );
  const cache = await caches.open(CONTENT_CACHE);
  for (const build of builds) {
    for (const { sha256 } of packOf(build, id).files.values()) {
      if (!needed.has(sha256)) await cache.delete(href(contentAddress(sha256)));
    }
  }
}

/** What of a list is not stored. */
export async function missingOf(list: FileList): Promise<Wanted[]> {
  return missingFiles(list, await storedDigests());
}

/** The digests of all that is stored. */
export const storedDigests = async (): Promise<Set<string>> =>
  digestsAt(await addressesIn(CONTENT_CACHE));

async function addressesIn(cacheName: string): Promise<string[]> {
  const keys = await (await caches.open(cacheName)).keys();
  return ownAddresses(
    keys.map(({ url }) => url),
    home(),
  );
}

/** Pauses before it is tried again, in milliseconds: a server that is being deployed to, a dropped line. */
const RETRIES = [500, 2000];

async function store(
  cache: Cache,
  file: Wanted,
  network: Network,
  pauses: readonly number[],
  begin: () => void,
  signal?: AbortSignal,
): Promise<void> {
  for (const pause of [...pauses, 0]) {
    begin();
    try {
      const bytes = await fetchVerified(file.address, file, network);
      const headers = { 'Content-Type': file.type };
      await cache.put(href(contentAddress(file.sha256)), new Response(bytes, { headers }));
      return;
    } catch (error) {
      const lasting = !(error instanceof RefusedError) || error.refusal === 'stalled';
      if (lasting || pause === 0 || signal?.aborted) throw error;
      await new Promise((next) => {
        setTimeout(next, pause);
        signal?.addEventListener('abort', next, { once: true });
      });
    }
  }
}

/** What of an answer tells whether it is one. */
const answerOf = ({ status, redirected, type }: Response) => ({
  status,
  redirected: redirected || type === 'opaqueredirect',
});

const networkOf = (paused?: AbortSignal, received?: Network['received']): Network => ({
  // `no-store` is what the worker knows a download by, and lets through. A redirect is not followed:
  // the policy would refuse another host, and then nobody could tell a portal from a dead line.
  fetch: async (address, signal) => {
    const controller = new AbortController();
    for (const cause of [paused, signal as globalThis.AbortSignal]) {
      if (cause?.aborted) controller.abort();
      cause?.addEventListener('abort', () => controller.abort(), { once: true });
    }
    const { signal: either } = controller;
    const wish: RequestInit = { cache: 'no-store', redirect: 'manual', signal: either };
    const response = await fetch(href(address), wish);
    return {
      ...answerOf(response),
      mediaType: response.headers.get('Content-Type'),
      body: response.body,
    };
  },
  sha256: async (bytes) => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
  decode: (bytes) => new TextDecoder().decode(bytes),
  received,
  // For the page 诊断, which shows warnings.
  mistyped: (address, mediaType) => console.warn(`${address} came as ${mediaType || 'no type'}.`),
});

const texts: TextCache = {
  async read(address) {
    return (await (await caches.open(BUILDS_CACHE)).match(href(address)))?.text();
  },
  async write(address, text) {
    await (await caches.open(BUILDS_CACHE)).put(href(address), new Response(text));
  },
  addresses: () => addressesIn(BUILDS_CACHE),
};
