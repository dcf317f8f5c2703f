import { expect, test } from './harness';

const clip = '/test/fixtures/clips/bridge_side_drop_female.webm';

test('our tracker agrees with pose-detection on the fixture clip', async ({ openHarness }) => {
  const page = await openHarness();
  const result = await page.evaluate(async (url) => {
    const { harness } = window;
    const pictures = await harness.loadPictures(url, 4);
    const track = async (engine: 'roi' | 'poseDetection') => {
      const loaded = await harness.loadEngine({ ...harness.engineOptions, engine, model: 'full' });
      const frames = [];
      for (const [index, source] of pictures.entries()) {
        const picture = { source, widthPx: source.width, heightPx: source.height };
        frames.push(await loaded.detect(picture, index / 7.5));
      }
      loaded.engine.dispose();
      return frames;
    };
    const ours = await track('roi');
    const reference = await track('poseDetection');
    const distancesPx: number[] = [];
    const distancesM: number[] = [];
    for (const [index, frame] of ours.entries()) {
      const other = reference[index];
      for (let k = 0; k < 33; k++) {
        const [a, b] = [frame.image?.[k], other?.image?.[k]];
        if (a && b) distancesPx.push(Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx));
        const [p, q] = [frame.world?.[k], other?.world?.[k]];
        if (p && q) distancesM.push(Math.hypot(p.xM - q.xM, p.yM - q.yM, p.zM - q.zM));
      }
    }
    const readQuantile = (values: number[], share: number): number =>
      values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Infinity;
    return {
      pictures: pictures.length,
      compared: distancesPx.length,
      medianPx: readQuantile(distancesPx, 0.5),
      p95Px: readQuantile(distancesPx, 0.95),
      medianM: readQuantile(distancesM, 0.5),
    };
  }, clip);
  expect(result.pictures).toBe(118);
  expect(result.compared).toBe(118 * 33);
  expect(result.medianPx).toBeLessThan(1);
  expect(result.p95Px).toBeLessThan(4);
  expect(result.medianM).toBeLessThan(0.01);
});

for (const model of ['lite', 'full'] as const) {
  test(`LiteRT sees with the ${model} model what our tracker sees`, async ({ openHarness }) => {
    const page = await openHarness();
    const result = await page.evaluate(
      async ({ url, model }) => {
        const { harness } = window;
        const readQuantile = (values: number[], share: number): number =>
          values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Infinity;
        const pictures = await harness.loadPictures(url, 8);
        const track = async (engine: 'roi' | 'liteRt') => {
          const loaded = await harness.loadEngine({
            ...harness.engineOptions,
            liteRtBaseUrl: '/litert/',
            engine,
            model,
          });
          loaded.engine.begin({ outline: true, lies: true });
          const frames = [];
          for (const [index, source] of pictures.entries()) {
            const picture = { source, widthPx: source.width, heightPx: source.height };
            frames.push(await loaded.detect(picture, index / 3));
          }
          const { info } = loaded;
          loaded.engine.dispose();
          return { frames, engine: info.engine };
        };
        const ours = await track('roi');
        const other = await track('liteRt');
        const [offsPx, offsM, offsRatio]: [number[], number[], number[]] = [[], [], []];
        for (const [index, frame] of ours.frames.entries()) {
          const same = other.frames[index];
          for (let k = 0; k < 33; k++) {
            const [a, b] = [frame.image?.[k], same?.image?.[k]];
            const [p, q] = [frame.world?.[k], same?.world?.[k]];
            if (!a || !b || !p || !q) continue;
            offsPx.push(Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx));
            offsM.push(Math.hypot(p.xM - q.xM, p.yM - q.yM, p.zM - q.zM));
          }
          const dorsal = frame.trunk?.dorsal ?? [];
          for (const [k, sample] of dorsal.entries()) {
            const twin = same?.trunk?.dorsal[k];
            if (sample === undefined || twin === undefined) continue;
            offsRatio.push(Math.abs(sample - twin));
          }
        }
        return {
          ...{ engine: other.engine, pictures: pictures.length },
          points: offsPx.length,
          outlines: offsRatio.length,
          medianPx: readQuantile(offsPx, 0.5),
          p95Px: readQuantile(offsPx, 0.95),
          medianM: readQuantile(offsM, 0.5),
          p95Ratio: readQuantile(offsRatio, 0.95),
        };
      },
      { url: clip, model },
    );
    expect(result.engine).toBe('liteRt');
    expect(result.points).toBe(result.pictures * 33);
    // Each picture's region follows from the one before it, so what differs is passed on: the same
    // bounds as between our tracker and pose-detection.
    expect(result.medianPx).toBeLessThan(1);
    expect(result.p95Px).toBeLessThan(4);
    expect(result.medianM).toBeLessThan(0.01);
    expect(result.outlines > 0).toBe(model === 'full');
    if (model === 'full') expect(result.p95Ratio).toBeLessThan(0.01);
  });
}

