import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../src/cli/browser.mjs';

let parent = '';
let folder = '';

/** A program of that name which answers `--version` so. */
function install(name: string, answer: string, exitCode = 0): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho '${answer}'\nexit ${exitCode}\n`);
  chmodSync(path, 0o755);
  return path;
}

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'hipline-browser-'));
  folder = join(parent, 'bin');
  mkdirSync(folder);
  vi.stubEnv('CHROME_PATH', '');
  vi.stubEnv('CHROMIUM', '');
  vi.stubEnv('PATH', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(parent, { recursive: true });
});

// Shell scripts stand for browsers here.
describe.skipIf(process.platform === 'win32')('finding a browser', () => {
  it('takes the one on the PATH that starts', () => {
    install('google-chrome', 'Google Chrome 150.0.1 ', 1);
    install('chromium-browser', 'Command requires the chromium snap to be installed.');
    install('chrome', 'Google Chrome 99.0.4844.51 ');
    const works = install('chromium', 'Chromium 150.0.7871.0 built on Debian GNU/Linux');
    expect(findBrowser()).toBe(works);
  });

  it('takes the one that the environment names before any other', () => {
    install('chromium', 'Chromium 150.0.7871.0');
    const named = install('my-browser', 'Google Chrome for Testing 148.0.1');
    vi.stubEnv('CHROME_PATH', named);
    expect(findBrowser()).toBe(named);
  });

  it('says so in one line where the environment names something else', () => {
    install('chromium', 'Chromium 150.0.7871.0');
    const named = install('editor', 'Editor 3.1');
    vi.stubEnv('CHROMIUM', named);
    expect(() => findBrowser()).toThrow(
      `CHROMIUM names ${named}, which is no Chrome or Chromium that starts.`,
    );
  });
});
