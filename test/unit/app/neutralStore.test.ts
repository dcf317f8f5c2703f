import { describe, expect, it } from 'vitest';
import { parseNeutrals, toBackReferences } from '../../../src/app/neutralStore';
import { type BackNeutral, learnBackNeutral } from '../../../src/core/kinematics/backNeutral';

const takenMs = 1_800_000_000_000;
const hourMs = 3_600_000;

const neutral = learnBackNeutral(
  Array.from({ length: 8 }, (_, i) => ({
    hipDeg: 4 + (i % 2) / 10,
    dorsal: 0.1,
    ventral: undefined,
    ribFlare: 0.02,
    profile: { dorsal: [0.1, undefined], ventral: [undefined, 0.2] },
  })),
  8,
);
const text = JSON.stringify({ gluteBridge: { takenMs, ...neutral, setup: setupOf() } });

function setupOf(): BackNeutral['setup'] {
  return { trunkRatio: 0.3, yawDeg: 4, eta: 1 };
}

describe('a stored neutral back', () => {
  const stored = parseNeutrals(text);

  it('comes back as it was kept, for its own exercise', () => {
    expect(toBackReferences(stored, 'gluteBridge', takenMs + hourMs)).toEqual({
      backNeutral: { ...neutral, setup: setupOf() },
    });
    expect(toBackReferences(stored, 'plank', takenMs)).toEqual({});
    expect(toBackReferences(stored, 'squat', takenMs)).toEqual({});
  });

  it('is stale after half a day, and from the future', () => {
    for (const hours of [13, -13]) {
      expect(toBackReferences(stored, 'gluteBridge', takenMs + hours * hourMs)).toEqual({
        isNeutralStale: true,
      });
    }
  });

  it.each([null, '', '{', '[]', '{"gluteBridge":{}}', text.replace('"bins":[', '"bins":[7,')])(
    'is not there in %j',
    (bad) => {
      expect(parseNeutrals(bad)).toEqual({});
    },
  );
});
