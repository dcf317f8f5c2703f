import type { Trace } from '../../src/core/trace/trace';
import { pose, type PoseBuilder } from '../support/poseBuilder';
import { film, type TraceBuilder } from '../support/traceBuilder';

/** Jitter of the keypoints of a good picture, px. */
const jitterPx = 0.6;

const lying = pose().supine().noisy(jitterPx);
const standing = pose().standing().noisy(jitterPx);

const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);
const rest = hipsAt(118);

/** One bridge: up to a height, a while there, down and a rest. */
const bridge = (made: TraceBuilder, deg = 180, sec = 10.6): TraceBuilder =>
  made.move(1, hipsAt(deg)).stay(sec).move(1, rest).stay(2);

interface Squat {
  readonly kneeFlexionDeg?: number;
  readonly caveDeg?: number;
  readonly side?: 'left' | 'right' | 'both';
  readonly bottomSec?: number;
}

/** One squat: down, a moment at the bottom, up and a breath. */
const squat = (made: TraceBuilder, how: Squat = {}): TraceBuilder => {
  const { bottomSec = 0.3, kneeFlexionDeg = 90, ...rest } = how;
  return made
    .move(1, (now) => now.squat({ kneeFlexionDeg, ...rest }))
    .stay(bottomSec)
    .move(1, (now) => now.squat({ kneeFlexionDeg: 0 }))
    .stay(1);
};

const beginLying = (): TraceBuilder => film(lying).stay(2);
const beginStanding = (from: PoseBuilder = standing): TraceBuilder => film(from).stay(2);

/**
 * People who train before the camera, each with one way of doing it. The names are those of the
 * golden stories.
 */
export const personas: Readonly<Record<string, () => Trace>> = {
  goodForm: () => bridge(bridge(beginLying())).toTrace('gluteBridge'),

  hipsSink: () =>
    bridge(beginLying())
      .move(1, hipsAt(180))
      .stay(3)
      .move(5, hipsAt(164))
      .stay(5)
      .move(1, rest)
      .stay(2)
      .toTrace('gluteBridge'),

  hipsSinkAndRecover: () =>
    bridge(beginLying())
      .move(1, hipsAt(180))
      .stay(3)
      .move(0.6, hipsAt(165))
      .stay(1.6)
      .move(0.6, hipsAt(180))
      .stay(8)
      .move(1, rest)
      .stay(2)
      .toTrace('gluteBridge'),

  neverHighEnough: () => bridge(bridge(beginLying(), 152, 5), 155, 5).toTrace('gluteBridge'),

  overHeight: () => bridge(bridge(beginLying()), 197).toTrace('gluteBridge'),

  heelsLift: () =>
    bridge(beginLying())
      .move(1, (now) => now.hipsAt(180))
      .stay(3)
      .move(0.5, (now) => now.with({ heelRiseM: 0.06 }))
      .stay(5)
      .move(0.5, (now) => now.with({ heelRiseM: 0 }))
      .stay(4)
      .move(1, rest)
      .stay(2)
      .toTrace('gluteBridge'),

  walksOutOfFrame: () =>
    bridge(beginLying())
      .move(1, hipsAt(180))
      .stay(4)
      .gone(5)
      .stay(5)
      .move(1, rest)
      .stay(2)
      .toTrace('gluteBridge'),

  turnsOblique: () =>
    bridge(beginLying())
      .move(1, hipsAt(180))
      .stay(4)
      .move(1, (now) => now.seenFrom('rightSide', 45))
      .stay(4)
      .move(1, (now) => now.seenFrom('rightSide'))
      .stay(3)
      .move(1, rest)
      .stay(2)
      .toTrace('gluteBridge'),

  secondPersonEnters: () =>
    bridge(beginLying())
      .move(1, hipsAt(180))
      .stay(4)
      .become((now) => now.with({ pxPerM: 260, centreXPx: 200 }))
      .stay(2)
      .become((now) => now.with({ pxPerM: 400, centreXPx: 320 }))
      .stay(5)
      .move(1, rest)
      .stay(2)
      .toTrace('gluteBridge'),

  dimLight: () =>
    bridge(beginLying())
      .move(1, hipsAt(180))
      .stay(3)
      .become((now) => now.with({ score: 0.3 }).noisy(6))
      .stay(4)
      .become((now) => now.with({ score: 0.95 }).noisy(jitterPx))
      .stay(4)
      .move(1, rest)
      .stay(2)
      .toTrace('gluteBridge'),

  cheater: () => {
    // Begins half way up, bounces, and moves a little now and then.
    const made = film(lying.hipsAt(150)).stay(2).move(0.6, rest).stay(1);
    for (let i = 0; i < 5; i++) made.move(0.55, hipsAt(180)).move(0.55, rest);
    for (let i = 0; i < 5; i++) made.move(0.4, hipsAt(126)).move(0.4, rest);
    return made.stay(2).toTrace('gluteBridge');
  },

  goodSquats: () => squat(squat(squat(beginStanding()))).toTrace('squat'),

  kneesIn: () =>
    squat(squat(squat(beginStanding()), { caveDeg: 20 }), { caveDeg: 20 }).toTrace('squat'),

  oneKneeIn: () =>
    squat(squat(squat(beginStanding()), { caveDeg: 18, side: 'right' }), {
      caveDeg: 18,
      side: 'left',
    }).toTrace('squat'),

  shallow: () => {
    const made = beginStanding(standing.seenFrom('leftSide'));
    return squat(squat(squat(made, { kneeFlexionDeg: 105 })), { kneeFlexionDeg: 55 }).toTrace(
      'squat',
    );
  },

  leansOver: () =>
    squat(beginStanding())
      .move(1, (now) => now.squat({ kneeFlexionDeg: 90 }).with({ trunkLeanDeg: 11 }))
      .stay(1)
      .move(1, (now) => now.squat({ kneeFlexionDeg: 0 }).with({ trunkLeanDeg: 0 }))
      .stay(1)
      .toTrace('squat'),

  squatCheater: () => {
    // Dips a little, bounces at the bottom, and stops half way up.
    const made = beginStanding();
    for (let i = 0; i < 4; i++) squat(made, { kneeFlexionDeg: 30, bottomSec: 0 });
    made.move(0.8, (now) => now.squat({ kneeFlexionDeg: 95 }));
    for (let i = 0; i < 3; i++) {
      made.move(0.3, (now) => now.squat({ kneeFlexionDeg: 65 }));
      made.move(0.3, (now) => now.squat({ kneeFlexionDeg: 95 }));
    }
    return made
      .move(0.8, (now) => now.squat({ kneeFlexionDeg: 0 }))
      .stay(1)
      .move(0.8, (now) => now.squat({ kneeFlexionDeg: 90 }))
      .stay(0.5)
      .toTrace('squat');
  },

  walksOutOfSquat: () =>
    squat(beginStanding())
      .move(1, (now) => now.squat({ kneeFlexionDeg: 90 }))
      .gone(2)
      .move(1, (now) => now.squat({ kneeFlexionDeg: 0 }))
      .stay(1)
      .toTrace('squat'),
};
