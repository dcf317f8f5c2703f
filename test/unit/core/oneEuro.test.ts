import { describe, expect, it } from 'vitest';
import {
  computeGroupDelay,
  type OneEuroOptions,
  type OneEuroState,
  stepOneEuro,
} from '../../../src/core/kinematics/oneEuro';

const options: OneEuroOptions = { minCutoffHz: 4, beta: 0, speedCutoffHz: 1 };

/** Output of the filter for an input over time. */
function run(
  input: (tSec: number) => number,
  fps: number,
  sec: number,
  chosen: OneEuroOptions,
): number[] {
  let state: OneEuroState | undefined;
  const output: number[] = [];
  for (let i = 0; i <= sec * fps; i++) {
    state = stepOneEuro(state, input(i / fps), i / fps, chosen);
    output.push(state.value);
  }
  return output;
}

describe('the one-euro filter', () => {
  it('passes the first value as it is', () => {
    expect(stepOneEuro(undefined, 7, 3, options)).toEqual({ value: 7, speed: 0, tSec: 3 });
  });

  it('answers a step like a low-pass: 63 % after one time constant, without overshoot', () => {
    const fps = 500;
    const output = run((t) => (t > 0 ? 1 : 0), fps, 0.5, options);
    const timeConstantSec = 1 / (2 * Math.PI * options.minCutoffHz);
    expect(output[Math.round(timeConstantSec * fps)]).toBeCloseTo(1 - Math.exp(-1), 1);
    expect(Math.max(...output)).toBeLessThanOrEqual(1);
    expect(output.at(-1)).toBeGreaterThan(0.99);
  });

  it('states its group delay: a slow ramp comes out that much later', () => {
    const output = run((t) => t, 200, 3, options);
    const lagSec = 3 - (output.at(-1) ?? NaN);
    expect(computeGroupDelay(options)).toBeCloseTo(0.0398, 4);
    // A discrete filter lags by up to a frame less.
    expect(Math.abs(lagSec - computeGroupDelay(options))).toBeLessThan(1 / 200);
  });

  it('lags less on fast movement when its cutoff rises with speed', () => {
    const lag = (beta: number): number =>
      3 * 2 - (run((t) => 2 * t, 30, 3, { ...options, beta }).at(-1) ?? NaN);
    expect(lag(4)).toBeLessThan(lag(0) / 2);
  });

  it('leaves little of a jitter at rest', () => {
    const jitter = run((t) => Math.sin(2 * Math.PI * 12 * t), 60, 2, options).slice(60);
    expect(Math.max(...jitter.map(Math.abs))).toBeLessThan(0.4);
  });

  it('takes two values at one time as a new beginning, not as a division by zero', () => {
    const first = stepOneEuro(undefined, 1, 1, options);
    expect(stepOneEuro(first, 2, 1, options)).toEqual({ value: 2, speed: 0, tSec: 1 });
  });
});
