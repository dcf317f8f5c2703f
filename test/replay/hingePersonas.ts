import type { Trace } from '../../src/core/trace/trace';
import { hinge } from '../support/hingeShapes';
import { pose, type PoseBuilder } from '../support/poseBuilder';
import { film, type TraceBuilder } from '../support/traceBuilder';

/** Jitter of the keypoints of a good picture, px. */
const jitterPx = 0.6;

type Numbers = Partial<Record<keyof typeof hinge.rest, number>>;
type Change = (now: PoseBuilder) => PoseBuilder;

const to =
  (numbers: Numbers): Change =>
  (now) =>
    now.shaped(hinge, numbers);
const tall = to(hinge.rest);

const upright = pose().shaped(hinge).with({ pxPerM: 240, centreYPx: 240 }).noisy(jitterPx);
const begin = (from: PoseBuilder = upright, fps = 30): TraceBuilder => film(from, fps).stay(1.5);

/** The bottom of a good lift of each kind. */
const lifting: Numbers = { inclineDeg: 58, kneeDeg: 50, shankDeg: 12, armDeg: -12 };
const romanian: Numbers = { inclineDeg: 65, kneeDeg: 22, shankDeg: -7, armDeg: -7 };

interface Pace {
  readonly downSec?: number;
  /** What else there is at the top. */
  readonly top?: Numbers;
}

/** One repetition: down, a moment at the bottom, up and a rest. */
const lift = (
  made: TraceBuilder,
  bottom: Numbers,
  { downSec = 1.4, top = {} }: Pace = {},
): TraceBuilder =>
  made
    .move(downSec, to(bottom))
    .stay(0.3)
    .move(1.2, to({ ...hinge.rest, ...top }))
    .stay(0.8);

const deadlift = (made: TraceBuilder, change: Numbers = {}, pace?: Pace): TraceBuilder =>
  lift(made, { ...lifting, ...change }, pace);
const romanianLift = (made: TraceBuilder, change: Numbers = {}, pace?: Pace): TraceBuilder =>
  lift(made, { ...romanian, ...change }, { downSec: 1.9, ...pace });

const archedBy =
  (archScore: number): Change =>
  (now) =>
    now.with({ archScore });

/** A repetition in which the back leaves its neutral on the way down. */
const bent = (made: TraceBuilder, bottom: Numbers, archScore: number): TraceBuilder =>
  made
    .move(1, (now) => to({ inclineDeg: 30, kneeDeg: 20, armDeg: -6 })(now))
    .move(1, (now) => archedBy(archScore)(to(bottom)(now)))
    .stay(0.6)
    .move(1.2, (now) => archedBy(0)(tall(now)))
    .stay(0.8);

/** The bottom and the top of a swing; the hips drive, then the arms float. */
const back: Numbers = { inclineDeg: 65, kneeDeg: 35, shankDeg: 5, armDeg: -35 };
const driven: Numbers = { inclineDeg: 8, kneeDeg: 4, shankDeg: 0, armDeg: 0 };
const float: Numbers = { ...hinge.rest, armDeg: 82 };

interface Swing {
  readonly back?: Numbers;
  readonly driven?: Numbers;
  readonly float?: Numbers;
}

const swing = (made: TraceBuilder, goesOn: boolean, how: Swing = {}): void => {
  made.move(0.35, to({ ...driven, ...how.driven })).move(0.4, to({ ...float, ...how.float }));
  if (goesOn)
    made.move(0.35, to({ ...driven, ...how.driven })).move(0.35, to({ ...back, ...how.back }));
  else made.move(0.5, tall).stay(1);
};

/** Three swings at 60 frames a second, the last from the top down to the bell hanging before one. */
const swings = (how: Swing = {}, fps = 60): Trace => {
  const made = begin(upright, fps).move(0.7, to({ ...back, ...how.back }));
  for (let n = 1; n <= 3; n++) swing(made, n < 3, how);
  return made.toTrace('kettlebellSwing');
};

const hinged: Numbers = { inclineDeg: 52, kneeDeg: 20, shankDeg: 2, armDeg: 0 };
const beginHinge = (from?: PoseBuilder): TraceBuilder => begin(from).move(1.5, to(hinged));
const endHinge = (made: TraceBuilder): Trace => made.move(1.5, tall).stay(1).toTrace('hingeHold');

