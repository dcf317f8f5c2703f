import { compareSets } from '../../core/report/compareSets';
import { findPlacement } from '../../core/report/overlayPose';
import {
  type CoursePair,
  framesWithin,
  fromPhase,
  pairCourses,
  toPhase,
} from '../../core/report/phaseAlign';
import type { Verdict } from '../../core/report/verdict';
import { Player } from './player.svelte';
import { ReviewSession } from './reviewSession.svelte';
import type { ReviewSource } from './reviewSource';
import { startReviewer } from './startReviewer';

type Rep = Verdict['reps'][number];

/** Two sets, or two repetitions of one, beside each other under one cursor. */
export class CompareSession {
  readonly a: ReviewSession;
  readonly b: ReviewSession;
  /** Runs over the first one's frames; the second follows by phase. */
  readonly player: Player;
  /** The repetitions that are laid over each other; all of both where one is undefined. */
  readonly chosen: { a: number | undefined; b: number | undefined } = $state({
    a: undefined,
    b: undefined,
  });
  /** Both in one picture, or each in its own. */
  isTogether = $state(false);
  /** The second one's video shines through the first one's. */
  showsBoth = $state(false);

  readonly isReady = $derived.by(() => this.a.set !== undefined && this.b.set !== undefined);
  readonly pair: CoursePair | undefined = $derived.by(() => {
    const [first, second] = [this.a.set, this.b.set];
    if (first === undefined || second === undefined) return undefined;
    const isWhole = this.chosen.a === undefined || this.chosen.b === undefined;
    const pick = ({ verdict: { reps } }: typeof first, n: number | undefined): readonly Rep[] =>
      reps.filter((rep) => (isWhole ? rep.kind !== 'attempt' : rep.n === n));
    return pairCourses(
      { set: first, reps: pick(first, this.chosen.a) },
      { set: second, reps: pick(second, this.chosen.b) },
    );
  });
  readonly measures = $derived.by(() => {
    const [first, second] = [this.a.set, this.b.set];
    if (first === undefined || second === undefined || this.pair === undefined) return [];
    return compareSets(first, second, this.pair);
  });
  readonly placement = $derived.by(() => {
    const [first, second] = [this.a.set, this.b.set];
    if (first === undefined || second === undefined || this.pair === undefined) return undefined;
    return findPlacement(
      { track: first.track, course: this.pair.a },
      { track: second.track, course: this.pair.b },
    );
  });

  readonly #isOneSet: boolean;

  /** @param reps the repetitions that are laid over each other at first */
  constructor(
    first: ReviewSource,
    second: ReviewSource,
    reps: { readonly a: number | undefined; readonly b: number | undefined },
  ) {
    this.#isOneSet = first.id === second.id;
    const reviewer = startReviewer();
    this.a = new ReviewSession(first, reviewer);
    this.b = new ReviewSession(second, this.#isOneSet ? reviewer : startReviewer());
    this.chosen.a = reps.a;
    this.chosen.b = reps.b;
    this.player = new Player({
      request: (callback) => requestAnimationFrame(callback),
      cancel: (handle) => cancelAnimationFrame(handle),
    });
  }

  /** Opens and measures both; one set is measured once. */
  async open(): Promise<void> {
    await Promise.all([this.a.open(), this.#isOneSet ? this.b.openPicture() : this.b.open()]);
    if (this.#isOneSet && this.a.set !== undefined) this.b.take(this.a.set);
    this.#layOut();
  }

  /** Lays other repetitions over each other; undefined: all of both. */
  choose(side: 'a' | 'b', n: number | undefined): void {
    this.chosen[side] = n;
    const other = side === 'a' ? 'b' : 'a';
    // All of one beside a part of the other would say nothing.
    if (n === undefined) this.chosen[other] = undefined;
    else this.chosen[other] ??= this[other].reps[0]?.n;
    this.#layOut();
  }

  /** The same repetition of both, or all of both. */
  chooseBoth(n: number | undefined): void {
    const isThere = [this.a, this.b].every(({ reps }) => reps.some((rep) => rep.n === n));
    if (n !== undefined && !isThere) return;
    this.chosen.a = n;
    this.chosen.b = n;
    this.#layOut();
  }

  /** The moment of the second one that belongs to a moment of the first. */
  toSecond(atSec: number): number {
    const { pair } = this;
    return pair === undefined ? atSec : fromPhase(pair.b, toPhase(pair.a, atSec));
  }

  /** Both pictures go to where the cursor is. */
  follow(atSec: number): void {
    this.a.player.seek(atSec);
    this.b.player.seek(this.toSecond(atSec));
  }

  dispose(): void {
    this.player.pause();
    this.a.dispose();
    this.b.dispose();
  }

  #layOut(): void {
    const { pair } = this;
    const track = this.a.set?.track;
    if (pair === undefined || track === undefined) return;
    this.player.pause();
    this.player.loop = undefined;
    this.player.times = framesWithin(this.a.videoSec ?? track.tSec, pair.a);
    this.player.seek(pair.a[0] ?? 0);
  }
}
