import type { PictureFormat, PoseFrame } from '../body/poseFrame';
import { dropInvalidPoints } from '../body/validPoints';
import type { Side } from '../body/keypoint';
import type { Vec } from '../kinematics/angle';
import { type Exercise, usesBar, usesBelt } from '../exercises/exercise';
import { type BackCurve, BackCurveTrack, type BackGap } from '../kinematics/backCurve';
import { isOutlineSignal, outlineSignals, partOf } from '../kinematics/outlineSignals';
import type { SignalDefinition } from '../kinematics/signalDefinition';
import {
  type Athlete,
  createOrientationTrack,
  forgetScale,
  isStraight,
  type OrientationTrack,
  readAthlete,
  readGravityPoints,
  trackOrientation,
  trackScale,
} from '../kinematics/athlete';
import {
  type CameraEstimate,
  type CameraTrack,
  createCameraTrack,
  trackCamera,
} from '../kinematics/camera';
import {
  createPoseSmoother,
  type PoseSmoother,
  readPose,
  type SmoothedPose,
  smoothPose,
} from '../kinematics/poseSmoother';
import type { BarGap } from '../kinematics/barGeometry';
import { BeltTrack } from '../kinematics/beltTrack';
import { hasOwnLengths } from '../kinematics/boneLengths';
import { PelvisBarTrack } from '../kinematics/pelvisBar';
import { isInPosture } from '../kinematics/posture';
import { needsOf } from '../kinematics/measures';
import { type SignalId, type SignalKey, signalTable, toSignalKey } from '../kinematics/signals';
import {
  collectBetween,
  collectSince,
  computeMedian,
  computeMedianBetween,
  computeSlope,
  computeSpread,
  computeUsableShare,
  createSignalTrack,
  findPlateauEdge,
  pushSignal,
  readSignal,
  type SignalTrack,
  usableShareMin,
} from '../kinematics/signalTrack';
import {
  createViewTrack,
  isAlongBody,
  trackView,
  type View,
  type ViewTrack,
} from '../kinematics/view';
import type { SetOptions } from './setOptions';

/** Speed makes the keypoint filter faster: Hz per picture height and second. */
const filterBeta = 4;
const speedCutoffHz = 1;

/** Stretch before a sinking in which the plateau's level is read, seconds. */
const plateauSec = 1;
const settledSec = 0.2;
/** The sides are compared over this long, seconds. */
const sideWindowSec = 0.2;
/** A plateau is at least this many times its noise wide. */
const plateauNoise = 2.5;

interface Wanted {
  readonly signal: SignalId;
  readonly side: Side | null;
  readonly key: SignalKey;
}

/** All signals that an exercise's phases, rules, gauge and drawn angle refer to. */
export function listSignals(exercise: Exercise): Wanted[] {
  // The hip's height tells whether the athlete is still, in every exercise.
  const ids = new Set<SignalId>(['hipHeightRatio']);
  const { phases, gauge, angle, rules, measures = [], workingSide } = exercise;
  if (workingSide !== undefined && workingSide !== 'given') ids.add(workingSide.signal);
  if (phases.kind === 'hold') {
    ids.add(phases.motion.signal);
    ids.add(phases.plausible.signal);
    const elsewhere = Object.values(phases.positionFrom ?? {});
    for (const { signal } of [phases.position, ...elsewhere].flat()) ids.add(signal);
  } else {
    for (const { signal } of phases.kind === 'rep' ? phases.depth : phases.cycle) ids.add(signal);
  }
  if (gauge !== undefined) ids.add(gauge.signal);
  if (angle !== undefined) ids.add(angle.signal);
  if (exercise.outline !== undefined) {
    for (const id of Object.keys(outlineSignals) as SignalId[]) ids.add(id);
  }
  for (const { measure, onlyWhile } of measures) {
    for (const id of needsOf(measure)) ids.add(id);
    if (onlyWhile !== undefined) ids.add(onlyWhile.signal);
  }
  for (const { conditions } of rules) {
    for (const { signal, onlyWhile } of conditions) {
      for (const id of needsOf(signal)) ids.add(id);
      if (onlyWhile !== undefined) ids.add(onlyWhile.signal);
    }
  }
  const sides = (signal: SignalId): (Side | null)[] =>
    signalTable[signal].sides === 'each' ? ['left', 'right'] : [null];
  return [...ids].flatMap((signal) =>
    sides(signal).map((side) => ({ signal, side, key: toSignalKey(signal, side) })),
  );
}

