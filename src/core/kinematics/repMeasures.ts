import { otherSide, type Side } from '../body/keypoint';
import type { UnitName } from '../units';
import type { SignalId, SignalKey } from './signals';
import { computeMedian } from './signalTrack';

/** A recorded repetition, or the way into a hold that begins at `bottomSec`: signals over time, and the moments between which measures are taken. */
export interface RepRecording {
  readonly tSec: readonly number[];
  readonly depth: readonly (number | undefined)[];
  readonly values: ReadonlyMap<SignalKey, readonly (number | undefined)[]>;
  /** The quiet start position's value of a signal; undefined where it was never seen. */
  readonly start: (key: SignalKey) => number | undefined;
  readonly bottomSec: number;
  /** The side that works; undefined where it is not known or both work alike. */
  readonly workingSide: Side | undefined;
}

/** One row of the table of measures that need a whole repetition, or its way down. */
export interface RepMeasureDefinition {
  readonly unit: UnitName;
  /** Signals it is computed from: the board records them. */
  readonly needs: readonly SignalId[];
  readonly compute: (rep: RepRecording) => number | undefined;
}

/** Value of a signal at the frame nearest to a moment. */
function valueAt(rep: RepRecording, key: SignalKey, atSec: number): number | undefined {
  const values = rep.values.get(key);
  let found: number | undefined;
  let nearest = Infinity;
  rep.tSec.forEach((t, index) => {
    const away = Math.abs(t - atSec);
    const value = values?.[index];
    if (value !== undefined && away < nearest) {
      nearest = away;
      found = value;
    }
  });
  return nearest <= 0.3 ? found : undefined;
}

/** Largest hinge ratio that is told apart: the knees hardly bent at all. */
const hingeRatioMax = 10;
/** Knee flexion that is none, degrees: below it the ratio is all noise. */
const kneeNoiseDeg = 3;

function computeHingeRatio(rep: RepRecording): number | undefined {
  const change = (key: SignalKey): number | undefined => {
    const from = rep.start(key);
    const to = valueAt(rep, key, rep.bottomSec);
    return from === undefined || to === undefined ? undefined : to - from;
  };
  const hip = change('hipFlexionDeg');
  const knee = change('kneeFlexionDeg');
  if (hip === undefined || knee === undefined) return undefined;
  return Math.min(hingeRatioMax, Math.max(0, hip / Math.max(knee, kneeNoiseDeg)));
}

/** First moment after `fromIndex` on which the depth has passed a share of its deepest. */
function crossing(rep: RepRecording, share: number, rising: boolean): number | undefined {
  const bottom = rep.tSec.findIndex((t) => t >= rep.bottomSec);
  const deepest = rep.depth[bottom] ?? 0;
  const begin = rising ? 0 : bottom;
  const end = rising ? bottom + 1 : rep.tSec.length;
  for (let i = begin; i < end; i++) {
    const depth = rep.depth[i];
    if (depth === undefined) continue;
    if (rising ? depth >= share * deepest : depth <= share * deepest) return rep.tSec[i];
  }
  return undefined;
}

/**
 * The ends of a movement are too slow to be told from stillness: timed between 15 % and 95 % of the
 * way, which is this share of a smooth (minimum-jerk) movement's duration.
 */
const timedShare = 0.53;

/** Duration of the way down, seconds. */
function computeDescent(rep: RepRecording): number | undefined {
  const from = crossing(rep, 0.15, true);
  const to = crossing(rep, 0.95, true);
  return from === undefined || to === undefined ? undefined : (to - from) / timedShare;
}

/** Duration of the way back, seconds. */
function computeReturn(rep: RepRecording): number | undefined {
  const from = crossing(rep, 0.95, false);
  const to = crossing(rep, 0.15, false);
  return from === undefined || to === undefined ? undefined : (to - from) / timedShare;
}

