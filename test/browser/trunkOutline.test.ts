import { expect, test } from './harness';

const clip = '/test/fixtures/clips/bridge_side_drop_female.webm';

test('the trunk’s outline comes at least six times a second where it is wanted', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const result = await page.evaluate(async (url) => {
    const { harness } = window;
    const pictures = await harness.loadPictures(url, 1, 60);
    const track = async (model: 'lite' | 'full', outline: boolean) => {
      const loaded = await harness.loadEngine({ ...harness.engineOptions, model });
      loaded.engine.begin({ outline, lies: true });
      const frames = [];
      for (const [index, source] of pictures.entries()) {
        const picture = { source, widthPx: source.width, heightPx: source.height };
        frames.push(await loaded.detect(picture, index / 30));
      }
      loaded.engine.dispose();
      return frames;
    };
    const withOutline = await track('full', true);
    const without = await track('full', false);
    const trunks = withOutline.filter(({ trunk }) => trunk !== undefined);
    const stationCounts = trunks.map(({ trunk }) => ({
      dorsal: trunk?.dorsal.filter((one) => one !== undefined).length ?? 0,
      ventral: trunk?.ventral.filter((one) => one !== undefined).length ?? 0,
    }));
    return {
      trunks: trunks.length,
      stationCounts,
      unwanted: without.filter(({ trunk }) => trunk !== undefined).length,
      samePoses: withOutline.every(
        ({ image }, index) => JSON.stringify(image) === JSON.stringify(without[index]?.image),
      ),
      fromLite: (await track('lite', true)).filter(({ trunk }) => trunk !== undefined).length,
    };
  }, clip);
  expect(result.trunks).toBeGreaterThanOrEqual(12);
  expect(result.trunks).toBeLessThanOrEqual(20);
  // She lies with her back on the mat: the belly's outline is seen along most of the trunk.
  for (const { ventral } of result.stationCounts) expect(ventral).toBeGreaterThan(20);
  expect(result.unwanted).toBe(0);
  expect(result.samePoses).toBe(true);
  expect(result.fromLite).toBe(0);
});
