import type { CueId, Condition, Rule } from '../form/rule';
import type { View } from '../kinematics/view';

/** Rows that several exercises have alike ("as E01-F8"), so that their limits stand once. */

/** No breath for 6 s: asked, never judged (spec E01-F8). */
export const breathHold = (
  specRow: string,
  views: readonly View[],
  priority: Rule['priority'],
  grade: Rule['grade'] = 'D3',
): Rule => ({
  faultId: 'breathHold',
  specRow,
  views,
  unseen: 'needsQuestion',
  sides: 'one',
  conditions: [
    {
      signal: 'breathHoldSec',
      reference: 'absolute',
      sense: 'above',
      warn: 6,
      clearMargin: 0,
    },
  ],
  warnSec: 6,
  failSec: 10,
  when: 'throughout',
  cue: 'keepBreathing',
  priority,
  grade,
});

/** Hips drop from where the hold began (spec E01-F2, E02-F2). */
export const hipsSag = (specRow: string, grade: Rule['grade']): Rule => ({
  faultId: 'hipsSag',
  specRow,
  views: ['side'],
  sides: 'one',
  conditions: [
    {
      signal: 'trunkThighDropDeg',
      reference: 'holdEntry',
      sense: 'above',
      warn: 6,
      fail: 10,
      clearMargin: 3,
    },
  ],
  warnSec: 0.5,
  failSec: 1,
  when: 'throughout',
  cue: 'hipsInLine',
  priority: 2,
  grade,
});

/** Prone, the hips do not come into the line: roll-out and plank have one row (spec E03-F2). */
export const hipsHigh: Rule = {
  faultId: 'hipsHigh',
  specRow: 'E03-F2',
  views: ['side'],
  sides: 'one',
  conditions: [
    {
      signal: 'trunkThighDeg',
      reference: 'neutral',
      sense: 'below',
      warn: -20,
      fail: -30,
      clearMargin: 4,
      orAbsolute: true,
    },
  ],
  warnSec: 1,
  failSec: 1.5,
  when: 'throughout',
  cue: 'leadWithHips',
  priority: 3,
  grade: 'D3',
};

/** Ears out of the trunk's line, in the roll-out and the plank alike (spec E03-F4). */
export const headOffTrunk: Rule = {
  faultId: 'headOffLine',
  specRow: 'E03-F4',
  views: ['side'],
  sides: 'one',
  conditions: [
    {
      signal: 'headTrunkDeg',
      reference: 'neutral',
      sense: 'beyond',
      warn: 20,
      fail: 30,
      clearMargin: 5,
    },
  ],
  warnSec: 1,
  failSec: 2,
  when: 'throughout',
  cue: 'longNeck',
  priority: 5,
  grade: 'D3',
};

/** How far the score must come back inside a limit (outline.md, step 10). */
const clearMargin = 3;

/**
 * The trunk's outline against its neutral (outline.md). It only warns; an arch fails where a
 * clinician has set a limit for it.
 */
export const outlineRule = (
  faultId: 'backArch' | 'backRounds',
  specRow: string,
  limit: number,
  timing: readonly [warnSec: number, failSec: number],
  cue: CueId,
  grade: Rule['grade'],
  priority: Rule['priority'] = 1,
): Rule => ({
  faultId,
  specRow,
  views: ['side'],
  sides: 'one',
  conditions: [
    {
      signal: 'backCurveScore',
      reference: 'absolute',
      sense: limit > 0 ? 'above' : 'below',
      warn: limit,
      clearMargin,
    },
  ],
  warnSec: timing[0],
  failSec: timing[1],
  when: 'throughout',
  cue,
  priority,
  grade,
});

/** Knees cave seen from the front in a bend of both legs (spec E04-F4, E06-F1; views.md). */
export const kneesCave = (
  specRow: string,
  priority: Rule['priority'],
  grade: Rule['grade'],
  timing: readonly [warnSec: number, failSec: number] = [0.2, 0.3],
): Rule => {
  const onlyWhile = { signal: 'kneeBendDeg', above: 30 } as const;
  return {
    faultId: 'kneesCave',
    specRow,
    views: ['front', 'back'],
    sides: 'each',
    conditions: [
      {
        signal: 'kneeOverToeRatio',
        reference: 'start',
        sense: 'above',
        warn: 0.02,
        fail: 0.05,
        clearMargin: 0.01,
        onlyWhile,
      },
      {
        signal: 'ownKneeSeparationRatio',
        reference: 'startRatio',
        sense: 'below',
        warn: 0.85,
        fail: 0.75,
        clearMargin: 0.05,
        onlyWhile,
      },
      {
        signal: 'kneeFppaDeg',
        reference: 'goodRep',
        sense: 'above',
        warn: 10,
        fail: 15,
        clearMargin: 3,
        onlyWhile,
      },
    ],
    warnSec: timing[0],
    failSec: timing[1],
    when: 'throughout',
    cue: 'kneesOut',
    priority,
    grade,
  };
};

/** The same rule failing at the limits at which it warns. */
export const failing = (rule: Rule): Rule => ({
  ...rule,
  conditions: rule.conditions.map((condition) => ({
    ...condition,
    fail: condition.warn,
  })),
});

/** Flexion of the low back of the athlete's own full flexion, by bands and a toe-touch (spec E04-F2). */
export const flexionWarns: Condition = {
  signal: 'lumbarFlexionRatio',
  reference: 'absolute',
  sense: 'above',
  warn: 0.7,
  clearMargin: 0.05,
};
export const flexionFails: Condition = { ...flexionWarns, fail: 0.8 };

/** The same rule by an aid, at the row's own grade; as before where that is not read. */
export const firstBy = (condition: Condition, rule: Rule): Rule => ({
  ...rule,
  conditions: [{ ...condition, aid: rule.grade }, ...rule.conditions],
});

/** Arch of a bridge and sag of a plank, as the outline scores it (outline.md, step 10). */
const archInLine = {
  signal: 'backCurveScore',
  reference: 'absolute',
  sense: 'above',
  warn: 7,
  clearMargin,
} as const;

/** A plank's sag by the outline: it fails at its limit (outline.md). */
export const sagByOutline: Condition = { ...archInLine, fail: archInLine.warn };

/**
 * Near enough to the line to be told arched (the hold's own lower bound, spec 5.1). Farther down, the
 * hips bend the belly's outline that speaks where an arm hides the back: +4 to +13 was read in a sag
 * of 25° whose back did not arch.
 */
const inLine = {
  signal: 'trunkThighDeg',
  reference: 'neutral',
  above: -15,
} as const;

/**
 * A bridge's arch: the outline alone warns, and fails with the hips over the person's own height at
 * that row's warn level. With over-height and rib flare it is one cue (outline.md).
 */
export const bridgeArch = (specRow: string): Rule => ({
  faultId: 'backArch',
  specRow,
  views: ['side'],
  fromLow: true,
  sides: 'one',
  conditions: [
    { ...archInLine, onlyWhile: inLine },
    {
      ...archInLine,
      fail: archInLine.warn,
      onlyWhile: { signal: 'trunkThighDeg', reference: 'neutral', above: 10 },
    },
  ],
  warnSec: 0.7,
  failSec: 1,
  when: 'throughout',
  cue: 'ribcageDown',
  priority: 1,
  grade: 'D3',
});
