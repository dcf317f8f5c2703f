import type { FrameSource } from '../camera/frameSource';
import { createLumaSampler } from '../camera/lumaSample';
import { type LumaBox, type PictureIssue, PictureWatch } from '../camera/pictureWatch';
import type { Snapshot } from '../core/coach/snapshot';
import { pictureIssueText } from '../text/setup';
import type { Voice } from '../voice/voice';

/** A picture is looked at so often. */
const samplePeriodSec = 1;

/** Looks at the pictures of a camera before a set: light, rate, a crop that moves by itself. */
export class PictureCheck {
  /** What is wrong; undefined while the pictures are well. */
  issue = $state<PictureIssue | undefined>();
  readonly #voice: Pick<Voice, 'speak'>;
  #watch = new PictureWatch();
  #sample: ReturnType<typeof createLumaSampler> | undefined;
  #sampledSec = -Infinity;
  #told: readonly PictureIssue[] = [];

  constructor(voice: Pick<Voice, 'speak'>) {
    this.#voice = voice;
  }

  /** Another camera, with a time line of its own. */
  restart(): void {
    this.#watch = new PictureWatch();
    this.#sampledSec = -Infinity;
  }

  /** A picture has come. Each thing that is wrong is spoken once. */
  follow(tSec: number, { display, format }: FrameSource, pose: Snapshot['pose']): void {
    this.#watch.addFrame(tSec);
    if (tSec - this.#sampledSec < samplePeriodSec || display === undefined) return;
    this.#sampledSec = tSec;
    this.#sample ??= createLumaSampler();
    const luma = this.#sample(display);
    if (luma === undefined) return;
    this.#watch.addSample(luma, tSec, boxOf(pose, format));
    const issue = this.#watch.read();
    if (issue !== undefined && !this.#told.includes(issue)) {
      this.#told = [...this.#told, issue];
      this.#voice.speak(pictureIssueText[issue], tSec);
    }
    this.issue = issue;
  }
}

/** The athlete's box in the picture, as shares of it. */
function boxOf(
  pose: Snapshot['pose'],
  { widthPx, heightPx }: FrameSource['format'],
): LumaBox | undefined {
  const seen = pose?.filter((point) => point !== undefined) ?? [];
  if (seen.length === 0) return undefined;
  const xs = seen.map(({ xPx }) => xPx / widthPx);
  const ys = seen.map(({ yPx }) => yPx / heightPx);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
