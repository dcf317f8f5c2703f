import type { Side } from '../core/body/keypoint';
import type { Reference } from '../core/form/rule';
import type { SignalId } from '../core/kinematics/signals';
import type { UnitName } from '../core/units';
import { localize } from './language';

/** What the review screen says. */
export const reviewText = localize({
  en: {
    title: 'Review',
    review: 'Look at it closely',
    opening: 'Opening the set',
    judging: 'Measuring every frame',
    missing: 'This set is not on this device any more.',
    openAnother: 'Open a trace',
    picture: 'The athlete in this frame',
    noPicture: 'Only the skeleton was kept',
    play: 'Play',
    pause: 'Pause',
    frameBack: 'One frame back',
    frameOn: 'One frame on',
    speed: 'Speed',
    position: 'Moment',
    loop: 'Repeat',
    loopRep: (n: number): string => `Repeat ${n}`,
    loopOff: 'Play on',
    layers: 'What is drawn',
    skeleton: 'Skeleton',
    angles: 'Angles',
    outline: 'Back',
    video: 'Video',
    charts: 'Measures over time',
    zoomIn: 'Closer',
    zoomOut: 'Wider',
    whole: 'Whole set',
    reps: 'One by one',
    rep: (n: number): string => `${n}`,
    ledger: 'Faults',
    noFaults: 'No fault was seen.',
    onset: 'Began',
    peak: 'Peak',
    end: 'Ended',
    fault: 'Fault',
    value: 'Most',
    confidence: 'Seen',
    grade: 'Grade',
    mark: 'True?',
    goTo: (name: string, what: string, at: string): string => `${name}, ${what}: go to ${at}`,
    keys: 'Keys',
    unseenHere: 'not seen',
    left: 'left',
    right: 'right',
    keyList: [
      ['Space', 'play and pause'],
      ['← →', 'one frame'],
      ['Shift ← →', 'one second'],
      ['J K L', 'play back, pause, play on'],
      ['1 to 9', 'go to a repetition'],
      ['M', 'mark the fault at hand'],
      ['N', 'write a note here'],
    ] as readonly (readonly [string, string])[],
  },
  de: {
    title: 'Durchsicht',
    review: 'Genau ansehen',
    opening: 'Der Satz wird geöffnet',
    judging: 'Jedes Bild wird vermessen',
    missing: 'Diesen Satz gibt es auf diesem Gerät nicht mehr.',
    openAnother: 'Aufzeichnung öffnen',
    picture: 'Du in diesem Bild',
    noPicture: 'Nur das Skelett wurde behalten',
    play: 'Abspielen',
    pause: 'Anhalten',
    frameBack: 'Ein Bild zurück',
    frameOn: 'Ein Bild weiter',
    speed: 'Tempo',
    position: 'Zeitpunkt',
    loop: 'Wiederholen',
    loopRep: (n: number): string => `${n} wiederholen`,
    loopOff: 'Weiterspielen',
    layers: 'Was gezeichnet wird',
    skeleton: 'Skelett',
    angles: 'Winkel',
    outline: 'Rücken',
    video: 'Video',
    charts: 'Messwerte im Verlauf',
    zoomIn: 'Näher',
    zoomOut: 'Weiter',
    whole: 'Ganzer Satz',
    reps: 'Einzeln',
    rep: (n: number): string => `${n}`,
    ledger: 'Fehler',
    noFaults: 'Kein Fehler war zu sehen.',
    onset: 'Beginn',
    peak: 'Spitze',
    end: 'Ende',
    fault: 'Fehler',
    value: 'Höchstens',
    confidence: 'Gesehen',
    grade: 'Grad',
    mark: 'Richtig?',
    goTo: (name: string, what: string, at: string): string => `${name}, ${what}: zu ${at}`,
    keys: 'Tasten',
    unseenHere: 'nicht gesehen',
    left: 'links',
    right: 'rechts',
    keyList: [
      ['Leertaste', 'abspielen und anhalten'],
      ['← →', 'ein Bild'],
      ['Umschalt ← →', 'eine Sekunde'],
      ['J K L', 'zurück, anhalten, vor'],
      ['1 bis 9', 'zu einer Wiederholung'],
      ['M', 'den Fehler hier beurteilen'],
      ['N', 'hier eine Notiz schreiben'],
    ] as readonly (readonly [string, string])[],
  },
});

