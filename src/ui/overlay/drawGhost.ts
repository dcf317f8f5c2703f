import type { Keypoint } from '../../core/body/poseFrame';
import { palette } from '../theme/palette';
import { type PictureFit, placePoint } from './fitPicture';
import { bones } from './skeleton';

/** Below this a point is a guess, and a bone to it is left out. */
const scoreLeast = 0.3;

/** Draws a second body beside the one that is measured: thin and dashed, as its curves are. */
export function drawGhost(
  context: CanvasRenderingContext2D,
  {
    pose,
    fit,
    weight,
  }: {
    readonly pose: readonly (Keypoint | undefined)[] | undefined;
    readonly fit: PictureFit;
    readonly weight: number;
  },
): void {
  if (pose === undefined) return;
  context.save();
  context.lineCap = 'butt';
  for (const [colour, widthPx, dashes] of [
    [palette.ink, 5, []],
    [palette.chalk, 2.5, [9, 6]],
  ] as const) {
    context.beginPath();
    for (const [from, to] of bones) {
      const [a, b] = [pose[from], pose[to]];
      if (a === undefined || b === undefined || Math.min(a.score, b.score) < scoreLeast) continue;
      const [start, end] = [placePoint(fit, false, a), placePoint(fit, false, b)];
      context.moveTo(start.x, start.y);
      context.lineTo(end.x, end.y);
    }
    context.strokeStyle = colour;
    context.lineWidth = widthPx * weight;
    context.setLineDash(dashes.map((length) => length * weight));
    context.stroke();
  }
  context.restore();
}
