import type { Side } from '../body/keypoint';
import type { SetRun } from '../coach/pipeline';
import type { CoachEvent, RepSummary, Snapshot } from '../coach/snapshot';
import type { CueId, FaultId, UnseenReason } from '../form/rule';
import type { MeasureId } from '../kinematics/measures';
import type { CameraHint } from '../kinematics/cameraHint';
import type { View } from '../kinematics/view';
import type { UnitName } from '../units';

/** Version of the rules: the specification's, and that of the findings that stand over it. */
export const ruleSetVersion = 'spec-1.0+views-1';

/** What the judge says of a set, as the command line and the physio's export give it. */
export interface Verdict {
  readonly format: 'hipline.verdict';
  readonly version: 1;
  readonly exercise: string;
  readonly ruleSet: string;
  readonly view: View;
  readonly durationSec: number;
  readonly clocks: Snapshot['clocks'];
  readonly reps: readonly RepSummary[];
  readonly faults: readonly {
    readonly id: FaultId;
    readonly specRow: string;
    readonly side: Side | null;
    readonly level: 'warn' | 'fail';
    readonly startSec: number;
    readonly endSec: number;
    readonly peak: number;
    readonly unit: UnitName;
    readonly provisional: boolean;
    readonly rep: number;
  }[];
  readonly measures: readonly {
    readonly signal: MeasureId;
    readonly side: Side | null;
    readonly mean: number | null;
    readonly sd: number;
    readonly unit: UnitName;
    readonly n: number;
    /** Fewer are too few to rely on. */
    readonly least: number;
    /** Why there is no mean. */
    readonly reason: string | null;
  }[];
  readonly cues: readonly { readonly tSec: number; readonly id: CueId; readonly text: string }[];
  readonly unknown: readonly {
    readonly id: FaultId;
    readonly reason: string;
    /** What would bring it into view, where the camera's place is the reason. */
    readonly hint?: CameraHint;
  }[];
}

/** The words of cues and reasons, which the core does not know. */
export interface VerdictWords {
  readonly cue: Readonly<Record<CueId, string>>;
  readonly unseen: Readonly<Record<UnseenReason, string>>;
}

/** Milliseconds are as fine as a verdict speaks. */
const round = (value: number): number => Math.round(value * 1000) / 1000;

const roundRep = (rep: RepSummary): RepSummary => ({
  ...rep,
  startSec: round(rep.startSec),
  endSec: round(rep.endSec),
  goodSec: round(rep.goodSec),
  faultySec: round(rep.faultySec),
  unseenSec: round(rep.unseenSec),
});

/** By their beginning; at the same moment, left before right. */
const inOrder = (faults: Snapshot['faults']): Snapshot['faults'] =>
  faults.toSorted((a, b) => a.startSec - b.startSec || (a.side ?? '').localeCompare(b.side ?? ''));

/** What of a finished set its verdict is made from; the snapshot that ended it has it all. */
export type VerdictSource = Pick<
  Snapshot,
  'tSec' | 'clocks' | 'reps' | 'faults' | 'measures' | 'unjudged'
>;

/**
 * The verdict of a finished set.
 * @param last what it came to
 * @param view the view that stood for most of it
 */
export function buildVerdict(
  { exercise }: Pick<SetRun, 'exercise'>,
  last: VerdictSource,
  view: View,
  durationSec: number,
  events: readonly CoachEvent[],
  words: VerdictWords,
): Verdict {
  const { goodSec, faultySec, unseenSec, restSec } = last.clocks;
  return {
    format: 'hipline.verdict',
    version: 1,
    exercise: exercise.id,
    ruleSet: ruleSetVersion,
    view,
    durationSec: round(durationSec),
    clocks: {
      goodSec: round(goodSec),
      faultySec: round(faultySec),
      unseenSec: round(unseenSec),
      restSec: round(restSec),
    },
    reps: last.reps.map(roundRep),
    faults: inOrder(last.faults).map((fault) => ({
      id: fault.faultId,
      specRow: fault.specRow,
      side: fault.side,
      level: fault.level,
      startSec: round(fault.startSec),
      endSec: round(fault.endSec ?? last.tSec),
      peak: round(fault.peak),
      unit: fault.unit,
      provisional: fault.provisional,
      rep: fault.rep,
    })),
    measures: last.measures.map(({ measure, side, mean, sd, unit, n, least, unseen }) => ({
      signal: measure,
      side,
      mean: mean === undefined ? null : round(mean),
      sd: round(sd),
      unit,
      n,
      least,
      reason: unseen === undefined ? null : words.unseen[unseen],
    })),
    cues: events.flatMap((event) =>
      event.type === 'cue'
        ? [{ tSec: round(event.tSec), id: event.cue, text: words.cue[event.cue] }]
        : [],
    ),
    unknown: last.unjudged.map(({ faultId, unseen, hint }) => ({
      id: faultId,
      reason: words.unseen[unseen],
      ...(hint === undefined ? {} : { hint }),
    })),
  };
}
