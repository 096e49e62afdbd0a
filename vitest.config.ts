import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    allowOnly: false,
    // Left to itself, Vitest keeps one processor free, which is half of a small machine.
    maxWorkers: '100%',
    // A machine that is doing something else too must not fail a test.
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'tests/unit/**/*.test.ts',
            'tests/content/**/*.test.ts',
            'tests/architecture.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'elements',
          environment: 'jsdom',
          include: ['tests/elements/**/*.test.ts'],
          setupFiles: ['tests/elements/setup.ts'],
        },
      },
    ],
  },
});
