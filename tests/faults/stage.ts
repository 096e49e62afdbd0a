/** What a row of the matrix has: a site behind a spoilt network, a second build, words for both. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page, TestInfo } from '@playwright/test';
import type { ManifestFile } from '../../src/core/offline/manifest.ts';
import { LESSON } from '../e2e/authored.ts';
import { test as base, expect, type SiteBehindNetwork } from '../e2e/bad-network.ts';
import type { BuildWishes } from '../e2e/build-site.ts';
import { readCourse } from '../e2e/course-file.ts';
import { listedFiles } from '../e2e/listed-files.ts';
import { type DerivedWishes, deriveSite } from './derived-site.ts';

export type { SiteBehindNetwork };
export { expect };

/** What the second build has in {@link LESSON}. */
export const ADDED = '这一段是今天早上才补上的。';

/** What its late script does: `<html data-next>`. */
export const NEXT_SCRIPT = "\n;document.documentElement.dataset.next = '';\n";

/** How the second build is made where there is time for a real one. */
export const nextEdits: BuildWishes = {
  addition: { lesson: 'attitude/03-waiting', text: ADDED },
  script: NEXT_SCRIPT,
};

/** The same, in a second. */
export const derivedNext: DerivedWishes = {
  texts: {
    [`${LESSON}/`]: (html) => html.replace('</main>', `<p>${ADDED}</p></main>`),
    'bank/test/': (html) => html.replace('</main>', '<p>又改了一题。</p></main>'),
  },
  script: NEXT_SCRIPT,
};

/** Whatever a browser says of requests that fail, and nothing else. */
const networkNoise =
  /Failed to load resource|ERR_|network error response|unsupported MIME type|Failed to update a ServiceWorker|script resource is behind a redirect|bad HTTP response code|foreign request: http:\/\/gateway\.test|Refused to connect|policy: connect-src blocked http:\/\/gateway\.test/;

interface SecondBuild {
  /** Another build of the same course: another lesson, another quiz, another late script. */
  nextRoot: string;
}

/** All that a row needs. */
export interface Stage {
  page: Page;
  context: BrowserContext;
  site: SiteBehindNetwork;
  /** The folder that is served, and the one of the next build. */
  root: string;
  nextRoot: string;
}

export const test = base.extend<{ stage: Stage }, SecondBuild>({
  stage: async ({ page, context, site, root, nextRoot }, use) => {
    await use({ page, context, site, root, nextRoot });
  },
  nextRoot: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names.
    async ({}, use) => {
      const real = process.env.NEXT_ROOT;
      const root = real ?? (await deriveSite(dist, derivedNext));
      await use(root);
      if (!real) await rm(root, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  complaints: async ({ complaints }, use) => {
    complaints.allow(networkNoise);
    await use(complaints);
  },
});

/** The built site. */
export const dist = join(import.meta.dirname, '../../dist');

/** Everything that the build in `root` lists. */
export async function filesOf(root: string): Promise<Map<string, ManifestFile>> {
  return listedFiles(root, (await readCourse(root)).build);
}

/**
 * SHA-256 of what the page is answered with at each address, by its worker or its network; where it
 * is not answered with a file, what happened instead.
 */
export function readDigests(
  page: Page,
  addresses: readonly string[],
): Promise<Record<string, string>> {
  return page.evaluate(async (all) => {
    const base = new URL(document.documentElement.dataset.base ?? '/', location.href);
    const entries = all.map(async (address) => {
      try {
        const response = await fetch(new URL(address, base), { cache: 'reload' });
        if (response.status !== 200) return [address, `status ${response.status}`];
        const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
        const bytes = [...new Uint8Array(digest)];
        return [address, bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')];
      } catch {
        return [address, 'nothing'];
      }
    });
    return Object.fromEntries(await Promise.all(entries));
  }, addresses);
}

/** Addresses of `files` at which the page gets anything but those files. */
export async function findWrong(
  page: Page,
  files: ReadonlyMap<string, ManifestFile>,
): Promise<string[]> {
  const digests = await readDigests(page, [...files.keys()]);
  return [...files]
    .filter(([address, { sha256 }]) => digests[address] !== sha256)
    .map(([address]) => `${address}: ${digests[address]}`);
}

/** Files of one pack. */
export function filesOfPack(
  files: ReadonlyMap<string, ManifestFile>,
  pack: string,
): Map<string, ManifestFile> {
  return new Map([...files].filter(([, file]) => file.pack === pack));
}

/** A line of the report, beside the matrix. */
export function addFact({ annotations }: TestInfo, fact: string, value: string): void {
  annotations.push({ type: `fact: ${fact}`, description: value });
}
