import { isString, isText } from '../core/json.ts';
import { scope } from './learners.ts';

/**
 * Settings and reading places: small, losable, not part of the record. They live in localStorage
 * because `entries/boot.ts` has to read the settings before the first paint.
 */
export interface Settings {
  theme?: 'light' | 'dark' | undefined;
  /** Text size, a step above the standard. */
  text?: '2' | '3' | '4' | undefined;
  sector?: string | undefined;
  /** 我的岗位; absent when only a sector was chosen. */
  post?: string | undefined;
  /** The path of the post or sector, as it was when it was last seen. */
  path?: Path | undefined;
}

/** 岗位路径: its page, and its lessons in order. */
export interface Path {
  id: string;
  title: string;
  lessons: readonly PathLesson[];
}

export interface PathLesson {
  /** `<module>/<lesson>` */
  path: string;
  title: string;
}

/** Where the learner last stopped reading a lesson. */
export interface Place {
  /** `<module>/<lesson>` */
  lesson: string;
  title: string;
  /** Id and text of the heading last passed. */
  heading: string;
  headingText: string;
  at: number;
}

const SETTINGS = 'settings';
const PLACES = 'places';
const BACKUP = 'backup';

/** What was chosen; fields of another shape are left out. */
export function readSettings(): Settings {
  const { path, ...others } = read(SETTINGS) as { path?: Partial<Path> };
  const texts = Object.entries(others).filter(([, value]) => isText(value));
  return { ...Object.fromEntries(texts), ...(isPath(path) && { path: tidyPath(path) }) };
}

/** Changes the fields that `change` names; `undefined` removes one. */
export function writeSettings(change: Settings): void {
  write(SETTINGS, { ...readSettings(), ...change });
}

/** Reading places by lesson path; rows of another shape are left out. */
export function readPlaces(): Record<string, Place> {
  const places = Object.entries(read(PLACES)).filter(([, place]) => isPlace(place));
  return Object.fromEntries(places) as Record<string, Place>;
}

export function writePlace(place: Place): void {
  write(PLACES, { ...readPlaces(), [place.lesson]: place });
}

/** When a backup was last made or declined, milliseconds since 1970; 0 for never. */
export function readBackupTime(): number {
  const { at } = read(BACKUP) as { at?: unknown };
  return typeof at === 'number' ? at : 0;
}

export function writeBackupTime(at: number): void {
  write(BACKUP, { at });
}

function isPath(path: Partial<Path> | null | undefined): path is Path {
  return isText(path?.id) && isText(path?.title);
}

function tidyPath({ id, title, lessons }: Path): Path {
  const rows: readonly (PathLesson | null)[] = Array.isArray(lessons) ? lessons : [];
  return {
    id,
    title,
    lessons: rows.flatMap((row) =>
      isText(row?.path) && isText(row?.title) ? [row as PathLesson] : [],
    ),
  };
}

function isPlace(value: unknown): value is Place {
  const place = value as Place | null;
  return (
    typeof place === 'object' &&
    typeof place?.at === 'number' &&
    [place.lesson, place.title, place.heading, place.headingText].every(isString)
  );
}

/** Storage may be refused, full or hold something else: then there is simply nothing. */
function read(key: string): object {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`${scope()}:${key}`) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function write(key: string, value: object): void {
  try {
    localStorage.setItem(`${scope()}:${key}`, JSON.stringify(value));
  } catch {
    // Losable by design.
  }
}
