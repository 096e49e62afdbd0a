import { expect, test } from 'vitest';
import type { Course } from '../../src/core/course/course.ts';
import { lessonsOfSector } from '../../src/core/course/path.ts';

const lesson = (path: string) => ({ path });
const [greet, count, ward, teach] = [
  'all/greet',
  'bank/count',
  'hospital/ward',
  'training/teach',
].map(lesson);
const course = {
  modules: [
    ...[greet, count, ward].map((own) => ({ audience: 'staff', lessons: [own] })),
    { audience: 'trainers', lessons: [teach] },
  ],
  posts: [
    { sector: 'bank', lessons: [count, greet] },
    { sector: 'bank', lessons: [greet] },
    { sector: 'hospital', lessons: [ward] },
  ],
} as unknown as Course;

test('a sector learns what its posts learn, each lesson once and in the order of the course', () => {
  expect(lessonsOfSector(course, 'bank')).toEqual([greet, count]);
  expect(lessonsOfSector(course, 'hospital')).toEqual([ward]);
});

test('a sector without posts learns all that is for those at the windows', () => {
  expect(lessonsOfSector(course, 'hotel')).toEqual([greet, count, ward]);
});
