import type { Side } from '../body/keypoint';
import type { Keypoint, PictureFormat, PoseFrame } from '../body/poseFrame';
import type { Posture } from '../body/posture';
import { dropInvalidPoints } from '../body/validPoints';
import { distance, type Vec } from '../kinematics/angle';
import {
  type Athlete,
  createOrientationTrack,
  type OrientationTrack,
  readAthlete,
  toGravityPoints,
  trackOrientation,
  trackScale,
} from '../kinematics/athlete';
import { type Baseline, BaselineCollector } from '../kinematics/baseline';
import { BeltTrack, type LumbarRange } from '../kinematics/beltTrack';
import { isInPosture } from '../kinematics/posture';
import { middleOf } from '../kinematics/signalDefinition';
import { type SignalId, signalTable, toSignalKey } from '../kinematics/signals';
import type { CalibratedPlace } from './ownReferences';
import { type BowRefusal, ToeTouch } from './toeTouch';
import { createViewTrack, trackView, type View, type ViewTrack } from '../kinematics/view';

/** How long each position is held still, seconds (spec 2.5). */
export const calibrationSec = 3;
/** Shoulders and hips of someone still stay within this of where they were, in trunk lengths. */
const stillRatio = 0.05;
/** A signal seen in fewer of a position's frames is not known of it. */
const framesMin = 3;
/** An interruption of the position up to this is bridged, seconds (spec 2.3). */
const bridgedSec = 0.3;

/** One position of the calibration. */
export type CalibrationStepId = 'standingSide' | 'toeTouch' | 'standingFront' | 'lyingSide';

interface CalibrationStep {
  readonly posture: Posture;
  readonly views: readonly View[];
  readonly signals: readonly SignalId[];
  /** A slow bow in place of a still position, read from the bands: only who wears them is asked. */
  readonly isBow?: true;
}

/** The positions in the order in which they are asked for, and what is read in each (spec 2.5). */
export const calibrationSteps: Readonly<Record<CalibrationStepId, CalibrationStep>> = {
  standingSide: {
    posture: 'standing',
    views: ['side'],
    signals: ['trunkThighDeg', 'hipFlexionDeg', 'headTrunkDeg', 'kneeFlexionDeg', 'lordosisDeg'],
  },
  toeTouch: { posture: 'standing', views: ['side'], signals: [], isBow: true },
  standingFront: {
    posture: 'standing',
    views: ['front'],
    signals: ['kneeFppaDeg', 'kneeOverToeRatio', 'trunkLeanDeg'],
  },
  lyingSide: {
    posture: 'supine',
    views: ['side'],
    signals: ['trunkThighDeg', 'kneeFlexionDeg', 'headTrunkDeg'],
  },
};

/** The steps' ids in their order. */
export const calibrationOrder = Object.keys(calibrationSteps) as CalibrationStepId[];

/** The steps that somebody is asked for. */
export const listCalibrationSteps = (wearsBelt: boolean): CalibrationStepId[] =>
  calibrationOrder.filter((id) => wearsBelt || calibrationSteps[id].isBow !== true);

/** What one position read. */
export interface CalibrationRecord {
  readonly step: CalibrationStepId;
  readonly view: View;
  readonly near: Side | undefined;
  /** Yaw of the camera, degrees; undefined without world landmarks. */
  readonly yawDeg: number | undefined;
  /** Length of the trunk in the picture, px: the camera has moved where it is another. */
  readonly torsoPx: number;
  /** Medians of the signals. */
  readonly values: Baseline;
  /** From standing to the furthest point of a bow, by the bands. */
  readonly range?: LumbarRange;
}

/** What a position still lacks, or why a bow gave nothing; undefined while it is being read. */
export type CalibrationLack = 'person' | 'posture' | 'view' | 'still' | 'bands' | BowRefusal;

/** Whether a bow was in vain: it is said, as nobody who bows reads. */
export const isRefusal = (lack: CalibrationLack | undefined): lack is BowRefusal =>
  lack === 'bandsUnseen' || lack === 'rangeSmall';

/** All that the screen and the voice need of one frame. */
export interface CalibrationSnapshot {
  /** The step that runs; undefined when all are done or skipped. */
  readonly step: CalibrationStepId | undefined;
  readonly lack: CalibrationLack | undefined;
  /** Share of the position's seconds, 0..1. */
  readonly progress: number;
  readonly pose: readonly (Keypoint | undefined)[] | undefined;
  readonly records: readonly CalibrationRecord[];
}

