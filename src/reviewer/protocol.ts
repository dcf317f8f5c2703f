/** Everything that crosses between the page and the worker that judges kept sets anew. */
import type { Baseline } from '../core/kinematics/baseline';
import type { BackNeutral } from '../core/kinematics/backNeutral';
import type { ReviewedSet, ReviewOptions } from '../core/report/reviewSet';
import type { Verdict, VerdictWords } from '../core/report/verdict';

/** The poses of a set and how they are to be judged. */
export interface ReviewTask {
  /** Sets of one name have the same poses: they are parsed once. */
  readonly name: string;
  /** A trace, gzipped or not; its last line may be cut off where `isPartial`. */
  readonly poses: Blob;
  readonly isPartial?: boolean;
  /** The exercise is the trace's own where it is not given. */
  readonly options: Partial<ReviewOptions>;
  readonly words: VerdictWords;
  /** The moment whose position is to be the neutral. */
  readonly neutralSec?: number;
}

export type ReviewRequest =
  | { readonly id: number; readonly kind: 'review' | 'judge'; readonly task: ReviewTask }
  | { readonly id: number; readonly kind: 'cancel' };

/** Why a set cannot be judged anew. */
export interface ReviewRefusal {
  readonly code: 'traceRefused' | 'traceTooLarge' | 'reviewFailed';
  /** The line of the trace that is wrong; for people too. */
  readonly detail: string;
}

/** The neutral that a clinician has chosen, as it was read off the set. */
export interface ChosenNeutral {
  readonly baseline: Baseline;
  readonly backNeutral: BackNeutral | undefined;
}

export type ReviewReply =
  | { readonly id: number; readonly kind: 'progress'; readonly doneRatio: number }
  | { readonly id: number; readonly kind: 'set'; readonly set: ReviewedSet }
  | { readonly id: number; readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly id: number; readonly kind: 'refused'; readonly error: ReviewRefusal };
