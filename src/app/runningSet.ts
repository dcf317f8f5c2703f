import type { PoseFrame } from '../core/body/poseFrame';
import type { SetOptions } from '../core/coach/setOptions';
import type { CoachEvent, Snapshot } from '../core/coach/snapshot';
import { catalogue } from '../core/exercises/catalogue';
import type { View } from '../core/kinematics/view';
import { shiftTimes } from '../core/report/shiftTimes';
import { buildVerdict, ruleSetVersion, type Verdict } from '../core/report/verdict';
import {
  type OwnDelay,
  type SetManifest,
  type SetSource,
  setVersion,
} from '../recording/setManifest';
import type { SetRecorder } from '../recording/setRecorder';
import type { WriteErrorCode } from '../setWriter/protocol';
import { cueText } from '../text/cues';
import { unseenText } from '../text/unseen';
import { appVersion } from './appVersion';
import type { StoredCalibration } from './calibrationStore';
import type { SetResult } from './setResult';

/** What a set is recorded with. */
export interface RecordingStart {
  readonly options: SetOptions;
  readonly source: SetSource;
  readonly mirrored: boolean;
  readonly loadKg: number;
  /** The pose model and what it runs on. */
  readonly model: string;
}

interface Step {
  readonly frame: PoseFrame;
  readonly events: readonly CoachEvent[];
}

/** Poses from before the set that are kept, so that its start position can be judged again. */
const beforeSec = 30;
/** Width of a still, px: twice what the library shows. */
const stillPx = 480;

/** One set from before its beginning until it is on the disk. */
export class RunningSet {
  readonly setId = crypto.randomUUID();
  lastPicture: Promise<void> = Promise.resolve();

  #waiting: Step[] = [];
  #recorder: SetRecorder | undefined;
  #opening: Promise<void> | undefined;
  #zeroSec = 0;
  #lastSec = 0;
  readonly #views = new Map<View, number>();
  readonly #events: CoachEvent[] = [];
  #still: 'none' | 'first' | 'best' = 'none';
  /** Pictures on their way through the pose model, by their time. */
  readonly #pictures = new Map<number, VideoFrame>();

  constructor(
    private readonly start: RecordingStart,
    private readonly withVideo: boolean,
    private readonly onFailure: (code: WriteErrorCode) => void,
  ) {}

  get hasBegun(): boolean {
    return this.#opening !== undefined;
  }

  /** The set begins with this frame. */
  begin(
    zeroSec: number,
    calibration: StoredCalibration | undefined,
    personId: string | undefined,
  ): void {
    this.#zeroSec = zeroSec;
    this.#opening = this.#open(toManifest(this.start, this.setId, calibration, personId));
  }

  holdPicture(picture: VideoFrame | ImageBitmap, tSec: number): void {
    if (!this.withVideo || this.#recorder === undefined) return;
    if ('VideoFrame' in globalThis && picture instanceof VideoFrame) {
      // Two pictures may come for one moment: the first is let go of.
      this.releasePicture(tSec);
      this.#pictures.set(tSec, picture.clone());
    }
  }

  releasePicture(tSec: number): void {
    this.#pictures.get(tSec)?.close();
    this.#pictures.delete(tSec);
  }

  add(frame: PoseFrame, { view, events }: Snapshot): void {
    this.#lastSec = frame.tSec;
    this.#waiting.push({ frame, events });
    if (!this.hasBegun) {
      const firstKept = this.#waiting.findIndex(
        (step) => step.frame.tSec >= frame.tSec - beforeSec,
      );
      this.#waiting.splice(0, Math.max(0, firstKept));
      return;
    }
    this.#views.set(view, (this.#views.get(view) ?? 0) + 1);
    this.#events.push(...this.#toSetTime(events));
    this.#flush();
    this.#addPicture(frame.tSec, events);
  }

  /** @returns whether all of the set is on the disk */
  async close(
    result: SetResult,
    events: readonly CoachEvent[],
    ownDelay: OwnDelay | undefined,
  ): Promise<boolean> {
    this.#releaseAll();
    const told = this.#toSetTime(events);
    this.#events.push(...told);
    const verdict = this.#describe(result);
    await this.#opening;
    const recorder = this.#recorder;
    if (recorder === undefined) return false;
    this.#flush();
    recorder.addEvents(told);
    const { clocks, reps } = result;
    if (reps.length > 0 || clocks.goodSec + clocks.faultySec + clocks.unseenSec > 0) {
      return recorder.finish({
        ...{ format: 'hipline.setSummary', version: setVersion, verdict },
        // A file is read as fast as it can be: only before the camera does anybody wait.
        ...(this.start.source === 'camera' && ownDelay !== undefined ? { ownDelay } : {}),
      });
    }
    await this.discard();
    return false;
  }