/** Where the trunk is in the picture. */
interface Trunk {
  readonly shoulder: Vec;
  readonly hip: Vec;
}

/** What is read of the running position. */
interface Reading extends Trunk {
  readonly sinceSec: number;
  lastSec: number;
  readonly values: BaselineCollector;
}

/** A running calibration. */
export interface CalibrationRun {
  readonly format: PictureFormat;
  readonly records: CalibrationRecord[];
  readonly todo: CalibrationStepId[];
  /** Of the position that is read; a new one for a new posture. */
  view: ViewTrack;
  orientation: OrientationTrack | undefined;
  reading: Reading | undefined;
  readonly belt: BeltTrack;
  bow: ToeTouch;
}

/** Begins a calibration of all positions. */
export const startCalibration = (format: PictureFormat, wearsBelt = false): CalibrationRun => ({
  format,
  records: [],
  todo: listCalibrationSteps(wearsBelt),
  view: createViewTrack('standing'),
  orientation: undefined,
  reading: undefined,
  belt: new BeltTrack(),
  bow: new ToeTouch(),
});

/** Goes on to the next position without reading this one. */
export function skipCalibrationStep(run: CalibrationRun): void {
  run.todo.shift();
  run.orientation = undefined;
  run.reading = undefined;
  run.bow = new ToeTouch();
}

/** Takes one frame in: the position is read once it has been held still for its seconds. */
export function stepCalibration(run: CalibrationRun, raw: PoseFrame): CalibrationSnapshot {
  const frame = dropInvalidPoints(raw);
  const [id] = run.todo;
  if (id === undefined) return tell(run, frame, undefined, 0);
  const { posture, views, signals, isBow } = calibrationSteps[id];
  if (run.view.posture !== posture) run.view = createViewTrack(posture);
  const view = trackView(run.view, frame);
  run.orientation ??= createOrientationTrack(posture);
  const points = toGravityPoints(frame.image, run.format);
  const inPosture = isInPosture(points, posture, view);
  trackOrientation(run.orientation, frame, points);
  if (inPosture === true) trackScale(run.orientation, frame.tSec, points);
  const seen = readAthlete(run.orientation, points);
  const belt = run.belt.step(frame, view, seen.eta);
  const athlete = belt === undefined ? seen : { ...seen, belt };
  const lack = findLack(run.reading, athlete, {
    isSeen: frame.image !== undefined && inPosture !== undefined,
    inPosture: inPosture === true,
    inView: views.includes(view),
  });
  if (isBow === true) return stepBow(run, frame, athlete, lack);
  if (lack !== undefined) {
    const isBridged =
      lack !== 'still' && run.reading && frame.tSec - run.reading.lastSec <= bridgedSec;
    if (isBridged !== true) run.reading = undefined;
    return tell(run, frame, lack, 0);
  }
  run.reading ??= beginReading(athlete, frame.tSec);
  if (run.reading === undefined) return tell(run, frame, 'person', 0);
  run.reading.lastSec = frame.tSec;
  run.reading.values.add(readSignals(athlete, signals));
  const progress = (frame.tSec - run.reading.sinceSec) / calibrationSec;
  if (progress < 1) return tell(run, frame, undefined, progress);
  keepRecord(run, athlete, run.reading, { values: run.reading.values.computeMedians(framesMin) });
  return tell(run, frame, undefined, 1);
}

/** The running position is read: the next one is asked for. */
function keepRecord(
  run: CalibrationRun,
  { near }: Athlete,
  { shoulder, hip }: Trunk,
  read: Pick<CalibrationRecord, 'values' | 'range'>,
): void {
  const [step] = run.todo;
  const { view, yawDeg } = run.view;
  if (step === undefined) return;
  run.records.push({
    step,
    view,
    near: view === 'side' ? near : undefined,
    yawDeg,
    torsoPx: distance(shoulder, hip),
    ...read,
  });
  skipCalibrationStep(run);
}

