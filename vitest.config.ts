import { defineConfig } from 'vitest/config';

// Four runners in one: unit tests beside the code; the real application on a real PostgreSQL; the
// sandboxes against the official shapes.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
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
          include: ['test/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/postgres.ts'],
          maxWorkers: 2,
        },
      },
      { extends: true, test: { name: 'contract', include: ['test/contract/**/*.test.ts'], maxWorkers: 2 } },
    ],
  },
});
