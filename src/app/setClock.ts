/**
 * Seconds that pass in the set between the last frame before a pause and the first after it: long
 * enough that nobody takes it for a movement, short enough that no clock runs on meanwhile.
 */
const pauseGapSec = 0.5;

/** The time line of a set, which goes on over pauses and over a camera that was plugged in again. */
export interface SetClock {
  /** Set time of a frame, from its time on its source's own line; never runs backwards. */
  advance(sourceSec: number): number;
  /** The next frame continues after a gap, whatever its source's time says. */
  breakLine(): void;
}

/** @param longestGapSec frames that are further apart continue as after a pause */
export function createSetClock(longestGapSec = Infinity): SetClock {
  let offsetSec = 0;
  let lastSec = 0;
  let broken = false;
  return {
    advance: (sourceSec) => {
      if (lastSec > 0 && sourceSec + offsetSec - lastSec > longestGapSec) broken = true;
      if (broken) {
        offsetSec = lastSec + pauseGapSec - sourceSec;
        broken = false;
      }
      lastSec = Math.max(lastSec, sourceSec + offsetSec);
      return lastSec;
    },
    breakLine: () => {
      // Before the first frame there is nothing to continue.
      broken = lastSec > 0;
    },
  };
}
