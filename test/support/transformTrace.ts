import { keypointIndex, keypointNames, type KeypointName } from '../../src/core/body/keypoint';
import type { PoseFrame } from '../../src/core/body/poseFrame';
import type { Trace } from '../../src/core/trace/trace';

/** The same part on the other side of the body; the nose is its own. */
function mirrorName(name: KeypointName): KeypointName {
  if (name.startsWith('left')) return `right${name.slice(4)}` as KeypointName;
  if (name.startsWith('right')) return `left${name.slice(5)}` as KeypointName;
  if (name === 'mouthLeft') return 'mouthRight';
  return name === 'mouthRight' ? 'mouthLeft' : name;
}

/** Index of the same part on the other side. */
const otherIndex = keypointNames.map((name) => keypointIndex[mirrorName(name)]);

const mapFrames = (
  trace: Trace,
  change: (frame: PoseFrame) => PoseFrame,
  header: Partial<Trace['header']> = {},
): Trace => ({
  header: { ...trace.header, ...header },
  frames: trace.frames.map(change),
});

/** The mirror image of the person: what was on the left is on the right. */
export const mirrorTrace = (trace: Trace): Trace =>
  mapFrames(trace, ({ tSec, image, world }) => ({
    tSec,
    image:
      image &&
      otherIndex.map((index) => {
        const point = image[index];
        return point && { ...point, xPx: trace.header.widthPx - point.xPx };
      }),
    ...(world === undefined
      ? {}
      : {
          world: otherIndex.map((index) => {
            const point = world[index];
            return point && { ...point, xM: -point.xM };
          }),
        }),
  }));

/** The same scene through a camera that is rolled clockwise by so many degrees, and says so. */
export function rollTrace(trace: Trace, rollDeg: number): Trace {
  const { widthPx, heightPx } = trace.header;
  const roll = (rollDeg * Math.PI) / 180;
  const c = Math.cos(roll);
  const s = Math.sin(roll);
  return mapFrames(
    trace,
    ({ tSec, image, world }) => ({
      tSec,
      image: image?.map((point) => {
        if (point === undefined) return undefined;
        const x = point.xPx - widthPx / 2;
        const y = heightPx / 2 - point.yPx;
        return {
          xPx: widthPx / 2 + c * x + s * y,
          yPx: heightPx / 2 - (-s * x + c * y),
          score: point.score,
        };
      }),
      ...(world === undefined
        ? {}
        : {
            world: world.map(
              (point) =>
                point && {
                  xM: c * point.xM - s * point.yM,
                  yM: s * point.xM + c * point.yM,
                  zM: point.zM,
                },
            ),
          }),
    }),
    { cameraRollDeg: rollDeg },
  );
}

/** The same scene in a picture of other size. */
export function scaleTrace(trace: Trace, factor: number): Trace {
  const { widthPx, heightPx } = trace.header;
  return mapFrames(
    trace,
    ({ image, ...frame }) => ({
      ...frame,
      image: image?.map(
        (point) =>
          point && {
            xPx: point.xPx * factor,
            yPx: point.yPx * factor,
            score: point.score,
          },
      ),
    }),
    { widthPx: widthPx * factor, heightPx: heightPx * factor },
  );
}

/** Every n-th frame: the same scene at a lower frame rate. */
export const thinTrace = (trace: Trace, every: number): Trace => ({
  header: trace.header,
  frames: trace.frames.filter((_, index) => index % every === 0),
});

/** How a machine that is too slow for the camera takes pictures. */
export interface UnevenPace {
  readonly fps: number;
  /** How far a picture's time strays from the mean, as a share of it, 0..1. */
  readonly uneven: number;
  readonly seed: number;
}

/**
 * The same scene as a slow machine sees it: some pictures of it, at uneven times. The outline keeps its
 * own cadence (six times a second at least): one of a picture that is left out comes with the next.
 */
export function thinUnevenly(trace: Trace, { fps, uneven, seed }: UnevenPace): Trace {
  let state = seed;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  let nextSec = -Infinity;
  let waiting: Partial<Pick<PoseFrame, 'trunk' | 'belt' | 'bar'>> = {};
  const frames = trace.frames.flatMap((frame) => {
    const { trunk, belt, bar } = frame;
    waiting = {
      ...waiting,
      ...(trunk === undefined ? {} : { trunk }),
      ...(belt === undefined ? {} : { belt }),
      ...(bar === undefined ? {} : { bar }),
    };
    if (frame.tSec < nextSec) return [];
    nextSec = frame.tSec + (1 + uneven * (2 * random() - 1)) / fps;
    const kept = { ...frame, ...waiting };
    waiting = {};
    return [kept];
  });
  return { header: trace.header, frames };
}
