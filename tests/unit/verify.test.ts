import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Fetched, fetchVerified, type Network, STALL } from '../../src/core/offline/verify.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytes = new TextEncoder().encode('让您久等了。'.repeat(20));
const expected = { sha256: sha256(bytes), bytes: bytes.length };
const page = 'attitude/waiting/';
const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** What the network does: each piece comes after `pause` milliseconds; `silent` never comes. */
interface Connection {
  status?: number;
  redirected?: boolean;
  pieces?: readonly (Uint8Array | 'silent')[];
  pause?: number;
  /** Before the first byte of the answer. */
  headers?: 'silent' | Error;
}

/** A network of one answer; like the real one, it gives up when the signal aborts. */
function connect({
  status = 200,
  redirected = false,
  pieces = [bytes],
  pause = 0,
  headers,
}: Connection) {
  const signals: AbortSignal[] = [];
  const silence = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  const network: Network = {
    sha256: async (content) => sha256(content),
    decode: (content) => new TextDecoder().decode(content),
    async fetch(_address, signal): Promise<Fetched> {
      signals.push(signal);
      if (headers === 'silent') await silence(signal);
      if (headers instanceof Error) throw headers;
      const rest = [...pieces];
      const read = async () => {
        const piece = rest.shift();
        if (piece === 'silent') await silence(signal);
        if (pause > 0) await Promise.race([wait(pause), silence(signal)]);
        return piece === undefined || piece === 'silent'
          ? { done: true }
          : { done: false, value: piece };
      };
      return { status, redirected, body: { getReader: () => ({ read }) } };
    },
  };
  return { network, signals };
}

