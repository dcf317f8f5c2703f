import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/setup.mjs';
import type { Place } from './barCamera';
import type { ClipName } from './fakeCamera';

/** Ground truth of a clip as test/fixtures/README.md describes it. */
export interface ClipTruth {
  readonly fps: number;
  readonly tSec: readonly number[];
  readonly angles: Readonly<Record<string, readonly (number | null)[]>>;
  readonly joints2dPx: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** Metres; only of a clip in which something is drawn by its truth. */
  readonly joints3dM?: Readonly<Record<string, readonly Place[]>>;
  readonly camera?: {
    readonly positionM: Place;
    readonly targetM: Place;
    readonly verticalFovDeg: number;
  };
  readonly labels: {
    readonly reps: readonly TrueInterval[];
    readonly holds: readonly TrueInterval[];
    readonly faults: readonly {
      readonly type: string;
      readonly start: number;
      readonly fullStart: number;
      readonly fullEnd: number;
      readonly end: number;
    }[];
  };
}

interface TrueInterval {
  readonly start: number;
  readonly end: number;
  readonly quality: 'good' | 'faulty';
  readonly fault?: string;
}

/** A hold of a glute bridge as it really was. Seconds since the clip began. */
export interface TrueHold {
  readonly startSec: number;
  readonly endSec: number;
  readonly goodSec: number;
  readonly faultySec: number;
}

/** Reads the ground truth of a clip. */
export const readClipTruth = (clip: ClipName | 'slbridge_headend_female'): ClipTruth =>
  JSON.parse(
    readFileSync(join(projectRoot, 'test/fixtures/clips', `${clip}.truth.json`), 'utf8'),
  ) as ClipTruth;

/** Trunk of the rendered bodies, shoulder to hip, metres; speeds are in trunk lengths a second. */
const trunkM = 0.44;
/** Half the span over which the hip's speed is taken, frames. */
const speedSpan = 1;

/**
 * The holds of a bridge clip by the definitions of the specification (5.1 and 3.6), applied to the
 * renderer's own angles: a hold is in line within 15 degrees and begins when the hips are still; it
 * ends when they come down. Within it, more than 10 degrees under the hold's first second (sag),
 * more than 15 over the line (over-height) or a lumbar curve more than 7 beyond the first hold's
 * (arch) is faulty until the measure is back by 3.
 */
export function computeTrueHolds(truth: ClipTruth): TrueHold[] {
  const { tSec, fps } = truth;
  const angle = column(truth, 'leftShoulderHipKnee');
  const height = column(truth, 'leftHipHeight');
  const speed = height.map((_, i) => {
    const from = Math.max(0, i - speedSpan);
    const to = Math.min(height.length - 1, i + speedSpan);
    return ((height[to]! - height[from]!) / trunkM / (to - from)) * fps;
  });
  const lumbar = column(truth, 'lumbar');
  let neutral: number | undefined;
  const holds: TrueHold[] = [];
  for (let i = 0; i < angle.length; i += 1) {
    if (angle[i]! < 165 || Math.abs(speed[i]!) >= 0.05) continue;
    const start = i;
    // A sag is a slow fall that stops; coming down goes on below the height of any hold.
    while (i < angle.length && angle[i]! >= 155) i += 1;
    let end = i - 1;
    while (end > start && speed[end]! < -0.1) end -= 1;
    const entry = median(angle.slice(start, start + fps));
    neutral ??= median(lumbar.slice(start, start + fps));
    let isFaulty = false;
    let faultyFrames = 0;
    for (let k = start; k <= end; k += 1) {
      const sag = entry - angle[k]!;
      const over = angle[k]! - 180;
      const arch = lumbar[k]! - neutral;
      isFaulty = isFaulty ? sag > 7 || over > 12 || arch > 4 : sag > 10 || over > 15 || arch > 7;
      if (isFaulty) faultyFrames += 1;
    }
    const faultySec = faultyFrames / fps;
    const lastedSec = (end - start + 1) / fps;
    holds.push({
      startSec: tSec[start]!,
      endSec: tSec[end]!,
      goodSec: lastedSec - faultySec,
      faultySec,
    });
  }
  return holds;
}

function column(truth: ClipTruth, name: string): number[] {
  const values = truth.angles[name];
  if (values === undefined) throw new Error(`The truth has no ${name}.`);
  return values.map((value) => value ?? Number.NaN);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
