import { expect, test } from './harness';

/** At 60 a second, with gaps and jitter as a phone in the dark has them. */
const times = Array.from({ length: 24 }, (_, i) => i / 60 + (i > 9 ? 0.05 : 0) + (i % 3) * 0.004);

test('a portrait video of uneven pictures is read at its own times, turned upright', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const read = await page.evaluate(async (presented) => {
    const { makePhoneVideo, readVideo } = window.harness;
    const video = await makePhoneVideo(presented);
    return {
      whole: await readVideo(video),
      part: await readVideo(video, { fromSec: 0.1, toSec: 0.3 }),
    };
  }, times);
  expect(read.whole.sizes).toEqual(['180x320']);
  expect(read.whole.times).toHaveLength(times.length);
  times.forEach((tSec, i) => {
    expect(Math.abs((read.whole.times[i] ?? NaN) - tSec), `picture ${i}`).toBeLessThan(0.001);
  });
  // The part begins with the picture that stands at its beginning.
  const within = times.filter((tSec) => tSec > 0.1 && tSec < 0.3).map((tSec) => tSec - 0.1);
  expect(read.part.times).toHaveLength(within.length + 1);
  expect(read.part.times[0]).toBe(0);
  within.forEach((tSec, i) => {
    expect(Math.abs((read.part.times[i + 1] ?? NaN) - tSec)).toBeLessThan(0.001);
  });
});