const fetchPage = (network: Network) => fetchVerified(page, expected, network);
const refused = (refusal: string) =>
  expect.objectContaining({ name: 'RefusedError', refusal, address: page });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a download', () => {
  test('gives the bytes when they are the expected ones', async () => {
    const { network, signals } = connect({});
    expect(await fetchPage(network)).toEqual(bytes);
    expect(signals[0]?.aborted).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('puts the pieces together in order', async () => {
    const pieces = [bytes.slice(0, 1), bytes.slice(1, 100), new Uint8Array(), bytes.slice(100)];
    expect(await fetchPage(connect({ pieces }).network)).toEqual(bytes);
  });

  test('may be asked for by the beginning of its digest alone', async () => {
    const beginning = { sha256: expected.sha256.slice(0, 16) };
    expect(await fetchVerified(page, beginning, connect({}).network)).toEqual(bytes);
  });

  test('may have come through a proxy that calls itself one', async () => {
    expect(await fetchPage(connect({ status: 203 }).network)).toEqual(bytes);
  });

  test.each<[string, Connection]>([
    ['cut', { pieces: [bytes.slice(0, -1)] }],
    ['altered', { pieces: [bytes.with(0, 0)] }],
  ])('that a cache has kept %s is fetched once more past it', async (_how, kept) => {
    const afresh = vi.fn(connect({}).network.fetch);
    expect(await fetchPage({ ...connect(kept).network, afresh })).toEqual(bytes);
    expect(afresh).toHaveBeenCalledTimes(1);
    const again = { ...connect(kept).network, afresh: connect(kept).network.fetch };
    await expect(fetchPage(again)).rejects.toMatchObject({ name: 'RefusedError' });
  });

  test('that fails for another reason is not fetched once more', async () => {
    const afresh = vi.fn();
    const network = { ...connect({ status: 404 }).network, afresh };
    await expect(fetchPage(network)).rejects.toEqual(refused('status'));
    expect(afresh).not.toHaveBeenCalled();
  });

  test('may be an empty file, with or without a body', async () => {
    const nothing = { sha256: sha256(new Uint8Array()), bytes: 0 };
    const { network } = connect({ pieces: [] });
    expect(await fetchVerified(page, nothing, network)).toHaveLength(0);
    const bodiless = {
      ...network,
      fetch: async () => ({ status: 200, redirected: false, body: null }),
    };
    expect(await fetchVerified(page, nothing, bodiless)).toHaveLength(0);
  });

  const altered = bytes.with(0, 0);
  test.each<[string, Connection]>([
    ['status', { status: 404 }],
    ['status', { status: 500 }],
    ['status', { status: 206 }],
    ['status', { status: 304, pieces: [] }],
    ['status', { status: 503 }],
    ['redirected', { redirected: true }],
    ['redirected', { status: 511 }],
    ['length', { pieces: [bytes.slice(0, -1)] }],
    ['length', { pieces: [bytes, bytes.slice(0, 1)] }],
    ['length', { pieces: [] }],
    ['digest', { pieces: [altered] }],
    ['network', { headers: new TypeError('Failed to fetch') }],
  ])('is refused for its %s: %j', async (refusal, connection) => {
    const { network } = connect(connection);
    await expect(fetchPage(network)).rejects.toEqual(refused(refusal));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is refused for its digest when no length was expected', async () => {
    const { network } = connect({ pieces: [bytes.slice(0, -1)] });
    const rejection = fetchVerified(page, { sha256: expected.sha256 }, network);
    await expect(rejection).rejects.toEqual(refused('digest'));
  });

  test('is given up as soon as it is longer than what was promised', async () => {
    const { network, signals } = connect({ pieces: [bytes, bytes, 'silent'] });
    await expect(fetchPage(network)).rejects.toEqual(refused('length'));
    expect(signals[0]?.aborted).toBe(true);
  });

  test('that is a redirect which nobody followed is told from one that failed', async () => {
    const { network } = connect({ status: 0, redirected: true, pieces: [] });
    await expect(fetchPage(network)).rejects.toEqual(refused('redirected'));
  });

  test('tells of each piece as it comes', async () => {
    const received = vi.fn();
    const pieces = [bytes.slice(0, 9), bytes.slice(9)];
    await fetchPage({ ...connect({ pieces }).network, received });
    expect(received.mock.calls).toEqual([
      [page, 9],
      [page, bytes.length - 9],
    ]);
  });

  test.each([
    ['text/html; charset=utf-8', []],
    ['TEXT/HTML', []],
    ['text/plain; charset=utf-8', [[page, 'text/plain']]],
    [null, [[page, '']]],
  ])('that is right and came as %s is kept, and what differs is told', async (mediaType, told) => {
    const mistyped = vi.fn();
    const { network } = connect({});
    const sent: Network = {
      ...network,
      mistyped,
      fetch: async (...parts) => ({ ...(await network.fetch(...parts)), mediaType }),
    };
    const type = 'text/html; charset=utf-8';
    expect(await fetchVerified(page, { ...expected, type }, sent)).toEqual(bytes);
    expect(mistyped.mock.calls).toEqual(told);
  });

  test('is not read to its end when the status is wrong', async () => {
    const { network, signals } = connect({ status: 404, pieces: ['silent'] });
    await expect(fetchPage(network)).rejects.toEqual(refused('status'));
    expect(signals[0]?.aborted).toBe(true);
  });

  test('whose connection breaks in the middle is refused', async () => {
    const { network } = connect({});
    const read = vi
      .fn()
      .mockResolvedValueOnce({ done: false, value: bytes.slice(0, 9) })
      .mockRejectedValueOnce(new TypeError('network error'));
    const broken = {
      ...network,
      fetch: async () => ({
        status: 200,
        redirected: false,
        body: { getReader: () => ({ read }) },
      }),
    };
    await expect(fetchPage(broken)).rejects.toEqual(refused('network'));
  });
});

describe('a download that says nothing', () => {
  test.each<[string, Connection]>([
    ['before the answer begins', { headers: 'silent' }],
    ['before the first byte', { pieces: ['silent'] }],
    ['in the middle', { pieces: [bytes.slice(0, 9), 'silent'] }],
  ])('%s is given up after the stall time, not before', async (_when, connection) => {
    const { network, signals } = connect(connection);
    let settled = false;
    const download = fetchPage(network).finally(() => {
      settled = true;
    });
    const rejection = expect(download).rejects.toEqual(refused('stalled'));
    await vi.advanceTimersByTimeAsync(STALL - 1);
    expect(settled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await rejection;
    expect(signals[0]?.aborted).toBe(true);
  });

  test('passes when it is slow but steady', async () => {
    const pieces = Array.from({ length: 12 }, (_, index) =>
      bytes.slice((index * bytes.length) / 12, ((index + 1) * bytes.length) / 12),
    );
    const download = fetchPage(connect({ pieces, pause: STALL - 1 }).network);
    await vi.advanceTimersByTimeAsync(13 * STALL);
    expect(await download).toEqual(bytes);
  });
});
