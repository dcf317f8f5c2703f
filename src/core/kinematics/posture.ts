import { jointIndex } from '../body/keypoint';
import { computeTurn, lengthOf, type Vec } from './angle';
import type { Posture } from '../body/posture';
import { middleOfPoints } from './boneLengths';
import type { View } from './view';

/** A lying trunk is within 30° of the horizontal; the spec's 15° plus a low or tilted camera. */
const lyingTrunkDeg = 30;
/** A standing trunk is within 30° of the vertical. */
const standingTrunkDeg = 30;
/** Knees of someone on the back with bent knees stand this far above the hips, in trunk lengths. */
const bentKneeRatio = 0.3;
/**
 * Resting hips are no higher than this above the shoulders, in trunk lengths: the spec's 5 %, with
 * what the lighter models place the hip too high; a bridge in line reads 0.3 and more.
 */
const restingHipRatio = 0.2;
/**
 * Seen along the body: how far bent knees stand over resting hips in the picture, in widths of the
 * shoulders. From the feet the raised hips come up to the knees.
 */
const endOnKneeRatio: Readonly<Partial<Record<View, number>>> = { footEnd: 0.3, headEnd: 0.55 };
/**
 * From the head the knees are further away and stay above: there resting hips take no more of the
 * knees' height over the shoulders. Four rendered clips read 0.46 to 0.59 at rest, 0.64 and more in
 * a bridge.
 */
const headEndHipShare = 0.6;
/** Legs of someone standing are at least this long in the picture, in trunk lengths. */
const standingLegRatio = 1.15;
/** On all fours the ankles are at the knees' height, give or take this share of the thigh's... */
const lyingShankRatio = 0.7;
/** ...and the hands at least this share of the thigh's height below the hips. */
const lowHandRatio = 0.5;
/** A knee at the chest bends the hip at least this far; a kneeling thigh is this near the vertical. */
const huggedHipDeg = 70;
const kneelingThighDeg = 35;

/** Hips against a bench hang at least this far under the shoulders, in trunk lengths... */
const hangingHipRatio = 0.2;
/** ...and the trunk leans at least this far back: less is sitting. */
const reclinedTrunkDeg = 20;
/** Tall on the knees: the trunk within the spec's 25° of the vertical and a camera's tilt. */
const kneelingTrunkDeg = 30;
/** The thigh of someone tall on the knees is at least this high in the picture, in trunk lengths... */
const kneelingThighRatio = 0.5;
/** ...and knee and ankle are this level. */
const levelShankRatio = 0.35;

interface Middles {
  readonly shoulder: Vec;
  readonly hip: Vec;
  readonly knee: Vec;
  readonly ankle: Vec;
  readonly torso: number;
  /** Trunk from the vertical, degrees 0..180. */
  readonly trunkDeg: number;
}

type Points = readonly (Vec | undefined)[];

/** Both knees at the chest, on the back; or upright on one knee with the other thigh level. */
function isInHipTest(points: Points, trunkDeg: number): boolean | undefined {
  const thighs = (['left', 'right'] as const).map((side) => {
    const { shoulder, hip, knee } = jointIndex[side];
    const [s, h, k] = [points[shoulder], points[hip], points[knee]];
    if (!s || !h || !k) return undefined;
    const fromDownDeg = (Math.atan2(Math.abs(k.x - h.x), h.y - k.y) * 180) / Math.PI;
    return { hipDeg: Math.abs(computeTurn(s, h, k)), fromDownDeg };
  });
  const [left, right] = thighs;
  if (left === undefined || right === undefined) return undefined;
  if (Math.abs(90 - trunkDeg) <= lyingTrunkDeg) {
    return left.hipDeg >= huggedHipDeg && right.hipDeg >= huggedHipDeg;
  }
  const kneeling = Math.min(left.fromDownDeg, right.fromDownDeg);
  const level = Math.max(left.fromDownDeg, right.fromDownDeg);
  return (
    trunkDeg <= standingTrunkDeg &&
    kneeling <= kneelingThighDeg &&
    Math.abs(90 - level) <= kneelingThighDeg
  );
}

