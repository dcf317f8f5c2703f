import { keypointIndex, keypointNames, type KeypointName } from '../../src/core/body/keypoint';
import type {
  BandLine,
  BeltLines,
  Keypoint,
  PictureFormat,
  PoseFrame,
  TrunkProfile,
  WorldPoint,
} from '../../src/core/body/poseFrame';
import { stationAt, stationCount } from '../../src/core/kinematics/trunkOutline';
import { buildCrawling, buildHalfKneeling, buildTableEdge, buildWalking } from './movingBody';
import {
  type Body,
  type BodyPoint,
  type Flat,
  buildStanding,
  buildSupine,
  raiseArms,
} from './stickBody';

/** Which way the person is turned: from the front, from behind, or side-on with a side near. */
export type Placing = 'front' | 'back' | 'rightSide' | 'leftSide';

/** Everything that makes one picture; the numbers are what a movement changes. */
export interface PoseNumbers {
  readonly trunkThighDeg: number;
  readonly heelRiseM: number;
  readonly kneeFlexionDeg: number;
  readonly caveLeftDeg: number;
  readonly caveRightDeg: number;
  readonly trunkInclineDeg: number;
  readonly trunkLeanDeg: number;
  readonly hipShiftM: number;
  /** Walking and crawling: see `Striding`. */
  readonly phase: number;
  readonly leftShare: number;
  readonly stepM: number;
  readonly liftM: number;
  readonly dropLeftDeg: number;
  readonly dropRightDeg: number;
  readonly shoulderTiltDeg: number;
  readonly handPhase: number;
  readonly pikeM: number;
  /** Hip-flexor test: see `HipTested`. */
  readonly thighDeg: number;
  readonly testedKneeDeg: number;
  readonly hipRiseM: number;
  readonly hipForwardM: number;
  /** 0 side-on with the right side near, 90 from the front, 180 with the left side near. */
  readonly headingDeg: number;
  /** How far the camera looks down, degrees. */
  readonly elevationDeg: number;
  readonly pxPerM: number;
  /** Where the body stands in the picture, px. */
  readonly centreXPx: number;
  readonly centreYPx: number;
  /** Lordosis beyond neutral on the outline's scale, for poses with an outline. */
  readonly archScore: number;
  /** What bands that are worn read, for poses with bands. */
  readonly lordosisDeg: number;
  /** Score of every keypoint. */
  readonly score: number;
  /** Standard deviation of the noise, px. */
  readonly noisePx: number;
}

/** A way to lie, kneel or stand that its own numbers describe. */
export interface Shape<Name extends string = string> {
  /** The numbers to start from. */
  readonly rest: Readonly<Record<Name, number>>;
  build(numbers: Readonly<Record<Name, number>>): Body;
  /** The middle of the body that stands at the picture's centre, metres along and up. */
  readonly centre: readonly [along: number, up: number];
}

interface PoseSpec extends PoseNumbers {
  readonly posture: 'supine' | 'standing' | 'walking' | 'crawling' | 'tableEdge' | 'halfKneeling';
  /** In place of the posture, with its numbers now. */
  readonly shape: Shape | undefined;
  readonly shapeNumbers: Readonly<Record<string, number>>;
  readonly hidden: ReadonlySet<KeypointName>;
  readonly seed: number;
  readonly withWorld: boolean;
  /** Arms held straight up. */
  readonly raised: 'left' | 'right' | 'both' | undefined;
  readonly withOutline: boolean;
  readonly withBelt: boolean;
}

/** The picture that all builders fill. */
export const picture: PictureFormat = { widthPx: 640, heightPx: 480, cameraRollDeg: 0 };

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

const headings: Readonly<Record<Placing, number>> = {
  rightSide: 0,
  front: 90,
  leftSide: 180,
  back: 270,
};

