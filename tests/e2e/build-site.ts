/** Builds the course again, elsewhere: with another base path, or with what its authors have changed. */
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkContent } from '../../src/build/authoring/check-content.ts';

const run = promisify(execFile);
const project = join(import.meta.dirname, '../..');

/** How a build differs from the one in `dist`. */
export interface BuildWishes {
  /** The base path, with a slash at both ends. */
  base?: string;
  /** A paragraph that a trainer has added at the end of a lesson. */
  addition?: { lesson: string; text: string };
  /** A statement at the end of the script that pages load last. */
  script?: string;
  /** The text of `retired.yaml`. */
  retired?: string;
  /** What authors have made of files in `src/content`, by their paths; it is checked and accepted. */
  edits?: Readonly<Record<string, string>>;
  /** The only module that is left. `edits` are not checked then: links and the ledger know the others. */
  only?: string;
}

/** Real builds of copies of the source, made when first asked for and kept until `remove`. */
export class Builds {
  readonly #made = new Map<string, Promise<string>>();
  readonly #folders: string[] = [];

  /** The folder of the built site. The same wishes give the same folder. */
  make(wishes: BuildWishes): Promise<string> {
    const key = JSON.stringify(wishes);
    const made = this.#made.get(key) ?? this.#build(wishes);
    this.#made.set(key, made);
    return made;
  }

  async #build(wishes: BuildWishes): Promise<string> {
    const { base = '/', addition, script, retired, edits, only } = wishes;
    const copy = await mkdtemp(join(tmpdir(), 'course-'));
    this.#folders.push(copy);
    await copyProject(copy);
    if (addition) await appendFile(lessonFile(copy, addition.lesson), `\n${addition.text}\n`);
    if (script) await appendFile(join(copy, 'src/client/entries/later.ts'), script);
    if (retired) await writeFile(join(copy, 'src/content/retired.yaml'), retired);
    if (only) await keepModule(copy, only);
    if (edits) await writeEdits(copy, edits);
    if (edits && !only) await accept(copy);
    const astro = join(project, 'node_modules/astro/bin/astro.mjs');
    await run(process.execPath, [astro, 'build'], {
      cwd: copy,
      env: { ...process.env, BASE: base },
    });
    return join(copy, 'dist');
  }

  /** Removes every copy. */
  async remove(): Promise<void> {
    await Promise.all(this.#folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

async function keepModule(copy: string, module: string): Promise<void> {
  const modules = join(copy, 'src/content/modules');
  const others = (await readdir(modules)).filter((name) => name !== module);
  await Promise.all(others.map((name) => rm(join(modules, name), { recursive: true })));
}

async function writeEdits(copy: string, edits: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(edits)) {
    await writeFile(join(copy, 'src/content', file), text);
  }
}

/**
 * Writes the ledger of the copy, as `npm run check -- --accept` does. A question that has moved away may
 * leave an objective with one question too few; authors would mend that, a test need not.
 */
async function accept(copy: string): Promise<void> {
  const { problems, ledger } = checkContent(copy, { today: '2026-12-01' });
  const wrong = problems.filter(({ level, id }) => level === 'error' && id !== 'objective-unasked');
  if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'));
  await writeFile(join(copy, 'src/content/ledger.json'), JSON.stringify(ledger));
}

async function copyProject(to: string): Promise<void> {
  const files = ['astro.config.mjs', 'package.json', 'package-lock.json'];
  for (const name of [...files, 'tsconfig.json', 'tsconfig.base.json', 'src', 'public']) {
    await cp(join(project, name), join(to, name), { recursive: true });
  }
  await linkPackages(join(to, 'node_modules'));
}

/** Package by package, so that Astro's own cache, which it keeps among them, is the copy's. */
async function linkPackages(to: string): Promise<void> {
  const from = join(project, 'node_modules');
  await mkdir(to);
  for (const name of await readdir(from)) {
    if (!name.startsWith('.')) await symlink(join(from, name), join(to, name));
  }
}

function lessonFile(root: string, lesson: string): string {
  return join(root, 'src/content/modules', lesson, 'lesson.mdx');
}
