/** Rows 19 and 20: files of a new build arrive one by one, in any order, and pages are opened meanwhile. */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page, Response } from '@playwright/test';
import { serve } from '../../tools/serve.ts';
import { randomFrom } from '../content/random-edit.ts';
import { LESSON } from '../e2e/authored.ts';
import { openReadyLesson, untilReadyOffline } from '../e2e/readiness.ts';
import { updateButton } from '../e2e/updating.ts';
import { seed } from './seed.ts';
import { ADDED, addFact, expect, filesOf, test } from './stage.ts';

/** Deploys, each in an order of its own, and how often each is looked at before it is complete. */
const DEPLOYS = 10;
const SUBSETS = 5;

const pages = [`${LESSON}/`, 'attitude/', './'];

for (let number = 0; number < DEPLOYS; number += 1) {
  const quick = number === 0 ? ' @quick' : '';
  test(`deploy ${number + 1} in random order never mixes two builds in a page @row-19 @row-20${quick}`, async ({
    page,
    site,
    root,
    nextRoot,
  }, testInfo) => {
    const random = randomFrom(seed + number);
    const next = await serve({ root: nextRoot });
    const builds = [await digests(root), await digests(nextRoot)];
    const changed = shuffle(await changedPaths(root, nextRoot), random);
    const moments = Array.from({ length: SUBSETS }, () => Math.floor(random() * changed.length));
    const record = new Recorder(page, site.url);

    await openReadyLesson(page);
    try {
      for (const moment of moments.sort((a, b) => a - b)) {
        const uploaded = new Set(changed.slice(0, moment));
        site.source = (path) => (uploaded.has(path) ? next.port : undefined);
        const address = pages[Math.floor(random() * pages.length)] ?? '';
        record.begin();
        await page.goto(address);
        await page.locator('course-offline[data-state]').waitFor();
        await settled(page);
        expect(await record.mixed(builds), `${address} after ${moment} files`).toEqual([]);
        expect(await page.evaluate(findFalselyNamed)).toEqual([]);
      }
      site.source = () => next.port;
      await page.goto(`${LESSON}/`);
      const update = updateButton(page);
      const added = page.getByText(ADDED);
      await expect(update.or(added).first()).toBeVisible();
      if (await update.isVisible()) await update.click();
      await expect(added).toBeVisible();
      await untilReadyOffline(page);
      for (const address of pages) {
        record.begin();
        await page.goto(address);
        await untilReadyOffline(page);
        expect(await record.mixed(builds.slice(1)), `${address} when all is there`).toEqual([]);
      }
    } finally {
      await next.close();
    }
    addFact(
      testInfo,
      `deploy ${number + 1}`,
      `${SUBSETS} subsets, ${record.count} answers, 0 mixed`,
    );
  });
}

/** Path on the server -> SHA-256, of what a build lists. */
async function digests(root: string): Promise<Map<string, string>> {
  return new Map([...(await filesOf(root))].map(([path, { sha256 }]) => [`/${path}`, sha256]));
}

/** Paths at which the next build has another file, or one that was not there, its lists included. */
async function changedPaths(root: string, nextRoot: string): Promise<string[]> {
  const entries = await readdir(nextRoot, { recursive: true, withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = relative(nextRoot, join(entry.parentPath, entry.name));
    const [before, after] = [join(root, file), join(nextRoot, file)].map((path) =>
      readFile(path).catch(() => undefined),
    );
    if (!(await before)?.equals((await after) ?? Buffer.alloc(0))) {
      paths.push(`/${file}`.replace(/\/index\.html$/, '/'));
    }
  }
  return paths;
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** What pages were answered with: the page, its scripts, styles and pictures. */
class Recorder {
  count = 0;
  readonly #base: string;
  #responses: Response[] = [];

  constructor(page: Page, url: string) {
    this.#base = url;
    page.on('response', (response) => this.#responses.push(response));
  }

  begin(): void {
    this.#responses = [];
  }

  /**
   * Empty where one of the builds has every file that the page was answered with. Downloads are not
   * the page’s: they are judged by their names in the cache.
   */
  async mixed(builds: readonly ReadonlyMap<string, string>[]): Promise<string[]> {
    const parts = ['document', 'script', 'stylesheet', 'image', 'font'];
    const seen = new Map<string, string>();
    for (const response of this.#responses) {
      const path = `/${response.url().slice(this.#base.length)}`.replace(/[?#].*/, '');
      if (!parts.includes(response.request().resourceType()) || path === '/sw.js') continue;
      const body = await response.body().catch(() => undefined);
      if (body) seen.set(path, createHash('sha256').update(body).digest('hex'));
    }
    this.count += seen.size;
    const wrong = builds.map((build) =>
      [...seen].filter(([path, sha256]) => build.get(path) !== sha256).map(([path]) => path),
    );
    if (seen.size === 0) return ['nothing was answered'];
    return wrong.some((paths) => paths.length === 0) ? [] : wrong.flat();
  }
}

/** Until nothing is downloaded any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('course-offline[data-state="working"]')).toHaveCount(0);
}

/** Runs in the page: stored contents whose digest is not their name. */
async function findFalselyNamed(): Promise<string[]> {
  const cache = await caches.open('content');
  const wrong: string[] = [];
  for (const request of await cache.keys()) {
    const bytes = await (await cache.match(request))?.arrayBuffer();
    const digest = new Uint8Array(
      await crypto.subtle.digest('SHA-256', bytes ?? new ArrayBuffer(0)),
    );
    const name = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (!request.url.endsWith(`/${name}`)) wrong.push(request.url);
  }
  return wrong;
}
