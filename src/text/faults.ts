import type { Side } from '../core/body/keypoint';
import type { FaultId } from '../core/form/rule';

/** The words of one fault. */
export interface FaultText {
  /** Its name, as a heading. */
  readonly name: string;
  /** What happened, to be followed by where: "The hips sank" + " in 2 and 3". */
  readonly happened: string;
}

/** The words of every fault. */
export const faultText: Readonly<Record<FaultId, FaultText>> = {
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
};

/** A side of the person, after the name of a fault. */
export const sideText: Readonly<Record<Side, string>> = { left: 'left', right: 'right' };
