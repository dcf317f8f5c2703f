import { otherSide, type Side } from '../../../src/core/body/keypoint';

/** A stretch of time of the rendered athlete's programme, seconds. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly quality: 'good' | 'faulty';
  readonly phase?: string;
}

/** A fault as it was commanded; between `fullStart` and `fullEnd` it is at its full severity. */
export interface LabelledFault {
  readonly type: string;
  readonly side?: Side | 'both';
  readonly start: number;
  readonly fullStart: number;
  readonly fullEnd: number;
  readonly end: number;
}

/** One frame of the truth: joint centres in metres (+y up, +z ahead, +x to the left), angles. */
export interface TrueFrame {
  readonly t: number;
  readonly joints3d: Readonly<Record<string, readonly [number, number, number]>>;
  readonly angles: Readonly<Record<string, number | null>>;
}

/** A rendered clip's ground truth, as the renderer writes it beside the video. */
export interface Clip {
  readonly id: string;
  /** The renderer's name of the exercise. */
  readonly exercise: string;
  /** The renderer's name of the athlete. */
  readonly body: string;
  readonly fps: number;
  readonly view: string;
  /** 0 looks at the front of who stands and from beyond the feet of who lies; +90 from the left. */
  readonly camera: { readonly azimuth: number; readonly height: number };
  readonly options: { readonly free?: 'L' | 'R'; readonly stance?: 'L' | 'R' };
  readonly labels: {
    readonly reps: readonly LabelledSpan[];
    readonly holds: readonly LabelledSpan[];
    readonly faults: readonly LabelledFault[];
  };
  readonly frames: readonly TrueFrame[];
}

/** Whether a parsed JSON file is the ground truth of a rendered clip. */
export const isClip = (json: unknown): json is Clip =>
  typeof json === 'object' &&
  json !== null &&
  'labels' in json &&
  'camera' in json &&
  'frames' in json &&
  Array.isArray(json.frames);

/** Side of the person nearer to the camera. */
export const nearSide = ({ camera }: Clip): Side =>
  Math.sin((camera.azimuth * Math.PI) / 180) >= 0 ? 'left' : 'right';

/** Yaw as the product names it, degrees: 0 side-on, 90 face-on or end-on. */
export const trueYawDeg = ({ camera }: Clip): number =>
  (Math.asin(Math.abs(Math.cos((camera.azimuth * Math.PI) / 180))) * 180) / Math.PI;

/** Holds that count: the double-leg beginning of a single-leg bridge is none. */
export const countedHolds = ({ labels }: Clip): readonly LabelledSpan[] =>
  labels.holds.filter(({ phase }) => phase !== 'double-leg');

/** From the first labelled frame of a hold to its last, the faults within it included. */
export interface LabelledHold {
  readonly start: number;
  readonly end: number;
}

/** Each hold of a clip, in order. */
export function listLabelledHolds(clip: Clip): readonly LabelledHold[] {
  const held = countedHolds(clip);
  const { reps } = clip.labels;
  const groups =
    reps.length === 0
      ? [held]
      : reps.map((rep) => held.filter(({ start, end }) => start >= rep.start && end <= rep.end));
  return groups.flatMap((group) => {
    const first = group[0];
    const last = group.at(-1);
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

const sideNames = { L: 'left', R: 'right' } as const;

/** The leg that stays on the ground or the step, of exercises on one leg. */
export const workingSide = ({ options: { stance, free } }: Clip): Side | undefined =>
  stance === undefined ? free && otherSide(sideNames[free]) : sideNames[stance];
