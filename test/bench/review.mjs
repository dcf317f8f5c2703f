/**
 * How long the review of a set of twenty minutes takes to show its first picture and faults, and to
 * go to another moment. The set is a clip's poses and pictures again and again, in the container
 * that a recording has: it only grows, and carries no index.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { projectRoot } from '../../src/cli/setup.mjs';

const clip = 'bridge_side_drop_female';
const lengthSec = 20 * 60;
const setId = 'twenty-minutes';

/** The clip's pictures, not encoded anew, one time round after the other. */
async function makeVideo() {
  const file = readFileSync(join(projectRoot, `test/fixtures/clips/${clip}.webm`));
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  const packets = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  const roundSec = packets.at(-1).timestamp + packets.at(-1).duration;
  const target = new BufferTarget();
  const output = new Output({
    format: new WebMOutputFormat({ appendOnly: true, minimumClusterDuration: 1 }),
    target,
  });
  const source = new EncodedVideoPacketSource('vp9');
  output.addVideoTrack(source);
  await output.start();
  const decoderConfig = await track.getDecoderConfig();
  for (let fromSec = 0; fromSec < lengthSec; fromSec += roundSec) {
    for (const packet of packets) {
      const moved = packet.clone({ timestamp: packet.timestamp + fromSec });
      await source.add(moved, { decoderConfig });
    }
  }
  await output.finalize();
  return { video: Buffer.from(target.buffer), roundSec };
}

/** The clip's poses at the times of the pictures. */
function makePoses(roundSec) {
  const text = gunzipSync(
    readFileSync(join(projectRoot, `test/replay/traces/${clip}.trace.ndjson.gz`)),
  ).toString('utf8');
  const [header, ...frames] = text.trimEnd().split('\n');
  const cut = frames.map((line) => {
    const [, tSec, rest] = /^\{"tSec":(-?[0-9.]+)(.*)$/.exec(line);
    return [Number(tSec), rest];
  });
  const lines = [header];
  for (let fromSec = 0; fromSec < lengthSec; fromSec += roundSec) {
    for (const [tSec, rest] of cut) {
      if (tSec < roundSec) lines.push(`{"tSec":${(tSec + fromSec).toFixed(4)}${rest}`);
    }
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** What is known of the set before it is judged anew. */
function makeTexts(roundSec) {
  const count = Math.floor(lengthSec / roundSec);
  const of = (from) => Array.from({ length: count }, (_, i) => from(i, i * roundSec));
  const verdict = {
    ...{ format: 'hipline.verdict', version: 1, exercise: 'gluteBridge', ruleSet: 'x' },
    ...{ view: 'side', durationSec: lengthSec, measures: [], cues: [], unknown: [] },
    clocks: { goodSec: 600, faultySec: 200, unseenSec: 0, restSec: 400 },
    reps: of((i, fromSec) => ({
      ...{ n: i + 1, kind: 'hold', side: null, startSec: fromSec + 3, endSec: fromSec + 12 },
      ...{ goodSec: 8, faultySec: 1, unseenSec: 0, quality: true, clean: true },
      faults: ['hipsSag'],
    })),
    faults: of((i, fromSec) => ({
      ...{ id: 'hipsSag', specRow: 'E01-F2', side: null, level: 'fail', startSec: fromSec + 8 },
      ...{ endSec: fromSec + 9, peak: 14, unit: 'deg', provisional: false, rep: i + 1 },
    })),
  };
  const manifest = {
    ...{ format: 'hipline.set', version: 2, id: setId, exercise: 'gluteBridge', source: 'camera' },
    ...{ startedAtMs: Date.now(), loadKg: 0, mirrored: true, appVersion: '0', ruleSet: 'x' },
    ...{ model: 'full', video: 'video.webm' },
    options: {
      ...{ exercise: 'gluteBridge', begin: 'now', widthPx: 640, heightPx: 360 },
      ...{ cameraRollDeg: 0, targetSec: 1 },
    },
  };
  const summary = { format: 'hipline.setSummary', version: 2, verdict, droppedPictures: 0 };
  return {
    'manifest.json': Buffer.from(JSON.stringify(manifest)),
    'summary.json': Buffer.from(JSON.stringify(summary)),
  };
}

/** Runs in the page: keeps the chosen files as a set. */
async function keepFiles(id) {
  const root = await navigator.storage.getDirectory();
  const sets = await root.getDirectoryHandle('sets', { create: true });
  const folder = await sets.getDirectoryHandle(id, { create: true });
  for (const file of document.querySelector('#bench-files').files) {
    const handle = await folder.getFileHandle(file.name, { create: true });
    const writable = await handle.createWritable();
    await writable.write(file);
    await writable.close();
  }
}

async function writeSet(page) {
  const { video, roundSec } = await makeVideo();
  const files = {
    ...makeTexts(roundSec),
    'video.webm': video,
    'poses.ndjson': makePoses(roundSec),
  };
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true, id: 'bench-files' });
    document.body.append(input);
  });
  for (const [name, buffer] of Object.entries(files)) {
    const chosen = { name, mimeType: 'application/octet-stream', buffer };
    await page.locator('#bench-files').setInputFiles(chosen);
    await page.evaluate(keepFiles, setId);
  }
}

