import { openVideoReader, type VideoReader } from '../../camera/videoReader';
import type { Span } from '../../core/report/chartData';
import { findFrame, phaseNames } from '../../core/report/reviewTrack';
import {
  addMissed,
  findNote,
  type JudgedTwice,
  type LimitTrial,
  noNotes,
  putNote,
  type ReviewNotes,
  type Shape,
  toggleMark,
  tryLimits,
} from '../../core/report/reviewNotes';
import type { FaultId } from '../../core/form/rule';
import type { LimitOverride } from '../../core/form/strictness';
import { setLimit } from '../../core/form/limits';
import type { LedgerRow, ReviewedSet } from '../../core/report/reviewSet';
import { chooseStills, type StillMoment } from '../../core/report/stills';
import type { Verdict } from '../../core/report/verdict';
import type { LibraryEntry } from '../../recording/library';
import type { Reviewer } from '../../reviewer/reviewer';
import type { ReviewRefusal } from '../../reviewer/protocol';
import { cueText } from '../../text/cues';
import { unseenText } from '../../text/unseen';
import type { LineState } from './lineState';
import { Player } from './player.svelte';
import { listOthers, readNotes, writeNotes } from './reviewStore';
import type { OpenedFiles, ReviewSource } from './reviewSource';
import { startReviewer } from './startReviewer';

/** What is drawn over the picture. */
export interface Layers {
  readonly video: boolean;
  readonly skeleton: boolean;
  readonly angles: boolean;
  readonly outline: boolean;
}

/** A moment for the report, with its picture where there is a video. */
export interface Still {
  readonly moment: StillMoment;
  /** Address of the image; revoked with the session. */
  readonly image: string | undefined;
}

/** The words that verdicts are written with. */
export const verdictWords = () => ({ cue: { ...cueText }, unseen: { ...unseenText } });

/** One set under review: its picture, its measures and its one time cursor. */
export class ReviewSession {
  set = $state.raw<ReviewedSet | undefined>();
  video = $state.raw<VideoReader | undefined>();
  /** Seconds of every picture of the video; undefined until they are read. */
  videoSec = $state.raw<Float64Array | undefined>();
  error = $state.raw<ReviewRefusal | undefined>();
  /** Share of the set that is measured, 0..1. */
  doneRatio = $state(0);
  layers = $state.raw<Layers>({ video: true, skeleton: true, angles: true, outline: true });
  /** The part of the set that the charts show; the whole where undefined. */
  range = $state.raw<Span | undefined>();
  notes = $state.raw<ReviewNotes>(noNotes);
  /** The notes could not be kept: the disk is full or gone. */
  notesLost = $state(false);
  /** What is drawn with a press on the paused picture. */
  tool = $state<Shape['kind'] | undefined>();
  trial = $state.raw<LimitTrial | undefined>();
  isTrying = $state(false);
  /** What the printed report shows; made once the set is measured. */
  stills = $state.raw<readonly Still[]>([]);
  readonly player: Player;
  #stillsMade: Promise<void> | undefined;
  readonly #reviewer: Reviewer;
  #isDisposed = false;

  constructor(
    readonly source: ReviewSource,
    reviewer: Reviewer = startReviewer(),
  ) {
    this.#reviewer = reviewer;
    this.player = new Player({
      request: (callback) => requestAnimationFrame(callback),
      cancel: (handle) => cancelAnimationFrame(handle),
    });
  }

  /** Opens the video and measures the set; the picture does not wait for the measures. */
  async open(): Promise<void> {
    this.notes = await readNotes(this.source);
    await Promise.all([this.openPicture(), this.judge()]);
  }

  /** Opens the video alone; what is measured comes from elsewhere. */
  async openPicture(): Promise<void> {
    const { video, videoZero } = this.source;
    if (video === undefined) return;
    const opened = await openVideoReader(video, videoZero);
    if (!opened.ok) return;
    if (this.#isDisposed) {
      opened.value.dispose();
      return;
    }
    // The first picture is there while the times of the others are still read.
    this.video = opened.value;
    try {
      this.videoSec = await opened.value.listTimes();
    } catch {
      // The file was let go of, or ends within a picture: the poses have the same times.
      return;
    }
    this.player.times = this.videoSec;
    this.player.seek(this.player.tSec);
  }

