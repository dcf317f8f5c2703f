import type { Keypoint } from '../../src/core/body/poseFrame';
import type { RepSummary, Snapshot } from '../../src/core/coach/snapshot';
import type { FaultInterval, RuleVerdict } from '../../src/core/form/verdict';

const someone: readonly (Keypoint | undefined)[] = Array.from({ length: 33 }, () => ({
  xPx: 320,
  yPx: 240,
  score: 0.9,
}));

/** A snapshot in the middle of a good hold, with what differs. */
export const snapshotOf = (part: Partial<Snapshot> = {}): Snapshot => ({
  tSec: 10,
  exercise: 'gluteBridge',
  pass: 0,
  setPhase: 'active',
  movePhase: 'hold',
  pose: someone,
  occludedBy: undefined,
  held: false,
  isMoved: false,
  view: 'side',
  camera: undefined,
  nearSide: 'left',
  workingSide: undefined,
  framing: [],
  signals: {},
  verdicts: [verdictOf()],
  clocks: { goodSec: 0, faultySec: 0, unseenSec: 0, restSec: 0 },
  current: undefined,
  dark: false,
  reps: [],
  faults: [],
  measures: [],
  unjudged: [],
  cue: undefined,
  gauge: undefined,
  back: undefined,
  belt: undefined,
  bar: undefined,
  angle: undefined,
  gesture: undefined,
  events: [],
  ...part,
});

/** A verdict that all is well, with what differs. */
export const verdictOf = (part: Partial<RuleVerdict> = {}): RuleVerdict => ({
  faultId: 'hipsSag',
  specRow: 'E01-F2',
  side: null,
  level: 'ok',
  value: 0,
  provisional: false,
  finding: false,
  unseen: undefined,
  ...part,
});

/** A good hold of ten seconds, with what differs. */
export const repOf = (part: Partial<RepSummary> = {}): RepSummary => ({
  n: 1,
  kind: 'hold',
  side: null,
  startSec: 0,
  endSec: 12,
  goodSec: 10,
  faultySec: 0,
  unseenSec: 0,
  quality: true,
  clean: true,
  faults: [],
  ...part,
});

/** A clear sag in the first hold, with what differs. */
export const faultOf = (part: Partial<FaultInterval> = {}): FaultInterval => ({
  faultId: 'hipsSag',
  specRow: 'E01-F2',
  side: null,
  level: 'fail',
  startSec: 2,
  endSec: 4,
  peak: 12,
  unit: 'deg',
  grade: 'B3c',
  provisional: false,
  rep: 1,
  ...part,
});