/** One frame, smoothed and measured. */
export interface BoardFrame {
  readonly tSec: number;
  /** Somebody is seen. */
  readonly isSeen: boolean;
  /** The keypoints, to be drawn; they are of this frame until the board takes in the next. */
  readonly readPose: () => SmoothedPose;
  /** In the gravity frame, whatever the body's lengths say of them; empty where nobody is seen. */
  readonly points: readonly (Vec | undefined)[];
  readonly occludedBy: PoseFrame['occludedBy'];
  readonly held: boolean;
  readonly athlete: Athlete;
  readonly view: View;
  /** This frame looks like another view than the one that stands. */
  readonly turning: boolean;
  /** Round the athlete now, degrees, as the view has it; undefined without world landmarks. */
  readonly azimuthDeg: number | undefined;
  /** Where the camera stands; undefined until the start position has shown it. */
  readonly camera: CameraEstimate | undefined;
  /** The camera looks down on someone who lies; undefined until it is known. */
  readonly isHigh: boolean | undefined;
  /** The camera is rolled too far for frontal measures. */
  readonly isRolled: boolean;
  /** The source tells the camera's roll, or a quiet stance has shown it. */
  readonly isRollKnown: boolean;
  readonly inStart: boolean | undefined;
}

/** What a set's options say of the body and what it wears. */
type BoardOptions = PictureFormat &
  Pick<SetOptions, 'side' | 'backNeutral' | 'bar' | 'lumbarRange'>;