/** Deterministic numbers 0..1 (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Numbers of a normal distribution, mean 0, standard deviation 1 (Box and Muller). */
export function createNormal(seed: number): () => number {
  const random = createRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A point in the camera's frame, metres: x right, y up, z away from the camera. */
interface RoomPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Turns the body by its heading, then looks at it from the camera's height. */
function place(point: BodyPoint, headingDeg: number, elevationDeg: number): RoomPoint {
  const c = Math.cos(rad(headingDeg));
  const s = Math.sin(rad(headingDeg));
  const x = c * point.along + s * point.left;
  const away = -s * point.along + c * point.left;
  const ce = Math.cos(rad(elevationDeg));
  const se = Math.sin(rad(elevationDeg));
  return { x, y: point.up * ce + away * se, z: away * ce - point.up * se };
}

/** The middle of the body that stands at the picture's centre, metres along and up. */
const centres = {
  supine: [0.4, 0.25],
  standing: [0, 0.85],
  walking: [0, 0.85],
  crawling: [0.1, 0.3],
  tableEdge: [0.4, 0.85],
  halfKneeling: [0.1, 0.55],
} as const;

const builders: Readonly<Record<PoseSpec['posture'], (spec: PoseSpec) => Body>> = {
  supine: buildSupine,
  standing: buildStanding,
  walking: buildWalking,
  crawling: buildCrawling,
  tableEdge: buildTableEdge,
  halfKneeling: buildHalfKneeling,
};

function buildShape(spec: PoseSpec): Body {
  if (spec.shape !== undefined) return spec.shape.build(spec.shapeNumbers);
  return builders[spec.posture](spec);
}

const build = (spec: PoseSpec): Body => raiseArms(buildShape(spec), spec.raised);

/** Numbers between those of one pose (share 0) and another's (share 1). */
const mixNumbers = (
  from: Readonly<Record<string, number>>,
  to: Readonly<Record<string, number>>,
  share: number,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(to).map(([key, end]) => {
      const begin = from[key] ?? end;
      return [key, begin + (end - begin) * share];
    }),
  );

/** 1 between two stations, 0 a tenth of the trunk beyond them. */
const between = (station: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (station - from) * 10 + 1, (to - station) * 10 + 1));

/** A mask rounds off the hollow of an arch by so much: what the score makes up for. */
const roundedOff = 1.4;

/** The outline of a trunk whose loin and belly have moved as a score says (outline.md, step 6). */
const buildOutline = (score: number): TrunkProfile => {
  const archScore = score > 0 ? score / roundedOff : score;
  const stations = Array.from({ length: stationCount }, (_, index) => stationAt(index));
  return {
    dorsal: stations.map((station) => 0.16 - (archScore / 480) * between(station, 0.15, 0.45)),
    ventral: stations.map((station) => 0.14 + (archScore / 500) * between(station, 0.15, 0.7)),
  };
};

/** Two stripes across a trunk in the picture, turned against each other; `eta` as its handedness. */
function drawBelt(hip: Flat, shoulder: Flat, lordosisDeg: number, eta: number): BeltLines {
  const [dx, dy] = [shoulder[0] - hip[0], shoulder[1] - hip[1]];
  const lineAt = (station: number, turnDeg: number): BandLine => {
    const [x, y] = [hip[0] + station * dx, hip[1] + station * dy];
    const [c, s] = [0.17 * Math.cos(rad(turnDeg)), 0.17 * Math.sin(rad(turnDeg))];
    const [ax, ay] = [-dy * c - dx * s, dx * c - dy * s];
    return [x - ax, y - ay, x + ax, y + ay];
  };
  const half = (-eta * lordosisDeg) / 2;
  return { ribs: lineAt(0.58, half), pelvis: lineAt(0.06, -half) };
}

