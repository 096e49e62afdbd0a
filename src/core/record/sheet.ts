import type { Outline } from '../course/outline.ts';
import { canonicalJson } from '../quiz/revision.ts';
import { crc32 } from './checksum.ts';
import type { DayOf, ModuleSummary } from './summarize.ts';

/** Who a record sheet is for, as typed on it. */
export interface Person {
  name: string;
  number: string;
  unit: string;
  path: string;
}

/** One line of 学习记录单: what was done in a module. */
export interface SheetLine {
  module: string;
  version: string;
  lessons: string;
  mastered: string;
  minutes: number;
  test: string;
  /** The day of the last thing done, or empty. */
  date: string;
}

/** The lines of the modules in which something was done. */
export function sheetLines(
  outline: Outline,
  summary: ReadonlyMap<string, ModuleSummary>,
  dayOf: DayOf,
): SheetLine[] {
  return outline.modules.flatMap((module) => {
    const progress = summary.get(module.id);
    if (!progress) return [];
    const times = [...progress.lessons.values()].flatMap(({ last }) => last ?? []);
    const last = Math.max(0, ...times, ...progress.tests.map(({ at }) => at));
    if (last === 0) return [];
    const states = [...progress.objectives.values()];
    const mastered = states.filter((state) => state === 'mastered').length;
    return {
      module: module.title,
      version: module.version,
      lessons: `${progress.finishedLessons}/${progress.lessons.size}`,
      mastered: `${mastered}/${states.length}`,
      minutes: progress.minutes,
      test: testWords(progress),
      date: dayOf(last),
    };
  });
}

function testWords({ tests, passed }: ModuleSummary): string {
  if (tests.length === 0) return '未考';
  const best = Math.max(...tests.map(({ percent }) => percent));
  return `${best}分，${passed ? '通过' : '未通过'}`;
}

/**
 * 校对码 over all that stands on the sheet. Typed wrongly anywhere, it no longer fits; it finds
 * slips of the pen, and protects from nothing else.
 */
export function checkCode(person: Person, lines: readonly SheetLine[], date: string): string {
  const code = crc32(canonicalJson({ person, lines, date })).toUpperCase();
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
