import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { poseAssets } from './models/vitePlugin.ts';
import { isolationHeaders, productionHeaders } from './src/cli/headers.mjs';
import { offlineApp } from './src/cli/offlineApp.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The development server puts styles into the page inline; the shell's strict policy forbids that. */
const relaxPolicyInDev: Plugin = {
  name: 'hipline:relax-policy-in-dev',
  apply: 'serve',
  transformIndexHtml: (html, { server }) =>
    server === undefined
      ? html
      : html.replace(/<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>/i, ''),
};

/** TF.js repeats its licence over every file, a megabyte in all; licenses.md says it once. */
const bundling = {
  output: { comments: { legal: false } },
  checks: { bundlerTimings: false },
};

const { version } = JSON.parse(readFileSync(here('./package.json'), 'utf8')) as {
  readonly version: string;
};

const long = 'test/unit/**/*.long.test.ts';

/** A part of the tests that run in Node; `--project NAME` runs it alone. */
const project = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: {
    ...{ name, include, exclude },
    environment: 'node' as const,
    setupFiles: ['test/support/seed.ts'],
    // Most of these files import the same core: shared threads load it once.
    pool: 'threads' as const,
    isolate: false,
    maxWorkers: 2,
    // No test waits on a clock; the limit only ends one that hangs on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  // Relative, so that a build serves from any folder of any host.
  base: './',
  // The service worker puts the headers on what it answers with.
  define: {
    productionHeaders: JSON.stringify(productionHeaders),
    __HIPLINE_VERSION__: JSON.stringify(version),
  },
  plugins: [
    svelte({ configFile: false }),
    relaxPolicyInDev,
    poseAssets(),
    VitePWA(offlineApp(here('./dist'))),
  ],
  worker: { format: 'es', rolldownOptions: bundling },
  resolve: { alias: { '@mediapipe/pose': here('./src/pose/mediapipePoseStub.ts') } },
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
      '@tensorflow-models/pose-detection',
      'comlink',
      'mediabunny',
    ],
  },
  server: { headers: { ...isolationHeaders } },
  preview: { headers: { ...productionHeaders } },
  build: {
    target: 'es2023',
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      ...bundling,
      // The second page is opened by `npm run track` only.
      input: { index: here('./index.html'), track: here('./src/app/track.html') },
    },
  },
  test: {
    projects: [
      // The quick part: what a change is tried with over and over.
      project('unit', ['test/unit/**/*.test.ts', 'test/architecture.test.ts'], [long]),
      project('long', ['test/replay/**/*.test.ts', long]),
    ],
  },
});
