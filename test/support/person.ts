import type { HistoryEntry } from '../../src/core/programme/history';
import type { Prescription } from '../../src/core/programme/prescription';
import type { Profile } from '../../src/store/schema';

const dose = { sets: 2, reps: 5, holdSec: 10, loadKg: 0 } as const;
const day = 20_000;

/** A prescription that says everything that one can say. */
export const fullPrescription: Prescription = {
  format: 'hipline.prescription',
  version: 1,
  for: 'Ann',
  signedBy: 'P. Hysio',
  signedOn: '2026-11-20',
  items: [
    { exercise: 'gluteBridge', dose, stage: 'B', notes: 'Slowly.' },
    { exercise: 'squat', dose: { sets: 1, reps: 8, loadKg: 8 } },
  ],
  only: true,
  without: ['kettlebellSwing'],
  deloadEveryWeeks: 5,
  weekdays: [0, 2, 4],
  strictness: 'learn',
  off: ['heelsLift'],
  limits: [
    {
      ...{ specRow: 'E01-F2', faultId: 'hipsSag', signal: 'trunkThighDeg', sense: 'above' },
      ...{ warn: 6, fail: 10 },
    },
  ],
  notes: 'Call me after a week.',
};

/** Somebody with a plan in which nothing is left out. */
export const fullProfile: Profile = {
  id: 'ann',
  name: 'Ann',
  createdAtMs: 1_790_000_000_000,
  plan: {
    person: { bodyMassKg: 70, assumed: true, bellsKg: [8, 12] },
    runs: true,
    deloadEveryWeeks: 4,
    without: ['crawl'],
    doses: { gluteBridge: dose },
    weekdays: [1, 3, 5],
    prescribed: fullPrescription,
  },
};

/** One entry of every kind, with all that it can hold. */
export const fullHistory: readonly HistoryEntry[] = [
  {
    ...{ kind: 'questions', day, overload: [true, false, false, true], painNow: 2, painWorst: 4 },
    ...{ symptoms: ['sitting'], goals: ['running'], runs: true, odi: 12, rmdq: 4 },
  },
  {
    ...{ kind: 'test', day, test: 'hipFlexor', side: 'left', value: -4, of: 5, kneeDeg: 80 },
    needsEye: true,
  },
  { kind: 'plan', day, by: 'P. Hysio', signedOn: '2026-11-20', what: 'prescribed' },
  {
    ...{ kind: 'set', day, exercise: 'gluteBridge', side: null, dose, stage: 'D', needsEye: false },
    reps: { done: 5, quality: 4, failed: 1, warned: 1, dark: 5 },
    pain: { before: 1, during: 2, after: 1, sharp: false },
    ...{ triggerShare: 0.2, effort: 4, feltIn: ['glutesLeft', 'lowBack'], strongest: 'glutesLeft' },
    ...{ cramp: 'none', breath: 'easy', measure: 12, atMs: 1_790_000_000_000, longestHoldSec: 10 },
    ...{ felt: 80, biasDeg: 3, easier: 'shorterHolds', recording: 'set-1' },
  },
  { kind: 'morning', day: day + 1, pain: 1, stiffness: 2, pump: 0 },
  {
    kind: 'review',
    day: day + 1,
    exercise: 'gluteBridge',
    ofDay: day,
    passed: true,
    by: 'athlete',
  },
  { kind: 'reset', day: day + 1, cards: ['breathing'] },
  { kind: 'transfer', day: day + 1, task: 'lifting', pain: 1 },
  { kind: 'day', day: day + 2, to: 'rest', over: 'train', why: 'Tired.' },
  { kind: 'overrule', day: day + 3, exercise: 'squat', dose, by: 'clinician', why: 'Too much.' },
];

/** The day after the history. */
export const dayAfter = day + 4;
