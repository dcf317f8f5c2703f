import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/core/exercises/catalogue';
import type { Exercise } from '../../../src/core/exercises/exercise';
import type { Condition, Rule } from '../../../src/core/form/rule';
import { cueText } from '../../../src/text/cues';
import specification from '../../fixtures/spec/faults.json';

/**
 * Every limit of every rule against the specification's fault table, of which a copy is kept here.
 * Where a later finding stands over the table, the exception is listed with its source.
 */

type Row = (typeof specification.faults)[number];

/** The measure of ours that stands for a metric of the table; both signs of a limit agree. */
const measureOf: Readonly<Record<string, string>> = {
  TTE_rel_target: 'trunkThighDeg',
  TTE: 'trunkThighDeg',
  TTE_hold: 'trunkThighDeg',
  TTE_top: 'trunkThighDeg',
  sag: 'trunkThighDropDeg',
  dRFI: 'ribFlareRatio',
  KASR_ratio: 'kneeSeparationRatio',
  KOT: 'kneeOverToeRatio',
  abs_dPR: 'pelvicRollDeg',
  dPR_1s: 'pelvicRollDeg',
  heel_rise_shank: 'heelRiseRatio',
  no_breath_s: 'breathHoldSec',
  KF_top: 'kneeFlexionDeg',
  KF: 'kneeFlexionDeg',
  KF_bottom: 'kneeFlexionDeg',
  KF_max: 'kneeFlexionDeg',
  KF_free: 'legKneeFlexionDeg',
  abs_HF_diff: 'thighGapDeg',
  abs_dFPPA: 'kneeFppaDeg',
  lateral_shift: 'pelvicShiftRatio',
  abs_dHT: 'headTrunkDeg',
  dHT: 'headTrunkDeg',
  HKR: 'hingeRatio',
  SI_bottom: 'shankInclineDeg',
  abs_SI_top: 'shankInclineDeg',
  TI_top: 'trunkInclineDeg',
  abs_dTI: 'trunkInclineDeg',
  hips_shoot: 'hipsLeadRatio',
  load_forward: 'loadForwardRatio',
  descent_s: 'descentSec',
  arm_lift_ratio: 'armLiftRatio',
  wrist_minus_knee_h: 'wristOverKneeRatio',
  wrist_minus_shoulder_h: 'bellApexRatio',
  TH_minus_target: 'thighInclineDeg',
  hip_shift: 'hipShiftRatio',
  hip_lag_s: 'hipLagSec',
  reach_over_best: 'reachRatio',
  FPPA: 'kneeFppaDeg',
  abs_dPO: 'pelvicObliquityDeg',
  TL: 'leanToSideDeg',
  trail_heel_speed: 'trailHeelMPerSec',
  dTI_min: 'trunkInclineDeg',
  HF_max: 'legHipFlexionDeg',
  KF_stance: 'legKneeFlexionDeg',
  TTE_stance: 'legTrunkThighDeg',
  lowering_s: 'returnSec',
  abs_TL: 'trunkLeanDeg',
  abs_TL_stride: 'sideLeanDeg',
  abs_shoulder_tilt: 'shoulderLineDeg',
  dPO: 'pelvicDropDeg',
  TI_stride: 'trunkInclineDeg',
  step_asym: 'stepAsymmetryRatio',
  dLA_flat: 'hipRiseDeg',
  MT_hip: 'thighAboveLevelDeg',
  MT_knee: 'legKneeFlexionDeg',
  PR_p2p: 'hipLineRangeDeg',
  hip_over_shoulder: 'hipOverShoulderRatio',
  phase_diff: 'limbPhaseRatio',
  pFlex: 'lumbarFlexionRatio',
  pFlex_bottom: 'lumbarFlexionRatio',
};

/** The same of one side, or of a rep in place of strides, where a rule asks for that. */
const ownMeasureOf: Readonly<Record<string, string>> = {
  KASR_ratio: 'ownKneeSeparationRatio',
  dPO: 'pelvicObliquityDeg',
};

/** Metrics that the table has in per cent. */
const inPercent = new Set(['pFlex', 'pFlex_bottom']);

/** The numbers of a row's condition in our unit. */
const readLimits = ({ metric, warn, fail, hyst }: Row['conditions'][number]) => {
  const scale = inPercent.has(metric) ? 100 : 1;
  const of = (limit: number | null): number | null => (limit === null ? null : limit / scale);
  return { warn: of(warn), fail: of(fail), hyst: of(hyst) };
};

/** Fails that the text of a row, which stands over its numbers, wants more for than any rule counts. */
const failsOverReps = new Set(['E05-F1 pFlex_bottom']);

/** Hysteresis that the text of a row, which stands over its numbers, has otherwise. */
const marginInText: Readonly<Record<string, number>> = { 'E11-F1 TTE_rel_target': 4 };

