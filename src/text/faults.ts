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
  backArch: { name: 'Back arching', happened: 'The back arched' },
  backRounds: { name: 'Back rounding', happened: 'The back rounded' },
  breathHold: { name: 'Breath held', happened: 'The breath was held' },
  heelDistance: { name: 'Heels too far or too near', happened: 'The heels were out of place' },
  hipShift: { name: 'Weight to one side', happened: 'The weight went to one side' },
  hipsLow: { name: 'Hips too low', happened: 'The hips stayed too low' },
  hipsSag: { name: 'Hips sagging', happened: 'The hips sank' },
  kneesCave: { name: 'Knees caving in', happened: 'The knees came inward' },
  overHeight: { name: 'Lifted past the line', happened: 'The hips went past the line' },
  pelvisRolls: { name: 'Pelvis tilting to one side', happened: 'The pelvis tilted' },
  ribFlare: { name: 'Ribs flaring', happened: 'The ribs lifted' },
  shallowDepth: { name: 'Not deep enough', happened: 'The depth was short' },
  toePush: { name: 'Heels lifting', happened: 'The heels lifted' },
};

/** A side of the person, after the name of a fault. */
export const sideText: Readonly<Record<Side, string>> = { left: 'left', right: 'right' };