  /** Measures the set, with other limits where they are given. */
  async judge(): Promise<void> {
    const { id: name, poses, isPartial, options } = this.source;
    const judged = await this.#reviewer.review(
      {
        ...{ name, poses, isPartial, options, words: verdictWords() },
        ...(this.notes.neutralSec === undefined ? {} : { neutralSec: this.notes.neutralSec }),
      },
      (doneRatio) => {
        this.doneRatio = doneRatio;
      },
    );
    if (this.#isDisposed) return;
    if (!judged.ok) {
      this.error = judged.error;
      return;
    }
    this.take(judged.value);
  }

  /** Shows what was measured. */
  take(set: ReviewedSet): void {
    this.doneRatio = 1;
    this.set = set;
    if (this.videoSec !== undefined) return;
    this.player.times = set.track.tSec;
    this.player.seek(this.player.tSec);
  }

  /** Takes the pictures of the report, once; resolves when they are there. */
  takeStills(): Promise<void> {
    this.#stillsMade ??= this.#takeStills();
    return this.#stillsMade;
  }

  async #takeStills(): Promise<void> {
    const { set, video } = this;
    if (set === undefined) return;
    const stills: Still[] = [];
    const canvas = document.createElement('canvas');
    for (const moment of chooseStills(set.ledger, set.verdict.reps)) {
      const atSec = await video?.drawOnce(moment.atSec, canvas);
      const image = atSec === undefined ? undefined : await toImage(canvas);
      stills.push({ moment, image });
    }
    if (this.#isDisposed) revokeImages(stills);
    else this.stills = stills;
  }

  /** Keeps what the clinician says. */
  async note(notes: ReviewNotes): Promise<void> {
    this.notes = notes;
    try {
      await writeNotes(this.source, notes);
      this.notesLost = false;
    } catch {
      this.notesLost = true;
    }
  }

  mark(row: LedgerRow, says: 'true' | 'false'): void {
    void this.note(toggleMark(this.notes, row, says));
  }

  /** Marks the alert at hand: true, then false, then nothing. */
  markAtHand(): void {
    const { tSec } = this.player;
    const row = this.ledger.find(
      ({ startSec, endSec }) => tSec >= startSec - 0.02 && tSec <= endSec + 0.02,
    );
    if (row === undefined) return;
    const mark = this.notes.marks.find(
      ({ faultId, startSec }) => faultId === row.faultId && startSec === row.startSec,
    );
    this.mark(row, mark === undefined ? 'true' : 'false');
  }

  /** Adds a fault that was missed, from the cursor on for a second. */
  addMissed(faultId: FaultId, side: 'left' | 'right' | null): void {
    const startSec = this.player.frameSec;
    const endSec = Math.min(this.player.endSec, startSec + 1);
    void this.note(addMissed(this.notes, { faultId, side, startSec, endSec }));
  }

  /** Writes words at the frame that is shown; what is drawn there stays. */
  write(text: string): void {
    const atSec = this.player.frameSec;
    const shapes = findNote(this.notes, atSec)?.shapes ?? [];
    void this.note(putNote(this.notes, { atSec, text, shapes }));
  }

  /** Draws on the frame that is shown. */
  draw(shape: Shape): void {
    const atSec = this.player.frameSec;
    const known = findNote(this.notes, atSec);
    const shapes = [...(known?.shapes ?? []), shape];
    void this.note(putNote(this.notes, { atSec, text: known?.text ?? '', shapes }));
  }

  /** Makes the position of the shown frame the neutral, or gives the set its own one back. */
  async setNeutral(atSec: number | undefined): Promise<void> {
    const { neutralSec: _before, ...others } = this.notes;
    await this.note(atSec === undefined ? others : { ...others, neutralSec: atSec });
    await this.judge();
    revokeImages(this.stills);
    this.#stillsMade = undefined;
    await this.takeStills();
  }

