import type { PoseFrame } from '../body/poseFrame';
import { swapSides } from '../body/swapSides';
import { listNeverJudged, readIntervals, readVerdicts } from '../form/judgeReport';
import type { UnseenReason } from '../form/rule';
import type { CameraHint } from '../kinematics/cameraHint';
import { bridgedGapSec } from '../kinematics/poseSmoother';
import { toSignalKey } from '../kinematics/signals';
import type { View } from '../kinematics/view';
import { findHint } from './cameraPlace';
import { isDark } from './feedback';
import { readBackView } from './backView';
import { readGauge } from './gauge';
import { readGesture, readRaisedArms, stepGesture } from './gesture';
import { HoldCoach } from './holdCoach';
import { isMoved } from './ownReferences';
import { RepCoach } from './repCoach';
import { readCountdown, stepFraming } from './readiness';
import { createCoach, nowhere, type SetRun } from './setRun';
import { ageCue, findBlock } from './setContext';
import type { BoardFrame } from './signalBoard';
import type { CoachEvent, Snapshot } from './snapshot';

export { startSet, type SetRun } from './setRun';

/** Away from start position and movement for this long, the set is over, seconds. */
const leftSec = 8;
/** How a hold felt may be answered for so long, seconds; the next hold ends it too. */
const askedSec = 8;

/**
 * The frame with left and right as the leg that was lifted has shown them. Give every frame through
 * it before the set gets it, and keep what it returns: that frame is what was judged.
 */
export const alignSides = (run: SetRun, frame: PoseFrame): PoseFrame =>
  run.isSwapped ? swapSides(frame) : frame;

/** Takes one frame in and says all that is to be shown, heard and stored of it. */
export function stepSet(run: SetRun, frame: PoseFrame): Snapshot {
  const { board, framing } = step(run, frame);
  return readSnapshot(run, board, framing);
}

/**
 * Takes one frame in where nothing is shown of it: the same set without the cost of its snapshots.
 * @returns what happened, and the view that stands
 */
export function advanceSet(
  run: SetRun,
  frame: PoseFrame,
): { readonly events: readonly CoachEvent[]; readonly view: View } {
  const { board } = step(run, frame);
  return { events: run.context.events, view: board.view };
}

function step(
  run: SetRun,
  frame: PoseFrame,
): { readonly board: BoardFrame; readonly framing: Snapshot['framing'] } {
  const { context } = run;
  context.events = [];
  const passedSec = frame.tSec - run.tSec;
  run.tSec = frame.tSec;
  const board = context.board.step(frame);
  trackPresence(run, frame);
  checkStanding(run, board);
  trackGesture(run, board);
  if (board.isSeen) run.place = board;
  const framing = run.phase === 'framing' || run.phase === 'ready' ? stepFraming(run, board) : [];
  if (run.phase === 'paused') context.ledger.tick(frame.tSec, true);
  if (run.phase === 'active') {
    run.viewSec.set(board.view, (run.viewSec.get(board.view) ?? 0) + passedSec);
    run.coach.step(board);
    context.neutral.step(context, frame.tSec, run.coach.phase === 'hold');
    ageCue(context, frame.tSec);
    followAsking(run);
    if (run.options.begin === 'start') endWhenDue(run, board);
  }
  return { board, framing };
}

/** Ends the set on request: what runs is closed and kept. */
export function endSet(run: SetRun): Snapshot {
  const { context } = run;
  context.events = [];
  if (run.phase === 'active' || run.phase === 'paused') finishSet(run, 'stopped');
  run.phase = 'ended';
  const board: BoardFrame = {
    tSec: run.tSec,
    isSeen: false,
    readPose: () => undefined,
    points: [],
    occludedBy: undefined,
    held: false,
    athlete: { points: [], near: undefined, eta: 1, facing: 1, scale: undefined },
    ...nowhere,
    turning: false,
    inStart: undefined,
  };
  return readSnapshot(run, board, []);
}

/** Goes on after a pause that a gesture began. Does nothing where the set is not paused. */
export function resumeSet(run: SetRun): void {
  if (run.phase !== 'paused') return;
  run.phase = 'active';
  run.coach = createCoach(run.context);
  run.lastAtHomeSec = run.tSec;
}

