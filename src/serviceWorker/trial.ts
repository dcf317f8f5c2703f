/** So many starts of a new version may fail before the one before it is shown again. */
const triesBeforeFallback = 2;

/** What is known of a version's starts; kept on the disk, as service workers are stopped at will. */
export interface Trial {
  /** The last version that has said that it started; its files are never removed. */
  readonly proven: string | undefined;
  /** The version that is being tried, and how often it was opened without saying so. */
  readonly tried: string | undefined;
  readonly tries: number;
}

/** Before the first version has ever started. */
export const noTrial: Trial = { proven: undefined, tried: undefined, tries: 0 };

/** The trial after the page was opened once more under a version. */
export function noteOpening(trial: Trial, version: string): Trial {
  if (trial.proven === version) return trial;
  return { ...trial, tried: version, tries: trial.tried === version ? trial.tries + 1 : 1 };
}

/** The trial after the version has started. A start of the one before it proves nothing new. */
export function noteStart(trial: Trial, version: string): Trial {
  return isFallback(trial, version) ? trial : { proven: version, tried: undefined, tries: 0 };
}

/** The version failed too often, and there is one before it that did not. */
export const isFallback = (trial: Trial, version: string): boolean =>
  trial.proven !== undefined &&
  trial.proven !== version &&
  trial.tried === version &&
  trial.tries > triesBeforeFallback;
