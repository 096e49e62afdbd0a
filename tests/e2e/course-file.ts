/** `course.json`: the published course as tools and tests read it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface CourseFile {
  /** Id of the build; its manifest is `manifest.<build>.json`. */
  build: string;
  modules: { id: string; title: string; lessons: CourseLesson[] }[];
  posts: { id: string; sector: string; title: string; lessons: string[] }[];
}

export interface CourseLesson {
  id: string;
  title: string;
  /** With the base path. */
  url: string;
  questions: { id: string; kind: string; revision: string }[];
  phrases: number;
  drills: { id: string; nodes: number; endings: number }[];
}

/** Reads the `course.json` of a built site. */
export async function readCourse(root: string): Promise<CourseFile> {
  return JSON.parse(await readFile(join(root, 'course.json'), 'utf8'));
}

/** Every lesson of every module, in the course's order. */
export function lessonsOf({ modules }: CourseFile): CourseLesson[] {
  return modules.flatMap(({ lessons }) => lessons);
}
