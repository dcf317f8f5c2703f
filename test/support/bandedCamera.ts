import type { BrowserContext, Page } from '@playwright/test';
import { readClipTruth } from './clipTruth';

/** Colours that nothing else in the clip has. */
export const bandColours = { ribs: '#ff2bd0', pelvis: '#21e6ff' } as const;

/** A place in the picture, px. */
export interface Place {
  readonly xPx: number;
  readonly yPx: number;
}

/** What a story does to the athlete before the camera. */
interface BandedHandle {
  /** Shifts about unless the picture is to be pressed: who is not still begins no set. */
  isRestless: boolean;
  /** How far the bands are turned toward each other, degrees: more lordosis. */
  bentDeg: number;
  /** The athlete goes on to this moment of the clip and stays there. */
  untilSec: number;
  /** Middle of each band in the picture as it is shown. */
  places: Readonly<Record<keyof typeof bandColours, Place>>;
}

interface BandedClip {
  readonly colours: typeof bandColours;
  readonly tSec: readonly number[];
  readonly hip: readonly Place[];
  readonly shoulder: readonly Place[];
}

/** A moment of the demo clip's first hold. */
export const heldSec = 2.6;

function readBandedClip(): BandedClip {
  const { tSec, joints2dPx } = readClipTruth('bridge_side_drop_female');
  const middle = (joint: 'Hip' | 'Shoulder'): Place[] =>
    tSec.map((_, n) => {
      const [left, right] = [joints2dPx[`left${joint}`]?.[n], joints2dPx[`right${joint}`]?.[n]];
      if (left === undefined || right === undefined) throw new Error('the clip has no truth');
      return { xPx: (left[0] + right[0]) / 2, yPx: (left[1] + right[1]) / 2 };
    });
  return { colours: bandColours, tSec, hip: middle('Hip'), shoulder: middle('Shoulder') };
}

/**
 * A drawn camera that shows the athlete of the demo clip with two bands round the trunk, drawn where
 * the clip's truth has it. The body moves only as the story lets it, and the bands turn by themselves.
 */
export const prepareBandedCamera = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript((clip: BandedClip) => {
    if (!isSecureContext || location.protocol === 'about:') return;
    const [width, height] = [640, 480];
    const nowhere = { xPx: 0, yPx: 0 };
    const handle: BandedHandle = {
      isRestless: true,
      bentDeg: 0,
      untilSec: 0,
      places: { ribs: nowhere, pelvis: nowhere },
    };
    Object.assign(window, { bandedCamera: handle });

    /** A stripe across the lying trunk, its end at the belly turned by an angle toward the head. */
    const drawBand = (pen: CanvasRenderingContext2D, n: number, band: 'ribs' | 'pelvis'): Place => {
      const [hip, shoulder] = [clip.hip[n]!, clip.shoulder[n]!];
      const [dx, dy] = [shoulder.xPx - hip.xPx, shoulder.yPx - hip.yPx];
      const lengthPx = Math.hypot(dx, dy);
      const [station, sense] = band === 'ribs' ? [0.58, 1] : [0.06, -1];
      const middle = { xPx: hip.xPx + station * dx, yPx: hip.yPx + station * dy };
      const bent = (sense * handle.bentDeg * Math.PI) / 360;
      // Across the trunk, upward in the picture: whoever lies on the back has the belly there.
      const up = dx > 0 ? 1 : -1;
      const across = { x: (up * dy) / lengthPx, y: (-up * dx) / lengthPx };
      const reach = 0.17 * lengthPx;
      const x = reach * (across.x * Math.cos(bent) + (dx / lengthPx) * Math.sin(bent));
      const y = reach * (across.y * Math.cos(bent) + (dy / lengthPx) * Math.sin(bent));
      pen.strokeStyle = clip.colours[band];
      pen.lineWidth = 9;
      pen.beginPath();
      pen.moveTo(middle.xPx - x, middle.yPx - y);
      pen.lineTo(middle.xPx + x, middle.yPx + y);
      pen.stroke();
      return middle;
    };

    navigator.mediaDevices.getUserMedia = async () => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = 'demo/bridge.webm';
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
        const toShown = ({ xPx, yPx }: Place): Place => ({
          xPx: left + xPx,
          yPx,
        });
        handle.places = {
          ribs: toShown(drawBand(pen, n, 'ribs')),
          pelvis: toShown(drawBand(pen, n, 'pelvis')),
        };
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
  }, readBandedClip());

/** Changes what the athlete before the camera does. */
export const changeAthlete = (
  page: Page,
  change: Partial<Pick<BandedHandle, 'isRestless' | 'bentDeg' | 'untilSec'>>,
): Promise<void> =>
  page.evaluate((changed) => {
    Object.assign((window as unknown as { bandedCamera: BandedHandle }).bandedCamera, changed);
  }, change);

/** Where the bands are in the picture now. */
export const readBandPlaces = (page: Page): Promise<BandedHandle['places']> =>
  page.evaluate(() => (window as unknown as { bandedCamera: BandedHandle }).bandedCamera.places);
