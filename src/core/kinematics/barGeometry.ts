import type { BandLine, PictureFormat } from '../body/poseFrame';
import { focalRatio } from './camera';

/**
 * The roll of a straight bar that lies across the pelvis, from its two ends in one picture. Pure.
 *
 * With both feet down the bar is level. So the plane through the lens and its two ends tells which
 * way it points over the floor, and its length in the picture how many of its own lengths it is
 * away. Later it has turned by the roll about the body's long axis, in the plane of that direction
 * and of the belly's: the roll is the one whose bar, drawn by a pinhole camera on the ray to the
 * bar's middle and as far away as before, fits both ends best (least squares, one unknown). From the
 * side and above it is told by how much longer or shorter the bar is drawn, from the head end by how
 * it is turned.
 *
 * Errors, for a bar of 0.5 m, 2.6 m from a laptop, of which both ends are seen:
 * - a degree moves the ends against each other by 1.7 px: ends that are off against each other by a
 *   pixel are 0.6° in one picture (the rule reads the median of a second);
 * - how far the camera looks down is told by the bar's true length, for the athlete's distance is
 *   known within 12 % (of an average body, camera.ts): the roll is off by the same share, 1° of 8°.
 *   With less than 12° between bar and line of sight a pixel of the level bar counts too much:
 *   refused;
 * - the azimuth does not count where the level bar tells it; from the head end, no higher than the
 *   bar, 7° of it are 0.9°;
 * - a focal length that is off by a tenth is less than 1 % of the roll;
 * - hips that come 3 cm nearer are 0.3°;
 * - a bar that was not level on the hips is level by definition: only the change is read.
 */

/** A direction or a place, level with the floor: to the right, up, away from the camera. */
type Room = readonly [right: number, up: number, away: number];

/** A point of the picture, upright, from its middle, in focal lengths. */
type Flat = readonly [x: number, y: number];

/** Why the bar that is worn does not tell the roll of the pelvis. */
export type BarGap =
  /** It was read before in this hold, and one of its ends is hidden now. */
  | 'barHidden'
  /** It was not seen with both feet down, where it is level. */
  | 'barNoLevel'
  /** The camera looks along it, or stands too far away; or its length is another. */
  | 'barIllPlaced';

/** Where the camera stands. */
export interface BarPlace {
  readonly format: PictureFormat;
  readonly tiltDeg: number;
  readonly azimuthDeg: number;
}

/** What the level bar has told. */
export interface LevelBar {
  /** Toward the athlete's left, over the floor. */
  readonly left: Room;
  /** From the lens to its middle, in its own lengths. */
  readonly away: number;
  /** From its right end to its left one in the picture. */
  readonly drawn: Flat;
  /** What it reads itself, degrees: nothing, unless shoulders and hips had to tell which way it points. */
  readonly zeroDeg: number;
}

const degPerRad = 180 / Math.PI;
const up: Room = [0, 1, 0];

/** A camera that looks at somebody who lies is tilted down by no more, degrees. */
const tiltMaxDeg = 70;
const halvings = 20;
/** Between the bar and the line of sight there must be so much, as a sine: 12°. */
const alongMin = 0.21;
/** A degree of roll must move the ends against each other by so much, px. */
const pxPerDegMin = 0.7;
/** The level bar may point so far from where shoulders and hips say, as a cosine: 35°. */
const acrossMin = 0.82;
/** From a camera about as high as the bar its plane tells no direction, as a sine: 10°. */
const steepMin = 0.17;
/** A bar may be drawn so much otherwise than any roll would, as a share of its level length. */
const misfitMax = 0.2;
/** Nearly along the body no picture of it tells how far it rises: a bridge does by about this. */
const usualInclineDeg = 25;
/** Share of the plane through lens and long axis that stands across the body, for it to tell that. */
const inclineSeen = 0.4;
const rollMaxDeg = 40;
const rounds = 8;

const dot = (a: Room, b: Room): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Room, b: Room): Room => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const add = (a: Room, b: Room, times = 1): Room => [
  a[0] + times * b[0],
  a[1] + times * b[1],
  a[2] + times * b[2],
];
const scale = (a: Room, by: number): Room => [by * a[0], by * a[1], by * a[2]];
const unit = (a: Room): Room => scale(a, 1 / Math.max(1e-12, Math.hypot(...a)));