  /**
   * Judges the set, and all others of its exercise, with another limit.
   * @param opened files that were opened count as sets too
   * @param kept the list of recorded sets
   */
  async tryLimit(
    limit: LimitOverride,
    opened: OpenedFiles,
    kept: readonly LibraryEntry[],
  ): Promise<void> {
    const { set } = this;
    if (set === undefined) return;
    this.isTrying = true;
    this.trial = undefined;
    const others = await listOthers(set.exercise, this.source.id, opened, kept);
    const judged: JudgedTwice[] = [];
    for (const source of [this.source, ...others]) {
      const isOwn = source === this.source;
      const notes = isOwn ? this.notes : await readNotes(source);
      const { id: name, poses, isPartial, options } = source;
      const task = {
        ...{ name, poses, isPartial, words: verdictWords() },
        ...(notes.neutralSec === undefined ? {} : { neutralSec: notes.neutralSec }),
      };
      const own = { ...options, exercise: set.exercise };
      const before = await this.#reviewer.judge({ ...task, options: own });
      const changes = {
        ...own.changes,
        limits: setLimit(own.changes?.limits ?? [], limit),
      };
      const after = await this.#reviewer.judge({ ...task, options: { ...own, changes } });
      if (this.#isDisposed) return;
      if (!before.ok || !after.ok) continue;
      judged.push({ before: before.value, after: after.value, marks: notes.marks });
      this.trial = tryLimits(judged, limit.faultId);
    }
    this.isTrying = false;
  }

  /** The verdict of now, or of then while it is measured anew. */
  get verdict(): Verdict | undefined {
    return this.set?.verdict ?? this.source.verdict;
  }

  get reps(): Verdict['reps'] {
    return this.verdict?.reps ?? [];
  }

  get ledger(): readonly LedgerRow[] {
    return this.set?.ledger ?? (this.source.verdict?.faults ?? []).map(toRow);
  }

  /** The measured frame that belongs to a moment: the nearest one. */
  frameAt(tSec: number): number {
    const times = this.set?.track.tSec;
    if (times === undefined) return 0;
    const frame = findFrame(times, tSec);
    const after = times[frame + 1];
    return after !== undefined && after - tSec < tSec - (times[frame] ?? 0) ? frame + 1 : frame;
  }

  /** The repetition that runs at a moment. */
  repAt(tSec: number): Verdict['reps'][number] | undefined {
    return this.reps.find(({ startSec, endSec }) => tSec >= startSec && tSec <= endSec);
  }

  /** The state of a side's line at a moment: the worst alert of that side, or of none. */
  stateAt(tSec: number, frame: number, side: 'left' | 'right'): LineState {
    const standing = this.ledger.filter(
      (row) =>
        (row.side === null || row.side === side) && tSec >= row.startSec && tSec <= row.endSec,
    );
    if (standing.some(({ level }) => level === 'fail')) return 'fault';
    if (standing.length > 0) return 'warn';
    const phase = phaseNames[this.set?.track.phases[frame] ?? 0];
    return phase === 'rest' || phase === 'attempt' || phase === undefined ? 'rest' : 'good';
  }

  /** The part of the set that the charts show. */
  get shownRange(): Span {
    if (this.range !== undefined) return this.range;
    const { startSec, endSec } = this.player;
    return { startSec, endSec: Math.max(endSec, startSec + 0.1) };
  }

  /** Shows more or less of the set around the cursor. */
  zoom(factor: number): void {
    const { startSec, endSec } = this.shownRange;
    const { tSec, startSec: first, endSec: last } = this.player;
    const length = Math.max(1, (endSec - startSec) * factor);
    if (length >= last - first) {
      this.range = undefined;
      return;
    }
    const from = Math.min(last - length, Math.max(first, tSec - length / 2));
    this.range = { startSec: from, endSec: from + length };
  }

  /** Moves the shown part along where the cursor has left it. */
  follow(tSec: number): void {
    if (this.range === undefined) return;
    const { startSec, endSec } = this.range;
    if (tSec < startSec || tSec > endSec) this.zoom(1);
  }

  show(layer: keyof Layers, isShown: boolean): void {
    this.layers = { ...this.layers, [layer]: isShown };
  }

  dispose(): void {
    this.#isDisposed = true;
    this.player.pause();
    this.video?.dispose();
    this.#reviewer.dispose();
    revokeImages(this.stills);
  }
}

const revokeImages = (stills: readonly Still[]): void => {
  for (const { image } of stills) if (image !== undefined) URL.revokeObjectURL(image);
};

const toImage = (canvas: HTMLCanvasElement): Promise<string | undefined> =>
  new Promise((resolve) => {
    canvas.toBlob(
      (blob) => resolve(blob === null ? undefined : URL.createObjectURL(blob)),
      'image/jpeg',
      0.8,
    );
  });

const toRow = (fault: Verdict['faults'][number]): LedgerRow => {
  const { id, specRow, side, level, startSec, endSec, peak, unit, provisional, rep } = fault;
  return {
    ...{ specRow, side, level, startSec, endSec, peak, unit, provisional, rep },
    faultId: id,
    grade: undefined,
    peakSec: startSec,
    confidence: undefined,
  };
};
