/** What a host has to do, row by row, from the table in `src/build/hosting.ts`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  compressedFrom,
  contentType,
  filesForHosts,
  headersFor,
  isCompressible,
  secureOnlyHeaders,
} from '../../src/build/hosting.ts';
import { siteFiles } from '../../src/build/site-files.ts';
import { type Answer, ask } from './request.ts';

/** A host that is running. */
export interface Host {
  /** `http://127.0.0.1:1234`, without a slash at the end. */
  origin: string;
  base: string;
  /** The published folder. */
  root: string;
}

/** The result of one row: how many answers were looked at, and what was wrong with them. */
export interface Outcome {
  answers: number;
  differences: string[];
}

type Check = (host: Host) => Promise<Outcome>;

/** Every row by its name. */
export const checks: Readonly<Record<string, Check>> = {
  'every file: status, type, headers, bytes': everyFile,
  'text is compressed, and only that': compression,
  'unknown addresses: 404 with its page': unknownAddresses,
  'files for hosts are not shown': hiddenFiles,
  'folders get their slash, the query stays': folders,
  'folders are not listed': noListing,
  'what is unchanged is not sent again': unchanged,
  'nothing can be sent to it': readOnly,
};

async function everyFile(host: Host): Promise<Outcome> {
  return forEach(await publicFiles(host), async ([address, file]) => {
    const answer = await ask(host.origin + host.base + address);
    return [
      ...differences(answer, { status: 200, headers: wantedHeaders(host, address, file) }),
      ...(answer.body.equals(await readFile(file)) ? [] : ['other bytes']),
    ];
  });
}

async function compression(host: Host): Promise<Outcome> {
  return forEach(await publicFiles(host), async ([address, file]) => {
    const headers = { 'Accept-Encoding': 'gzip, br' };
    const answer = await ask(host.origin + host.base + address, { headers });
    const content = await readFile(file);
    const small = content.length < compressedFrom;
    const wanted = isCompressible(contentType(file)) && !small;
    const found = answer.headers['content-encoding'];
    if (found !== (wanted ? 'gzip' : undefined)) return [`Content-Encoding: ${found}`];
    if (!wanted) return [];
    return [
      ...(answer.headers.vary === 'Accept-Encoding' ? [] : [`Vary: ${answer.headers.vary}`]),
      ...(gunzipSync(answer.body).equals(content) ? [] : ['other bytes when unpacked']),
    ];
  });
}

/** Also where a file that was once kept for a year is gone: its 404 must not be kept. */
async function unknownAddresses(host: Host): Promise<Outcome> {
  const addresses = ['nowhere/', 'nowhere', 'attitude/nowhere.html', '_astro/gone.css'];
  return areMissing(host, [
    ...addresses,
    'pagefind-0/gone.pf_meta',
    'manifest.0.json',
    '.git/HEAD',
  ]);
}

async function hiddenFiles(host: Host): Promise<Outcome> {
  const names = filesForHosts.map((name) => (name.endsWith('/') ? `${name}nginx.conf` : name));
  return areMissing(host, names);
}

async function areMissing(host: Host, addresses: readonly string[]): Promise<Outcome> {
  const page = join(host.root, '404.html');
  const content = await readFile(page);
  return forEach(addresses, async (address) => {
    const answer = await ask(host.origin + host.base + address);
    const headers = wantedHeaders(host, '404.html', page);
    return [
      ...differences(answer, { status: 404, headers }),
      ...(answer.body.equals(content) ? [] : ['not the page 404.html']),
    ];
  });
}

async function folders(host: Host): Promise<Outcome> {
  const pages = [...(await siteFiles(host.root)).keys()].filter((address) => /.\/$/.test(address));
  const addresses = pages.map((address) => host.base + address);
  if (host.base !== '/') addresses.push(host.base);
  return forEach(addresses, async (address) => {
    const answer = await ask(`${host.origin}${address.slice(0, -1)}?from=chat`);
    return differences(answer, { status: 301, headers: { Location: `${address}?from=chat` } });
  });
}

async function noListing(host: Host): Promise<Outcome> {
  return forEach(['_astro/', '_entries/', '_hosting/'], async (address) => {
    const { status } = await ask(host.origin + host.base + address);
    return status === 403 || status === 404 ? [] : [`status ${status}`];
  });
}

async function unchanged(host: Host): Promise<Outcome> {
  return forEach(['', 'sw.js', 'current.json'], async (address) => {
    const url = host.origin + host.base + address;
    const { etag = '' } = (await ask(url)).headers;
    const answer = await ask(url, { headers: { 'If-None-Match': etag } });
    const { 'Cache-Control': cacheControl = '' } = headersFor(host.base + address, host.base);
    return differences(answer, { status: 304, headers: { 'Cache-Control': cacheControl } });
  });
}

async function readOnly(host: Host): Promise<Outcome> {
  return forEach(['POST', 'PUT', 'DELETE'], async (method) => {
    const { status } = await ask(host.origin + host.base, { method });
    return status === 405 || status === 403 ? [] : [`status ${status}`];
  });
}

/** What people may see of the published folder. */
async function publicFiles({ root }: Host): Promise<[address: string, file: string][]> {
  const files = [...(await siteFiles(root))];
  return files.filter(([address]) => !filesForHosts.some((name) => address.startsWith(name)));
}

function wantedHeaders(host: Host, address: string, file: string): Record<string, string> {
  const headers = headersFor(host.base + address, host.base);
  if (!host.origin.startsWith('https:')) for (const name of secureOnlyHeaders) headers[name] = '';
  return { ...headers, 'Content-Type': contentType(file) };
}

/** An empty header is one that must not be sent. */
function differences(
  answer: Answer,
  wanted: { status: number; headers: Readonly<Record<string, string>> },
): string[] {
  const wrong = Object.entries(wanted.headers).flatMap(([name, value]) => {
    const found = answer.headers[name.toLowerCase()] ?? '';
    return found === value ? [] : [`${name}: ${found} instead of ${value}`];
  });
  return answer.status === wanted.status ? wrong : [`status ${answer.status}`, ...wrong];
}

async function forEach<T>(
  items: readonly T[],
  look: (item: T) => Promise<string[]>,
): Promise<Outcome> {
  const differences: string[] = [];
  for (const item of items) {
    const name = Array.isArray(item) ? item[0] : item;
    for (const difference of await look(item)) differences.push(`${name}: ${difference}`);
  }
  return { answers: items.length, differences };
}
