/** Keeps the screen on until disposed; the lock is lost when hidden and asked for again. */
export function startWakeLock(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let lock: WakeLockSentinel | undefined;
  let stopped = false;
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    const taken = await navigator.wakeLock.request('screen');
    if (stopped) await taken.release();
    else lock = taken;
  };
  // Refused on a low battery: the screen then goes dark as the system likes.
  const askQuietly = (): void => {
    ask().catch(() => undefined);
  };
  askQuietly();
  document.addEventListener('visibilitychange', askQuietly);
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', askQuietly);
    lock?.release().catch(() => undefined);
  };
}
