import type { Outline } from '../course/outline.ts';
import type { RecordEvent } from './event.ts';
import { type DayOf, summarizeRecord } from './summarize.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Browsers that clear a site away after seven days without a visit leave this much time to act. */
const BEFORE_CLEARING = 5 * DAY;

export interface BackupFacts {
  outline: Outline;
  /** In order, see `readLog`. */
  events: readonly RecordEvent[];
  /** When a backup was last made or declined, milliseconds since 1970; 0 for never. */
  last: number;
  now: number;
  /** The browser may clear the site after seven days: Safari, in a tab. */
  clears: boolean;
  dayOf: DayOf;
}

/**
 * Why a backup should be offered now: a module was finished since the last one, or what is newer
 * than the last one could be cleared away within days.
 */
export function backupDue(facts: BackupFacts): 'module' | 'clearing' | undefined {
  const { outline, events, now, clears, dayOf } = facts;
  // A time to come was written by a clock that was wrong.
  const last = facts.last > now ? 0 : facts.last;
  const finished = (log: readonly RecordEvent[]) =>
    [...summarizeRecord(outline, log, dayOf).values()].filter((module) => module.finished).length;
  const saved = events.filter(({ at }) => at <= last);
  if (saved.length === events.length) return undefined;
  if (finished(events) > finished(saved)) return 'module';
  const since = last || Math.min(...events.map(({ at }) => at));
  return clears && Math.abs(now - since) >= BEFORE_CLEARING ? 'clearing' : undefined;
}
