import { isRecord } from '../json.ts';
import { isSitting, type Sitting } from '../quiz/sitting.ts';
import { crc32 } from './checksum.ts';
import { isSealed, isTime, type SealedRow } from './event.ts';

/**
 * 备份: everything a learner's store holds, as one JSON text that is both the file and the code to
 * copy. The record itself is a text inside it, so that its checksum is taken over the very
 * characters and a damaged one is found before anything of it is read.
 *
 *   {"format":"window-course-backup","version":1,"checksum":…,"payload":"{\"made\":…,…}"}
 */
export interface Backup {
  /** When it was made, milliseconds since 1970. */
  made: number;
  rows: readonly SealedRow[];
  sittings: readonly Sitting[];
  /** Whose record it is, where it has a name. */
  learner?: string;
}

/**
 * What somebody hands in is refused before it is read if it is larger. An answer takes about 330
 * bytes, so this is the record of 100,000: what can be saved can be restored.
 */
export const MOST_BYTES = 32 * 1024 * 1024;

const FORMAT = 'window-course-backup';
const VERSION = 1;

/** Why a text is not restored. */
export type BackupProblem =
  | 'too-large'
  | 'not-a-backup'
  | 'newer-version'
  | 'older-version'
  | 'damaged'
  | 'malformed-rows';

export class BackupError extends Error {
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem) {
    super(problem);
    this.name = 'BackupError';
    this.problem = problem;
  }
}

export function writeBackup({ made, learner, rows, sittings }: Backup): string {
  const payload = JSON.stringify({ made, learner: learner || undefined, rows, sittings });
  return JSON.stringify({ format: FORMAT, version: VERSION, checksum: crc32(payload), payload });
}

/**
 * Reads a backup that may be anything: a wrong file, a truncated code, something hostile. Throws a
 * `BackupError`; what it returns has been checked row by row.
 */
export function readBackup(text: string): Backup {
  const trimmed = text.trim();
  // What begins like ours and cannot be read has been cut off on its way.
  const ours = trimmed.startsWith(`{"format":"${FORMAT}"`);
  const envelope = parse(trimmed, ours ? 'damaged' : 'not-a-backup');
  if (!isRecord(envelope) || envelope.format !== FORMAT) throw new BackupError('not-a-backup');
  const { version, checksum, payload } = envelope;
  if (typeof version !== 'number') throw new BackupError('not-a-backup');
  if (version > VERSION) throw new BackupError('newer-version');
  if (version < VERSION) throw new BackupError('older-version');
  if (typeof payload !== 'string' || checksum !== crc32(payload)) throw new BackupError('damaged');
  const record = parse(payload, 'malformed-rows');
  if (!isRecord(record) || !isShallow(record)) throw new BackupError('malformed-rows');
  const { made, learner = '', rows, sittings } = record;
  if (!isTime(made)) throw new BackupError('malformed-rows');
  if (!Array.isArray(rows) || !rows.every(isSealed)) throw new BackupError('malformed-rows');
  if (!Array.isArray(sittings) || !sittings.every(isSitting)) {
    throw new BackupError('malformed-rows');
  }
  if (typeof learner !== 'string') throw new BackupError('malformed-rows');
  return { made, rows, sittings, ...(learner && { learner }) };
}

/** What a backup may be nested at most; a few levels are left for later builds. */
const DEEPEST = 10;

/** What is nested deeper could be read here, but neither stored nor ever be saved again. */
function isShallow(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}

/** Parsed JSON has no prototypes but its own; a text nested too deeply is malformed too. */
function parse(text: string, problem: BackupProblem): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BackupError(problem);
  }
}
