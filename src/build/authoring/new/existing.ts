import { idPattern } from '../../schemas/fields.ts';
import {
  type AuthoredCourse,
  type AuthoredLesson,
  readAuthoredCourse,
} from '../authored-course.ts';
import type { ContentFile } from '../content-files.ts';
import { suggestId } from '../suggest.ts';
import { type Change, Refusal } from './change.ts';

/** The course that something new is made for, whether or not all of it is right. */
export interface Existing {
  course: AuthoredCourse;
  /** ISO date. */
  today: string;
  /** The text of a file, empty where there is none. */
  read(path: string): string;
}

export function readExisting(files: readonly ContentFile[], today: string): Existing {
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  return {
    course: readAuthoredCourse(files, () => {}),
    today,
    read: (path) => new TextDecoder().decode(bytes.get(path)),
  };
}

/** A file that must not be there yet. */
export function create({ course }: Existing, path: string, text: string): Change {
  if (course.files.has(path)) throw new Refusal(`${path} 已经有了，不会覆盖它。`);
  return { path, text };
}

/** Refuses what can't be an id, or already is or was one. */
export function requireFreeId(what: string, id: string, taken: ReadonlySet<string>): void {
  if (!idPattern.test(id)) {
    const suggestion = suggestId(id);
    throw new Refusal(
      `“${id}”不能作编号：只用小写字母、数字和短横线，以字母开头${suggestion ? `，比如 ${suggestion}` : ''}。`,
    );
  }
  if (taken.has(id)) throw new Refusal(`${what}编号 ${id} 用过了，请换一个。`);
}

/** Refuses what a page of the site is called. */
export function requireFreeAddress(what: string, id: string, taken: ReadonlySet<string>): void {
  if (taken.has(id)) throw new Refusal(`${what}编号 ${id} 和网站自己的页面重名，请换一个。`);
}

/** The first of `q-counter-1`, `q-counter-2` … that is free. */
export function freeId(stem: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

/** Ids of all questions or phrases there are or, by the ledger, ever were. */
export function takenIds({ course }: Existing, what: 'question' | 'phrase'): Set<string> {
  const present = course.lessons.flatMap(({ questions, phrases }) =>
    ((what === 'question' ? questions : phrases) ?? []).flatMap(({ id }) => id ?? []),
  );
  const published = Object.keys(course.ledger)
    .filter((key) => key.startsWith(`${what}:`))
    .map((key) => key.slice(what.length + 1));
  return new Set([...present, ...published]);
}

/** The lesson at `<module>/<lesson>`. */
export function requireLesson({ course }: Existing, path: string): AuthoredLesson {
  const lesson = course.lessons.find((candidate) => candidate.path === path);
  if (lesson) return lesson;
  const paths = course.lessons.flatMap((candidate) => candidate.path ?? []);
  throw new Refusal(`没有 ${path} 这一课。现有的课：${paths.join('、') || '无'}。`);
}

/** A year after `today`, when new content is due for review. */
export function yearAfter(today: string): string {
  const [year = '', rest = ''] = [today.slice(0, 4), today.slice(4)];
  return `${Number(year) + 1}${rest === '-02-29' ? '-02-28' : rest}`;
}
