import { toHex } from '../core/hex.ts';
import {
  BUILDS_CACHE,
  CONTENT_CACHE,
  contentAddress,
  digestsAt,
  ownAddresses,
  POINTER,
  type Switch,
  type WorkerState,
} from '../core/messages.ts';
import {
  type Build,
  keptIds,
  loadBuild,
  readBuild,
  readBuilds,
  type TextCache,
  textsOf,
} from '../core/offline/build.ts';
import {
  type ManifestFile,
  manifestAddress,
  parseCurrent,
  SHELL,
} from '../core/offline/manifest.ts';
import {
  garbage,
  inParallel,
  missingFiles,
  packOf,
  readyAddresses,
  WIDTH,
} from '../core/offline/plan.ts';
import { fetchVerified, type Network } from '../core/offline/verify.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Written by workbox-build: the shell's pages and their files. Their `revision` is the SHA-256. */
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

/**
 * Fetches and verifies the server's build and its shell; fails as a whole, keeps what it got. A
 * server that holds another shell than this worker's is being deployed to: the next visit tries again.
 */
export async function installShell(): Promise<void> {
  const id = await fetchCurrent();
  const build = await loadBuild(id, texts, network);
  const content = await caches.open(CONTENT_CACHE);
  const have = await storedDigests();
  for (const { url, revision } of ownShell) {
    if (build.files.get(url)?.sha256 !== revision) {
      throw new Error(`${url} is not what this worker belongs to`);
    }
  }
  await inParallel(missingFiles(packOf(build, SHELL), have), WIDTH, async (file) => {
    const bytes = await fetchVerified(file.address, file, network);
    const headers = { 'Content-Type': file.type };
    await content.put(inScope(contentAddress(file.sha256)), new Response(bytes, { headers }));
  });
  await changePointer((pointer) => pointer ?? { build: id, before: '' });
}

/** Whether this is the first build that this browser has. */
export async function isFirst(): Promise<boolean> {
  return (await readPointer())?.before === '';
}

/** See `Requests`: the one point at which another build begins to answer. */
export async function switchTo(id: string): Promise<boolean> {
  if (!(await isWhole(id))) return false;
  await changePointer(({ build, before } = { build: '', before: '' }) => ({
    build: id,
    before: build === id ? before : build,
  }));
  return true;
}

/** Remembers what to switch to when no page is open, or that there is nothing. */
export function prepare(next: Switch | undefined): Promise<void> {
  return changePointer((pointer) => pointer && { ...pointer, next });
}

/**
 * Before the first page is opened: nobody can be reading the build that goes. Resolves with what was
 * switched to.
 */
export async function switchUnseen(): Promise<Switch | undefined> {
  const next = (await readPointer())?.next;
  if (!next) return undefined;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.some(({ url }) => url.startsWith(self.registration.scope));
  return !open && (await switchTo(next.build)) ? next : undefined;
}

/** Builds to answer from: the one that was switched to first, then the others that are kept. */
export function keptBuilds(): Promise<readonly Build[]> {
  kept ??= readKept().catch((error) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

let kept: Promise<readonly Build[]> | undefined;

async function readKept(): Promise<Build[]> {
  const { build = '', before = '' } = (await readPointer()) ?? {};
  // The server's next build may lie there already: what nobody has switched to answers last.
  return readBuilds(new Set([build, before, ...(await keptIds(texts))]), texts);
}

export function storedContent({ sha256 }: ManifestFile): Promise<Response | undefined> {
  return stored(CONTENT_CACHE, contentAddress(sha256));
}

/** What this worker can do without a network. */
export async function stateNow(): Promise<WorkerState> {
  const builds = await keptBuilds();
  return { build: builds[0]?.id, ready: readyAddresses(builds, await storedDigests()) };
}

/**
 * Drops what neither the present build, nor the one before, nor these need. What is stored while
 * this goes on stays: it belongs to a page that knows more.
 */
export async function collectGarbage(keep: readonly string[]): Promise<void> {
  const [addresses, have] = [await texts.addresses(), await storedDigests()];
  const { build = '', before = '' } = (await readPointer()) ?? {};
  const builds = await readBuilds(new Set([build, before, ...keep]), texts);
  // Without the list of what answers now, nobody knows what it needs.
  if (builds[0]?.id !== build) return;
  const needed = new Set([POINTER]);
  for (const { id } of builds) {
    const manifest = (await texts.read(manifestAddress(id))) ?? '';
    for (const address of textsOf(id, manifest)) needed.add(address);
  }
  const cache = await caches.open(BUILDS_CACHE);
  for (const address of addresses) if (!needed.has(address)) await cache.delete(inScope(address));
  kept = undefined;
  const content = await caches.open(CONTENT_CACHE);
  const own = new Set(ownShell.map(({ revision }) => revision));
  for (const digest of garbage(builds, have)) {
    if (!own.has(digest)) await content.delete(inScope(contentAddress(digest)));
  }
}

/** Without the whole of `current.json` for this long, in milliseconds, the network is given up. */
const PATIENCE = 10_000;

async function fetchCurrent(): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const { signal } = controller;
    const response = await fetch(inScope('current.json'), { cache: 'no-cache', signal });
    const build = response.ok ? parseCurrent(await response.json()) : undefined;
    if (!build) throw new Error('current.json names no build');
    return build;
  } finally {
    clearTimeout(timer);
  }
}

