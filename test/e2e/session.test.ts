import type { Page } from '@playwright/test';
import { beginLying, bridge, hipsAt, train } from '../support/liveTrace';
import type { PoseBuilder } from '../support/poseBuilder';
import type { TraceBuilder } from '../support/traceBuilder';
import { expect, expectAccessible, readVoice, test } from './story';
import { readSummary } from './summary';

const raising = (arms: 'left' | 'right' | 'both' | undefined) => (now: PoseBuilder) =>
  now.raising(arms);
const wave = (made: TraceBuilder, arms: 'left' | 'right' | 'both'): TraceBuilder =>
  made.become(raising(arms)).stay(2).become(raising(undefined)).stay(1.5);

const route = '#/train/gluteBridge?source=trace&live=true';

const readWords = async (page: Page): Promise<readonly string[]> =>
  (await readVoice(page)).flatMap(({ text }) => text ?? []);

test('a session of 10 × 10 s: counted in, ten holds, what is asked, the result', async ({
  openApp,
}) => {
  const page = await openApp({ route: `${route}&stage=A`, countdown: true });
  const made = beginLying();
  for (let i = 0; i < 10; i++) bridge(made, 180, 10.6);
  await train(page, made.stay(3).toTrace('gluteBridge'));
  await expect(page.getByTestId('break')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  const { reps } = await readSummary(page);
  expect(reps.filter(({ quality }) => quality)).toHaveLength(10);
  const words = await readWords(page);
  expect(words.slice(0, 4)).toEqual(['3', '2', '1', 'Go. Lift when you are ready. Count aloud.']);
  expect(words.filter((text) => text === 'Hold done. Come down.')).toHaveLength(10);
  // In the holds 1, 4, 7 and 10; whoever breathes needs no more.
  expect(words.filter((text) => text === 'Keep breathing')).toHaveLength(4);
  expect(words.filter((text) => text.startsWith('Set done.'))).toHaveLength(1);
});

test('an arm pauses, goes on, and tells how a hold felt before its result', async ({ openApp }) => {
  const page = await openApp({ route: `${route}&stage=B&targetSec=2&doseReps=3` });
  const paused = wave(wave(beginLying(), 'left'), 'right');
  const told = wave(bridge(paused), 'both')
    .move(1, hipsAt(180))
    .stay(1.2)
    .move(0.6, hipsAt(163))
    .stay(2.2)
    .move(1, hipsAt(118))
    .stay(2);
  await train(page, bridge(wave(told, 'both')).stay(3).toTrace('gluteBridge'));
  const { reps } = await readSummary(page);
  expect(reps).toHaveLength(3);
  const words = await readWords(page);
  expect(words).toContain('Paused. One arm up goes on, both arms up finish.');
  expect(words).toContain('Going on.');
  expect(words).toContain('How was that one?');
  expect(words.filter((text) => text.startsWith('Measured:'))).toEqual([
    'Measured: in line.',
    'Measured: low.',
  ]);
  await expect(page.getByTestId('summary-felt')).toBeVisible();
});

/** Answers the questions on what was felt; the rest is passed over. */
async function tellWellFelt(page: Page, amount: string): Promise<void> {
  await expect(page.getByTestId('break')).toBeVisible({ timeout: 60_000 });
  for (const [id, answer] of Object.entries({ height: 'In line', amount, confidence: '5' })) {
    const chips = page.getByTestId(`question-${id}`);
    await chips.getByRole('button', { name: answer, exact: true }).click();
  }
  await page.getByTestId('break-skip-all').click();
  await expect(page.getByTestId('summary')).toBeVisible();
}

test('two good sessions take mirror away, a poor one gives it back', async ({ openApp }) => {
  const page = await openApp({ route: `${route}&targetSec=2&doseReps=1` });
  const good = bridge(beginLying()).stay(3).toTrace('gluteBridge');
  await train(page, good);
  await tellWellFelt(page, '2');
  await page.getByRole('button', { name: 'Again' }).click();
  await tellWellFelt(page, '2');
  await expect(page.getByTestId('summary-felt')).toContainText(
    'Next time with less mirror: Two in three.',
  );
  const poor = bridge(beginLying(), 158, 3).stay(3).toTrace('gluteBridge');
  await page.goto('about:blank');
  await page.goBack();
  await train(page, poor);
  await readSummary(page);
  await expect(page.getByTestId('summary-felt')).toContainText('Next time with more mirror: Band.');
});
