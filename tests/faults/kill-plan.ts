/** When the browser is to die: drawn from a seed, aimed at the writing itself. */
import type { Phase } from './phases.ts';

export const actNames = ['answer', 'import', 'upgrade'] as const;

/** What the page is writing when its browser dies. */
export type ActName = (typeof actNames)[number];

/** The moment to die: so many milliseconds after the page reports a phase, or after the press. */
export interface Aim {
  after: Phase | 'press';
  delay: number;
}

/** The first death is during the upgrade, every fourth during an import, the others while answering. */
export function planActs(deaths: number): ActName[] {
  return Array.from({ length: deaths }, (_, index) => {
    if (index === 0) return 'upgrade';
    return index % 4 === 2 ? 'import' : 'answer';
  });
}

/** Mostly between `put` and `oncomplete` or soon after, now and then at any moment around them. */
export function drawAim(act: ActName, random: () => number): Aim {
  const chance = random();
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  // The report of `put` comes late for the shortest writes: what precedes it is a better mark.
  if (chance < 0.1) return { after: 'opened', delay: between(8, 16) };
  if (chance < 0.55) return { after: 'put', delay: between(0, 2) };
  if (chance < 0.75 || act === 'upgrade') return { after: 'complete', delay: between(0, 14) };
  if (chance < 0.95) return { after: 'shown', delay: between(0, 8) };
  return { after: 'press', delay: between(0, 150) };
}

/** At the word of the page, where what it says is not true yet. */
export function aimAtTheWord(act: ActName, random: () => number): Aim {
  return { after: act === 'upgrade' ? 'complete' : 'shown', delay: Math.floor(random() * 8) };
}

/** One of the items. */
export function draw<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing left to draw from');
  return item;
}
