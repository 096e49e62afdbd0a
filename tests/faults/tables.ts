/** Where in the writing the browser died, as a table. */
import { actNames } from './kill-plan.ts';
import type { Kill } from './kills.ts';
import type { Fate, Rot } from './rots.ts';

export const moments = ['before', 'between', 'within', 'later'] as const;
export type Moment = (typeof moments)[number];

/** The moment of a death, by what the page had reported: the end of a transaction may lag behind. */
export function momentOf({ at, reports }: Pick<Kill, 'at' | 'reports'>): Moment {
  const time = (phase: string) => reports.find((report) => report.phase === phase)?.at ?? Infinity;
  if (time('put') > at) return 'before';
  if (time('complete') > at) return 'between';
  return at - time('complete') <= 20 ? 'within' : 'later';
}

/** How many deaths met the writing: between `put` and `oncomplete`, or within 20 ms of it. */
export function countHits(kills: readonly Kill[]): number {
  return kills.filter((kill) => ['between', 'within'].includes(momentOf(kill))).length;
}

/** One line for each act: when it died, what had been said, and what became of the rest. */
export function histogram(kills: readonly Kill[]): string {
  const head = ['killed while', 'before put', 'put–complete', '≤ 20 ms after', 'later'];
  const outcome = ['said saved', 'unsaid, kept', 'unsaid, gone'];
  const lines = actNames.map((act) => {
    const here = kills.filter((kill) => kill.act === act);
    const unsaid = here.filter(({ acknowledged }) => !acknowledged);
    const kept = unsaid.filter((kill) => kill.kept).length;
    const fates = [here.length - unsaid.length, kept, unsaid.length - kept].map(String);
    return [
      act,
      ...moments.map((moment) => `${here.filter((kill) => momentOf(kill) === moment).length}`),
      // An upgrade says nothing, and is made up for by the next page.
      ...(act === 'upgrade' ? fates.map(() => '–') : fates),
    ];
  });
  return table([[...head, ...outcome], ...lines]);
}

const fates: readonly Fate[] = ['intact', 'restored', 'reported', 'silent'];

/** One line for what was damaged, one column for what the learner then had. */
export function rotTable(groups: Readonly<Record<string, readonly Rot[]>>): string {
  const lines = Object.entries(groups).map(([name, rots]) => [
    name,
    ...fates.map((fate) => `${rots.filter((rot) => rot.fate === fate).length}`),
  ]);
  return table([['damaged', ...fates], ...lines]);
}

/** Lines of cells, as wide as they have to be. */
export function table(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
