/**
 * Formulas of the measures (spec 3.1-3.3). Points are in the gravity frame: x right, y up, the same
 * unit on both axes. Signs: flexion positive, 0 is the standing anatomical position.
 */

/** A point or a vector of the gravity frame, pixels. */
export interface Vec {
  readonly x: number;
  readonly y: number;
}

const degPerRad = 180 / Math.PI;

/** Which flank the side camera sees: decided once in set-up, latched for the set. */
export type Handedness = 1 | -1;

/** Toward which side of the picture the person faces: +1 is +x. */
export type Facing = 1 | -1;

const subtract = (a: Vec, b: Vec): Vec => ({ x: a.x - b.x, y: a.y - b.y });
const cross = (u: Vec, v: Vec): number => u.x * v.y - u.y * v.x;
const dot = (u: Vec, v: Vec): number => u.x * v.x + u.y * v.y;

/** Length of a vector. `Math.hypot` guards against overflow, for many times the cost. */
export const lengthOf = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** Distance between two points, px. */
export const distance = (a: Vec, b: Vec): number => lengthOf(a.x - b.x, a.y - b.y);

/** Midpoint of two points. */
export const midpoint = (a: Vec, b: Vec): Vec => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/**
 * Picture pixels (y down) into the gravity frame (y up, from the middle of the picture's left edge),
 * turned back by the camera's roll. Athletes are near the middle: without a roll, a height over a
 * body's length that is still being learned hardly moves with that length.
 * @param rollDeg camera roll in degrees, clockwise positive
 */
export function toGravityFrame(xPx: number, yPx: number, heightPx: number, rollDeg: number): Vec {
  const y = heightPx / 2 - yPx;
  if (rollDeg === 0) return { x: xPx, y };
  const roll = rollDeg / degPerRad;
  const c = Math.cos(roll);
  const s = Math.sin(roll);
  return { x: c * xPx - s * y, y: s * xPx + c * y };
}

/** Signed turn from A over B to C in degrees, counter-clockwise positive, 0 straight, -180..180. */
export function computeTurn(a: Vec, b: Vec, c: Vec): number {
  const u = subtract(b, a);
  const v = subtract(c, b);
  return Math.atan2(cross(u, v), dot(u, v)) * degPerRad;
}

/**
 * Handedness from a posture in which it is unambiguous.
 * @param ventral where the belly points: standing toward the toes, supine up, prone down
 */
export function computeHandedness(shoulder: Vec, hip: Vec, ventral: Vec): Handedness {
  return cross(subtract(hip, shoulder), ventral) > 0 ? 1 : -1;
}

/** Hip flexion (thigh against trunk), degrees, flexion positive. Spec HF. */
export const computeHipFlexion = (shoulder: Vec, hip: Vec, knee: Vec, eta: Handedness): number =>
  eta * computeTurn(shoulder, hip, knee);

/**
 * Trunk-thigh extension, degrees: positive beyond the reference, negative short of it. Spec TTE.
 * @param hipFlexionRefDeg hip flexion of the reference posture; 0 for a straight line
 */
export const computeTrunkThigh = (
  shoulder: Vec,
  hip: Vec,
  knee: Vec,
  eta: Handedness,
  hipFlexionRefDeg = 0,
): number => -(computeHipFlexion(shoulder, hip, knee, eta) - hipFlexionRefDeg);

/** Knee flexion, degrees, flexion positive. Spec KF. */
export const computeKneeFlexion = (hip: Vec, knee: Vec, ankle: Vec, eta: Handedness): number =>
  -eta * computeTurn(hip, knee, ankle);

/** Head against trunk, degrees, positive with the head back. Spec HT. */
export const computeHeadTrunk = (ear: Vec, shoulder: Vec, hip: Vec, eta: Handedness): number =>
  eta * computeTurn(hip, shoulder, ear);

/** Segment from low to high against the vertical, degrees, positive toward the side faced. */
export const computeInclination = (low: Vec, high: Vec, facing: Facing): number =>
  Math.atan2(facing * (high.x - low.x), high.y - low.y) * degPerRad;

/** Tilt of a line against the horizontal, degrees, positive where the tested end is lower. */
export const computeLineTilt = (reference: Vec, tested: Vec): number =>
  -Math.atan2(tested.y - reference.y, Math.abs(tested.x - reference.x)) * degPerRad;

/**
 * Frontal plane projection angle, degrees, positive with the knee medial of the hip-ankle line.
 * @param medialX +1 where the body's midline lies toward +x of this knee, else -1
 */
export function computeFppa(hip: Vec, knee: Vec, ankle: Vec, medialX: 1 | -1): number {
  const line = subtract(ankle, hip);
  const thigh = subtract(knee, hip);
  const offset = Math.abs(line.y) > 1e-6 ? thigh.x - line.x * (thigh.y / line.y) : 0;
  return Math.sign(offset * medialX) * Math.abs(computeTurn(hip, knee, ankle));
}

/** Knee over toe as a ratio of the leg's length, positive with the knee medial of the toe. KOT. */
export const computeKneeOverToe = (knee: Vec, toe: Vec, medialX: 1 | -1, leg: number): number =>
  (medialX * (knee.x - toe.x)) / leg;

/** Distance of the knees over the distance of the ankles; undefined where the ankles coincide. */
export function computeKneeSeparation(
  kneeL: Vec,
  kneeR: Vec,
  ankleL: Vec,
  ankleR: Vec,
): number | undefined {
  const ankles = Math.abs(ankleL.x - ankleR.x);
  return ankles < 1e-6 ? undefined : Math.abs(kneeL.x - kneeR.x) / ankles;
}

/**
 * Total sagittal curvature of at least four points from cranial to caudal, degrees, positive with
 * the apex ventral (lordotic): least-squares parabola in the chord's frame, 4·atan(2·sagitta/chord).
 * Undefined for fewer points or a chord of no length.
 */
export function computeCurveAngle(points: readonly Vec[], eta: Handedness): number | undefined {
  const first = points[0];
  const last = points.at(-1);
  if (points.length < 4 || first === undefined || last === undefined) return undefined;
  const chord = subtract(last, first);
  const length = lengthOf(chord.x, chord.y);
  if (length < 1e-9) return undefined;
  const along = { x: chord.x / length, y: chord.y / length };
  const ventral = { x: -eta * along.y, y: eta * along.x };
  let weighted = 0;
  let weights = 0;
  for (const point of points) {
    const from = subtract(point, first);
    const t = dot(from, along) / length;
    const weight = 4 * t * (1 - t);
    weighted += (dot(from, ventral) / length) * weight;
    weights += weight * weight;
  }
  return 4 * Math.atan((2 * weighted) / weights) * degPerRad;
}
