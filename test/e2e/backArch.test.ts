import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../src/cli/setup.mjs';
import { clipPath } from '../support/fakeCamera';
import { expect, type OpenOptions, test } from './story';
import { readSummary } from './summary';

/** Rendered athletes whose spine alone moves, as the product tracked them (test/replay/traces). */
const traceOf = (name: string): string =>
  join(projectRoot, 'test', 'replay', 'traces', `${name}.trace.ndjson.gz`);

/** When the bridge's back begins to arch, and is straight again, by the renderer; its two arches. */
const arches = [
  { onsetSec: 6.9, endSec: 10.8 },
  { onsetSec: 12.6, endSec: 16.5 },
] as const;

/** What the screen said at one moment. */
interface Moment {
  /** Time of the picture that it said it of, seconds. */
  readonly tSec: number;
  readonly state: string | undefined;
  readonly cue: string | undefined;
  readonly goodSec: number;
}

/** The same of the lifts: an arched set-up, then a rounded lift. */
const liftFaults = [
  { onsetSec: 8.2, endSec: 11.3 },
  { onsetSec: 13.2, endSec: 16.2 },
] as const;

/** The user's own words for an arched back, and no gesture in the way. */
const plainWords: OpenOptions['prepare'] = async (context) => {
  await context.addInitScript(() => {
    if (location.protocol === 'about:') return;
    localStorage.setItem('hipline.settings', JSON.stringify({ archWording: 'plain' }));
  });
};

/** Writes down all that the screen says from now on, whenever any of it changes. */
const watchScreen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const moments: Moment[] = [];
    Object.assign(window, { moments });
    const find = (id: string): HTMLElement | null =>
      document.querySelector(`[data-testid="${id}"]`);
    const look = (): void => {
      const clock = find('train-clock');
      if (clock === null) return;
      moments.push({
        tSec: Number(find('train-state')?.dataset.tSec),
        state: find('train-state')?.dataset.state,
        cue: find('train-cue')?.textContent.trim(),
        goodSec: Number(clock.dataset.goodSec),
      });
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });

const readMoments = (page: Page): Promise<readonly Moment[]> =>
  page.evaluate(() => (window as unknown as { moments: Moment[] }).moments);

/** Each stretch in which the alert stood: when it was first and last seen, and the good clock. */
function listAlerts(moments: readonly Moment[]) {
  const alerts: { readonly fromSec: number; toSec: number; readonly goodSec: number[] }[] = [];
  let isOn = false;
  for (const { tSec, state, goodSec } of moments) {
    if (state !== 'warn') isOn = false;
    else if (isOn) {
      const alert = alerts.at(-1);
      alert?.goodSec.push(goodSec);
      if (alert !== undefined) alert.toSec = tSec;
    } else {
      isOn = true;
      alerts.push({ fromSec: tSec, toSec: tSec, goodSec: [goodSec] });
    }
  }
  return alerts;
}

/** The alert comes within two seconds of the truth's onset, stops the good clock, and clears. */
function expectAlerts(
  moments: readonly Moment[],
  wanted: readonly (typeof arches)[number][],
): void {
  const alerts = listAlerts(moments);
  expect(alerts).toHaveLength(wanted.length);
  wanted.forEach(({ onsetSec, endSec }, n) => {
    const { fromSec = NaN, toSec = NaN, goodSec = [] } = alerts[n] ?? {};
    expect(fromSec).toBeGreaterThan(onsetSec);
    expect(fromSec - onsetSec).toBeLessThan(2);
    expect(toSec - endSec).toBeLessThan(1.5);
    expect(Math.max(...goodSec) - Math.min(...goodSec)).toBeLessThan(0.2);
  });
  // The same cue is not said again within eight seconds: the first arch has it.
  const told = moments.find(({ cue }) => cue !== undefined);
  expect(told?.cue).toBe('Don’t arch');
  expect((told?.tSec ?? NaN) - (wanted[0]?.onsetSec ?? NaN)).toBeLessThan(2);
}

test('an arch at unchanged hip height is called within two seconds, stops the good clock, and clears', async ({
  openApp,
}) => {
  const route = '#/train/gluteBridge?source=trace&targetSec=30';
  const page = await openApp({ route, prepare: plainWords });
  await watchScreen(page);
  await page.getByTestId('error-action').locator('input').setInputFiles(traceOf('back_bridge'));
  const { faults } = await readSummary(page);
  expect(faults.filter(({ fault }) => fault === 'backArch')).toHaveLength(2);
  // The hips sink by 10 degrees at the end of the clip, which is another fault; nothing else is.
  expect(faults.filter(({ level }) => level === 'fail')).toEqual([]);
  const moments = await readMoments(page);
  expectAlerts(
    moments.filter(({ tSec }) => tSec < 18),
    arches,
  );
});

test('the same arch is called from the pictures of a video', async ({ openApp }) => {
  const route = '#/train/gluteBridge?source=video&targetSec=30';
  const page = await openApp({ route, prepare: plainWords });
  await watchScreen(page);
  const file = clipPath('bridge_side_arch_female');
  await page.getByTestId('error-action').locator('input').setInputFiles(file);
  const { faults } = await readSummary(page, 120_000);
  expect(faults.map(({ fault, level }) => `${fault} ${level}`)).toEqual(['backArch warn']);
  expectAlerts(await readMoments(page), arches.slice(0, 1));
});

test('an arched set-up and a rounded lift are each named in their repetition', async ({
  openApp,
}) => {
  const route = '#/train/kettlebellDeadlift?source=trace';
  const page = await openApp({ route, prepare: plainWords });
  await watchScreen(page);
  await page.getByTestId('error-action').locator('input').setInputFiles(traceOf('back_deadlift'));
  const { reps, faults } = await readSummary(page);
  expect(reps).toHaveLength(4);
  const ofBack = faults.filter(({ fault }) => fault === 'backArch' || fault === 'backRounds');
  expect(ofBack.map(({ rep, fault, level }) => `${rep} ${fault} ${level}`)).toEqual([
    '2 backArch warn',
    '3 backRounds fail',
  ]);
  // The alert stands within the two faults of the clip: the good lifts are silent.
  const alerts = (await readMoments(page)).filter(
    ({ state }) => state === 'warn' || state === 'fault',
  );
  expect(alerts.length).toBeGreaterThan(0);
  const isOfFault = ({ tSec }: Moment): boolean =>
    liftFaults.some(({ onsetSec, endSec }) => tSec > onsetSec && tSec < endSec + 1.5);
  expect(alerts.filter((moment) => !isOfFault(moment))).toEqual([]);
});
