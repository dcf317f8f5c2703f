import { bridgeOnLeft, bridgeOnRight } from '../support/floorShapes';
import { train } from '../support/liveTrace';
import { pose, type PoseBuilder } from '../support/poseBuilder';
import { film, type TraceBuilder } from '../support/traceBuilder';
import { expect, expectAccessible, readVoice, test } from './story';
import { readSummary } from './summary';

type OneLeg = typeof bridgeOnLeft;

const on =
  (leg: OneLeg, numbers: Partial<OneLeg['rest']>) =>
  (now: PoseBuilder): PoseBuilder =>
    now.shaped(leg, numbers);

/** Up on both legs, one of them straightened, held, down again; not still for long, or a set begins. */
const bridgeOn = (made: TraceBuilder, leg: OneLeg, dipDeg = 0): TraceBuilder =>
  made
    .move(1, on(leg, { trunkThighDeg: 180 }))
    .stay(1.2)
    .move(0.8, on(leg, { freeKneeDeg: 4 }))
    .stay(2)
    .move(0.6, on(leg, { freeHipDropDeg: dipDeg }))
    .stay(3)
    .move(0.8, on(leg, { freeKneeDeg: 130, freeHipDropDeg: 0 }))
    .move(1, on(leg, leg.rest))
    .stay(0.3);

const onLeft = pose().shaped(bridgeOnLeft).with({ pxPerM: 380 }).noisy(0.6);
const onRight = pose().shaped(bridgeOnRight).with({ pxPerM: 380 }).noisy(0.6);
/** Before a laptop on a table, the free leg nearer to it. */
const high = onRight.seenFrom('leftSide').with({ elevationDeg: 22, pxPerM: 230 });

test('a single-leg bridge: one side, rest, the other, then the view that shows the pelvis', async ({
  openApp,
}) => {
  const page = await openApp({
    route: '#/train/singleLegBridge?source=trace&live=true&stage=A&targetSec=3&doseReps=1',
  });
  const first = bridgeOn(film(onLeft).stay(7), bridgeOnLeft);
  const both = bridgeOn(first.become(() => onRight).stay(8), bridgeOnRight);
  await train(page, both.stay(2).toTrace('singleLegBridge'));

  const rest = page.getByTestId('break');
  await expect(rest).toContainText('Next: Single-leg bridge · On the right leg', {
    timeout: 60_000,
  });
  await expectAccessible(page);
  await page.getByTestId('break-go-on').click();
  const low = await readSummary(page);
  expect(low.reps.map(({ kind, quality }) => [kind, quality])).toEqual([
    ['hold', true],
    ['hold', true],
  ]);
  await expect(page.getByTestId('summary-side')).toHaveCount(0);
  const dips = page.getByTestId('summary-not-judged').locator('[data-fault=pelvisDips]');
  await expect(dips).toBeVisible();
  const words = (await readVoice(page)).flatMap(({ text }) => text ?? []);
  expect(words).toContain('Rest. 60 seconds.');
  expect(words).toContain('Next set. On the right leg');

  // From a table's height the same hold shows how the pelvis is kept.
  await page.getByTestId('next-pass').click();
  await train(
    page,
    bridgeOn(film(high).stay(7), bridgeOnRight, 14).stay(2).toTrace('singleLegBridge'),
  );
  await page.getByTestId('break-finish').click({ timeout: 60_000 });
  const { faults } = await readSummary(page);
  expect(faults.map(({ fault }) => fault)).toContain('pelvisDips');
});