/**
 * Share of a smooth (minimum-jerk) movement's duration that lies beyond 90 % of its way: it is timed
 * with the stay at the deepest.
 */
const endShare = 0.25;

/** Time at the deepest, seconds, without the ends of the ways there and back. */
function computeDeepest(rep: RepRecording): number | undefined {
  const from = crossing(rep, 0.9, true);
  const to = crossing(rep, 0.9, false);
  const down = computeDescent(rep);
  if (from === undefined || to === undefined || down === undefined) return undefined;
  // Who turns at once into the next rep is not seen to the end of the way back.
  const back = computeReturn(rep) ?? down;
  return Math.max(0, to - from - endShare * (down + back));
}

/** Share of its way that a signal has gone at half of the ascent's time. */
function shareAtHalf(rep: RepRecording, key: SignalKey): number | undefined {
  const endSec = crossing(rep, 0.1, false) ?? rep.tSec.at(-1);
  if (endSec === undefined) return undefined;
  const from = valueAt(rep, key, rep.bottomSec);
  const half = valueAt(rep, key, (rep.bottomSec + endSec) / 2);
  const to = valueAt(rep, key, endSec);
  if (from === undefined || half === undefined || to === undefined) return undefined;
  return Math.abs(to - from) < 5 ? undefined : (half - from) / (to - from);
}

function computeHipsLead(rep: RepRecording): number | undefined {
  const knee = shareAtHalf(rep, 'kneeFlexionDeg');
  const trunk = shareAtHalf(rep, 'trunkInclineDeg');
  return knee === undefined || trunk === undefined ? undefined : knee - trunk;
}

/** Share of the wrist's rise that is done before the hips have extended by 70 %. */
function computeArmLift(rep: RepRecording): number | undefined {
  const hipSec = crossing(rep, 0.3, false);
  const low = valueAt(rep, 'wristHeightRatio', rep.bottomSec);
  if (hipSec === undefined || low === undefined) return undefined;
  const atHip = valueAt(rep, 'wristHeightRatio', hipSec);
  let high = -Infinity;
  rep.values.get('wristHeightRatio')?.forEach((value, index) => {
    if (value !== undefined && (rep.tSec[index] ?? 0) >= rep.bottomSec)
      high = Math.max(high, value);
  });
  return atHip === undefined || high - low < 0.2 ? undefined : (atHip - low) / (high - low);
}

/** Peaks are means of this long around them, seconds (spec 2.4). */
const peakSec = 0.13;

/** Highest of the wrists over the shoulders after the bottom: the hips are through before that. */
function computeBellApex(rep: RepRecording): number | undefined {
  const heights = rep.values.get('wristOverShoulderRatio');
  let highest: number | undefined;
  rep.tSec.forEach((t) => {
    if (t < rep.bottomSec) return;
    let sum = 0;
    let n = 0;
    rep.tSec.forEach((other, index) => {
      const height = heights?.[index];
      if (height === undefined || Math.abs(other - t) > peakSec / 2) return;
      sum += height;
      n++;
    });
    if (n > 0) highest = Math.max(sum / n, highest ?? -Infinity);
  });
  return highest;
}

/** Trunk between the shoulder and the hip keypoint of someone 1.7 m tall, metres. */
const trunkM = 0.5;
/** The lead leg has begun to extend once the depth is this share of its deepest. */
const extendedShare = 0.7;
/** Speeds are taken over this long, seconds. */
const speedSec = 0.1;

