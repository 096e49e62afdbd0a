/**
 * The one small static server: `npm start`, browser tests and budgets. It answers as a well-kept
 * host would, with the headers of `src/build/hosting.ts`, so what passes here is what people get.
 */
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import {
  compressedFrom,
  contentType,
  headersFor,
  isCompressible,
  secureOnlyHeaders,
} from '../src/build/hosting.ts';

/** One answered request. `url` is what the browser sent, with its query; `bytes` the body sent. */
export interface RequestEntry {
  method: string;
  url: string;
  status: number;
  encoding: 'br' | 'identity';
  bytes: number;
}

/** Which folder to serve, and where. */
export interface ServeOptions {
  root: string;
  /** The base path, with a slash at both ends. */
  base?: string;
  /** 0 picks a free port. */
  port?: number;
  host?: string;
  /** How hard brotli tries, 0 to 11; the hardest, as a host does once, ahead of time. */
  quality?: number;
  /** Called with each request once it is answered. */
  log?: (entry: RequestEntry) => void;
}

/** A server that is listening. */
export interface RunningServer {
  url: string;
  port: number;
  requests: RequestEntry[];
  /** Frees the port and cuts every open connection, as a lost network does. */
  close(): Promise<void>;
}

/** Serves a folder until `close()` is called. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { root, base = '/', port = 0, host = '127.0.0.1', log } = options;
  const { quality = constants.BROTLI_MAX_QUALITY } = options;
  const requests: RequestEntry[] = [];
  const server = createServer(async (request, response) => {
    const reply = await answer(request, root, base, quality).catch((error: Error) => {
      console.error(error);
      return inWords(500, 'Server error', base);
    });
    if (!isTrustworthy(request.headers.host)) {
      for (const name of secureOnlyHeaders) delete reply.headers[name];
    }
    const entry = send(unchanged(reply, request) ?? reply, request, response);
    requests.push(entry);
    log?.(entry);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  await listen(server, port, host);
  const bound = (server.address() as AddressInfo).port;
  let closing: Promise<void> | undefined;
  return {
    url: `http://${host}:${bound}${base}`,
    port: bound,
    requests,
    close() {
      closing ??= shut(server);
      return closing;
    },
  };
}

/** Whether browsers take this host for a secure context although it has no certificate. */
function isTrustworthy(host = ''): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

async function answer(
  request: IncomingMessage,
  root: string,
  base: string,
  quality: number,
): Promise<Reply> {
  const { method, url = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    const refusal = inWords(405, 'Method not allowed', base);
    return { ...refusal, headers: { ...refusal.headers, Allow: 'GET, HEAD' } };
  }
  const { path, query } = splitAddress(url);
  if (`${path}/` === base) return redirect(base + query, base);
  const accepted = acceptsBrotli(request.headers['accept-encoding']) ? quality : undefined;
  if (!path.startsWith(base)) return notFound(root, base, accepted);
  const segments = decodeSegments(path.slice(base.length));
  if (!segments) return inWords(400, 'Malformed address', base);
  if (!segments.every(isPlainName)) return notFound(root, base, accepted);

  const file = join(root, ...segments, path.endsWith('/') ? 'index.html' : '');
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return redirect(`${path}/${query}`, base);
  if (!found?.isFile()) return notFound(root, base, accepted);
  return fileReply(file, 200, headersFor(path, base), accepted);
}

function splitAddress(url: string): { path: string; query: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark) };
}

/** The names between the slashes; undefined where a percent sign encodes nothing. */
function decodeSegments(path: string): string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/**
 * Whether a decoded segment can only name something inside its folder. Empty is for the end of a
 * directory's address alone; elsewhere `//host` would turn a redirect into one to another site.
 */
function isPlainName(segment: string, index: number, segments: string[]): boolean {
  if (segment === '') return index === segments.length - 1;
  return segment !== '.' && segment !== '..' && !/[/\\\0]/.test(segment);
}

function acceptsBrotli(header: string | string[] | undefined): boolean {
  return String(header ?? '')
    .split(',')
    .some((coding) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding));
}

