import { expect, test } from 'vitest';
import { CourseFiles, lesson, quiz, specimen } from './course-files.ts';
import { questions } from './specimens.ts';

const idsOf = (course: CourseFiles) => course.check().problems.map(({ id }) => id);
const waiver = (rule: string) => `waivers: [{ rule: ${rule}, why: 改过三遍，还是这样说最清楚 }]`;
const asksForException = ['你先说什么？', '哪一句不该说？'] as const;

test('a question waives its own warning and no other question’s', () => {
  const course = new CourseFiles();
  course.addQuestion('single', ...asksForException);
  expect(idsOf(course)).toEqual(['negative-stem']);
  course.editQuestion('single', 'source:', `${waiver('negative-stem')}\n  source:`);
  expect(idsOf(course)).toEqual([]);

  course.addQuestion('multiple', '漏了哪几样？', '哪几句不该说？');
  expect(idsOf(course)).toEqual(['negative-stem']);
});

test('a question does not waive what its lesson’s prose does', () => {
  const course = new CourseFiles();
  course.addProse('样机旁边放着XYZ。');
  course.addQuestion('single', 'source:', `${waiver('unexplained-acronym')}\n  source:`);
  expect(idsOf(course)).toEqual(['unexplained-acronym', 'waiver-unused']);
});

test('a lesson waives what stands in its prose, however often', () => {
  const course = new CourseFiles();
  course.addProse('样机修好，服务要提升。\n\n样机再修，还要提升。');
  expect(idsOf(course)).toEqual(['banned-word', 'banned-word']);
  course.edit(lesson, '\nsources:', `\n${waiver('banned-word')}\nsources:`);
  expect(idsOf(course)).toEqual([]);
});

test('a module waives what is counted over its questions', () => {
  const course = new CourseFiles();
  course.addModule('published');
  course.write(specimen.quiz, `${questions.judge}\n${questions.single}`);
  expect(idsOf(course)).toEqual(['too-many-judges']);
  course.edit(specimen.module, 'passMark:', `${waiver('too-many-judges')}\npassMark:`);
  expect(idsOf(course)).toEqual([]);
});

test('an error can not be waived', () => {
  const course = new CourseFiles();
  course.addQuestion('single', 'source:', `${waiver('no-all-none')}\n  source:`);
  const [problem] = course.check().problems;
  expect(problem).toMatchObject({ id: 'unknown-value', file: quiz });
  expect(problem?.hint).toContain('longest-key');
});

test('a waiver is not called unused while a file can not be read', () => {
  const course = new CourseFiles();
  course.addModule();
  course.write(
    specimen.quiz,
    questions.single.replace('source:', `${waiver('longest-key')}\n  source:`),
  );
  expect(idsOf(course)).toEqual(['waiver-unused']);
  course.edit(quiz, '- id: ', '- id：');
  expect(idsOf(course)).not.toContain('waiver-unused');
});
