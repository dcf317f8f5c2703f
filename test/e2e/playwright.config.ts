import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `npm test` asks for a report to count from. */
const reportFile = process.env.HIPLINE_REPORT;

export default defineConfig({
  // One at a time: the fake camera runs in real time, and two pose workers would starve each other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalSetup: here('./globalSetup.ts'),
  outputDir: here('../report/stories'),
  reporter: reportFile === undefined ? 'list' : [['list'], ['json', { outputFile: reportFile }]],
  projects: [
    { name: 'stories', testDir: here('.'), testMatch: '**/*.test.ts' },
    { name: 'browser', testDir: here('../browser'), testMatch: '**/*.test.ts' },
  ],
});
