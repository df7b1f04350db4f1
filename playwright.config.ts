import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  workers: 1,
  timeout: 60_000,
  globalSetup: './test/support/launch-announce.ts',
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: 'artifacts/e2e.json' }]],
});