const checks: Readonly<Record<Posture, (body: Middles, points: Points) => boolean | undefined>> = {
  standing: ({ hip, knee, ankle, torso, trunkDeg }) =>
    trunkDeg <= standingTrunkDeg &&
    hip.y > knee.y &&
    knee.y > ankle.y &&
    hip.y - ankle.y >= standingLegRatio * torso,
  prone: ({ hip, ankle, torso, trunkDeg }) =>
    Math.abs(90 - trunkDeg) <= lyingTrunkDeg + 10 && Math.abs(hip.y - ankle.y) <= 0.8 * torso,
  supine: ({ shoulder, hip, knee, torso, trunkDeg }) =>
    Math.abs(90 - trunkDeg) <= lyingTrunkDeg &&
    knee.y - hip.y >= bentKneeRatio * torso &&
    hip.y - shoulder.y <= restingHipRatio * torso,
  reclined: ({ shoulder, hip, knee, torso, trunkDeg }) =>
    trunkDeg >= reclinedTrunkDeg &&
    shoulder.y - hip.y >= hangingHipRatio * torso &&
    knee.y - hip.y >= bentKneeRatio * torso,
  kneeling: ({ hip, knee, ankle, torso, trunkDeg }) =>
    trunkDeg <= kneelingTrunkDeg &&
    hip.y - knee.y >= kneelingThighRatio * torso &&
    Math.abs(knee.y - ankle.y) <= levelShankRatio * torso,
  // From behind the trunk has no length: the hands reach down past the hips, the shanks lie.
  quadruped: ({ shoulder, hip, knee, ankle }, points) => {
    const wrist = middleOfPoints(points, 'wrist');
    const thigh = hip.y - knee.y;
    return (
      thigh > 0 &&
      shoulder.y > knee.y &&
      Math.abs(knee.y - ankle.y) <= lyingShankRatio * thigh &&
      (wrist === undefined || hip.y - wrist.y >= lowHandRatio * thigh)
    );
  },
  hipTest: ({ trunkDeg }, points) => isInHipTest(points, trunkDeg),
};

/**
 * Whether the athlete is in the start position; undefined where it cannot be seen.
 * `supine`: on the back with the knees bent, hips on the floor. `prone`: face down, trunk and legs
 * stretched. `standing`: upright on straight legs. `reclined`: against a bench, hips hanging.
 * `kneeling`: tall on both knees. `quadruped`: on hands and knees or feet. `hipTest`: on the back
 * with both knees at the chest, or half-kneeling.
 */
export function isInPosture(
  points: readonly (Vec | undefined)[],
  posture: Posture,
  view: View,
): boolean | undefined {
  const shoulder = middleOfPoints(points, 'shoulder');
  const hip = middleOfPoints(points, 'hip');
  const knee = middleOfPoints(points, 'knee');
  if (!shoulder || !hip || !knee) return undefined;
  const endOn = endOnKneeRatio[view];
  if (posture === 'supine' && endOn !== undefined) {
    const l = points[jointIndex.left.shoulder];
    const r = points[jointIndex.right.shoulder];
    const isRaised =
      view === 'headEnd' && hip.y - shoulder.y > headEndHipShare * (knee.y - shoulder.y);
    return l && r && !isRaised && knee.y - hip.y >= endOn * lengthOf(l.x - r.x, l.y - r.y);
  }
  const ankle = middleOfPoints(points, 'ankle');
  if (!ankle) return undefined;
  const torso = lengthOf(shoulder.x - hip.x, shoulder.y - hip.y);
  const trunkDeg = (Math.atan2(Math.abs(shoulder.x - hip.x), shoulder.y - hip.y) * 180) / Math.PI;
  return checks[posture]({ shoulder, hip, knee, ankle, torso, trunkDeg }, points);
}