const focalPx = ({ widthPx, heightPx }: PictureFormat): number =>
  focalRatio * Math.max(widthPx, heightPx);

/** A pixel, upright and from the middle of the picture, in focal lengths. */
function toFlat({ format }: Pick<BarPlace, 'format'>, xPx: number, yPx: number): Flat {
  const { widthPx, heightPx, cameraRollDeg } = format;
  const x = (xPx - widthPx / 2) / focalPx(format);
  const y = (heightPx / 2 - yPx) / focalPx(format);
  const [c, s] = [Math.cos(cameraRollDeg / degPerRad), Math.sin(cameraRollDeg / degPerRad)];
  return [c * x - s * y, s * x + c * y];
}

const forwardOf = ({ tiltDeg }: BarPlace): Room => [
  0,
  -Math.sin(tiltDeg / degPerRad),
  Math.cos(tiltDeg / degPerRad),
];
const uprightOf = ({ tiltDeg }: BarPlace): Room => [
  0,
  Math.cos(tiltDeg / degPerRad),
  Math.sin(tiltDeg / degPerRad),
];

/** From the lens through a point of the picture, one long along the camera's axis. */
const toRay = (place: BarPlace, [x, y]: Flat): Room =>
  add(add(forwardOf(place), uprightOf(place), y), [1, 0, 0], x);

function toPicture(place: BarPlace, at: Room): Flat {
  const depth = dot(at, forwardOf(place));
  return [at[0] / depth, dot(at, uprightOf(place)) / depth];
}

type Ends = readonly [Flat, Flat];

const readEnds = (place: Pick<BarPlace, 'format'>, [x1, y1, x2, y2]: BandLine): Ends => [
  toFlat(place, x1, y1),
  toFlat(place, x2, y2),
];

const between = ([a, b]: Ends): Flat => [a[0] - b[0], a[1] - b[1]];

/** Toward the athlete's left, as the camera's azimuth round them has it. */
function guessLeft({ azimuthDeg }: BarPlace, toBar: Room): Room {
  const bearing = Math.atan2(toBar[0], toBar[2]);
  const turn = azimuthDeg / degPerRad + bearing;
  return [Math.cos(turn), 0, -Math.sin(turn)];
}

/** The way the belly faces, for a long axis that rises by so much from the shoulders to the hips. */
function bellyOf(left: Room, inclineDeg: number): Room {
  const towardHead: Room = [-left[2], 0, left[0]];
  const incline = inclineDeg / degPerRad;
  return add(scale(up, Math.cos(incline)), towardHead, Math.sin(incline));
}

/** The bar as a camera draws it, rolled so far: left end from right end. */
function draw(place: BarPlace, level: LevelBar, ends: Ends, inclineDeg: number, rollDeg: number) {
  const roll = rollDeg / degPerRad;
  const belly = bellyOf(level.left, inclineDeg);
  const bar = add(scale(level.left, Math.cos(roll)), belly, Math.sin(roll));
  const [left, right] = [toRay(place, ends[0]), toRay(place, ends[1])];
  // The nearer end counts less: the middle of the bar is not the middle of its picture.
  const half = dot(bar, forwardOf(place)) / 2;
  const toward = add(scale(left, level.away + half), right, level.away - half);
  const middle = scale(unit(toward), level.away);
  return between([
    toPicture(place, add(middle, bar, 0.5)),
    toPicture(place, add(middle, bar, -0.5)),
  ]);
}

/** How a degree of roll moves the ends against each other, in focal lengths. */
function slopeAt(place: BarPlace, level: LevelBar, ends: Ends, inclineDeg: number, deg: number) {
  const [more, less] = [deg + 0.5, deg - 0.5].map((at) =>
    draw(place, level, ends, inclineDeg, at),
  ) as [Flat, Flat];
  return between([more, less]);
}

/** A bar that lies level, whether its roll can be told or not. */
function placeLevel(ends: Ends, place: BarPlace) {
  const [first, second] = ends.map((end) => toRay(place, end)) as [Room, Room];
  const plane = cross(first, second);
  const toBar = unit(add(first, second));
  const guess = guessLeft(place, toBar);
  const along = cross(unit(plane), up);
  const told = unit(scale(along, Math.sign(dot(along, guess)) || 1));
  const left = Math.hypot(...along) < steepMin ? guess : told;
  // Both rays, so long that the bar is one long between them.
  const square = Math.max(1e-12, dot(plane, plane));
  const far = [
    dot(cross(left, second), plane) / square,
    dot(cross(left, first), plane) / square,
  ] as const;
  const away = Math.hypot(...add(scale(first, far[0]), second, far[1])) / 2;
  const ordered: Ends = far[0] >= 0 ? ends : [ends[1], ends[0]];
  return {
    guess,
    toBar,
    ends: ordered,
    level: { left, away, drawn: between(ordered), zeroDeg: 0 },
  };
}

