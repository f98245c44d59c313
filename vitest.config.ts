import { defineConfig } from 'vitest/config';

// Three runners in one: unit tests beside the code; the real application on a real PostgreSQL; the
// sandboxes against the official shapes. The first two load the code once a worker, not once a file: that
// halves their time, and asks of a test file that it leaves nothing behind in a module.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Limits for what never comes, not for what comes late: a machine can be slow.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          include: [
            'src/**/*.test.{ts,tsx}',
            'db/**/*.test.ts',
            'dev/**/*.test.ts',
            'test/chaos/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          isolate: false,
          include: ['test/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/postgres.ts'],
          maxWorkers: 3,
        },
      },
      { extends: true, test: { name: 'contract', include: ['test/contract/**/*.test.ts'], maxWorkers: 2 } },
    ],
  },
});