/**
 * This is neutral (spec 2.5): what is held now is the good position, the back's too. Does nothing where the set
 * does not run.
 */
export function relearnNeutral({ context, phase, tSec }: SetRun): void {
  if (phase !== 'active') return;
  context.references.chooseNeutral(tSec);
  context.neutral.askAnew(context, tSec);
}

/**
 * In a live set one raised arm pauses and goes on, and both finish the set that is paused. While it
 * runs, both ask for a new neutral where the back is read.
 */
function trackGesture(run: SetRun, { tSec, points }: BoardFrame): void {
  const { options, context, gesture } = run;
  const held = stepGesture(gesture, readRaisedArms(points), tSec);
  if (held === undefined) return;
  context.events.push({ type: 'gesture', tSec, arms: held });
  if (options.begin === 'now') return;
  if (run.asking !== undefined) {
    context.events.push({ type: 'felt', tSec, n: run.asking.n, arms: held });
    run.asking = undefined;
    return;
  }
  if (run.phase === 'active' && held === 'both') relearnNeutral(run);
  else if (run.phase === 'active') {
    run.coach.finish(tSec);
    run.phase = 'paused';
    run.asking = undefined;
    context.shownCue = undefined;
    context.events.push({ type: 'paused', tSec });
  } else if (run.phase === 'paused') {
    if (held === 'both') {
      finishSet(run, 'stopped');
      return;
    }
    resumeSet(run);
    context.events.push({ type: 'resumed', tSec });
  }
}

/** Refuses a calibration that was read by a camera that stood elsewhere; once in a set. */
function checkStanding(run: SetRun, { view }: BoardFrame): void {
  const { options, exercise, context } = run;
  const { torsoPx, yawDeg } = context.board;
  const { standingFrom } = options;
  if (run.isMoved !== undefined || standingFrom === undefined) return;
  if (torsoPx === undefined || view !== 'side') return;
  run.isMoved = isMoved(standingFrom, { posture: exercise.posture, torsoPx, yawDeg });
  if (!run.isMoved) return;
  context.references.forgetStanding(exercise, options);
  context.board.belt?.forgetRange();
}

/** After a hold it is asked how it felt, until it is told, the next one begins or time is over. */
function followAsking(run: SetRun): void {
  const { context, options, tSec } = run;
  const ended = context.events.find((event) => event.type === 'repEnded');
  if (options.asks !== undefined && ended?.rep.kind === 'hold') {
    run.asking = { n: ended.rep.n, sinceSec: tSec };
  }
  if (run.asking === undefined) return;
  const isAnswering = run.gesture.arms !== undefined && !run.gesture.told;
  const isOver = tSec - run.asking.sinceSec > askedSec && !isAnswering;
  if (isOver || run.coach.phase === 'hold') run.asking = undefined;
}

function trackPresence(run: SetRun, { tSec, image, occludedBy }: PoseFrame): void {
  const { events } = run.context;
  if (image !== undefined) {
    if (run.lost !== undefined) events.push({ type: 'bodyFound', tSec });
    run.lost = undefined;
    run.lastSeenSec = tSec;
    return;
  }
  if (tSec - run.lastSeenSec <= bridgedGapSec) return;
  if (occludedBy !== undefined && run.lost !== 'other') {
    run.lost = 'other';
    events.push({ type: 'bodyLost', tSec, occludedBy });
  } else if (run.lost === undefined) {
    run.lost = 'unseen';
    events.push({ type: 'bodyLost', tSec });
  }
}

function finishSet(run: SetRun, reason: Extract<CoachEvent, { type: 'setEnded' }>['reason']): void {
  run.coach.finish(run.tSec);
  run.phase = 'ended';
  run.asking = undefined;
  run.context.events.push({ type: 'setEnded', tSec: run.tSec, reason });
}

/** The dose is done, or the athlete has left the exercise. */
function endWhenDue(run: SetRun, board: BoardFrame): void {
  const done = run.context.reps.filter(({ kind }) => kind !== 'attempt').length;
  if (done >= (run.options.doseReps ?? run.exercise.doseReps)) {
    finishSet(run, 'dose');
    return;
  }
  if (board.inStart === true || run.coach.isMoving) run.lastAtHomeSec = run.tSec;
  if (run.tSec - run.lastAtHomeSec > leftSec) finishSet(run, 'left');
}

