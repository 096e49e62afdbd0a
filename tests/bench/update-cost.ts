/** What a phone that has the whole course fetches when one lesson of it has changed: bodies, as gzip. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compressedFrom, contentType, isCompressible } from '../../src/build/hosting.ts';
import { siteFiles } from '../../src/build/site-files.ts';
import { listAddress, manifestAddress, parseManifest } from '../../src/core/offline/manifest.ts';
import type { RequestEntry } from '../../tools/serve.ts';
import { lessonsOf, readCourse } from '../e2e/course-file.ts';
import { listedFiles } from '../e2e/listed-files.ts';

/** One answer that had a body. */
export interface Fetched {
  /** Below the base. */
  address: string;
  /** Bytes, compressed as hosts do as they go: by zlib at its usual level, what is worth it. */
  gzip: number;
  /** Bytes as the server of the test sent them: brotli. */
  sent: number;
  /** Whether it belongs to the search, which is refreshed on its own. */
  search: boolean;
}

/** The answers with a body among `requests` to the site in `root`. */
export async function fetchedBodies(
  requests: readonly RequestEntry[],
  root: string,
): Promise<Fetched[]> {
  const { build } = await readCourse(root);
  const files = await siteFiles(root);
  const listed = await listedFiles(root, build);
  const searchList = listAddress((await packsOf(root, build)).get('search') ?? '');
  const bodies = requests.filter(({ status, bytes }) => status !== 304 && bytes > 0);
  return Promise.all(
    bodies.map(async ({ url, bytes }) => {
      const address = decodeURI(new URL(url, 'http://site').pathname.slice(1));
      const file = files.get(address);
      return {
        address,
        gzip: file ? await gzipBytes(file) : bytes,
        sent: bytes,
        search: address === searchList || listed.get(address)?.pack === 'search',
      };
    }),
  );
}

/** Sum of bodies as gzip. */
export const gzipSum = (bodies: readonly Fetched[]): number =>
  bodies.reduce((sum, { gzip }) => sum + gzip, 0);

/** Bytes that an edit of a lesson costs, without the search. */
export interface UpdateCost {
  /** Of its prose. */
  word: number;
  /** Of one of its questions, which changes its module's outline, too. */
  question: number;
}

/** Lesson (`<module>/<lesson>`) -> what an edit costs, the most expensive first. */
export async function updateCosts(root: string): Promise<Map<string, UpdateCost>> {
  const course = await readCourse(root);
  const packs = await packsOf(root, course.build);
  const size = (address: string) => gzipBytes(join(root, address));
  const names = (await size('current.json')) + (await size(manifestAddress(course.build)));
  const costs = lessonsOf(course).map(async ({ url }): Promise<[string, UpdateCost]> => {
    const path = url.replace(/^\/|\/$/g, '');
    const [module = ''] = path.split('/');
    const list = listAddress(packs.get(module) ?? '');
    const word = names + (await size(list)) + (await size(`${path}/index.html`));
    return [path, { word, question: word + (await size(`outline/${module}.json`)) }];
  });
  return new Map((await Promise.all(costs)).sort(([, a], [, b]) => b.word - a.word));
}

async function packsOf(root: string, build: string): Promise<ReadonlyMap<string, string>> {
  return parseManifest(await readFile(join(root, manifestAddress(build)), 'utf8')).packs;
}

async function gzipBytes(file: string): Promise<number> {
  const content = await readFile(file);
  const compressed = isCompressible(contentType(file)) && content.length >= compressedFrom;
  return compressed ? gzipSync(content).length : content.length;
}
