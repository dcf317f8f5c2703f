import { ALL_FORMATS, CanvasSink, Input } from 'mediabunny';
import { fail, type Result, succeed } from '../core/result';
import { openFileSource } from './fileSource';
import type { SourceError } from './frameSource';

/** A video of which single pictures can be seen before it is judged. */
export interface VideoPreview {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lengthSec: number;
  /** Draws the picture that stands at a time, seconds from the first one, over the whole canvas. */
  readonly draw: (tSec: number, onto: HTMLCanvasElement) => Promise<void>;
  /** Lets go of the file. */
  readonly dispose: () => void;
}

/** Width of a preview's pictures, px. */
const previewPx = 640;

/** Opens a video of any container and rotation that the app can judge. */
export async function openVideoPreview(file: Blob): Promise<Result<VideoPreview, SourceError>> {
  const input = new Input({ source: openFileSource(file), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null) {
      input.dispose();
      return fail({ code: 'notAVideo', detail: 'no video track' });
    }
    if (!(await track.canDecode())) {
      const detail = `codec ${(await track.getCodec()) ?? 'unknown'}`;
      input.dispose();
      return fail({ code: 'codecUnsupported', detail });
    }
    const [widthPx, heightPx, firstSec, endSec] = await Promise.all([
      track.getDisplayWidth(),
      track.getDisplayHeight(),
      track.getFirstTimestamp(),
      track.computeDuration(),
    ]);
    const sink = new CanvasSink(track, { width: previewPx });
    return succeed({
      widthPx,
      heightPx,
      lengthSec: Math.max(0, endSec - firstSec),
      draw: async (tSec, onto) => {
        const found = await sink.getCanvas(firstSec + tSec);
        if (found === null) return;
        onto.width = found.canvas.width;
        onto.height = found.canvas.height;
        onto.getContext('2d')?.drawImage(found.canvas, 0, 0);
      },
      dispose: () => {
        input.dispose();
      },
    });
  } catch (thrown) {
    input.dispose();
    return fail({ code: 'notAVideo', detail: String(thrown) });
  }
}
