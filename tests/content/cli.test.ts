import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { questions } from './specimens.ts';

// Each of these starts npm several times.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
const at = (path: string) => join(root, path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'course-'));
  cpSync('src/content', at('src/content'), { recursive: true });
  rmSync(at('src/content/ledger.json'), { force: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Runs an npm script, as an author does, but for npm itself, which takes most of the time. */
function run(script: string, ...words: string[]) {
  const [program = '', ...given]: string[] = scripts[script].split(' ');
  const { status, stdout, stderr } = spawnSync(
    program.replace(/^node$/, process.execPath),
    [...given, '--root', root, ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const quiz = 'src/content/modules/attitude/03-waiting/quiz.yaml';
const readQuiz = () => readFileSync(at(quiz), 'utf8');

/** Adds a question without a right answer, and returns the line of its options. */
function breakQuestion(): number {
  const before = `${readQuiz().trimEnd()}\n\n`;
  const added = questions.single.replace(/\n *correct: true/, '');
  writeFileSync(at(quiz), before + added);
  return `${before}${added.slice(0, added.indexOf('- id: a'))}`.split('\n').length;
}

test('check says where, what, what to write instead and where to read more, and fails', () => {
  const line = breakQuestion();
  const { status, stdout } = run('check');
  expect(status).toBe(1);
  expect(stdout).toContain(`${quiz}:${line}:5
  题目 q-specimen-single 没有正确选项。
  请在正确的选项上写 correct: true。        见 docs/authoring.md#no-correct-option
`);
  expect(stdout).toContain('有 1 处错误，改好再发布。');
});

test('check --json gives the same list to a machine', () => {
  const line = breakQuestion();
  const { status, stdout } = run('check', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout).problems).toEqual([
    {
      file: quiz,
      line,
      column: 5,
      id: 'no-correct-option',
      level: 'error',
      message: '题目 q-specimen-single 没有正确选项。',
      hint: '请在正确的选项上写 correct: true。',
    },
  ]);
});

test('check --coverage prints where every point and objective is taught, and --json gives it whole', () => {
  const { status, stdout } = run('check', '--coverage');
  expect(status).toBe(0);
  expect(stdout).toContain('原文件的16个要点\n');
  expect(stdout).toMatch(/^\d+ .* 尚未提供 +2\. 服务态度：/m);
  expect(stdout).toMatch(/^ +attitude\/tell-four：attitude\/waiting；/m);
  expect(stdout).toContain('没有错误。');

  const { coverage } = JSON.parse(run('check', '--coverage', '--json').stdout);
  expect(coverage.points).toHaveLength(16);
  expect(coverage.points[0]).toMatchObject({ id: 'first-contact', later: ['pretest'] });
  expect(JSON.parse(run('check', '--json').stdout)).not.toHaveProperty('coverage');
});

test('check fails on a warning until its author waives it', () => {
  const before = `${readQuiz().trimEnd()}\n\n`;
  const warned = questions.single.replace('你先说什么？', '哪一句不该说？');
  writeFileSync(at(quiz), before + warned);
  const { status, stdout } = run('check');
  expect(status).toBe(1);
  expect(stdout).toContain('（警告）题目 q-specimen-single 问的是例外');
  expect(stdout).toContain('没有错误。\n有 1 处警告，改好，或者写 waivers 说明理由，再发布。');

  const waiver = 'waivers: [{ rule: negative-stem, why: 练的就是听出哪一句不该说 }]';
  writeFileSync(at(quiz), before + warned.replace('source:', `${waiver}\n  source:`));
  expect(run('check')).toMatchObject({ status: 0 });
});

test('check --accept writes the ledger once everything is right, and not before', () => {
  const ledger = at('src/content/ledger.json');
  const good = readQuiz();
  writeFileSync(at(quiz), `${good}- id：q-new\n`);
  expect(run('check', '--accept').status).toBe(1);
  expect(() => readFileSync(ledger)).toThrow('ENOENT');

  writeFileSync(at(quiz), good);
  expect(run('check').stdout).toMatch(/有 \d+ 个新编号，发布前运行 npm run check -- --accept/);
  expect(run('check', '--accept').status).toBe(0);
  expect(JSON.parse(readFileSync(ledger, 'utf8'))).toHaveProperty(['lesson:attitude/waiting']);
  expect(run('check').stdout).not.toContain('新编号');
});

test('new writes a module and a lesson that check accepts, and refuses to write them again', () => {
  expect(run('new', 'module', 'library', '柜面业务').status).toBe(0);
  const { status, stdout } = run('new', 'lesson', 'library', 'notes', '残币怎么换');
  expect(status).toBe(0);
  expect(stdout).toContain('  src/content/modules/library/01-notes/lesson.mdx\n');
  expect(run('check').status).toBe(0);

  const again = run('new', 'lesson', 'library', 'notes', '残币怎么换');
  expect(again.status).toBe(1);
  expect(again.stderr).toBe('课编号 notes 用过了，请换一个。\n');
});

test('new without the right words says how it is used', () => {
  const { status, stderr } = run('new', 'lesson', 'bank');
  expect(status).toBe(1);
  expect(stderr).toContain('npm run new -- lesson 模块编号 编号 课名');
});

test('what is left to be written is a reminder until it is to be published', () => {
  const phrases = at('src/content/modules/attitude/03-waiting/phrases.yaml');
  const written = readFileSync(phrases, 'utf8');
  writeFileSync(phrases, written.replace(/heard: .*/, 'heard: 【待写】他听到什么'));
  const { status, stdout } = run('check');
  expect([status, stdout.includes('这里还没有写完')]).toEqual([0, true]);
  for (const way of ['--publish', '--accept']) {
    const { status, stderr } = run('check', way);
    expect([status, stderr]).toEqual([
      1,
      '还有 1 处【待写】，写完才能发布。边写边看，运行 npm run dev。\n',
    ]);
  }
});

test.each(['check', 'new', 'review'])('%s says how it is used, and shows no stack', (script) => {
  const { status, stderr } = run(script, '--no-such-option');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^用法：/);
  expect(stderr).not.toContain('    at ');
});

test('check reads a file through a link, and passes by what is no content', () => {
  const target = at('moved.yaml');
  writeFileSync(target, readQuiz());
  rmSync(at(quiz));
  symlinkSync(target, at(quiz));
  symlinkSync(at('nowhere.yaml'), at('src/content/modules/attitude/03-waiting/gone.yaml'));
  for (const name of ['Thumbs.db', '.DS_Store', '~$lesson.docx', 'lesson.mdx~', 'film.mp4']) {
    writeFileSync(at(`src/content/modules/attitude/03-waiting/${name}`), '\0');
  }
  expect(run('check')).toMatchObject({ status: 0 });
});

test.each(['docs/authoring.md', 'README.md', 'README.zh-CN.md'])(
  'what %s tells to type works in this course, and check accepts it',
  (file) => {
    const text = readFileSync(file, 'utf8');
    const commands = [...text.matchAll(/npm run new -- (?=[a-z])([^`#|\n]*[^`#|\s])/g)].map(
      ([, words]) => words,
    );
    expect(commands.length).toBeGreaterThan(0);
    for (const words of commands) {
      const script = ['src/build/authoring/new.ts', '--root', root, ...(words ?? '').split(/ +/)];
      const { stderr } = spawnSync(process.execPath, script, { encoding: 'utf8' });
      expect(stderr, words).toBe('');
    }
    expect(run('check').stdout).toContain('没有错误。');
  },
);
