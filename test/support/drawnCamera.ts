import type { BrowserContext, Page } from '@playwright/test';

/** A camera as it may be: any size and rate, turned, and whatever stands before it. */
export interface DrawnCamera {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps: number;
  /** How far the picture is turned clockwise. */
  readonly turnDeg: number;
  /** `poster`: a small person on the wall; `mirror`: the athlete once more, turned over, behind. */
  readonly show: 'athlete' | 'nobody' | 'poster' | 'mirror';
}

export const plainCamera: DrawnCamera = {
  ...{ widthPx: 640, heightPx: 480, fps: 30, turnDeg: 0, show: 'athlete' },
};

/** What a story does to the drawn camera. */
interface CameraHandle {
  setup: DrawnCamera;
  track: MediaStreamTrack | undefined;
}

/**
 * Puts a drawn camera in the place of the real one, which Chromium has in one size only. It shows
 * the first picture of the demo clip: an athlete who lies on the back.
 */
export const prepareDrawnCamera = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript((first: DrawnCamera) => {
    if (!isSecureContext || location.protocol === 'about:') return;
    const handle: CameraHandle = { setup: first, track: undefined };
    Object.assign(window, { drawnCamera: handle });
    const loadAthlete = async (): Promise<ImageBitmap> => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = 'demo/bridge.webm';
      // A video may play before it has a picture to give.
      const presented = new Promise((done) => video.requestVideoFrameCallback(done));
      await video.play();
      await presented;
      video.pause();
      return createImageBitmap(video);
    };
    const draw = (pen: CanvasRenderingContext2D, athlete: ImageBitmap): void => {
      const { widthPx, heightPx, turnDeg, show } = handle.setup;
      pen.resetTransform();
      pen.fillStyle = '#777';
      pen.fillRect(0, 0, widthPx, heightPx);
      if (show === 'nobody') return;
      pen.translate(widthPx / 2, heightPx / 2);
      pen.rotate((turnDeg * Math.PI) / 180);
      const isUpright = turnDeg % 180 === 0;
      const [across, down] = isUpright ? [widthPx, heightPx] : [heightPx, widthPx];
      const scale = Math.min(across / athlete.width, down / athlete.height);
      const [width, height] = [athlete.width * scale, athlete.height * scale];
      pen.drawImage(athlete, -width / 2, -height / 2, width, height);
      if (show === 'poster') pen.drawImage(athlete, -width / 2, -height / 2, width / 5, height / 5);
      if (show === 'mirror') {
        pen.scale(-1, 1);
        pen.drawImage(athlete, -width / 2, -height / 2, width / 2, height / 2);
      }
    };
    navigator.mediaDevices.getUserMedia = async () => {
      const athlete = await loadAthlete();
      const canvas = document.createElement('canvas');
      canvas.width = handle.setup.widthPx;
      canvas.height = handle.setup.heightPx;
      const pen = canvas.getContext('2d')!;
      const stream = canvas.captureStream(handle.setup.fps);
      draw(pen, athlete);
      const timer = setInterval(() => draw(pen, athlete), 1000 / handle.setup.fps);
      const track = stream.getVideoTracks()[0]!;
      const stop = track.stop.bind(track);
      track.stop = () => {
        clearInterval(timer);
        stop();
      };
      handle.track = track;
      return stream;
    };
  }, plainCamera);

/** Changes the camera that is opened next. */
export const setCamera = (page: Page, setup: Partial<DrawnCamera>): Promise<void> =>
  page.evaluate(
    (changed) => {
      (window as unknown as { drawnCamera: CameraHandle }).drawnCamera.setup = changed;
    },
    { ...plainCamera, ...setup },
  );

/** What the system does to the camera's track. */
export const tellTrack = (page: Page, event: 'mute' | 'unmute' | 'ended'): Promise<void> =>
  page.evaluate((event) => {
    const handle = (window as unknown as { drawnCamera: CameraHandle }).drawnCamera;
    if (event === 'ended') handle.track?.stop();
    handle.track?.dispatchEvent(new Event(event));
  }, event);
