/** Counts of tests, read from the reports that Vitest and Playwright write. */

/** How many tests passed and how many failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** Adds up several tallies. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({ passed: sum.passed + tally.passed, failed: sum.failed + tally.failed }),
    { passed: 0, failed: 0 },
  );
}

/** A step that is one test as a whole. */
export function tallyStep(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Vitest's JSON report; a file that does not even load is one failure. */
export function tallyVitest(report: unknown, exitCode: number): Tally {
  if (!report) return noReport;
  const { numPassedTests, numFailedTests, testResults } = report as VitestReport;
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return honest({ passed: numPassedTests, failed: numFailedTests + unloaded.length }, exitCode);
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

/** Playwright's JSON report; a test that passed only when repeated has failed. */
export function tallyPlaywright(report: unknown, exitCode: number): Tally {
  if (!report) return noReport;
  const { stats, errors } = report as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky + errors.length;
  return honest({ passed: stats.expected, failed }, exitCode);
}

/** A runner that ended before it could report. */
const noReport: Tally = { passed: 0, failed: 1 };

/** A runner that ends badly without naming a failed test has still failed. */
function honest(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
