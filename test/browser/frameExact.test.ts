import { expect, test } from './harness';

test('a moment of a recorded video shows the picture of its own time, in all that is written', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const kinds = [
    { file: 'video.mp4', codec: 'avc' },
    { file: 'video.webm', codec: 'vp8' },
  ] as const;
  const encoded: string[] = [];
  for (const kind of kinds) {
    const shown = await page.evaluate((of) => window.harness.frames.showMoments(of), kind);
    // Not every build of Chromium encodes H.264; VP8 all do.
    if (shown === undefined) continue;
    encoded.push(kind.codec);
    expect(shown).toHaveLength(76);
    for (const { wantedN, wantedSec, n, sec, atSec } of shown) {
      // What the picture itself says, and the time stamp that was decoded with it.
      expect({ atSec, n }).toEqual({ atSec, n: wantedN });
      expect(sec).toBeCloseTo(wantedSec, 3);
    }
  }
  expect(encoded).toContain('vp8');
});
