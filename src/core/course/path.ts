import type { Course, Lesson } from './course.ts';

/**
 * The path of somebody who chose only a sector: what its posts learn, in the order of the course.
 * The windows of other sectors and the trainers' module are on no path of the sector. A sector
 * without posts has the whole course.
 */
export function lessonsOfSector({ modules, posts }: Course, sector: string): Lesson[] {
  const own = posts.filter((post) => post.sector === sector);
  const learned = new Set(own.flatMap(({ lessons }) => lessons.map(({ path }) => path)));
  const all = modules.flatMap(({ lessons }) => lessons);
  return own.length > 0 ? all.filter(({ path }) => learned.has(path)) : all;
}
