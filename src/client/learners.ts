import { toHex } from '../core/hex.ts';

/**
 * 学习者: a person who learns in this browser. Each has a record, a second copy, settings and reading
 * places of their own, told apart by their names (`scope`). That separates, it does not lock: whoever
 * sits here can choose any name.
 */
export interface Learner {
  /** Random; empty for the record that was here before anybody had a name. */
  id: string;
  /** May be empty until somebody gives it. */
  name: string;
}

/** Characters of the longest name. */
export const LONGEST_NAME = 20;

/** In localStorage, since the settings of the first paint depend on it; where that is refused, there is one learner. */
const ROSTER = 'window-course.learners';
const FIRST: Learner = { id: '', name: '' };

interface Roster {
  current: string;
  learners: readonly Learner[];
}

/** Everybody who learns here, in the order they came; never nobody. */
export const readLearners = (): readonly Learner[] => readRoster().learners;

let bound = readRoster().current;

/** The learner of this page: who was chosen when it was opened, whatever is chosen since. */
export function pageLearner(): Learner {
  return readLearners().find(({ id }) => id === bound) ?? { id: bound, name: '' };
}

/** Whether another page has chosen somebody else meanwhile. */
export const isReplaced = (): boolean => readRoster().current !== bound;

/** What the names of everything begin with that is this learner's: databases, files, keys. */
export const scope = (): string => scopeOf(bound);

export const scopeOf = (learner: string): string =>
  learner === '' ? 'window-course' : `window-course.${learner}`;

/** Whose turn it is now, in the pages that are opened from here on; false where that cannot be kept. */
export const chooseLearner = (id: string): boolean => writeRoster({ ...readRoster(), current: id });

/** Whether somebody has this name. */
export const isTaken = (name: string): boolean =>
  readLearners().some((learner) => learner.name === tidy(name));

/**
 * Adds somebody, whose record begins empty. Returns `undefined` where the name is taken or empty, or
 * cannot be kept.
 */
export function addLearner(name: string): Learner | undefined {
  const { current, learners } = readRoster();
  const learner = { id: toHex(crypto.getRandomValues(new Uint8Array(4))), name: tidy(name) };
  if (!isFree(learner, learners)) return undefined;
  return writeRoster({ current, learners: [...learners, learner] }) ? learner : undefined;
}

/** Gives the learner of this page a name; false where it is taken or empty, or cannot be kept. */
export function renameLearner(name: string): boolean {
  const { current, learners } = readRoster();
  const renamed = { id: bound, name: tidy(name) };
  if (!isFree(renamed, learners)) return false;
  const rest = learners.map((learner) => (learner.id === renamed.id ? renamed : learner));
  return writeRoster({ current, learners: rest });
}

/** Takes the learner of this page off the list, after their record is gone. */
export function removeLearner(): void {
  const learners = readRoster().learners.filter(({ id }) => id !== bound);
  const [next] = learners;
  if (next) writeRoster({ current: next.id, learners });
  else localStorage.removeItem(ROSTER);
  bound = readRoster().current;
}

/** Puts records back on the list whose names were lost with it. */
export async function findLearners(): Promise<void> {
  const databases = (await indexedDB.databases?.()) ?? [];
  const { current, learners } = readRoster();
  const lost = databases
    .map(({ name }) => /^window-course\.([0-9a-f]{8})$/.exec(name ?? '')?.[1])
    .filter((id): id is string => id !== undefined && !learners.some((known) => known.id === id));
  if (lost.length === 0) return;
  writeRoster({ current, learners: [...learners, ...lost.map((id) => ({ id, name: '' }))] });
}

const tidy = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME);

const isFree = ({ id, name }: Learner, learners: readonly Learner[]): boolean =>
  name !== '' && !learners.some((other) => other.id !== id && other.name === name);

function readRoster(): Roster {
  let roster: Partial<Roster> | null = null;
  try {
    roster = JSON.parse(localStorage.getItem(ROSTER) ?? 'null');
  } catch {
    // Refused, or something else: then there is one learner.
  }
  const learners = Array.isArray(roster?.learners) ? roster.learners.filter(isLearner) : [];
  const current = learners.find(({ id }) => id === roster?.current) ?? learners[0] ?? FIRST;
  return { current: current.id, learners: learners.length > 0 ? learners : [FIRST] };
}

function writeRoster(roster: Roster): boolean {
  try {
    localStorage.setItem(ROSTER, JSON.stringify(roster));
    return true;
  } catch {
    return false;
  }
}

/** An id is part of the names of files and databases: only what we make ourselves. */
function isLearner(row: unknown): row is Learner {
  const { id, name } = (row ?? {}) as Partial<Learner>;
  return typeof id === 'string' && /^([0-9a-f]{8})?$/.test(id) && typeof name === 'string';
}
