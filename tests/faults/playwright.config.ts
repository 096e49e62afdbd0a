import { defineConfig } from '@playwright/test';
import main from '../../playwright.config.ts';
import type { SiteOptions } from '../e2e/site.ts';

/** A new seed for each run, the same in all of its workers. */
process.env.SEED ??= String(Date.now() % 1_000_000);

/** `npm run test:faults`: whatever proves a row of the matrix, wherever it stands, and the rest. */
export default defineConfig<SiteOptions>({
  ...main,
  testDir: '..',
  testMatch: ['e2e/*.spec.ts', 'faults/*.spec.ts'],
  outputDir: '../../test-results/faults',
  globalSetup: './global-setup.ts',
  reporter: [['list'], ['./reporter.ts']],
  // Rows wait for deadlines of the product; other work on the machine must not look like a fault.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  projects: [
    {
      name: 'faults',
      grep: /@row-|@faults/,
      use: { origin: 'secure', actionTimeout: 45_000, navigationTimeout: 45_000 },
    },
  ],
});
