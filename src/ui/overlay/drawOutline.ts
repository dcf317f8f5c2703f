import type { BackLevel } from '../../app/backState';
import type { BandLine } from '../../core/body/poseFrame';
import type { BackView, OutlineLine } from '../../core/coach/display';
import { palette } from '../theme/palette';
import { type PictureFit, placePoint } from './fitPicture';

/** The trunk's outlines and what is said of the back. */
export interface OutlineDrawing {
  readonly outlines: BackView['outlines'];
  readonly level: BackLevel;
  /** Middle lines of what is worn. */
  readonly worn?: readonly BandLine[];
  readonly fit: PictureFit;
  readonly mirrored: boolean;
  /** Size of lines; 1 on a screen whose shorter side has 720 CSS pixels. */
  readonly weight: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const colours: Readonly<Record<BackLevel, string>> = {
  ok: palette.good,
  warn: palette.warn,
  fail: palette.fault,
  unseen: palette.mist,
};

/**
 * Draws the outlines over the picture, the neutral as a dotted ghost beside each. While the back is
 * out of form the gap between the two is filled.
 */
export function drawOutline(context: CanvasRenderingContext2D, drawing: OutlineDrawing): void {
  const { outlines, level, worn = [], fit, mirrored, weight } = drawing;
  const place = (line: OutlineLine): (Point | undefined)[] =>
    line.map((point) => point && placePoint(fit, mirrored, point));
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const { own, neutral } of outlines) {
    const now = place(own);
    const ghost = place(neutral);
    if (level === 'warn' || level === 'fail') fillGap(context, now, ghost, colours[level]);
    context.setLineDash([2 * weight, 7 * weight]);
    strokeRuns(context, ghost, palette.chalk, 3 * weight);
    context.setLineDash([]);
    strokeRuns(context, now, palette.ink, 7 * weight);
    strokeRuns(context, now, colours[level], 4 * weight);
  }
  for (const [x1Px, y1Px, x2Px, y2Px] of worn) {
    const ends = place([
      { xPx: x1Px, yPx: y1Px },
      { xPx: x2Px, yPx: y2Px },
    ]);
    strokeRuns(context, ends, palette.ink, 9 * weight);
    strokeRuns(context, ends, palette.chalk, 5 * weight);
  }
}

/** Strokes each unbroken run of points. */
function strokeRuns(
  context: CanvasRenderingContext2D,
  points: readonly (Point | undefined)[],
  colour: string,
  widthPx: number,
): void {
  context.beginPath();
  points.forEach((point, index) => {
    if (point === undefined) return;
    if (points[index - 1] === undefined) context.moveTo(point.x, point.y);
    else context.lineTo(point.x, point.y);
  });
  context.strokeStyle = colour;
  context.lineWidth = widthPx;
  context.stroke();
}

/** Fills between the two lines, from station to station where both are seen. */
function fillGap(
  context: CanvasRenderingContext2D,
  now: readonly (Point | undefined)[],
  ghost: readonly (Point | undefined)[],
  colour: string,
): void {
  context.globalAlpha = 0.55;
  context.fillStyle = colour;
  context.beginPath();
  for (let index = 1; index < now.length; index++) {
    const corners = [now[index - 1], now[index], ghost[index], ghost[index - 1]];
    if (corners.includes(undefined)) continue;
    corners.forEach((corner, nth) => {
      if (corner === undefined) return;
      if (nth === 0) context.moveTo(corner.x, corner.y);
      else context.lineTo(corner.x, corner.y);
    });
    context.closePath();
  }
  context.fill();
  context.globalAlpha = 1;
}
