import type { TrunkProfile } from '../body/poseFrame';
import type { Handedness } from './angle';
import { computeMedianOf } from './signalTrack';

/**
 * The athlete's own neutral back over the hip's angle: what the outline reads with the back as it
 * should be. It stands for one camera set-up only. Plain data, to be stored.
 */
export interface BackNeutral {
  /** In order of the angle; never empty. */
  readonly bins: readonly NeutralBin[];
  /** How the camera saw the athlete; absent where it was learned in this very set. */
  readonly setup?: OutlineSetup;
}

/** Neutral readings of hip angles within one step of each other. */
export interface NeutralBin {
  readonly hipDeg: number;
  /** Frames it was read from. */
  readonly frames: number;
  /** Lengths of the outline (`BackOutline`); absent where they could not be seen. */
  readonly dorsal?: number;
  readonly ventral?: number;
  readonly ribFlare?: number;
  /** Angle of the worn bands, degrees. */
  readonly beltDeg?: number;
  /** The outline itself, to be drawn. */
  readonly profile: TrunkProfile;
}

/** What must be alike for a neutral to hold: the camera's place, as the athlete shows it. */
export interface OutlineSetup {
  /** The trunk in the start position over the picture's height. */
  readonly trunkRatio: number;
  readonly yawDeg: number | undefined;
  readonly eta: Handedness;
}

/** One frame's outline with the hip's angle. */
export interface NeutralReading {
  readonly hipDeg: number;
  readonly dorsal: number | undefined;
  readonly ventral: number | undefined;
  readonly ribFlare: number | undefined;
  readonly beltDeg?: number | undefined;
  readonly profile: TrunkProfile;
}

const binDeg = 2;
/** Kernel over the hip's angle (outline.md, step 7). */
const kernelDeg = 7;
/** A neutral must be seen in this share of its frames. */
const seenShareMin = 0.6;
const seenFramesMin = 6;
/** Trunk length and yaw that a camera which stands still gives again. */
const trunkChangeMax = 0.12;
const yawChangeDeg = 8;

/** What of a bin can be compared with. */
export type NeutralLength = 'dorsal' | 'ventral' | 'ribFlare' | 'beltDeg';

const medianOf = (readings: readonly NeutralReading[], length: NeutralLength): number | undefined =>
  computeMedianOf(readings, (reading) => reading[length]);

const medianProfile = (
  readings: readonly NeutralReading[],
  side: keyof TrunkProfile,
): (number | undefined)[] =>
  (readings[0]?.profile[side] ?? []).map((_, station) =>
    computeMedianOf(readings, ({ profile }) => profile[side][station]),
  );

function buildBin(readings: readonly NeutralReading[]): NeutralBin {
  const dorsal = medianOf(readings, 'dorsal');
  const ventral = medianOf(readings, 'ventral');
  const ribFlare = medianOf(readings, 'ribFlare');
  const beltDeg = medianOf(readings, 'beltDeg');
  return {
    hipDeg: computeMedianOf(readings, ({ hipDeg }) => hipDeg) ?? 0,
    frames: readings.length,
    ...(dorsal === undefined ? {} : { dorsal }),
    ...(ventral === undefined ? {} : { ventral }),
    ...(ribFlare === undefined ? {} : { ribFlare }),
    ...(beltDeg === undefined ? {} : { beltDeg }),
    profile: {
      dorsal: medianProfile(readings, 'dorsal'),
      ventral: medianProfile(readings, 'ventral'),
    },
  };
}

/**
 * The neutral from frames of a good position or of a slow good movement.
 * @param frames how many frames had an outline asked for, seen or not
 * @returns undefined where back and belly were seen in too few of them
 */
export function learnBackNeutral(
  readings: readonly NeutralReading[],
  frames: number,
): BackNeutral | undefined {
  const seen = readings.filter(
    ({ dorsal, ventral, beltDeg }) =>
      dorsal !== undefined || ventral !== undefined || beltDeg !== undefined,
  );
  if (seen.length < Math.max(seenFramesMin, seenShareMin * frames)) return undefined;
  const groups = new Map<number, NeutralReading[]>();
  for (const reading of seen) {
    const step = Math.round(reading.hipDeg / binDeg);
    const group = groups.get(step);
    if (group === undefined) groups.set(step, [reading]);
    else group.push(reading);
  }
  const bins = [...groups.values()].map(buildBin).sort((a, b) => a.hipDeg - b.hipDeg);
  return { bins };
}

/** Whether the camera still stands where the neutral was learned. */
export function fitsSetup({ setup }: BackNeutral, now: OutlineSetup): boolean {
  if (setup === undefined) return true;
  const yaw =
    setup.yawDeg === undefined || now.yawDeg === undefined ? 0 : setup.yawDeg - now.yawDeg;
  return (
    setup.eta === now.eta &&
    Math.abs(now.trunkRatio / setup.trunkRatio - 1) <= trunkChangeMax &&
    Math.abs(yaw) <= yawChangeDeg
  );
}

/**
 * A length of the neutral outline at a hip angle: mean over a Gaussian kernel, carried on from the
 * kernel's own middle by a known slope.
 * @param slope of the length per degree of hip flexion
 * @param reachDeg how far from the angles it was learned at it may be carried
 * @returns undefined beyond the reach
 */
export function readNeutral(
  { bins }: BackNeutral,
  length: NeutralLength,
  hipDeg: number,
  slope: number,
  reachDeg: number,
): number | undefined {
  let nearest = Infinity;
  for (const bin of bins) {
    if (bin[length] !== undefined) nearest = Math.min(nearest, Math.abs(bin.hipDeg - hipDeg));
  }
  if (!(nearest <= reachDeg)) return undefined;
  let weights = 0;
  let value = 0;
  let at = 0;
  for (const bin of bins) {
    const own = bin[length];
    if (own === undefined) continue;
    const away = Math.abs(bin.hipDeg - hipDeg);
    // Relative to the nearest bin, so that far from all of them the weights do not vanish.
    const weight = bin.frames * Math.exp((nearest ** 2 - away ** 2) / (2 * kernelDeg ** 2));
    weights += weight;
    value += weight * own;
    at += weight * bin.hipDeg;
  }
  return value / weights + slope * (hipDeg - at / weights);
}

/** The neutral outline nearest to a hip angle, to be drawn. */
export const nearestProfile = ({ bins }: BackNeutral, hipDeg: number): TrunkProfile | undefined =>
  bins.reduce<NeutralBin | undefined>(
    (best, bin) =>
      best === undefined || Math.abs(bin.hipDeg - hipDeg) < Math.abs(best.hipDeg - hipDeg)
        ? bin
        : best,
    undefined,
  )?.profile;
