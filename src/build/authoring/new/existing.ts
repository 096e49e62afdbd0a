import { idPattern, longestId } from '../../schemas/fields.ts';
import {
  type AuthoredCourse,
  type AuthoredLesson,
  readAuthoredCourse,
} from '../authored-course.ts';
import { Refusal } from '../command.ts';
import type { ContentFile } from '../content-files.ts';
import { nearest, suggestId } from '../suggest.ts';
import type { Change } from './change.ts';

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
  if (id.length > longestId) throw new Refusal(`编号太长了，最多${longestId}个字母。`);
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

/** Ids of the modules there were, or of the lessons of one, that are not free although none has them. */
export function publishedBefore({ course }: Existing, start: string): string[] {
  const keys = Object.keys(course.ledger).filter((key) => key.startsWith(start));
  return keys.map((key) => key.slice(start.length));
}

/** The lesson at `<module>/<lesson>`. */
export function requireLesson({ course }: Existing, path: string): AuthoredLesson {
  const lesson = course.lessons.find((candidate) => candidate.path === path);
  if (lesson) return lesson;
  const paths = course.lessons.flatMap((candidate) => candidate.path ?? []);
  const near = nearest(path, paths);
  if (near) throw new Refusal(`没有 ${path} 这一课。是不是想写 ${near}？`);
  const [module = ''] = path.replace(/^\//, '').split('/');
  const inside = paths.filter((each) => each.startsWith(`${module}/`));
  const folders = course.modules.map((each) => each.folder);
  throw new Refusal(
    inside.length > 0
      ? `没有 ${path} 这一课。模块 ${module} 里的课：${inside.join('、')}。`
      : `没有 ${path} 这一课。要写成 模块编号/课的编号，现有的模块：${folders.join('、') || '无'}。`,
  );
}

/** A title as it can stand on one line. */
export function requireTitle(title: string): string {
  const line = title.trim().replace(/\s+/g, ' ');
  if (line === '') throw new Refusal('名字是空的，请写上。');
  return line;
}

/** A year after `today`, when new content is due for review. */
export function yearAfter(today: string): string {
  const [year = '', rest = ''] = [today.slice(0, 4), today.slice(4)];
  return `${Number(year) + 1}${rest === '-02-29' ? '-02-28' : rest}`;
}
