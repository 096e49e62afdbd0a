import type { Outcome } from './checks.ts';

/** Outcomes by the name of their row, one for each host; a host that has no such row has none. */
export type Table = Map<string, readonly (Outcome | undefined)[]>;

/** Prints a table and then each difference; gives their number. */
export function printTable(table: Table, hosts: readonly string[]): number {
  printLine('', hosts);
  for (const [name, row] of table) printLine(name, row.map(cell));
  const differences = [...table.values()].flatMap((row) =>
    row.flatMap((outcome, index) =>
      (outcome?.differences ?? []).map((difference) => `${hosts[index]}  ${difference}`),
    ),
  );
  for (const difference of differences.slice(0, 40)) console.log(difference);
  console.log(`${differences.length} differences`);
  return differences.length;
}

function printLine(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(44) + cells.map((it) => it.padStart(14)).join(''));
}

function cell(outcome: Outcome | undefined): string {
  if (!outcome) return '–';
  const { answers, differences } = outcome;
  return differences.length > 0 ? `${differences.length} WRONG` : String(answers);
}
