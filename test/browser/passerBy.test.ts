import { expect, test } from './harness';

const clips = '/test/fixtures/clips/';
const fps = 10;
/** The passer-by is in the picture from picture 25 on, for 40 pictures. */
const entersAt = 25;
const crossesIn = 40;

/**
 * Who trains, and the colours of the one who walks by, so to say the clothes. Before someone who lies
 * the walker covers a part of the trunk for a moment: the pose stays true, and nothing is said.
 */
const scenes = [
  {
    name: 'a lying athlete',
    athlete: 'bridge_side_male',
    lies: true,
    covers: false,
    filter: 'none',
  },
  {
    name: 'a standing athlete',
    athlete: 'squat_front_female',
    lies: false,
    covers: true,
    filter: 'hue-rotate(150deg) brightness(0.6)',
  },
] as const;

for (const { name, athlete, lies, covers, filter } of scenes) {
  test(`who walks by before ${name} never takes over${covers ? ', and is said' : ''}`, async ({
    openHarness,
  }) => {
    const page = await openHarness();
    const seen = await page.evaluate(
      async ({ url, walkerUrl, lies, filter, entersAt, crossesIn, fps }) => {
        const { harness } = window;
        const full = await harness.loadEngine({ ...harness.engineOptions, model: 'full' });
        const [walker] = await harness.loadPictures(walkerUrl, 1, 1);
        if (!walker || !(full.engine instanceof harness.RoiTracker)) throw new Error('no walker');
        const cutOut = await harness.cutOut(full.engine, walker, filter);
        full.engine.dispose();
        const alone = await harness.loadPictures(url, 30 / fps, 90);
        const crossed: ImageBitmap[] = [];
        for (const [index, picture] of alone.entries()) {
          const share = (index - entersAt) / crossesIn;
          const shiftPx = (2 * share - 1) * picture.width;
          const isThere = share >= 0 && share <= 1;
          crossed.push(isThere ? await harness.putBefore(picture, cutOut, shiftPx, 1.3) : picture);
        }
        const loaded = await harness.loadEngine(harness.engineOptions);
        const track = async (pictures: readonly ImageBitmap[]) => {
          loaded.engine.begin({ outline: false, lies });
          const frames = [];
          for (const [index, source] of pictures.entries()) {
            const picture = { source, widthPx: source.width, heightPx: source.height };
            frames.push(await loaded.detect(picture, index / fps));
          }
          return frames;
        };
        const plain = await track(alone);
        const hips = (frame: (typeof plain)[number] | undefined) => {
          const [l, r] = [frame?.image?.[23], frame?.image?.[24]];
          return l && r && { xPx: (l.xPx + r.xPx) / 2, yPx: (l.yPx + r.yPx) / 2 };
        };
        const states = (await track(crossed)).map((frame, index) => {
          const [here, own] = [hips(frame), hips(plain[index])];
          const offPx = here && own && Math.hypot(here.xPx - own.xPx, here.yPx - own.yPx);
          return { offPx, occludedBy: frame.occludedBy };
        });
        loaded.engine.dispose();
        return { states, plainSeen: plain.every(({ image }) => image !== undefined) };
      },
      {
        url: `${clips}${athlete}.webm`,
        walkerUrl: `${clips}squat_front_female.webm`,
        ...{ lies, filter, entersAt, crossesIn, fps },
      },
    );
    expect(seen.plainSeen).toBe(true);
    // Whatever is given as the athlete's pose is theirs: no hip is farther off than a hand.
    const offsPx = seen.states.flatMap(({ offPx }) => (offPx === undefined ? [] : [offPx]));
    expect(Math.max(...offsPx)).toBeLessThan(40);
    expect(offsPx.length).toBeGreaterThan(60);
    const hidden = seen.states.flatMap(({ occludedBy }, at) => (occludedBy ? [at] : []));
    expect(hidden.length > 1).toBe(covers);
    for (const at of hidden) {
      // Within half a second of the way being free the athlete is found again.
      expect(at).toBeGreaterThan(entersAt);
      expect(at).toBeLessThanOrEqual(entersAt + crossesIn + fps / 2);
    }
    expect(seen.states.slice(-10).every(({ offPx }) => offPx !== undefined)).toBe(true);
  });
}
