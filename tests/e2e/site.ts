/** Playwright's `test` with a running site: what every browser test of this project imports. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type RequestEntry, serve } from '../../tools/serve.ts';
import { Complaints } from '../browser/complaints.ts';
import { plainHost } from '../browser/launcher.ts';
import { leakOf } from '../browser/leaks.ts';
import { Builds } from './build-site.ts';
import { type CourseFile, readCourse } from './course-file.ts';

export { expect };

/** Settings of a project in `playwright.config.ts`. */
export interface SiteOptions {
  /** `secure` has service workers and all else; `plain` is http on an intranet name. */
  origin: 'secure' | 'plain';
  /** The folder that is served; the built site unless a test brings its own. */
  root: string;
  /** The base path that `root` was built for, with a slash at both ends. */
  base: string;
  /** Whether the browser saves data: then no page downloads the course beside what is tested. */
  frugal: boolean;
}

/** The site under test, on a port and so an origin of its own for every test. */
export interface Site {
  url: string;
  /** What the server has answered in this test. */
  requests: RequestEntry[];
  /** Requests that told the server something about the learner, whoever clears `requests`. */
  overheard: string[];
  /** Takes the server away. Playwright's `setOffline` does not stop a service worker's requests. */
  goOffline(): Promise<void>;
  /** Brings it back at the same address. */
  goOnline(): Promise<void>;
  /** Serves another folder at the same address from now on, as an upload does. */
  deploy(root: string): Promise<void>;
}

interface SiteFixtures extends SiteOptions {
  site: Site;
  /** `course.json` of the served site. */
  course: CourseFile;
  complaints: Complaints;
}

interface WorkerFixtures {
  /** Further builds of the course; each is made once for all tests of a worker. */
  builds: Builds;
}

export const test = base.extend<SiteFixtures, WorkerFixtures>({
  origin: ['secure', { option: true }],
  root: [join(import.meta.dirname, '../../dist'), { option: true }],
  base: [process.env.BASE ?? '/', { option: true }],
  frugal: [false, { option: true }],

  builds: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names.
    async ({}, use) => {
      const builds = new Builds();
      await use(builds);
      await builds.remove();
    },
    { scope: 'worker' },
  ],

  site: async ({ origin, root, base }, use) => {
    if (!existsSync(root)) throw new Error(`Nothing to serve at ${root}: run npm run build first.`);
    const requests: RequestEntry[] = [];
    const overheard: string[] = [];
    const log = (entry: RequestEntry) => {
      requests.push(entry);
      const leak = leakOf(entry, site.url);
      if (leak) overheard.push(leak);
    };
    // Sizes are measured elsewhere; here nobody waits for the last byte to be saved.
    let where = { root, base, log, quality: 5 };
    let server = await serve(where);
    const { port } = server;
    const host = origin === 'plain' ? plainHost : '127.0.0.1';
    const site: Site = {
      url: `http://${host}:${port}${base}`,
      requests,
      overheard,
      goOffline: () => server.close(),
      async goOnline() {
        server = await serve({ ...where, port });
      },
      async deploy(root) {
        where = { ...where, root };
        await site.goOffline();
        await site.goOnline();
      },
    };
    await use(site);
    await server.close();
  },

  course: async ({ root }, use) => use(await readCourse(root)),

  baseURL: async ({ site }, use) => use(site.url),

  complaints: async ({ site }, use) => {
    const complaints = new Complaints(site.url);
    await use(complaints);
    // What the browser did not tell of, the server has heard.
    complaints.heard.push(...site.overheard);
    complaints.settle();
  },

  context: async ({ context, complaints, frugal }, use) => {
    await complaints.listenTo(context);
    if (frugal) await context.addInitScript(saveData);
    await use(context);
  },
});

/** Runs in the page, before its scripts. */
export function saveData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}