/** Runs in the page: milliseconds until the picture and the faults are there, and until all is. */
const timeOpening = (hash) =>
  new Promise((resolve) => {
    const begin = performance.now();
    let firstMs;
    const look = () => {
      const isDrawn = document.querySelector('[data-testid=review-picture][data-drawn=true]');
      const isListed = document.querySelector('[data-testid=ledger] tbody tr');
      const isReady = document.querySelector('[data-testid=review][data-ready=true]');
      if (isDrawn && isListed) firstMs ??= performance.now() - begin;
      if (isReady && firstMs !== undefined) {
        resolve({ firstMs, readyMs: performance.now() - begin });
        return;
      }
      requestAnimationFrame(look);
    };
    location.hash = hash;
    requestAnimationFrame(look);
  });

/** Runs in the page: milliseconds from the move of the slider until that frame is drawn. */
const timeSeeks = async (count) => {
  const slider = document.querySelector('[data-testid=review-moment]');
  const picture = document.querySelector('[data-testid=review-picture]');
  const endSec = Number(slider.max);
  const times = [];
  for (let n = 0; n < count; n++) {
    // Spread over the set, each far from the last.
    const atSec = endSec * ((n * 0.618034) % 1);
    const begin = performance.now();
    slider.value = String(atSec);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => {
      const look = () => {
        const shownSec = Number(picture.dataset.shownSec);
        if (shownSec <= atSec + 1e-3 && atSec - shownSec < 0.05) resolve();
        else requestAnimationFrame(look);
      };
      look();
    });
    times.push(performance.now() - begin);
  }
  return times;
};

/**
 * Milliseconds until the picture and the faults are there, until every frame is measured anew, and
 * until another moment is shown.
 * @returns {Promise<{ firstMs: number[], readyMs: number[], seekMs: number[] }>}
 */
export async function measureReview(browser, appUrl, rounds) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  try {
    await page.goto(`${appUrl}#/about`);
    await writeSet(page);
    const all = { firstMs: [], readyMs: [], seekMs: [] };
    for (let round = 0; round < rounds; round++) {
      await page.goto(`${appUrl}?review${round}#/about`);
      await page.waitForTimeout(1500);
      const { firstMs, readyMs } = await page.evaluate(timeOpening, `#/review/${setId}`);
      all.firstMs.push(firstMs);
      all.readyMs.push(readyMs);
      all.seekMs.push(...(await page.evaluate(timeSeeks, 40)));
    }
    return all;
  } finally {
    await page.close();
  }
}
