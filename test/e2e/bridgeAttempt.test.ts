import { computeTrueHolds, readClipTruth } from '../support/clipTruth';
import { expect, readVoice, test } from './story';
import { readSummary } from './summary';

test('a rise that never reaches the line is listed as an attempt with nothing good', async ({
  openApp,
}) => {
  const clip = 'bridge_side_male';
  const page = await openApp({
    camera: clip,
    route: '#/train/gluteBridge?source=camera&targetSec=1&doseReps=2&model=full',
  });
  await expect(page.getByTestId('train-clock')).toBeVisible({ timeout: 30_000 });
  const { reps, faults } = await readSummary(page);

  expect(reps.map(({ kind }) => kind)).toEqual(['hold', 'attempt', 'hold']);
  expect(reps[1]).toMatchObject({ quality: false, goodSec: 0, faults: ['hipsLow'] });
  expect(faults.map(({ fault, rep }) => `${rep} ${fault}`)).toContain('2 hipsLow');
  const [first, last] = computeTrueHolds(readClipTruth(clip));
  expect(Math.abs(reps[0]!.goodSec - first!.goodSec)).toBeLessThan(0.5);
  expect(Math.abs(reps[2]!.goodSec - last!.goodSec)).toBeLessThan(0.5);
  expect((await readVoice(page)).map(({ text }) => text)).toContain('Hips in line');
});
