import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/build/authoring/command.ts';
import { newPhrase, newQuestion } from '../../src/build/authoring/new/add-to-lesson.ts';
import type { Change } from '../../src/build/authoring/new/change.ts';
import { type Existing, readExisting } from '../../src/build/authoring/new/existing.ts';
import { newLesson } from '../../src/build/authoring/new/lesson.ts';
import { newModule } from '../../src/build/authoring/new/module.ts';
import { CourseFiles, content, module, phrases, quiz, specimen, today } from './course-files.ts';
import { questions } from './specimens.ts';

/** Does what the command says and returns what it wrote. */
function make(course: CourseFiles, command: (existing: Existing) => Change[]): Change[] {
  const changes = command(readExisting(course.list(), today));
  for (const { path, text } of changes) course.write(path, text);
  return changes;
}

const makeModule = (course: CourseFiles) =>
  make(course, (existing) => newModule(existing, 'bank', '柜面业务'));
const makeLesson = (course: CourseFiles, id = 'torn-notes') =>
  make(course, (existing) => newLesson(existing, 'bank', id, '残币怎么换'));
const errorsOf = (course: CourseFiles) =>
  course.check().problems.filter(({ level }) => level !== 'notice');

describe('npm run new', () => {
  test('module writes a draft that passes', () => {
    const course = new CourseFiles();
    expect(makeModule(course).map(({ path }) => path)).toEqual([
      `${content}/modules/bank/module.yaml`,
    ]);
    expect(course.check().problems).toEqual([]);
    expect(course.read(`${content}/modules/bank/module.yaml`)).toContain('status: draft\n');
  });

  test('lesson writes three files that pass, and teaches what was not taught yet', () => {
    const course = new CourseFiles();
    makeModule(course);
    expect(makeLesson(course).map(({ path }) => path)).toEqual(
      ['lesson.mdx', 'quiz.yaml', 'phrases.yaml'].map(
        (name) => `${content}/modules/bank/01-torn-notes/${name}`,
      ),
    );
    expect(course.check().problems).toEqual([]);
    expect(course.read(`${content}/modules/bank/01-torn-notes/lesson.mdx`)).toContain(
      'objectives: [objective-1]\n',
    );
  });

  test('lesson adds an objective to its module where all are taught', () => {
    const course = new CourseFiles();
    makeModule(course);
    makeLesson(course);
    const before = course.read(`${content}/modules/bank/module.yaml`);
    const changes = makeLesson(course, 'counterfeit');
    expect(changes.map(({ path }) => path)).toContain(`${content}/modules/bank/module.yaml`);
    expect(changes[0]?.path).toBe(`${content}/modules/bank/02-counterfeit/lesson.mdx`);
    const after = course.read(`${content}/modules/bank/module.yaml`);
    const added = '  - id: counterfeit\n    text: 【待写】学完能做到什么，用看得见的动作写\n';
    expect(after.replace(added, '')).toBe(before);
    expect(course.check().problems).toEqual([]);
  });

  test.for(Object.keys(questions))('question of kind %s passes', (kind) => {
    const course = new CourseFiles();
    const before = course.read(quiz);
    make(course, (existing) => newQuestion(existing, 'attitude/waiting', { kind }));
    expect(errorsOf(course)).toEqual([]);
    expect(course.read(quiz).startsWith(`${before}\n- id: q-waiting-1\n  kind: ${kind}\n`)).toBe(
      true,
    );
    expect(course.check().counts.questions).toBe(new CourseFiles().check().counts.questions + 1);
  });

  test('phrase passes, and what is left to write is reminded of in a published module', () => {
    const course = new CourseFiles();
    const before = course.read(phrases);
    make(course, (existing) => newPhrase(existing, 'attitude/waiting', { id: 'ph-wait-queue' }));
    expect(errorsOf(course)).toEqual([]);
    expect(new Set(course.check().problems.map(({ id }) => id))).toEqual(
      new Set(['placeholder-left']),
    );
    expect(course.read(phrases).startsWith(`${before}\n- id: ph-wait-queue\n`)).toBe(true);
  });

  test('phrase begins the file and places it where a lesson has none', () => {
    const course = new CourseFiles();
    course.addModule();
    make(course, (existing) => newPhrase(existing, 'specimen/plan', {}));
    expect(errorsOf(course)).toEqual([]);
    expect(course.read(specimen.phrases)).toMatch(/^- id: ph-plan-1\n/);
    expect(course.read(specimen.lesson)).toContain('\n\n<Phrases />\n\n<Quiz />\n');
  });

  test('question replaces the empty list of a lesson without questions', () => {
    const course = new CourseFiles();
    course.addModule();
    course.write(specimen.quiz, '# 还没有题\n[]\n');
    course.edit(specimen.lesson, /\n<Quiz \/>\n/, '');
    make(course, (existing) => newQuestion(existing, 'specimen/plan', {}));
    expect(errorsOf(course)).toEqual([]);
    expect(course.read(specimen.quiz)).toMatch(/^# 还没有题\n- id: q-plan-1\n/);
    expect(course.read(specimen.lesson)).toMatch(/\n\n<Quiz \/>\n$/);
  });

  test('keeps indentation, comments and the line ends of Windows', () => {
    const course = new CourseFiles();
    const indented = course.read(phrases).replace(/^(?=.)/gm, '  ');
    course.write(phrases, `${indented}  # 到这里为止`.replaceAll('\n', '\r\n'));
    make(course, (existing) => newPhrase(existing, 'attitude/waiting', {}));
    expect(errorsOf(course)).toEqual([]);
    expect(course.read(phrases)).toContain('  # 到这里为止\r\n\r\n  - id: ph-waiting-1\r\n');
    expect(course.read(phrases)).not.toMatch(/[^\r]\n/);
  });

  test.for<[string, (existing: Existing) => Change[], string]>([
    ['a module that is there', (w) => newModule(w, 'attitude', '态度'), '模块编号 attitude 用过了'],
    ['a module that has the name of a page', (w) => newModule(w, 'search', '搜索'), '重名'],
    ['a lesson that has the name of a page', (w) => newLesson(w, 'attitude', 'test', '考'), '重名'],
    ['an id in capitals', (w) => newModule(w, 'Bank_1', '柜面'), '比如 bank-1'],
    ['a lesson that is there', (w) => newLesson(w, 'attitude', 'waiting', '等'), '用过了'],
    ['a module that is not there', (w) => newLesson(w, 'bank', 'notes', '残币'), '没有模块 bank'],
    [
      'a question id in use in another lesson',
      (w) => newQuestion(w, 'attitude/apology', { id: 'q-specimen-single' }),
      '题目编号 q-specimen-single 用过了',
    ],
    [
      'a question id without its prefix',
      (w) => newQuestion(w, 'attitude/apology', { id: 'chest' }),
      '比如 q-chest',
    ],
    ['an unknown kind', (w) => newQuestion(w, 'attitude/waiting', { kind: 'essay' }), 'essay'],
    ['an unknown lesson', (w) => newPhrase(w, 'attitude/x', {}), '里的课：attitude/visible、'],
    [
      'a folder for a lesson',
      (w) => newPhrase(w, '/attitude/waiting/', {}),
      '想写 attitude/waiting？',
    ],
    ['a lesson of no module', (w) => newPhrase(w, 'library', {}), '现有的模块：attitude。'],
    ['a misspelt module', (w) => newLesson(w, 'attitud', 'notes', '残币'), '想写 attitude？'],
    ['a title of spaces', (w) => newModule(w, 'bank', '  '), '名字是空的'],
    ['an id that no folder can have', (w) => newModule(w, 'a'.repeat(61), '长'), '太长'],
  ])('refuses %s and says why', ([, command, reason]) => {
    const course = new CourseFiles();
    course.addQuestion('single');
    const existing = readExisting(course.list(), today);
    expect(() => command(existing)).toThrow(Refusal);
    expect(() => command(existing)).toThrow(reason);
  });

  test('refuses an id that was retired', () => {
    const course = new CourseFiles();
    course.addQuestion('single');
    course.publish();
    course.editQuestion('single', 'id: q-specimen-single', 'id: q-specimen-alone');
    const existing = readExisting(course.list(), today);
    expect(() => newQuestion(existing, 'attitude/waiting', { id: 'q-specimen-single' })).toThrow(
      '用过了',
    );
  });

  test('a lesson of a published module passes as well', () => {
    const course = new CourseFiles();
    make(course, (existing) => newLesson(existing, 'attitude', 'queue', '排队'));
    expect(errorsOf(course)).toEqual([]);
  });

  test('refuses a module and a lesson that were retired', () => {
    const course = new CourseFiles();
    course.addModule('published');
    course.publish();
    for (const path of [specimen.module, specimen.lesson, specimen.quiz]) course.remove(path);
    const existing = readExisting(course.list(), today);
    expect(() => newModule(existing, 'specimen', '样课')).toThrow('用过了');
  });

  test('a title of several lines becomes one, which check accepts', () => {
    const course = new CourseFiles();
    make(course, (existing) => newModule(existing, 'bank', ' 柜面\n 业务 '));
    expect(course.read(`${content}/modules/bank/module.yaml`)).toContain('title: 柜面 业务\n');
    expect(errorsOf(course)).toEqual([]);
  });

  test('refuses to touch a file that it can not read', () => {
    const course = new CourseFiles();
    course.write(quiz, '- id: [\n');
    const existing = readExisting(course.list(), today);
    expect(() => newQuestion(existing, 'attitude/waiting', {})).toThrow('npm run check');
    course.write(quiz, '[]\n');
    course.addProse('<Goal');
    expect(() => newPhrase(readExisting(course.list(), today), 'attitude/waiting', {})).toThrow(
      'lesson.mdx 有错',
    );
    course.edit(module, /passMark: .*/, 'passMark: 很高');
    expect(() =>
      newLesson(readExisting(course.list(), today), 'attitude', 'queue', '排队'),
    ).toThrow('npm run check');
  });
});