/** Fastest rise of the trailing heel from the bottom until the leading leg extends, metres a second. */
function computeTrailHeelSpeed(rep: RepRecording): number | undefined {
  if (rep.workingSide === undefined) return undefined;
  const heights = rep.values.get(`heelHeightRatio.${otherSide(rep.workingSide)}`);
  const downSec = crossing(rep, 0.9, true);
  const endSec = crossing(rep, extendedShare, false);
  if (heights === undefined || downSec === undefined || endSec === undefined) return undefined;
  let fastest: number | undefined;
  let from = 0;
  rep.tSec.forEach((t, i) => {
    while (t - (rep.tSec[from] ?? t) > speedSec) from++;
    const begin = rep.tSec[from] ?? t;
    const low = heights[from];
    const high = heights[i];
    if (begin < downSec || t > endSec || t - begin < speedSec / 2) return;
    if (low === undefined || high === undefined) return;
    fastest = Math.max(fastest ?? 0, ((high - low) / (t - begin)) * trunkM);
  });
  return fastest;
}

/** Onset of a movement: this share of its way (spec E03-F3). */
const onsetShare = 0.05;
/** The way into a hold begins from the median of this long, seconds. */
const restSec = 0.3;
/** A shorter way has no onset, in the signal's unit. */
const leastWay = 0.1;

/** Last moment before the end of the way at which a signal was still where it came from. */
function findOnset(rep: RepRecording, key: SignalKey): number | undefined {
  const values = rep.values.get(key) ?? [];
  const beginSec = rep.tSec[0] ?? 0;
  const rest = values.filter((_, i) => (rep.tSec[i] ?? 0) - beginSec <= restSec);
  const from = computeMedian(rest.filter((value) => value !== undefined));
  const to = valueAt(rep, key, rep.bottomSec);
  if (from === undefined || to === undefined || to - from < leastWay) return undefined;
  for (let i = rep.tSec.length - 1; i >= 0; i--) {
    const value = values[i];
    const t = rep.tSec[i] ?? 0;
    if (value === undefined || t > rep.bottomSec) continue;
    if (value <= from + onsetShare * (to - from)) return t;
  }
  return undefined;
}

/** How long after the hands the hips begin to move into a roll-out, seconds. */
function computeHipLag(rep: RepRecording): number | undefined {
  const hip = findOnset(rep, 'hipForwardRatio');
  const hand = findOnset(rep, 'reachRatio');
  return hip === undefined || hand === undefined ? undefined : hip - hand;
}

/** The table of measures of a repetition. Codes in brackets are those of the specification. */
export const repMeasureTable = {
  /** [HKR] Hip flexion over knee flexion from standing to the bottom; over 1 is hip-dominant. */
  hingeRatio: {
    unit: 'ratio',
    needs: ['hipFlexionDeg', 'kneeFlexionDeg'],
    compute: computeHingeRatio,
  },
  /** Duration of the way down. */
  descentSec: { unit: 'sec', needs: [], compute: computeDescent },
  /** Duration of the way back. */
  returnSec: { unit: 'sec', needs: [], compute: computeReturn },
  /** Duration of the stay at the deepest. */
  deepestSec: { unit: 'sec', needs: [], compute: computeDeepest },
  /** How much further the knees than the trunk have come up at half of the ascent. */
  hipsLeadRatio: {
    unit: 'ratio',
    needs: ['kneeFlexionDeg', 'trunkInclineDeg'],
    compute: computeHipsLead,
  },
  /** Push-off of the trailing leg; a trunk of average length gives the metres. */
  trailHeelMPerSec: { unit: 'mPerSec', needs: ['heelHeightRatio'], compute: computeTrailHeelSpeed },
  /** Hips behind the hands at the onset of a roll-out. */
  hipLagSec: { unit: 'sec', needs: ['hipForwardRatio', 'reachRatio'], compute: computeHipLag },
  /** Arm lift of a swing. */
  armLiftRatio: { unit: 'ratio', needs: ['wristHeightRatio'], compute: computeArmLift },
  /** Bell above the shoulders at its highest, in standing heights. */
  bellApexRatio: { unit: 'ratio', needs: ['wristOverShoulderRatio'], compute: computeBellApex },
} as const satisfies Record<string, RepMeasureDefinition>;

export type RepMeasureId = keyof typeof repMeasureTable;
