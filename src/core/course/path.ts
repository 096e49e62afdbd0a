import type { Course, Lesson } from './course.ts';

/**
 * The path of somebody who chose only a sector: what its posts learn, in the order of the course.
 * The windows of other sectors and the trainers' module are on no path of the sector. A sector
 * without posts has all that is for those at the windows.
 */
export function lessonsOfSector({ modules, posts }: Course, sector: string): Lesson[] {
  const own = posts.filter((post) => post.sector === sector);
  const learned = new Set(own.flatMap(({ lessons }) => lessons.map(({ path }) => path)));
  if (own.length > 0) {
    return modules.flatMap(({ lessons }) => lessons).filter(({ path }) => learned.has(path));
  }
  return modules.filter(({ audience }) => audience === 'staff').flatMap(({ lessons }) => lessons);
}