/** People who bend at the hips, each with one way of doing it. */
export const hingePersonas: Readonly<Record<string, () => Trace>> = {
  goodDeadlifts: () => deadlift(deadlift(deadlift(begin()))).toTrace('kettlebellDeadlift'),

  deadliftsSquatting: () =>
    deadlift(deadlift(begin()), { inclineDeg: 40, kneeDeg: 95, shankDeg: 36, armDeg: -10 }).toTrace(
      'kettlebellDeadlift',
    ),

  deadliftsLeaningBack: () =>
    deadlift(deadlift(begin()), {}, { top: { inclineDeg: -13 } })
      .move(0.8, tall)
      .toTrace('kettlebellDeadlift'),

  deadliftsHalfUp: () =>
    deadlift(deadlift(begin()), {}, { top: { inclineDeg: 18 } }).toTrace('kettlebellDeadlift'),

  deadliftsHipsFirst: () =>
    deadlift(begin())
      .move(1.4, to(lifting))
      .stay(0.3)
      .move(0.8, to({ ...lifting, kneeDeg: 5, shankDeg: -6, armDeg: -18 }))
      .move(0.9, tall)
      .stay(0.8)
      .toTrace('kettlebellDeadlift'),

  deadliftsBellAwayHeadUp: () =>
    deadlift(deadlift(begin()), { armDeg: 18, headBackDeg: 38 }, { downSec: 1.2 }).toTrace(
      'kettlebellDeadlift',
    ),

  deadliftsHeelsUpInAHurry: () =>
    deadlift(deadlift(begin()), { heelRiseM: 0.06 }, { downSec: 0.5 }).toTrace(
      'kettlebellDeadlift',
    ),

  deadliftsKneesIn: () => {
    const front = upright.seenFrom('front');
    return deadlift(deadlift(begin(front)), { caveDeg: 20 }).toTrace('kettlebellDeadlift');
  },

  deadliftsRounding: () =>
    bent(deadlift(begin(upright.outlined())), lifting, -30).toTrace('kettlebellDeadlift'),

  deadliftsArching: () =>
    bent(deadlift(begin(upright.outlined())), lifting, 25).toTrace('kettlebellDeadlift'),

  goodRomanians: () => romanianLift(romanianLift(begin())).toTrace('romanianDeadlift'),

  romaniansSquatting: () =>
    romanianLift(romanianLift(begin()), { kneeDeg: 60, shankDeg: 22, armDeg: -26 }).toTrace(
      'romanianDeadlift',
    ),

  romaniansInAHurryBellAway: () =>
    romanianLift(romanianLift(begin()), { armDeg: 15 }, { downSec: 0.8 }).toTrace(
      'romanianDeadlift',
    ),

  romaniansRounding: () =>
    bent(romanianLift(begin(upright.outlined())), romanian, -30).toTrace('romanianDeadlift'),

  goodSwings: () => swings(),

  swingsSquatting: () => swings({ back: { inclineDeg: 45, kneeDeg: 85, shankDeg: 30 } }),

  swingsLiftingTheArms: () => swings({ driven: { inclineDeg: 50, kneeDeg: 25, armDeg: 45 } }),

  swingsLeaningBack: () => swings({ float: { inclineDeg: -15 } }),

  swingsNotThrough: () => swings({ driven: { inclineDeg: 22 }, float: { inclineDeg: 20 } }),

  swingsTooHighTooLow: () =>
    swings({ back: { inclineDeg: 95, kneeDeg: 20, armDeg: -8 }, float: { armDeg: 135 } }),

  swingsBeforeASlowCamera: () => swings({ float: { inclineDeg: -15 } }, 30),

  goodHinge: () => endHinge(beginHinge().stay(10.8)),

  hingeDrifts: () =>
    endHinge(
      beginHinge()
        .stay(3)
        .move(2, to({ inclineDeg: 66 }))
        .stay(4),
    ),

  hingeHeadUp: () =>
    endHinge(
      beginHinge()
        .stay(3)
        .move(0.5, to({ headBackDeg: 34 }))
        .stay(4),
    ),

  hingeKneesBend: () =>
    endHinge(
      beginHinge()
        .stay(3)
        .move(1, to({ kneeDeg: 60, shankDeg: 18 }))
        .stay(5),
    ),

  hingeLocksTheKnees: () =>
    endHinge(
      beginHinge()
        .stay(3)
        .move(1, to({ kneeDeg: 1, shankDeg: -4 }))
        .stay(4),
    ),

  hingeRoundsThenArches: () =>
    endHinge(
      beginHinge(upright.outlined())
        .stay(4)
        .move(0.5, archedBy(-20))
        .stay(3)
        .move(0.5, archedBy(0))
        .stay(2)
        .move(0.5, archedBy(16))
        .stay(3)
        .move(0.5, archedBy(0))
        .stay(1),
    ),
};
