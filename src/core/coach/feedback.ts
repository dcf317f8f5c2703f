import type { LevelSpan } from '../form/judge';
import type { StandingFault } from '../form/judgeReport';

/** The stages in which the mirror is taken away (spec 4.3). */
export type Stage = 'A' | 'B' | 'C' | 'D' | 'E';

/** When the result of a hold or rep is shown. */
export type ResultTime = 'atOnce' | 'afterEstimate' | 'whenLit' | 'everyFive' | 'atEnd';

/** One row of the table of spec 4.3. */
export interface StageRow {
  /** Of three holds or reps, the last ones that are in the dark: no picture, no cue. */
  readonly darkOfThree: 0 | 1 | 2 | 3;
  readonly gauge: boolean;
  /** A warning is cued once it has lasted so long, seconds; a fail at once. */
  readonly warnAfterSec: number;
  readonly result: ResultTime;
  /** Least share of quality holds or reps, and least felt-against-measured score, to move up. */
  readonly up?: { readonly quality: number; readonly felt: number };
  /** Under this share of quality one moves down. */
  readonly down?: { readonly quality: number; readonly to: Stage };
}

/** Spec 4.3. */
export const stages: Readonly<Record<Stage, StageRow>> = {
  A: {
    darkOfThree: 0,
    gauge: true,
    warnAfterSec: 0,
    result: 'atOnce',
    up: { quality: 0.6, felt: 0 },
  },
  B: {
    darkOfThree: 0,
    gauge: false,
    warnAfterSec: 2,
    result: 'afterEstimate',
    up: { quality: 0.7, felt: 60 },
    down: { quality: 0.5, to: 'A' },
  },
  C: {
    darkOfThree: 1,
    gauge: false,
    warnAfterSec: 2,
    result: 'whenLit',
    up: { quality: 0.8, felt: 70 },
    down: { quality: 0.6, to: 'B' },
  },
  D: {
    darkOfThree: 2,
    gauge: false,
    warnAfterSec: 2,
    result: 'everyFive',
    up: { quality: 0.8, felt: 80 },
    down: { quality: 0.6, to: 'C' },
  },
  E: {
    darkOfThree: 3,
    gauge: false,
    warnAfterSec: 2,
    result: 'atEnd',
    down: { quality: 0.6, to: 'C' },
  },
};

/** The stages in their order. */
export const stageOrder: readonly Stage[] = ['A', 'B', 'C', 'D', 'E'];

/** Whether the n-th hold or rep, counted from 1, is done in the dark. */
export const isDark = (stage: Stage, n: number): boolean =>
  (n - 1) % 3 >= 3 - stages[stage].darkOfThree;

/** Whether the result of the n-th of `done` finished holds or reps may be shown during the set. */
export function showsResult(stage: Stage, n: number, done: number): boolean {
  switch (stages[stage].result) {
    case 'atOnce':
      return true;
    case 'whenLit':
      return !isDark(stage, n);
    case 'everyFive':
      return n <= 5 * Math.floor(done / 5);
    case 'afterEstimate':
    case 'atEnd':
      return false;
  }
}

/**
 * The faults that may be cued in a stage: none in the dark, a fail at once, a warning once it has
 * lasted.
 * @param spans of the hold or rep that runs
 */
export function listHeard(
  stage: Stage,
  n: number,
  faults: readonly StandingFault[],
  spans: readonly LevelSpan[],
  tSec: number,
): readonly StandingFault[] {
  if (isDark(stage, n)) return [];
  const { warnAfterSec } = stages[stage];
  const hasLasted = ({ rule }: StandingFault): boolean =>
    spans.some(
      (span) => span.rule === rule && (span.endSec ?? tSec) - span.startSec >= warnAfterSec,
    );
  return faults.filter((fault) => fault.level === 'fail' || warnAfterSec === 0 || hasLasted(fault));
}

/** Where an athlete stands with one exercise and load. */
export interface StageRecord {
  readonly stage: Stage;
  /** Sessions in a row that were good enough to move up. */
  readonly passed: number;
}

/** A new exercise or a new load begins with the second stage (spec 4.3). */
export const firstStage: StageRecord = { stage: 'B', passed: 0 };

/** Sessions in a row that it takes to move up. */
const sessionsToPass = 2;

/**
 * The record after a session.
 * @param quality share of quality holds or reps, 0..1
 * @param felt felt against measured, 0..100; undefined where it was not asked or not answered
 */
export function stepStage(
  { stage, passed }: StageRecord,
  quality: number,
  felt: number | undefined,
): StageRecord {
  const { up, down } = stages[stage];
  if (down !== undefined && quality < down.quality) return { stage: down.to, passed: 0 };
  if (up === undefined || quality < up.quality || (felt ?? 0) < up.felt) {
    return { stage, passed: 0 };
  }
  if (passed + 1 < sessionsToPass) return { stage, passed: passed + 1 };
  return { stage: stageOrder[stageOrder.indexOf(stage) + 1] ?? stage, passed: 0 };
}