function readAngle(run: SetRun, board: BoardFrame): Snapshot['angle'] {
  const { angle } = run.exercise;
  if (angle === undefined) return undefined;
  const depth = run.coach instanceof RepCoach ? run.coach.findDepth(board.view) : undefined;
  const side = depth?.side === undefined ? undefined : run.context.board.workingSide;
  if (depth?.side !== undefined && side === undefined) return undefined;
  const key = toSignalKey(depth?.signal ?? angle.signal, side ?? null);
  const value = run.context.board.read(key);
  if (value === undefined) return undefined;
  const own = run.coach instanceof HoldCoach ? run.context.references.own(key) : 0;
  return { joint: angle.joint, side: side ?? board.athlete.near ?? 'left', valueDeg: value - own };
}

/** What would bring into view what was not seen, from where the camera stands. */
function addHint<T extends { readonly unseen: UnseenReason | undefined }>(
  run: SetRun,
  of: T,
): T & { readonly hint?: CameraHint } {
  const hint = of.unseen && findHint(of.unseen, run.exercise.posture, run.place);
  return hint === undefined ? of : { ...of, hint };
}

/**
 * Of a set in which nothing moved the rules were never asked: what they would have said of the view
 * that stood the longest.
 */
function explainStill(
  { context, exercise, viewSec }: SetRun,
  fault: ReturnType<typeof listNeverJudged>[number],
): typeof fault {
  const [longest] = [...viewSec].toSorted((a, b) => b[1] - a[1]);
  if (fault.unseen !== 'notInRange' || context.reps.length > 0 || longest === undefined) {
    return fault;
  }
  const [view] = longest;
  if (view === 'unknown') return { ...fault, unseen: 'notTracked' };
  const rule = exercise.rules.find(({ faultId }) => faultId === fault.faultId);
  const unseen = rule && findBlock(rule, view);
  return unseen === undefined ? fault : { ...fault, unseen };
}

const readSides = ({ legLift }: SetRun): Pick<Snapshot, 'sides'> =>
  legLift?.state === 'asNamed' || legLift?.state === 'swapped' ? { sides: legLift.state } : {};

function readSnapshot(run: SetRun, board: BoardFrame, framing: Snapshot['framing']): Snapshot {
  const { context } = run;
  const current = run.coach.readCurrent(run.tSec);
  const countdownSec = readCountdown(run);
  const category = run.options.asks;
  const { asking } = run;
  return {
    tSec: run.tSec,
    exercise: run.exercise.id,
    pass: run.options.pass ?? 0,
    setPhase: run.phase,
    movePhase: run.coach.phase,
    pose: board.readPose(),
    occludedBy: board.occludedBy,
    held: board.held,
    isMoved: run.isMoved === true,
    view: board.view,
    camera: board.camera,
    nearSide: board.view === 'side' ? board.athlete.near : undefined,
    workingSide: context.board.workingSide,
    framing,
    ...readSides(run),
    ...(countdownSec === undefined ? {} : { countdownSec }),
    ...(asking === undefined || category === undefined
      ? {}
      : { asking: { n: asking.n, category } }),
    signals: context.board.readAll(),
    verdicts: readVerdicts(context.judge).map((verdict) => addHint(run, verdict)),
    clocks: context.ledger.read(),
    current,
    dark: run.phase === 'active' && isDark(context.stage, current?.n ?? context.reps.length + 1),
    reps: context.reps,
    faults: readIntervals(context.judge),
    measures: context.measures.read(),
    unjudged:
      run.phase === 'ended'
        ? listNeverJudged(context.judge)
            .map((fault) => explainStill(run, fault))
            .map((fault) => addHint(run, fault))
        : [],
    cue: context.shownCue,
    gauge: readGauge(context),
    back: readBackView(context, board),
    belt: context.board.belt?.lines,
    bar: context.board.bar?.shown,
    angle: readAngle(run, board),
    gesture: readGesture(run.gesture, run.tSec),
    events: context.events,
  };
}
