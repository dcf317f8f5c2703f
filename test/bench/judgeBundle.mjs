/** The core as a build has it, for Node: what a development server gives of it is a third slower. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { projectRoot } from '../../src/cli/setup.mjs';

/**
 * The judge, with what tells the file that a place of the bundle came from, counted from 0.
 * @returns {Promise<{ judge: typeof import('./judgeHour.ts'), fileAt: (line: number, column: number) => string }>}
 */
export async function buildJudge() {
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
        sourcemap: 'hidden',
        rolldownOptions: { output: { entryFileNames: 'judge.mjs', codeSplitting: false } },
      },
    });
    const bundle = join(folder, 'judge.mjs');
    const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
    const fileAt = (line, column) => basename(map.findEntry(line, column).originalSource ?? '');
    return { judge: await import(pathToFileURL(bundle).href), fileAt };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const loadJudge = async () => (await buildJudge()).judge;

/** A rendered clip as the product's own tracker saw it, as text. */
export const readTraceText = (name) =>
  gunzipSync(
    readFileSync(join(projectRoot, `test/replay/traces/${name}.trace.ndjson.gz`)),
  ).toString('utf8');
