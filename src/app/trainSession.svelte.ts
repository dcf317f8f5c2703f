import type { FrameSource, SourceFrame, SourceHandlers } from '../camera/frameSource';
import { isDark, type Stage, stages } from '../core/coach/feedback';
import type { OwnReferences } from '../core/coach/ownReferences';
import type { SetOptions } from '../core/coach/setOptions';
import { readPaceNeeds } from '../core/coach/trackingNeeds';
import type { RepSummary, Snapshot } from '../core/coach/snapshot';
import { catalogue } from '../core/exercises/catalogue';
import type { CameraSides } from '../core/coach/legLift';
import { findEasier } from '../core/programme/easing';
import type { Person } from '../core/programme/person';
import { describeEasier, easingText } from '../text/easing';
import type { BackNeutral } from '../core/kinematics/backNeutral';
import { type ExerciseId, findNextPass } from '../core/exercises/exercise';
import type { JudgeOptions } from '../core/report/judgeTrace';
import type { Outcome, StepResult } from '../pose/protocol';
import { exerciseText } from '../text/exercises';
import type { StoredCalibration } from './calibrationStore';
import { breakText, describeMeasured } from '../text/questions';
import { spokenText } from '../text/spoken';
import type { Diagnostics } from './diagnostics.svelte';
import { noteError } from './errorLog';
import { type AppError, errorTable } from './errors';
import { noteCameraSides, readCameraSides } from './cameraSides';
import { EaseOffer } from './easeOffer.svelte';
import { HoldEstimates } from './holdEstimates.svelte';
import { JudgeProgress } from './judgeProgress.svelte';
import { openSource } from './openSource';
import { buildSetOptions } from './setOptions';
import { createSetClock, type SetClock } from './setClock';
import { joinParts, type SetResult } from './setResult';
import { type Settings, toRuleChanges } from './settings.svelte';
import { PictureCheck } from './pictureCheck.svelte';
import { isStrained } from './strain';
import { type SequenceRoom, SetSequence } from './setSequence.svelte';
import { holdCamera } from './singleTab';
import { SetRecording } from './setRecording.svelte';
import type { Tracker } from './tracker';
import type { TrainingLog } from './trainingLog.svelte';
import { isTraining, partOf, type TrainRequest } from './trainRequest';
import type { OwnDelay } from '../recording/setManifest';
import type { Voice } from '../voice/voice';
import type { VoiceCoach } from './voiceCoach';
import { startWakeLock } from './wakeLock';

/** What a session works with; made once per page. */
export interface TrainRoom {
  readonly tracker: Tracker;
  readonly diagnostics: Diagnostics;
  readonly settings: Settings;
  readonly log: TrainingLog;
  readonly voice: Pick<Voice, 'speak' | 'play'>;
  /** Seconds of a clock that never runs backwards. */
  readonly now: () => number;
  /** Told of each set that has been finished and answered by the athlete. */
  readonly onSet?: NonNullable<SequenceRoom['onSet']>;
  readonly createVoiceCoach: (stage: Stage) => VoiceCoach;
  /** Body and kit of who trains: an easier version depends on them. */
  readonly readPerson: () => Person;
  /** What is known of the athlete in front of the camera. */
  readonly readOwn: (exercise: ExerciseId) => OwnReferences;
  /** Keeps the neutral back that a set in front of the camera has found. */
  readonly keepNeutral: (exercise: ExerciseId, neutral: BackNeutral) => void;
  readonly readCalibration: () => StoredCalibration | undefined;
  /** Who trains, as the device knows them. */
  readonly readPersonId: () => string | undefined;
  /** What the app's own way from picture to screen and sound takes now. */
  readonly readOwnDelay: () => OwnDelay | undefined;
  /** A recorded set has been kept, or something was written beside it. */
  readonly onKept: (setId: string) => void;
}

/** Who or what has stopped the frames: a press, a page that is not seen, a call that has the sound. */
export type PausedBy = 'athlete' | 'hidden' | 'sound';

