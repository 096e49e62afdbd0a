import { describe, expect, test } from 'vitest';
import { lessonEdition, moduleEdition, type Release } from '../../src/core/course/edition.ts';

const release = (version: string, ...lessons: readonly string[]): Release => ({
  version,
  date: `2026-12-0${version[0]}`,
  note: '',
  ...(lessons.length > 0 && { lessons }),
});
const build = (...changelog: readonly Release[]) => ({
  version: changelog[0]?.version ?? '0.0.0',
  effective: '2026-12-09',
  changelog,
});

describe('the edition of a lesson', () => {
  const module = build(
    release('3.0.0', 'attitude/apology'),
    release('2.0.0', 'attitude/waiting', 'attitude/apology'),
    release('1.0.0'),
  );

  test.each([
    ['attitude/apology', '3.0.0'],
    ['attitude/waiting', '2.0.0'],
    ['attitude/visible', '1.0.0'],
  ])('of %s is the release that changed it last: %s', (lesson, version) => {
    expect(lessonEdition(lesson, module)).toMatchObject({ version });
  });

  test('is a release that names no lesson, since it changed all', () => {
    const newest = build(release('4.0.0'), ...module.changelog);
    expect(lessonEdition('attitude/visible', newest).version).toBe('4.0.0');
  });

  test('is the oldest release where none is about it', () => {
    const partial = build(
      release('3.0.0', 'attitude/apology'),
      release('2.0.0', 'attitude/apology'),
    );
    expect(lessonEdition('attitude/visible', partial).version).toBe('2.0.0');
  });
});

test('the edition of a module is its version, in use since the day that it says', () => {
  expect(moduleEdition(build(release('3.0.0')))).toEqual({ version: '3.0.0', date: '2026-12-09' });
});
