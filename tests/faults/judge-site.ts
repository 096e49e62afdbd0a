/** What a site says when it has made itself ready for no network, and whether that is true. */
import type { Page } from '@playwright/test';
import type { ManifestFile } from '../../src/core/offline/manifest.ts';
import { findWrong, type SiteBehindNetwork } from './stage.ts';
import { START } from './stock.ts';

/** `hangs`: says neither that it is ready nor that it is not. */
export type Outcome = 'ready' | 'refused' | 'hangs';

export interface Verdict {
  outcome: Outcome;
  /** Addresses at which, without a server, something else came than was built. */
  wrong: string[];
  /** When the outcome was known; `performance.now()`. */
  ready: number;
}

/** A site that can be told to make itself ready. */
export interface Subject {
  name: string;
  makeReady(page: Page, site: SiteBehindNetwork, patience: number): Promise<Outcome>;
}

/** Packs that are left out where one module is enough, so that an install takes seconds. */
export const MOST_PACKS: readonly string[] = [
  ...['bank', 'communication', 'conduct', 'government', 'hospital', 'hotel', 'knowledge'],
  ...['training', 'search'],
];

/** Longer than our own deadline of 20 s without a byte. */
export const PATIENCE = 40_000;

export const stock: Subject = {
  name: 'stock Workbox',
  async makeReady(page, site, patience) {
    // The page has a script in it, which our headers forbid.
    const { fault } = site;
    site.fault = (path) => (path === `/${START}` ? 'bare' : fault(path));
    await page.goto(START);
    return page
      .waitForFunction(() => document.title !== 'installing', undefined, { timeout: patience })
      .then(async () => ((await page.title()) === 'ready' ? 'ready' : 'refused'))
      .catch(() => 'hangs');
  },
};

export const ours: Subject = {
  name: 'ours',
  async makeReady(page, _site, patience) {
    await page.goto('offline/');
    const all = page.getByRole('button', { name: '下载全部课程' });
    const count = (state: string) => page.locator(`[data-pack][data-state="${state}"]`).count();
    const line = page.locator('course-offline');
    for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(200)) {
      if ((await count('waiting')) + (await count('loading')) > 0) continue;
      if ((await count('failed')) > 0) return 'refused';
      if (await all.isVisible()) await all.click({ timeout: 2000 }).catch(() => undefined);
      else if ((await count('ready')) > 0) return 'ready';
      else if ((await line.getAttribute('data-state')) === 'failed') return 'refused';
    }
    return 'hangs';
  },
};

/** Makes the site ready, takes the server away if it says that it is, and compares every file. */
export async function judge(
  subject: Subject,
  page: Page,
  site: SiteBehindNetwork,
  files: ReadonlyMap<string, ManifestFile>,
  patience = PATIENCE,
): Promise<Verdict> {
  const outcome = await subject.makeReady(page, site, patience);
  const ready = performance.now();
  if (outcome !== 'ready') return { outcome, wrong: [], ready };
  await site.goOffline();
  // A worker that waits for the last page to go has its turn.
  await page.goto('about:blank');
  await page.waitForTimeout(1000);
  await page.goto(site.url);
  return { outcome, wrong: await findWrong(page, files), ready };
}