/** Where a session stands; `between` two sets, or asked after the last. The set's own phase is in its snapshot. */
export type TrainStage = 'opening' | 'loading' | 'running' | 'between' | 'ended';

/** A session from the opening of its source over its sets to the summary. */
export class TrainSession {
  stage = $state<TrainStage>('opening');
  source = $state.raw<FrameSource | undefined>();
  snapshot = $state.raw<Snapshot | undefined>();
  error = $state.raw<AppError | undefined>();
  pausedBy = $state<PausedBy | undefined>();
  /** A smaller model than the chosen one judges, as that one is not to be had now. */
  isSmallerModel = $state(false);
  readonly pictures: PictureCheck;
  readonly progress = new JudgeProgress();
  /** The hold or rep in the dark that the athlete asked to see. */
  #askedN: number | undefined;
  #askedCount = 0;
  /** Parts of the session before this one: earlier sets, and before tracking had to start anew. */
  #earlier = $state.raw<readonly Snapshot[]>([]);
  /** The parts from here on are of the set that runs. */
  #setFrom = 0;
  readonly sets: SetSequence;
  /** A rest and an easier version, offered after three poor ones. */
  readonly ease: EaseOffer;
  readonly recording: SetRecording;
  /** What is told of the holds of the set that runs. */
  estimates = $state.raw(new HoldEstimates());

  readonly #clock: SetClock;
  #coach: VoiceCoach | undefined;
  #stopSource: (() => void) | undefined;
  /** Lets go of a source that was opened and whose frames were never asked for: its light is on. */
  #closeUnstarted: (() => void) | undefined;
  #stopWakeLock: (() => void) | undefined;
  /** Told when the set was ended by hand, after its last frame. */
  #lastEvents: Snapshot['events'] = [];
  #letGo: (() => void) | undefined;
  /** Grows with each opening and at the end: what began under another number is over. */
  #generation = 0;
  #isDisposed = false;

  constructor(
    readonly request: TrainRequest,
    private readonly room: TrainRoom,
  ) {
    this.#clock = createSetClock(request.kind === 'camera' ? asleepAfterSec : Infinity);
    this.recording = new SetRecording(room);
    this.sets = new SetSequence(request, {
      ...room,
      onLogged: (answers) => void this.recording.keepAnswers(answers),
      onSet: (set) => {
        const { keptId } = this.recording;
        room.onSet?.(keptId === undefined ? set : { ...set, recording: keptId });
      },
    });
    this.pictures = new PictureCheck(room.voice);
    this.ease = new EaseOffer(() =>
      findEasier(request.exercise, this.sets.plannedDose, this.sets.form, room.readPerson()),
    );
  }

  /** What the athlete's set is measured against; nothing where somebody else is in the picture. */
  get own(): OwnReferences {
    return this.request.kind === 'camera' ? this.room.readOwn(this.request.exercise) : {};
  }

  /** Holds or reps that a set is to have. */
  get dose(): number {
    return this.sets.dose;
  }

  /** Seconds a hold lasts; undefined where the exercise counts reps. */
  get targetSec(): number | undefined {
    return this.sets.targetSec;
  }

  /** Holds or reps of the set that runs. */
  get reps(): readonly RepSummary[] {
    return this.#join(this.#setFrom).reps;
  }

  /** The place of the laptop that this set is for, from 0. */
  get pass(): number {
    return this.request.options.pass ?? 0;
  }

  /** The other place that shows what this set could not; undefined where there is none. */
  get nextPass(): number | undefined {
    const { unjudged } = this.result;
    return findNextPass(catalogue[this.request.exercise], this.pass, unjudged ?? []);
  }

  /** The session so far, all of its parts together. */
  get result(): SetResult {
    return this.#join(0);
  }

  /** How a set of this session is judged, to be judged so again. */
  get judgeOptions(): Partial<JudgeOptions> {
    return {
      exercise: this.request.exercise,
      changes: toRuleChanges(this.room.settings.data),
      ...(this.room.settings.data.archAlert ? {} : { archAlert: false }),
      ...(this.targetSec === undefined ? {} : { targetSec: this.targetSec }),
      ...this.own,
    };
  }

