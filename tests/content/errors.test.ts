import { describe, expect, test } from 'vitest';
import { topOf } from '../../src/build/authoring/problem.ts';
import { errors } from '../../src/build/errors/index.ts';
import { CourseFiles } from './course-files.ts';
import { fixtures } from './fixtures/index.ts';

describe('every author error', () => {
  test('the real course has none', () => {
    expect(new CourseFiles().check().problems).toEqual([]);
  });

  test.for(fixtures.map((fixture, index) => [`${fixture.id} (${index + 1})`, fixture] as const))(
    '%s is named, placed and explained, and nothing else is',
    ([, { id, mutate, file, at, after = '', message, hint }]) => {
      const course = new CourseFiles();
      mutate(course);
      const { level } = errors[id];
      expect(course.check().problems).toEqual([
        { id, level, message, hint, ...placeOf(at, after, file, course.read(file)) },
      ]);
    },
  );

  test('has a fixture', () => {
    const shown = new Set(fixtures.map(({ id }) => id));
    expect(Object.keys(errors).filter((id) => !shown.has(id as keyof typeof errors))).toEqual([]);
  });
});

function placeOf(at: string, after: string, file: string, text: string) {
  if (at === '') return topOf(file);
  // What was added stands below real text, which may hold the same words.
  const added = Math.max(0, text.search(/^- .*specimen/m));
  const start = text.indexOf(after, added);
  const offset = text.indexOf(at, start);
  if (start < 0 || offset < 0) throw new Error(`“${at}” does not stand in ${file}`);
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
