import type { Page } from '@playwright/test';
import { encodeTrace, type Trace } from '../../src/core/trace/trace';
import { pose, type PoseBuilder } from './poseBuilder';
import { film, type TraceBuilder } from './traceBuilder';

/** On the back, ready for a bridge, as a good picture is tracked. */
export const lying = pose().supine().noisy(0.6);

/** Angle of shoulder, hip and knee; 180 is in line. */
export const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);

/** Lies still until the set has started. */
export const beginLying = (): TraceBuilder => film(lying).stay(7);

/** One bridge: up, held, down. */
export const bridge = (made: TraceBuilder, deg = 180, sec = 2.6): TraceBuilder =>
  made.move(1, hipsAt(deg)).stay(sec).move(1, hipsAt(118)).stay(2);

/** Trains with recorded poses as if their athlete were before the camera (`source=trace&live=true`). */
export async function train(page: Page, trace: Trace): Promise<void> {
  await page
    .getByTestId('error-action')
    .locator('input')
    .setInputFiles({
      name: 'set.trace.ndjson',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(encodeTrace(trace)),
    });
}
