import { expect, test } from 'vitest';
import { addTallies, tallyPlaywright, tallyStep, tallyVitest } from '../../tools/tally.ts';

const file = { status: 'passed', assertionResults: [{}] };

test('a whole step is one test', () => {
  expect(tallyStep(0)).toEqual({ passed: 1, failed: 0 });
  expect(tallyStep(2)).toEqual({ passed: 0, failed: 1 });
});

test('tallies add up', () => {
  expect(addTallies([{ passed: 2, failed: 1 }, tallyStep(0), tallyStep(1)])).toEqual({
    passed: 3,
    failed: 2,
  });
});

test('Vitest’s own counts are taken', () => {
  const report = { numPassedTests: 7, numFailedTests: 2, testResults: [file] };
  expect(tallyVitest(report, 1)).toEqual({ passed: 7, failed: 2 });
});

test('a Vitest file that does not load is a failure', () => {
  const unloaded = { status: 'failed', assertionResults: [] };
  const report = { numPassedTests: 7, numFailedTests: 0, testResults: [file, unloaded, unloaded] };
  expect(tallyVitest(report, 1)).toEqual({ passed: 7, failed: 2 });
});

test('Playwright’s own counts are taken, with flaky tests and global errors as failures', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }, errors: [{}] };
  expect(tallyPlaywright(report, 1)).toEqual({ passed: 5, failed: 3 });
});

test('a runner that ends badly with every test passed has failed once', () => {
  const vitest = { numPassedTests: 7, numFailedTests: 0, testResults: [file] };
  const playwright = { stats: { expected: 5, unexpected: 0, flaky: 0 }, errors: [] };
  expect(tallyVitest(vitest, 1)).toEqual({ passed: 7, failed: 1 });
  expect(tallyPlaywright(playwright, 130)).toEqual({ passed: 5, failed: 1 });
});

test('a runner without a report has failed once, whatever it says', () => {
  expect(tallyVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  expect(tallyPlaywright(undefined, 0)).toEqual({ passed: 0, failed: 1 });
});
