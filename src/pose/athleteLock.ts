import { blendAppearance, compareAppearance, type Appearance } from './appearance';
import type { Point } from './regionOfInterest';

/** Somebody as one picture shows them. */
export interface Sighting {
  readonly tSec: number;
  readonly appearance: Appearance | undefined;
  /** Middle of the trunk, px. */
  readonly xPx: number;
  readonly yPx: number;
  readonly torsoPx: number;
  /** Direction of the body in the picture: 0 is head up, clockwise. */
  readonly rotationRad: number;
  /** Shoulders, hips, knees and ankles, always in the same order; undefined where not seen. */
  readonly joints: readonly (Point | undefined)[];
}

/** What somebody looks like, and how the trunk is turned in which they do. */
interface Look {
  readonly appearance: Appearance;
  readonly rotationRad: number;
  /** How far the trunk is foreshortened: toward the camera or away from it. */
  readonly leanRad: number;
}

/** Who a sighting shows. `flipped`: the body turned farther between two pictures than one can. */
export type Identity = 'own' | 'other' | 'flipped';

/** Seen for so long, somebody is the athlete, seconds. */
const learnSec = 1;
/**
 * From this likeness on it is the athlete wherever they are; below the other one it is not. Through
 * the sets of nine rendered clips an athlete stayed at 0.83 and more of their first second, nearly
 * always above 0.9; people in other clothes reached 0.1 to 0.83.
 */
const ownAlike = 0.88;
const otherAlike = 0.75;
/**
 * In between it is the athlete where they were and as large, in trunk lengths and as a ratio, and
 * where no joint left its place faster than one can, in trunk lengths and those a second: it would
 * be somebody else's.
 */
const nearRatio = 1.5;
const sizeRatio = 1.6;
const leapRatio = 0.25;
const leapRatioPerSec = 10;
/** Nobody turns farther than this within a second. */
const flipRad = (100 * Math.PI) / 180;
const flipSec = 1;
/** A body lies where it points farther than this from upright, and less far than from head down. */
const lyingFromRad = Math.PI / 4;
const lyingToRad = (3 * Math.PI) / 4;
/** The appearance follows the light this slowly, seconds... */
const adaptSec = 5;
/**
 * ...and the trunk's own turning at once, but for so much: who bends, to the side or toward the
 * camera, shows other parts of their clothes and turns them out of the light.
 */
const turnSlackRad = (10 * Math.PI) / 180;
/** A trunk that reads shorter by less than this is not foreshortened: readings tremble. */
const trembleRatio = 1.05;
/**
 * As an angle (the arc cosine of the likeness) what is seen of an athlete changed 1.1 times as far
 * as the trunk turned in a hinge filmed from behind, and as far in a squat filmed from the front.
 * More than this is somebody who comes before a body that turns.
 */
const changePerTurn = 1.5;
/** Unlike, but exactly in the athlete's place for so long: the light has changed, seconds. */
const relearnSec = 8;
const sameNearRatio = 0.3;
const sameSizeRatio = 1.2;
const sameTurnRad = (30 * Math.PI) / 180;
/** Neither seen nor hidden for so long, the athlete has left: the next one may come, seconds. */
const forgetSec = 10;

/** The turn from one direction to another, the short way round, −π..π. */
const turnFrom = (from: number, to: number): number => {
  const turn = to - from;
  return turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
};

const turnBetween = (a: number, b: number): number => Math.abs(turnFrom(a, b));

/** The angle between the trunks of two looks, 0..π. */
function turnOf(a: Look, b: Look): number {
  const inPicture = Math.cos(a.leanRad) * Math.cos(b.leanRad);
  const away = Math.sin(a.leanRad) * Math.sin(b.leanRad);
  return Math.acos(Math.min(1, inPicture * Math.cos(a.rotationRad - b.rotationRad) + away));
}

/** How much of what a body shows after a turn is learned at once; 0 where the turn is no reason. */
function shareOfTurn(turnRad: number, alike: number): number {
  const changeRad = Math.acos(Math.min(1, alike));
  const isReason = turnRad > turnSlackRad && changeRad <= changePerTurn * turnRad;
  return isReason ? 1 - turnSlackRad / turnRad : 0;
}

/** A look on the way to another one, by a share of the way. */
const blendLook = (from: Look, to: Look, share: number): Look => ({
  appearance: blendAppearance(from.appearance, to.appearance, share),
  rotationRad: from.rotationRad + share * turnFrom(from.rotationRad, to.rotationRad),
  leanRad: from.leanRad + share * (to.leanRad - from.leanRad),
});

const isLike = (a: Sighting, b: Sighting, near: number, size: number): boolean => {
  const ratio = a.torsoPx / b.torsoPx;
  return (
    Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx) <= near * b.torsoPx &&
    ratio <= size &&
    ratio >= 1 / size
  );
};

/** Whether a joint that both show is farther off than it can have come. */
function hasLeapt(now: Sighting, last: Sighting): boolean {
  const limitPx = (leapRatio + leapRatioPerSec * (now.tSec - last.tSec)) * last.torsoPx;
  return now.joints.some((joint, index) => {
    const before = last.joints[index];
    if (joint === undefined || before === undefined) return false;
    return Math.hypot(joint.xPx - before.xPx, joint.yPx - before.yPx) > limitPx;
  });
}

/**
 * Holds on to one person by appearance, place and size: whoever was seen first for a second. Others
 * are told from them, in the picture and in their place.
 */
