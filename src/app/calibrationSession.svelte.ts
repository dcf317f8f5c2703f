import type { FrameSource, SourceFrame } from '../camera/frameSource';
import {
  type CalibrationRun,
  type CalibrationSnapshot,
  type CalibrationStepId,
  isRefusal,
  listCalibrationSteps,
  skipCalibrationStep,
  startCalibration,
  stepCalibration,
} from '../core/coach/calibration';
import { readPaceNeeds } from '../core/coach/trackingNeeds';
import type { BeltColours } from '../core/kinematics/belt';
import { catalogue } from '../core/exercises/catalogue';
import { calibrationStepText, calibrationText, describeLack } from '../text/calibration';
import type { Voice } from '../voice/voice';
import type { StoredCalibration } from './calibrationStore';
import type { AppError } from './errors';
import type { openSource } from './openSource';
import type { Tracker } from './tracker';

/** What a calibration works with. */
export interface CalibrationRoom {
  readonly tracker: Tracker;
  readonly voice: Pick<Voice, 'speak' | 'play'>;
  readonly open: () => ReturnType<typeof openSource>;
  readonly nowMs: () => number;
  /** The colours of the bands; undefined where none are worn. */
  readonly belt: BeltColours | undefined;
  /** Called once with what was read; returns whether it is kept longer than the page. */
  readonly keep: (calibration: StoredCalibration) => boolean;
}

/** One calibration from the opening of the camera to what is kept of it. */
export class CalibrationSession {
  /** What is asked for, in its order. */
  readonly steps: readonly CalibrationStepId[];
  source = $state.raw<FrameSource | undefined>();
  snapshot = $state.raw<CalibrationSnapshot | undefined>();
  error = $state.raw<AppError | undefined>();
  isDone = $state(false);
  /** The browser refused to keep what was read. */
  isUnkept = $state(false);

  #run: CalibrationRun | undefined;
  #stopSource: (() => void) | undefined;
  #isBusy = false;
  #isDisposed = false;

  constructor(private readonly room: CalibrationRoom) {
    this.steps = listCalibrationSteps(room.belt !== undefined);
  }

  /** Opens the camera, loads the model and begins with the first position. */
  async begin(): Promise<void> {
    this.error = undefined;
    const opened = await this.room.open();
    if (!opened.ok) {
      this.error = opened.error;
      return;
    }
    const loaded = await this.room.tracker.load('full', readPaceNeeds(catalogue.gluteBridge));
    const { belt } = this.room;
    const started = loaded.ok
      ? await this.room.tracker.startRecording({
          outline: false,
          lies: false,
          ...(belt && { belt }),
        })
      : loaded;
    const stop = opened.value.start({
      onFrame: (frame) => this.#give(frame),
      onEnd: () => this.#finish(),
      onError: (error) => {
        this.error = error;
      },
    });
    if (this.#isDisposed || !started.ok) {
      stop();
      if (!started.ok) this.error = started.error;
      return;
    }
    this.#stopSource = stop;
    this.source = opened.value;
    this.#run = startCalibration(opened.value.format, belt !== undefined);
    this.#ask(0);
  }

  /** Goes on to the next position. */
  skip(): void {
    if (this.#run === undefined || this.isDone) return;
    skipCalibrationStep(this.#run);
    if (this.#run.todo.length === 0) this.#finish();
    else this.#ask(this.#lastSec);
  }

  /** Something failed outside of the session's own calls. */
  report(error: AppError): void {
    this.error = error;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stopSource?.();
    this.#stopSource = undefined;
    this.source = undefined;
  }

  #lastSec = 0;

  async #give(frame: SourceFrame): Promise<void> {
    if (frame.kind === 'pose') return;
    // A frame that comes while one is looked at is not needed: the next is as good.
    if (this.#isBusy || this.isDone || this.#run === undefined) {
      frame.picture.close();
      return;
    }
    this.#isBusy = true;
    const { picture, tSec, widthPx, heightPx } = frame;
    const found = await this.room.tracker.detect({ picture, tSec, widthPx, heightPx });
    this.#isBusy = false;
    if (this.#isDisposed) return;
    if (!found.ok) {
      this.error = found.error;
      return;
    }
    this.#lastSec = tSec;
    const [before] = this.#run.todo;
    const lackBefore = this.snapshot?.lack;
    this.snapshot = stepCalibration(this.#run, found.value);
    const { step, lack } = this.snapshot;
    if (step === before) {
      if (step !== undefined && isRefusal(lack) && lack !== lackBefore)
        this.room.voice.speak(describeLack(step, lack), tSec);
      return;
    }
    this.room.voice.play('rep', tSec);
    if (step === undefined) this.#finish();
    else this.#ask(tSec);
  }

  #ask(tSec: number): void {
    const step = this.#run?.todo[0];
    if (step !== undefined) this.room.voice.speak(calibrationStepText[step].ask, tSec);
  }

  #finish(): void {
    if (this.isDone) return;
    this.isDone = true;
    this.#stopSource?.();
    this.#stopSource = undefined;
    const records = this.#run?.records ?? [];
    const words = records.length > 0 ? calibrationText.done : calibrationText.nothing;
    this.room.voice.speak(words, this.#lastSec);
    if (records.length === 0) return;
    const calibration = { version: 1, takenMs: this.room.nowMs(), records } as const;
    this.isUnkept = !this.room.keep(calibration);
  }
}
