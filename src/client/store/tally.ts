import { scope } from '../learners.ts';

/**
 * How many rows the record has ever had, kept outside the databases: a tally that is higher than
 * what is there tells of rows that no copy can bring back, and that only an exported backup has.
 */
const key = () => `${scope()}:tally`;

/** Rows of the tally that are not there. */
let missing = 0;

/** Compares the tally with the rows that were found; returns how many are missing. */
export function findMissing(rows: number): number {
  missing = Math.max(0, readTally() - rows);
  return missing;
}

/** Counts the rows that are there now. */
export function writeTally(rows: number): void {
  try {
    localStorage.setItem(key(), String(rows + missing));
  } catch {
    // Then a loss goes unnoticed, as it would have without a tally.
  }
}

/** Nothing is counted any more: the record is being erased on purpose. */
export function dropTally(): void {
  missing = 0;
  try {
    localStorage.removeItem(key());
  } catch {
    // Refused: then there is none.
  }
}

/** So many rows have come from a backup. */
export function regain(rows: number): void {
  missing = Math.max(0, missing - rows);
}

/** The learner knows, and has no backup: what is there is all there is. */
export function acceptLoss(rows: number): void {
  missing = 0;
  writeTally(rows);
}

/** Rows that the record has ever had. */
export function readTally(): number {
  try {
    return Number.parseInt(localStorage.getItem(key()) ?? '0', 10) || 0;
  } catch {
    return 0;
  }
}
