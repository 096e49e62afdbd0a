/** What a page asks its service worker, and what it is answered through the message's port. */
export interface Requests {
  /** Take over from the active worker now; the learner has agreed. */
  'take-over': { with: undefined; answer: undefined };
  /**
   * Answer pages from this build from now on, and drop what neither it, nor the one before, nor the
   * builds to keep need. The answer tells whether that was done: not where its shell is incomplete.
   */
  switch: { with: Switch; answer: boolean };
  /** The same, as soon as no page is open: the learner need not be asked then. */
  prepare: { with: Switch; answer: undefined };
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

/** Where content lies in its cache, below the base: addressed by its digest, never by its name. */
export const contentAddress = (sha256: string): string => `content/${sha256}`;
