import type { Earcon } from './earcon';
import { createEarconPlayer } from './earconPlayer';
import { createSpeaker } from './speaker';

/** What left the voice room: spoken words or an earcon. */
export type VoiceOutput =
  | { readonly kind: 'speech'; readonly text: string; readonly tSec: number }
  | { readonly kind: 'earcon'; readonly earcon: Earcon; readonly tSec: number };

/**
 * Name of the `CustomEvent<VoiceOutput>` on `window` that goes with everything said or played, muted
 * or not: captions are made from it, and it is where a test listens.
 */
export const voiceEventName = 'hipline:voice';

/** Speech and earcons of one page. */
export interface Voice {
  /** Says the words after any earcon that is still sounding, in place of what is being said. */
  speak(text: string, tSec: number): void;
  play(earcon: Earcon, tSec: number): void;
  /** Muted, nothing sounds; events and so captions go on. */
  setMuted(muted: boolean): void;
  /** 0..1. */
  setVolume(volume: number): void;
  /** To be called in the handler of a press or a key: browsers allow sound only from then on. */
  unlock(): void;
  dispose(): void;
}

/** Starts the voice. Where the system has no local voice, words appear as captions alone. */
export function startVoice(options: { readonly muted: boolean; readonly volume: number }): Voice {
  const player = createEarconPlayer();
  const speaker = createSpeaker({
    // The athlete lies on the floor: silence must not pass for "all is well".
    onSilent: () => {
      if (!muted) player.play('tick', volume);
    },
  });
  let { muted, volume } = options;
  let pending: ReturnType<typeof setTimeout> | undefined;

  return {
    speak: (text, tSec) => {
      announce({ kind: 'speech', text, tSec });
      clearTimeout(pending);
      if (muted) return;
      pending = setTimeout(() => {
        speaker.say(text, volume);
      }, player.remainingMs());
    },
    play: (earcon, tSec) => {
      announce({ kind: 'earcon', earcon, tSec });
      if (!muted) player.play(earcon, volume);
    },
    setMuted: (value) => {
      muted = value;
      if (!value) return;
      clearTimeout(pending);
      speaker.hush();
    },
    setVolume: (value) => {
      volume = value;
    },
    unlock: () => {
      player.unlock();
    },
    dispose: () => {
      clearTimeout(pending);
      speaker.hush();
      player.dispose();
    },
  };
}

function announce(detail: VoiceOutput): void {
  window.dispatchEvent(new CustomEvent<VoiceOutput>(voiceEventName, { detail }));
}