  /** Something of the set is worth a summary. */
  get hasResult(): boolean {
    const { clocks, reps } = this.result;
    return reps.length > 0 || clocks.goodSec + clocks.faultySec + clocks.unseenSec > 0;
  }

  /** Somebody is before the camera now, or is played as if they were: what stops them stops the set. */
  get isLive(): boolean {
    return this.source?.realTime === true || isTraining(this.request);
  }

  /** Opens the source, loads the model and begins to judge. */
  async begin(): Promise<void> {
    const generation = this.#leaveSource();
    this.error = undefined;
    this.stage = 'opening';
    const { kind, exercise, file } = this.request;
    const { cameraId } = this.room.settings.data;
    this.#holdCamera();
    const opened = await openSource(kind, exercise, file, cameraId, partOf(this.request));
    if (generation !== this.#generation) {
      if (opened.ok) opened.value.start(silentHandlers)();
      return;
    }
    if (!opened.ok) {
      this.#fail(opened.error);
      return;
    }
    if (opened.value.exercise !== undefined && opened.value.exercise !== exercise) {
      const { name } = exerciseText[opened.value.exercise];
      this.#fail({ code: 'wrongExercise', detail: name });
      return;
    }
    this.source = opened.value;
    this.#closeUnstarted = () => opened.value.start(silentHandlers)();
    await this.#load(opened.value, generation);
  }

