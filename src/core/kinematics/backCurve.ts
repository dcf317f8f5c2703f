import type { PoseFrame, TrunkProfile } from '../body/poseFrame';
import type { Handedness } from './angle';
import {
  type BackNeutral,
  fitsSetup,
  learnBackNeutral,
  type NeutralLength,
  type OutlineSetup,
  readNeutral,
} from './backNeutral';
import { type BackOutline, type OutlineGap, readBackOutline } from './backOutline';
import { readBeltAngle } from './belt';
import { joinBack, joinBoth, readHollow } from './extensionGain';
import { OutlineFlicker } from './outlineFlicker';
import { readTrunkChord, stationCount, type TrunkChord } from './trunkOutline';
import type { View } from './view';

/**
 * The lumbar curve as its change from the athlete's own neutral (outline.md, steps 6 to 9): a scale
 * near degrees, positive with more lordosis, of which only bands are shown.
 */

/** How an exercise uses the trunk's outline. */
export interface OutlineUse {
  /** Where the neutral is learned: in the first good hold, or over the first good repetition. */
  readonly learn: 'hold' | 'rep';
  /**
   * A repetition teaches the neutral only where its way there took so long and both ways twice that,
   * seconds: of a faster one there are too few outlines, and nobody minds the back in it. The spec's
   * limit for a controlled way down (E04-F11, E10-F6).
   */
  readonly slowSec?: number;
  /** Change of the back's score per degree of hip flexion, where the neutral is carried on. */
  readonly slopePerDeg: number;
  /** How far from the hip angles it was learned at the neutral may be carried, degrees. */
  readonly reachDeg: number;
  /**
   * Whether the belly speaks `beside` the back, and `alone` where the back is hidden. With flexed
   * hips it must not: hands on hips lie on both, and it read 0 of 15.
   */
  readonly belly: 'never' | 'beside' | 'alone';
  /** The same reach of the belly's neutral, which a thigh that comes up to it moves; as the back's. */
  readonly bellyReachDeg?: number;
}

/** Why the curve is not known. */
export type BackGap =
  OutlineGap | 'needsOutline' | 'needsSideView' | 'notTracked' | 'noBaseline' | 'beyondNeutral';

/** The curve in one frame; the reason where it is not known. */
export interface BackCurve {
  /** L_D, from the back's outline. */
  readonly dorsal: number | BackGap;
  /** L_V, from the belly's outline. */
  readonly ventral: number | BackGap;
  /** The one of them that speaks for the exercise. */
  readonly score: number | BackGap;
  /** Rib flare against neutral, in lengths of the ribs' line. */
  readonly ribFlare: number | BackGap;
  /** Change of the angle between the worn bands, degrees; where it is known it is the score. */
  readonly belt: number | BackGap;
}

/** Lengths to scores (outline.md, step 6). */
const dorsalGain = -480;
const ventralGain = 500;
/** No spine goes farther: the outline is of something else. */
const scoreMax = 40;
/** A back is arched from here on: the lowest limit of all rules (outline.md, step 10). */
const archedFrom = 7;
/** Back and belly of one spine read within this of each other (outline.md, step 8). */
const apartMax = 15;
/** Frames without an outline between two that have one are not gaps for so long, seconds. */
const cadenceSec = 0.5;
/** A hold's neutral is learned from so much of it, and again over two slow breaths, seconds. */
const settleSec = 2;
const breathsSec = 8;
/** Standing before a repetition that belongs to its neutral, seconds. */
const standingSec = 1;
/** How long readings are kept to learn a neutral from, seconds. */
const keepSec = 20;

/** One frame's outline and what it said. */
interface KeptReading {
  readonly tSec: number;
  readonly hipDeg: number;
  readonly outline: BackOutline;
  readonly beltDeg: number | undefined;
  readonly score: number | BackGap;
}

/** The outline of the latest frame that had one, for drawing. */
export interface OutlineFrame {
  readonly chord: TrunkChord;
  readonly profile: TrunkProfile;
  readonly hipDeg: number;
}