/**
 * How far the camera is tilted down where a level bar of known length is as far away as the athlete.
 * @param away distance of the athlete, in lengths of the bar
 * @returns undefined where it would have to look from above: the bar is another, or another length
 */
export function findBarTilt(
  line: BandLine,
  away: number,
  place: Omit<BarPlace, 'tiltDeg'>,
): number | undefined {
  const ends = readEnds(place, line);
  const isFar = (tiltDeg: number): boolean =>
    placeLevel(ends, { ...place, tiltDeg }).level.away > away;
  let [from, to] = [0, tiltMaxDeg];
  if (isFar(from) || !isFar(to)) return undefined;
  for (let n = 0; n < halvings; n++) {
    const middle = (from + to) / 2;
    if (isFar(middle)) to = middle;
    else from = middle;
  }
  return (from + to) / 2;
}

/**
 * Takes a bar that lies level, across the athlete's hips.
 * @returns undefined where it points elsewhere, or the camera stands so that its roll could not be told
 */
export function readLevelBar(line: BandLine, place: BarPlace): LevelBar | undefined {
  const { guess, toBar, ends, level } = placeLevel(readEnds(place, line), place);
  const { left } = level;
  if (dot(left, guess) < acrossMin) return undefined;
  if (Math.hypot(...cross(left, toBar)) < alongMin) return undefined;
  const slope = slopeAt(place, level, ends, usualInclineDeg, 0);
  if (Math.hypot(...slope) * focalPx(place.format) < pxPerDegMin) return undefined;
  const zeroDeg = solveBarRoll(line, level, place, usualInclineDeg);
  return zeroDeg === undefined ? undefined : { ...level, zeroDeg };
}

/**
 * The roll of the bar since it was level, degrees, positive with the athlete's left side higher.
 * @param inclineDeg how far the pelvis' long axis rises from the shoulders to the hips
 * @returns undefined where no roll draws such a bar: one of its ends is hidden, or it is another
 */
export function solveBarRoll(
  line: BandLine,
  level: LevelBar,
  place: BarPlace,
  inclineDeg: number,
): number | undefined {
  const found = readEnds(place, line);
  const [x, y] = between(found);
  const ends: Ends = x * level.drawn[0] + y * level.drawn[1] >= 0 ? found : [found[1], found[0]];
  const drawn = between(ends);
  let rollDeg = 0;
  const misfit = (): Flat => between([drawn, draw(place, level, ends, inclineDeg, rollDeg)]);
  for (let round = 0; round < rounds; round++) {
    const [px, py] = slopeAt(place, level, ends, inclineDeg, rollDeg);
    const [ex, ey] = misfit();
    const step = (ex * px + ey * py) / Math.max(1e-12, px * px + py * py);
    rollDeg = Math.max(-rollMaxDeg, Math.min(rollMaxDeg, rollDeg + step));
  }
  const rest = Math.hypot(...misfit()) / Math.hypot(...level.drawn);
  if (rest > misfitMax || Math.abs(rollDeg) >= rollMaxDeg) return undefined;
  return rollDeg - level.zeroDeg;
}

/** How far the long axis rises from the shoulders' middle to the hips', by their places in the picture. */
export function readIncline(
  place: BarPlace,
  shoulder: { readonly xPx: number; readonly yPx: number },
  hip: { readonly xPx: number; readonly yPx: number },
  { left }: Pick<LevelBar, 'left'>,
): number {
  const [fromHip, fromShoulder] = [hip, shoulder].map(({ xPx, yPx }) =>
    toRay(place, toFlat(place, xPx, yPx)),
  ) as [Room, Room];
  const plane = unit(cross(fromHip, fromShoulder));
  const [along, upright] = [dot(plane, [-left[2], 0, left[0]]), plane[1]];
  if (Math.hypot(along, upright) < inclineSeen) return usualInclineDeg;
  const incline = Math.atan2(along, upright) * degPerRad;
  return incline - 180 * Math.round(incline / 180);
}
