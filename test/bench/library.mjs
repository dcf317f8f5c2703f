/**
 * How long the list of sets takes from the press on its link to its first rows, and with a fresh
 * page, with so many generated sets on the disk: a section of `npm run bench`.
 */
/** Runs in the page: writes sets as the recorder leaves them, over half a year, with stills. */
async function writeSets(count) {
  const root = await navigator.storage.getDirectory();
  const sets = await root.getDirectoryHandle('sets', { create: true });
  const canvas = new OffscreenCanvas(480, 270);
  canvas.getContext('2d').fillRect(0, 0, 480, 270);
  const still = await canvas.convertToBlob({ type: 'image/webp' });
  const options = { exercise: 'gluteBridge', begin: 'now', widthPx: 640, heightPx: 360 };
  const rep = { kind: 'hold', side: null, goodSec: 10, faultySec: 0, unseenSec: 0, faults: [] };
  const write = async (folder, name, data) => {
    const file = await folder.getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    await writable.write(data);
    await writable.close();
  };
  for (let n = 0; n < count; n++) {
    const id = `made-${n}`;
    const folder = await sets.getDirectoryHandle(id, { create: true });
    const manifest = {
      ...{ format: 'hipline.set', version: 2, id, exercise: 'gluteBridge', source: 'camera' },
      startedAtMs: Date.now() - n * 4 * 3_600_000,
      options: { ...options, cameraRollDeg: 0 },
      ...{ loadKg: 0, mirrored: true, appVersion: '0', ruleSet: 'x', model: 'full' },
    };
    const reps = Array.from({ length: 10 }, (_, i) => ({
      ...rep,
      ...{ n: i + 1, startSec: i * 15, endSec: i * 15 + 10 },
      ...{ quality: i % 3 > 0, clean: true },
    }));
    const verdict = {
      ...{ format: 'hipline.verdict', version: 1, exercise: 'gluteBridge', ruleSet: 'x' },
      ...{ view: 'side', durationSec: 150, reps, faults: [], measures: [], cues: [], unknown: [] },
      clocks: { goodSec: 100, faultySec: 0, unseenSec: 0, restSec: 50 },
    };
    const summary = { format: 'hipline.setSummary', version: 2, verdict, droppedPictures: 0 };
    await write(folder, 'still.webp', still);
    await write(folder, 'summary.json', JSON.stringify(summary));
    await write(folder, 'manifest.json', JSON.stringify(manifest));
  }
}

/** Runs in the page: milliseconds from the press on the link until rows are painted. */
const timeOpening = () =>
  new Promise((resolve) => {
    const begin = performance.now();
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-testid=library-row]') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
    });
    observer.observe(document.body, { childList: true, subtree: true });
    location.hash = '#/library';
  });

/**
 * Times the list of so many generated sets in a browser profile of its own.
 * @returns {Promise<{ indexMs: number, pressedMs: number[], freshMs: number[] }>}
 */
export async function measureLibrary(browser, appUrl, sets, rounds) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  try {
    // Not a page of the app, which would look into the sets while they are written.
    await page.goto(new URL('icon.svg', appUrl).href);
    await page.evaluate(writeSets, sets);
    // The first start makes the index, as a first start after an update would.
    const indexFrom = Date.now();
    await page.goto(`${appUrl}?index#/library`);
    await page.getByTestId('library-row').first().waitFor({ timeout: 120_000 });
    const indexMs = Date.now() - indexFrom;
    const pressedMs = [];
    const freshMs = [];
    for (let round = 0; round < rounds; round++) {
      await page.goto(`${appUrl}?${round}#/about`);
      // The app's own start is over: what is timed is the list.
      await page.waitForTimeout(1500);
      pressedMs.push(await page.evaluate(timeOpening));
      await page.goto(`${appUrl}?fresh${round}#/library`);
      await page.getByTestId('library-row').first().waitFor();
      freshMs.push(await page.evaluate(() => performance.now()));
    }
    return { indexMs, pressedMs, freshMs };
  } finally {
    await page.close();
  }
}