  /** Takes away what was written. */
  async discard(): Promise<void> {
    this.#releaseAll();
    await this.#opening;
    if (this.#recorder === undefined) return;
    await this.#recorder.abandon();
    const { deleteSet } = await import('../recording/recordedSets');
    await deleteSet(this.setId);
  }

  #releaseAll(): void {
    for (const tSec of [...this.#pictures.keys()]) this.releasePicture(tSec);
  }

  #describe({ clocks, reps, faults, measures, unjudged = [] }: SetResult): Verdict {
    const durationSec = this.#lastSec - this.#zeroSec;
    return buildVerdict(
      { exercise: catalogue[this.start.options.exercise] },
      {
        tSec: durationSec,
        clocks,
        reps: this.#toSetTime(reps),
        faults: this.#toSetTime(faults),
        measures,
        unjudged,
      },
      mostFrequent(this.#views),
      durationSec,
      this.#events,
      { cue: cueText, unseen: unseenText },
    );
  }

  #toSetTime<T>(value: T): T {
    return shiftTimes(value, -this.#zeroSec);
  }

  async #open(manifest: Omit<SetManifest, 'video'>): Promise<void> {
    const { SetRecorder } = await import('../recording/setRecorder');
    const started = await SetRecorder.start({
      createWorker: () =>
        new Worker(new URL('../setWriter/worker.ts', import.meta.url), { type: 'module' }),
      manifest,
      withVideo: this.withVideo,
      onFailure: ({ code }) => this.onFailure(code),
    });
    if (!started.ok) {
      this.onFailure(started.error.code);
      return;
    }
    this.#recorder = started.value;
    this.#flush();
  }

  #flush(): void {
    const recorder = this.#recorder;
    if (recorder === undefined) return;
    for (const { frame, events } of this.#waiting) {
      recorder.addStep({ ...frame, tSec: frame.tSec - this.#zeroSec }, this.#toSetTime(events));
    }
    this.#waiting = [];
  }

  #addPicture(tSec: number, events: readonly CoachEvent[]): void {
    const picture = this.#pictures.get(tSec);
    const recorder = this.#recorder;
    if (picture === undefined || recorder === undefined) return;
    const { source } = this.start;
    const isLive = source === 'camera' || source === 'demo';
    if (isLive) recorder.addPicture(picture, tSec - this.#zeroSec);
    else this.lastPicture = recorder.addEveryPicture(picture, tSec - this.#zeroSec);
    const isBest = events.some(({ type }) => type === 'holdReached' || type === 'repEnded');
    if (this.#still === 'none' || (isBest && this.#still === 'first')) {
      this.#still = isBest ? 'best' : 'first';
      void drawStill(picture.clone()).then((image) => image && recorder.addStill(image));
    }
  }
}

function toManifest(
  { options, source, mirrored, loadKg, model }: RecordingStart,
  id: string,
  calibration: StoredCalibration | undefined,
  personId: string | undefined,
): Omit<SetManifest, 'video'> {
  return {
    format: 'hipline.set',
    version: setVersion,
    id,
    exercise: options.exercise,
    source,
    startedAtMs: Date.now(),
    options,
    loadKg,
    ...(calibration === undefined || source !== 'camera'
      ? {}
      : { calibration: { takenMs: calibration.takenMs, records: calibration.records } }),
    ...(personId === undefined ? {} : { personId }),
    mirrored,
    appVersion,
    ruleSet: ruleSetVersion,
    model,
  };
}

const mostFrequent = (views: ReadonlyMap<View, number>): View =>
  [...views].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'unknown';

/** A small image of a picture, which is closed; undefined where the browser draws none. */
async function drawStill(picture: VideoFrame): Promise<Uint8Array | undefined> {
  try {
    const { displayWidth, displayHeight } = picture;
    const scale = Math.min(1, stillPx / displayWidth);
    const canvas = new OffscreenCanvas(
      Math.round(displayWidth * scale),
      Math.round(displayHeight * scale),
    );
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    // The graphics processor was taken away: the set goes on without a still.
    return undefined;
  } finally {
    picture.close();
  }
}
