/** Name of the lock that the tab with the running camera holds. */
const lockName = 'hipline.camera';
/** The set before this one lets go of the camera within that time. */
const waitMs = 1000;

/**
 * Makes sure that one tab alone uses the camera: two would fight for it and speak at once.
 * @param onBusy called where another tab has it
 * @returns lets go of it
 */
export function holdCamera(onBusy: () => void): () => void {
  if (!('locks' in navigator)) return () => undefined;
  let release: (() => void) | undefined;
  let isOver = false;
  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      release = resolve;
      if (isOver) resolve();
    });
  navigator.locks.request(lockName, { signal: AbortSignal.timeout(waitMs) }, hold).catch(() => {
    if (!isOver) onBusy();
  });
  return () => {
    isOver = true;
    release?.();
  };
}
