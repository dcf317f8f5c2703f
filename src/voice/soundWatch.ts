/** What becomes of this machine's sound while the page is open. */
export interface SoundHandlers {
  /** A call or another app has taken the sound (true), or has given it back (false). */
  readonly onTaken: (taken: boolean) => void;
  /** A speaker is gone; what sounds from now on comes from another one, if there is one. */
  readonly onSpeakerGone: () => void;
}

/** An audio session (Safari): not yet among TypeScript's types. */
interface AudioSession extends EventTarget {
  type: string;
  readonly state: 'active' | 'inactive' | 'interrupted';
}

/** The page's audio session, where the browser has one. */
export const findAudioSession = (): AudioSession | undefined =>
  (navigator as { audioSession?: AudioSession }).audioSession;

/**
 * Follows what the system does to the page's sound, apart from its own audio graph.
 * @returns its dispose
 */
export function watchSound({ onTaken, onSpeakerGone }: SoundHandlers): () => void {
  const events = new AbortController();
  const { signal } = events;
  const session = findAudioSession();
  let taken = false;
  session?.addEventListener(
    'statechange',
    () => {
      const isTaken = session.state === 'interrupted';
      if (isTaken === taken) return;
      taken = isTaken;
      onTaken(taken);
    },
    { signal },
  );
  if ('mediaDevices' in navigator) void watchSpeakers(onSpeakerGone, signal);
  return () => {
    events.abort();
  };
}

/** A browser that hides the speakers from the page says nothing here: their sound just moves on. */
async function watchSpeakers(onGone: () => void, signal: AbortSignal): Promise<void> {
  const list = async (): Promise<readonly string[]> => {
    // Refused in a page without the right to ask: then no speaker is known, and none is missed.
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    return devices.flatMap(({ kind, deviceId }) => (kind === 'audiooutput' ? deviceId : []));
  };
  let known = await list();
  const follow = async (): Promise<void> => {
    const now = await list();
    const isGone = known.some((id) => !now.includes(id));
    known = now;
    if (isGone && !signal.aborted) onGone();
  };
  if (signal.aborted) return;
  navigator.mediaDevices.addEventListener('devicechange', () => void follow(), { signal });
}
