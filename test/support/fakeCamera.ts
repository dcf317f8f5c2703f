import { chromium, type Page } from '@playwright/test';
import type * as Mediabunny from 'mediabunny';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserArgs, ensureBrowser } from '../../src/cli/browser.mjs';
import { projectRoot } from '../../src/cli/setup.mjs';

/** The clips of test/fixtures/clips. */
export type ClipName =
  | 'bridge_side_arch_female'
  | 'bridge_side_drop_female'
  | 'bridge_side_male'
  | 'slbridge_highside_male'
  | 'squat_front_female';

/** How the clip is drawn out so that a person would have the time to get ready. */
export interface FakeCameraOptions {
  /** Seconds that the first picture stands before the clip runs; framing and the start fit in. */
  readonly leadSec: number;
  /** Seconds that the last picture stands before Chromium begins again from the first. */
  readonly tailSec: number;
}

/** Chromium plays an MJPEG file at this rate, whatever was filmed. */
const playedFps = 30;
/** JPEG 0..1; at this one the tracker's keypoints are those of the clip itself. */
const jpegQuality = 0.95;
/** Raised when the making changes, so that old files are not taken. */
const recipe = 1;

/** Path of a clip. */
export const clipPath = (clip: ClipName): string =>
  join(projectRoot, 'test', 'fixtures', 'clips', `${clip}.webm`);

/**
 * A clip as Chromium's fake camera wants it: JPEG pictures one after the other. Chromium itself
 * decodes the clip; the file is kept in test/.cache by a hash of clip and options.
 * @returns Path of the file, for `--use-file-for-fake-video-capture`.
 */
export async function makeFakeCameraFile(
  clip: ClipName,
  { leadSec, tailSec }: FakeCameraOptions = { leadSec: 5, tailSec: 20 },
): Promise<string> {
  const webm = readFileSync(clipPath(clip));
  const hash = createHash('sha256')
    .update(webm)
    .update(JSON.stringify({ leadSec, tailSec, playedFps, jpegQuality, recipe }))
    .digest('hex');
  const folder = join(projectRoot, 'test', '.cache');
  const file = join(folder, `${clip}-${hash.slice(0, 12)}.mjpeg`);
  if (existsSync(file)) return file;
  const pictures = await decodeToJpegs(webm);
  const first = pictures[0];
  const last = pictures.at(-1);
  if (first === undefined || last === undefined) throw new Error(`${clip} has no pictures`);
  mkdirSync(folder, { recursive: true });
  const drawnOut = [
    ...Array.from({ length: Math.round(leadSec * playedFps) }, () => first),
    ...pictures,
    ...Array.from({ length: Math.round(tailSec * playedFps) }, () => last),
  ];
  // Moved as one step: a run that is stopped halfway leaves no file that looks done.
  writeFileSync(`${file}.part`, Buffer.concat(drawnOut));
  renameSync(`${file}.part`, file);
  return file;
}

/** What Chromium is started with so that the file is its only camera and access to it is granted. */
export const fakeCameraArgs = (file: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];

/** Never served: the page that decodes gets everything from the routes below. */
const decoderOrigin = 'http://localhost:1';

async function decodeToJpegs(webm: Buffer): Promise<Buffer[]> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: browserArgs,
  });
  try {
    const page = await browser.newPage();
    await serveDecoder(page, webm);
    await page.goto(decoderOrigin);
    const encoded = await page.evaluate(decodeInPage, jpegQuality);
    return encoded.map((base64) => Buffer.from(base64, 'base64'));
  } finally {
    await browser.close();
  }
}

async function serveDecoder(page: Page, webm: Buffer): Promise<void> {
  const library = join(projectRoot, 'node_modules/mediabunny/dist/bundles/mediabunny.min.mjs');
  await page.route(`${decoderOrigin}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Decoder</title>' }),
  );
  await page.route(`${decoderOrigin}/mediabunny.mjs`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: readFileSync(library) }),
  );
  await page.route(`${decoderOrigin}/clip.webm`, (route) =>
    route.fulfill({ contentType: 'video/webm', body: webm }),
  );
}

/** Runs in the page: every picture of the clip as a JPEG in base64, in order of time. */
async function decodeInPage(quality: number): Promise<string[]> {
  const libraryUrl = '/mediabunny.mjs';
  const { ALL_FORMATS, BlobSource, CanvasSink, Input } = (await import(
    /* @vite-ignore */ libraryUrl
  )) as typeof Mediabunny;
  const clip = await (await fetch('/clip.webm')).blob();
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(clip) });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error('the clip has no video');
  const toBase64 = async (canvas: HTMLCanvasElement | OffscreenCanvas): Promise<string> => {
    const jpeg =
      canvas instanceof OffscreenCanvas
        ? await canvas.convertToBlob({ type: 'image/jpeg', quality })
        : await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    const bytes = new Uint8Array(await (jpeg ?? new Blob()).arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  };
  const pictures: string[] = [];
  for await (const { canvas } of new CanvasSink(track).canvases()) {
    pictures.push(await toBase64(canvas));
  }
  return pictures;
}
