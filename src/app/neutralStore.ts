import * as v from 'valibot';
import type { OwnReferences } from '../core/coach/ownReferences';
import { catalogue } from '../core/exercises/catalogue';
import type { ExerciseId } from '../core/exercises/exercise';
import type { BackNeutral } from '../core/kinematics/backNeutral';

/** After so long the clothes and the laptop are others: the neutral is to be shown anew, ms. */
const keptMs = 12 * 3_600_000;

const finite = v.pipe(v.number(), v.finite());
/** Samples that were not seen are null in JSON. */
const outline = v.array(v.nullable(finite));

const bin = v.object({
  hipDeg: finite,
  frames: v.pipe(finite, v.minValue(1)),
  dorsal: v.optional(finite),
  ventral: v.optional(finite),
  ribFlare: v.optional(finite),
  profile: v.object({ dorsal: outline, ventral: outline }),
});

const schema = v.record(
  v.string(),
  v.object({
    takenMs: finite,
    bins: v.pipe(v.array(bin), v.minLength(1), v.maxLength(180)),
    setup: v.optional(
      v.object({
        trunkRatio: v.pipe(finite, v.gtValue(0)),
        yawDeg: v.optional(finite),
        eta: v.picklist([1, -1]),
      }),
    ),
  }),
);

type Stored = v.InferOutput<typeof schema>;

const toSamples = (samples: readonly (number | null)[]): (number | undefined)[] =>
  samples.map((sample) => sample ?? undefined);

function toNeutral({ bins, setup }: Stored[string]): BackNeutral {
  return {
    bins: bins.map(({ hipDeg, frames, dorsal, ventral, ribFlare, profile }) => ({
      hipDeg,
      frames,
      ...(dorsal === undefined ? {} : { dorsal }),
      ...(ventral === undefined ? {} : { ventral }),
      ...(ribFlare === undefined ? {} : { ribFlare }),
      profile: { dorsal: toSamples(profile.dorsal), ventral: toSamples(profile.ventral) },
    })),
    ...(setup === undefined
      ? {}
      : { setup: { trunkRatio: setup.trunkRatio, yawDeg: setup.yawDeg, eta: setup.eta } }),
  };
}

/** The neutral backs out of stored text; none where it is not whole. */
export function parseNeutrals(text: string | null): Stored {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    // Not JSON: written by nobody we know.
    return {};
  }
}

/** What a set of an exercise is run with, of the neutral backs that are kept. */
export function toBackReferences(
  stored: Stored,
  exercise: ExerciseId,
  nowMs: number,
): Pick<OwnReferences, 'backNeutral' | 'isNeutralStale'> {
  const kept = stored[exercise];
  if (kept === undefined || catalogue[exercise].outline === undefined) return {};
  return Math.abs(nowMs - kept.takenMs) > keptMs
    ? { isNeutralStale: true }
    : { backNeutral: toNeutral(kept) };
}

/** The kept text with the neutral back of an exercise in its place. */
export const addNeutral = (
  text: string | null,
  exercise: ExerciseId,
  neutral: BackNeutral,
  nowMs: number,
): string => JSON.stringify({ ...parseNeutrals(text), [exercise]: { takenMs: nowMs, ...neutral } });
