import { describe, expect, it } from 'vitest';
import { addHipTest, parseHipTest, toBridgeTarget } from '../../../src/app/hipTestStore';
import type { MeasureSummary } from '../../../src/core/coach/snapshot';

const nowMs = 1_800_000_000_000;
const dayMs = 24 * 3_600_000;

const measured = (side: 'left' | 'right', mean: number, n = 3): MeasureSummary => ({
  measure: 'thighAboveLevelDeg',
  side,
  unit: 'deg',
  mean,
  sd: 1,
  n,
  least: 3,
  unseen: undefined,
});

describe('a hip-flexor test that is kept', () => {
  it('lowers the bridge by the stiffer side, at most by 15°', () => {
    const one = addHipTest({}, [measured('left', 4)], nowMs);
    expect(toBridgeTarget(one, nowMs)).toEqual({ bridgeTargetDeg: -4 });
    const both = addHipTest(one, [measured('right', 10)], nowMs);
    expect(toBridgeTarget(both, nowMs + dayMs)).toEqual({ bridgeTargetDeg: -10 });
    const stiff = addHipTest(both, [measured('left', 22)], nowMs);
    expect(toBridgeTarget(stiff, nowMs)).toEqual({ bridgeTargetDeg: -15 });
  });

  it('asks nothing less of who reaches the level', () => {
    expect(toBridgeTarget(addHipTest({}, [measured('left', -6)], nowMs), nowMs)).toEqual({});
  });

  it('counts for four weeks, and not from the future', () => {
    const test = addHipTest({}, [measured('left', 8)], nowMs);
    expect(toBridgeTarget(test, nowMs + 27 * dayMs)).toEqual({ bridgeTargetDeg: -8 });
    expect(toBridgeTarget(test, nowMs + 29 * dayMs)).toEqual({});
    expect(toBridgeTarget(test, nowMs - dayMs)).toEqual({});
  });

  it('is not taken from too few trials, nor from other measures', () => {
    expect(addHipTest({}, [measured('left', 8, 2)], nowMs)).toEqual({});
    const knee = { ...measured('left', 60), measure: 'legKneeFlexionDeg' } as const;
    expect(addHipTest({}, [knee], nowMs)).toEqual({});
  });

  it('comes back as it was kept, and is nothing out of anything else', () => {
    const test = addHipTest({}, [measured('left', 8), measured('right', 2)], nowMs);
    expect(parseHipTest(JSON.stringify(test))).toEqual(test);
    for (const text of [null, '{', '[]', '7', '{"left":{"takenMs":1}}']) {
      expect(parseHipTest(text)).toEqual({});
    }
  });
});
