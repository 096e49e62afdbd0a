import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { injectManifest } from 'workbox-build';
import type { Build } from '../../core/offline/build.ts';
import {
  BUILD_ID_LENGTH,
  type FileList,
  LIST_DIGEST_LENGTH,
  listAddress,
  type ManifestFile,
  manifestAddress,
  packAt,
  printList,
  printManifest,
  SHELL,
} from '../../core/offline/manifest.ts';
import { contentType } from '../hosting.ts';
import { siteFiles } from '../site-files.ts';
import { bundle } from './client.ts';

/** Kept in no build: read fresh on every visit, or not for learners. */
const UNLISTED = new Set(['local.json', 'local.template.json', 'course.json', '404.html']);

/** Pages that the worker stores when it is installed; with them go all styles and scripts. */
const SHELL_PAGES = new Set([
  '',
  'record/',
  'record/sheet/',
  'learner/',
  'privacy/',
  'offline/',
  'local/',
  'diagnostics/',
  'reset/',
]);

/** Folders of pages that lead into the whole course. */
const LOOKED_UP = new Set(['search', 'sources']);

/**
 * Describes the finished site as one build (`core/offline/manifest.ts`), bundles the worker, and
 * writes last what names the build: `current.json`, `course.json`.
 */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { id, files } = await writeBuild(fileURLToPath(dir), 'src/sw/service-worker.ts');
        logger.info(`build ${id}, ${files.size} files`);
      },
    },
  };
}

/** Makes a build of the finished site in `root`, answered by the worker of this source file. */
export async function writeBuild(root: string, worker: string): Promise<Build> {
  const site = await describeSite(root);
  const text = printManifest({ packs: await writeLists(root, site) });
  const id = sha256(text).slice(0, BUILD_ID_LENGTH);
  await writeFile(path.join(root, manifestAddress(id)), text);
  await writeWorker(root, site, worker);
  await writeFile(path.join(root, 'current.json'), JSON.stringify({ build: id }));
  await nameBuild(path.join(root, 'course.json'), id);
  return { id, ...site };
}

async function describeSite(root: string): Promise<FileList> {
  const files = new Map<string, ManifestFile>();
  for (const [address, file] of await siteFiles(root)) {
    if (UNLISTED.has(address)) continue;
    const content = await readFile(file);
    files.set(address, {
      sha256: sha256(content),
      bytes: content.length,
      type: contentType(file),
      pack: packAt(address, listAt(address)),
    });
  }
  return { files };
}

/** The pack in whose list an address stands: the shell, the search, or its module. */
function listAt(address: string): string {
  const [folder = ''] = address.split('/');
  if (SHELL_PAGES.has(address) || folder.startsWith('_') || !address.includes('/')) return SHELL;
  // What is looked up changes with every word of the course, and is refreshed with the search.
  if (folder.startsWith('pagefind-') || LOOKED_UP.has(folder)) return 'search';
  if (folder === 'outline') return path.posix.basename(address, '.json');
  return folder === 'path' ? SHELL : folder;
}

/** The files that stand in the list of a pack. */
function filesOf(site: FileList, list: string): FileList {
  return { files: new Map([...site.files].filter(([address]) => listAt(address) === list)) };
}

/** Writes the lists of all packs; gives their digests. */
async function writeLists(root: string, site: FileList): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const list of new Set([...site.files.keys()].map(listAt))) {
    const text = printList(filesOf(site, list));
    digests.set(list, sha256(text).slice(0, LIST_DIGEST_LENGTH));
    await writeFile(path.join(root, listAddress(sha256(text))), text);
  }
  return digests;
}

/** The worker changes with its code and with the shell's pages, not with a lesson: see CONTRIBUTING. */
async function writeWorker(root: string, site: FileList, source: string): Promise<void> {
  const code = await bundle(source);
  const folder = await mkdtemp(path.join(tmpdir(), 'worker-'));
  const swSrc = path.join(folder, 'sw.js');
  await writeFile(swSrc, code);
  const shell = filesOf(site, SHELL).files;
  const { warnings } = await injectManifest({
    swSrc,
    swDest: path.join(root, 'sw.js'),
    globDirectory: root,
    globPatterns: [],
    additionalManifestEntries: [...shell].map(([url, { sha256: revision }]) => ({
      url,
      revision,
    })),
  });
  await rm(folder, { recursive: true });
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
}

async function nameBuild(file: string, build: string): Promise<void> {
  const course: object = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify(Object.assign({ build }, course, { build })));
}

const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
