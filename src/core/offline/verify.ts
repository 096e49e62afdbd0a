/** Why a downloaded file was refused. */
export type Refusal = 'status' | 'redirected' | 'length' | 'digest' | 'stalled' | 'network';

export class RefusedError extends Error {
  readonly refusal: Refusal;
  readonly address: string;

  constructor(refusal: Refusal, address: string) {
    super(`${address}: ${refusal}`);
    this.name = 'RefusedError';
    this.refusal = refusal;
    this.address = address;
  }
}

/** The part of a `Response` that verification reads. */
export interface Fetched {
  status: number;
  /** Whether the answer was, or comes from, a redirect. */
  redirected: boolean;
  /** As the server named it. */
  mediaType?: string | null | undefined;
  body: { getReader(): Reader } | null;
}

interface Reader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
}

/** The runtime's hands: the page's or the worker's. */
export interface Network {
  fetch(address: string, signal: AbortSignal): Promise<Fetched>;
  /** The same past every cache, where `fetch` may be answered from one that has kept half a file. */
  afresh?: Network['fetch'] | undefined;
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** UTF-8 to text. */
  decode(bytes: Uint8Array<ArrayBuffer>): string;
  /** Told of each piece of a body, in bytes, as it comes. */
  received?: ((address: string, bytes: number) => void) | undefined;
  /** Told of a file that is the right one and was sent under another media type. */
  mistyped?: ((address: string, mediaType: string) => void) | undefined;
}

/** What has to come out: `sha256` may be the beginning of the digest. */
export interface Expected {
  sha256: string;
  bytes?: number;
  /** Media type, with its parameters. */
  type?: string;
}

/** Without a byte for this long, in milliseconds, a download is given up. */
export const STALL = 20_000;

/**
 * Fetches `address` and returns its bytes only if they are the expected ones. A portal's login page,
 * a redirect, a truncated or altered body and a stall each end in a `RefusedError`. The declared
 * length is not read: it is that of the compressed body. Nor is the media type, which decides nothing
 * once the digest is right.
 */
export async function fetchVerified(
  address: string,
  expected: Expected,
  network: Network,
  stall = STALL,
): Promise<Uint8Array<ArrayBuffer>> {
  const { afresh, ...rest } = network;
  const once = fetchOnce(address, expected, network, stall);
  if (!afresh) return once;
  return once.catch((error: RefusedError) => {
    if (error.refusal !== 'length' && error.refusal !== 'digest') throw error;
    return fetchOnce(address, expected, { ...rest, fetch: afresh }, stall);
  });
}

/** Why an answer is refused before it is read. 203 is a file that a proxy may have altered: its digest tells. */
export function refusalOf({ status, redirected }: Pick<Fetched, 'status' | 'redirected'>) {
  // 511 is a portal that says so.
  if (redirected || status === 511) return 'redirected';
  return status === 200 || status === 203 ? undefined : 'status';
}

async function fetchOnce(
  address: string,
  expected: Expected,
  network: Network,
  stall: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, mediaType } = await fetchWhole(address, expected.bytes, network, stall);
  if (expected.bytes !== undefined && bytes.length !== expected.bytes) {
    throw new RefusedError('length', address);
  }
  const digest = await network.sha256(bytes);
  if (!digest.startsWith(expected.sha256)) throw new RefusedError('digest', address);
  const sent = essence(mediaType ?? '');
  if (expected.type && sent !== essence(expected.type)) network.mistyped?.(address, sent);
  return bytes;
}

/** A media type without its parameters. */
const essence = (mediaType: string): string => mediaType.replace(/;.*/, '').trim().toLowerCase();

async function fetchWhole(
  address: string,
  most: number | undefined,
  network: Network,
  stall: number,
) {
  const controller = new AbortController();
  let stalled = false;
  const giveUp = () => {
    stalled = true;
    controller.abort();
  };
  let timer = setTimeout(giveUp, stall);
  const progress = (bytes: number) => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, stall);
    network.received?.(address, bytes);
  };
  try {
    const response = await network.fetch(address, controller.signal);
    const refusal = refusalOf(response);
    if (refusal) throw new RefusedError(refusal, address);
    const bytes = await readAll(response, most, progress);
    if (!bytes) throw new RefusedError('length', address);
    return { bytes, mediaType: response.mediaType };
  } catch (error) {
    controller.abort();
    if (error instanceof RefusedError) throw error;
    throw new RefusedError(stalled ? 'stalled' : 'network', address);
  } finally {
    clearTimeout(timer);
  }
}

/** The whole body; `undefined` as soon as it has more than `most` bytes. */
async function readAll(
  { body }: Fetched,
  most = Number.POSITIVE_INFINITY,
  progress: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  let length = 0;
  for (;;) {
    const step = await reader?.read();
    if (!step || step.done) break;
    if (!step.value) continue;
    progress(step.value.length);
    length += step.value.length;
    if (length > most) return undefined;
    chunks.push(step.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
