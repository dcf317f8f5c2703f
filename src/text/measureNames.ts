import type { Condition, Mask, Reference } from '../core/form/rule';
import { type MeasureId, unitOf } from '../core/kinematics/measures';
import { localize } from './language';
import { unitSign } from './settings';

/** What every measure is called that is drawn over time or has a limit. */
export const measureName: Readonly<Partial<Record<MeasureId, string>>> = localize({
  en: {
    backCurveScore: 'Low back, by its outline',
    headTrunkDeg: 'Head against trunk',
    heelRiseRatio: 'Heel above toe',
    hipFlexionDeg: 'Hip bend',
    hipOverShoulderRatio: 'Hips above shoulders',
    hipRiseDeg: 'Trunk against level',
    hipShiftRatio: 'Weight to one side',
    kneeBendDeg: 'Knee bend',
    kneeFlexionDeg: 'Knee bend',
    kneeFppaDeg: 'Knee inward',
    kneeOverToeRatio: 'Knee inside the toes',
    kneeSeparationRatio: 'Gap of the knees',
    leanToSideDeg: 'Trunk to the side',
    legHipFlexionDeg: 'Hip bend, each leg',
    legKneeFlexionDeg: 'Knee bend, each leg',
    legTrunkThighDeg: 'Trunk against thigh, each leg',
    loadForwardRatio: 'Bell ahead of the body',
    lumbarFlexionRatio: 'Low back of its own full bend, by the bands',
    ownKneeSeparationRatio: 'Knee’s distance from the middle',
    pelvicObliquityDeg: 'Pelvis against level',
    pelvicRollDeg: 'Pelvis dipping',
    barRollDeg: 'Pelvis dipping, by the bar',
    pelvicShiftRatio: 'Pelvis sideways',
    reachRatio: 'Reach',
    ribFlareRatio: 'Ribs',
    shankInclineDeg: 'Shin from upright',
    shoulderLineDeg: 'Shoulders against level',
    sideLeanDeg: 'Trunk to the side',
    thighAboveLevelDeg: 'Thigh against level',
    thighGapDeg: 'Thighs apart',
    thighInclineDeg: 'Thigh from upright',
    trunkInclineDeg: 'Trunk from upright',
    trunkLeanDeg: 'Trunk to the side',
    trunkThighDeg: 'Trunk against thigh',
    trunkThighDropDeg: 'Hips sinking',
    wristOverKneeRatio: 'Hand above the knee',
    wristOverShoulderRatio: 'Hand above the shoulder',
    armLiftRatio: 'Arms lifting the bell',
    bellApexRatio: 'Height of the bell',
    descentSec: 'Time of the way down',
    hingeRatio: 'Hip bend over knee bend',
    hipLagSec: 'Hips behind the hands',
    hipLineRangeDeg: 'Hips tilting from side to side',
    hipsLeadRatio: 'Knees straightening before the trunk',
    limbPhaseRatio: 'Hand and opposite knee out of step',
    pelvicDropDeg: 'Pelvis dropping in mid-stance',
    returnSec: 'Time of the way back',
    stepAsymmetryRatio: 'Longer step on one side',
    trailHeelMPerSec: 'Push of the leg behind',
  },
  de: {
    backCurveScore: 'Unterer Rücken, nach dem Umriss',
    headTrunkDeg: 'Kopf gegen Rumpf',
    heelRiseRatio: 'Ferse über den Zehen',
    hipFlexionDeg: 'Hüftbeugung',
    hipOverShoulderRatio: 'Hüfte über den Schultern',
    hipRiseDeg: 'Rumpf gegen die Waagrechte',
    hipShiftRatio: 'Gewicht auf einer Seite',
    kneeBendDeg: 'Kniebeugung',
    kneeFlexionDeg: 'Kniebeugung',
    kneeFppaDeg: 'Knie nach innen',
    kneeOverToeRatio: 'Knie innen neben den Zehen',
    kneeSeparationRatio: 'Abstand der Knie',
    leanToSideDeg: 'Rumpf zur Seite',
    legHipFlexionDeg: 'Hüftbeugung je Bein',
    legKneeFlexionDeg: 'Kniebeugung je Bein',
    legTrunkThighDeg: 'Rumpf gegen Oberschenkel je Bein',
    loadForwardRatio: 'Kugel vor dem Körper',
    lumbarFlexionRatio: 'Unterer Rücken von seiner vollen Beugung, nach den Bändern',
    ownKneeSeparationRatio: 'Knie von der Mitte',
    pelvicObliquityDeg: 'Becken gegen die Waagrechte',
    pelvicRollDeg: 'Becken sinkt ab',
    barRollDeg: 'Becken sinkt ab, nach dem Stab',
    pelvicShiftRatio: 'Becken zur Seite',
    reachRatio: 'Reichweite',
    ribFlareRatio: 'Rippen',
    shankInclineDeg: 'Schienbein aus dem Lot',
    shoulderLineDeg: 'Schultern gegen die Waagrechte',
    sideLeanDeg: 'Rumpf zur Seite',
    thighAboveLevelDeg: 'Oberschenkel gegen die Waagrechte',
    thighGapDeg: 'Oberschenkel auseinander',
    thighInclineDeg: 'Oberschenkel aus dem Lot',
    trunkInclineDeg: 'Rumpf aus dem Lot',
    trunkLeanDeg: 'Rumpf zur Seite',
    trunkThighDeg: 'Rumpf gegen Oberschenkel',
    trunkThighDropDeg: 'Hüfte sinkt',
    wristOverKneeRatio: 'Hand über dem Knie',
    wristOverShoulderRatio: 'Hand über der Schulter',
    armLiftRatio: 'Arme heben die Kugel',
    bellApexRatio: 'Höhe der Kugel',
    descentSec: 'Dauer des Wegs nach unten',
    hingeRatio: 'Hüftbeugung je Kniebeugung',
    hipLagSec: 'Hüfte nach den Händen',
    hipLineRangeDeg: 'Hüfte kippt von Seite zu Seite',
    hipsLeadRatio: 'Knie strecken vor dem Rumpf',
    limbPhaseRatio: 'Hand und anderes Knie nicht im Takt',
    pelvicDropDeg: 'Becken sinkt im Stand ab',
    returnSec: 'Dauer des Wegs zurück',
    stepAsymmetryRatio: 'Schritt einer Seite länger',
    trailHeelMPerSec: 'Abstoß des hinteren Beins',
  },
});