export class AthleteLock {
  /** The appearance as it was learned, and as it is now: a wrong lesson does not lose the first. */
  #learned: Appearance | undefined;
  #current: Look | undefined;
  /** Length of the trunk where nothing of it is foreshortened, px. */
  #fullPx = 0;
  #firstSec: number | undefined;
  #last: Sighting | undefined;
  #knownSec = -Infinity;
  #unlikeSinceSec: number | undefined;
  #latchesTurn = false;
  /** Which way the lying body points, once it has lain for a second (spec 2.1). */
  #latchedRad: number | undefined;
  #lyingSinceSec: number | undefined;

  /**
   * Begins a set. Lets go of the athlete.
   * @param latchesTurn they lie in it: the way they point is held on to, too
   */
  begin(latchesTurn: boolean): void {
    this.#latchesTurn = latchesTurn;
    this.forget();
  }

  /** Which way the lying athlete points, 0 head up, clockwise; undefined until they have lain. */
  get lyingRad(): number | undefined {
    return this.#latchedRad;
  }

  /** Whether there is an athlete to be held on to. */
  get isLocked(): boolean {
    return this.#learned !== undefined;
  }

  /** How alike somebody is to the athlete, 0..1; undefined where nothing is to be compared. */
  compare({ appearance }: Sighting): number | undefined {
    const [learned, current] = [this.#learned, this.#current];
    if (appearance === undefined || learned === undefined || current === undefined)
      return undefined;
    return Math.max(
      compareAppearance(learned, appearance),
      compareAppearance(current.appearance, appearance),
    );
  }

  /** Who a sighting shows. Everybody is the athlete until one is locked. */
  identify(sighting: Sighting): Identity {
    const last = this.#last;
    if (last === undefined) return 'own';
    const turn = turnBetween(sighting.rotationRad, last.rotationRad);
    if (turn > flipRad && sighting.tSec - last.tSec <= flipSec) return 'flipped';
    const latched = this.#latchedRad;
    if (latched !== undefined && turnBetween(sighting.rotationRad, latched) > flipRad)
      return 'flipped';
    if (!this.isLocked) return 'own';
    const alike = this.compare(sighting) ?? otherAlike;
    if (alike >= ownAlike) return 'own';
    if (
      alike >= otherAlike &&
      isLike(sighting, last, nearRatio, sizeRatio) &&
      !hasLeapt(sighting, last)
    )
      return 'own';
    return this.#isInPlace(sighting, last, turn) ? 'own' : 'other';
  }

  #isInPlace(sighting: Sighting, last: Sighting, turn: number): boolean {
    if (turn > sameTurnRad || !isLike(sighting, last, sameNearRatio, sameSizeRatio)) {
      this.#unlikeSinceSec = undefined;
      return false;
    }
    this.#unlikeSinceSec ??= sighting.tSec;
    return sighting.tSec - this.#unlikeSinceSec >= relearnSec;
  }

  /** Learns from a sighting of the athlete. */
  accept(sighting: Sighting): void {
    const { tSec } = sighting;
    this.#learn(sighting);
    this.#firstSec ??= tSec;
    if (!this.isLocked && tSec - this.#firstSec >= learnSec) {
      this.#learned = this.#current?.appearance;
    }
    this.#last = sighting;
    this.#knownSec = tSec;
    this.#unlikeSinceSec = undefined;
    this.#latchTurn(sighting);
  }

  #latchTurn({ tSec, rotationRad }: Sighting): void {
    if (!this.#latchesTurn || this.#latchedRad !== undefined) return;
    const fromUprightRad = turnBetween(rotationRad, 0);
    if (fromUprightRad < lyingFromRad || fromUprightRad > lyingToRad) {
      this.#lyingSinceSec = undefined;
      return;
    }
    this.#lyingSinceSec ??= tSec;
    if (tSec - this.#lyingSinceSec >= learnSec) this.#latchedRad = rotationRad;
  }

  #learn({ tSec, appearance, rotationRad, torsoPx }: Sighting): void {
    const passedSec = tSec - (this.#last?.tSec ?? tSec);
    const learnShare = Math.min(1, passedSec / learnSec);
    this.#fullPx ||= torsoPx;
    this.#fullPx += learnShare * Math.max(0, torsoPx - this.#fullPx);
    if (appearance === undefined) return;
    const leanRad = Math.acos(Math.min(1, (trembleRatio * torsoPx) / this.#fullPx));
    const look = { appearance, rotationRad, leanRad };
    const current = (this.#current ??= look);
    const unlikeSec = tSec - (this.#unlikeSinceSec ?? tSec);
    const alike = compareAppearance(current.appearance, appearance);
    if (unlikeSec >= relearnSec) {
      this.#current = look;
    } else if (!this.isLocked) {
      this.#current = blendLook(current, look, learnShare);
    } else {
      const byLight = alike >= ownAlike ? passedSec / adaptSec : 0;
      const share = Math.max(byLight, shareOfTurn(turnOf(current, look), alike));
      this.#current = blendLook(current, look, Math.min(1, share));
    }
  }

  /** The athlete is hidden, not gone. */
  noteHidden(tSec: number): void {
    this.#knownSec = tSec;
  }

  /** Lets go of an athlete who left, or was never learned. To be asked where nobody is tracked. */
  forgetLost(tSec: number): void {
    const patienceSec = this.isLocked ? forgetSec : flipSec;
    if (this.#last !== undefined && tSec - this.#knownSec > patienceSec) this.forget();
  }

  /** Lets go: the next one who is seen is the athlete. */
  forget(): void {
    this.#learned = undefined;
    this.#current = undefined;
    this.#fullPx = 0;
    this.#firstSec = undefined;
    this.#last = undefined;
    this.#knownSec = -Infinity;
    this.#unlikeSinceSec = undefined;
    this.#latchedRad = undefined;
    this.#lyingSinceSec = undefined;
  }
}
