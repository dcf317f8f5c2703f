import { describe, expect, it } from 'vitest';
import {
  computeCurveAngle,
  computeFppa,
  computeHandedness,
  computeHeadTrunk,
  computeHipFlexion,
  computeInclination,
  computeKneeFlexion,
  computeKneeOverToe,
  computeKneeSeparation,
  computeLineTilt,
  computeTrunkThigh,
  computeTurn,
  toGravityFrame,
  type Vec,
} from '../../../src/core/kinematics/angle';

const at = (x: number, y: number): Vec => ({ x, y });
const mirror = ({ x, y }: Vec): Vec => at(-x, y);
const lowered = ({ x, y }: Vec, by: number): Vec => at(x, y - by);
const between = (a: Vec, b: Vec, share: number): Vec =>
  at(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);

/** The numbers of the reference implementation's self-tests. */
const shoulder = at(0, 1.4);
const hip = at(0, 0.9);
const knee = at(0, 0.45);

describe('standing, side-on', () => {
  const eta = computeHandedness(shoulder, hip, at(1, 0));

  it('takes its handedness from where the toes point', () => {
    expect(eta).toBe(1);
    expect(computeHandedness(shoulder, hip, at(-1, 0))).toBe(-1);
  });

  it('has no hip flexion upright', () => {
    expect(computeHipFlexion(shoulder, hip, knee, eta)).toBeCloseTo(0, 6);
  });

  it('flexes the hip by 90 degrees with the thigh forward, to either side of the picture', () => {
    expect(computeHipFlexion(shoulder, hip, at(0.45, 0.9), eta)).toBeCloseTo(90, 6);
    expect(computeHipFlexion(shoulder, hip, at(-0.45, 0.9), -1)).toBeCloseTo(90, 6);
  });

  it('flexes the knee by 90 degrees with the shank backward', () => {
    expect(computeKneeFlexion(hip, knee, at(-0.4, 0.45), eta)).toBeCloseTo(90, 6);
  });

  it('keeps the latched handedness in a hinge with the trunk horizontal', () => {
    expect(computeHipFlexion(at(0.5, 0.9), hip, knee, eta)).toBeCloseTo(90, 6);
  });

  it('inclines by 90 degrees toward the side faced', () => {
    expect(computeInclination(hip, at(0.5, 0.9), 1)).toBeCloseTo(90, 6);
    expect(computeInclination(hip, at(-0.5, 0.9), -1)).toBeCloseTo(90, 6);
  });

  it('counts the head forward as negative and back as positive', () => {
    expect(computeHeadTrunk(at(0.1, 1.6), shoulder, hip, eta)).toBeLessThan(0);
    expect(computeHeadTrunk(at(-0.1, 1.6), shoulder, hip, eta)).toBeGreaterThan(0);
  });
});

describe('lying on the back, head to the left of the picture', () => {
  const s = at(0, 0.1);
  const k = at(0.9, 0.45);
  const m = between(s, k, 0.55);
  const eta = computeHandedness(s, m, at(0, 1));

  it('is handed as someone who faces right', () => {
    expect(eta).toBe(1);
  });

  it('has no trunk-thigh angle with the hips in line', () => {
    expect(computeTrunkThigh(s, m, k, eta, 0)).toBeCloseTo(0, 6);
  });

  it('counts hips that sag as negative and too high ones as positive', () => {
    expect(computeTrunkThigh(s, lowered(m, 0.05), k, eta, 0)).toBeLessThan(-5);
    expect(computeTrunkThigh(s, lowered(m, -0.05), k, eta, 0)).toBeGreaterThan(5);
  });

  it('reads the same in a mirrored picture', () => {
    const mirrored = computeHandedness(mirror(s), mirror(m), at(0, 1));
    expect(mirrored).toBe(-1);
    expect(
      computeTrunkThigh(mirror(s), mirror(lowered(m, 0.05)), mirror(k), mirrored, 0),
    ).toBeCloseTo(computeTrunkThigh(s, lowered(m, 0.05), k, eta, 0), 6);
  });

  it('subtracts the reference posture', () => {
    expect(computeTrunkThigh(s, m, k, eta, 12)).toBeCloseTo(12, 6);
  });
});