/** What is known of the athlete in a frame besides the outline. */
export interface BackMoment {
  readonly view: View;
  readonly eta: Handedness;
  /** The camera looks down on somebody who lies: what is outlined then is not the back (views.md). */
  readonly fromAbove: boolean;
  /** Needed only in frames that have an outline or bands. */
  readonly hipFlexionDeg: number | undefined;
}

const all = (gap: BackGap): BackCurve => ({
  dorsal: gap,
  ventral: gap,
  score: gap,
  ribFlare: gap,
  belt: gap,
});

/**
 * Whether the belly says arched and the back denies it. A mask that takes the background for body
 * fills the loin's hollow, or lies under the belly, and nothing tells which of them it did.
 */
const isDenied = (dorsal: number | BackGap, ventral: number | BackGap): boolean =>
  typeof dorsal === 'number' &&
  typeof ventral === 'number' &&
  dorsal < archedFrom &&
  ventral > archedFrom &&
  ventral - dorsal > apartMax;

/** Of a frame with bands alone. */
const noProfile: TrunkProfile = {
  dorsal: Array.from({ length: stationCount }, () => undefined),
  ventral: Array.from({ length: stationCount }, () => undefined),
};

/** A score that a spine can have. */
const withinReach = (score: number | BackGap): number | BackGap =>
  typeof score === 'number' && Math.abs(score) > scoreMax ? 'outlineUnclear' : score;

const orUndefined = (value: number | string): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Follows the curve over a set and learns its neutral. */
export class BackCurveTrack {
  readonly #use: OutlineUse;
  readonly #kept: KeptReading[] = [];
  #neutral: BackNeutral | undefined;
  #setup: OutlineSetup | undefined;
  readonly #backFlicker = new OutlineFlicker();
  readonly #frontFlicker = new OutlineFlicker();
  #isRefused = false;
  /** Nothing from before is learned from. */
  #learnFromSec = -Infinity;
  #learnedInHoldSec: number | undefined;
  #lastOutlineSec = -Infinity;
  #latest: OutlineFrame | undefined;
  #hidden: { readonly gap: BackGap; readonly sinceSec: number } | undefined;

  constructor(use: OutlineUse, neutral: BackNeutral | undefined) {
    this.#use = use;
    this.#neutral = neutral;
  }

  /** The athlete's own neutral with the camera's place; undefined until it is known. */
  get neutral(): BackNeutral | undefined {
    if (this.#neutral === undefined || this.#setup === undefined) return this.#neutral;
    return { setup: this.#setup, ...this.#neutral };
  }

  /** A neutral is known. */
  get hasNeutral(): boolean {
    return this.#neutral !== undefined;
  }

  /** The camera's place from now on: a neutral that was learned from another is forgotten. */
  useSetup(setup: OutlineSetup): void {
    const { neutral } = this;
    if (neutral !== undefined && !fitsSetup(neutral, setup)) {
      this.#neutral = undefined;
      this.#isRefused = true;
    }
    this.#setup = setup;
  }

  /** Whether a neutral was forgotten because the camera has moved; told once. */
  takeRefusal(): boolean {
    const refused = this.#isRefused;
    this.#isRefused = false;
    return refused;
  }

  /** Why nothing of the back is seen, and since when; undefined while it is seen. */
  get hidden(): { readonly gap: BackGap; readonly sinceSec: number } | undefined {
    return this.#hidden;
  }

  /** The outline to draw; undefined while there is none. */
  get latest(): OutlineFrame | undefined {
    return this.#latest;
  }

  /**
   * Takes one frame in.
   * @returns undefined where the outline was not due in this frame
   */
  step(frame: PoseFrame, moment: BackMoment): BackCurve | undefined {
    const curve = this.#read(frame, moment);
    if (curve === undefined) return undefined;
    const { score } = curve;
    // No neutral yet is no hindrance: it is being learned.
    const isSeen = typeof score === 'number' || score === 'noBaseline';
    const sinceSec = this.#hidden?.sinceSec ?? frame.tSec;
    this.#hidden = isSeen ? undefined : { gap: score, sinceSec };
    return curve;
  }

  #read(frame: PoseFrame, moment: BackMoment): BackCurve | undefined {
    const { tSec, image, trunk, belt } = frame;
    if (trunk !== undefined || belt !== undefined) this.#lastOutlineSec = tSec;
    const due = tSec - this.#lastOutlineSec > cadenceSec;
    if (trunk === undefined && belt === undefined) {
      if (image === undefined) return this.#lose('notTracked');
      return due ? this.#lose('needsOutline') : undefined;
    }
    const chord = image && readTrunkChord(image);
    const { hipFlexionDeg, view, fromAbove } = moment;
    if (chord === undefined || hipFlexionDeg === undefined) return this.#lose('notTracked');
    if (view !== 'side') return this.#lose('needsSideView');
    if (fromAbove) return this.#lose('cameraTooHigh');
    // A frame whose face or knees mislead has its back and belly exchanged.
    const { dorsal, ventral } = trunk ?? noProfile;
    const own =
      chord.eta === moment.eta ? { dorsal, ventral } : { dorsal: ventral, ventral: dorsal };
    const turned = chord.eta === moment.eta ? chord : turn(chord);
    const outline = this.#gateFlicker(
      readBackOutline(image ?? [], turned, own),
      tSec,
      hipFlexionDeg,
    );
    this.#latest = { chord: turned, profile: outline.profile, hipDeg: hipFlexionDeg };
    const beltDeg = belt && readBeltAngle(belt, moment.eta);
    const curve = this.#withBelt(this.#compare(outline, hipFlexionDeg), beltDeg, hipFlexionDeg);
    this.#keep({ tSec, hipDeg: hipFlexionDeg, outline, beltDeg, score: curve.score });
    return curve;
  }

