/** What the cost grows with: picture, people, frame rate, length of the set, sets on the disk. */
import { openBenchPage } from './engines.mjs';
import { loadJudge, readTraceText } from './judgeBundle.mjs';
import { measureLibrary } from './library.mjs';
import { cell, median, toTable } from './report.mjs';

const widthsPx = [320, 640, 1280, 1920];
const crowds = [1, 2, 3];
const ratesHz = [10, 15, 30, 60];
const minutes = [1, 5, 20, 60];
const librarySizes = [10, 100, 1000];

async function measurePictures({ browser, server, options }) {
  const page = await openBenchPage(browser, server);
  try {
    return await page.evaluate(
      (given) => globalThis.measureScaling(...given),
      [`/test/fixtures/clips/${options.clip}.webm`, widthsPx, crowds, options.rounds],
    );
  } finally {
    await page.close();
  }
}

const toPictureRow =
  (what) =>
  ([key, { trackedMs, searchedMs }]) => [
    what(key),
    `${cell(median(trackedMs))} ms a picture, ${cell(median(searchedMs))} ms where all have to be found`,
  ];

async function measureJudge() {
  const { judgeHour, judgeAt } = await loadJudge();
  const trace = readTraceText('bridge_side_drop_female');
  judgeHour(trace, 60);
  return [
    ...ratesHz.map((rateHz) => {
      const { frames, seconds } = judgeAt(trace, 120, rateHz);
      return [`${rateHz} frames a second`, `${cell((1e6 * seconds) / frames, 0)} µs a frame`];
    }),
    ...minutes.map((length) => {
      const { frames, seconds } = judgeHour(trace, 60 * length);
      return [`a set of ${length} min`, `${cell((1e6 * seconds) / frames, 0)} µs a frame`];
    }),
  ];
}

/** @returns lines of the section */
export async function measureScaling(bench) {
  const { widths, people } = await measurePictures(bench);
  const library = [];
  for (const sets of librarySizes) {
    const { pressedMs, freshMs } = await measureLibrary(bench.browser, bench.appUrl, sets, 3);
    library.push([
      `${sets} sets in the library`,
      `${cell(median(pressedMs), 0)} ms to its first rows, ${cell(median(freshMs), 0)} ms with a fresh page`,
    ]);
  }
  const rows = [
    ...widths.map(toPictureRow((widthPx) => `pictures of ${widthPx} px`)),
    ...people.map(toPictureRow((n) => `${n} ${n === 1 ? 'person' : 'people'} in view`)),
    ...(await measureJudge()),
    ...library,
  ];
  return [
    'Pictures with the lite model on TF.js wasm, from picture to snapshot. A picture of any size is drawn into a crop of 256 px, so its width costs only the drawing, and a smaller one brings nothing. People cost while the athlete is searched for: one detector run, one landmark run for each of up to three. The judge looks back over windows of up to a second and keeps four, so a frame costs more at more frames a second, and the same at any length of set. Cores: TF.js uses one; LiteRT up to four (engines, above).',
    '',
    ...toTable(['with', 'cost'], rows),
  ];
}