describe('prone in a plank, head to the right of the picture', () => {
  const s = at(0.9, 0.5);
  const k = at(0, 0.1);
  const m = between(k, s, 0.45);
  const eta = computeHandedness(s, m, at(0, -1));

  it('counts hips that sag to the floor as positive and a pike as negative', () => {
    expect(computeTrunkThigh(s, lowered(m, 0.05), k, eta, 0)).toBeGreaterThan(5);
    expect(computeTrunkThigh(s, lowered(m, -0.05), k, eta, 0)).toBeLessThan(-5);
  });
});

describe('from the front', () => {
  it('tilts a line by its drop: 2 cm over 20 cm are 5.71 degrees', () => {
    expect(Math.abs(computeLineTilt(at(0.1, 1), at(-0.1, 0.98)) - 5.71)).toBeLessThan(0.02);
  });

  it('counts a knee toward the midline as positive on either leg', () => {
    expect(computeFppa(at(-0.1, 0.9), at(-0.05, 0.5), at(-0.1, 0.1), 1)).toBeGreaterThan(10);
    expect(computeFppa(at(-0.1, 0.9), at(-0.15, 0.5), at(-0.1, 0.1), 1)).toBeLessThan(-10);
    expect(computeFppa(at(0.1, 0.9), at(0.05, 0.5), at(0.1, 0.1), -1)).toBeGreaterThan(10);
  });

  it('measures the knee over the toe in lengths of the leg', () => {
    expect(computeKneeOverToe(at(-0.06, 0.5), at(-0.1, 0), 1, 0.8)).toBeCloseTo(0.05, 9);
    expect(computeKneeOverToe(at(0.06, 0.5), at(0.1, 0), -1, 0.8)).toBeCloseTo(0.05, 9);
  });

  it('divides the distance of the knees by that of the ankles', () => {
    expect(
      computeKneeSeparation(at(-0.08, 0.5), at(0.08, 0.5), at(-0.1, 0), at(0.1, 0)),
    ).toBeCloseTo(0.8, 9);
  });

  it('has no knee separation where the ankles coincide', () => {
    expect(computeKneeSeparation(at(-0.1, 0.5), at(0.1, 0.5), at(0, 0), at(0, 0))).toBeUndefined();
  });
});

describe('the curve of the back', () => {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const radius = 0.5 / rad(30);
  const arc = Array.from({ length: 7 }, (_, i) => {
    const t = rad(-15 + 5 * i);
    return at(radius * Math.cos(t) - radius, -radius * Math.sin(t));
  });
  const turned = ({ x, y }: Vec, degrees: number): Vec => {
    const c = Math.cos(rad(degrees));
    const s = Math.sin(rad(degrees));
    return at(c * x - s * y, s * x + c * y);
  };

  it('is 30 degrees for an arc of 30 degrees, with the sign of its side', () => {
    expect(Math.abs((computeCurveAngle(arc, 1) ?? NaN) - 30)).toBeLessThan(1);
    expect(Math.abs((computeCurveAngle(arc, -1) ?? NaN) + 30)).toBeLessThan(1);
  });

  it.each([30, 60, 90])('does not change when the body hinges by %d degrees', (by) => {
    const hinged = arc.map((point) => turned(point, -by));
    expect(Math.abs((computeCurveAngle(hinged, 1) ?? NaN) - 30)).toBeLessThan(1);
  });

  it('is not known from fewer than four points or from a chord without length', () => {
    expect(computeCurveAngle(arc.slice(0, 3), 1)).toBeUndefined();
    expect(computeCurveAngle([at(0, 0), at(0, 1), at(1, 1), at(0, 0)], 1)).toBeUndefined();
  });
});

describe('the gravity frame', () => {
  it('turns the picture over, so that y points up', () => {
    expect(toGravityFrame(10, 100, 480, 0)).toEqual(at(10, 140));
  });

  it('undoes the roll of the camera', () => {
    const low = toGravityFrame(100, 300, 480, 15);
    const high = toGravityFrame(
      100 - 100 * Math.sin((-15 * Math.PI) / 180),
      300 - 100 * Math.cos((15 * Math.PI) / 180),
      480,
      15,
    );
    // A camera rolled clockwise shows a vertical post tipped counter-clockwise... and back.
    expect(high.x - low.x).toBeCloseTo(0, 6);
    expect(high.y - low.y).toBeCloseTo(100, 6);
  });

  it('turns counter-clockwise for a positive angle', () => {
    expect(computeTurn(at(0, 0), at(1, 0), at(1, 1))).toBeCloseTo(90, 9);
    expect(computeTurn(at(0, 0), at(1, 0), at(1, -1))).toBeCloseTo(-90, 9);
  });
});
