/** A network that lies between the browser and the site, and does to each answer what a test says. */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * `portal`: the login page of a wireless network, with status 200, whatever was asked for.
 * `login`, `gateway`: a redirect to that page, on this host or on another one.
 * `missing`, `broken`: status 404 and 500. `index`: the home page with status 200, as some hosts do.
 * `reset`: half of the body, then the line is cut. `short`: half of the body, and the connection
 * ends although the whole length was announced. `chunked`: half, and the last chunk never comes.
 * `cut`: half, ended as if it were all. `closed`: half, and only the end of the connection says that
 * it is all. `halved`: half, announced as all.
 * `stall`: ten bytes, then nothing. `silent`: not even headers. `drip`: 200 bytes a second.
 * `altered`: one byte is another. `typed`: sent as plain text.
 * `bare`: the body alone, without any header that the site wished for.
 */
export type Fault =
  | ('portal' | 'login' | 'gateway' | 'missing' | 'broken' | 'index')
  | ('reset' | 'short' | 'chunked' | 'cut' | 'closed' | 'halved')
  | ('stall' | 'silent' | 'drip' | 'altered' | 'typed' | 'bare');

/** What a captive portal says. No page of ours may ever show it. */
export const PORTAL = '请先登录无线网络';

/** The plain name of the site is known to the browser only. */
const HERE = '127.0.0.1';
const LOGIN = '/login-of-the-network';

export interface Network {
  port: number;
  /** Decides for each path what becomes of its answer; nothing by default. */
  fault: (path: string) => Fault | undefined;
  /** From which port of this machine a path is answered, where not from the site's own. */
  source: (path: string) => number | undefined;
  /** Milliseconds before each answer. */
  latency: number;
  /** Paths, in the order in which they were asked for. */
  asked: string[];
  close(): void;
}

/** Puts a network before the server at `port` of this machine. */
export async function spoilNetwork(port: number): Promise<Network> {
  const server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? '';
    network.asked.push(path);
    if (network.latency > 0) await sleep(network.latency);
    const fault = path === LOGIN ? 'portal' : network.fault(path);
    answer(network.source(path) ?? port, incoming, outgoing, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, HERE, resolve));
  const network: Network = {
    port: (server.address() as AddressInfo).port,
    fault: () => undefined,
    source: () => undefined,
    latency: 0,
    asked: [],
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return network;
}

const html = { 'Content-Type': 'text/html; charset=utf-8' };

function answer(
  port: number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault: Fault | undefined,
): void {
  switch (fault) {
    case 'portal':
      outgoing.writeHead(200, html).end(`<!doctype html><title>Wi-Fi</title><h1>${PORTAL}</h1>`);
      return;
    case 'login':
      outgoing.writeHead(302, { Location: LOGIN }).end();
      return;
    case 'gateway':
      outgoing.writeHead(302, { Location: 'http://gateway.test/' }).end();
      return;
    case 'missing':
      outgoing.writeHead(404, html).end('<!doctype html><h1>404</h1>');
      return;
    case 'broken':
      outgoing.writeHead(500, html).end('<!doctype html><h1>500</h1>');
      return;
    case 'silent':
      return;
    default:
      forward(port, incoming, outgoing, fault);
  }
}

/** Passes the request on; where the site is gone, hangs up as it would. */
function forward(
  port: number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault: Fault | undefined,
): void {
  const { method } = incoming;
  const path = fault === 'index' ? '/' : incoming.url;
  // Uncompressed, since half a compressed body would betray itself.
  const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
  const passed = request({ hostname: HERE, port, method, path, headers }, async (reply) => {
    const body = Buffer.concat(await reply.toArray().catch(() => []));
    // Without Content-Length nothing tells a browser that half is missing.
    const { 'content-length': _, ...rest } = reply.headers;
    send(outgoing, reply.statusCode ?? 502, rest, body, fault);
  });
  passed.on('error', () => outgoing.destroy());
  passed.end();
}

function send(
  outgoing: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Buffer,
  fault: Fault | undefined,
): void {
  const half = body.subarray(0, body.length >> 1);
  const cutLine = (part: Buffer) => outgoing.write(part, () => outgoing.destroy());
  switch (fault) {
    case 'reset':
      outgoing.writeHead(status, headers);
      outgoing.write(half, () => outgoing.socket?.resetAndDestroy());
      return;
    case 'short':
      outgoing.writeHead(status, { ...headers, 'Content-Length': body.length });
      cutLine(half);
      return;
    case 'chunked':
      outgoing.writeHead(status, headers);
      cutLine(half);
      return;
    case 'cut':
      outgoing.writeHead(status, headers).end(half);
      return;
    case 'closed':
      outgoing.socket?.end(
        Buffer.concat([
          Buffer.from(
            `HTTP/1.1 200 OK\r\nContent-Type: ${headers['content-type']}\r\nConnection: close\r\n\r\n`,
          ),
          half,
        ]),
      );
      return;
    case 'halved':
      outgoing.writeHead(status, { ...headers, 'Content-Length': half.length }).end(half);
      return;
    case 'stall':
      outgoing.writeHead(status, headers);
      outgoing.write(body.subarray(0, 10));
      return;
    case 'drip':
      outgoing.writeHead(status, headers);
      void drip(outgoing, body);
      return;
    case 'altered':
      body[body.length >> 1] = 'x'.charCodeAt(0);
      outgoing.writeHead(status, headers).end(body);
      return;
    case 'typed':
      outgoing.writeHead(status, { ...headers, 'content-type': 'text/plain' }).end(body);
      return;
    case 'bare':
      outgoing.writeHead(status, { 'content-type': headers['content-type'] }).end(body);
      return;
    default:
      outgoing.writeHead(status, { ...headers, 'Content-Length': body.length }).end(body);
  }
}

async function drip(outgoing: ServerResponse, body: Buffer): Promise<void> {
  for (let at = 0; at < body.length && !outgoing.destroyed; at += 40) {
    outgoing.write(body.subarray(at, at + 40));
    await sleep(200);
  }
  outgoing.end();
}
