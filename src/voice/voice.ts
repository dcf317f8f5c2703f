import type { Earcon, Tone } from './earcon';
import { createEarconPlayer } from './earconPlayer';
import { findAudioSession, type SoundHandlers, watchSound } from './soundWatch';
import { createSpeaker, type Speech } from './speaker';

/** What left the voice room. `silent`: words were to be spoken, but no voice spoke them. */
export type VoiceOutput =
  | { readonly kind: 'speech'; readonly text: string; readonly tSec: number }
  | { readonly kind: 'earcon'; readonly earcon: Earcon; readonly tSec: number }
  | { readonly kind: 'silent' };

/**
 * Name of the `CustomEvent<VoiceOutput>` on `window` that goes with everything said or played, muted
 * or not: captions are made from it, and it is where a test listens.
 */
export const voiceEventName = 'hipline:voice';

/** How loud and in which voice. */
export interface VoiceOptions extends Speech {
  /** Muted, nothing sounds; events and so captions go on. */
  readonly muted: boolean;
}

/** Speech and earcons of one page. */
export interface Voice {
  /** Says the words after any earcon that is still sounding, in place of what is being said. */
  speak(text: string, tSec: number, softly?: boolean): void;
  play(earcon: Earcon, tSec: number): void;
  /** Lets a tone sound from now on; undefined ends it. */
  sustain(tone: Tone | undefined): void;
  /** From the asking for an earcon to its being heard, milliseconds; undefined where none sounds. */
  latencyMs(): number | undefined;
  configure(options: VoiceOptions): void;
  /** To be called in the handler of a press or a key: browsers allow sound only from then on. */
  unlock(): void;
  dispose(): void;
}

/** A soft word is spoken at this share of the volume. */
const softShare = 0.6;

/**
 * Starts the voice. Where no local voice speaks, an earcon and the caption stand for the words.
 * @param handlers told what becomes of the machine's sound
 */
export function startVoice(first: VoiceOptions, handlers: SoundHandlers): Voice {
  const player = createEarconPlayer(handlers);
  const stopWatch = watchSound(handlers);
  const speaker = createSpeaker({
    // The athlete lies on the floor: silence must not pass for "all is well".
    onSilent: () => {
      if (options.muted) return;
      announce({ kind: 'silent' });
      player.play('words', options.volume);
    },
  });
  let options = first;
  let pending: ReturnType<typeof setTimeout> | undefined;
  let sustained: Tone | undefined;
  const sound = (): void => {
    player.sustain(options.muted ? undefined : sustained, options.volume);
  };

  return {
    speak: (text, tSec, softly = false) => {
      announce({ kind: 'speech', text, tSec });
      clearTimeout(pending);
      if (options.muted) return;
      pending = setTimeout(() => {
        const { volume } = options;
        speaker.say(text, { ...options, volume: softly ? softShare * volume : volume });
      }, player.remainingMs());
    },
    play: (earcon, tSec) => {
      announce({ kind: 'earcon', earcon, tSec });
      if (!options.muted) player.play(earcon, options.volume);
    },
    sustain: (tone) => {
      if (tone === sustained) return;
      sustained = tone;
      sound();
    },
    latencyMs: () => player.latencyMs(),
    configure: (next) => {
      options = next;
      sound();
      if (!next.muted) return;
      clearTimeout(pending);
      speaker.hush();
    },
    unlock: () => {
      duckOthers();
      player.unlock();
    },
    dispose: () => {
      clearTimeout(pending);
      stopWatch();
      speaker.hush();
      player.dispose();
    },
  };
}

function announce(detail: VoiceOutput): void {
  window.dispatchEvent(new CustomEvent<VoiceOutput>(voiceEventName, { detail }));
}

/** Music of other apps steps back while we sound, where the browser has an audio session (Safari). */
function duckOthers(): void {
  const session = findAudioSession();
  if (session !== undefined) session.type = 'transient';
}