  /** The curve of a frame without an outline of the athlete's side: there is none to draw either. */
  #lose(gap: BackGap): BackCurve {
    this.#latest = undefined;
    return all(gap);
  }

  /** The outline without a side that jumps from picture to picture. */
  #gateFlicker(outline: BackOutline, tSec: number, hipDeg: number): BackOutline {
    const { dorsal, ventral, ribFlare } = outline;
    const own = this.#use.slopePerDeg * hipDeg;
    const scoreOf = (length: number | OutlineGap, gain: number): number | undefined =>
      typeof length === 'number' ? gain * length : undefined;
    const back = scoreOf(dorsal, dorsalGain);
    const isBackOut = this.#backFlicker.add(tSec, back === undefined ? undefined : back - own);
    const isFrontOut = this.#frontFlicker.add(tSec, scoreOf(ventral, ventralGain));
    return {
      ...outline,
      dorsal: isBackOut ? 'outlineUnclear' : dorsal,
      ventral: isFrontOut ? 'outlineUnclear' : ventral,
      ribFlare: isFrontOut ? 'outlineUnclear' : ribFlare,
    };
  }

  #keep(reading: KeptReading): void {
    this.#kept.push(reading);
    while (reading.tSec - (this.#kept[0]?.tSec ?? reading.tSec) > keepSec) this.#kept.shift();
  }

  /** The bands, where both are seen, speak before the outline. */
  #withBelt(curve: BackCurve, beltDeg: number | undefined, hipDeg: number): BackCurve {
    if (beltDeg === undefined) return curve;
    const belt = withinReach(this.#changeOf(beltDeg, 'beltDeg', hipDeg, 0));
    return typeof belt === 'number' ? { ...curve, belt, score: belt } : { ...curve, belt };
  }

  #compare(outline: BackOutline, hipDeg: number): BackCurve {
    const dorsal = this.#scoreOf(outline.dorsal, 'dorsal', hipDeg, dorsalGain);
    const ventral = this.#scoreOf(outline.ventral, 'ventral', hipDeg, ventralGain);
    if (isDenied(dorsal, ventral)) return all('outlineUnclear');
    const back = withinReach(dorsal);
    const front = withinReach(ventral);
    return {
      dorsal: back,
      ventral: front,
      score: this.#join(back, front, hipDeg),
      ribFlare: this.#changeOf(outline.ribFlare, 'ribFlare', hipDeg, 0),
      belt: 'needsOutline',
    };
  }

  /** Back and belly of one trunk, or the one that is seen where it may speak alone. */
  #join(back: number | BackGap, front: number | BackGap, hipDeg: number): number | BackGap {
    const { belly } = this.#use;
    if (typeof back !== 'number') {
      return belly === 'alone' && typeof front === 'number' ? front : back;
    }
    const hollow = this.#neutral && readHollow(this.#neutral, hipDeg);
    return belly === 'never' || typeof front !== 'number'
      ? joinBack(back, hipDeg, hollow)
      : joinBoth(back, front, hipDeg, hollow);
  }

  #changeOf(
    length: number | OutlineGap,
    of: NeutralLength,
    hipDeg: number,
    slope: number,
  ): number | BackGap {
    if (typeof length === 'string') return length;
    if (this.#neutral === undefined) return 'noBaseline';
    const { reachDeg, bellyReachDeg = reachDeg } = this.#use;
    const reach = of === 'ventral' ? bellyReachDeg : reachDeg;
    const own = readNeutral(this.#neutral, of, hipDeg, slope, reach);
    return own === undefined ? 'beyondNeutral' : length - own;
  }

  #scoreOf(
    length: number | OutlineGap,
    of: 'dorsal' | 'ventral',
    hipDeg: number,
    gain: number,
  ): number | BackGap {
    const change = this.#changeOf(length, of, hipDeg, this.#use.slopePerDeg / gain);
    if (typeof change === 'string') return change;
    return gain * change;
  }

  /**
   * Learns the neutral in a hold that is good so far: first from two seconds of it, then, as the
   * belly moves, over two breaths. To be called in each frame of a hold.
   */
  learnHold(holdSec: number, tSec: number, plausible: boolean): void {
    const fromSec = Math.max(holdSec, this.#learnFromSec);
    if (this.#neutral === undefined) {
      if (!plausible || tSec - fromSec < settleSec) return;
      if (this.learn(tSec - settleSec, tSec)) this.#learnedInHoldSec = holdSec;
    } else if (this.#learnedInHoldSec === holdSec && tSec - fromSec >= breathsSec) {
      // Of the breaths only frames that no rule would warn of are the neutral's own.
      this.learn(fromSec, tSec, archedFrom);
      this.#learnedInHoldSec = undefined;
    }
  }

  /** Learns the neutral over the first good repetition, with the standing before it. */
  learnRep(repSec: number, tSec: number): void {
    if (this.#neutral !== undefined || repSec < this.#learnFromSec) return;
    this.learn(repSec - standingSec, tSec);
  }

  /**
   * Learns the neutral from what was seen in a stretch of time; keeps the one before where too
   * little was seen.
   * @param within only frames whose score was within this are taken, and those from before there
   *   was a neutral to score them by
   * @returns whether it was learned
   */
  learn(fromSec: number, toSec: number, within = Infinity): boolean {
    const isOwn = (score: number | BackGap): boolean =>
      within === Infinity ||
      (typeof score === 'number' ? Math.abs(score) < within : score === 'noBaseline');
    const stretch = this.#kept.filter(
      ({ tSec, score }) => tSec >= fromSec && tSec <= toSec && isOwn(score),
    );
    const learned = learnBackNeutral(
      stretch.map(({ hipDeg, outline, beltDeg }) => ({
        hipDeg,
        beltDeg,
        dorsal: orUndefined(outline.dorsal),
        ventral: orUndefined(outline.ventral),
        ribFlare: orUndefined(outline.ribFlare),
        profile: outline.profile,
      })),
      stretch.length,
    );
    if (learned !== undefined) this.#neutral = learned;
    return learned !== undefined;
  }

  /** Forgets the neutral: the athlete wants to show it anew, from now on. */
  forget(tSec: number): void {
    this.#neutral = undefined;
    this.#learnFromSec = tSec;
    this.#learnedInHoldSec = undefined;
  }
}

/** The chord with back and belly exchanged. */
const turn = (chord: TrunkChord): TrunkChord => ({
  ...chord,
  ventral: { x: -chord.ventral.x, y: -chord.ventral.y },
  eta: chord.eta === 1 ? -1 : 1,
});
