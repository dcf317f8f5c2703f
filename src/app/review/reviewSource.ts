import type { ReviewOptions } from '../../core/report/reviewSet';
import type { Verdict } from '../../core/report/verdict';
import type { OwnDelay } from '../../recording/setManifest';

/** What a review is made from. */
export interface ReviewSource {
  readonly id: string;
  readonly poses: Blob;
  /** The writing may have ended within a line: the set was cut off. */
  readonly isPartial: boolean;
  readonly video: Blob | undefined;
  /** Where the video's time begins: with its first picture, or as its file says. */
  readonly videoZero: 'first' | 'file';
  /** How the set was judged, where that is known. */
  readonly options: Partial<ReviewOptions>;
  /** What was made of it then; shown until it is judged anew. */
  readonly verdict: Verdict | undefined;
  /** What was answered after the set, in words: the question and the answer. */
  readonly answers: readonly (readonly [question: string, answer: string])[];
  readonly loadKg: number;
  /** How long the app took while the set ran. */
  readonly ownDelay: OwnDelay | undefined;
  /** Milliseconds since 1970; undefined where it is not known. */
  readonly startedAtMs: number | undefined;
}

/** Files that were opened to be reviewed; they live as long as the page. */
export class OpenedFiles {
  readonly #sources = new Map<string, ReviewSource>();

  /** Keeps a file of poses, with its video where there is one. Returns the id to review it by. */
  add(poses: Blob, more: Partial<Omit<ReviewSource, 'id' | 'poses'>> = {}): string {
    const id = `opened-${this.#sources.size + 1}`;
    this.#sources.set(id, {
      isPartial: false,
      video: undefined,
      videoZero: 'first',
      options: {},
      verdict: undefined,
      answers: [],
      loadKg: 0,
      ownDelay: undefined,
      startedAtMs: undefined,
      ...more,
      id,
      poses,
    });
    return id;
  }

  list(): readonly ReviewSource[] {
    return [...this.#sources.values()];
  }

  find(id: string): ReviewSource | undefined {
    return this.#sources.get(id);
  }
}
