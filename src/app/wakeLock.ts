/** A lock that went sooner than this was not lost but refused: asking at once would go on for ever. */
const heldMs = 2000;

/**
 * Keeps the screen on until disposed. The lock goes when the page is hidden, the lid is closed or
 * the battery runs low; it is asked for again when the page is seen, and when it was just lost.
 */
export function startWakeLock(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let lock: WakeLockSentinel | undefined;
  let stopped = false;
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || lock?.released === false) return;
    const taken = await navigator.wakeLock.request('screen');
    if (stopped) {
      await taken.release();
      return;
    }
    lock = taken;
    const sinceMs = performance.now();
    taken.addEventListener('release', () => {
      if (!stopped && performance.now() - sinceMs > heldMs) askQuietly();
    });
  };
  // Refused on a low battery: the screen then goes dark as the system likes.
  const askQuietly = (): void => {
    ask().catch(() => undefined);
  };
  askQuietly();
  const events = new AbortController();
  for (const type of ['visibilitychange', 'resume']) {
    document.addEventListener(type, askQuietly, { signal: events.signal });
  }
  return () => {
    stopped = true;
    events.abort();
    lock?.release().catch(() => undefined);
  };
}
