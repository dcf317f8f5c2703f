import * as v from 'valibot';
import { stageOrder } from '../core/coach/feedback';
import type { SetOptions } from '../core/coach/setOptions';
import type { CoachEvent } from '../core/coach/snapshot';
import { catalogue } from '../core/exercises/catalogue';
import type { Exercise, ExerciseId } from '../core/exercises/exercise';
import { isRuleSwitch } from '../core/exercises/ruleSwitches';
import type { CueId, FaultId } from '../core/form/rule';
import type { RuleSwitch } from '../core/form/strictness';
import { repMeasureTable } from '../core/kinematics/repMeasures';
import { signalTable } from '../core/kinematics/signals';
import { strideMeasureTable } from '../core/kinematics/strideMeasures';
import type { MeasureId } from '../core/kinematics/measures';
import { fail, type Result, succeed } from '../core/result';
import type { UnitName } from '../core/units';
import { baseline, calibrationRecord, finite, lumbarRange, side, view } from './calibrationSchema';
import { type SetAnswers, type SetManifest, type SetSummary, setVersion } from './setManifest';

/** What is in a set's files is hostile until it has passed these: they come from other devices too. */

const textMost = 2000;
const listMost = 20_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(textMost));
const sideOrNone = v.nullable(side);
const level = v.picklist(['warn', 'fail']);
const listOf = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(listMost));
const sample = v.union([
  finite,
  v.pipe(
    v.null(),
    v.transform(() => undefined),
  ),
]);

const exerciseIds = Object.keys(catalogue) as ExerciseId[];
const rules = Object.values<Exercise>(catalogue).flatMap((exercise) => exercise.rules);
const faultIds = new Set<string>(rules.map(({ faultId }) => faultId));
const cueIds = new Set<string>(rules.flatMap(({ cue }) => cue ?? []));
const measureIds = new Set<string>(
  [signalTable, repMeasureTable, strideMeasureTable].flatMap((table) => Object.keys(table)),
);
const knownIn = <T extends string>(known: ReadonlySet<string>) =>
  v.custom<T>((value) => typeof value === 'string' && known.has(value));

const exercise = v.picklist(exerciseIds);
const faultId = knownIn<FaultId>(faultIds);
const cueId = knownIn<CueId>(cueIds);
const measureId = knownIn<MeasureId>(measureIds);
const unit = v.picklist(['deg', 'ratio', 'sec', 'score', 'perMin', 'mPerSec'] satisfies UnitName[]);
const setId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/));

const backNeutral = v.object({
  bins: v.pipe(
    listOf(
      v.object({
        hipDeg: finite,
        frames: count,
        dorsal: v.exactOptional(finite),
        ventral: v.exactOptional(finite),
        ribFlare: v.exactOptional(finite),
        beltDeg: v.exactOptional(finite),
        profile: v.object({ dorsal: listOf(sample), ventral: listOf(sample) }),
      }),
    ),
    v.minLength(1),
  ),
  setup: v.exactOptional(
    v.object({
      trunkRatio: finite,
      yawDeg: v.optional(finite),
      eta: v.picklist([1, -1]),
    }),
  ),
});

const colour = v.object({ red: finite, green: finite, blue: finite });

const posture = v.picklist([
  ...(['supine', 'prone', 'reclined', 'kneeling', 'quadruped'] as const),
  ...(['standing', 'hipTest'] as const),
]);

const options = v.object({
  exercise,
  widthPx: v.pipe(finite, v.minValue(1), v.maxValue(32_768)),
  heightPx: v.pipe(finite, v.minValue(1), v.maxValue(32_768)),
  cameraRollDeg: v.pipe(finite, v.minValue(-180), v.maxValue(180)),
  side: v.exactOptional(side),
  targetSec: v.exactOptional(v.pipe(finite, v.minValue(0), v.maxValue(3600))),
  doseReps: v.exactOptional(v.pipe(finite, v.minValue(1), v.maxValue(1000))),
  begin: v.picklist(['start', 'now']),
  pass: v.exactOptional(count),
  changes: v.exactOptional(
    v.object({
      strictness: v.exactOptional(v.picklist(['learn', 'standard'])),
      off: v.exactOptional(listOf(v.custom<RuleSwitch>(isRuleSwitch))),
      limits: v.exactOptional(
        listOf(
          v.object({
            specRow: text,
            faultId,
            signal: measureId,
            sense: v.picklist(['above', 'below', 'beyond']),
            nth: v.exactOptional(v.pipe(count, v.minValue(1))),
            warn: finite,
            fail: v.exactOptional(finite),
          }),
        ),
      ),
    }),
  ),
  stage: v.exactOptional(v.picklist(stageOrder)),
  countdownSec: v.exactOptional(v.pipe(finite, v.minValue(0), v.maxValue(60))),
  asks: v.exactOptional(v.picklist(['height', 'pelvis', 'back'])),
  remindsBreath: v.exactOptional(v.literal(true)),
  archAlert: v.exactOptional(v.boolean()),
  baseline: v.exactOptional(baseline),
  backNeutral: v.exactOptional(backNeutral),
  standing: v.exactOptional(baseline),
  standingFrom: v.exactOptional(
    listOf(v.object({ posture, torsoPx: finite, yawDeg: v.optional(finite) })),
  ),
  lumbarRange: v.exactOptional(lumbarRange),
  isNeutralStale: v.exactOptional(v.boolean()),
  belt: v.exactOptional(v.object({ ribs: colour, pelvis: colour })),
  bar: v.exactOptional(
    v.object({ colour, lengthM: v.pipe(finite, v.minValue(0.1), v.maxValue(2)) }),
  ),
  bridgeTargetDeg: v.exactOptional(v.pipe(finite, v.minValue(-15), v.maxValue(0))),
});

