import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { readPassages } from '../passages.ts';
import { sitePages } from '../site-files.ts';

/** What the search page says until its index exists (see `pages/search.astro`). */
const PENDING = 'pagefind-pending';

/** Files of Pagefind's that only its own interfaces need. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** Pagefind's program: the same for every index, and needed once. */
const PROGRAM = /^(pagefind(-worker)?\.js|wasm\..*)$/;

/**
 * Indexes the built lessons with Pagefind into a folder named by its content, and tells the search
 * page where it is. Each module has an index and a file of plain passages of its own: Pagefind
 * numbers the pages of an index anew with each edit, so all of it changes. The first module's index
 * stands at the top, where Pagefind looks for one; the others are merged when somebody searches.
 */
export function search(): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await indexSite(root);
        const digest = createHash('sha256');
        for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
          digest.update(`${name}\0`).update(content);
        }
        const folder = `pagefind-${digest.digest('hex').slice(0, 10)}/`;
        for (const [name, content] of files) {
          const file = path.join(root, folder, name);
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, content);
        }
        const page = path.join(root, 'search/index.html');
        const html = await readFile(page, 'utf8');
        if (!html.includes(PENDING)) throw new Error(`${page} does not ask for an index`);
        await writeFile(page, html.replace(PENDING, folder));
        logger.info(`${files.size} files in ${folder}`);
      },
    },
  };
}

async function indexSite(root: string): Promise<Map<string, Uint8Array | string>> {
  const modules = new Map<string, SitePage[]>();
  for (const page of await sitePages(root)) {
    if (!page.html.includes('data-pagefind-body')) continue;
    const [module = ''] = page.address.split('/');
    modules.set(module, [...(modules.get(module) ?? []), page]);
  }
  const files = new Map<string, Uint8Array | string>();
  try {
    for (const [module, pages] of modules) {
      const first = files.size === 0;
      for (const [name, content] of await indexModule(pages)) {
        if (UNUSED.test(name)) continue;
        if (first) files.set(name, content);
        else if (!PROGRAM.test(name)) files.set(`${module}/${name}`, content);
      }
      const passages = pages.flatMap(({ address, html }) => readPassages(address, html));
      files.set(`passages/${module}.json`, JSON.stringify(passages));
    }
  } finally {
    await pagefind.close();
  }
  files.set('modules.json', JSON.stringify([...modules.keys()]));
  return files;
}

type SitePage = Awaited<ReturnType<typeof sitePages>>[number];

async function indexModule(pages: readonly SitePage[]): Promise<[string, Uint8Array][]> {
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const { address, html } of pages) {
    await index.addHTMLFile({ url: `/${address}`, content: html });
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return files.map(({ path: name, content }) => [name.replace(/^\/?pagefind\//, ''), content]);
}
