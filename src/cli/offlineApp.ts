/**
 * The installable app: its manifest, and which files of a build are kept on the device when.
 * Options for vite-plugin-pwa; the service worker itself is src/serviceWorker.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VitePWAOptions } from 'vite-plugin-pwa';

/** Files that no screen asks for: the page of `npm run track`, the README's picture. */
const leftOut = ['src/**', 'assets/track-*', 'screenshot.png', 'robots.txt', '**/*.map'];

/** The larger model, the clips to try it with and the licences come after the first visit. */
const comesLater = /^(models\/full|demo)\/|^(licenses\.md|notices\.txt)$/;
/** Kept once it has been chosen: the largest model, and what LiteRT runs. */
const comesOnUse = /^(models\/heavy|litert)\/|^models\/\w+\/landmarks\./;

/** When the service worker fetches a file of the build. */
const groupOf = (url: string): 'first' | 'later' | 'onUse' =>
  comesOnUse.test(url) ? 'onUse' : comesLater.test(url) ? 'later' : 'first';

/** A file's content as Subresource Integrity writes it. */
const integrityOf = (bytes: Uint8Array): string =>
  `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

const icon = (name: string, sizes: string, purpose: string): object => ({
  src: `icons/${name}.png`,
  sizes,
  type: 'image/png',
  purpose,
});

/** @param outDir the folder that the build is written to */
export const offlineApp = (outDir: string): Partial<VitePWAOptions> => ({
  strategies: 'injectManifest',
  srcDir: 'src/serviceWorker',
  filename: 'serviceWorker.ts',
  injectRegister: false,
  includeManifestIcons: false,
  includeAssets: [],
  manifest: {
    id: './',
    name: 'Hipline',
    short_name: 'Hipline',
    description: 'A camera-based form checker that takes the place of the gym mirror.',
    lang: 'en',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#0F1215',
    theme_color: '#0F1215',
    icons: [
      icon('192', '192x192', 'any'),
      icon('512', '512x512', 'any'),
      icon('maskable', '512x512', 'maskable'),
    ] as NonNullable<Exclude<VitePWAOptions['manifest'], false>['icons']>,
  },
  injectManifest: {
    rollupFormat: 'iife',
    swDest: join(outDir, 'serviceWorker.js'),
    globPatterns: ['**/*'],
    globIgnores: leftOut,
    maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
    manifestTransforms: [
      (entries) => ({
        warnings: [],
        manifest: entries
          .map(({ url, size }) => ({
            url,
            size,
            revision: null,
            integrity: integrityOf(readFileSync(join(outDir, url))),
            group: groupOf(url),
          }))
          .sort((a, b) => (a.url < b.url ? -1 : 1)),
      }),
    ],
  },
});
