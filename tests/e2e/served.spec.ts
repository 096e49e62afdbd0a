/** The built folder as files: what every page is made of, and that nothing is missing or extra. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import { filesForHosts } from '../../src/build/hosting.ts';
import { siteFiles, sitePages } from '../../src/build/site-files.ts';
import { listAddress, manifestAddress, parseManifest } from '../../src/core/offline/manifest.ts';
import { authoredLessons } from './authored.ts';
import { listedFiles } from './listed-files.ts';
import { test as base, expect } from './site.ts';

interface BuiltPage {
  address: string;
  html: string;
  document: Document;
}

const parsed = new Map<string, Promise<BuiltPage[]>>();

/** Every page, parsed once for all tests of a worker. */
function parsedPages(root: string): Promise<BuiltPage[]> {
  const pages = parsed.get(root) ?? sitePages(root).then((all) => all.map(parse));
  parsed.set(root, pages);
  return pages;
}

function parse(page: { address: string; html: string }): BuiltPage {
  return { ...page, document: new JSDOM(page.html).window.document };
}

const test = base.extend<{ pages: BuiltPage[] }>({
  pages: async ({ root }, use) => use(await parsedPages(root)),
});

// One worker for all of them, which parses the pages once.
test.describe.configure({ mode: 'default' });

