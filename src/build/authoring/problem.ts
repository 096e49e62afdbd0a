import type { Level } from '../author-error.ts';
import { type ErrorDetails, type ErrorId, errors } from '../errors/index.ts';

/** A place in an author's file. Line and column count from 1, as editors do. */
export interface Place {
  /** From the project's root, with `/`. */
  file: string;
  line: number;
  column: number;
}

/** Where the character at an offset of a file's text stands. */
export type PlaceAt = (offset: number) => Place;

/** Where a file as a whole is meant. */
export const topOf = (file: string): Place => ({ file, line: 1, column: 1 });

/** One mistake, ready to be shown in a terminal or handed to a machine. */
export interface Problem extends Place {
  id: ErrorId;
  level: Level;
  message: string;
  hint: string;
}

/** Notes a mistake of the table at a place; `details` fill its sentences. */
export type ReportProblem = <Id extends ErrorId>(
  id: Id,
  place: Place,
  ...details: ErrorDetails<Id> extends void ? [] : [ErrorDetails<Id>]
) => void;

/** A list of problems and the function that adds to it. */
export function collectProblems(): { problems: Problem[]; report: ReportProblem } {
  const problems: Problem[] = [];
  const report: ReportProblem = (id, { file, line, column }, ...[details]) => {
    const { level, message, hint } = errors[id];
    problems.push({
      file,
      line,
      column,
      id,
      level,
      message: (message as (details: unknown) => string)(details),
      hint: (hint as (details: unknown) => string)(details),
    });
  };
  return { problems, report };
}

/** By file, then from top to bottom. */
export const inReadingOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(comparePlaces);

/** Negative where `a` is read before `b`. */
export function comparePlaces(a: Place, b: Place): number {
  return (a.file < b.file ? -1 : Number(a.file > b.file)) || a.line - b.line || a.column - b.column;
}
