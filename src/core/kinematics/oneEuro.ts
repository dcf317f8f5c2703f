/**
 * One-euro filter (Casiez, Roussel, Vogel 2012): a low-pass whose cutoff rises with speed, so that
 * still points are calm and fast ones do not lag.
 */
export interface OneEuroOptions {
  /** Cutoff at rest, Hz. Its group delay is 1 / (2 pi cutoff). Spec 2.4. */
  readonly minCutoffHz: number;
  /** Hz of cutoff added per unit of speed (the unit of the values, per second). */
  readonly beta: number;
  /** Cutoff of the speed estimate, Hz. */
  readonly speedCutoffHz: number;
}

export interface OneEuroState {
  value: number;
  speed: number;
  tSec: number;
}

const smoothing = (cutoffHz: number, dtSec: number): number => {
  const r = 2 * Math.PI * cutoffHz * dtSec;
  return r / (r + 1);
};

/**
 * The next state. A first value, and one at an unchanged time, passes as it is.
 * @param previous is changed into the next one, as 66 filters run in each frame; undefined to begin anew
 */
export function stepOneEuro(
  previous: OneEuroState | undefined,
  value: number,
  tSec: number,
  options: OneEuroOptions,
): OneEuroState {
  if (previous === undefined || tSec <= previous.tSec) return { value, speed: 0, tSec };
  const dt = tSec - previous.tSec;
  const speedNow = (value - previous.value) / dt;
  previous.speed += smoothing(options.speedCutoffHz, dt) * (speedNow - previous.speed);
  const cutoff = options.minCutoffHz + options.beta * Math.abs(previous.speed);
  previous.value += smoothing(cutoff, dt) * (value - previous.value);
  previous.tSec = tSec;
  return previous;
}

/** Delay of a slow signal through the filter at rest, seconds. */
export const computeGroupDelay = (options: OneEuroOptions): number =>
  1 / (2 * Math.PI * options.minCutoffHz);