async function notFound(root: string, base: string, quality: number | undefined): Promise<Reply> {
  const page = join(root, '404.html');
  if (!existsSync(page)) return inWords(404, 'Not found', base);
  // The headers of the page, not of the missing address: a 404 must never be kept for a year.
  return fileReply(page, 404, headersFor(`${base}404.html`, base), quality);
}

function redirect(location: string, base: string): Reply {
  const reply = inWords(308, 'Moved', base);
  return { ...reply, headers: { ...reply.headers, Location: location } };
}

function inWords(status: number, words: string, base: string): Reply {
  const headers = { ...headersFor(base, base), 'Content-Type': contentType('.txt') };
  return { status, headers, body: Buffer.from(`${words}\n`) };
}

async function fileReply(
  file: string,
  status: number,
  rules: Record<string, string>,
  quality: number | undefined,
): Promise<Reply> {
  const type = contentType(file);
  const content = await readFile(file);
  const headers = { ...rules, 'Content-Type': type, ETag: tagOf(content) };
  if (!isCompressible(type) || content.length < compressedFrom) {
    return { status, headers, body: content };
  }
  const varying = { ...headers, Vary: 'Accept-Encoding' };
  if (quality === undefined) return { status, headers: varying, body: content };
  const body = await compressed(file, quality);
  return { status, headers: { ...varying, 'Content-Encoding': 'br' }, body };
}

/** Weak, since the compressed body has it too. A file that is uploaded again unchanged keeps its tag. */
function tagOf(content: Buffer): string {
  return `W/"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
}

/** The answer to somebody who has this very content already. */
function unchanged(reply: Reply, { headers }: IncomingMessage): Reply | undefined {
  const { ETag } = reply.headers;
  if (reply.status !== 200 || !ETag || headers['if-none-match'] !== ETag) return undefined;
  const { 'Content-Encoding': _, ...kept } = reply.headers;
  return { status: 304, headers: kept, body: Buffer.alloc(0) };
}

const compress = promisify(brotliCompress);
const compressedVersions = new Map<string, Buffer>();

async function compressed(file: string, quality: number): Promise<Buffer> {
  const { mtimeMs, size } = await stat(file);
  const version = [file, mtimeMs, size, quality].join('\n');
  const known = compressedVersions.get(version);
  if (known) return known;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const body = await compress(await readFile(file), { params });
  compressedVersions.set(version, body);
  return body;
}

function send(reply: Reply, request: IncomingMessage, response: ServerResponse): RequestEntry {
  const body = request.method === 'HEAD' ? undefined : reply.body;
  // A 304 would declare the length of the body that it stands for.
  const length = reply.status === 304 ? {} : { 'Content-Length': reply.body.length };
  response.writeHead(reply.status, { ...reply.headers, ...length });
  response.end(body);
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    status: reply.status,
    encoding: reply.headers['Content-Encoding'] === 'br' ? 'br' : 'identity',
    bytes: body?.length ?? 0,
  };
}

/** Tries the wished port and the nine after it, so a second copy of the site just starts. */
async function serveNear(options: ServeOptions & { port: number }): Promise<RunningServer> {
  for (let port = options.port; port < options.port + 9; port += 1) {
    try {
      return await serve({ ...options, port });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  return serve({ ...options, port: options.port + 9 });
}

async function runFromTerminal(): Promise<void> {
  const root = join(import.meta.dirname, '../dist');
  if (!existsSync(join(root, 'index.html'))) {
    console.error(
      '没有找到 dist/，请先运行 npm run build。 Nothing built yet: npm run build first.',
    );
    process.exitCode = 1;
    return;
  }
  const base = process.env.BASE ?? '/';
  const { url } = await serveNear({ root, base, port: Number(process.env.PORT ?? 4321) });
  console.log(`窗口学堂已就绪，请打开 ${url} （按 Ctrl+C 停止） Course ready, Ctrl+C stops it.`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  await runFromTerminal();
}