// Files are the same under both names of the server, so the secure project is enough.
test.describe('@secure', () => {
  test('no page carries a style or a script of its own', ({ pages }) => {
    for (const { address, html, document } of pages) {
      expect(html, address).not.toMatch(/<style/i);
      const inline = [...document.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => /^(style$|on)/.test(name)),
      );
      expect(
        inline.map(({ outerHTML }) => outerHTML.slice(0, 80)),
        address,
      ).toEqual([]);
      for (const script of document.querySelectorAll('script:not([src])')) {
        expect(script.getAttribute('type'), address).toBe('application/json');
      }
    }
  });

  test('every page says its language and its title, and has one first heading', ({ pages }) => {
    const titles = pages.map(({ document }) => document.title);
    expect(new Set(titles).size).toBe(pages.length);
    for (const { address, document } of pages) {
      expect(document.documentElement.lang, address).toBe('zh-CN');
      expect(document.querySelectorAll('h1').length, address).toBe(1);
      expect(document.title, address).toContain('窗口学堂');
    }
  });

  test('every id stands once in its page', ({ pages }) => {
    for (const { address, document } of pages) {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids, address).toEqual([...new Set(ids)]);
    }
  });

  test('every link and every anchor leads somewhere', async ({ pages, root }) => {
    const files = await siteFiles(root);
    const idsOf = new Map(
      pages.map(({ address, document }) => [
        address,
        new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)),
      ]),
    );
    for (const { address, document } of pages) {
      for (const link of document.querySelectorAll('a[href], form[action]')) {
        const target = link.getAttribute('href') ?? link.getAttribute('action') ?? '';
        const { origin, pathname, hash } = new URL(target, `http://site/${address}`);
        const where = `${address} -> ${target}`;
        expect(origin, where).toBe('http://site');
        // A file to be downloaded is no page.
        if (!hash && files.has(pathname.slice(1))) continue;
        const ids = idsOf.get(pathname.slice(1));
        expect(ids, where).toBeDefined();
        if (hash) expect(ids?.has(decodeURIComponent(hash.slice(1))), where).toBe(true);
      }
    }
  });

  test('a page refers to files of this site only, each named by its content', async ({
    pages,
    root,
  }) => {
    const files = await siteFiles(root);
    const names = new Set<string>();
    for (const { document } of pages) {
      for (const element of document.querySelectorAll('script[src], link[href], img, source')) {
        names.add(element.getAttribute('src') ?? element.getAttribute('href') ?? '');
      }
    }
    // Home screens keep these addresses.
    for (const name of ['/icon.svg', '/apple-touch-icon.png', '/manifest.webmanifest']) {
      expect(names.delete(name), name).toBe(true);
      expect([...files.keys()]).toContain(name.slice(1));
    }
    expect(names.size).toBeGreaterThan(2);
    for (const name of names) {
      expect(name).toMatch(/^\/_(?:astro|entries)\/[^/]+\.[\w-]{8,}\.\w+$/);
      expect([...files.keys()]).toContain(name.slice(1));
    }
  });

  test('the first paint waits for one tiny script and the style only', ({ pages }) => {
    for (const { address, document } of pages) {
      const scripts = [...document.querySelectorAll('script[src]')];
      const blocking = scripts.filter((script) => !script.hasAttribute('defer'));
      const names = blocking.map((script) => script.getAttribute('src')?.split(/[/.]/).at(-3));
      expect(names, address).toEqual(['boot']);
      expect(scripts.length, address).toBe(2);
      expect(document.querySelectorAll('link[rel="stylesheet"]').length, address).toBe(1);
    }
  });

  test('the manifest lists what is there, with its digest, and nothing else', async ({
    root,
    course,
  }) => {
    const text = await readFile(join(root, `manifest.${course.build}.json`), 'utf8');
    expect(sha256(text)).toMatch(new RegExp(`^${course.build}`));
    const lists = [...parseManifest(text).packs.values()].map(listAddress);
    const unlisted = new Set([
      // Read fresh on each visit.
      ...['local.json', 'course.json', 'current.json', 'sw.js'],
      // Not opened by learners.
      ...['404.html', 'local.template.json', `manifest.${course.build}.json`, ...lists],
      // For hosts, search engines and administrators.
      ...['_headers', '_hosting/nginx.conf', 'web.config', '.nojekyll', 'robots.txt'],
      ...['sbom.json', 'licenses.txt'],
    ]);
    const there: Record<string, { sha256: string; bytes: number }> = {};
    for (const [address, file] of await siteFiles(root)) {
      const content = await readFile(file);
      if (unlisted.delete(address)) continue;
      there[address] = { sha256: sha256(content), bytes: content.length };
    }
    expect([...unlisted], 'unlisted files that are not there').toEqual([]);
    const listed = await listedFiles(root, course.build);
    const named = [...listed].map(([address, { sha256, bytes }]) => [address, { sha256, bytes }]);
    expect(Object.fromEntries(named)).toEqual(there);
  });

  test('every file has an ending that hosts with a list of types serve', async ({ root }) => {
    const known = await readFile(join(root, 'web.config'), 'utf8');
    for (const [address, file] of await siteFiles(root)) {
      if (filesForHosts.some((name) => address.startsWith(name))) continue;
      expect(known, address).toContain(`<mimeMap fileExtension="${extname(file)}"`);
    }
  });

  test('the lists of packages name neither this machine nor a registry', async ({ root }) => {
    for (const name of ['sbom.json', 'licenses.txt']) {
      const text = await readFile(join(root, name), 'utf8');
      expect(text).toContain('pagefind');
      const addresses = text.match(/(https?|file):\S*|\/(home|root|tmp|Users)\/\S*/g) ?? [];
      expect(addresses.filter((address) => !address.includes('//cyclonedx.org/'))).toEqual([]);
    }
  });

  test('one build is named by all who name it', async ({ root, course }) => {
    const current = JSON.parse(await readFile(join(root, 'current.json'), 'utf8'));
    expect(current).toEqual({ build: course.build });
    expect([...(await siteFiles(root)).keys()]).toContain(manifestAddress(course.build));
  });

  test('course.json has the shape that tools read', ({ course }) => {
    const text = expect.any(String);
    for (const module of course.modules) {
      expect(module).toEqual({ id: text, title: text, lessons: expect.any(Array) });
      for (const lesson of module.lessons) {
        const written = authoredLessons.find(({ path }) => path === `${module.id}/${lesson.id}`);
        expect(lesson).toEqual({
          id: lesson.id,
          title: written?.title,
          url: `/${module.id}/${lesson.id}/`,
          questions: written?.questions.map(({ id, kind }) => ({
            id,
            kind,
            revision: expect.stringMatching(/^[0-9a-f]{8}$/),
          })),
          phrases: written?.phrases.length,
          drills: [],
        });
      }
    }
    expect(Object.keys(course)).toEqual(['build', 'modules', 'posts']);
    const paths = new Set(authoredLessons.map(({ path }) => path));
    for (const post of course.posts) {
      expect(post).toEqual({ id: text, sector: text, title: text, lessons: expect.any(Array) });
      expect(post.lessons.filter((path) => !paths.has(path))).toEqual([]);
    }
    expect(course.posts.length).toBeGreaterThan(0);
  });

  test('another build of the same source is the same to the byte', async ({ root, builds }) => {
    test.slow();
    expect(await digests(await builds.make({}))).toEqual(await digests(root));
  });
});

async function digests(root: string): Promise<Record<string, string>> {
  const files = [...(await siteFiles(root))];
  const entries = files.map(async ([address, file]) => [address, sha256(await readFile(file))]);
  return Object.fromEntries(await Promise.all(entries));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
