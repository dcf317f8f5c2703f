import type { StandingFault } from '../form/judgeReport';
import type { CueId, FaultId } from '../form/rule';

/** Numbers of spec 4.1. */
const gapAnySec = 4;
export const gapSameSec = 8;
const firstInHoldSec = 1.5;
const maxPerHold = 2;
/** A held breath would be warned of from here on (spec 5.1 F8); none is seen, so it is a reminder. */
const breathAfterSec = 6;
/** The reminder comes in the first of so many holds. */
const breathEvery = 3;
/** A cue stays on the screen until it is corrected or this has passed. */
export const shownSec = 4;
/** Time that it takes to read a cue across a room: it is shown for no less. */
export const readSec = 1.5;

/** What has been said so far. */
export interface CueState {
  readonly lastSec: number;
  readonly lastByCue: Readonly<Partial<Record<CueId, number>>>;
  readonly inHold: number;
  /** Cue of the rep before, if any. */
  readonly lastRepCue: CueId | undefined;
  /** Reps that ended since one was cued. */
  readonly repsSinceCue: number;
  /** Faults that were cued and not yet corrected. */
  readonly awaiting: readonly FaultId[];
  readonly corrections: number;
}

export const noCues: CueState = {
  lastSec: -Infinity,
  lastByCue: {},
  inHold: 0,
  lastRepCue: undefined,
  repsSinceCue: Infinity,
  awaiting: [],
  corrections: 0,
};

interface Said {
  readonly state: CueState;
  readonly cue: CueId;
  readonly faultId: FaultId;
}

/** Most urgent first; a fail before a warn of the same priority, then the one further gone. */
const rank = (a: StandingFault, b: StandingFault): number =>
  a.rule.priority - b.rule.priority ||
  Number(b.level === 'fail') - Number(a.level === 'fail') ||
  b.share - a.share;

function say(state: CueState, candidate: StandingFault, cue: CueId, tSec: number): Said {
  return {
    cue,
    faultId: candidate.rule.faultId,
    state: {
      ...state,
      lastSec: tSec,
      lastByCue: { ...state.lastByCue, [cue]: tSec },
      inHold: state.inHold + 1,
      awaiting: [...new Set([...state.awaiting, candidate.rule.faultId])],
    },
  };
}

const mayRepeat = (state: CueState, cue: CueId, tSec: number): boolean =>
  tSec - (state.lastByCue[cue] ?? -Infinity) >= gapSameSec;

/** A hold begins: its two cues are free again, and what was not corrected before never was. */
export const beginHoldCues = (state: CueState): CueState => ({
  ...state,
  inHold: 0,
  awaiting: [],
});

/**
 * The cue to give during a hold, if any: not in its first 1.5 s, 4 s after any other, 8 s after the
 * same, at most two in a hold. Only the most urgent fault is heard; the others wait.
 */
export function cueInHold(
  state: CueState,
  candidates: readonly StandingFault[],
  tSec: number,
  holdStartSec: number,
): Said | undefined {
  if (tSec - holdStartSec < firstInHoldSec || state.inHold >= maxPerHold) return undefined;
  if (tSec - state.lastSec < gapAnySec) return undefined;
  const ordered = candidates.filter(({ rule }) => rule.cue !== undefined).sort(rank);
  const first = ordered[0];
  const cue = first?.rule.cue;
  if (first === undefined || cue === undefined || !mayRepeat(state, cue, tSec)) return undefined;
  return say(state, first, cue, tSec);
}

/**
 * What has been said once the athlete is reminded to breathe; undefined where it is not the time. It
 * keeps the distances of any other cue, and is given to one hold in three, once.
 */
export function remindBreath(
  state: CueState,
  n: number,
  tSec: number,
  holdStartSec: number,
): CueState | undefined {
  if ((n - 1) % breathEvery !== 0 || tSec - holdStartSec < breathAfterSec) return undefined;
  if (state.inHold >= maxPerHold || tSec - state.lastSec < gapAnySec) return undefined;
  if ((state.lastByCue.keepBreathing ?? -Infinity) >= holdStartSec) return undefined;
  if (!mayRepeat(state, 'keepBreathing', tSec)) return undefined;
  return {
    ...state,
    lastSec: tSec,
    lastByCue: { ...state.lastByCue, keepBreathing: tSec },
    inHold: state.inHold + 1,
  };
}

/**
 * The cue to give at the end of a rep, if any: one at most, and not the same in two reps running
 * unless the fault failed again.
 * @param repsApart one cue in so many reps at most (swings: three)
 */
export function cueAfterRep(
  state: CueState,
  candidates: readonly StandingFault[],
  tSec: number,
  repsApart = 1,
): { readonly state: CueState; readonly cue?: CueId; readonly faultId?: FaultId } {
  const repsSinceCue = state.repsSinceCue + 1;
  const quiet = { state: { ...state, lastRepCue: undefined, repsSinceCue } };
  if (tSec - state.lastSec < gapAnySec || repsSinceCue < repsApart) return quiet;
  const first = candidates.filter(({ rule }) => rule.cue !== undefined).sort(rank)[0];
  const cue = first?.rule.cue;
  if (first === undefined || cue === undefined) return quiet;
  if (state.lastRepCue === cue && first.level !== 'fail') return quiet;
  const said = say(state, first, cue, tSec);
  return { ...said, state: { ...said.state, lastRepCue: cue, repsSinceCue: 0 } };
}

/**
 * A cued fault is gone. Every second correction is confirmed, so at most half of them are (4.1), and
 * not within a second of a cue.
 */
export function confirmCorrection(
  state: CueState,
  faultId: FaultId,
  tSec: number,
): { readonly state: CueState; readonly confirm: boolean } {
  if (!state.awaiting.includes(faultId)) return { state, confirm: false };
  const confirm = state.corrections % 2 === 1 && tSec - state.lastSec >= 1;
  return {
    confirm,
    state: {
      ...state,
      awaiting: state.awaiting.filter((id) => id !== faultId),
      corrections: state.corrections + 1,
    },
  };
}
