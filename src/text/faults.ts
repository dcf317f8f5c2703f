import type { Side } from '../core/body/keypoint';
import type { FaultId } from '../core/form/rule';
import { localize } from './language';

/** The words of one fault. */
export interface FaultText {
  /** Its name, as a heading. */
  readonly name: string;
  /** What happened, to be followed by where: "The hips sank" + " in 2 and 3". */
  readonly happened: string;
}

/** The words of every fault. */
export const faultText = localize<Readonly<Record<FaultId, FaultText>>>({
  en: {
    armLift: { name: 'Arms lifting the bell', happened: 'The arms lifted the bell' },
    backArch: { name: 'Back arching', happened: 'The back arched' },
    backRounds: { name: 'Back rounding', happened: 'The back rounded' },
    bellTooHigh: { name: 'Bell above the shoulders', happened: 'The bell went too high' },
    bellTooLow: { name: 'Bell below the knees', happened: 'The bell went below the knees' },
    breathHold: { name: 'Breath held', happened: 'The breath was held' },
    dropsTooFast: { name: 'Coming down too fast', happened: 'The way down was too fast' },
    freeKneeBent: { name: 'Free knee bent', happened: 'The free knee stayed bent' },
    freeThighNotParallel: { name: 'Thighs not side by side', happened: 'The thighs came apart' },
    headOffLine: { name: 'Head out of line', happened: 'The head left the line' },
    headThrownBack: { name: 'Head thrown back', happened: 'The head went back' },
    heelDistance: { name: 'Heels too far or too near', happened: 'The heels were out of place' },
    heelsLift: { name: 'Heels lifting', happened: 'The heels lifted' },
    hipFlexorsShort: {
      name: 'Thigh above level',
      happened: 'The thigh stayed above level',
    },
    hipHike: { name: 'Hip hiking or dropping', happened: 'The hip hiked or dropped' },
    hipShift: { name: 'Weight to one side', happened: 'The weight went to one side' },
    hipsHigh: { name: 'Hips too high', happened: 'The hips went too high' },
    hipsLow: { name: 'Hips too low', happened: 'The hips stayed too low' },
    hipsSag: { name: 'Hips sagging', happened: 'The hips sank' },
    hipsShootUp: { name: 'Hips rising first', happened: 'The hips came up before the chest' },
    hipsSway: { name: 'Hips swaying', happened: 'The hips swayed' },
    incompleteExtension: { name: 'Not fully up', happened: 'The hips did not come through' },
    kneesBend: { name: 'Knees bending', happened: 'The knees bent too much or too little' },
    kneesCave: { name: 'Knees caving in', happened: 'The knees came inward' },
    kneesDriftForward: { name: 'Knees moving forward', happened: 'The knees moved forward' },
    leanBack: { name: 'Leaning back at the top', happened: 'The trunk leaned back at the top' },
    loadDriftsForward: { name: 'Bell away from the body', happened: 'The bell drifted away' },
    lowBackSags: { name: 'Low back sagging', happened: 'The low back sagged' },
    overHeight: { name: 'Lifted past the line', happened: 'The hips went past the line' },
    pelvicDrop: { name: 'Hip dropping', happened: 'The free side’s hip dropped' },
    pelvisDips: { name: 'Pelvis dipping', happened: 'The pelvis dipped' },
    pelvisRolls: { name: 'Pelvis tilting to one side', happened: 'The pelvis tilted' },
    pelvisShiftsSideways: {
      name: 'Pelvis shifting sideways',
      happened: 'The pelvis shifted sideways',
    },
    rectusFemorisShort: {
      name: 'Knee straightening as the thigh hangs',
      happened: 'The knee straightened as the thigh hung',
    },
    pushesOffBack: { name: 'Pushing off below', happened: 'The lower leg pushed off' },
    rangeShort: { name: 'Knee not high enough', happened: 'The knee came up too little' },
    reachTooFar: { name: 'Rolled too far', happened: 'The roll went too far' },
    ribFlare: { name: 'Ribs flaring', happened: 'The ribs lifted' },
    sameSidePattern: {
      name: 'Hand and knee of one side together',
      happened: 'Hand and knee of one side moved together',
    },
    shallowDepth: { name: 'Not deep enough', happened: 'The depth was short' },
    shoulderHike: { name: 'Shoulders not level', happened: 'The shoulders were not level' },
    sideLean: { name: 'Leaning to the side', happened: 'The trunk leaned to the side' },
    shouldersLead: { name: 'Arms first', happened: 'The arms went before the hips' },
    shinNotVertical: { name: 'Shins not upright', happened: 'The shins were not upright' },
    squatNotHinge: { name: 'Squat instead of hinge', happened: 'It became a squat' },
    squatSwing: { name: 'Squatting the swing', happened: 'The swing became a squat' },
    stanceLegGives: { name: 'Standing leg giving', happened: 'The standing leg gave' },
    stanceKneeDrifts: { name: 'Supporting knee drifting', happened: 'The supporting knee drifted' },
    testInvalid: { name: 'Low back off the table', happened: 'The low back left the table' },
    toePush: { name: 'Heels lifting', happened: 'The heels lifted' },
    unevenSteps: { name: 'Uneven steps', happened: 'The steps were uneven' },
    trunkDrifts: { name: 'Trunk drifting', happened: 'The trunk left its angle' },
    trunkLean: { name: 'Leaning over the leg', happened: 'The trunk leaned over the leg' },
  },
  de: {
    armLift: { name: 'Arme heben die Kugel', happened: 'Die Arme hoben die Kugel' },
    backArch: { name: 'Hohlkreuz', happened: 'Der Rücken ging ins Hohlkreuz' },
    backRounds: { name: 'Runder Rücken', happened: 'Der Rücken wurde rund' },
    bellTooHigh: { name: 'Kugel über den Schultern', happened: 'Die Kugel kam zu hoch' },
    bellTooLow: { name: 'Kugel unter den Knien', happened: 'Die Kugel kam unter die Knie' },
    breathHold: { name: 'Atem angehalten', happened: 'Der Atem wurde angehalten' },
    dropsTooFast: { name: 'Zu schnell hinab', happened: 'Der Weg hinab war zu schnell' },
    freeKneeBent: { name: 'Freies Knie gebeugt', happened: 'Das freie Knie blieb gebeugt' },
    freeThighNotParallel: {
      name: 'Oberschenkel nicht gleich hoch',
      happened: 'Die Oberschenkel gingen auseinander',
    },
    headOffLine: { name: 'Kopf aus der Linie', happened: 'Der Kopf verließ die Linie' },
    headThrownBack: { name: 'Kopf im Nacken', happened: 'Der Kopf ging in den Nacken' },
    heelDistance: { name: 'Fersen zu weit oder zu nah', happened: 'Die Fersen standen falsch' },
    heelsLift: { name: 'Fersen heben ab', happened: 'Die Fersen hoben ab' },
    hipFlexorsShort: {
      name: 'Oberschenkel über der Waagrechten',
      happened: 'Der Oberschenkel blieb über der Waagrechten',
    },
    hipHike: { name: 'Hüfte hebt oder senkt sich', happened: 'Die Hüfte hob oder senkte sich' },
    hipShift: { name: 'Gewicht auf einer Seite', happened: 'Das Gewicht ging auf eine Seite' },
    hipsHigh: { name: 'Hüfte zu hoch', happened: 'Die Hüfte kam zu hoch' },
    hipsLow: { name: 'Hüfte zu tief', happened: 'Die Hüfte blieb zu tief' },
    hipsSag: { name: 'Hüfte sinkt ab', happened: 'Die Hüfte sank ab' },
    hipsShootUp: { name: 'Hüfte steigt zuerst', happened: 'Die Hüfte kam vor der Brust hoch' },
    hipsSway: { name: 'Hüfte schwankt', happened: 'Die Hüfte schwankte' },
    incompleteExtension: { name: 'Nicht ganz oben', happened: 'Die Hüfte kam nicht ganz durch' },
    kneesBend: {
      name: 'Knie beugen sich',
      happened: 'Die Knie beugten sich zu viel oder zu wenig',
    },
    kneesCave: { name: 'Knie fallen nach innen', happened: 'Die Knie kamen nach innen' },
    kneesDriftForward: { name: 'Knie wandern nach vorn', happened: 'Die Knie wanderten nach vorn' },
    leanBack: { name: 'Oben zurückgelehnt', happened: 'Der Rumpf lehnte sich oben zurück' },
    loadDriftsForward: { name: 'Kugel weg vom Körper', happened: 'Die Kugel entfernte sich' },
    lowBackSags: { name: 'Unterer Rücken hängt durch', happened: 'Der untere Rücken hing durch' },
    overHeight: { name: 'Über die Linie gehoben', happened: 'Die Hüfte ging über die Linie' },
    pelvicDrop: { name: 'Hüfte sackt ab', happened: 'Die Hüfte der freien Seite sackte ab' },
    pelvisDips: { name: 'Becken kippt ab', happened: 'Das Becken kippte ab' },
    pelvisRolls: { name: 'Becken neigt sich zur Seite', happened: 'Das Becken neigte sich' },
    pelvisShiftsSideways: {
      name: 'Becken schiebt sich zur Seite',
      happened: 'Das Becken schob sich zur Seite',
    },
    rectusFemorisShort: {
      name: 'Knie streckt sich, wenn das Bein hängt',
      happened: 'Das Knie streckte sich beim Hängen',
    },
    pushesOffBack: { name: 'Unten abgedrückt', happened: 'Das untere Bein drückte sich ab' },
    rangeShort: { name: 'Knie nicht hoch genug', happened: 'Das Knie kam zu wenig hoch' },
    reachTooFar: { name: 'Zu weit gerollt', happened: 'Es ging zu weit hinaus' },
    ribFlare: { name: 'Rippen heben sich', happened: 'Die Rippen hoben sich' },
    sameSidePattern: {
      name: 'Hand und Knie derselben Seite',
      happened: 'Hand und Knie derselben Seite gingen zusammen',
    },
    shallowDepth: { name: 'Nicht tief genug', happened: 'Die Tiefe reichte nicht' },
    shoulderHike: { name: 'Schultern nicht gerade', happened: 'Die Schultern waren nicht gerade' },
    sideLean: { name: 'Zur Seite gelehnt', happened: 'Der Rumpf lehnte sich zur Seite' },
    shouldersLead: { name: 'Arme zuerst', happened: 'Die Arme gingen vor der Hüfte' },
    shinNotVertical: {
      name: 'Schienbeine nicht senkrecht',
      happened: 'Die Schienbeine standen nicht senkrecht',
    },
    squatNotHinge: { name: 'Kniebeuge statt Hüftbeuge', happened: 'Es wurde eine Kniebeuge' },
    squatSwing: { name: 'Swing wie eine Kniebeuge', happened: 'Der Swing wurde zur Kniebeuge' },
    stanceLegGives: { name: 'Standbein gibt nach', happened: 'Das Standbein gab nach' },
    stanceKneeDrifts: { name: 'Standknie wandert', happened: 'Das Standknie wanderte' },
    testInvalid: {
      name: 'Unterer Rücken nicht am Tisch',
      happened: 'Der untere Rücken hob vom Tisch ab',
    },
    toePush: { name: 'Fersen heben ab', happened: 'Die Fersen hoben ab' },
    unevenSteps: { name: 'Ungleiche Schritte', happened: 'Die Schritte waren ungleich' },
    trunkDrifts: { name: 'Rumpf wandert', happened: 'Der Rumpf verließ seinen Winkel' },
    trunkLean: { name: 'Über das Bein gelehnt', happened: 'Der Rumpf lehnte sich über das Bein' },
  },
});

/** A side of the person, after the name of a fault. */
export const sideText = localize<Readonly<Record<Side, string>>>({
  en: { left: 'left', right: 'right' },
  de: { left: 'links', right: 'rechts' },
});
