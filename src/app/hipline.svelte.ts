import type { OwnReferences } from '../core/coach/ownReferences';
import { type CameraChoice, listCameras } from '../camera/cameras';
import { cueText } from '../text/cues';
import { spokenText } from '../text/spoken';
import { watchVoices } from '../voice/speaker';
import { startVoice, type Voice, type VoiceOptions } from '../voice/voice';
import { CalibrationSession } from './calibrationSession.svelte';
import { readColours, toBeltColours } from './beltColours';
import {
  type CalibrationInUse,
  findInUse,
  parseCalibration,
  type StoredCalibration,
  toOwnReferences,
} from './calibrationStore';
import { Captions } from './captions.svelte';
import { Diagnostics } from './diagnostics.svelte';
import { toDay } from './day';
import { HandOver } from './handOver.svelte';
import { addNeutral, parseNeutrals, toBackReferences } from './neutralStore';
import { OpenedFiles, type ReviewSource } from './review/reviewSource';
import { Offline } from './offline.svelte';
import { openSource } from './openSource';
import { People } from './people.svelte';
import { readBridgeTargetDeg } from '../core/programme/firstPlan';
import { findMorningAfter } from '../core/programme/pain';
import { joinPrescription } from '../core/programme/planChange';
import { parsePrescription, type Prescription } from '../core/programme/prescription';
import { fail, type Result, succeed } from '../core/result';
import { ResetRun } from './resetRun.svelte';
import { endFirstVisit, isFirstVisit } from './firstVisit';
import { formatRoute, parseRoute, type Route } from './route';
import { saveFile } from './saveFile';
import { Recordings } from './recordings.svelte';
import { Safety } from './safety.svelte';
import { watchStrain } from './strain';
import { Settings, type SettingsData } from './settings.svelte';
import { Tracker } from './tracker';
import { TrainingLog } from './trainingLog.svelte';
import { TrainSession } from './trainSession.svelte';
import { createVoiceCoach } from './voiceCoach';

/** The whole app without its screens: what lives as long as the page. */
export class Hipline {
  readonly settings = new Settings();
  readonly log = new TrainingLog();
  readonly safety = new Safety();
  readonly recordings = new Recordings((id): boolean => this.people.owns(id));
  readonly handOver = new HandOver(
    this.recordings,
    (startedAtMs) => findMorningAfter(this.people.history, toDay(startedAtMs))?.pain,
  );
  readonly people = new People({
    log: this.log,
    nowMs: () => Date.now(),
    onOpen: () => this.#openPerson(),
  });
  readonly captions = new Captions();
  readonly diagnostics = new Diagnostics();
  /** A prescription that was opened and is looked at. */
  offeredPlan = $state.raw<Prescription | undefined>();
  /** A prescription that was written here, to be handed over. */
  writtenPlan = $state.raw<Prescription | undefined>();
  /** Files that were opened to be reviewed. */
  readonly openedFiles = new OpenedFiles();
  readonly offline = new Offline();
  route = $state.raw<Route>({ screen: 'home' });
  session = $state.raw<TrainSession | undefined>();
  calibrating = $state.raw<CalibrationSession | undefined>();
  /** What was read of the athlete; kept with the person who trains. */
  calibration = $state.raw<StoredCalibration | undefined>();

  readonly #voice: Voice;
  readonly #tracker: Tracker;
  #pickedFile = $state.raw<File | undefined>();

