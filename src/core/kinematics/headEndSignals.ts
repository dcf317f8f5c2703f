import { jointIndex, type Side } from '../body/keypoint';
import { type Athlete, pointOf } from './athlete';
import { middleOf, type SignalRows } from './signalDefinition';

/**
 * How far an ankle is over its own knee in the picture, in trunk lengths. A hidden one is not held up
 * where the model guesses it no higher than the knee; guessed higher, it is not known.
 */
export function computeFootRise(athlete: Athlete, side: Side): number | undefined {
  const ankle = pointOf(athlete, 'ankle', side);
  const knee = pointOf(athlete, 'knee', side);
  const torso = athlete.scale?.torsoPx;
  if (!torso) return undefined;
  if (ankle && knee) return (ankle.y - knee.y) / torso;
  const ankleGuess = athlete.guessed?.[jointIndex[side].ankle];
  const kneeGuess = athlete.guessed?.[jointIndex[side].knee];
  return ankleGuess && kneeGuess && ankleGuess.y <= kneeGuess.y ? 0 : undefined;
}

/** Signals that a camera beyond the head of someone on the back shows, from table height. */
export const headEndSignals = {
  /**
   * Hips over the shoulders in the picture, in lengths that the trunk had at rest: 1 on the floor, 1.3
   * to 1.6 in a bridge in line (four rendered clips).
   */
  hipRiseRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const hip = middleOf(athlete, 'hip');
      const shoulder = middleOf(athlete, 'shoulder');
      const torso = athlete.scale?.torsoPx;
      return hip && shoulder && torso ? (hip.y - shoulder.y) / torso : undefined;
    },
  },
  /**
   * How far each foot is over its knee: a straight shank in line with the thigh reads 0.6 to 0.8, one
   * that is bent by 40° a quarter of that, and by 70° nothing: the foot goes behind the knee.
   */
  footRiseRatio: { unit: 'ratio', sides: 'each', compute: computeFootRise },
} as const satisfies SignalRows;