  /** Starts the set at once, without waiting for the framing checks. */
  async startNow(): Promise<void> {
    if (this.source === undefined || this.snapshot?.setPhase === 'active') return;
    const options = this.#setOptions(this.source, 'now');
    const started = await this.room.tracker.startSet(options, this.#readSides(options));
    if (!started.ok) this.#fail(started.error);
    else this.#openRecording(this.source, options);
  }

  /** What is worn has another colour now: the set that has not begun yet is to follow it. */
  async useColours(): Promise<void> {
    const phase = this.snapshot?.setPhase;
    if (this.source === undefined || phase === 'active' || phase === 'paused') return;
    const begin = this.source.realTime ? 'start' : 'now';
    const options = this.#setOptions(this.source, begin);
    const started = await this.room.tracker.startSet(options, this.#readSides(options));
    if (!started.ok) this.#fail(started.error);
    else this.#openRecording(this.source, options);
  }

  /** Tries once more what failed; a set that runs goes on where it was. */
  async retry(): Promise<void> {
    const code = this.error?.code;
    const isOnTheWay = this.stage === 'running' || this.stage === 'between';
    const canGoOn = code !== undefined && (trackingCodes.has(code) || cameraCodes.has(code));
    await (isOnTheWay && canGoOn ? this.goOn() : this.begin());
  }

  /** Goes on after an error that did not end the set: the camera is back, or tracking restarts. */
  async goOn(): Promise<void> {
    const code = this.error?.code;
    const isTracking = code !== undefined && trackingCodes.has(code);
    this.error = undefined;
    this.#clock.breakLine();
    this.source?.setPaused(this.pausedBy !== undefined);
    if (this.sets.break !== undefined && isTracking) {
      // The next set loads the engine anew.
      this.room.tracker.reset();
      return;
    }
    if (isTracking) this.#keepPart();
    if (code !== undefined && cameraCodes.has(code)) await this.#reopenCamera();
    else if (isTracking && this.source !== undefined) {
      this.room.tracker.reset();
      await this.#load(this.source, this.#generation);
    } else if (this.source === undefined) await this.begin();
  }

  /** Paused by a press, by a hidden page or by a raised arm. */
  get isPaused(): boolean {
    return this.pausedBy !== undefined || this.snapshot?.setPhase === 'paused';
  }

  /** A press on pause or go on; it also ends the pause that a raised arm began. */
  async togglePause(): Promise<void> {
    if (this.snapshot?.setPhase !== 'paused') {
      if (this.pausedBy === undefined) this.stop();
      else this.setPaused(undefined);
      return;
    }
    const resumed = await this.room.tracker.resumeSet();
    if (!resumed.ok) this.#fail(resumed.error);
  }

  /** The athlete wants to show the neutral back anew. */
  async relearnNeutral(): Promise<void> {
    const asked = await this.room.tracker.relearnNeutral();
    if (!asked.ok) this.#fail(asked.error);
  }

  /** The athlete asks to see this hold or rep, which is in the dark. */
  askToSee(): void {
    if (this.snapshot?.dark !== true) return;
    this.#askedN = nextRep(this.snapshot);
    this.#askedCount += 1;
  }

  /** How the last hold felt, by a tap at the laptop. */
  tellFelt(answer: string): void {
    const told = this.estimates.tap(answer);
    if (told !== undefined) this.#tell(told);
  }

  /** Stops at once (spec 7.2): the clock stands, and it is said. */
  stop(): void {
    if (this.stage !== 'running' || this.isPaused) return;
    this.setPaused('athlete');
    this.room.voice.play('unseen', this.room.now());
    this.room.voice.speak(spokenText.stopped, this.room.now());
  }

  /** Says what the athlete, three metres away, is to know about the set. */
  warn(words: string): void {
    if (this.stage === 'running') this.room.voice.speak(words, this.room.now());
  }

  /**
   * The machine was asleep, or the page away: what was lost meanwhile is taken up again, without a
   * press, for the athlete may be on the floor.
   */
  wake(): void {
    const code = this.error?.code;
    if (code === 'unplugged' || code === 'contextLost' || code === 'workerDied') void this.goOn();
  }

  setPaused(by: PausedBy | undefined): void {
    if (this.stage !== 'running' || this.pausedBy === by) return;
    if (by !== undefined) {
      this.#clock.breakLine();
      this.#coach?.rest();
    }
    this.pausedBy = by;
    this.source?.setPaused(by !== undefined);
  }

  /** A rest now, then what is left of the set in the easier version. */
  async takeEasier(): Promise<void> {
    if (this.ease.easier === undefined || this.stage !== 'running') return;
    this.stage = 'between';
    const last = await this.room.tracker.endSet();
    if (last.ok && last.value !== undefined) {
      this.snapshot = last.value;
      this.#lastEvents = last.value.events;
    }
    this.#openBreak(false);
  }

  /** Ends the session: its last snapshot stays for the summary, after what is to be asked. */
  async finish(): Promise<void> {
    if (this.stage === 'ended') return;
    if (this.sets.break !== undefined) {
      this.sets.break.end(false);
      return;
    }
    const ran = this.stage === 'running';
    this.#leaveSource();
    this.error = undefined;
    this.stage = ran ? 'between' : 'ended';
    if (!ran) return;
    // A worker that died answers at once that it has, and the last snapshot stays.
    const last = await this.room.tracker.endSet();
    if (last.ok && last.value !== undefined) {
      this.snapshot = last.value;
      this.#lastEvents = last.value.events;
    }
    this.#openBreak(true);
  }

  /** Nothing of the session is wanted: not even what was recorded. */
  cancel(): void {
    this.recording.discard();
    this.dispose();
    this.stage = 'ended';
  }

  /** Something failed outside of the session's own calls: tracking died, or the app has a bug. */
  report(error: AppError): void {
    if (this.stage !== 'ended') this.#fail(error);
  }

  /** Lets go of everything; the session is over. */
  dispose(): void {
    this.sets.dispose();
    // Whoever leaves in the middle of a set keeps what there was of it.
    if (this.stage === 'running') this.recording.close(this.#join(this.#setFrom), []);
    this.#leaveSource();
    this.source = undefined;
    this.#isDisposed = true;
  }

  async #load(source: FrameSource, generation: number): Promise<void> {
    this.stage = 'loading';
    const { tracker, diagnostics, settings } = this.room;
    if (source.kind === 'trace') {
      tracker.startWithoutEngine();
    } else {
      const model = this.request.options.model ?? settings.data.model;
      // A file waits for each of its pictures: nothing has to give way.
      const chosen = model === 'auto' && !source.realTime ? 'full' : model;
      const pace = readPaceNeeds(catalogue[this.request.exercise]);
      const loaded = await tracker.load(chosen, { ...pace, sparing: isStrained() });
      if (generation !== this.#generation) return;
      if (!loaded.ok) {
        this.#fail(loaded.error);
        return;
      }
      this.isSmallerModel = tracker.isSmallerModel;
      diagnostics.engine = loaded.value;
    }
    const { isLive } = this;
    const begin = isLive ? 'start' : 'now';
    const options = this.#setOptions(source, begin);
    const started = await tracker.startSet(options, this.#readSides(options));
    if (generation !== this.#generation) return;
    if (!started.ok) {
      this.#fail(started.error);
      return;
    }
    this.#openRecording(source, options);
    this.stage = 'running';
    this.#coach ??= isLive ? this.room.createVoiceCoach(this.sets.stage) : undefined;
    this.#stopWakeLock ??= startWakeLock();
    this.#stopSource ??= source.start(this.#handlers(source, generation));
    // A rest may end, or a model be ready, while nobody looks at the page.
    if (this.isLive && document.visibilityState === 'hidden') this.setPaused('hidden');
  }

  /** Of a camera it is not known whether it mirrors its picture. */
  #readSides(options: SetOptions): CameraSides | undefined {
    if (this.request.kind !== 'camera') return undefined;
    return readCameraSides(this.room.settings.data.cameraId, options);
  }

  #openRecording(source: FrameSource, options: SetOptions): void {
    const { engine } = this.room.diagnostics;
    this.recording.open({
      options,
      source: source.kind,
      mirrored: source.mirrored && this.room.settings.data.mirror,
      loadKg: this.sets.loadKg,
      model:
        source.kind === 'trace' || engine === undefined ? '' : `${engine.model} ${engine.backend}`,
    });
  }

  #holdCamera(): void {
    if (this.request.kind !== 'camera') return;
    this.#letGo = holdCamera(() => {
      this.#fail({ code: 'secondTab', detail: '' });
    });
  }

