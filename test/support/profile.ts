import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { browserArgs } from '../../src/cli/browser.mjs';

/** A browser's profile on the disk, which outlives its browser. */
export interface Profile {
  /** Where it lies. */
  readonly folder: string;
  /** Starts a browser with it. */
  readonly open: (executablePath: string, args?: readonly string[]) => Promise<BrowserContext>;
  /** Ends its browser as a power cut would. */
  readonly kill: () => void;
  readonly remove: () => void;
}

/** A fresh profile. */
export function createProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'hipline-profile-'));
  return {
    folder,
    open: (executablePath, args = []) =>
      chromium.launchPersistentContext(folder, {
        executablePath,
        args: [...browserArgs, ...args],
        viewport: { width: 1280, height: 720 },
        acceptDownloads: true,
      }),
    kill: () => {
      execFileSync('pkill', ['-KILL', '-f', `user-data-dir=${folder}`]);
    },
    remove: () => {
      try {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      } catch {
        // A browser that is still closing writes into it; the system clears its temporary folder.
      }
    },
  };
}
