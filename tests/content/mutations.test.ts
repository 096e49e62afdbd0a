import { expect, test } from 'vitest';
import { questionKinds } from '../../src/build/authoring/new/question-templates.ts';
import { CourseFiles, lesson, module, phrases, quiz } from './course-files.ts';
import { copyOfModule, editAtRandom, randomFrom } from './random-edit.ts';

const seed = Number(process.env.SEED ?? 20261201);
const edited = [lesson, lesson, quiz, quiz, phrases, module];

test(`200 random edits (SEED=${seed}) are reported or accepted, none stops the check`, {
  timeout: 60_000,
}, () => {
  console.log(`SEED=${seed}`);
  const random = randomFrom(seed);
  let accepted = 0;
  for (let round = 0; round < 200; round++) {
    const course = new CourseFiles();
    for (const kind of questionKinds) course.addQuestion(kind);
    const edit = `edit ${round}: ${editAtRandom(course, edited, random)}`;
    const problems = check(course, edit);
    for (const { file, line, column, message, hint } of problems) {
      const lines = course.read(file).split('\n');
      expect(line, edit).toBeGreaterThanOrEqual(1);
      expect(line, edit).toBeLessThanOrEqual(lines.length);
      expect(column, edit).toBeGreaterThanOrEqual(1);
      expect(column, edit).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
      expect(`${message}${hint}`, edit).not.toMatch(/undefined|NaN|\[object/);
      expect(hint, edit).not.toBe('');
    }
    if (problems.length === 0) accepted++;
  }
  // Neither half of the promise may become empty.
  expect(accepted).toBeGreaterThan(10);
  expect(accepted).toBeLessThan(190);
});

test('a copy of the module, whose edits are built by npm run test:mutations, is right before them', () => {
  const course = new CourseFiles();
  for (const kind of questionKinds) course.addQuestion(kind);
  for (const [path, text] of copyOfModule(course, 'copy1')) course.write(path, text);
  expect(course.check().problems).toEqual([]);
  expect(course.check().counts.lessons).toBe(new CourseFiles().check().counts.lessons + 1);
});

function check(course: CourseFiles, edit: string) {
  try {
    return course.check().problems;
  } catch (error) {
    throw new Error(`${edit} stopped the check`, { cause: error });
  }
}