type None<T extends never> = T;
/** What a schema forgets would be lost from a set that is read: then this does not compile. */
export type ForgottenOption = None<Exclude<keyof SetOptions, keyof v.InferOutput<typeof options>>>;

const calibration = v.object({ takenMs: finite, records: listOf(calibrationRecord) });

const manifest = v.object({
  format: v.literal('hipline.set'),
  version: v.literal(setVersion),
  id: setId,
  exercise,
  source: v.picklist(['camera', 'demo', 'video', 'trace']),
  /** The year 2286 is far enough, and a date can still be made of it. */
  startedAtMs: v.pipe(finite, v.minValue(0), v.maxValue(1e13)),
  options,
  loadKg: v.pipe(finite, v.minValue(0), v.maxValue(1000)),
  personId: v.exactOptional(text),
  calibration: v.exactOptional(calibration),
  video: v.exactOptional(v.picklist(['video.mp4', 'video.webm'])),
  isSkeleton: v.exactOptional(v.literal(true)),
  mirrored: v.boolean(),
  appVersion: text,
  ruleSet: text,
  model: text,
});

const rep = v.object({
  n: count,
  kind: v.picklist(['hold', 'attempt', 'rep', 'pass']),
  side: sideOrNone,
  startSec: finite,
  endSec: finite,
  goodSec: finite,
  faultySec: finite,
  unseenSec: finite,
  quality: v.boolean(),
  clean: v.boolean(),
  hurried: v.exactOptional(v.literal(true)),
  score: v.exactOptional(v.object({ points: finite, of: finite })),
  faults: listOf(faultId),
});

const clocks = v.object({
  goodSec: finite,
  faultySec: finite,
  unseenSec: finite,
  restSec: finite,
});

const hint = v.variant('kind', [
  v.object({ kind: v.literal('turn'), toward: side, turnDeg: finite }),
  v.object({
    kind: v.literal('along'),
    toward: v.picklist(['head', 'feet']),
    turnDeg: finite,
    byM: finite,
  }),
  v.object({
    kind: v.literal('height'),
    toward: v.picklist(['up', 'down']),
    byM: finite,
    toM: finite,
  }),
  v.object({ kind: v.literal('level'), raise: side, rollDeg: finite }),
]);

const verdict = v.object({
  format: v.literal('hipline.verdict'),
  version: v.literal(1),
  exercise,
  ruleSet: text,
  view,
  durationSec: v.pipe(finite, v.minValue(0)),
  clocks,
  reps: listOf(rep),
  faults: listOf(
    v.object({
      id: faultId,
      specRow: text,
      side: sideOrNone,
      level,
      startSec: finite,
      endSec: finite,
      peak: finite,
      unit,
      provisional: v.boolean(),
      rep: count,
    }),
  ),
  measures: listOf(
    v.object({
      signal: measureId,
      side: sideOrNone,
      mean: v.nullable(finite),
      sd: finite,
      unit,
      n: count,
      least: count,
      reason: v.nullable(text),
    }),
  ),
  cues: listOf(v.object({ tSec: finite, id: cueId, text })),
  unknown: listOf(v.object({ id: faultId, reason: text, hint: v.exactOptional(hint) })),
});

const milliseconds = v.pipe(finite, v.minValue(0));
const spread = v.object({ median: milliseconds, p95: milliseconds });

const summary = v.object({
  format: v.literal('hipline.setSummary'),
  version: v.literal(setVersion),
  verdict,
  droppedPictures: count,
  ownDelay: v.exactOptional(
    v.object({
      judgedMs: spread,
      paintedMs: spread,
      soundMs: v.exactOptional(milliseconds),
    }),
  ),
  recovered: v.exactOptional(v.literal(true)),
});