  /** The camera was plugged in again: its frames continue the same set. */
  async #reopenCamera(): Promise<void> {
    const generation = this.#leaveSource();
    const { kind, exercise } = this.request;
    const { cameraId } = this.room.settings.data;
    this.#holdCamera();
    const opened = await openSource(kind, exercise, undefined, cameraId);
    if (generation !== this.#generation) return;
    if (!opened.ok) {
      this.#fail(
        opened.error.code === 'notFound' ? { ...opened.error, code: 'unplugged' } : opened.error,
      );
      return;
    }
    this.source = opened.value;
    this.pictures.restart();
    this.#stopSource = opened.value.start(this.#handlers(opened.value, generation));
    this.#stopWakeLock = startWakeLock();
  }

  #setOptions(source: FrameSource, begin: SetOptions['begin']): SetOptions {
    const doneReps = this.#earlier
      .slice(this.#setFrom)
      .flatMap((part) => part.reps)
      .filter((rep) => rep.kind !== 'attempt').length;
    return buildSetOptions({
      request: this.request,
      settings: this.room.settings.data,
      format: source.format,
      stage: this.sets.stage,
      own: this.own,
      doneReps,
      begin,
    });
  }

  #handlers(source: FrameSource, generation: number): SourceHandlers {
    const isCurrent = (): boolean => generation === this.#generation;
    return {
      onFrame: (frame) => (isCurrent() ? this.#give(frame) : closeFrame(frame)),
      onEnd: () => {
        if (isCurrent()) void this.finish();
      },
      onError: (error) => {
        if (isCurrent()) this.#fail(error);
      },
      onProgress: (doneRatio) => {
        if (isCurrent()) this.progress.follow(doneRatio, this.room.now());
      },
      onMuted: (muted) => {
        if (!isCurrent()) return;
        this.#clock.breakLine();
        if (muted) this.error ??= { code: 'cameraMuted', detail: '' };
        else if (this.error?.code === 'cameraMuted') this.error = undefined;
      },
    };
  }

  #give(frame: SourceFrame): void | Promise<void> {
    if (this.#isBlocked()) {
      closeFrame(frame);
      return undefined;
    }
    const { tracker } = this.room;
    if (frame.kind === 'pose') return tracker.stepPose(frame.frame, this.#step);
    const isSettingUp = this.snapshot?.setPhase !== 'active';
    if (this.request.kind === 'camera' && isSettingUp && this.source !== undefined) {
      this.pictures.follow(frame.tSec, this.source, this.snapshot?.pose);
    }
    const { picture, widthPx, heightPx } = frame;
    const tSec = this.#clock.advance(frame.tSec);
    const givenAtMs = performance.timeOrigin + performance.now();
    const message = { picture, tSec, widthPx, heightPx, givenAtMs };
    this.recording.holdPicture(picture, tSec);
    return tracker.stepPicture(message, this.#step).finally(() => {
      this.recording.releasePicture(tSec);
      return this.source?.realTime === false ? this.recording.settle() : undefined;
    });
  }

  /** Tracking is not ready, or an error that stops the flow is on the screen. */
  #isBlocked(): boolean {
    if (this.stage !== 'running' && this.stage !== 'between') return true;
    return this.error !== undefined && errorTable[this.error.code].severity === 'stop';
  }

  readonly #step = (outcome: Outcome<StepResult>): void => {
    if ((this.stage !== 'running' && this.stage !== 'between') || this.#isDisposed) return;
    if (!outcome.ok) {
      this.#fail(outcome.error);
      return;
    }
    const { snapshot: judged, frame, timing } = outcome.value;
    if (this.stage === 'running') this.recording.add(frame, judged);
    const isAsked = this.#askedN === nextRep(judged);
    const snapshot = isAsked ? { ...judged, dark: false } : judged;
    if (this.stage === 'between') {
      this.sets.break?.follow(snapshot);
      return;
    }
    this.snapshot = snapshot;
    const told = this.estimates.follow(snapshot, this.reps.length - snapshot.reps.length);
    if (told !== undefined) this.#tell(told);
    this.room.diagnostics.note(timing, this.room.tracker.droppedCount, snapshot.tSec);
    this.#coach?.follow(snapshot);
    if (this.request.kind === 'camera') noteCameraSides(this.room.settings.data.cameraId, snapshot);
    this.#followEase();
    if (hasNewNeutral(snapshot)) void this.#keepNeutral();
    if (snapshot.setPhase === 'ended') this.#openBreak(false);
  };

  /** Three in a row that were not good: a rest and an easier version are offered, never in a test. */
  #followEase(): void {
    if (!isTraining(this.request) || this.request.options.test !== undefined) return;
    const offered = this.ease.follow(this.reps);
    if (offered === undefined) return;
    this.room.voice.speak(easingText.spoken(describeEasier(offered)), this.room.now());
  }

  /** A neutral that was found, or is of more breaths now, is kept for the next set. */
  async #keepNeutral(): Promise<void> {
    if (this.request.kind !== 'camera') return;
    const found = await this.room.tracker.readNeutral();
    // A worker that died says so by itself.
    if (!found.ok || found.value === undefined) return;
    this.room.keepNeutral(this.request.exercise, found.value);
  }

  /** The set has ended: questions and rest where the athlete is there, else the summary. */
  #openBreak(last: boolean): void {
    const result = this.#join(this.#setFrom);
    this.recording.close(result, this.#lastEvents);
    this.#lastEvents = [];
    if (!this.sets.isOwn || result.reps.length === 0) {
      this.#leaveSource();
      this.stage = 'ended';
      return;
    }
    this.stage = 'between';
    const { easier } = this.ease;
    const done = result.reps.filter(({ kind }) => kind !== 'attempt').length;
    // Whoever ends a set while an easier version is offered has taken it, by a tap or by the arms.
    if (!last && easier !== undefined && done < this.dose) this.sets.takeEasier(easier, done);
    this.ease.reset();
    // Recorded poses wait; a camera goes on, for arms may answer.
    if (this.source?.realTime === false) this.source.setPaused(true);
    const ended = {
      result,
      measuredDeg: this.estimates.lastDeg,
      estimates: this.estimates.given,
      asked: this.#askedCount,
    };
    this.sets.openBreak(ended, last, (goOn) => {
      if (goOn) void this.#startNext();
      else {
        this.#leaveSource();
        this.stage = 'ended';
      }
    });
  }

  async #startNext(): Promise<void> {
    this.#keepPart();
    this.#setFrom = this.#earlier.length;
    this.estimates = new HoldEstimates();
    if (this.source?.realTime === false) this.source.setPaused(false);
    this.#askedCount = 0;
    this.#askedN = undefined;
    const side = this.sets.current?.side;
    const where = side && exerciseText[this.request.exercise].onSide?.[side];
    this.room.voice.speak(`${breakText.nextSet} ${where ?? ''}`.trim(), this.room.now());
    if (this.source !== undefined) await this.#load(this.source, this.#generation);
  }

  /** A hold has been told of: now its result may be, where its stage tells it at all. */
  #tell(n: number): void {
    this.room.voice.play('rep', this.room.now());
    const { stage } = this.sets;
    const { result } = stages[stage];
    const isTold = result === 'afterEstimate' || (result === 'whenLit' && !isDark(stage, n));
    const category = this.estimates.given.get(n)?.category;
    if (!isTold || category === undefined) return;
    const answer = this.sets.measure({ ...this.#join(this.#setFrom), unjudged: [] }, n)[category];
    if (answer === undefined) return;
    this.room.voice.speak(describeMeasured(answer), this.room.now());
  }

  #join(from: number): SetResult {
    const parts = this.snapshot === undefined ? this.#earlier : [...this.#earlier, this.snapshot];
    return joinParts(this.request.exercise, parts.slice(from));
  }

  #fail({ code, detail }: AppError): void {
    this.error = { code, detail };
    noteError(this.error, Date.now());
    this.#coach?.rest();
    this.#clock.breakLine();
    // The athlete may stand or lie three metres away.
    if (this.request.kind === 'camera') {
      this.room.voice.speak(`${errorTable[code].title}.`, this.room.now());
    }
    if (errorTable[code].severity === 'stop') this.source?.setPaused(true);
  }

  /** Tracking has to start anew: what was judged so far becomes a part of the set. */
  #keepPart(): void {
    if (this.snapshot !== undefined) this.#earlier = [...this.#earlier, this.snapshot];
    this.snapshot = undefined;
  }

  /** Stops the source. Returns the new generation. */
  #leaveSource(): number {
    this.#coach?.rest();
    (this.#stopSource ?? this.#closeUnstarted)?.();
    this.#stopSource = undefined;
    this.#closeUnstarted = undefined;
    this.#stopWakeLock?.();
    this.#stopWakeLock = undefined;
    this.#letGo?.();
    this.#letGo = undefined;
    this.#generation += 1;
    return this.#generation;
  }
}

/** A camera that gave no picture for so long was asleep with its machine: the set goes on after it. */
const asleepAfterSec = 4;

/** What ends the tracking of a set, not the set. */
const trackingCodes: ReadonlySet<AppError['code']> = new Set([
  ...(['workerDied', 'contextLost', 'frameUnreadable', 'backendFailed'] as const),
]);
/** What takes the camera from a set, or keeps it from it. */
const cameraCodes: ReadonlySet<AppError['code']> = new Set([
  ...(['unplugged', 'notAllowed', 'notFound', 'inUse', 'overconstrained', 'cameraFailed'] as const),
]);

/** Number of the hold or rep that runs or comes next. */
const nextRep = ({ current, reps }: Snapshot): number => current?.n ?? reps.length + 1;

const hasNewNeutral = ({ back, events }: Snapshot): boolean =>
  back?.neutral === 'known' &&
  events.some(({ type }) => type === 'neutralFound' || type === 'repEnded');

function closeFrame(frame: SourceFrame): void {
  if (frame.kind === 'picture') frame.picture.close();
}

/** For a source that is opened too late: started only to be let go of. */
const silentHandlers: SourceHandlers = {
  onFrame: closeFrame,
  onEnd: () => undefined,
  onError: () => undefined,
};
