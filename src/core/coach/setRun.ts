import type { Exercise, Pass } from '../exercises/exercise';
import { findPass } from '../exercises/exercise';
import { catalogue } from '../exercises/catalogue';
import { createJudge } from '../form/judge';
import { changeRules } from '../form/strictness';
import type { View } from '../kinematics/view';
import type { CameraPlace } from './cameraPlace';
import { ClockLedger } from './clocks';
import { noCues } from './cuePolicy';
import { createGestureTrack, type GestureTrack } from './gesture';
import { HoldCoach } from './holdCoach';
import { type CameraSides, canLiftLeg, LegLift } from './legLift';
import { MeasureLog } from './measureLog';
import { NeutralGuide } from './neutralGuide';
import { References } from './references';
import { RepCoach } from './repCoach';
import type { SetContext } from './setContext';
import type { SetOptions } from './setOptions';
import { SignalBoard } from './signalBoard';
import type { SetPhase } from './snapshot';
import { StrideCoach } from './strideCoach';

/** Before anybody was seen. */
export const nowhere: CameraPlace = {
  view: 'unknown',
  azimuthDeg: undefined,
  camera: undefined,
  isHigh: undefined,
  isRolled: false,
  isRollKnown: false,
};

/** A running set: everything from raw pose frames to snapshots. */
export interface SetRun {
  readonly options: SetOptions;
  readonly exercise: Exercise;
  /** The place of the laptop that the set-up leads to. */
  readonly pass: Pass;
  context: SetContext;
  /** Left and right of every frame are renamed. */
  isSwapped: boolean;
  /** Undefined where the sides need no check. */
  readonly legLift: LegLift | undefined;
  /** New after each pause: nothing that ran before it runs on. */
  coach: HoldCoach | RepCoach | StrideCoach;
  readonly gesture: GestureTrack;
  phase: SetPhase;
  readySinceSec: number | undefined;
  /** All was well and the countdown runs since then. */
  countingSinceSec: number | undefined;
  /** The hold that is asked about. */
  asking: { readonly n: number; readonly sinceSec: number } | undefined;
  lastSeenSec: number;
  lastAtHomeSec: number;
  /** Why the body has been lost; undefined while it is seen. */
  lost: 'unseen' | 'other' | undefined;
  tSec: number;
  /** Where the camera stood when somebody was last seen. */
  place: CameraPlace;
  /** The camera has moved since quiet standing was read; undefined until it is known. */
  isMoved: boolean | undefined;
  /** For how long each view stood while the set was running, seconds. */
  readonly viewSec: Map<View, number>;
}

/**
 * Begins a set. Throws on an exercise that does not exist.
 * @param sides of the live camera; recorded frames have been put right
 */
export function startSet(options: SetOptions, sides: CameraSides = {}): SetRun {
  const exercise = catalogue[options.exercise];
  const context = createContext(exercise, options);
  const { legLift } = sides;
  return {
    options,
    exercise,
    pass: findPass(exercise, options.pass ?? 0),
    context,
    isSwapped: sides.isSwapped === true,
    legLift: legLift !== undefined && canLiftLeg(exercise) ? new LegLift(legLift) : undefined,
    coach: createCoach(context),
    gesture: createGestureTrack(),
    phase: options.begin === 'now' ? 'active' : 'framing',
    readySinceSec: undefined,
    countingSinceSec: undefined,
    asking: undefined,
    lastSeenSec: -Infinity,
    lastAtHomeSec: 0,
    lost: undefined,
    tSec: 0,
    place: nowhere,
    isMoved: undefined,
    viewSec: new Map(),
  };
}

/** All that a set learns and counts, from nothing. */
export function createContext(exercise: Exercise, options: SetOptions): SetContext {
  const { phases } = exercise;
  return {
    exercise,
    targetSec: options.targetSec ?? (phases.kind === 'hold' ? phases.targetSec : undefined),
    archAlert: options.archAlert ?? exercise.archAlert,
    stage: options.stage ?? 'A',
    remindsBreath: options.remindsBreath === true,
    board: new SignalBoard(exercise, options),
    references: new References(exercise, options),
    neutral: new NeutralGuide(options.isNeutralStale === true),
    judge: createJudge(changeRules(exercise.rules, options.changes ?? {})),
    ledger: new ClockLedger(),
    measures: new MeasureLog(exercise.measures ?? []),
    events: [],
    reps: [],
    cues: noCues,
    shownCue: undefined,
  };
}

/** What follows the movement: anew after each pause. */
export function createCoach(context: SetContext): SetRun['coach'] {
  const { phases } = context.exercise;
  switch (phases.kind) {
    case 'hold':
      return new HoldCoach(context, phases);
    case 'rep':
      return new RepCoach(context, phases);
    case 'stride':
      return new StrideCoach(context, phases);
  }
}
