import type { Report } from '../check-content.ts';

/** The report for a machine; `problems` is the same list that the terminal shows. */
export function toJson(
  { problems, counts, newIds, coverage }: Report,
  show: { coverage: boolean },
): string {
  const shown = { problems, counts, newIds, ...(show.coverage ? { coverage } : {}) };
  return JSON.stringify(shown, null, 2);
}