const answers = v.object({
  format: v.literal('hipline.setAnswers'),
  version: v.literal(setVersion),
  answers: v.record(
    v.pipe(v.string(), v.maxLength(64)),
    v.union([text, finite, listOf(v.union([text, finite]))]),
  ),
  painBefore: v.exactOptional(v.pipe(finite, v.minValue(0), v.maxValue(10))),
  painNextDay: v.exactOptional(v.pipe(finite, v.minValue(0), v.maxValue(10))),
  felt: v.exactOptional(v.pipe(finite, v.minValue(0), v.maxValue(100))),
});

const tSec = finite;
const event = v.variant('type', [
  v.object({ type: v.literal('setStarted'), tSec }),
  v.object({ type: v.literal('holdStarted'), tSec, n: count }),
  v.object({ type: v.literal('holdReached'), tSec, n: count }),
  v.object({ type: v.literal('repEnded'), tSec, rep }),
  v.object({
    type: v.literal('faultRaised'),
    tSec,
    faultId,
    side: sideOrNone,
    level,
    value: finite,
    unit,
    provisional: v.boolean(),
    finding: v.boolean(),
    sinceSec: finite,
  }),
  v.object({ type: v.literal('faultCleared'), tSec, faultId, side: sideOrNone }),
  v.object({ type: v.literal('cue'), tSec, cue: cueId, faultId }),
  v.object({ type: v.literal('confirmation'), tSec, faultId }),
  v.object({ type: v.literal('gesture'), tSec, arms: v.picklist(['left', 'right', 'both']) }),
  v.object({
    type: v.literal('felt'),
    tSec,
    n: count,
    arms: v.picklist(['left', 'right', 'both']),
  }),
  v.object({ type: v.literal('neutralAsked'), tSec, by: v.picklist(['hold', 'rep']) }),
  v.object({ type: v.literal('breathCue'), tSec, n: count }),
  v.object({ type: v.literal('neutralFound'), tSec }),
  v.object({
    type: v.literal('neutralRefused'),
    tSec,
    reason: v.picklist(['cameraMoved', 'stale', 'tooFast']),
  }),
  v.object({ type: v.literal('paused'), tSec }),
  v.object({ type: v.literal('resumed'), tSec }),
  v.object({
    type: v.literal('bodyLost'),
    tSec,
    occludedBy: v.exactOptional(v.literal('other')),
  }),
  v.object({ type: v.literal('bodyFound'), tSec }),
  v.object({
    type: v.literal('setEnded'),
    tSec,
    reason: v.picklist(['dose', 'left', 'stopped']),
  }),
]);

/** The same for the kinds of events. */
export type ForgottenEvent = None<Exclude<CoachEvent['type'], v.InferOutput<typeof event>['type']>>;

/** Why a file of a set cannot be used. `newer`: it was written by a later version of the app. */
export type SetFileProblem = 'newer' | 'damaged';

type Parsed<T> = Result<T, SetFileProblem>;

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    // Cut off while it was written.
    return undefined;
  }
};

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Version 1 had only sets before the camera, and knew nothing of loads. */
const migrate = (file: Json): Json =>
  file.format === 'hipline.set'
    ? { source: 'camera', loadKg: 0, ...file, version: setVersion }
    : { ...file, version: setVersion };

function parseFile<T extends v.GenericSchema>(schema: T, json: string): Parsed<v.InferOutput<T>> {
  const file = parseJson(json);
  if (!isObject(file) || typeof file.version !== 'number') return fail('damaged');
  if (file.version > setVersion) return fail('newer');
  const parsed = v.safeParse(schema, file.version < setVersion ? migrate(file) : file);
  return parsed.success ? succeed(parsed.output) : fail('damaged');
}

/** The manifest of a set, of this version or an older one. */
export const parseManifest = (json: string): Parsed<SetManifest> => {
  const parsed = parseFile(manifest, json);
  if (!parsed.ok) return parsed;
  const { options: found, ...others } = parsed.value;
  return succeed({ ...others, options: found as SetOptions } as SetManifest);
};

/** The summary of a set, of this version or an older one. */
export const parseSummary = (json: string): Parsed<SetSummary> => parseFile(summary, json);

/** The answers after a set. */
export const parseAnswers = (json: string): Parsed<SetAnswers> => parseFile(answers, json);

/**
 * The events of a set (NDJSON).
 * @returns undefined where one of the lines is no event
 */
export function parseEvents(ndjson: string): readonly CoachEvent[] | undefined {
  const lines = ndjson.split('\n').filter((line) => line !== '');
  const parsed = lines.map((line) => v.safeParse(event, parseJson(line)));
  return parsed.every((line) => line.success)
    ? parsed.map(({ output }) => output as CoachEvent)
    : undefined;
}

/** Whether a text can be the id of a set, and so the name of its folder. */
export const isSetId = (id: string): boolean => v.is(setId, id);
