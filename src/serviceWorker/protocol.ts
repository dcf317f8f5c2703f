/** All that crosses between the page and the service worker. Plain, structured-clonable data. */

/** What the page asks for; every request is answered by a `Status` on the port that it brings. */
export type Request =
  /** The app has started: this version works. */
  | { readonly kind: 'started' }
  /** How much is kept. */
  | { readonly kind: 'status' }
  /** Fetch what is missing of the parts that are needed, and the larger parts too. */
  | { readonly kind: 'fillUp' }
  /** Take over from the version in use, unless a set runs in any tab. */
  | { readonly kind: 'takeOver' };

export interface Status {
  /** Hex digits that stand for all files of this version. */
  readonly version: string;
  /** Files that are needed to train without a network: how many there are, how many are kept. */
  readonly neededCount: number;
  readonly keptCount: number;
  /** The same for the parts that come in the background after the first visit. */
  readonly laterCount: number;
  readonly laterKeptCount: number;
  /** The version failed to start twice: the one before it is shown in its place. */
  readonly isFallback: boolean;
  /** A take-over has to wait: a set runs. */
  readonly isBusy: boolean;
}

/** Held, shared, by every tab while a set runs in it; a new version waits for it. */
export const setLockName = 'hipline.set';
