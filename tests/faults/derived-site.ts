/**
 * Another build of a built site, made in seconds: its pages as they are but for what is wished, its
 * manifest, lists and worker made by the code that makes those of a real build.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from '../../src/build/integrations/client.ts';
import { writeBuild } from '../../src/build/integrations/offline.ts';
import { readCourse } from '../e2e/course-file.ts';
import { listedFiles } from '../e2e/listed-files.ts';

const project = join(import.meta.dirname, '../..');

/** One place of a source file, and what stands there instead. */
export interface Patch {
  /** Below `src`. */
  file: string;
  from: string;
  to: string;
}

export interface DerivedWishes {
  /** Page or file by its address -> its new text. */
  texts?: Readonly<Record<string, (text: string) => string>>;
  /** Packs of which nothing is taken over. */
  without?: readonly string[];
  /** New pages by their addresses. */
  pages?: Readonly<Record<string, string>>;
  /** Appended to the script that pages load last, which gets a new name. */
  script?: string;
  /** What is put wrong in the source of worker and pages. */
  patches?: readonly Patch[];
}

/** The files in which nothing of a build is listed. */
const UNLISTED = ['local.json', 'course.json', '404.html'];

/** Makes it in a new folder, which the caller removes. */
export async function deriveSite(root: string, wishes: DerivedWishes): Promise<string> {
  const to = await mkdtemp(join(tmpdir(), 'derived-'));
  const all = await listedFiles(root, (await readCourse(root)).build);
  const listed = new Map([...all].filter(([, { pack }]) => !wishes.without?.includes(pack)));
  for (const file of [...UNLISTED, ...[...listed.keys()].map(fileAt)]) {
    await cp(join(root, file), join(to, file));
  }
  for (const [address, change] of Object.entries(wishes.texts ?? {})) {
    const file = join(to, fileAt(address));
    await writeFile(file, change(await readFile(file, 'utf8')));
  }
  for (const [address, text] of Object.entries(wishes.pages ?? {})) {
    const file = join(to, fileAt(address));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const source = wishes.patches ? await patchSource(wishes.patches) : join(project, 'src');
  if (wishes.patches) await bundleEntries(source, to, [...listed.keys()]);
  if (wishes.script) await renameLater(to, [...listed.keys()], wishes.script);
  await writeBuild(to, join(source, 'sw/service-worker.ts'));
  return to;
}

export const fileAt = (address: string): string =>
  address === '' || address.endsWith('/') ? `${address}index.html` : address;

const LATER = /_entries\/later\.[0-9a-f]+\.js/;

async function renameLater(to: string, addresses: string[], addition: string): Promise<void> {
  const old = addresses.find((address) => LATER.test(address));
  if (!old) throw new Error('The site has no script that is loaded late');
  const text = (await readFile(join(to, old), 'utf8')) + addition;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  const fresh = old.replace(/\.[0-9a-f]+\.js$/, `.${hash}.js`);
  await rm(join(to, old));
  await writeFile(join(to, fresh), text);
  for (const address of [...addresses, '404.html']) {
    const file = join(to, fileAt(address));
    if (!file.endsWith('.html')) continue;
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(old, fresh));
  }
}

async function patchSource(patches: readonly Patch[]): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'source-'));
  for (const folder of ['core', 'client', 'sw']) {
    await cp(join(project, 'src', folder), join(copy, 'src', folder), { recursive: true });
  }
  await cp(join(project, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'));
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'));
  for (const { file, from, to } of patches) {
    const path = join(copy, 'src', file);
    const text = await readFile(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no “${from}” any more`);
    await writeFile(path, text.replace(from, to));
  }
  return join(copy, 'src');
}

/** Every entry, under the name that it has. */
async function bundleEntries(source: string, to: string, addresses: string[]): Promise<void> {
  for (const address of addresses) {
    const [, name] = /^_entries\/([a-z]+)\.[0-9a-f]+\.js$/.exec(address) ?? [];
    if (!name) continue;
    await writeFile(join(to, address), await bundle(join(source, `client/entries/${name}.ts`)));
  }
}
