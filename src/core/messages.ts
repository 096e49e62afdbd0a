/** What a page asks its service worker, and what it is answered through the message's port. */
export interface Requests {
  /** Take over from the active worker now; the learner has agreed. */
  'take-over': { with: undefined; answer: undefined };
  /**
   * Answer pages from this build from now on, then drop what neither it, nor the one before, nor the
   * builds to keep need. The answer tells whether pages are: not where its shell is incomplete.
   */
  switch: { with: Switch; answer: boolean };
  /**
   * The same, as soon as no page is open: the learner need not be asked then. Without a switch, what
   * was prepared before is withdrawn: the server has taken that build back.
   */
  prepare: { with: Switch | undefined; answer: undefined };
  /** Drop what neither the present build, nor the one before, nor these builds need. */
  collect: { with: readonly string[]; answer: undefined };
  /** Which build pages are answered from, and which addresses below the base open without a network. */
  state: { with: undefined; answer: WorkerState };
}

export interface Switch {
  build: string;
  keep: readonly string[];
}

export interface WorkerState {
  build: string | undefined;
  ready: readonly string[];
}

export type RequestName = keyof Requests;

export type Request<Name extends RequestName = RequestName> = {
  [Each in Name]: { request: Each; with: Requests[Each]['with'] };
}[Name];

/** Caches of this site; both sides open them by name. */
export const CONTENT_CACHE = 'content';
export const BUILDS_CACHE = 'builds';

/** Where it stands, below the base, which build answers (`sw/builds.ts`). */
export const POINTER = 'pointer';

/** Where content lies in its cache, below the base: addressed by its digest, never by its name. */
export const contentAddress = (sha256: string): string => `content/${sha256}`;

const OWN = /^(?:pointer|(?:manifest|pack)\.[0-9a-f]+\.json|content\/[0-9a-f]+)$/;

/**
 * Addresses below `home`, the site's own, of what this site has stored, among the URLs of a cache.
 * Caches belong to an origin: a copy of the site in another folder has the same ones, and other
 * applications may.
 */
export function ownAddresses(urls: readonly string[], home: string): string[] {
  return urls
    .filter((url) => url.startsWith(home))
    .map((url) => url.slice(home.length))
    .filter((address) => OWN.test(address));
}

/** The digests of the contents that lie at these addresses. */
export function digestsAt(addresses: readonly string[]): Set<string> {
  const folder = contentAddress('');
  const contents = addresses.filter((address) => address.startsWith(folder));
  return new Set(contents.map((address) => address.slice(folder.length)));
}
