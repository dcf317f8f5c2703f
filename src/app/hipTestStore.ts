import * as v from 'valibot';
import { computeBridgeTarget, type OwnReferences } from '../core/coach/ownReferences';
import type { MeasureSummary } from '../core/coach/snapshot';

const storageKey = 'hipline.hipTest';
/** The test is taken anew after four weeks (spec 5.8): an older one says nothing, ms. */
const keptMs = 28 * 24 * 3_600_000;

const finite = v.pipe(v.number(), v.finite());

const trial = v.object({
  takenMs: finite,
  /** Thigh from the horizontal, mean of the trials, positive above. */
  thighAboveLevelDeg: v.pipe(finite, v.minValue(-90), v.maxValue(90)),
});

const schema = v.object({ left: v.optional(trial), right: v.optional(trial) });

/** The last hip-flexor test of each side. */
export type StoredHipTest = v.InferOutput<typeof schema>;

/** The test out of stored text; nothing of it where it is not whole. */
export function parseHipTest(text: string | null): StoredHipTest {
  if (text === null) return {};
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : {};
  } catch {
    // Not JSON: written by nobody we know.
    return {};
  }
}

/** The test with what a set has measured: of each side, where there were trials enough. */
export function addHipTest(
  before: StoredHipTest,
  measures: readonly MeasureSummary[],
  nowMs: number,
): StoredHipTest {
  let test = before;
  for (const { measure, side, mean, n, least } of measures) {
    if (measure !== 'thighAboveLevelDeg' || side === null || mean === undefined || n < least)
      continue;
    test = { ...test, [side]: { takenMs: nowMs, thighAboveLevelDeg: mean } };
  }
  return test;
}

/** The bridge target of the stiffer hip; nothing where no test is fresh, or none found a deficit. */
export function toBridgeTarget(
  { left, right }: StoredHipTest,
  nowMs: number,
): Pick<OwnReferences, 'bridgeTargetDeg'> {
  const fresh = [left, right].flatMap((side) =>
    side !== undefined && nowMs >= side.takenMs && nowMs - side.takenMs <= keptMs
      ? [side.thighAboveLevelDeg]
      : [],
  );
  const target = computeBridgeTarget(Math.max(0, ...fresh));
  return target === 0 ? {} : { bridgeTargetDeg: target };
}

function read(): StoredHipTest {
  try {
    return parseHipTest(localStorage.getItem(storageKey));
  } catch {
    // Forbidden by the browser's privacy settings.
    return {};
  }
}

/** What a bridge is asked for by the test that is kept. */
export const readBridgeTarget = (nowMs: number): Pick<OwnReferences, 'bridgeTargetDeg'> =>
  toBridgeTarget(read(), nowMs);

/** Keeps what a set of the test has measured. */
export function storeHipTest(measures: readonly MeasureSummary[], nowMs: number): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(addHipTest(read(), measures, nowMs)));
  } catch {
    // Not kept: bridges are asked for everyone's height.
  }
}

/** Forgets what is kept. */
export function forgetHipTest(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Forbidden by the browser's privacy settings: then nothing was kept either.
  }
}
