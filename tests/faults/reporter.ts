/**
 * Prints the matrix as a table and writes it to `test-results/faults.json`: a row counts as proved
 * when tests that name it have run and all of them have passed. A row that nothing proves fails the
 * run, unless the matrix says why it is not run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { matrix } from './matrix.ts';
import { seed } from './seed.ts';
import { table } from './tables.ts';

/** Rows that may be left out, each with its reason. */
const MOST_NOT_RUN = 3;

interface Outcome {
  title: string;
  passed: boolean;
  seconds: number;
  rows: number[];
}

function resultOf(tests: readonly Outcome[], notRun: string | undefined): string {
  if (tests.length > 0) return tests.every(({ passed }) => passed) ? 'held' : 'BROKEN';
  return notRun ? 'not run' : 'UNPROVED';
}

class FaultReporter implements Reporter {
  readonly #outcomes: Outcome[] = [];
  readonly #facts: { fact: string; value: string }[] = [];
  readonly #started = Date.now();

  onBegin(): void {
    console.log(`SEED=${seed}`);
  }

  onTestEnd(test: TestCase, { status, duration, annotations }: TestResult): void {
    this.#outcomes.push({
      title: test.title.replace(/ @\S+/g, ''),
      passed: status === 'passed' && test.expectedStatus === 'passed',
      seconds: Math.round(duration / 100) / 10,
      rows: test.tags.flatMap((tag) => Number(/^@row-(\d+)$/.exec(tag)?.[1] ?? 0) || []),
    });
    for (const { type, description = '' } of annotations) {
      if (type.startsWith('fact: ')) {
        this.#facts.push({ fact: type.slice('fact: '.length), value: description });
      }
    }
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] }> {
    const rows = matrix.map(({ row, fault, notRun }) => {
      const tests = this.#outcomes.filter((outcome) => outcome.rows.includes(row));
      const result = resultOf(tests, notRun);
      return { row, fault, result, notRun, tests: tests.map(({ title }) => title) };
    });
    const count = (result: string) => rows.filter((row) => row.result === result).length;
    const cells = rows.map(({ row, fault, result, notRun, tests }) => [
      `${row}`,
      fault,
      result,
      result === 'not run' ? (notRun ?? '') : `${tests.length} tests`,
    ]);
    const others = this.#outcomes.filter((outcome) => outcome.rows.length === 0);
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    console.log(`\n${table([['row', 'fault', 'result', ''], ...cells])}\n`);
    console.log(table(this.#facts.map(({ fact, value }) => [fact, value])));
    for (const { title, passed } of this.#outcomes) if (!passed) console.log(`FAILED ${title}`);
    console.log(
      `\n${count('held')} of ${rows.length} rows held, ${count('not run')} not run; ` +
        `${others.length} other tests; ${seconds} s, SEED=${seed}`,
    );
    const folder = join(import.meta.dirname, '../../test-results');
    mkdirSync(folder, { recursive: true });
    const report = { seed, seconds, rows, facts: this.#facts, tests: this.#outcomes };
    writeFileSync(join(folder, 'faults.json'), `${JSON.stringify(report, null, 2)}\n`);
    const whole = count('BROKEN') + count('UNPROVED') === 0 && count('not run') <= MOST_NOT_RUN;
    return { status: whole ? status : 'failed' };
  }
}

export default FaultReporter;
