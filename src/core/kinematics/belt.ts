import type { BandLine, BeltLines } from '../body/poseFrame';
import type { Handedness } from './angle';

/**
 * Two contrasting bands, round the lower ribs and round the pelvis (aid of tier A for loose
 * clothes): side-on each is a stripe across the trunk, and the angle between the two stripes is that
 * of the thorax against the pelvis. Pure: colours in, lines out.
 */

/** A colour, 0..1 each. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** The colours of the two bands, picked at set-up. */
export interface BeltColours {
  readonly ribs: Colour;
  readonly pelvis: Colour;
}

/** A bar across the pelvis by its colour, and how long it is. */
export interface BarOption {
  readonly colour: Colour;
  readonly lengthM: number;
}

/** One sample of the picture. */
export interface ColourSample extends Colour {
  readonly xPx: number;
  readonly yPx: number;
}

/** Light and shade change brightness far more than colour: so far off still matches. */
const lumaReach = 0.45;
/** Of colour differences per brightness, which shade leaves as they are. */
const chromaReach = 0.15;
/** Keeps the dark, whose colour is noise, from looking colourful. */
const darkest = 0.1;
/** Samples farther from the line than this many of its own spreads are not the band's. */
const trimSpreads = 2.2;
const trimRounds = 5;
/** A stripe is at least so many times longer than wide, and of so many samples. */
const elongationMin = 2;
const samplesMin = 10;
/** Bands are farther from level to each other than this in no trunk, degrees: something else. */
const beltAngleMax = 75;

/** Brightness, and the colour differences of ITU-R BT.601 per brightness. */
function splitColour({ red, green, blue }: Colour): readonly [luma: number, b: number, r: number] {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const scale = 1 / (luma + darkest);
  return [luma, 0.564 * (blue - luma) * scale, 0.713 * (red - luma) * scale];
}

/** How well a sample matches a colour, 0..1. */
export function matchColour(sample: Colour, colour: Colour): number {
  const [luma, blueness, redness] = splitColour(sample);
  const [ownLuma, ownBlueness, ownRedness] = splitColour(colour);
  const away =
    ((blueness - ownBlueness) ** 2 + (redness - ownRedness) ** 2) / chromaReach ** 2 +
    ((luma - ownLuma) / lumaReach) ** 2;
  return Math.max(0, 1 - away);
}

interface Weighted {
  readonly xPx: number;
  readonly yPx: number;
  readonly weight: number;
}

interface Line {
  readonly x: number;
  readonly y: number;
  /** Unit vector along it. */
  readonly dx: number;
  readonly dy: number;
  /** Spread of its samples along and across it, px. */
  readonly alongPx: number;
  readonly acrossPx: number;
}

/** Total least squares through weighted points; undefined of nothing. */
function fitLine(points: readonly Weighted[]): Line | undefined {
  let weights = 0;
  let x = 0;
  let y = 0;
  for (const { xPx, yPx, weight } of points) {
    weights += weight;
    x += weight * xPx;
    y += weight * yPx;
  }
  if (!(weights > 0)) return undefined;
  x /= weights;
  y /= weights;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const { xPx, yPx, weight } of points) {
    xx += (weight * (xPx - x) ** 2) / weights;
    xy += (weight * (xPx - x) * (yPx - y)) / weights;
    yy += (weight * (yPx - y) ** 2) / weights;
  }
  const turn = Math.atan2(2 * xy, xx - yy) / 2;
  const half = Math.hypot((xx - yy) / 2, xy);
  return {
    x,
    y,
    dx: Math.cos(turn),
    dy: Math.sin(turn),
    alongPx: Math.sqrt((xx + yy) / 2 + half),
    acrossPx: Math.sqrt(Math.max(0, (xx + yy) / 2 - half)),
  };
}

/**
 * The stripe of one colour among samples of the trunk.
 * @returns its middle line from end to end, px; undefined where no stripe of that colour is seen
 */
export function fitBand(samples: readonly ColourSample[], colour: Colour): BandLine | undefined {
  let points = samples.flatMap((sample): Weighted[] => {
    const weight = matchColour(sample, colour);
    return weight > 0 ? [{ xPx: sample.xPx, yPx: sample.yPx, weight }] : [];
  });
  let line = fitLine(points);
  for (let round = 0; round < trimRounds && line !== undefined; round++) {
    const { x, y, dx, dy, alongPx, acrossPx } = line;
    // Half a pixel is the noise of sampling: narrower stripes lose nothing.
    const width = trimSpreads * Math.max(0.5, acrossPx);
    const kept = points.filter(({ xPx, yPx }) => {
      const across = (yPx - y) * dx - (xPx - x) * dy;
      const along = (xPx - x) * dx + (yPx - y) * dy;
      return Math.abs(across) <= width && Math.abs(along) <= trimSpreads * alongPx;
    });
    if (kept.length === points.length) break;
    points = kept;
    line = fitLine(points);
  }
  if (line === undefined || points.length < samplesMin) return undefined;
  const { x, y, dx, dy, alongPx, acrossPx } = line;
  if (alongPx < elongationMin * acrossPx) return undefined;
  // Points spread evenly over a line have its length over √12 as their spread.
  const half = Math.sqrt(3) * alongPx;
  return [x - half * dx, y - half * dy, x + half * dx, y + half * dy];
}

/** Both bands among samples of the trunk; undefined where neither is seen. */
export function fitBelt(
  samples: readonly ColourSample[],
  colours: BeltColours,
): BeltLines | undefined {
  const ribs = fitBand(samples, colours.ribs);
  const pelvis = fitBand(samples, colours.pelvis);
  if (ribs === undefined && pelvis === undefined) return undefined;
  return { ...(ribs === undefined ? {} : { ribs }), ...(pelvis === undefined ? {} : { pelvis }) };
}

/** Direction of a line in the picture, degrees. */
const directionDeg = ([x1, y1, x2, y2]: BandLine): number =>
  (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;

/**
 * Thorax against pelvis by the bands, degrees, positive with more lordosis: the ribs' band rises and
 * the pelvis' band falls toward the belly. Only its change means something: bands sit as they were
 * put on.
 * @returns undefined where one of them is not seen, or is no band
 */
export function readBeltAngle({ ribs, pelvis }: BeltLines, eta: Handedness): number | undefined {
  if (ribs === undefined || pelvis === undefined) return undefined;
  let angle = directionDeg(ribs) - directionDeg(pelvis);
  angle -= 180 * Math.round(angle / 180);
  return Math.abs(angle) > beltAngleMax ? undefined : -eta * angle;
}
