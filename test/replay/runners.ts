import type { Trace } from '../../src/core/trace/trace';
import { pose, type PoseBuilder } from '../support/poseBuilder';
import { film, type TraceBuilder } from '../support/traceBuilder';

/** Jitter of the keypoints of a good picture, px. */
const jitterPx = 0.6;

const walker = pose().walking().noisy(jitterPx).with({ pxPerM: 150 });

/** What a pass adds to plain walking. */
type Manner = Parameters<PoseBuilder['with']>[0];

/** Steps in place over a number of cycles, one second each; `to` also moves or grows. */
const strides = (
  made: TraceBuilder,
  cycles: number,
  manner: Manner,
  to: Manner = {},
): TraceBuilder => {
  made.become((now) => now.with({ stepM: 0.6, liftM: 0.1, phase: 0, ...manner }));
  return made
    .stride(1.1 * cycles, (now) => now.with({ phase: cycles, ...to }))
    .become((now) => now.with({ stepM: 0, liftM: 0, phase: 0 }));
};

/** There and back: toward the camera, a turn, away from it, a turn. */
const lap = (made: TraceBuilder, manner: Manner = {}): TraceBuilder => {
  strides(made, 5, manner, { pxPerM: 230 });
  made.move(1.2, (now) => now.with({ headingDeg: 270 }));
  strides(made, 5, manner, { pxPerM: 150 });
  return made.move(1.2, (now) => now.with({ headingDeg: 90 }));
};

const crawler = pose().crawling().noisy(jitterPx);

/** Seven steps of a second each on all fours, and a rest. */
const crawls = (made: TraceBuilder, manner: Manner = {}): TraceBuilder =>
  made
    .become((now) => now.with({ stepM: 0.3, liftM: 0.06, phase: 0, ...manner }))
    .stride(8, (now) => now.with({ phase: 4 }))
    .become((now) => now.with({ stepM: 0, liftM: 0, phase: 0 }))
    .stay(4);

/** Strides of a run on a treadmill, 0.72 s each. */
const runs = (made: TraceBuilder, cycles: number, manner: Manner = {}): TraceBuilder =>
  made
    .become((now) => now.with({ stepM: 0.9, liftM: 0.3, phase: 0, trunkInclineDeg: 8, ...manner }))
    .stride(0.72 * cycles, (now) => now.with({ phase: cycles }))
    .become((now) => now.with({ stepM: 0, liftM: 0, phase: 0, trunkInclineDeg: 0 }));

const hugging = pose().tableEdge().noisy(jitterPx);

/** Trials of the modified Thomas test: the leg is let down to an angle, settles, and comes back. */
const trials = (
  made: TraceBuilder,
  thighsDeg: readonly number[],
  manner: Manner = {},
): TraceBuilder => {
  for (const thighDeg of thighsDeg) {
    made.move(2, (now) => now.with({ thighDeg, testedKneeDeg: 75, ...manner })).stay(4);
    made.move(1.5, () => hugging).stay(2.5);
  }
  return made;
};

/** People who walk, crawl, run and are tested before the camera; the names are those of the golden stories. */
export const runners: Readonly<Record<string, () => Trace>> = {
  goodCarry: () =>
    lap(lap(film(walker).stay(2)))
      .stay(2)
      .toTrace('suitcaseCarry'),

  leaningCarry: () =>
    lap(lap(film(walker).stay(2)), { trunkLeanDeg: 11 })
      .stay(2)
      .toTrace('suitcaseCarry'),

  shruggingCarry: () =>
    lap(film(walker).stay(2), { shoulderTiltDeg: 10 }).stay(2).toTrace('suitcaseCarry'),

  droppingCarry: () =>
    lap(lap(film(walker).stay(2), { dropLeftDeg: 10 }), { dropLeftDeg: 10 })
      .stay(2)
      .toTrace('suitcaseCarry'),

  limpingCarry: () =>
    lap(lap(film(walker).stay(2), { leftShare: 0.42 }), { leftShare: 0.42 })
      .stay(2)
      .toTrace('suitcaseCarry'),

  archedCarry: () => {
    const made = film(walker.seenFrom('rightSide').with({ centreXPx: 120 })).stay(2);
    return strides(made, 5, { trunkInclineDeg: -9 }, { centreXPx: 520 })
      .stay(2)
      .toTrace('suitcaseCarry');
  },

  obliqueCarry: () => {
    const made = film(walker.seenFrom('front', 40)).stay(2);
    return strides(made, 6, { trunkLeanDeg: 11 }).stay(2).toTrace('suitcaseCarry');
  },

  lostCarry: () => {
    const made = film(walker).stay(2);
    strides(made, 4, {}, { pxPerM: 190 });
    made.become((now) => now.with({ score: 0.3 }));
    strides(made, 3, { score: 0.3 });
    made.become((now) => now.with({ score: 0.95 }));
    return strides(made, 4, { score: 0.95 }, { pxPerM: 230 }).stay(2).toTrace('suitcaseCarry');
  },

  goodCrawl: () => crawls(crawls(film(crawler).stay(2))).toTrace('crawl'),

  pikedCrawl: () => crawls(film(crawler).stay(2), { pikeM: 0.17 }).toTrace('crawl'),

  sameSideCrawl: () => crawls(film(crawler).stay(2), { handPhase: 0 }).toTrace('crawl'),

  swayingCrawl: () => {
    const behind = crawler.seenFrom('back').with({ elevationDeg: 12 });
    const made = crawls(film(behind).stay(2));
    return crawls(made, { dropLeftDeg: 16, dropRightDeg: 16 }).toTrace('crawl');
  },

  run: () => {
    const made = film(walker.seenFrom('rightSide'), 60).stay(1);
    runs(made, 22);
    made
      .stay(1.5)
      .become((now) => now.seenFrom('back'))
      .stay(1);
    return runs(made, 12, { dropLeftDeg: 8, dropRightDeg: 4 }).stay(1.5).toTrace('runCheck');
  },

  slowCameraRun: () => {
    const made = film(walker.seenFrom('leftSide'), 30).stay(1);
    return runs(made, 8).stay(1.5).toTrace('runCheck');
  },

  hipTest: () => trials(film(hugging).stay(2), [-4, -5, -3]).toTrace('hipFlexorTest'),

  shortHipTest: () =>
    trials(film(hugging).stay(2), [12, 13, 14], { testedKneeDeg: 50 }).toTrace('hipFlexorTest'),

  archedHipTest: () => {
    const made = trials(film(hugging).stay(2), [4, 6]);
    return trials(made, [-8], { hipRiseM: 0.13 }).toTrace('hipFlexorTest');
  },

  halfKneelingTest: () =>
    film(pose().halfKneeling().noisy(jitterPx))
      .stay(3)
      .move(2, (now) => now.with({ hipForwardM: 0.09 }))
      .stay(4)
      .move(1, (now) => now.with({ hipForwardM: 0.02 }))
      .stay(1)
      .toTrace('hipFlexorTest'),
};
