import { defineConfig } from 'vitest/config';

/** Fault injection and fuzzing: long, and apart from what every verify runs. */
export default defineConfig({
  test: {
    include: ['test/hard/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 600_000,
    setupFiles: ['test/support/runtime.ts'],
  },
});
