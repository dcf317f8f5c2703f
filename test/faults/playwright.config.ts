import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import base from '../e2e/playwright.config';

/** `npm run faults`: what takes minutes and is no part of `npm test`. */
export default defineConfig({
  ...base,
  timeout: 900_000,
  projects: [
    {
      name: 'faults',
      testDir: fileURLToPath(new URL('.', import.meta.url)),
      testMatch: '**/*.test.ts',
    },
  ],
});
