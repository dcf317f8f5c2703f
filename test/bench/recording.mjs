/**
 * What recording costs the pose pipeline: poses a second of the same demo set with and without it,
 * in turn in one run. Wanted: at most 10 % with a hardware encoder, 25 % in software.
 */
/** Runs before the page: counts what the first worker, which is the pose model's, answers. */
const countAnswers = (record) => {
  if (location.protocol === 'about:') return;
  localStorage.setItem('hipline.settings', JSON.stringify({ record }));
  const Plain = globalThis.Worker;
  let made = 0;
  globalThis.poseAnswers = 0;
  globalThis.Worker = class extends Plain {
    constructor(...args) {
      super(...args);
      made += 1;
      if (made === 1) this.addEventListener('message', () => (globalThis.poseAnswers += 1));
    }
  };
};

/** Poses a second in a set that runs. */
async function measure(browser, url, record, { model, sec }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.addInitScript(countAnswers, record);
  await page.goto(`${url}#/train/gluteBridge?source=demo&model=${model}`);
  await page.getByTestId('train-clock').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1000);
  const rate = await page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const from = performance.now();
        const before = globalThis.poseAnswers;
        setTimeout(() => {
          const sec = (performance.now() - from) / 1000;
          resolve((globalThis.poseAnswers - before) / sec);
        }, ms);
      }),
    sec * 1000,
  );
  const encoder = await page.evaluate(async () => {
    const size = { width: 640, height: 360 };
    for (const hardwareAcceleration of ['prefer-hardware', 'prefer-software']) {
      for (const codec of ['avc1.42001f', 'vp8']) {
        const config = { ...size, codec, hardwareAcceleration };
        const { supported } = await VideoEncoder.isConfigSupported(config);
        if (supported) return `${codec}, ${hardwareAcceleration.slice(7)}`;
      }
    }
    return 'none';
  });
  await page.close();
  return { rate, encoder };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/**
 * Poses a second without and with recording, round by round.
 * @param {{ model: string, sec: number, rounds: number }} how
 * @returns {Promise<{ encoder: string, rounds: { without: number, recorded: number }[] }>}
 */
export async function measureRecording(browser, appUrl, how) {
  const rounds = [];
  let encoder = '';
  for (let round = 0; round < how.rounds; round++) {
    const without = await measure(browser, appUrl, 'off', how);
    const recorded = await measure(browser, appUrl, 'video', how);
    encoder = recorded.encoder;
    rounds.push({ without: without.rate, recorded: recorded.rate });
  }
  return { encoder, rounds };
}

/** Share of the frame rate that recording takes, the median of the rounds. */
export const costOf = (rounds) =>
  median(rounds.map(({ without, recorded }) => 1 - recorded / without));
