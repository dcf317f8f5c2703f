import { nearestProfile } from '../kinematics/backNeutral';
import { readTrunkChord, stationAt, type TrunkChord } from '../kinematics/trunkOutline';
import type { TrunkProfile } from '../body/poseFrame';
import type { BackView, OutlineLine, OutlinePair } from './display';
import { readBands } from './gauge';
import type { SetContext } from './setContext';
import type { BoardFrame } from './signalBoard';

/** The back must be hidden for so long before it is said, seconds. */
const patienceSec = 2;
/** Stations that are drawn: from the buttock, or above the thigh, to under the arm. */
const drawnFrom = { dorsal: -0.12, ventral: 0.1 } as const;
const drawnTo = 0.75;

function placeLine(
  { hip, lengthPx, along, ventral }: TrunkChord,
  profile: TrunkProfile | undefined,
  side: keyof TrunkProfile,
): OutlineLine {
  const sense = side === 'dorsal' ? -1 : 1;
  return (profile?.[side] ?? []).map((sample, index) => {
    const station = stationAt(index);
    if (sample === undefined || station < drawnFrom[side] || station > drawnTo) return undefined;
    const up = station * lengthPx;
    const out = sense * sample * lengthPx;
    return {
      xPx: hip.x + up * along.x + out * ventral.x,
      yPx: hip.y + up * along.y + out * ventral.y,
    };
  });
}

/** The outlines on the body as it is smoothed and drawn, which moves between two outlines. */
function placeOutlines(
  { board, exercise }: SetContext,
  { readPose, athlete }: BoardFrame,
): BackView['outlines'] {
  const latest = board.back?.latest;
  const pose = readPose();
  const chord = pose && readTrunkChord(pose);
  if (latest === undefined || chord?.eta !== athlete.eta) return [];
  const { neutral } = board.back ?? {};
  const own = neutral && nearestProfile(neutral, latest.hipDeg);
  const pair = (side: keyof TrunkProfile): OutlinePair => ({
    own: placeLine(chord, latest.profile, side),
    neutral: placeLine(chord, own, side),
  });
  return [
    pair('dorsal'),
    ...(exercise.outline !== undefined && exercise.outline.belly !== 'never'
      ? [pair('ventral')]
      : []),
  ];
}

/**
 * The score that is shown: as it is decided on. A back that is judged at one moment of a repetition
 * has no second to be decided over: its score of now.
 */
function readScore({ board, exercise: { rules } }: SetContext): number | undefined {
  const isMomentary = rules.some(
    ({ when, conditions }) =>
      when !== 'throughout' && conditions.some(({ signal }) => signal === 'backCurveScore'),
  );
  return isMomentary ? board.read('backCurveScore') : board.decide('backCurveScore', -Infinity);
}

/** What is to be shown of the low back in this frame. */
export function readBackView(context: SetContext, frame: BoardFrame): BackView | undefined {
  const { board, exercise, neutral } = context;
  if (board.back === undefined) return undefined;
  const { hidden } = board.back;
  const isLong = hidden !== undefined && frame.tSec - hidden.sinceSec >= patienceSec;
  return {
    score: readScore(context),
    bands: readBands(exercise.rules, { signal: 'backCurveScore', reference: 'absolute' }),
    hidden: isLong ? hidden.gap : undefined,
    neutral: neutral.state,
    outlines: placeOutlines(context, frame),
  };
}
