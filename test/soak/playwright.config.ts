import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import base from '../e2e/playwright.config';

/** `npm run soak`: an hour by default, and no part of `npm test`. */
export default defineConfig({
  ...base,
  reporter: 'list',
  // The length that is asked for, and what starting and measuring take.
  timeout: Number(process.env.HIPLINE_SOAK_MINUTES ?? 60) * 60_000 + 600_000,
  projects: [
    {
      name: 'soak',
      testDir: fileURLToPath(new URL('.', import.meta.url)),
      testMatch: '**/*.test.ts',
    },
  ],
});
