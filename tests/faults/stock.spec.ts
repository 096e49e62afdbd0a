/** The harness against the usual worker, whose six failures it has to find, and against ours. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { LESSON } from '../e2e/authored.ts';
import { updateBar, updateButton } from '../e2e/updating.ts';
import { deriveSite, fileAt } from './derived-site.ts';
import { judge, MOST_PACKS, ours, type Subject, stock, type Verdict } from './judge-site.ts';
import type { Fault } from './network.ts';
import { ADDED, addFact, test as base, dist, expect, filesOf } from './stage.ts';
import { makeStock } from './stock.ts';

interface Sites {
  /** A small course, its next build, and both behind the usual worker. */
  sites: { ours: string; oursNext: string; stock: string; stockNext: string };
}

/** Pages that are others in the next build. */
const CHANGED = [`${LESSON}/`, 'attitude/', 'record/', 'learner/', 'privacy/'];

const test = base.extend<object, Sites>({
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names.
    async ({}, use) => {
      const small = { without: MOST_PACKS };
      const mine = await deriveSite(dist, small);
      const next = await deriveSite(mine, {
        texts: Object.fromEntries(
          CHANGED.map((address) => [
            address,
            (html: string) => html.replace('</main>', `<p>${ADDED}</p></main>`),
          ]),
        ),
      });
      const sites = {
        ...{ ours: mine, oursNext: next },
        ...{ stock: await makeStock(mine), stockNext: await makeStock(next) },
      };
      await use(sites);
      for (const folder of Object.values(sites)) await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

// The sites are made once.
test.describe.configure({ mode: 'default' });

const subjects: readonly [Subject, 'ours' | 'stock'][] = [
  [ours, 'ours'],
  [stock, 'stock'],
];

const cases: readonly [fault: Fault, what: string, stock: (verdict: Verdict) => boolean][] = [
  ['portal', 'a login page instead of a lesson', isPoisoned],
  ['login', 'a redirect to a login page', isPoisoned],
  ['closed', 'half a lesson, ended by the connection', isPoisoned],
  ['halved', 'half a lesson, announced as all', isPoisoned],
  ['stall', 'a lesson that stalls', ({ outcome }) => outcome === 'hangs'],
];

function isPoisoned({ outcome, wrong }: Verdict): boolean {
  return outcome === 'ready' && wrong.length === 1 && wrong[0]?.startsWith(LESSON) === true;
}

for (const [fault, what, fails] of cases) {
  for (const [subject, folder] of subjects) {
    test(`${subject.name}: ${what} @faults`, async ({ page, site, sites }, testInfo) => {
      await site.deploy(sites[folder]);
      site.fault = (path) => (path.startsWith(`/${LESSON}/`) ? fault : undefined);
      const verdict = await judge(subject, page, site, await filesOf(sites.ours));
      addFact(testInfo, `${subject.name}: ${what}`, inWords(verdict));
      if (subject === ours) expect(verdict).toMatchObject({ outcome: 'refused', wrong: [] });
      else expect(fails(verdict), JSON.stringify(verdict)).toBe(true);
    });
  }
}

for (const [subject, folder] of subjects) {
  test(`${subject.name}: a half deploy, then the whole one @faults`, async ({
    page,
    context,
    site,
    sites,
  }, testInfo) => {
    const [before, after] = [sites[folder], sites[`${folder}Next`]];
    await site.deploy(before);
    expect(await subject.makeReady(page, site, 40_000)).toBe('ready');
    // The new list is there; what stands first in it is still the old page, the last one is missing.
    const list = await readFile(join(sites.stockNext, 'sw.js'), 'utf8');
    const place = (address: string) => list.indexOf(`"${fileAt(address)}"`);
    const [first = '', ...rest] = CHANGED.toSorted((a, b) => place(a) - place(b));
    const half = await mkdtemp(join(tmpdir(), 'half-'));
    await cp(after, half, { recursive: true });
    await cp(join(before, fileAt(first)), join(half, fileAt(first)));
    await rm(join(half, fileAt(rest.at(-1) ?? '')));
    await site.deploy(half);
    await subject.makeReady(page, site, 40_000);
    await page.close();

    await site.deploy(after);
    const next = await context.newPage();
    if (subject === ours) {
      await next.goto('offline/');
      await updateButton(next).click();
      await expect(updateBar(next)).toBeHidden();
    }
    const verdict = await judge(subject, next, site, await filesOf(sites.oursNext));
    addFact(testInfo, `${subject.name}: half deploy, then the whole`, inWords(verdict));
    if (subject === ours) expect(verdict).toMatchObject({ outcome: 'ready', wrong: [] });
    else expect(verdict.wrong, 'old pages').toEqual([expect.stringMatching(`^${first}: `)]);
    await rm(half, { recursive: true });
  });
}

test('a course of four hundred files at 100 ms is here in a quarter of the time that the usual worker takes @faults', async ({
  page,
  context,
  site,
}, testInfo) => {
  test.setTimeout(240_000);
  const lesson = await readFile(join(dist, fileAt(`${LESSON}/`)), 'utf8');
  const pages = Array.from({ length: 400 }, (_, index): [string, string] => [
    `attitude/generated-${index + 1}/`,
    lesson.replace('</h1>', `，第${index + 1}遍</h1>`),
  ]);
  const large = await deriveSite(dist, {
    without: MOST_PACKS,
    pages: Object.fromEntries(pages),
  });
  const usual = await makeStock(large);
  const files = await filesOf(large);
  const times: number[] = [];
  site.latency = 100;
  for (const [subject, root] of [
    [ours, large],
    [stock, usual],
  ] as const) {
    await site.deploy(root);
    // An install begins when the worker's script is asked for.
    let started = 0;
    site.fault = (path) => {
      if (path.startsWith('/sw.js')) started ||= performance.now();
      return undefined;
    };
    const verdict = await judge(subject, page, site, files, 120_000);
    times.push(verdict.ready - started);
    expect(verdict).toMatchObject({ outcome: 'ready', wrong: [] });
    await forget(context, page, site.url);
  }
  const [mine = 0, theirs = 0] = times.map((time) => time / 1000);
  addFact(
    testInfo,
    `${files.size} files at 100 ms`,
    `ours ${mine.toFixed(1)} s, stock Workbox ${theirs.toFixed(1)} s, ${(mine / theirs).toFixed(2)}`,
  );
  await Promise.all([large, usual].map((folder) => rm(folder, { recursive: true })));
  expect(mine).toBeLessThanOrEqual(theirs / 4);
});

/** Removes worker and caches. */
async function forget(context: BrowserContext, page: Page, url: string): Promise<void> {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(url);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await page.goto('about:blank');
}

function inWords({ outcome, wrong }: Verdict): string {
  return wrong.length > 0 ? `${outcome}, and wrong: ${wrong.join(', ').slice(0, 60)}` : outcome;
}
