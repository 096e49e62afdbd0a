import type { Ledger } from './schemas/ledger.ts';

/**
 * Revisions of a question whose answers still count, the present one last: all since the latest
 * policy change. A question that the ledger does not know yet has only its present revision.
 */
export function creditedRevisions(ledger: Ledger, question: string, present: string): string[] {
  const published = ledger[`question:${question}`]?.revisions ?? [];
  const policy = published.map(({ kind }) => kind).lastIndexOf('policy');
  const credited = published.slice(Math.max(0, policy)).map(({ revision }) => revision);
  return [...credited.filter((revision) => revision !== present), present];
}
