import type { Side } from '../body/keypoint';
import type { MeasureId } from '../kinematics/measures';
import type { Condition, Rule, UnseenReason } from './rule';

/** What the judge asks of the coach in each frame. */
export interface JudgeInput {
  readonly tSec: number;
  /** Group delay of the filter that decides on a measure: crossings are dated back by it. */
  readonly delaySec: (measure: MeasureId | undefined) => number;
  /** Number of the running hold or rep. */
  readonly rep: number;
  /** The measure against its reference; a reason where it cannot be seen. */
  readonly measure: (condition: Condition, side: Side | null) => number | UnseenReason;
  /** The side a rule is about now; null where it has none, or it is not known yet. */
  readonly sideOf: (rule: Rule) => Side | null;
  /** Why a rule cannot be judged in this view; undefined where it can. */
  readonly blocked: (rule: Rule) => UnseenReason | undefined;
  /** A verdict of this rule is provisional now, whatever its evidence is; none is where absent. */
  readonly isDoubtful?: (rule: Rule) => boolean;
  /** Twice the noise of a measure: no warning below it (spec 3.6, deadband). */
  readonly deadband: (condition: Condition, side: Side | null) => number;
  /** True while the athlete is leaving the position: nothing new is raised. */
  readonly leaving: boolean;
}

/** What all conditions of a rule say together in one frame. */
export interface RuleReading {
  readonly known: boolean;
  /** Nothing to judge here: the measure counts as inside its limits. */
  readonly masked: boolean;
  readonly unseen: UnseenReason | undefined;
  /** The measure that speaks for the rule: the one furthest beyond its limits, and how far. */
  readonly value: number | undefined;
  readonly condition: Condition | undefined;
  /** Share of the way from warn to fail. */
  readonly share: number;
  readonly warn: boolean;
  readonly fail: boolean;
  readonly insideWarn: boolean;
  readonly insideFail: boolean;
}

/** How far a measure stands beyond zero in the sense of its condition. */
const excessOf = (condition: Condition, measure: number): number => {
  if (condition.sense === 'above') return measure;
  return condition.sense === 'below' ? -measure : Math.abs(measure);
};

const limitOf = (condition: Condition, limit: number): number =>
  condition.sense === 'below' ? -limit : limit;

const createUnknown = (unseen: UnseenReason | undefined): RuleReading => ({
  known: false,
  masked: false,
  unseen,
  value: undefined,
  condition: undefined,
  share: -Infinity,
  warn: false,
  fail: false,
  insideWarn: true,
  insideFail: true,
});

const maskedReading: RuleReading = { ...createUnknown('notInRange'), masked: true };
const unseenReading: RuleReading = createUnknown(undefined);
/** One for each reason, made when it first comes up. */
const unknownReadings = new Map<UnseenReason, RuleReading>();

function toUnknown(unseen: UnseenReason): RuleReading {
  const known = unknownReadings.get(unseen);
  if (known !== undefined) return known;
  const reading = createUnknown(unseen);
  unknownReadings.set(unseen, reading);
  return reading;
}

/** A bar that was read before in this hold and cannot be read now: nothing else stands in for it. */
const hiddenAid: UnseenReason = 'barHidden';
const noConditions: readonly Condition[] = [];

/**
 * Reads all conditions of a rule: any of them makes the fault, all must clear. An aid that is read
 * speaks alone, as keypoints are the weaker evidence (spec 5.2: tier A before K).
 * @param told conditions by which the fault stands: while one is not seen, the others clear nothing
 */
export function readRule(
  rule: Rule,
  side: Side | null,
  input: JudgeInput,
  told = noConditions,
): RuleReading {
  const blocked = input.blocked(rule);
  if (blocked !== undefined) return toUnknown(rule.unseen ?? blocked);
  let unseen: UnseenReason | undefined;
  let aidUnseen: UnseenReason | undefined;
  let value: number | undefined;
  let speaking: Condition | undefined;
  let share = -Infinity;
  let [warn, fail, insideWarn, insideFail] = [false, false, true, true];
  for (const condition of rule.conditions) {
    const isAid = condition.aid !== undefined;
    if (rule.unseen !== undefined && !isAid) continue;
    const measure = input.measure(condition, side);
    if (typeof measure !== 'number' && measure !== 'notInRange' && told.includes(condition)) {
      insideWarn = insideFail = false;
    }
    if (isAid && typeof measure !== 'number') {
      if (measure === hiddenAid) return toUnknown(measure);
      // What is not worn takes nothing away.
      if (measure !== 'notTracked') aidUnseen = measure;
      continue;
    }
    if (typeof measure !== 'number') {
      // A mask is the mildest reason: the measure itself could be seen.
      if (unseen !== 'notInRange') unseen = measure;
      continue;
    }
    const excess = excessOf(condition, measure);
    const limit = limitOf(condition, condition.warn);
    // Noise about the reference; a limit on the reference's far side (a range) is nowhere near it.
    const warnAt = limit < 0 ? limit : Math.max(limit, input.deadband(condition, side));
    const failAt = condition.fail === undefined ? Infinity : limitOf(condition, condition.fail);
    const range = Number.isFinite(failAt) ? Math.max(failAt - warnAt, 1e-6) : Math.abs(warnAt) || 1;
    const ownShare = (excess - warnAt) / range;
    if (speaking === undefined || ownShare > share) {
      value = measure;
      speaking = condition;
      share = ownShare;
    }
    warn ||= excess >= warnAt;
    fail ||= excess >= failAt;
    insideWarn &&= excess < warnAt - condition.clearMargin;
    insideFail &&= excess < failAt - condition.clearMargin;
    if (isAid) break;
  }
  if (speaking === undefined) {
    const known = rule.unseen ?? aidUnseen;
    if (known !== undefined) return toUnknown(known);
    if (unseen === undefined) return unseenReading;
    return unseen === 'notInRange' ? maskedReading : toUnknown(unseen);
  }
  const state = { known: true, masked: false, unseen: undefined };
  return { ...state, value, condition: speaking, share, warn, fail, insideWarn, insideFail };
}
