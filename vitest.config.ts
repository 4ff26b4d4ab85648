// Two kinds of tests: `unit` stand beside the code and need nothing; `stack` cross rooms and share one embedded stack.
import { defineConfig } from 'vitest/config'

const notTests = ['**/node_modules/**', '**/dist/**', '.muster/**', 'local/fixtures/**']

export default defineConfig({
  test: {
    // Embedded servers and benchmarks share the machine with the tests: two files at a time.
    maxWorkers: 2,
    // Every solve in a test holds its trackers against the oracle (solver/engines/checked-mode.ts).
    env: { MUSTER_CHECKED: '1' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...notTests, 'tests/**', '**/*.stack.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stack',
          include: ['tests/**/*.test.ts', '**/*.stack.test.ts'],
          exclude: notTests,
          globalSetup: ['tests/stack-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
