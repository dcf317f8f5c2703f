import type { PoseFrame } from '../core/body/poseFrame';
import type { CoachEvent, Snapshot } from '../core/coach/snapshot';
import { type OwnDelay, type SetAnswers, setVersion } from '../recording/setManifest';
import type { WriteErrorCode } from '../setWriter/protocol';
import { recordingText } from '../text/library';
import type { Voice } from '../voice/voice';
import type { StoredCalibration } from './calibrationStore';
import { type RecordingStart, RunningSet } from './runningSet';
import type { SetResult } from './setResult';
import type { Settings } from './settings.svelte';

/** What a recording works with. */
export interface RecordingRoom {
  readonly settings: Settings;
  readonly voice: Pick<Voice, 'speak'>;
  /** Seconds of a clock that never runs backwards. */
  readonly now: () => number;
  readonly readCalibration: () => StoredCalibration | undefined;
  /** Who trains, as the device knows them. */
  readonly readPersonId: () => string | undefined;
  /** What the app's own way from picture to screen and sound takes now. */
  readonly readOwnDelay: () => OwnDelay | undefined;
  /** A set has been kept, or something was written beside it. */
  readonly onKept: (setId: string) => void;
}

/** `off`: nothing is kept; `waiting`: the set has not begun; `stopped`: the disk took no more. */
export type RecordingState = 'off' | 'waiting' | 'recording' | 'stopped';

/**
 * Keeps the sets of a session one after the other. A set's time 0 is its beginning; the poses of the
 * quiet start position before it have negative times.
 */
export class SetRecording {
  state = $state<RecordingState>('off');
  /** Why writing ended before the set did. */
  problem = $state.raw<WriteErrorCode | undefined>();
  /** The set that was kept last. */
  keptId = $state.raw<string | undefined>();

  #start: RecordingStart | undefined;
  #running: RunningSet | undefined;
  #closedId: string | undefined;
  #closing: Promise<void> = Promise.resolve();

  constructor(private readonly room: RecordingRoom) {}

  /** A set is about to begin. Does nothing while one is being recorded: it goes on. */
  open(start: RecordingStart): void {
    if (this.#running?.hasBegun === true) return;
    this.#start = start;
    this.problem = undefined;
    this.follow();
  }

  /** The athlete has switched recording on or off; a set that runs goes on as it began. */
  follow(): void {
    if (this.#running?.hasBegun === true) return;
    const { record } = this.room.settings.data;
    if (this.#start === undefined || record === 'off') {
      this.#running = undefined;
      this.state = 'off';
      return;
    }
    const withVideo = record === 'video' && this.#start.source !== 'trace';
    this.#running = new RunningSet(this.#start, withVideo, (code) => {
      this.state = 'stopped';
      this.problem = code;
      // The athlete may stand or lie three metres away.
      this.room.voice.speak(recordingText.problem[code], this.room.now());
    });
    this.state = 'waiting';
  }

  /** Keeps hold of a picture until its pose is known. The picture stays the caller's. */
  holdPicture(picture: VideoFrame | ImageBitmap, tSec: number): void {
    if (this.state === 'recording') this.#running?.holdPicture(picture, tSec);
  }

  /** The picture was judged or dropped: lets go of it. */
  releasePicture(tSec: number): void {
    this.#running?.releasePicture(tSec);
  }

  /** Resolves when the encoder has taken the last picture, for sources that wait. */
  settle(): Promise<void> {
    return this.#running?.lastPicture ?? Promise.resolve();
  }

  /** Takes what was seen and judged of a frame. */
  add(frame: PoseFrame, snapshot: Snapshot): void {
    const running = this.#running;
    if (running === undefined) return;
    if (!running.hasBegun && (snapshot.setPhase === 'active' || snapshot.setPhase === 'paused')) {
      running.begin(frame.tSec, this.room.readCalibration(), this.room.readPersonId());
      this.state = 'recording';
    }
    running.add(frame, snapshot);
  }

  /**
   * The set has ended: writes what it came to. A set in which nothing happened is not kept.
   * @param events told with its last snapshot, after its last frame
   */
  close(result: SetResult, events: readonly CoachEvent[]): void {
    const running = this.#running;
    this.#running = undefined;
    this.#start = undefined;
    if (this.state !== 'stopped') this.state = 'off';
    if (running === undefined) return;
    this.#closedId = running.setId;
    this.#closing = running.close(result, events, this.room.readOwnDelay()).then((isKept) => {
      if (isKept) this.keptId = running.setId;
      this.room.onKept(running.setId);
    });
  }

  /** Nothing of the set that runs is to be kept. */
  discard(): void {
    const running = this.#running;
    this.#running = undefined;
    this.#start = undefined;
    this.state = 'off';
    this.#closing = running?.discard() ?? this.#closing;
  }

  /** Writes the answers beside the set that has been closed last. */
  async keepAnswers(answers: Omit<SetAnswers, 'format' | 'version'>): Promise<void> {
    const setId = this.#closedId;
    const isEmpty = Object.keys(answers.answers).length === 0 && answers.painBefore === undefined;
    if (setId === undefined || isEmpty) return;
    await this.#closing;
    const { readRecordedSet, writeSetFile } = await import('../recording/recordedSets');
    if ((await readRecordedSet(setId)) === undefined) return;
    const file: SetAnswers = { format: 'hipline.setAnswers', version: setVersion, ...answers };
    await writeSetFile(setId, 'answers.json', JSON.stringify(file));
    this.room.onKept(setId);
  }
}
