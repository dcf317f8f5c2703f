/** The pace of a file is told once it has been judged for so long, seconds. */
const toldAfterSec = 2;

/** How far a file has been judged. */
export class JudgeProgress {
  /** Share that has been judged; undefined for a live source. */
  doneRatio = $state<number | undefined>();
  /** Seconds until all is, at the pace so far; undefined before that is known. */
  leftSec = $state<number | undefined>();
  #fromSec: number | undefined;

  /** @param now seconds of a clock that never runs backwards */
  follow(doneRatio: number, now: number): void {
    this.#fromSec ??= now;
    this.doneRatio = doneRatio;
    const spentSec = now - this.#fromSec;
    if (spentSec < toldAfterSec || doneRatio === 0) return;
    this.leftSec = (spentSec * (1 - doneRatio)) / doneRatio;
  }
}