function project(spec: PoseSpec, body: Body, tSec: number): PoseFrame {
  const at = (point: BodyPoint): RoomPoint => place(point, spec.headingDeg, spec.elevationDeg);
  const [along, up] = spec.shape?.centre ?? centres[spec.posture];
  const centre = at({ along, up, left: 0 });
  const hips = [at(body.leftHip), at(body.rightHip)] as const;
  const origin = {
    x: (hips[0].x + hips[1].x) / 2,
    y: (hips[0].y + hips[1].y) / 2,
    z: (hips[0].z + hips[1].z) / 2,
  };
  const normal = createNormal(spec.seed * 1_000_003 + Math.round(tSec * 10_000));
  const noise = (): number => (spec.noisePx === 0 ? 0 : spec.noisePx * normal());
  const toPx = (point: RoomPoint): Flat => [
    spec.centreXPx + spec.pxPerM * (point.x - centre.x),
    spec.centreYPx - spec.pxPerM * (point.y - centre.y),
  ];
  const image = keypointNames.map((name): Keypoint | undefined => {
    const [x, y] = toPx(at(body[name]));
    const xPx = x + noise();
    const yPx = y + noise();
    return spec.hidden.has(name) || spec.score === 0 ? undefined : { xPx, yPx, score: spec.score };
  });
  const world = keypointNames.map((name): WorldPoint => {
    const point = at(body[name]);
    return { xM: point.x - origin.x, yM: origin.y - point.y, zM: point.z - origin.z };
  });
  return {
    tSec,
    image,
    ...(spec.withWorld ? { world } : {}),
    ...(spec.withOutline ? { trunk: buildOutline(spec.archScore) } : {}),
    ...(spec.withBelt
      ? {
          belt: drawBelt(
            toPx(at(body.rightHip)),
            toPx(at(body.rightShoulder)),
            spec.lordosisDeg,
            Math.cos(rad(spec.headingDeg)) < 0 ? -1 : 1,
          ),
        }
      : {}),
  };
}

/** Says in words how someone lies or stands before a camera; every word gives a new pose. */
export class PoseBuilder {
  readonly #spec: PoseSpec;
  #body: Body | undefined;

  constructor(spec: PoseSpec) {
    this.#spec = spec;
  }

