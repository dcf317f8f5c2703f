import type { Side } from '../body/keypoint';
import type { Exercise } from '../exercises/exercise';
import { toSignalKey } from '../kinematics/signals';
import type { SignalBoard } from './signalBoard';

/** A leg stays lifted for so long before it counts, seconds. */
const liftedSec = 0.5;
/** Who has not lifted a leg by then is not kept waiting; the sides stay as the tracker names them. */
const patienceSec = 12;

/** What is known of a camera's left and right before a set. */
export interface CameraSides {
  /** The leg to lift, where it is not known yet. */
  readonly legLift?: Side;
  /** The camera names the sides the wrong way round. */
  readonly isSwapped?: boolean;
}

/**
 * `waiting`: not yet lying still where the set starts; `asked`: the leg is to be lifted now;
 * `asNamed`, `swapped`: the leg that rose was called by its name or by the other's; `untold`: none rose.
 */
export type LegLiftState = 'waiting' | 'asked' | 'asNamed' | 'swapped' | 'untold';

/** Whether sides matter and can be checked: someone who lies, with one leg that works. */
export const canLiftLeg = ({ posture, workingSide }: Exercise): boolean =>
  posture === 'supine' && typeof workingSide === 'object';

/**
 * Left and right of someone who lies (spec 2.1): the athlete lifts one leg, and it is seen whether
 * the tracker calls it by its name. A camera that mirrors its picture swaps the two.
 */
export class LegLift {
  state: LegLiftState = 'waiting';
  /** A leg was lifted and lies again, or is no longer waited for. */
  isOver = false;
  #askedSec = 0;
  #up: { readonly side: Side; readonly sinceSec: number } | undefined;

  constructor(readonly leg: Side) {}

  /** @param isSettled everything else that the set-up wants is there */
  step({ workingSide }: Exercise, board: SignalBoard, tSec: number, isSettled: boolean): void {
    if (this.state === 'waiting' && isSettled) {
      this.state = 'asked';
      this.#askedSec = tSec;
    }
    if (this.state === 'waiting' || this.isOver || typeof workingSide !== 'object') return;
    const { signal, margin } = workingSide;
    const left = board.read(toSignalKey(signal, 'left'));
    const right = board.read(toSignalKey(signal, 'right'));
    if (left === undefined || right === undefined) return;
    const lead = left - right;
    const side = Math.abs(lead) < margin ? undefined : lead > 0 ? 'left' : 'right';
    if (this.state !== 'asked') {
      this.isOver = side === undefined;
      return;
    }
    if (side === undefined) this.#up = undefined;
    else if (this.#up?.side !== side) this.#up = { side, sinceSec: tSec };
    if (this.#up !== undefined && tSec - this.#up.sinceSec >= liftedSec) {
      this.state = this.#up.side === this.leg ? 'asNamed' : 'swapped';
    } else if (side === undefined && tSec - this.#askedSec > patienceSec) {
      this.state = 'untold';
      this.isOver = true;
    }
  }
}
