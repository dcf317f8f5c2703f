import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { BandLine } from '../../src/core/body/poseFrame';
import { drawClipBar, readBarTruth } from './clipBar';
import { readClipTruth } from './clipTruth';
import { clipPath, type ClipName } from './fakeCamera';

/** Colours that nothing else in the clips has. */
export const bandColours = { ribs: '#ff2bd0', pelvis: '#21e6ff' } as const;
export const barColour = '#ff2bd0';

/** A place in the picture, px. */
export interface Place {
  readonly xPx: number;
  readonly yPx: number;
}

/** A stripe on the athlete, by frames of the clip: as it is worn, and as a story changes it. */
interface Strip {
  readonly name: string;
  readonly colour: string;
  readonly worn: readonly BandLine[];
  readonly changed: readonly BandLine[];
}

interface WornClip {
  readonly src: string;
  readonly tSec: readonly number[];
  readonly strips: readonly Strip[];
}

/** What a story does to the athlete before the camera. */
interface WornHandle {
  /** Shifts about unless the picture is to be pressed: who is not still begins no set. */
  isRestless: boolean;
  /** How far the strips have gone from as they are worn to as they are changed, 0..1. */
  share: number;
  /** The athlete goes on to this moment of the clip and stays there. */
  untilSec: number;
  /** Middle of each strip in the picture as it is shown. */
  places: Record<string, Place>;
}

/** A moment of the demo clip's first hold, and of the bridge on one leg. */
export const heldSec = 2.6;
export const heldOnOneLegSec = 4;
/** How far the bands are turned toward each other, and how far the bar dips, degrees. */
const bentDeg = 20;
const dipDeg = 14;

/** Two bands round the trunk of the demo clip's athlete, drawn where its truth has it. */
function readBandedClip(): WornClip {
  const { tSec, joints2dPx } = readClipTruth('bridge_side_drop_female');
  const middle = (joint: 'Hip' | 'Shoulder', n: number): readonly [number, number] => {
    const [left, right] = [joints2dPx[`left${joint}`]?.[n], joints2dPx[`right${joint}`]?.[n]];
    if (left === undefined || right === undefined) throw new Error('the clip has no truth');
    return [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  };
  /** A stripe across the lying trunk, its end at the belly turned by an angle toward the head. */
  const lineAt = (n: number, station: number, turnDeg: number): BandLine => {
    const [hip, shoulder] = [middle('Hip', n), middle('Shoulder', n)];
    const [dx, dy] = [shoulder[0] - hip[0], shoulder[1] - hip[1]];
    const [xPx, yPx] = [hip[0] + station * dx, hip[1] + station * dy];
    const turn = (turnDeg * Math.PI) / 180;
    // Across the trunk, upward in the picture: whoever lies on the back has the belly there.
    const up = dx > 0 ? 1 : -1;
    const x = 0.17 * (up * dy * Math.cos(turn) + dx * Math.sin(turn));
    const y = 0.17 * (-up * dx * Math.cos(turn) + dy * Math.sin(turn));
    return [xPx - x, yPx - y, xPx + x, yPx + y];
  };
  const strip = (name: keyof typeof bandColours, station: number, sense: 1 | -1): Strip => ({
    name,
    colour: bandColours[name],
    worn: tSec.map((_, n) => lineAt(n, station, 0)),
    changed: tSec.map((_, n) => lineAt(n, station, (sense * bentDeg) / 2)),
  });
  const strips = [strip('ribs', 0.58, 1), strip('pelvis', 0.06, -1)];
  return { src: 'demo/bridge.webm', tSec, strips };
}

/** A bar across the pelvis of the athlete on one leg, as the clip's own camera would show it. */
function readBarredClip(): WornClip {
  const truth = readBarTruth();
  const lines = (deg: number): BandLine[] => truth.tSec.map((_, n) => drawClipBar(truth, n, deg));
  const bar = { name: 'bar', colour: barColour, worn: lines(0), changed: lines(dipDeg) };
  return { src: 'clip.webm', tSec: truth.tSec, strips: [bar] };
}

/** The demo clip's athlete with two bands round the trunk. */
export const prepareBandedCamera = (context: BrowserContext): Promise<unknown> =>
  prepareWornCamera(context, readBandedClip());

/** An athlete on one leg with a bar across the pelvis. */
export async function prepareBarredCamera(context: BrowserContext, clip: ClipName): Promise<void> {
  await context.route('**/clip.webm', (route) =>
    route.fulfill({ path: clipPath(clip), contentType: 'video/webm' }),
  );
  await prepareWornCamera(context, readBarredClip());
}

/**
 * A drawn camera that shows the athlete of a clip with what they wear. The body moves only as the
 * story lets it, and the strips change by themselves.
 */
const prepareWornCamera = (context: BrowserContext, worn: WornClip): Promise<unknown> =>
  context.addInitScript((clip: WornClip) => {
    if (!isSecureContext || location.protocol === 'about:') return;
    const [width, height] = [640, 480];
    const handle: WornHandle = { isRestless: true, share: 0, untilSec: 0, places: {} };
    Object.assign(window, { wornCamera: handle });

    const drawStrip = (pen: CanvasRenderingContext2D, n: number, strip: Strip): Place => {
      const changed = strip.changed[n]!;
      const mix = strip.worn[n]!.map((at, k) => at + handle.share * (changed[k]! - at));
      const [x1, y1, x2, y2] = mix as [number, number, number, number];
      pen.strokeStyle = strip.colour;
      pen.lineWidth = 9;
      pen.beginPath();
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
      pen.stroke();
      return { xPx: (x1 + x2) / 2, yPx: (y1 + y2) / 2 };
    };

    navigator.mediaDevices.getUserMedia = async () => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = clip.src;
      await video.play();
      video.pause();
      video.currentTime = 0;
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const pen = canvas.getContext('2d')!;
      const draw = (): void => {
        const isThere = video.currentTime >= handle.untilSec;
        if (isThere) video.pause();
        else if (video.paused) void video.play();
        const n = Math.max(
          0,
          clip.tSec.findLastIndex((t) => t <= video.currentTime),
        );
        const isAsked = document.querySelector('[data-testid="picture-press"]') !== null;
        const isShifting = handle.isRestless && !isAsked;
        const left = isShifting ? 40 * Math.sin(performance.now() / 300) : 0;
        pen.setTransform(1, 0, 0, 1, left, 0);
        pen.drawImage(video, 0, 0, width, height);
        for (const strip of clip.strips) {
          const { xPx, yPx } = drawStrip(pen, n, strip);
          handle.places[strip.name] = { xPx: left + xPx, yPx };
        }
        pen.resetTransform();
      };
      const stream = canvas.captureStream(30);
      draw();
      const timer = setInterval(draw, 33);
      const track = stream.getVideoTracks()[0]!;
      const stop = track.stop.bind(track);
      track.stop = () => {
        clearInterval(timer);
        stop();
      };
      return stream;
    };
  }, worn);

