import { expect, test } from './harness';

const clips = '/test/fixtures/clips/';
const fps = 10;
const pictureCount = 100;
/** The passer-by is in the picture from picture 25 on, and walks for 40 pictures. */
const entersAt = 25;
const crossesIn = 40;

/**
 * Who trains, the colours of the one who walks by, so to say the clothes, and for how many pictures
 * they stop before the athlete, as a coach does. Before someone who lies this walker covers a part
 * of the trunk for a moment: the pose stays true, and nothing is said.
 */
const scenes = [
  {
    name: 'a lying athlete',
    athlete: 'bridge_side_male',
    lies: true,
    covers: false,
    filter: 'none',
    stopsFor: 0,
  },
  {
    name: 'a standing athlete',
    athlete: 'squat_front_female',
    lies: false,
    covers: true,
    filter: 'hue-rotate(150deg) brightness(0.6)',
    stopsFor: 0,
  },
  {
    name: 'a standing athlete and stops there',
    athlete: 'squat_front_female',
    lies: false,
    covers: true,
    filter: 'hue-rotate(150deg) brightness(0.6)',
    stopsFor: 20,
  },
] as const;

for (const { name, athlete, lies, covers, filter, stopsFor } of scenes) {
  test(`who walks by before ${name} never takes over${covers ? ', and is said' : ''}`, async ({
    openHarness,
  }) => {
    const page = await openHarness();
    const seen = await page.evaluate(
      async ({
        url,
        walkerUrl,
        lies,
        filter,
        entersAt,
        crossesIn,
        stopsFor,
        pictureCount,
        fps,
      }) => {
        const { harness } = window;
        const full = await harness.loadEngine({ ...harness.engineOptions, model: 'full' });
        const [walker] = await harness.loadPictures(walkerUrl, 1, 1);
        if (!walker || !(full.engine instanceof harness.RoiTracker)) throw new Error('no walker');
        const cutOut = await harness.cutOut(full.engine, walker, filter);
        full.engine.dispose();
        const alone = await harness.loadPictures(url, 30 / fps, pictureCount);
        const crossed: ImageBitmap[] = [];
        for (const [index, picture] of alone.entries()) {
          const walked = index - entersAt;
          const isPast = walked > crossesIn / 2;
          const at = isPast ? Math.max(crossesIn / 2, walked - stopsFor) : walked;
          const share = at / crossesIn;
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
        ...{ lies, filter, entersAt, crossesIn, stopsFor, pictureCount, fps },
      },
    );
    expect(seen.plainSeen).toBe(true);
    // Whatever is given as the athlete's pose is theirs: no hip is farther off than a hand.
    const offsPx = seen.states.flatMap(({ offPx }) => (offPx === undefined ? [] : [offPx]));
    expect(Math.max(...offsPx)).toBeLessThan(40);
    expect(offsPx.length).toBeGreaterThan(60);
    const hidden = seen.states.flatMap(({ occludedBy }, at) => (occludedBy ? [at] : []));
    expect(hidden.length > 1).toBe(covers);
    expect(hidden.length).toBeGreaterThanOrEqual(stopsFor);
    for (const at of hidden) {
      // Within half a second of the way being free the athlete is found again.
      expect(at).toBeGreaterThan(entersAt);
      expect(at).toBeLessThanOrEqual(entersAt + crossesIn + stopsFor + fps / 2);
    }
    expect(seen.states.slice(-10).every(({ offPx }) => offPx !== undefined)).toBe(true);
  });
}
