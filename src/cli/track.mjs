/**
 * npm run --silent track -- VIDEO --out TRACE [--exercise ID] [--model lite|full|heavy] [--maxFps N]
 * Runs the product's own worker over every frame of a video in headless Chromium and writes the
 * trace. Exit 2 and one line on standard error where the request or the video is refused.
 */
import { createReadStream, createWriteStream, rmSync, renameSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { browserArgs, ensureBrowser } from './browser.mjs';
import { startServer } from './serve.mjs';
import { ensureBuilt, orSayWhy } from './setup.mjs';

/** @typedef {{ video: string, out: string, exercise?: string, model: string, maxFps?: number }} Request */
/** @typedef {{ widthPx: number, heightPx: number, frameCount: number }} Tracked */

/** An input that is refused: one line for the user, exit 2. */
class Refused extends Error {}

const usage =
  'usage: track VIDEO --out TRACE [--exercise ID] [--model lite|full|heavy] [--maxFps N]';

/**
 * @param {string[]} args
 * @returns {Request} Throws a Refused.
 */
function readRequest(args) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        exercise: { type: 'string' },
        model: { type: 'string', default: 'full' },
        maxFps: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}; ${usage}`);
  }
  const { out, exercise, model, maxFps } = parsed.values;
  const [video, ...others] = parsed.positionals;
  if (video === undefined || others.length > 0 || out === undefined) throw new Refused(usage);
  if (!['lite', 'full', 'heavy'].includes(model)) {
    throw new Refused('--model is one of lite, full, heavy');
  }
  if (exercise !== undefined && !/^[a-z][A-Za-z]{0,39}$/.test(exercise)) {
    throw new Refused('--exercise is the id of an exercise');
  }
  const fps = maxFps === undefined ? undefined : Number(maxFps);
  if (fps !== undefined && !(fps > 0 && fps <= 1000)) {
    throw new Refused('--maxFps is a number of frames a second');
  }
  if (statSync(video, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new Refused(`${video}: there is no such file`);
  }
  return {
    video,
    out,
    model,
    ...(exercise === undefined ? {} : { exercise }),
    ...(fps === undefined ? {} : { maxFps: fps }),
  };
}

/**
 * Tracks the video in a browser of its own.
 * @param {Request} request
 * @param {(lines: string[]) => Promise<void>} writeFrames Called in order of time.
 * @returns {Promise<Tracked>} Rejects with a Refused where the video cannot be read.
 */
async function trackInBrowser({ video, model, maxFps, exercise }, writeFrames) {
  const { chromium } = await import('@playwright/test');
  const server = await startServer({ port: 0 });
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [...browserArgs, '--disable-renderer-backgrounding'],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.exposeFunction('writeFrames', writeFrames);
    await page.goto(`${server.url}src/app/track.html`);
    await page.waitForFunction('"trackVideo" in window');
    await page.setInputFiles('#video', video);
    const asked = JSON.stringify({ model, maxFps, exercise });
    const outcome = /** @type {Tracked | { refused: string }} */ (
      await page.evaluate(`window.trackVideo(${asked})`)
    );
    if ('refused' in outcome) throw new Refused(`${video}: ${outcome.refused}`);
    return outcome;
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * The mean frame rate over the first frames; their own times may be rounded to milliseconds.
 * @param {readonly number[]} times Seconds.
 * @returns {number | undefined} Frames a second; undefined for a single frame.
 */
function computeFps(times) {
  const lengthSec = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return lengthSec <= 0 ? undefined : Number(((times.length - 1) / lengthSec).toFixed(2));
}

/** @param {Request} request */
async function track(request) {
  const { video, out, exercise, model } = request;
  const framesFile = `${out}.frames`;
  const frames = createWriteStream(framesFile);
  /** @type {number[]} */
  const times = [];
  try {
    const failed = new Promise((_resolve, reject) => {
      frames.on('error', (error) => reject(new Refused(error.message)));
    });
    failed.catch(() => undefined);
    /** @param {string[]} lines */
    const writeFrames = async (lines) => {
      for (const line of lines) {
        if (times.length < 600) times.push(JSON.parse(line).tSec);
      }
      const text = lines.map((line) => `${line}\n`).join('');
      await Promise.race([failed, new Promise((resolve) => frames.write(text, resolve))]);
    };
    const { widthPx, heightPx } = await trackInBrowser(request, writeFrames);
    await Promise.race([failed, new Promise((resolve) => frames.end(resolve))]);
    const fps = computeFps(times);
    const header = {
      format: 'hipline.trace',
      version: 1,
      ...(exercise === undefined ? {} : { exercise }),
      widthPx,
      heightPx,
      ...(fps === undefined ? {} : { fps }),
      keypoints: 'blazepose33',
      model,
      source: basename(video),
      cameraRollDeg: 0,
      mirrored: false,
    };
    await writeTrace(out, header, framesFile);
  } finally {
    frames.destroy();
    rmSync(framesFile, { force: true });
  }
}

/**
 * Header and frames in one file, gzipped where its name ends in .gz. It appears whole or not at all.
 * @param {string} out
 * @param {object} header
 * @param {string} framesFile
 */
async function writeTrace(out, header, framesFile) {
  const part = `${out}.part`;
  async function* content() {
    yield `${JSON.stringify(header)}\n`;
    yield* createReadStream(framesFile);
  }
  const target = createWriteStream(part);
  try {
    if (out.endsWith('.gz')) await pipeline(Readable.from(content()), createGzip(), target);
    else await pipeline(Readable.from(content()), target);
    renameSync(part, out);
  } finally {
    rmSync(part, { force: true });
  }
}

await orSayWhy(async () => {
  try {
    const request = readRequest(process.argv.slice(2));
    await ensureBuilt();
    await track(request);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // One line, whatever the message holds.
    process.stderr.write(`${error.message.replaceAll(/\s+/g, ' ')}\n`);
    process.exitCode = 2;
  }
});
