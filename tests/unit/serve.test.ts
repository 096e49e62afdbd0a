import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { headersFor } from '../../src/build/hosting.ts';
import { type RunningServer, type ServeOptions, serve } from '../../tools/serve.ts';

const prose = '<p>让您久等了。</p>'.repeat(100);
let folder: string;
let root: string;
const open: RunningServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  root = join(folder, 'site');
  await mkdir(join(root, 'attitude/waiting'), { recursive: true });
  await mkdir(join(root, '_astro'));
  await mkdir(join(root, 'pagefind-1'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(root, 'index.html'), prose);
  await writeFile(join(root, '404.html'), '没有这一页');
  await writeFile(join(root, 'attitude/waiting/index.html'), '等候');
  await writeFile(join(root, '_astro/lesson.js'), 'void 0;');
  await writeFile(join(root, '口径.json'), '{}');
  await writeFile(join(root, 'pagefind-1/wasm.unknown.pagefind'), Buffer.alloc(4000));
});

afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));
afterAll(() => rm(folder, { recursive: true }));

async function start(options: Partial<ServeOptions> = {}): Promise<RunningServer> {
  const server = await serve({ root, ...options });
  open.push(server);
  return server;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends the address exactly as written; `fetch` would tidy it first. */
function ask(
  { port }: RunningServer,
  path: string,
  { method = 'GET', accept = 'identity', host = 'localhost', known = '' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const condition = known && { 'If-None-Match': known };
    const headers = { 'Accept-Encoding': accept, Host: host, ...(condition || {}) };
    request({ port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('files and folders', () => {
  test('a folder with a slash answers with its page and the headers of the hosting table', async () => {
    const answer = await ask(await start(), '/attitude/waiting/');
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toBe('等候');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const [name, value] of Object.entries(headersFor('/attitude/waiting/', '/'))) {
      expect(answer.headers[name.toLowerCase()]).toBe(value);
    }
  });

  test('a plain-http name gets no header that its browser would complain about', async () => {
    const server = await start();
    const plain = await ask(server, '/attitude/waiting/', { host: 'xuetang.test' });
    expect(plain.headers['cross-origin-opener-policy']).toBeUndefined();
    expect(plain.headers['content-security-policy']).toBeDefined();
  });

  test('a folder without a slash is redirected for good, with its query', async () => {
    const answer = await ask(await start(), '/attitude/waiting?from=wechat');
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toBe('/attitude/waiting/?from=wechat');
  });

  test('a file with a slash, and a folder without a page, are not found', async () => {
    const server = await start();
    expect((await ask(server, '/index.html/')).status).toBe(404);
    expect((await ask(server, '/attitude/')).status).toBe(404);
  });

  test('an encoded Chinese name is found, and a query does not matter', async () => {
    const answer = await ask(await start(), `/${encodeURIComponent('口径')}.json?t=1`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('what is missing gets the 404 page, never kept, even below a folder of hashed files', async () => {
    const answer = await ask(await start(), '/_astro/gone.js');
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toBe('没有这一页');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('without a 404 page the answer is still 404', async () => {
    const answer = await ask(await start({ root: join(root, 'attitude') }), '/gone');
    expect(answer.status).toBe(404);
  });
});

describe('a base path', () => {
  test('the site answers below its base only', async () => {
    const server = await start({ base: '/course/' });
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/course/`);
    expect((await ask(server, '/course/')).status).toBe(200);
    expect((await ask(server, '/')).status).toBe(404);
    expect((await ask(server, '/coursework/')).status).toBe(404);
  });

  test('redirects keep the base, and the bare base is redirected to its slash', async () => {
    const server = await start({ base: '/course/' });
    const locations = [];
    for (const path of ['/course', '/course?a=1', '/course/attitude/waiting']) {
      const answer = await ask(server, path);
      expect(answer.status).toBe(308);
      locations.push(answer.headers.location);
    }
    expect(locations).toEqual(['/course/', '/course/?a=1', '/course/attitude/waiting/']);
  });

  test('hashed files are kept for a year below the base', async () => {
    const answer = await ask(await start({ base: '/course/' }), '/course/_astro/lesson.js');
    expect(answer.headers['cache-control']).toContain('immutable');
  });
});

describe('addresses that try to leave the folder', () => {
  test.each([
    '/../secret.txt',
    '/attitude/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/attitude%2f..%2f..%2fsecret.txt',
    '/./index.html',
    '/index.html%00.js',
    '//attitude/waiting',
    '/attitude//waiting/',
  ])('%s is not found', async (path) => {
    const answer = await ask(await start(), path);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toBe('没有这一页');
  });

  test.each(['/%', '/%zz', '/%c3%28', '/attitude/%e4%bd'])('%s is malformed', async (path) => {
    expect((await ask(await start(), path)).status).toBe(400);
  });
});

describe('methods', () => {
  test('HEAD has the headers of GET and no body', async () => {
    const server = await start();
    const whole = await ask(server, '/', { accept: 'br' });
    const head = await ask(server, '/', { accept: 'br', method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(String(whole.body.length));
    expect(head.headers['content-encoding']).toBe('br');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    const answer = await ask(await start(), '/', { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD');
  });
});

describe('brotli', () => {
  test('a page is compressed where the browser accepts it, and reads the same', async () => {
    const answer = await ask(await start(), '/', { accept: 'gzip, deflate, br' });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.body.length).toBeLessThan(prose.length / 10);
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(brotliDecompressSync(answer.body).toString()).toBe(prose);
  });

  test.each([
    ['br', true],
    ['br;q=0.5', true],
    ['gzip, BR ; q=1.0', true],
    ['gzip', false],
    ['br;q=0', false],
    ['gzip, br;q=0.0', false],
    ['brotli', false],
  ])('Accept-Encoding %s: %s', async (accept, compressed) => {
    const answer = await ask(await start(), '/', { accept });
    expect(answer.headers['content-encoding'] === 'br').toBe(compressed);
    expect(answer.headers.vary).toBe('Accept-Encoding');
  });

  test('bytes that are compressed already are sent as they are', async () => {
    const path = '/pagefind-1/wasm.unknown.pagefind';
    const answer = await ask(await start(), path, { accept: 'br' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.body).toHaveLength(4000);
  });

  test('a file that changes is compressed anew', async () => {
    const server = await start();
    const file = join(root, 'changing.txt');
    const [before, after] = ['before', 'after!'].map((word) => word.repeat(100));
    await writeFile(file, `${before}`);
    await ask(server, '/changing.txt', { accept: 'br' });
    await writeFile(file, `${after}`);
    await utimes(file, 1, 1);
    const answer = await ask(server, '/changing.txt', { accept: 'br' });
    expect(brotliDecompressSync(answer.body).toString()).toBe(after);
  });

  test('what is so small that it would not become smaller is sent as it is', async () => {
    const server = await start();
    await writeFile(join(root, 'small.json'), '{}');
    const answer = await ask(server, '/small.json', { accept: 'br' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body.toString()).toBe('{}');
  });
});

describe('what the browser has already', () => {
  test.each(['identity', 'br'])('is not sent again (%s)', async (accept) => {
    const server = await start();
    const { etag = '' } = (await ask(server, '/', { accept })).headers;
    const answer = await ask(server, '/', { accept, known: etag });
    expect([answer.status, answer.body.length]).toEqual([304, 0]);
    expect(answer.headers.etag).toBe(etag);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-length']).toBeUndefined();
  });

  test('is sent again once it has changed, and goes by content, not by date', async () => {
    const server = await start();
    const file = join(root, 'dated.txt');
    const [before, after] = ['before', 'after!'].map((word) => word.repeat(100));
    await writeFile(file, `${before}`);
    const { etag: known = '' } = (await ask(server, '/dated.txt')).headers;
    await utimes(file, 1, 1);
    expect((await ask(server, '/dated.txt', { known })).status).toBe(304);
    await writeFile(file, `${after}`);
    const answer = await ask(server, '/dated.txt', { known });
    expect([answer.status, answer.body.toString()]).toEqual([200, after]);
  });

  test('says nothing for an address that is gone', async () => {
    const server = await start();
    const { etag: known = '' } = (await ask(server, '/gone')).headers;
    expect((await ask(server, '/gone', { known })).status).toBe(404);
  });
});

describe('the life of a server', () => {
  test('it keeps a list of what it answered, and tells as it goes', async () => {
    const told: string[] = [];
    const server = await start({ log: (entry) => told.push(`${entry.status} ${entry.url}`) });
    const page = await ask(server, '/?q=1', { accept: 'br' });
    await ask(server, '/gone', { method: 'HEAD' });
    expect(server.requests).toEqual([
      { method: 'GET', url: '/?q=1', status: 200, encoding: 'br', bytes: page.body.length },
      { method: 'HEAD', url: '/gone', status: 404, encoding: 'identity', bytes: 0 },
    ]);
    expect(told).toEqual(['200 /?q=1', '404 /gone']);
  });

  test('closing cuts open connections, and the same port can be served again', async () => {
    const server = await start();
    const idle = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    const cut = new Promise((resolve) => idle.once('close', resolve));
    idle.on('error', () => undefined);
    idle.write('GET / HTTP/1.1\r\n');
    await server.close();
    await cut;
    await server.close();
    await expect(ask(server, '/')).rejects.toThrow('ECONNREFUSED');
    const again = await start({ port: server.port });
    expect(again.port).toBe(server.port);
    expect((await ask(again, '/')).status).toBe(200);
  });

  test('a taken port is an error, not a crash', async () => {
    const server = await start();
    await expect(serve({ root, port: server.port })).rejects.toThrow('EADDRINUSE');
  });

  test('a visitor who leaves at once, or talks nonsense, disturbs nobody', async () => {
    const server = await start();
    for (const words of ['GET / HTTP/1.1\r\nHost: a\r\n\r\n', 'nonsense\r\n\r\n', 'GET \r\n\r\n']) {
      const visitor = connect(server.port, '127.0.0.1');
      visitor.on('error', () => undefined);
      const left = new Promise((resolve) => visitor.once('close', resolve));
      visitor.write(words, () => visitor.resetAndDestroy());
      await left;
    }
    expect((await ask(server, '/')).status).toBe(200);
  });
});