  /** @param createWorker makes the pose worker, once per page and after each time it has died */
  constructor(createWorker: () => Worker) {
    this.#tracker = new Tracker(createWorker);
    this.#tracker.onWorkerDied = (error) => {
      this.session?.report(error);
      this.calibrating?.report(error);
    };
    this.#voice = startVoice(toVoiceOptions(this.settings.data), {
      onTaken: (taken) => this.#followSound(taken),
      onSpeakerGone: () => this.session?.warn(spokenText.speakerGone),
    });
  }

  /** Follows the address and the page's visibility; returns its dispose. */
  start(): () => void {
    const events = new AbortController();
    const { signal } = events;
    const stopCaptions = this.captions.start();
    void this.people.start();
    void watchStrain();
    window.addEventListener('hashchange', () => this.#follow(), { signal });
    // A page that the system froze may come back without having been hidden.
    for (const type of ['visibilitychange', 'resume']) {
      document.addEventListener(type, () => this.#followVisibility(), { signal });
    }
    for (const type of ['pointerdown', 'keydown']) {
      window.addEventListener(type, () => this.#voice.unlock(), { signal });
    }
    // A camera that is plugged in again goes on by itself: the athlete is on the floor.
    if ('mediaDevices' in navigator) {
      const goOn = (): void => {
        if (this.session?.error?.code === 'unplugged') void this.session.goOn();
      };
      navigator.mediaDevices.addEventListener('devicechange', goOn, { signal });
    }
    const reportBug = (thrown: unknown): void => {
      if (thrown instanceof Error) {
        this.session?.report({ code: 'unexpected', detail: thrown.message });
      }
    };
    window.addEventListener('error', ({ error }) => reportBug(error), { signal });
    window.addEventListener('unhandledrejection', ({ reason }) => reportBug(reason), { signal });
    void this.recordings.start();
    this.#follow();
    return () => {
      events.abort();
      stopCaptions();
      this.session?.dispose();
      this.calibrating?.dispose();
      this.#voice.dispose();
      this.#tracker.dispose();
    };
  }

  /** The file that was chosen last. */
  get pickedFile(): File | undefined {
    return this.#pickedFile;
  }

  /**
   * The first visit goes on: to the first three short holds, or to the app as it is.
   * @param way what the newcomer has chosen; a back that takes over is cued in their own words
   */
  endWelcome(way?: 'back' | 'coach', source?: 'camera' | 'demo'): void {
    endFirstVisit();
    if (source === undefined) {
      this.go({ screen: 'home' });
      return;
    }
    if (way === 'back') this.change({ archWording: 'plain', archAlert: true });
    const options = source === 'demo' ? {} : { doseReps: 3, targetSec: 5, stage: 'A' as const };
    this.go({ screen: 'train', exercise: 'gluteBridge', source, options });
  }

  /** Goes to a route; a file goes with it where the route reads one. */
  go(route: Route, file?: File): void {
    this.#pickedFile = file;
    const hash = formatRoute(route);
    if (location.hash === hash) this.#follow();
    else location.hash = hash;
  }

  /** Opens a file of poses for review. */
  review(poses: Blob, more: Partial<Omit<ReviewSource, 'id' | 'poses'>> = {}): void {
    this.go({ screen: 'review', id: this.openedFiles.add(poses, more) });
  }

  /** The same set once more, from its source on. */
  again(): void {
    const file = this.session?.request.file;
    this.#pickedFile = file;
    this.#follow();
  }

  /** The same exercise seen from another place of the laptop. */
  goToPass(pass: number): void {
    if (this.route.screen !== 'train') return;
    this.go({ ...this.route, options: { ...this.route.options, pass } });
  }

  /** The same set with another file. */
  againWith(file: File): void {
    this.#pickedFile = file;
    this.#follow();
  }

  /** A set before the camera waits for the questions on safety. */
  get needsSafety(): boolean {
    const { route } = this;
    return (
      route.screen === 'train' && route.source === 'camera' && !this.safety.isPassed(Date.now())
    );
  }

  /** None of the questions on safety was answered with yes: goes on to the set. */
  passSafety(): void {
    this.safety.pass(Date.now());
    this.#follow();
  }

  /** Changes settings, and what sounds by them at once. */
  change(part: Partial<SettingsData>): void {
    this.settings.change(part);
    this.#voice.configure(toVoiceOptions(this.settings.data));
  }

  /** What a set in front of the camera would be judged by now; undefined without a calibration. */
  get ownNeutral(): CalibrationInUse | undefined {
    return findInUse(this.calibration, Date.now());
  }

  /** All that is kept is forgotten, and every setting is as at first. */
  resetData(): void {
    this.log.reset();
    this.people.keepOwn('calibration', null);
    this.people.keepOwn('neutrals', null);
    this.calibration = undefined;
    this.settings.reset();
    this.#voice.configure(toVoiceOptions(this.settings.data));
  }

  /** Takes a person, all that they have done and their recorded sets off this device. */
  async removePerson(id: string): Promise<void> {
    await this.recordings.removeAllOf(id);
    await this.people.remove(id);
  }

  /** The reset of today, card by card. */
  createReset(): ResetRun {
    const now = (): number => performance.now() / 1000;
    return new ResetRun({
      people: this.people,
      now,
      speak: (words) => this.#voice.speak(words, now()),
    });
  }

  /** The physio's prescription stands: doses and stages, and how strictly is judged. */
  async prescribe(prescription: Prescription): Promise<void> {
    const before = this.people.current?.plan.prescribed;
    const { strictness, off, limits } = joinPrescription(before, prescription);
    for (const { exercise, dose, stage } of prescription.items) {
      if (stage !== undefined) this.log.setStage(exercise, dose.loadKg, stage);
    }
    if (off !== undefined || limits !== undefined) {
      this.settings.change({
        strictness: 'clinician',
        off: [...(off ?? [])],
        limits: [...(limits ?? [])],
      });
    } else if (strictness !== undefined) this.settings.change({ strictness });
    await this.people.prescribe(prescription);
  }

  /** A prescription is shown with what it would change; nothing is changed by it. */
  offerPlan(prescription: Prescription): void {
    this.offeredPlan = prescription;
    this.go({ screen: 'plan' });
  }

  /** Reads a prescription out of its own file, or out of a bundle. */
  async readPlan(file: File): Promise<Result<Prescription, string>> {
    if (!file.name.endsWith('.hipline')) return parsePrescription(await file.text());
    const { readContent } = await import('../recording/setBundle');
    const read = await readContent(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return fail(read.error.detail);
    const { prescription } = read.value;
    return prescription === undefined ? fail('no prescription') : succeed(prescription);
  }

  /** The programme's own plan and limits again. */
  async takeDefaultPlan(): Promise<void> {
    this.settings.change({ strictness: 'standard', off: [], limits: [] });
    await this.people.takeDefault();
  }

  /** Gives the names of the voices to choose from; returns its dispose. */
  watchVoices(take: (names: readonly string[]) => void): () => void {
    return watchVoices(this.settings.data.language, take);
  }

  /** From the asking for a sound to its being heard, as the audio output tells it, milliseconds. */
  get soundDelayMs(): number | undefined {
    return this.#voice.latencyMs();
  }

  /** Number of tensors that the worker holds; undefined where none runs. */
  countTensors(): Promise<number | undefined> {
    return this.#tracker.countTensors();
  }

  listCameras(): Promise<CameraChoice[]> {
    return listCameras();
  }

  /** Saves all that is kept on this device to a file. */
  exportData(): void {
    saveFile(
      'hipline.json',
      JSON.stringify(
        {
          settings: this.settings.data,
          training: this.log.data,
          calibration: this.calibration,
        },
        null,
        2,
      ),
    );
  }

  /** Lets the athlete hear what a fault sounds like. */
  tryVoice(): void {
    this.#voice.unlock();
    this.#voice.play('fault', 0);
    this.#voice.speak(cueText.hipsInLine, 0);
  }

  #follow(): void {
    this.session?.dispose();
    this.session = undefined;
    this.calibrating?.dispose();
    this.calibrating = undefined;
    // Notes may have been written beside a set that was reviewed.
    if (this.route.screen === 'review') void this.recordings.reread(this.route.id);
    const { screen } = this.route;
    this.route = parseRoute(location.hash);
    // Another screen begins at its top.
    if (this.route.screen !== screen) scrollTo(0, 0);
    if (this.route.screen === 'home' && isFirstVisit()) this.route = { screen: 'welcome' };
    this.people.follow();
    if (this.route.screen === 'calibrate') this.#calibrate();
    const trains = this.route.screen === 'train' && !this.needsSafety;
    this.offline.setTraining(trains);
    if (this.route.screen !== 'train' || !trains) return;
    const { exercise, source, options } = this.route;
    const request = { exercise, kind: source, options, file: this.#pickedFile };
    this.session = new TrainSession(request, {
      tracker: this.#tracker,
      diagnostics: this.diagnostics,
      settings: this.settings,
      log: this.log,
      voice: this.#voice,
      now: () => performance.now() / 1000,
      onSet: (set) => void this.people.noteSet(set, options.test),
      createVoiceCoach: (stage) => {
        const { tone, archWording } = this.settings.data;
        return createVoiceCoach(this.#voice, { stage, tone, archWording });
      },
      readOwn: (id) => ({
        ...toOwnReferences(this.calibration, Date.now()),
        ...toBackReferences(parseNeutrals(this.people.readOwn('neutrals')), id, Date.now()),
        ...this.#readBridgeTarget(),
      }),
      readPerson: () => this.people.plan.person,
      keepNeutral: (id, neutral) => {
        const text = addNeutral(this.people.readOwn('neutrals'), id, neutral, Date.now());
        this.people.keepOwn('neutrals', text);
      },
      readCalibration: () => this.calibration,
      readPersonId: () => this.people.ownerId,
      readOwnDelay: () => this.diagnostics.readOwnDelay(this.soundDelayMs),
      onKept: (setId) => void this.recordings.keep(setId),
    });
    void this.session.begin();
  }

  /** Somebody trains from now on: the choices, the calibration and the sets are theirs. */
  #openPerson(): void {
    const { people, settings } = this;
    this.calibration = parseCalibration(people.readOwn('calibration'));
    if (people.current !== undefined) settings.bind(people.current.id, people.all.length <= 1);
    this.#voice.configure(toVoiceOptions(settings.data));
  }

  /** What bridges are asked for by the hip-flexor test; nothing where it found no deficit. */
  #readBridgeTarget(): Pick<OwnReferences, 'bridgeTargetDeg'> {
    const deg = readBridgeTargetDeg(this.people.history, this.people.day);
    return deg === 0 ? {} : { bridgeTargetDeg: deg };
  }

  #calibrate(): void {
    this.calibrating = new CalibrationSession({
      tracker: this.#tracker,
      voice: this.#voice,
      open: () => openSource('camera', 'gluteBridge', undefined, this.settings.data.cameraId),
      nowMs: () => Date.now(),
      belt: this.settings.data.belt ? toBeltColours(readColours(this.settings.data)) : undefined,
      keep: (calibration) => {
        this.calibration = calibration;
        return this.people.keepOwn('calibration', JSON.stringify(calibration));
      },
    });
    void this.calibrating.begin();
  }

  /** A call or another app has the sound: a set before the camera waits, and then goes on. */
  #followSound(taken: boolean): void {
    const { session } = this;
    if (session?.isLive !== true) return;
    if (taken && session.snapshot?.setPhase === 'active') {
      session.setPaused(session.pausedBy ?? 'sound');
      session.warn(spokenText.soundTaken);
    } else if (!taken && session.pausedBy === 'sound') {
      session.setPaused(undefined);
      session.warn(spokenText.soundIsBack);
    }
  }

  #followVisibility(): void {
    this.people.follow();
    const { session } = this;
    if (document.visibilityState === 'visible') session?.wake();
    if (session?.isLive !== true) return;
    if (document.visibilityState === 'hidden') {
      session.setPaused(session.pausedBy ?? 'hidden');
    } else if (session.pausedBy === 'hidden') {
      session.setPaused(undefined);
      session.warn(spokenText.wasHidden);
    }
  }
}

const toVoiceOptions = ({
  voice,
  volume,
  rate,
  voiceName,
  language,
}: SettingsData): VoiceOptions => ({
  muted: !voice,
  volume,
  rate,
  voiceName,
  language,
});
