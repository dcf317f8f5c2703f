/** The core as a build has it, for Node: what a development server gives of it is a third slower. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { projectRoot } from '../../src/cli/setup.mjs';

/** @returns {Promise<typeof import('./judgeHour.ts')>} */
export async function loadJudge() {
  const folder = mkdtempSync(join(tmpdir(), 'hipline-judge-'));
  try {
    await build({
      root: projectRoot,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(projectRoot, 'test/bench/judgeHour.ts'),
        outDir: folder,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'judge.mjs', codeSplitting: false } },
      },
    });
    return await import(pathToFileURL(join(folder, 'judge.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A rendered clip as the product's own tracker saw it, as text. */
export const readTraceText = (name) =>
  gunzipSync(
    readFileSync(join(projectRoot, `test/replay/traces/${name}.trace.ndjson.gz`)),
  ).toString('utf8');