/** What the signals that are drawn over time are called. */
export const signalName: Readonly<Partial<Record<SignalId, string>>> = localize({
  en: {
    backCurveScore: 'Low back, by its outline',
    headTrunkDeg: 'Head against trunk',
    heelRiseRatio: 'Heel above toe',
    hipFlexionDeg: 'Hip bend',
    hipOverShoulderRatio: 'Hips above shoulders',
    hipRiseDeg: 'Trunk against level',
    hipShiftRatio: 'Weight to one side',
    kneeFlexionDeg: 'Knee bend',
    kneeFppaDeg: 'Knee inward',
    kneeOverToeRatio: 'Knee inside the toes',
    kneeSeparationRatio: 'Gap of the knees',
    leanToSideDeg: 'Trunk to the side',
    legHipFlexionDeg: 'Hip bend, each leg',
    legKneeFlexionDeg: 'Knee bend, each leg',
    legTrunkThighDeg: 'Trunk against thigh, each leg',
    loadForwardRatio: 'Bell ahead of the body',
    ownKneeSeparationRatio: 'Knee’s distance from the middle',
    pelvicObliquityDeg: 'Pelvis against level',
    pelvicRollDeg: 'Pelvis dipping',
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
  },
  de: {
    backCurveScore: 'Unterer Rücken, nach dem Umriss',
    headTrunkDeg: 'Kopf gegen Rumpf',
    heelRiseRatio: 'Ferse über den Zehen',
    hipFlexionDeg: 'Hüftbeugung',
    hipOverShoulderRatio: 'Hüfte über den Schultern',
    hipRiseDeg: 'Rumpf gegen die Waagrechte',
    hipShiftRatio: 'Gewicht auf einer Seite',
    kneeFlexionDeg: 'Kniebeugung',
    kneeFppaDeg: 'Knie nach innen',
    kneeOverToeRatio: 'Knie innen neben den Zehen',
    kneeSeparationRatio: 'Abstand der Knie',
    leanToSideDeg: 'Rumpf zur Seite',
    legHipFlexionDeg: 'Hüftbeugung je Bein',
    legKneeFlexionDeg: 'Kniebeugung je Bein',
    legTrunkThighDeg: 'Rumpf gegen Oberschenkel je Bein',
    loadForwardRatio: 'Kugel vor dem Körper',
    ownKneeSeparationRatio: 'Knie von der Mitte',
    pelvicObliquityDeg: 'Becken gegen die Waagrechte',
    pelvicRollDeg: 'Becken sinkt ab',
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

/** A value as a clinician reads it: whole degrees, per cent, tenths of seconds. */
export function formatClinical(value: number, unit: UnitName): string {
  const whole = (by: number): string => String(Math.round(value * by)).replace('-', '−');
  switch (unit) {
    case 'deg':
      return `${whole(1)}°`;
    case 'ratio':
      return `${whole(100)} %`;
    case 'sec':
      return `${value.toFixed(1)} s`;
    case 'score':
      return whole(1);
    case 'perMin':
      return whole(1);
    case 'mPerSec':
      return `${value.toFixed(1)} m/s`;
  }
}

/** A moment to the hundredth of a second: "1:02.37". */
export function formatInstant(tSec: number): string {
  const hundredths = Math.round(Math.max(0, tSec) * 100);
  const minutes = Math.floor(hundredths / 6000);
  const seconds = (hundredths % 6000) / 100;
  return `${minutes}:${seconds.toFixed(2).padStart(5, '0')}`;
}

/** A side after a name: ", left". */
export const sideSuffix = (side: Side | null): string =>
  side === null ? '' : `, ${reviewText[side]}`;
