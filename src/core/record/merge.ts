import { isSealed, type SealedRow } from './event.ts';

/** What merging rows into a store would do. */
export interface Merge {
  /** Rows that the store does not have. */
  added: readonly SealedRow[];
  /** Rows that it has already. */
  known: number;
  /** Rows with the id of another one but different content; kept under an id of their own. */
  conflicts: readonly SealedRow[];
}

/**
 * Union by id: merging the same rows twice adds nothing the second time, and the order of two
 * merges does not matter. Nothing that the store has is changed.
 */
export function planMerge(have: readonly SealedRow[], incoming: readonly SealedRow[]): Merge {
  const ids = new Set(have.map(({ id }) => id));
  const contents = new Set(have.map(conflictId));
  const added: SealedRow[] = [];
  const conflicts: SealedRow[] = [];
  let known = 0;
  for (const row of incoming) {
    if (contents.has(conflictId(row))) known += 1;
    else if (ids.has(row.id)) conflicts.push(row);
    else added.push(row);
    ids.add(row.id);
    contents.add(conflictId(row));
  }
  return { added, known, conflicts };
}

/** Names a row by its id and its content. */
export const conflictId = ({ id, crc }: SealedRow): string => `${id}~${crc}`;

/**
 * A row that a merge kept beside another one of the same id. Its own id is a list, which IndexedDB
 * takes for a key: no row, whatever it is called, can lie in the same place.
 */
export interface ConflictRow {
  id: readonly string[];
  conflict: SealedRow;
}

/** `row`, to be stored under an id of its own. */
export const keptBeside = (row: SealedRow): ConflictRow => ({
  id: [conflictId(row)],
  conflict: row,
});

/** The sealed rows among stored ones, with those that lie under an id of their own. */
export function sealedRows(stored: readonly unknown[]): SealedRow[] {
  return stored.flatMap((row) => {
    if (isSealed(row)) return row;
    const { conflict } = (row ?? {}) as Partial<ConflictRow>;
    return isSealed(conflict) ? conflict : [];
  });
}
