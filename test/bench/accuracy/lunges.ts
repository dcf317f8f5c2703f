import { jointIndex, type Joint, type Side } from '../../../src/core/body/keypoint';
import {
  computeHandedness,
  computeInclination,
  computeKneeFlexion,
  toGravityFrame,
  type Vec,
} from '../../../src/core/kinematics/angle';
import { computeMedian } from '../../../src/core/kinematics/signalTrack';
import { framePicture, type LabelledFrame } from './frameSets';

/** The leg in front of a lunge, degrees. */
interface FrontLeg {
  readonly label: string;
  readonly shankInclineDeg: number;
  readonly kneeFlexionDeg: number;
}

function readFrontLeg({ label, image }: LabelledFrame): FrontLeg | undefined {
  const at = (joint: Joint, side: Side): Vec | undefined => {
    const point = image[jointIndex[side][joint]];
    return point && toGravityFrame(point.xPx, point.yPx, framePicture.heightPx, 0);
  };
  const [ankleL, ankleR] = [at('ankle', 'left'), at('ankle', 'right')];
  // Where the head is ahead of the hips, and the toes of the heels.
  const nose = image[0];
  const [heelL, toeL] = [at('heel', 'left'), at('footIndex', 'left')];
  const [heelR, toeR] = [at('heel', 'right'), at('footIndex', 'right')];
  const hipL = at('hip', 'left');
  if (!ankleL || !ankleR || !nose || !hipL || !heelL || !toeL || !heelR || !toeR) return undefined;
  const ahead = nose.xPx - hipL.x + toeL.x - heelL.x + toeR.x - heelR.x;
  const facing = ahead >= 0 ? 1 : -1;
  const front = facing * (ankleL.x - ankleR.x) > 0 ? 'left' : 'right';
  const [shoulder, hip] = [at('shoulder', front), at('hip', front)];
  const [knee, ankle] = [at('knee', front), at('ankle', front)];
  if (!shoulder || !hip || !knee || !ankle) return undefined;
  const eta = computeHandedness(shoulder, hip, { x: facing, y: 0 });
  return {
    label,
    shankInclineDeg: computeInclination(ankle, knee, facing),
    kneeFlexionDeg: computeKneeFlexion(hip, knee, ankle, eta),
  };
}

/** How well the shank of the leg in front tells a knee over the toe from a correct lunge. */
export interface LungeScore {
  readonly label: string;
  readonly pictures: number;
  readonly shankInclineDeg: number | undefined;
  readonly kneeFlexionDeg: number | undefined;
  /** Chance 0..1 that a picture of this label has the shank further forward than a correct one. */
  readonly aboveCorrect: number;
}

/**
 * Reads the leg in front of each picture of a lunge; no exercise judges lunges, so the angle's power
 * to tell them apart is all that can be measured.
 * @param correct label of the correct pictures
 */
export function measureLunges(
  set: readonly LabelledFrame[],
  correct: string,
): readonly LungeScore[] {
  const legs = set.flatMap((frame) => readFrontLeg(frame) ?? []);
  const good = legs.filter(({ label }) => label === correct);
  return [...new Set(legs.map(({ label }) => label))].map((label) => {
    const own = legs.filter((leg) => leg.label === label);
    let above = 0;
    for (const a of own) {
      for (const b of good) {
        const difference = a.shankInclineDeg - b.shankInclineDeg;
        above += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
      }
    }
    return {
      label,
      pictures: own.length,
      shankInclineDeg: computeMedian(own.map((leg) => leg.shankInclineDeg)),
      kneeFlexionDeg: computeMedian(own.map((leg) => leg.kneeFlexionDeg)),
      aboveCorrect: above / Math.max(1, own.length * good.length),
    };
  });
}
