import {
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
} from 'mediabunny';
import type { PoseFrame } from '../core/body/poseFrame';
import { bones } from '../core/body/skeleton';
import type { Trace } from '../core/trace/trace';
import { readSetTrace } from './recordedSets';
import { findVideoKind, type VideoKind } from './videoTrack';
import { stillPx } from './videoStill';

/** A video of the body as lines, with the times of the set's poses. */
export interface SkeletonVideo {
  readonly file: VideoKind['file'];
  readonly video: Uint8Array;
  readonly still: Uint8Array | undefined;
}

/** Longest side of the picture, px: lines need no more. */
const sidePxMost = 960;
/** Joints of which the model is less sure are left out. */
const scoreLeast = 0.3;
const ground = '#0f1215';
const line = '#f3f0e8';

/** Draws nothing but the body: no background, no face. */
function drawBody(
  context: OffscreenCanvasRenderingContext2D,
  { image }: PoseFrame,
  scale: number,
): void {
  const { width, height } = context.canvas;
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  if (image === undefined) return;
  context.strokeStyle = line;
  context.lineWidth = Math.max(2, height / 160);
  context.lineCap = 'round';
  context.beginPath();
  for (const [from, to] of bones) {
    const [a, b] = [image[from], image[to]];
    if (a === undefined || b === undefined || Math.min(a.score, b.score) < scoreLeast) continue;
    context.moveTo(a.xPx * scale, a.yPx * scale);
    context.lineTo(b.xPx * scale, b.yPx * scale);
  }
  context.stroke();
}

const toEven = (px: number): number => Math.max(2, 2 * Math.round(px / 2));

/**
 * A video drawn from the poses of a set, so that a movement can be shown without a picture of
 * anybody. Its pictures have the times of the poses.
 * @returns undefined where the set has no poses or the browser encodes no video
 */
export async function drawSkeletonVideo(setId: string): Promise<SkeletonVideo | undefined> {
  const trace = await readSetTrace(setId);
  if (trace === undefined) return undefined;
  const { widthPx, heightPx } = trace.header;
  const scale = Math.min(1, sidePxMost / Math.max(widthPx, heightPx));
  const canvas = new OffscreenCanvas(toEven(widthPx * scale), toEven(heightPx * scale));
  const kind = await findVideoKind(canvas.width, canvas.height);
  const context = canvas.getContext('2d');
  if (kind === undefined || context === null) return undefined;
  return encode(trace, kind, context, scale);
}

async function encode(
  { frames }: Trace,
  kind: VideoKind,
  context: OffscreenCanvasRenderingContext2D,
  scale: number,
): Promise<SkeletonVideo> {
  const target = new BufferTarget();
  const output = new Output({
    format: kind.codec === 'avc' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(context.canvas, {
    codec: kind.codec,
    quality: new Quality('medium'),
    keyFrameInterval: 1,
  });
  output.addVideoTrack(source);
  await output.start();
  const within = frames.filter(({ tSec }) => tSec >= 0);
  let lastSec = -Infinity;
  let still: Uint8Array | undefined;
  for (const [i, frame] of within.entries()) {
    if (frame.tSec <= lastSec) continue;
    lastSec = frame.tSec;
    drawBody(context, frame, scale);
    await source.add(frame.tSec, (within[i + 1]?.tSec ?? frame.tSec + 1 / 30) - frame.tSec);
    if (i === within.length >> 1) still = await takePicture(context.canvas);
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('a finished video has no bytes');
  return { file: kind.file, video: new Uint8Array(target.buffer), still };
}

async function takePicture(canvas: OffscreenCanvas): Promise<Uint8Array> {
  const small = new OffscreenCanvas(stillPx, Math.round((stillPx * canvas.height) / canvas.width));
  small.getContext('2d')?.drawImage(canvas, 0, 0, small.width, small.height);
  const blob = await small.convertToBlob({ type: 'image/webp' });
  return new Uint8Array(await blob.arrayBuffer());
}
