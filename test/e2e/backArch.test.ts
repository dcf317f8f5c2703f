import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../src/cli/setup.mjs';
import { expect, type OpenOptions, test } from './story';
import { readSummary } from './summary';

/** Rendered athletes whose spine alone moves, as the product tracked them (test/replay/traces). */
const traceOf = (name: string): string =>
  join(projectRoot, 'test', 'replay', 'traces', `${name}.trace.ndjson.gz`);

/** What the screen said at one moment. */
interface Moment {
  readonly state: string | undefined;
  readonly cue: string | undefined;
  readonly goodSec: number;
}

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

test('an arch at unchanged hip height is called, stops the good clock, and clears', async ({
  openApp,
}) => {
  const route = '#/train/gluteBridge?source=trace&targetSec=30';
  const page = await openApp({ route, prepare: plainWords });
  await watchScreen(page);
  await page.getByTestId('error-action').locator('input').setInputFiles(traceOf('back_bridge'));
  const { faults } = await readSummary(page);
  const arches = faults.filter(({ fault }) => fault === 'backArch');
  expect(arches).toHaveLength(2);
  // The hips sink by 10 degrees at the end of the clip, which is another fault; nothing else is.
  expect(faults.filter(({ level }) => level === 'fail')).toEqual([]);

  const moments = await readMoments(page);
  const told = moments.filter(({ cue }) => cue === 'Don’t arch');
  expect(told.length).toBeGreaterThan(0);
  const called = moments.findIndex(({ cue }) => cue === 'Don’t arch');
  const cleared = moments.findIndex(({ state }, n) => n > called && state === 'good');
  expect(cleared).toBeGreaterThan(called);
  const during = moments.slice(called, cleared).filter(({ state }) => state === 'warn');
  const clock = during.map(({ goodSec }) => goodSec);
  expect(Math.max(...clock) - Math.min(...clock)).toBeLessThan(0.2);
});

test('an arched set-up and a rounded lift are each named in their repetition', async ({
  openApp,
}) => {
  const route = '#/train/kettlebellDeadlift?source=trace';
  const page = await openApp({ route, prepare: plainWords });
  await page.getByTestId('error-action').locator('input').setInputFiles(traceOf('back_deadlift'));
  const { reps, faults } = await readSummary(page);
  expect(reps).toHaveLength(4);
  const ofBack = faults.filter(({ fault }) => fault === 'backArch' || fault === 'backRounds');
  expect(ofBack.map(({ rep, fault, level }) => `${rep} ${fault} ${level}`)).toEqual([
    '2 backArch warn',
    '3 backRounds fail',
  ]);
});