/** What a measure is compared with, to follow its name. */
export const referenceName: Readonly<Record<Reference, string>> = localize({
  en: {
    absolute: '',
    neutral: 'against the own good position',
    holdEntry: 'since the hold began',
    bestHold: 'against the best hold',
    start: 'against the start',
    startRatio: 'against the start',
    goodRep: 'against the good repetition',
    goodBottom: 'against the good repetition',
  },
  de: {
    absolute: '',
    neutral: 'gegen die eigene gute Haltung',
    holdEntry: 'seit Beginn des Haltens',
    bestHold: 'gegen das beste Halten',
    start: 'gegen den Anfang',
    startRatio: 'gegen den Anfang',
    goodRep: 'gegen die gute Wiederholung',
    goodBottom: 'gegen die gute Wiederholung',
  },
});

/** When a limit holds: as long as another measure is over a number, or between two. */
const maskText = localize({
  en: {
    over: (name: string, from: string) => `while “${name}” is over ${from}`,
    between: (name: string, from: string, to: string) =>
      `while “${name}” is between ${from} and ${to}`,
  },
  de: {
    over: (name: string, from: string) => `solange „${name}“ über ${from} liegt`,
    between: (name: string, from: string, to: string) =>
      `solange „${name}“ zwischen ${from} und ${to} liegt`,
  },
});

const join = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');

function nameMask({ signal, reference = 'absolute', above, below }: Mask): string {
  const sign = unitSign[unitOf(signal)];
  const name = join([measureName[signal], referenceName[reference]]);
  if (below === undefined) return maskText.over(name, `${above}${sign}`);
  return maskText.between(name, `${above}${sign}`, `${below}${sign}`);
}

/** What a limit is of: the measure, what it is compared with, and when. */
export const nameCondition = ({ signal, reference, onlyWhile }: Condition): string =>
  join([measureName[signal], referenceName[reference], onlyWhile && nameMask(onlyWhile)]);
