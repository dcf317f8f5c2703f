import { jointIndex, keypointCount } from '../../../src/core/body/keypoint';
import type { Keypoint, PoseFrame, WorldPoint } from '../../../src/core/body/poseFrame';
import type { Baseline } from '../../../src/core/kinematics/baseline';
import type { SignalKey } from '../../../src/core/kinematics/signals';
import { computeMedian } from '../../../src/core/kinematics/signalTrack';
import { computeBaseline, judgeTrace } from '../../../src/core/report/judgeTrace';
import type { Trace } from '../../../src/core/trace/trace';
import { cueText } from '../../../src/text/cues';
import { unseenText } from '../../../src/text/unseen';

/** A labelled picture's pose. */
export interface LabelledFrame {
  readonly label: string;
  readonly image: readonly (Keypoint | undefined)[];
  /** The model's depths are in the unit of x: enough for directions, which is all they serve for. */
  readonly world: readonly (WorldPoint | undefined)[];
}

/** The sets' pictures are 16:9; their coordinates are shares of the sides. */
export const framePicture = { widthPx: 1280, heightPx: 720 } as const;
const { widthPx, heightPx } = framePicture;
const aspect = widthPx / heightPx;
/** Each picture is held still for so long, seconds: past every dwell and the learning second. */
const stillSec = 4;
const fps = 15;

const jointNames: Readonly<Record<string, keyof (typeof jointIndex)['left']>> = {
  shoulder: 'shoulder',
  elbow: 'elbow',
  wrist: 'wrist',
  hip: 'hip',
  knee: 'knee',
  ankle: 'ankle',
  heel: 'heel',
  foot_index: 'footIndex',
};

/** Index of a column's keypoint: `left_foot_index_x` is 31; undefined for the label. */
function indexOf(column: string): number | undefined {
  if (column === 'nose_x') return 0;
  const [, side, joint] = /^(left|right)_(\w+)_x$/.exec(column) ?? [];
  const name = joint === undefined ? undefined : jointNames[joint];
  if (name === undefined) return undefined;
  return jointIndex[side === 'left' ? 'left' : 'right'][name];
}

/** Reads a table of labelled poses: `label`, then x, y, z and visibility of each joint. */
export function parseFrameSet(csv: string): readonly LabelledFrame[] {
  const [header = '', ...rows] = csv.trim().split('\n');
  const columns = header.trim().split(',').map(indexOf);
  return rows.map((row) => {
    const [label = '', ...rest] = row.trim().split(',');
    const cells = ['', ...rest];
    const image = new Array<Keypoint | undefined>(keypointCount).fill(undefined);
    const world = new Array<WorldPoint | undefined>(keypointCount).fill(undefined);
    columns.forEach((index, column) => {
      if (index === undefined) return;
      const [x = 0, y = 0, z = 0, score = 0] = cells.slice(column, column + 4).map(Number);
      if (score <= 0) return;
      image[index] = { xPx: x * widthPx, yPx: y * heightPx, score };
      world[index] = { xM: x * aspect, yM: y, zM: z * aspect };
    });
    return { label, image, world };
  });
}

const header = { format: 'hipline.trace', version: 1, widthPx, heightPx, keypoints: 'blazepose33' };

const toTrace = (frames: readonly PoseFrame[]): Trace => ({
  header: header as Trace['header'],
  frames,
});

/** A picture looked at for a while. */
const holdStill = ({ image, world }: LabelledFrame): Trace =>
  toTrace(Array.from({ length: stillSec * fps }, (_, n) => ({ tSec: n / fps, image, world })));

/** The median over pictures of what each reads by itself, as people face either way. */
function computeCommonBaseline(frames: readonly LabelledFrame[]): Baseline {
  const own = frames.map((frame) => computeBaseline(holdStill(frame), 'plank'));
  const keys = new Set(own.flatMap((baseline) => Object.keys(baseline) as SignalKey[]));
  return Object.fromEntries(
    [...keys].map((key) => [key, computeMedian(own.flatMap((baseline) => baseline[key] ?? []))]),
  );
}

/** What the judge said of one picture. */
export interface FrameVerdict {
  readonly label: string;
  /** Faults that reached fail. */
  readonly failed: readonly string[];
  /** Whether there was a hold at all. */
  readonly held: boolean;
}

/**
 * Judges each picture of a plank by itself, held still, against the median of the correct ones.
 * @param correct label of the correct pictures
 */
export function judgePlanks(
  set: readonly LabelledFrame[],
  correct: string,
): readonly FrameVerdict[] {
  const baseline = computeCommonBaseline(set.filter(({ label }) => label === correct));
  const words = { cue: cueText, unseen: unseenText };
  return set.map((frame) => {
    const { verdict } = judgeTrace(holdStill(frame), { exercise: 'plank', baseline }, words);
    const failed = verdict.faults.filter(({ level }) => level === 'fail').map(({ id }) => id);
    return { label: frame.label, failed: [...new Set(failed)], held: verdict.reps.length > 0 };
  });
}