test('a lost person is found again in the first picture that shows one', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const seen = await page.evaluate(async (url) => {
    const { harness } = window;
    const [person] = await harness.loadPictures(url, 1, 1);
    if (!person) throw new Error('no picture');
    const blank = await harness.makeBlankPicture(640, 480);
    const loaded = await harness.loadEngine(harness.engineOptions);
    const results: boolean[] = [];
    for (const source of [person, person, blank, blank, blank, person, person]) {
      const frame = await loaded.detect({ source, widthPx: 640, heightPx: 480 }, results.length);
      results.push(frame.image !== undefined);
    }
    return results;
  }, clip);
  expect(seen).toEqual([true, true, false, false, false, true, true]);
});

for (const engine of ['roi', 'poseDetection'] as const) {
  test(`disposing ${engine} frees all that loading it took`, async ({ openHarness }) => {
    const page = await openHarness();
    const tensors = await page.evaluate(
      async ({ url, engine }) => {
        const { harness } = window;
        const [source] = await harness.loadPictures(url, 1, 1);
        if (!source) throw new Error('no picture');
        const before = harness.tf.engine().state.numTensors;
        const loaded = await harness.loadEngine({ ...harness.engineOptions, engine });
        await loaded.detect({ source, widthPx: 640, heightPx: 480 }, 0);
        const during = harness.tf.engine().state.numTensors;
        loaded.engine.dispose();
        return { before, during, after: harness.tf.engine().state.numTensors };
      },
      { url: clip, engine },
    );
    expect(tensors.during).toBeGreaterThan(tensors.before + 100);
    expect(tensors.after).toBe(tensors.before);
  });
}

test('500 pictures, with and without a person, leave no tensor behind', async ({ openHarness }) => {
  const page = await openHarness();
  const counts = await page.evaluate(async (url) => {
    const { harness } = window;
    const pictures = await harness.loadPictures(url, 20);
    pictures.splice(5, 0, await harness.makeBlankPicture(640, 480));
    const client = harness.createClient();
    await client.loadEngine({ ...harness.engineOptions, model: 'full' });
    await client.startRecording({ outline: true, lies: true });
    const counts: number[] = [];
    let found = 0;
    for (let index = 0; index < 520; index++) {
      const source = pictures[index % pictures.length];
      if (!source) throw new Error('no picture');
      const picture = await createImageBitmap(source);
      const outcome = await client.detectPose({
        picture,
        tSec: index / 30,
        widthPx: 640,
        heightPx: 480,
      });
      if (outcome.ok && outcome.value.image) found++;
      const count = await client.countTensors();
      if (count.ok) counts.push(count.value);
    }
    client.dispose();
    return { counts, found };
  }, clip);
  expect(counts.counts).toHaveLength(520);
  expect(new Set(counts.counts.slice(20)).size).toBe(1);
  expect(counts.found).toBeGreaterThan(400);
  expect(counts.found).toBeLessThan(520);
});
