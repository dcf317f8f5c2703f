import type { Keypoint } from '../../core/body/poseFrame';
import type { Side } from '../../core/body/keypoint';
import { palette } from '../theme/palette';
import { type PictureFit, placePoint } from './fitPicture';
import { lineJoints } from './skeleton';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** An arc between two arms of an angle at its middle point, in CSS pixels. */
export function strokeArc(
  context: CanvasRenderingContext2D,
  [from, at, to]: readonly [Point, Point, Point],
  weight: number,
  colour: string,
): void {
  const begin = Math.atan2(from.y - at.y, from.x - at.x);
  const end = Math.atan2(to.y - at.y, to.x - at.x);
  const turn = Math.atan2(Math.sin(end - begin), Math.cos(end - begin));
  const arms = [from, to].map((point) => Math.hypot(point.x - at.x, point.y - at.y));
  const radius = Math.min(44 * weight, ...arms.map((length) => length * 0.6));
  for (const [line, width] of [
    [palette.ink, 6],
    [colour, 3],
  ] as const) {
    context.beginPath();
    context.arc(at.x, at.y, radius, begin, begin + turn, turn < 0);
    context.strokeStyle = line;
    context.lineWidth = width * weight;
    context.stroke();
  }
}

/** Draws the arcs of hip and knee of one side. */
export function drawArcs(
  context: CanvasRenderingContext2D,
  drawing: {
    readonly pose: readonly (Keypoint | undefined)[] | undefined;
    readonly fit: PictureFit;
    readonly mirrored: boolean;
    readonly side: Side;
    readonly weight: number;
  },
): void {
  const { pose, fit, mirrored, side, weight } = drawing;
  if (pose === undefined) return;
  for (const joint of ['hip', 'knee'] as const) {
    const [from, at, to] = lineJoints(joint, side).map((index) => {
      const keypoint = pose[index];
      return keypoint === undefined ? undefined : placePoint(fit, mirrored, keypoint);
    });
    if (from === undefined || at === undefined || to === undefined) continue;
    strokeArc(context, [from, at, to], weight, palette.chalk);
  }
}
