import { describe, expect, it } from 'vitest';
import { joinMeasures } from '../../../src/core/coach/measureLog';
import type { MeasureSummary } from '../../../src/core/coach/snapshot';
import { catalogue } from '../../../src/core/exercises/catalogue';
import type { Exercise } from '../../../src/core/exercises/exercise';
import { describeMeasure, measureText } from '../../../src/text/measures';

const summary = (part: Partial<MeasureSummary>): MeasureSummary => ({
  measure: 'trunkInclineDeg',
  side: null,
  unit: 'deg',
  mean: 8.2,
  sd: 1.3,
  n: 24,
  least: 20,
  unseen: undefined,
  ...part,
});

describe('a reported measure', () => {
  const exercises: readonly Exercise[] = Object.values(catalogue);

  it('has a name wherever an exercise reports it', () => {
    const reported = exercises.flatMap(({ measures = [] }) => measures);
    for (const { measure } of reported) expect(measureText[measure]?.name, measure).toMatch(/\S/);
  });

  it('is told with its spread, its sense and how many it is of', () => {
    expect(describeMeasure(summary({}))).toBe('Trunk from upright: 8° ± 1° forward, from 24');
    expect(describeMeasure(summary({ mean: -6 }))).toBe(
      'Trunk from upright: 6° ± 1° backward, from 24',
    );
  });

  it('says that it is of too few', () => {
    expect(describeMeasure(summary({ n: 7 }))).toMatch(/from 7, too few to rely on: it takes 20$/);
  });

  it('says why it was not taken', () => {
    const unseen = summary({ mean: undefined, n: 0, unseen: 'needsBackView' });
    expect(describeMeasure(unseen)).toBe('Trunk from upright: needs the view from behind');
  });

  it('is toward the load only where the hand that carries is known', () => {
    const lean = summary({ measure: 'sideLeanDeg', mean: 7 });
    expect(describeMeasure({ ...lean, side: 'right' })).toMatch(/7° ± 1° toward the load/);
    expect(describeMeasure(lean)).toMatch(/to your left \(which hand carried was not told\)/);
  });

  it('of two parts of a set is as if it had been one', () => {
    const one = summary({ mean: 10, sd: 0, n: 1 });
    const two = summary({ mean: 13, sd: Math.SQRT2, n: 2 });
    // 10, 12, 14
    expect(joinMeasures([one], [two])).toEqual([summary({ mean: 12, sd: 2, n: 3 })]);
    const none = summary({ mean: undefined, n: 0, unseen: 'needsSideView' });
    expect(joinMeasures([none], [two])).toEqual([two]);
    expect(joinMeasures([two], [none])).toEqual([two]);
    expect(joinMeasures([none], [none])).toHaveLength(1);
  });
});