  /** Changes any of the pose's numbers. */
  with(change: Partial<PoseSpec>): PoseBuilder {
    return new PoseBuilder({ ...this.#spec, ...change });
  }

  /** On the back, knees bent, side-on with the right side near; the hips on the floor. */
  supine(): PoseBuilder {
    return this.with({
      posture: 'supine',
      headingDeg: 0,
      pxPerM: 400,
      centreXPx: 320,
      centreYPx: 300,
    });
  }

  /** Upright, facing the camera. */
  standing(): PoseBuilder {
    return this.with({
      posture: 'standing',
      headingDeg: 90,
      pxPerM: 240,
      centreXPx: 320,
      centreYPx: 240,
    });
  }

  /** Upright and ready to walk, facing the camera. */
  walking(): PoseBuilder {
    return this.standing().with({ posture: 'walking' });
  }

  /** On hands and knees, side-on with the right side near. */
  crawling(): PoseBuilder {
    return this.with({
      posture: 'crawling',
      headingDeg: 0,
      pxPerM: 300,
      centreXPx: 320,
      centreYPx: 280,
    });
  }

  /** On the back at a table's edge, both knees at the chest, side-on with the right side near. */
  tableEdge(): PoseBuilder {
    return this.with({
      posture: 'tableEdge',
      headingDeg: 0,
      pxPerM: 300,
      centreXPx: 320,
      centreYPx: 240,
    });
  }

  /** On the right knee, side-on with the right side near. */
  halfKneeling(): PoseBuilder {
    return this.tableEdge().with({ posture: 'halfKneeling' });
  }

  /** In a shape of its own, side-on with the right side near; numbers not given stay as they are. */
  shaped<Name extends string>(
    shape: Shape<Name>,
    numbers?: Readonly<Partial<Record<Name, number>>>,
  ): PoseBuilder {
    const now = this.#spec.shape === shape ? this.#spec.shapeNumbers : shape.rest;
    const turned = this.#spec.shape === shape ? {} : { headingDeg: 0, centreYPx: 300 };
    const given = numbers as Readonly<Record<string, number>> | undefined;
    return this.with({ ...turned, shape, shapeNumbers: { ...now, ...given } });
  }

  /** Lying: the angle of shoulder, hip and knee, 180 in line. */
  hipsAt(trunkThighDeg: number): PoseBuilder {
    return this.with({ trunkThighDeg });
  }

  /** Standing: knee flexion, and how far one knee or both fall in, degrees. */
  squat(squat: {
    readonly kneeFlexionDeg: number;
    readonly caveDeg?: number;
    readonly side?: 'left' | 'right' | 'both';
  }): PoseBuilder {
    const { kneeFlexionDeg, caveDeg = 0, side = 'both' } = squat;
    return this.with({
      kneeFlexionDeg,
      caveLeftDeg: side === 'right' ? 0 : caveDeg,
      caveRightDeg: side === 'left' ? 0 : caveDeg,
    });
  }

  /** Which side is turned to the camera, and how far from exactly so, degrees. */
  seenFrom(placing: Placing, yawDeg = 0): PoseBuilder {
    return this.with({ headingDeg: headings[placing] + yawDeg });
  }

  /** Arms straight up; undefined takes them down. */
  raising(raised: 'left' | 'right' | 'both' | undefined): PoseBuilder {
    return this.with({ raised });
  }

  /** Keypoints that the model does not find. */
  without(...names: KeypointName[]): PoseBuilder {
    return this.with({ hidden: new Set([...this.#spec.hidden, ...names]) });
  }

  /** Jitter of every keypoint, px; the same seed gives the same jitter. */
  noisy(noisePx: number, seed = 1): PoseBuilder {
    return this.with({ noisePx, seed });
  }

  /** With the trunk's outline, the low back arched so far beyond neutral (negative: rounded). */
  outlined(archScore = 0): PoseBuilder {
    return this.with({ withOutline: true, archScore });
  }

  /** With two bands round the trunk that read so much lordosis. */
  banded(lordosisDeg: number): PoseBuilder {
    return this.with({ withBelt: true, lordosisDeg });
  }

  /** The pose between this one (share 0) and another (share 1). */
  blend(other: PoseBuilder, share: number): PoseBuilder {
    const mixed = Object.fromEntries(
      Object.entries(other.#spec).map(([key, to]) => {
        const from: unknown = this.#spec[key as keyof PoseSpec];
        const both = typeof from === 'number' && typeof to === 'number' && key !== 'seed';
        return [key, both ? from + (to - from) * share : to];
      }),
    ) as unknown as PoseSpec;
    const shapeNumbers = mixNumbers(this.#spec.shapeNumbers, other.#spec.shapeNumbers, share);
    return new PoseBuilder({ ...mixed, shapeNumbers });
  }

  /** The frame that a pose model would give of it. */
  at(tSec: number): PoseFrame {
    this.#body ??= build(this.#spec);
    return project(this.#spec, this.#body, tSec);
  }
}

/** A pose to start from: standing at ease, facing the camera. */
export const pose = (): PoseBuilder =>
  new PoseBuilder({
    posture: 'standing',
    shape: undefined,
    shapeNumbers: {},
    trunkThighDeg: 118,
    heelRiseM: 0,
    kneeFlexionDeg: 0,
    caveLeftDeg: 0,
    caveRightDeg: 0,
    trunkInclineDeg: 0,
    trunkLeanDeg: 0,
    hipShiftM: 0,
    phase: 0,
    leftShare: 0.5,
    stepM: 0,
    liftM: 0,
    dropLeftDeg: 0,
    dropRightDeg: 0,
    shoulderTiltDeg: 0,
    handPhase: 0.5,
    pikeM: 0,
    thighDeg: 120,
    testedKneeDeg: 130,
    hipRiseM: 0,
    hipForwardM: 0,
    headingDeg: 90,
    elevationDeg: 0,
    pxPerM: 240,
    centreXPx: 320,
    centreYPx: 240,
    score: 0.95,
    noisePx: 0,
    hidden: new Set(),
    seed: 1,
    withWorld: true,
    raised: undefined,
    withOutline: false,
    archScore: 0,
    withBelt: false,
    lordosisDeg: 0,
  });

/** One keypoint of a frame; fails where it is missing. */
export function keypointOf({ image }: PoseFrame, name: KeypointName): Keypoint {
  const point = image?.[keypointIndex[name]];
  if (point === undefined) throw new Error(`${name} is not in the frame`);
  return point;
}