/** The bow begins in the position that is asked for; on the way there is nothing that it lacks. */
function stepBow(
  run: CalibrationRun,
  frame: PoseFrame,
  athlete: Athlete,
  lack: CalibrationLack | undefined,
): CalibrationSnapshot {
  const { bow } = run;
  const isBowing = bow.isBowed || (bow.isReady && lack === 'posture');
  if (lack !== undefined && !isBowing) return tell(run, frame, lack, 0);
  const { tSec } = frame;
  const quiet = run.records.find(({ step }) => step === 'standingSide')?.values.lordosisDeg;
  const inclineDeg = signalTable.trunkInclineDeg.compute(athlete, athlete.near ?? 'left');
  const lordosisDeg = athlete.belt?.lordosisDeg;
  const range = bow.step({ tSec, inclineDeg, lordosisDeg }, quiet);
  const trunk = readTrunk(athlete);
  if (range !== undefined && trunk !== undefined) {
    keepRecord(run, athlete, trunk, { values: {}, range });
    return tell(run, frame, undefined, 1);
  }
  const unread = bow.refusal ?? (bow.isHidden(tSec) ? 'bands' : undefined);
  return tell(run, frame, unread, bow.isBowed ? 0.5 : 0);
}

/** The first thing that the position lacks. */
function findLack(
  reading: Reading | undefined,
  athlete: Athlete,
  { isSeen, inPosture, inView }: Readonly<Record<'isSeen' | 'inPosture' | 'inView', boolean>>,
): CalibrationLack | undefined {
  if (!isSeen) return 'person';
  if (!inPosture) return 'posture';
  if (!inView) return 'view';
  const trunk = readTrunk(athlete);
  if (reading === undefined || trunk === undefined) return undefined;
  const away = Math.max(
    distance(trunk.shoulder, reading.shoulder),
    distance(trunk.hip, reading.hip),
  );
  return away > stillRatio * distance(reading.shoulder, reading.hip) ? 'still' : undefined;
}

function readTrunk(athlete: Athlete): Trunk | undefined {
  const shoulder = middleOf(athlete, 'shoulder');
  const hip = middleOf(athlete, 'hip');
  return shoulder && hip && { shoulder, hip };
}

function beginReading(athlete: Athlete, tSec: number): Reading | undefined {
  const trunk = readTrunk(athlete);
  return trunk && { ...trunk, sinceSec: tSec, lastSec: tSec, values: new BaselineCollector() };
}

function readSignals(athlete: Athlete, signals: readonly SignalId[]): Baseline {
  const values: { -readonly [K in keyof Baseline]: Baseline[K] } = {};
  for (const signal of signals) {
    const { sides, compute } = signalTable[signal];
    for (const side of sides === 'each' ? (['left', 'right'] as const) : [null]) {
      const value = compute(athlete, side ?? athlete.near ?? 'left');
      if (value !== undefined && Number.isFinite(value)) values[toSignalKey(signal, side)] = value;
    }
  }
  return values;
}

const tell = (
  run: CalibrationRun,
  frame: PoseFrame,
  lack: CalibrationLack | undefined,
  progress: number,
): CalibrationSnapshot => ({
  step: run.todo[0],
  lack,
  progress: Math.min(1, progress),
  pose: frame.image,
  records: [...run.records],
});

/** From where the positions that are seen from the side were read. */
export const readPlaces = (records: readonly CalibrationRecord[]): CalibratedPlace[] =>
  records.flatMap(({ step, view, torsoPx, yawDeg }) =>
    view === 'side' ? [{ posture: calibrationSteps[step].posture, torsoPx, yawDeg }] : [],
  );

/** Older than this a calibration is of another session and is refused, hours. */
const freshHours = 12;

const isFresh = (ageHours: number): boolean => ageHours >= 0 && ageHours <= freshHours;

/**
 * What a set may use of a calibration: quiet standing as the zero of trunk against thigh.
 * @param ageHours how long ago it was taken; an old one, or one from the future, gives nothing
 */
export function readStanding(
  records: readonly CalibrationRecord[],
  ageHours: number,
): Baseline | undefined {
  if (!isFresh(ageHours)) return undefined;
  const values = records.find(({ step }) => step === 'standingSide')?.values;
  const { trunkThighDeg, hipFlexionDeg } = values ?? {};
  if (trunkThighDeg === undefined || hipFlexionDeg === undefined) return undefined;
  return { trunkThighDeg, hipFlexionDeg };
}

/** The own range of the low back, of the same session: bands sit as they were put on. */
export const readLumbarRange = (
  records: readonly CalibrationRecord[],
  ageHours: number,
): LumbarRange | undefined =>
  isFresh(ageHours) ? records.find(({ range }) => range !== undefined)?.range : undefined;
