import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/browser/launcher.ts';
import { thorough } from './tests/e2e/sample.ts';
import type { SiteOptions } from './tests/e2e/site.ts';

export default defineConfig<SiteOptions>({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/e2e',
  // Browser profiles of passed tests would pile up.
  preserveOutput: 'failures-only',
  globalSetup: './tests/browser/global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // A machine that is doing something else too must not fail a test; who is quick does not wait.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(),
    viewport: { width: 375, height: 812 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  },
  projects: [
    // What no origin changes carries the tag @anywhere, and is seen where a browser offers least.
    {
      name: 'secure',
      use: { origin: 'secure' },
      ...(thorough ? {} : { grepInvert: /@anywhere/ }),
    },
    // What needs a secure context carries the tag; everything else works on an intranet too.
    { name: 'plain-http', use: { origin: 'plain' }, grepInvert: /@secure/ },
    // One of each group of faults; `npm run test:faults` runs them all.
    {
      name: 'faults',
      testDir: 'tests/faults',
      grep: /@quick/,
      use: { origin: 'secure' },
    },
  ],
});