/** From raw frames to signals over time: filter, orientation, body scale, view, table of signals. */
export class SignalBoard {
  readonly wanted: readonly Wanted[];
  readonly #format: PictureFormat;
  readonly #exercise: Exercise;
  readonly #smoother: PoseSmoother;
  readonly #orientation: OrientationTrack;
  readonly #viewTrack: ViewTrack;
  readonly #cameraTrack: CameraTrack;
  readonly #tracks = new Map<SignalKey, SignalTrack>();
  /** What is wanted, with all that a frame needs of it at hand. */
  readonly #measured: readonly {
    readonly side: Side | null;
    readonly compute: SignalDefinition['compute'];
    readonly track: SignalTrack;
    readonly decision: SignalDefinition['decision'];
  }[];
  #tSec = 0;
  #foreignSinceSec: number | undefined;
  /** The body's lengths are those seen along it. */
  #isAlong = false;
  /** The lumbar curve; undefined where the exercise does not read it. */
  readonly back: BackCurveTrack | undefined;
  /** The bands; undefined where the exercise has no use for them. */
  readonly belt: BeltTrack | undefined;
  /** The bar across the pelvis; undefined where the exercise does not read one. */
  readonly bar: PelvisBarTrack | undefined;
  #barGap: BarGap | undefined;
  readonly #gaps = new Map<keyof BackCurve, BackGap>();
  #neutralChecked = false;

  #workingSide: Side | undefined;
  readonly #sideGiven: boolean;
  /** The working side alone carries the pelvis. */
  readonly #supports: boolean;
  /** The athlete walks about: turns, and grows and shrinks in the picture. */
  readonly #travels: boolean;

  constructor(exercise: Exercise, format: BoardOptions) {
    const { side, backNeutral, bar, lumbarRange } = format;
    this.#workingSide = side;
    this.#sideGiven = side !== undefined;
    const { workingSide } = exercise;
    this.#supports = typeof workingSide === 'object' && workingSide.supports === true;
    this.back = exercise.outline && new BackCurveTrack(exercise.outline, backNeutral);
    this.belt = usesBelt(exercise) ? new BeltTrack(lumbarRange) : undefined;
    this.bar = usesBar(exercise) ? new PelvisBarTrack(format, bar?.lengthM) : undefined;
    this.#exercise = exercise;
    this.#format = format;
    this.#smoother = createPoseSmoother(
      { minCutoffHz: exercise.cutoffHz, beta: filterBeta, speedCutoffHz },
      format.heightPx,
    );
    this.#travels = exercise.phases.kind === 'stride';
    this.#orientation = createOrientationTrack(exercise.posture, this.#travels);
    this.#viewTrack = createViewTrack(exercise.posture);
    this.#cameraTrack = createCameraTrack(exercise.posture, this.#travels);
    this.wanted = listSignals(exercise);
    this.#measured = this.wanted.map(({ signal, side, key }) => {
      const track = createSignalTrack();
      this.#tracks.set(key, track);
      const { compute, decision }: SignalDefinition = signalTable[signal];
      return { side, compute, track, decision };
    });
  }

  readonly #readPose = (): SmoothedPose => readPose(this.#smoother);

  /** Takes one frame in. */
  step(raw: PoseFrame): BoardFrame {
    const frame = dropInvalidPoints(raw);
    const { tSec } = frame;
    this.#tSec = tSec;
    smoothPose(this.#smoother, frame);
    const view = trackView(this.#viewTrack, frame);
    const seen = readGravityPoints(this.#smoother, this.#format);
    const inStart = isInPosture(seen, this.#exercise.posture, view);
    if (inStart === true) this.#measureAnew(isAlongBody(view));
    const points = this.#keepOwn(seen, view, tSec, inStart === true);
    trackOrientation(this.#orientation, frame, points);
    if (inStart === true) {
      // Who walks about has no lengths to be held to.
      if (!this.#travels) trackScale(this.#orientation, tSec, points);
      // Who leans at the bottom of a step does not tell how the camera is turned.
      const straight = isStraight(this.#orientation, points);
      if (straight) trackCamera(this.#cameraTrack, frame, this.#format);
    }
    const working = this.#workingSide;
    const supporting = this.#supports ? working : undefined;
    const guessed =
      view === 'headEnd' ? readGravityPoints(this.#smoother, this.#format, 0) : undefined;
    const known = { view, guessed, working, supporting };
    const still = readAthlete(this.#orientation, points, known);
    const bar = this.bar?.step(frame, this.#readPose, still, this.#cameraTrack.estimate);
    this.#barGap = typeof bar === 'string' ? bar : undefined;
    const own = bar === undefined ? still : { ...still, bar };
    const back = this.#stepBack(frame, view, own);
    const belt = this.belt?.step(frame, view, own.eta);
    const athlete =
      back === undefined && belt === undefined
        ? own
        : { ...own, ...(back && { back }), ...(belt && { belt }) };
    const near = athlete.near ?? 'left';
    for (const { side, compute, track, decision } of this.#measured) {
      if (decision !== undefined && athlete[decision.of] === undefined) continue;
      pushSignal(track, tSec, finite(compute(athlete, side ?? near)));
    }
    this.#findWorkingSide();
    const { azimuthDeg, candidate } = this.#viewTrack;
    const { estimate: camera, isHigh, isRolled } = this.#cameraTrack;
    return {
      tSec,
      isSeen: frame.image !== undefined,
      readPose: this.#readPose,
      points: seen,
      occludedBy: frame.occludedBy,
      held: frame.held === true,
      athlete,
      view,
      turning: candidate !== view,
      azimuthDeg,
      camera,
      isHigh,
      isRolled,
      isRollKnown: this.#format.cameraRollDeg !== 0 || camera?.rollDeg !== undefined,
      inStart,
    };
  }

  /** Along a body that lies, its lengths in the picture are others than across it. */
  #measureAnew(isAlong: boolean): void {
    if (isAlong === this.#isAlong) return;
    this.#isAlong = isAlong;
    this.#foreignSinceSec = undefined;
    forgetScale(this.#orientation);
  }

  /**
   * No points where the body's lengths are not the athlete's own: the frame measures nothing. Who
   * stays so for a second in the start position has moved the camera or themselves: measured anew.
   */
  #keepOwn(
    points: readonly (Vec | undefined)[],
    view: View,
    tSec: number,
    inStart: boolean,
  ): readonly (Vec | undefined)[] {
    const { boneTolerance } = this.#exercise;
    // Seen along a body that lies, its lengths in the picture grow as it rises.
    if (boneTolerance === undefined || isAlongBody(view)) return points;
    if (hasOwnLengths(this.#orientation, points, boneTolerance, view === 'side')) {
      this.#foreignSinceSec = undefined;
      return points;
    }
    this.#foreignSinceSec ??= tSec;
    if (inStart && tSec - this.#foreignSinceSec >= 1) forgetScale(this.#orientation);
    return [];
  }

  /** The lumbar curve of this frame; undefined where its outline was not due. */
  #stepBack(frame: PoseFrame, view: View, athlete: Athlete): BackCurve | undefined {
    const { back } = this;
    if (back === undefined) return undefined;
    this.#checkNeutral(back, athlete);
    const isNew = frame.trunk !== undefined || frame.belt !== undefined;
    const hipFlexionDeg = isNew
      ? signalTable.hipFlexionDeg.compute(athlete, athlete.near ?? 'left')
      : undefined;
    const fromAbove = this.#exercise.posture === 'supine' && this.#cameraTrack.isHigh === true;
    const curve = back.step(frame, { view, eta: athlete.eta, fromAbove, hipFlexionDeg });
    if (curve === undefined) return undefined;
    for (const part of curveParts) {
      const value = curve[part];
      if (typeof value === 'string') this.#gaps.set(part, value);
    }
    return curve;
  }

  /** Forgets a neutral where the camera stands elsewhere now: whenever the body is measured anew. */
  #checkNeutral(back: BackCurveTrack, { eta, scale }: Athlete): void {
    if (!this.#orientation.scaleLatched) this.#neutralChecked = false;
    if (this.#neutralChecked || !this.#orientation.scaleLatched || scale === undefined) return;
    this.#neutralChecked = true;
    const trunkRatio = scale.torsoPx / this.#format.heightPx;
    back.useSetup({ trunkRatio, yawDeg: this.yawDeg, eta });
  }

  /** Why a signal of the outline or of the bar was last not seen; undefined of other signals. */
  gapOf(key: SignalKey): BackGap | BarGap | undefined {
    if (key === 'barRollDeg') return this.#barGap;
    return isOutlineSignal(key) ? this.#gaps.get(partOf[key]) : undefined;
  }

  #track(key: SignalKey): SignalTrack {
    const track = this.#tracks.get(key);
    if (track === undefined) throw new Error(`signal ${key} is not on the board`);
    return track;
  }

  /** The side that works: as it was given, or told from the body; undefined until then. */
  get workingSide(): Side | undefined {
    return this.#workingSide;
  }

  #findWorkingSide(): void {
    const { workingSide } = this.#exercise;
    if (workingSide === undefined || workingSide === 'given' || this.#sideGiven) return;
    const left = this.recent(toSignalKey(workingSide.signal, 'left'), sideWindowSec);
    const right = this.recent(toSignalKey(workingSide.signal, 'right'), sideWindowSec);
    if (left === undefined || right === undefined) return;
    if (Math.abs(left - right) >= workingSide.margin) {
      this.#workingSide = left < right === (workingSide.is === 'lower') ? 'left' : 'right';
    }
  }

  /** Length of the trunk in the start position, px; undefined until it has been learned. */
  get torsoPx(): number | undefined {
    return this.#orientation.scaleLatched ? this.#orientation.scale?.torsoPx : undefined;
  }

  /** The yaw of the view, degrees; undefined without world landmarks. */
  get yawDeg(): number | undefined {
    return this.#viewTrack.yawDeg;
  }

  /** Frames per second over the last 4 s; undefined before there are enough of them. */
  get frameRateHz(): number | undefined {
    const times = this.#track('hipHeightRatio').tSec;
    const first = times[0];
    const last = times.at(-1);
    if (first === undefined || last === undefined || last - first < 0.5) return undefined;
    return (times.length - 1) / (last - first);
  }

  /** Whether a signal was measured in this very frame. */
  sees(key: SignalKey): boolean {
    return this.#track(key).lastSeenSec === this.#tSec;
  }

  /** The value now, bridged over gaps of at most 0.3 s. */
  read(key: SignalKey): number | undefined {
    return readSignal(this.#track(key), this.#tSec);
  }

  /** Slope per second over the last `windowSec`. */
  slope(key: SignalKey, windowSec: number): number | undefined {
    return computeSlope(this.#track(key), this.#tSec, windowSec);
  }

  /** Since when a signal has stood on its present plateau: the level of the last `windowSec`. */
  plateauStart(key: SignalKey, windowSec: number, band: number): number | undefined {
    return this.#findEdge(key, this.since(key, this.#tSec - windowSec), band, 'start');
  }

  /** When a signal was last on the plateau it had in the stretch before it began to sink. */
  plateauEnd(key: SignalKey, sinkSec: number, band: number): number | undefined {
    const before = collectBetween(this.#track(key), sinkSec - plateauSec, sinkSec - settledSec);
    return this.#findEdge(key, before, band, 'end');
  }

  #findEdge(
    key: SignalKey,
    plateau: readonly number[],
    least: number,
    edge: 'start' | 'end',
  ): number | undefined {
    const level = computeMedian(plateau);
    if (level === undefined) return undefined;
    const band = Math.max(least, plateauNoise * computeSpread(plateau));
    return findPlateauEdge(this.#track(key), level, band, edge);
  }

  /** Median of the last `windowSec`; undefined where nothing was seen in it. */
  recent(key: SignalKey, windowSec: number): number | undefined {
    return this.between(key, this.#tSec - windowSec, Infinity);
  }

  /**
   * How far a signal went within the last `windowSec`: the range of the medians of its thirds, so
   * that noise does not count as way. 0 where nothing was seen.
   */
  wander(key: SignalKey, windowSec: number): number {
    const third = windowSec / 3;
    let [least, most] = [Infinity, -Infinity];
    for (let n = 0; n < 3; n++) {
      const median = this.between(key, this.#tSec - (n + 1) * third, this.#tSec - n * third);
      if (median === undefined) continue;
      least = Math.min(least, median);
      most = Math.max(most, median);
    }
    return Math.max(0, most - least);
  }

  /** Median of a stretch of at most the last 4 s; undefined where nothing was seen in it. */
  between(key: SignalKey, fromSec: number, toSec: number): number | undefined {
    return computeMedianBetween(this.#track(key), fromSec, toSec);
  }

  /** Values since a moment at most 4 s ago. */
  since(key: SignalKey, fromSec: number): number[] {
    return collectSince(this.#track(key), fromSec);
  }

  /**
   * The value that decides: the running median since `fromSec`, but no longer than the exercise's
   * window. Undefined while the signal is away or fewer than 80 % of its frames are usable. A signal
   * with a window of its own is decided by that.
   */
  decide(key: SignalKey, fromSec: number): number | undefined {
    const track = this.#track(key);
    const { decided } = track;
    if (decided.tSec !== this.#tSec || decided.fromSec !== fromSec) {
      decided.value = this.#decideAnew(track, ownDecision(key), fromSec);
      decided.tSec = this.#tSec;
      decided.fromSec = fromSec;
    }
    return decided.value;
  }

  #decideAnew(
    track: SignalTrack,
    own: SignalDefinition['decision'],
    fromSec: number,
  ): number | undefined {
    if (own !== undefined) {
      const begin = this.#tSec - own.windowSec;
      if (computeUsableShare(track, begin) < own.shareMin) return undefined;
      return computeMedianBetween(track, Math.max(fromSec, begin), Infinity);
    }
    const now = readSignal(track, this.#tSec);
    if (now === undefined) return undefined;
    const begin = Math.max(fromSec, this.#tSec - this.#exercise.decisionSec) - 1e-6;
    if (computeUsableShare(track, begin) < usableShareMin) {
      // A short gap, with the frames before it good, does not undo the window.
      if (computeUsableShare(track, this.#tSec - 1) < usableShareMin) return undefined;
    }
    return computeMedianBetween(track, begin, Infinity) ?? now;
  }

  /**
   * Group delay of the deciding median, seconds: half of its present window.
   * @param measure what is decided on; one with a window of its own has the delay of that
   */
  decisionDelaySec(fromSec: number, measure?: string): number {
    const own = measure === undefined ? undefined : ownDecision(measure);
    const { windowSec } = own ?? { windowSec: this.#exercise.decisionSec };
    return Math.min(windowSec, Math.max(0, this.#tSec - fromSec)) / 2;
  }

  /** All signals now; absent where they cannot be read. */
  readAll(): Partial<Record<SignalKey, number>> {
    const values: Partial<Record<SignalKey, number>> = {};
    for (const { key } of this.wanted) {
      const value = this.read(key);
      if (value !== undefined) values[key] = value;
    }
    return values;
  }
}

const curveParts = Object.values(partOf);

const definitions: Readonly<Partial<Record<string, SignalDefinition>>> = signalTable;

const ownDecision = (key: string): SignalDefinition['decision'] => definitions[key]?.decision;

const finite = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;
