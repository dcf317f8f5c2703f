import type { Side } from '../body/keypoint';
import type { CameraHint } from '../kinematics/cameraHint';
import type { UnitName } from '../units';
import type { FaultId, Grade, UnseenReason } from './rule';

/** What a rule says now. `unknown` is never `ok`. */
export type Level = 'ok' | 'warn' | 'fail' | 'unknown';

/** One rule's verdict in this frame. */
export interface RuleVerdict {
  readonly faultId: FaultId;
  readonly specRow: string;
  /** The side of the person it is about, null where it has none. */
  readonly side: Side | null;
  readonly level: Level;
  /** The measure's value in the rule's unit; undefined where it cannot be seen. */
  readonly value: number | undefined;
  /** Evidence grade 3: shown as provisional. */
  readonly provisional: boolean;
  /** It says something about the athlete, not about the way it is done. */
  readonly finding: boolean;
  /** Why it is unknown. */
  readonly unseen: UnseenReason | undefined;
  /** What would make it visible, where the camera's place is the reason and shows it. */
  readonly hint?: CameraHint;
}

/** One interval in which a fault was there, listed once, with the highest level it reached. */
export interface FaultInterval {
  readonly faultId: FaultId;
  readonly specRow: string;
  readonly side: Side | null;
  readonly level: 'warn' | 'fail';
  /** When the measure crossed the limit, not when the dwell had passed. */
  readonly startSec: number;
  /** When it came back inside the hysteresis; undefined while it lasts. */
  readonly endSec: number | undefined;
  readonly peak: number;
  readonly unit: UnitName;
  readonly grade: Grade;
  readonly provisional: boolean;
  /** Number of the hold or rep it began in. */
  readonly rep: number;
}
