/** Sudden death in the middle of a download, and what the site then says without a network. */
import type { Page } from '@playwright/test';
import type { ManifestFile } from '../../src/core/offline/manifest.ts';
import { type KillableBrowser, launchKillable } from '../browser/launcher.ts';
import { filesOfPack, findWrong, type SiteBehindNetwork } from './stage.ts';

export interface DownloadDeath {
  /** Requests that the server had been asked when the browser died. */
  requests: number;
  /** Packs that were said to be ready before it, and after it without a network. */
  said: string[];
  /** What was said to be ready and is not there, or is something else. */
  false: string[];
}

export interface DownloadLife {
  profile: string;
  site: SiteBehindNetwork;
  /** Everything that the build lists. */
  files: ReadonlyMap<string, ManifestFile>;
  random: () => number;
  deaths: number;
}

/** Dies `deaths` times on one profile, each time later in the download, and is judged after each. */
export async function dieDownloading(life: DownloadLife): Promise<DownloadDeath[]> {
  const deaths: DownloadDeath[] = [];
  for (let number = 1; number <= life.deaths; number += 1) {
    deaths.push(await dieOnce(life, 20 * number));
  }
  return deaths;
}

async function dieOnce(
  { profile, site, files, random }: DownloadLife,
  latest: number,
): Promise<DownloadDeath> {
  const said = new Set<string>();
  site.fault = () => undefined;
  const browser = await launchKillable(profile);
  const page = await hear(browser, (pack) => said.add(pack));
  const last = 1 + Math.floor(random() * latest);
  let requests = 0;
  const dead = new Promise<void>((resolve, reject) => {
    const die = () => void browser.kill().then(resolve, reject);
    // Where there was less to fetch than that, it dies when it has long had all.
    const late = setTimeout(die, 15_000);
    site.fault = () => {
      requests += 1;
      if (requests === last) {
        clearTimeout(late);
        setTimeout(die, random() * 60);
      }
      return undefined;
    };
  });
  page
    .goto(`${site.url}offline/`)
    .then(() => page.getByRole('button', { name: '下载全部课程' }).click({ timeout: 60_000 }))
    .catch(() => undefined);
  await dead;
  site.fault = () => undefined;
  const wrong = await judgeOffline(profile, site, files, said);
  return { requests, said: [...said], false: wrong };
}

/** Without a server: what was or is said to be ready has to be there, byte for byte. */
async function judgeOffline(
  profile: string,
  site: SiteBehindNetwork,
  files: ReadonlyMap<string, ManifestFile>,
  said: Set<string>,
): Promise<string[]> {
  await site.goOffline();
  const browser = await launchKillable(profile);
  try {
    const page = await hear(browser, (pack) => said.add(pack));
    const opened = await page.goto(`${site.url}offline/`).catch(() => undefined);
    if (!opened) return [...said].map((pack) => `${pack}: no page at all`);
    await page.locator('course-offline[data-state]').waitFor();
    const marked = await page
      .locator('[data-lesson][data-state="done"]')
      .evaluateAll((all) => all.map((mark) => `${(mark as HTMLElement).dataset.lesson}/`));
    const owed = new Map([...files].filter(([address]) => marked.includes(address)));
    for (const pack of said) {
      for (const [address, file] of filesOfPack(files, pack)) owed.set(address, file);
    }
    return await findWrong(page, owed);
  } finally {
    await browser.kill();
    await site.goOnline();
  }
}

/** A page that tells of each pack that it shows as ready. */
async function hear(browser: KillableBrowser, tell: (pack: string) => void): Promise<Page> {
  await browser.context.exposeBinding('packIsReady', (_source, pack: string) => tell(pack));
  await browser.context.addInitScript(() => {
    const { packIsReady } = window as unknown as { packIsReady(pack: string): void };
    new MutationObserver(() => {
      for (const pack of document.querySelectorAll<HTMLElement>(
        '[data-pack][data-state="ready"]',
      )) {
        packIsReady(pack.dataset.pack ?? '');
      }
    }).observe(document, { subtree: true, attributeFilter: ['data-state'] });
  });
  return browser.context.pages()[0] ?? browser.context.newPage();
}
