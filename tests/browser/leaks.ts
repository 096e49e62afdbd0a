/** What a page asks a server for, read as an outsider would: nothing about the learner may be in it. */

/** One request, as the browser makes it or as the server hears it. */
export interface Asked {
  method: string;
  /** Absolute, or the path that a server sees. */
  url: string;
  /** What is sent along. */
  body?: string | null;
}

/**
 * Names that a query may have: what was searched, what chat programs add to a shared link, and the
 * version mark of the search index. A name that is not here could carry an answer.
 */
const known = new Set(['q', 'from', 'isappinstalled', 'scene', 'ts']);

/** Why a request to the site at `home` tells somebody too much; `undefined` where it does not. */
export function leakOf({ method, url, body }: Asked, home: string): string | undefined {
  const address = new URL(url, home);
  if (!/^(?:https?|wss?):$/.test(address.protocol)) return undefined;
  if (address.origin !== new URL(home).origin) return `foreign request: ${url}`;
  if (method !== 'GET' && method !== 'HEAD') return `request that writes: ${method} ${url}`;
  if (body) return `request with a body: ${url}`;
  const unknown = [...address.searchParams.keys()].filter((name) => !known.has(name));
  return unknown.length > 0 ? `query that could carry an answer: ${url}` : undefined;
}
