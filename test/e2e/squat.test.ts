import { expect, readVoice, test } from './story';
import { readSummary } from './summary';

test('four squats before the camera: the knees cave in two of them', async ({ openApp }) => {
  const page = await openApp({
    camera: 'squat_front_female',
    route: '#/train/squat?source=camera&doseReps=4&model=full',
  });
  await expect(page.getByTestId('train-count')).toBeVisible({ timeout: 30_000 });
  const { reps, faults } = await readSummary(page);

  expect(reps.map(({ kind }) => kind)).toEqual(['rep', 'rep', 'rep', 'rep']);
  expect(reps.map((rep) => rep.faults.includes('kneesCave'))).toEqual([false, true, false, true]);
  const caves = faults.filter(({ fault }) => fault === 'kneesCave');
  const sidesOf = (rep: number): (string | undefined)[] =>
    caves
      .filter((cave) => cave.rep === rep && cave.level === 'fail')
      .map(({ side }) => side)
      .sort();
  // Left and right are hers, although the picture is mirrored.
  expect(sidesOf(2)).toEqual(['left', 'right']);
  expect(sidesOf(4)).toEqual(['left']);
  expect((await readVoice(page)).map(({ text }) => text)).toContain('Knees out');
});