/** Metrics that are judged otherwise: by the outline (outline.md), or not from keypoints at all. */
const replaced = new Set(['dLA_P', 'dLA_S', 'dLA_vs_hinge', 'dLA_vs_entry', 'dPR_0.5s']);

/** Metrics of single rows that are not judged: the outline is read in still positions only. */
const notOnTheMove = new Set(['E12-F4 dRFI']);

/** Rows of these exercises that a row of another rule, or none at all, stands for. */
const elsewhere: Readonly<Record<string, string>> = {
  'E03-F3': 'the roll-out alone has an order of hips and shoulders; the plank does not move',
  'E03-F5': 'the roll-out alone has a reach',
};

/** The exercise whose section each one's rows are; the plank has the roll-out's rows. */
const exercises: readonly Exercise[] = Object.values(catalogue);

const rowsOf = (exercise: Exercise): Row[] =>
  specification.faults.filter(({ id }) => id.startsWith(`${exercise.spec}-`));

const ruleFaults = (row: Row): string[] =>
  [row.faultId, 'faultIdAbsolute' in row ? row.faultIdAbsolute : undefined].filter(
    (id) => id !== undefined,
  );

const findCondition = (rules: readonly Rule[], metric: string, warn: number | null) =>
  rules
    .flatMap(({ conditions }) => conditions)
    .find(
      (condition) =>
        (condition.signal === measureOf[metric] || condition.signal === ownMeasureOf[metric]) &&
        (warn === null || condition.warn === warn),
    );

const senseOf = (op: string, metric: string): Condition['sense'] => {
  // The gap of the thighs is measured without a sign.
  if (metric === 'abs_HF_diff') return 'above';
  const twoSided = ['lateral_shift', 'hip_shift', 'step_asym'];
  if (metric.startsWith('abs_') || twoSided.includes(metric)) {
    return 'beyond';
  }
  return op.startsWith('>') ? 'above' : 'below';
};

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  '%s',
  (_, exercise) => {
    const rows = rowsOf(exercise).filter(({ id }) => exercise.id !== 'plank' || !(id in elsewhere));

    it('has a rule for every row of its section, and no other', () => {
      const wanted = rows.flatMap((row) => ruleFaults(row).map((fault) => `${row.id} ${fault}`));
      const found = exercise.rules.map(({ specRow, faultId }) => `${specRow} ${faultId}`);
      expect(found.toSorted()).toEqual(wanted.toSorted());
    });

    it.each(rows.map((row) => [row.id, row] as const))('keeps the numbers of %s', (__, row) => {
      const rules = exercise.rules.filter(({ specRow }) => specRow === row.id);
      for (const rule of rules) {
        expect(rule.warnSec).toBe(row.t_warn_s);
        expect(rule.failSec).toBe(row.t_fail_s);
        expect(rule.priority).toBe(row.prio);
        expect(row.grade).toContain(rule.grade);
      }
      for (const limits of row.conditions) {
        const { metric, op } = limits;
        const named = `${row.id} ${metric}`;
        if (replaced.has(metric) || notOnTheMove.has(named)) continue;
        const { warn, fail, hyst } = readLimits(limits);
        const condition = findCondition(rules, metric, warn);
        expect(condition, named).toBeDefined();
        expect(condition?.sense).toBe(senseOf(op, metric));
        expect(condition?.fail ?? null).toBe(failsOverReps.has(named) ? null : fail);
        expect(condition?.clearMargin).toBe(marginInText[named] ?? hyst);
      }
    });

    it('holds an aid to the limits of what it speaks for, at a grade of the table', () => {
      for (const { specRow, conditions } of exercise.rules) {
        const row = rows.find(({ id }) => id === specRow);
        for (const { aid, signal, warn, fail, clearMargin } of conditions.filter(
          (one) => one.aid,
        )) {
          expect(row?.grade).toContain(aid);
          const [first] = row?.conditions ?? [];
          if (first === undefined) throw new Error(`${specRow} is no row`);
          const isShort = failsOverReps.has(`${specRow} ${first.metric}`);
          const limits = { warn, fail: fail ?? null, hyst: clearMargin };
          expect(limits, signal).toEqual({
            ...readLimits(first),
            ...(isShort ? { fail: null } : {}),
          });
        }
      }
    });

    it('says the words of the table', () => {
      // A bridge's arch, over-height and rib flare are one cue (outline.md): "Ribcage down".
      const joined = new Set(['E01-F1', 'E02-F3', 'E11-F1']);
      for (const row of rows.filter(({ id }) => !joined.has(id))) {
        for (const { cue } of exercise.rules.filter(({ specRow }) => specRow === row.id)) {
          expect(cue === undefined ? '-' : cueText[cue]).toBe(row.cue);
        }
      }
    });
  },
);