/** The pointer; where a browser has dropped it, to the newest build whose shell is whole. */
async function readPointer(): Promise<Pointer | undefined> {
  const text = await texts.read(POINTER);
  if (text !== undefined) return JSON.parse(text);
  for (const id of (await keptIds(texts)).reverse()) {
    if (await isWhole(id)) return { build: id, before: '' };
  }
  return undefined;
}

/** One change after the other; what stays as it is is not written. */
function changePointer(change: (pointer?: Pointer) => Pointer | undefined): Promise<void> {
  const changed = changes.then(async () => {
    const pointer = change(await readPointer());
    const text = JSON.stringify(pointer);
    if (pointer && text !== (await texts.read(POINTER))) await texts.write(POINTER, text);
  });
  changes = changed.catch(() => undefined);
  return changed;
}

let changes: Promise<void> = Promise.resolve();

/** Whether the build can be opened without a network. */
async function isWhole(id: string): Promise<boolean> {
  const build = await readBuild(id, texts);
  if (!build) return false;
  return missingFiles(packOf(build, SHELL), await storedDigests()).length === 0;
}

const storedDigests = async (): Promise<Set<string>> => digestsAt(await addressesIn(CONTENT_CACHE));

/** Looks without opening: what was cleared on purpose must not be there again, if only empty. */
function stored(cacheName: string, address: string): Promise<Response | undefined> {
  return caches.match(inScope(address), { cacheName });
}

async function addressesIn(cacheName: string): Promise<string[]> {
  if (!(await caches.has(cacheName))) return [];
  const keys = await (await caches.open(cacheName)).keys();
  return ownAddresses(
    keys.map(({ url }) => url),
    self.registration.scope,
  );
}

const texts: TextCache = {
  async read(address) {
    return (await stored(BUILDS_CACHE, address))?.text();
  },
  async write(address, text) {
    await (await caches.open(BUILDS_CACHE)).put(inScope(address), new Response(text));
    kept = undefined;
  },
  addresses: () => addressesIn(BUILDS_CACHE),
};

const fetchWith =
  (cache: RequestCache): Network['fetch'] =>
  async (address, signal) => {
    // A redirect is not followed: it leads to a login page, and the digest would only say “not this”.
    const wish: RequestInit = { cache, redirect: 'manual' };
    const response = await fetch(inScope(address), {
      ...wish,
      signal: signal as globalThis.AbortSignal,
    });
    return {
      status: response.status,
      redirected: response.type === 'opaqueredirect',
      body: response.body,
    };
  };

const network: Network = {
  fetch: fetchWith('no-cache'),
  // The page itself may have left half a file in the browser's cache, which the server calls unchanged.
  afresh: fetchWith('reload'),
  sha256: async (bytes) => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
  decode: (bytes) => new TextDecoder().decode(bytes),
};

const inScope = (address: string): string => new URL(address, self.registration.scope).href;