/** Changes what the athlete before the camera does. */
export const changeAthlete = (
  page: Page,
  change: Partial<Pick<WornHandle, 'isRestless' | 'share' | 'untilSec'>>,
): Promise<void> =>
  page.evaluate((changed) => {
    Object.assign((window as unknown as { wornCamera: WornHandle }).wornCamera, changed);
  }, change);

/** Where a strip is once the athlete has come to rest, which takes the camera one picture. */
async function readStill(page: Page, strip: string): Promise<Place> {
  let last: Place | undefined;
  await expect(async () => {
    const before = last;
    last = await page.evaluate(
      (name) => (window as unknown as { wornCamera: WornHandle }).wornCamera.places[name],
      strip,
    );
    expect(last).toEqual(before);
  }).toPass();
  if (last === undefined) throw new Error('no such strip is drawn');
  return last;
}

/** The place of a strip in the mirrored picture, in px of the box it is shown whole in, and its size. */
export async function placeInBox(page: Page, strip: string) {
  const { xPx, yPx } = await readStill(page, strip);
  const box = await page.getByTestId('picture-press').boundingBox();
  if (box === null) throw new Error('no picture is to be pressed');
  const scale = Math.min(box.width / 640, box.height / 480);
  const x = box.width / 2 + scale * (320 - xPx);
  const y = box.height / 2 + scale * (yPx - 240);
  return { x, y, width: box.width, height: box.height };
}

/** Presses on a strip in the picture. */
export async function pressStrip(page: Page, strip: string): Promise<void> {
  const { x, y } = await placeInBox(page, strip);
  await page.getByTestId('picture-press').click({ position: { x, y } });
}

/** How far a colour is from another, largest of its three parts, 0..255. */
export const colourDistance = (a: string, b: string): number =>
  Math.max(
    ...[1, 3, 5].map((at) =>
      Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)),
    ),
  );
