import { otherSide, type Side } from '../../core/body/keypoint';
import type { Keypoint } from '../../core/body/poseFrame';
import { fontFamily, palette } from '../theme/palette';
import { type PictureFit, placePoint } from './fitPicture';
import { bones, lineJoints } from './skeleton';

/** How the line is drawn: solid, dashed, or double and broken at the joint. */
export type LineState = 'good' | 'warn' | 'fault' | 'unseen' | 'rest';

/** A measured line: shoulder-hip-knee or hip-knee-ankle of one side. */
export interface DrawnLine {
  readonly joint: 'hip' | 'knee';
  readonly side: Side;
  readonly state: LineState;
  /** The angle, written beside the joint. */
  readonly label: string | undefined;
}

export interface PoseDrawing {
  readonly pose: readonly (Keypoint | undefined)[] | undefined;
  readonly fit: PictureFit;
  readonly mirrored: boolean;
  readonly lines: readonly DrawnLine[];
  /** Height of the angle's type. */
  readonly labelPx: number;
  /** Size of lines and dots; 1 on a screen whose shorter side has 720 CSS pixels. */
  readonly weight: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Below this a point is a guess and is drawn faintly. */
const faintScore = 0.5;
const linePx = 6;

const lineColour: Readonly<Record<LineState, string>> = {
  good: palette.good,
  warn: palette.warn,
  fault: palette.fault,
  unseen: palette.mist,
  rest: palette.chalk,
};

/** Draws a pose over its picture. The context is clear, in CSS pixels. */
export function drawPose(context: CanvasRenderingContext2D, drawing: PoseDrawing): void {
  const { pose, fit, mirrored } = drawing;
  if (pose === undefined) return;
  const place = (index: number): Point | undefined => {
    const keypoint = pose[index];
    return keypoint === undefined ? undefined : placePoint(fit, mirrored, keypoint);
  };
  context.lineCap = 'round';
  context.lineJoin = 'round';
  drawBones(context, pose, place, drawing.weight);
  for (const line of drawing.lines) {
    const [from, at, to] = lineJoints(line.joint, line.side).map(place);
    if (from === undefined || at === undefined || to === undefined) continue;
    drawLine(context, [from, at, to], line.state, drawing.weight);
    if (line.label === undefined) continue;
    // In a front view the free side is the outer one, in a side view the open one.
    const twin = lineJoints(line.joint, otherSide(line.side)).map(place)[1];
    const free =
      drawing.lines.length > 1 && twin !== undefined
        ? { x: Math.sign(at.x - twin.x), y: 0 }
        : openSide(from, at, to);
    drawLabel(context, at, free, line.label, drawing.labelPx);
  }
}

function drawBones(
  context: CanvasRenderingContext2D,
  pose: readonly (Keypoint | undefined)[],
  place: (index: number) => Point | undefined,
  weight: number,
): void {
  for (const [from, to] of bones) {
    const a = place(from);
    const b = place(to);
    if (a === undefined || b === undefined) continue;
    const score = Math.min(pose[from]?.score ?? 0, pose[to]?.score ?? 0);
    context.globalAlpha = score < faintScore ? 0.25 : 0.8;
    stroke(context, [a, b], palette.ink, 4 * weight);
    stroke(context, [a, b], palette.chalk, 2 * weight);
  }
  context.globalAlpha = 1;
}

function drawLine(
  context: CanvasRenderingContext2D,
  line: readonly [Point, Point, Point],
  state: LineState,
  weight: number,
): void {
  const colour = lineColour[state];
  stroke(context, line, palette.ink, (linePx + 4) * weight);
  if (state === 'fault') {
    drawBrokenLine(context, line, colour, weight);
  } else {
    const dashes = { warn: [14, 12], unseen: [2, 12], good: [], rest: [] }[state];
    context.setLineDash(dashes.map((length) => length * weight));
    stroke(context, line, colour, linePx * weight);
    context.setLineDash([]);
  }
  for (const point of line) {
    fillDot(context, point, palette.ink, 7 * weight);
    fillDot(context, point, palette.chalk, 5 * weight);
  }
}

/** Two thin lines, open around the joint, and a ring where the line breaks. */
function drawBrokenLine(
  context: CanvasRenderingContext2D,
  [from, at, to]: readonly [Point, Point, Point],
  colour: string,
  weight: number,
): void {
  const ringPx = 17 * weight;
  for (const end of [from, to]) {
    const length = Math.hypot(at.x - end.x, at.y - end.y);
    if (length < ringPx) continue;
    const along = { x: (at.x - end.x) / length, y: (at.y - end.y) / length };
    const reach = length - ringPx - 5 * weight;
    for (const shift of [-4 * weight, 4 * weight]) {
      const begin = { x: end.x - along.y * shift, y: end.y + along.x * shift };
      const stop = { x: begin.x + along.x * reach, y: begin.y + along.y * reach };
      stroke(context, [begin, stop], palette.ink, 6 * weight);
      stroke(context, [begin, stop], colour, 4 * weight);
    }
  }
  context.beginPath();
  context.arc(at.x, at.y, ringPx, 0, 2 * Math.PI);
  context.lineWidth = 4 * weight;
  context.strokeStyle = colour;
  context.stroke();
}

/** The direction in which a bent line is open; upward where it is straight. */
function openSide(from: Point, at: Point, to: Point): Point {
  const away = { x: at.x - (from.x + to.x) / 2, y: at.y - (from.y + to.y) / 2 };
  const length = Math.hypot(away.x, away.y);
  return length < 6 ? { x: 0, y: -1 } : { x: away.x / length, y: away.y / length };
}

function drawLabel(
  context: CanvasRenderingContext2D,
  at: Point,
  direction: Point,
  label: string,
  sizePx: number,
): void {
  const distance = sizePx * (direction.y === 0 ? 1.7 : 1.25);
  const x = at.x + direction.x * distance;
  const y = at.y + direction.y * distance;
  context.font = `600 ${String(sizePx)}px ${fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = sizePx / 5;
  context.strokeStyle = palette.ink;
  context.strokeText(label, x, y);
  context.fillStyle = palette.chalk;
  context.fillText(label, x, y);
}

function stroke(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  colour: string,
  widthPx: number,
): void {
  context.beginPath();
  points.forEach((point, i) => {
    if (i === 0) context.moveTo(point.x, point.y);
    else context.lineTo(point.x, point.y);
  });
  context.strokeStyle = colour;
  context.lineWidth = widthPx;
  context.stroke();
}

function fillDot(
  context: CanvasRenderingContext2D,
  at: Point,
  colour: string,
  radiusPx: number,
): void {
  context.beginPath();
  context.arc(at.x, at.y, radiusPx, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}
