import { toHex } from '../core/hex.ts';
import {
  BUILDS_CACHE,
  CONTENT_CACHE,
  contentAddress,
  type Switch,
  type WorkerState,
} from '../core/messages.ts';
import {
  type Build,
  loadBuild,
  readBuild,
  type TextCache,
  textsOf,
} from '../core/offline/build.ts';
import { type ManifestFile, manifestAddress, parseCurrent } from '../core/offline/manifest.ts';
import { garbage, inParallel, packOf, readyAddresses, WIDTH } from '../core/offline/plan.ts';
import { fetchVerified, type Network } from '../core/offline/verify.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Written by workbox-build: the shell's files. Their `revision` is the SHA-256. */
  __WB_MANIFEST: { url: string; revision: string }[];
};

const ownShell = self.__WB_MANIFEST;

/** Which build answers, and which did before; lies beside the builds that it names. */
interface Pointer {
  build: string;
  before: string;
  /** What to switch to when no page is open. */
  next?: Switch | undefined;
}
const POINTER = 'pointer';

/**
 * Fetches and verifies the server's build and its shell; fails as a whole, keeps what it got. A
 * server that holds another shell than this worker's is being deployed to: the next visit tries again.
 */
export async function installShell(): Promise<void> {
  const id = await fetchCurrent();
  const build = await loadBuild(id, texts, network);
  const content = await caches.open(CONTENT_CACHE);
  const have = await storedDigests();
  await inParallel(ownShell, WIDTH, async ({ url, revision }) => {
    const file = build.files.get(url);
    if (file?.sha256 !== revision) throw new Error(`${url} is not what this worker belongs to`);
    if (have.has(revision)) return;
    const bytes = await fetchVerified(url, file, network);
    const headers = { 'Content-Type': file.type };
    await content.put(inScope(contentAddress(revision)), new Response(bytes, { headers }));
  });
  if (!(await readPointer())) await writePointer({ build: id, before: '' });
}

/** Whether this is the first build that this browser has. */
export async function isFirst(): Promise<boolean> {
  return (await readPointer())?.before === '';
}

/** See `Requests`: the one point at which another build begins to answer. */
export async function switchTo(id: string, keep: readonly string[]): Promise<boolean> {
  const build = await readBuild(id, texts);
  const have = await storedDigests();
  if (!build) return false;
  for (const { sha256 } of packOf(build, 'shell').files.values()) {
    if (!have.has(sha256)) return false;
  }
  const { build: now = '', before = '' } = (await readPointer()) ?? {};
  await writePointer({ build: id, before: now === id ? before : now });
  await collectGarbage(new Set([id, now === id ? before : now, ...keep]), have);
  return true;
}

/** Remembers what to switch to when no page is open. */
export async function prepare(next: Switch): Promise<void> {
  const pointer = await readPointer();
  if (pointer) await writePointer({ ...pointer, next });
}

/** Before the first page is opened: nobody can be reading the build that goes. */
export async function switchUnseen(): Promise<void> {
  const next = (await readPointer())?.next;
  if (!next) return;
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length === 0) await switchTo(next.build, next.keep);
}

/** Builds to answer from: the one that was switched to first, then the others that are kept. */
export function keptBuilds(): Promise<readonly Build[]> {
  kept ??= readBuilds().catch((error) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

let kept: Promise<readonly Build[]> | undefined;

async function readBuilds(): Promise<Build[]> {
  const { build: first = '', before = '' } = (await readPointer()) ?? {};
  const ids = (await addressesIn(BUILDS_CACHE)).flatMap(
    (url) => /\/manifest\.([0-9a-f]+)\.json$/.exec(url)?.[1] ?? [],
  );
  // The server's next build may lie there already: what nobody has switched to answers last.
  const rank = (id: string) => [before, first].indexOf(id);
  ids.sort((a, b) => rank(b) - rank(a));
  const builds = await Promise.all(ids.map((id) => readBuild(id, texts)));
  return builds.flatMap((build) => build ?? []);
}

export function storedContent({ sha256 }: ManifestFile): Promise<Response | undefined> {
  return stored(CONTENT_CACHE, contentAddress(sha256));
}

/** What this worker can do without a network. */
export async function stateNow(): Promise<WorkerState> {
  const [build] = await keptBuilds();
  if (!build) return { build: undefined, ready: [] };
  return { build: build.id, ready: readyAddresses(build, await storedDigests()) };
}

async function collectGarbage(ids: ReadonlySet<string>, have: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(BUILDS_CACHE);
  const needed = new Set([inScope(POINTER)]);
  const builds: Build[] = [];
  for (const id of ids) {
    const manifest = await texts.read(manifestAddress(id));
    const build = await readBuild(id, texts);
    if (manifest === undefined || !build) continue;
    builds.push(build);
    for (const address of textsOf(id, manifest)) needed.add(inScope(address));
  }
  for (const { url } of await cache.keys()) if (!needed.has(url)) await cache.delete(url);
  kept = undefined;
  const content = await caches.open(CONTENT_CACHE);
  const own = new Set(ownShell.map(({ revision }) => revision));
  for (const digest of garbage(builds, have)) {
    if (!own.has(digest)) await content.delete(inScope(contentAddress(digest)));
  }
}

async function fetchCurrent(): Promise<string> {
  const response = await fetch(inScope('current.json'), { cache: 'no-cache' });
  const build = response.ok ? parseCurrent(await response.json()) : undefined;
  if (!build) throw new Error('current.json names no build');
  return build;
}

async function readPointer(): Promise<Pointer | undefined> {
  return (await stored(BUILDS_CACHE, POINTER))?.json();
}

async function writePointer(pointer: Pointer): Promise<void> {
  const cache = await caches.open(BUILDS_CACHE);
  await cache.put(inScope(POINTER), new Response(JSON.stringify(pointer)));
  kept = undefined;
}

async function storedDigests(): Promise<Set<string>> {
  const addresses = await addressesIn(CONTENT_CACHE);
  return new Set(addresses.map((url) => url.slice(url.lastIndexOf('/') + 1)));
}

/** Looks without opening: what was cleared on purpose must not be there again, if only empty. */
function stored(cacheName: string, address: string): Promise<Response | undefined> {
  return caches.match(inScope(address), { cacheName });
}

async function addressesIn(cacheName: string): Promise<string[]> {
  if (!(await caches.has(cacheName))) return [];
  return (await (await caches.open(cacheName)).keys()).map(({ url }) => url);
}

const texts: TextCache = {
  async read(address) {
    return (await stored(BUILDS_CACHE, address))?.text();
  },
  async write(address, text) {
    await (await caches.open(BUILDS_CACHE)).put(inScope(address), new Response(text));
    kept = undefined;
  },
};

const network: Network = {
  // A redirect is not followed: it leads to a login page, and the digest would only say “not this”.
  async fetch(address, signal) {
    const wish: RequestInit = { cache: 'no-cache', redirect: 'manual' };
    const response = await fetch(inScope(address), {
      ...wish,
      signal: signal as globalThis.AbortSignal,
    });
    return {
      status: response.status,
      redirected: response.type === 'opaqueredirect',
      body: response.body,
    };
  },
  sha256: async (bytes) => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
  decode: (bytes) => new TextDecoder().decode(bytes),
};

const inScope = (address: string): string => new URL(address, self.registration.scope).href;
