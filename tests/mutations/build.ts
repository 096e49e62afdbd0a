/**
 * `npm run test:mutations`: what `check` accepts, the build can make. Ten copies of a module, each
 * with one random edit that passes the check, are built in one go in a copy of the project.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { questionKinds } from '../../src/build/authoring/new/question-templates.ts';
import { CourseFiles, content } from '../content/course-files.ts';
import { copyOfModule, editAtRandom, randomFrom } from '../content/random-edit.ts';

const copies = 10;
const seed = Number(process.env.SEED ?? 20261201);
console.log(`SEED=${seed}`);
const random = randomFrom(seed);

const course = new CourseFiles();
for (const kind of questionKinds) course.addQuestion(kind);
const edits = Array.from({ length: copies }, (_, index) => addEditedModule(`copy${index + 1}`));
for (const edit of edits) console.log(edit);

const project = copyProject();
try {
  for (const { path, bytes } of course.list()) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), bytes);
  }
  const { status } = spawnSync('npm', ['run', 'build'], { cwd: project, stdio: 'inherit' });
  const lost = Object.keys(course.check().ledger)
    .filter((key) => key.startsWith('lesson:'))
    .map((key) => key.slice('lesson:'.length))
    .filter((path) => !existsSync(join(project, 'dist', path, 'index.html')));
  if (status !== 0 || lost.length > 0) {
    console.log(
      `The build broke (exit ${status}); pages that are missing: ${lost.join(', ') || 'none'}`,
    );
    process.exitCode = 1;
  } else console.log(`${copies} edits passed the check and built.`);
} finally {
  rmSync(project, { recursive: true, force: true });
}

/** Adds a copy of the module with one lesson, edited at random until the edit passes the check. */
function addEditedModule(id: string): string {
  const copy = copyOfModule(course, id);
  const write = () => {
    for (const [path, text] of copy) course.write(path, text);
  };
  write();
  const { problems } = course.check();
  if (problems.length > 0)
    throw new Error(`${id} is wrong before its edit: ${problems[0]?.message}`);
  for (let attempt = 0; attempt < 1000; attempt++) {
    write();
    const edit = editAtRandom(course, [...copy.keys()], random);
    const changed = [...copy].some(([path, text]) => course.read(path) !== text);
    if (changed && course.check().problems.length === 0) return edit;
  }
  throw new Error(`No edit of ${id} passes the check`);
}

/** A folder with everything that the build reads, apart from the content. */
function copyProject(): string {
  const target = mkdtempSync(join(tmpdir(), 'mutations-'));
  const names = [
    'package.json',
    'package-lock.json',
    'astro.config.mjs',
    'tsconfig.json',
    'tsconfig.base.json',
    'public',
    'src',
  ];
  for (const name of names) cpSync(name, join(target, name), { recursive: true });
  rmSync(join(target, content), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(target, 'node_modules'));
  return target;
}
