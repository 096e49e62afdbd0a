/**
 * What the first visit to a lesson costs on the wire: `node tests/bench/first-visit.ts`. Empty
 * profile, brotli, every response body from navigation until the load event; what comes later
 * (the worker, the download of the course) is background.
 */
import { realpathSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { type RequestEntry, serve } from '../../tools/serve.ts';
import { prepareBrowser } from '../browser/browser-files.ts';
import { launchOptions } from '../browser/launcher.ts';
import { lessonsOf, readCourse } from '../e2e/course-file.ts';

/** Bodies as they were sent, compressed. */
export interface Traffic {
  requests: number;
  bytes: number;
}

/** One first visit. */
export interface FirstVisit extends Traffic {
  lesson: string;
  files: { url: string; bytes: number }[];
  background: Traffic;
}

/** Where the figures are written. */
export const reportFile = join(import.meta.dirname, '../../test-results/first-visit.json');

/** Visits the heaviest lessons of a built site, each as somebody new, and writes the figures. */
export async function measureFirstVisits(root: string): Promise<FirstVisit[]> {
  const lessons = await heaviest(root, lessonsOf(await readCourse(root)));
  const browser = await chromium.launch(launchOptions());
  const visits: FirstVisit[] = [];
  for (const { url } of lessons) visits.push(await measureFirstVisit(browser, root, url));
  await browser.close();
  await mkdir(dirname(reportFile), { recursive: true });
  await writeFile(reportFile, `${JSON.stringify(visits, null, 2)}\n`);
  return visits;
}

/** All pages are alike but for their own text: the heaviest ones stand for the rest. */
const MEASURED = 3;

async function heaviest<T extends { url: string }>(root: string, lessons: T[]): Promise<T[]> {
  const sizes = await Promise.all(
    lessons.map(async (lesson) => {
      const { pathname } = new URL(lesson.url, 'http://site');
      const html = await readFile(join(root, pathname, 'index.html'));
      return { lesson, size: brotliCompressSync(html).length };
    }),
  );
  sizes.sort((a, b) => b.size - a.size);
  return sizes.slice(0, MEASURED).map(({ lesson }) => lesson);
}

async function measureFirstVisit(
  browser: Browser,
  root: string,
  lesson: string,
): Promise<FirstVisit> {
  const answered: { entry: RequestEntry; at: number }[] = [];
  const site = await serve({
    root,
    log: (entry) => answered.push({ entry, at: performance.timeOrigin + performance.now() }),
  });
  const page = await browser.newPage();
  await page.goto(new URL(lesson, site.url).href);
  // Both clocks are this machine's.
  const loaded = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return performance.timeOrigin + (navigation as PerformanceNavigationTiming).loadEventStart;
  });
  await page.locator('course-offline[data-state="ready"]').waitFor();
  await page.context().close();
  await site.close();
  const visit = answered.filter(({ at }) => at <= loaded).map(({ entry }) => entry);
  const later = answered.filter(({ at }) => at > loaded).map(({ entry }) => entry);
  return {
    lesson,
    ...sum(visit),
    files: visit.map(({ url, bytes }) => ({ url, bytes })),
    background: sum(later),
  };
}

function sum(entries: readonly RequestEntry[]): Traffic {
  return { requests: entries.length, bytes: entries.reduce((all, { bytes }) => all + bytes, 0) };
}

async function runFromTerminal(): Promise<void> {
  await prepareBrowser();
  for (const visit of await measureFirstVisits(join(import.meta.dirname, '../../dist'))) {
    const { lesson, bytes, requests, background } = visit;
    const kB = (count: number) => `${(count / 1000).toFixed(1)} kB`;
    console.log(
      `${lesson} ${kB(bytes)} in ${requests} requests; in the background ${kB(background.bytes)}`,
    );
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  await runFromTerminal();
}
