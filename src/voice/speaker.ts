/** How words are spoken. */
export interface Speech {
  /** 0..1. */
  readonly volume: number;
  /** 1 is the voice's own pace. */
  readonly rate: number;
  /** The chosen voice by its name; empty for the first that fits. */
  readonly voiceName: string;
}

export interface Speaker {
  /** Says the words in place of whatever is being said. */
  say(text: string, speech: Speech): void;
  hush(): void;
}

/** A voice that has not begun by then will not: Chrome's speech dies without any event. */
const startsWithinMs = 1500;
/** No cue lasts longer. */
const endsWithinMs = 6000;

/** The speech of this machine; undefined in a browser that has none. */
const findSynthesis = (): SpeechSynthesis | undefined =>
  'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined;

/**
 * Speech by voices of this machine alone: a network voice would send the words away, and stops after
 * 14 s without an event.
 * @param options.onSilent words were not spoken: there is no voice, or it is silent or stuck
 */
export function createSpeaker(options: { readonly onSilent: () => void }): Speaker {
  const synthesis = findSynthesis();
  if (synthesis === undefined) return { say: options.onSilent, hush: () => undefined };
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let current: SpeechSynthesisUtterance | undefined;
  const fallSilent = (): void => {
    hush();
    options.onSilent();
  };
  const watch = (limitMs: number): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(fallSilent, limitMs);
  };
  const hush = (): void => {
    clearTimeout(watchdog);
    current = undefined;
    synthesis.cancel();
  };

  return {
    hush,
    say: (text, { volume, rate, voiceName }) => {
      hush();
      const voice = chooseVoice(synthesis.getVoices(), navigator.language, voiceName);
      if (voice === undefined) {
        options.onSilent();
        return;
      }
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.volume = volume;
      utterance.rate = rate;
      // Events of an utterance that was replaced arrive late and must not touch the new one.
      utterance.onstart = () => {
        if (current === utterance) watch(endsWithinMs / rate);
      };
      utterance.onend = () => {
        if (current === utterance) clearTimeout(watchdog);
      };
      utterance.onerror = () => {
        if (current === utterance) fallSilent();
      };
      current = utterance;
      watch(startsWithinMs);
      synthesis.speak(utterance);
    },
  };
}

/** What a voice is chosen by. */
export interface VoiceTraits {
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
}

/** The voices that may read English text: only local ones, which send nothing away. */
export const listEnglish = <T extends VoiceTraits>(voices: readonly T[]): T[] =>
  voices.filter((voice) => voice.localService && /^en([-_]|$)/i.test(voice.lang));

/** The voice for English text: the chosen one, else the athlete's own English, else any. */
export function chooseVoice<T extends VoiceTraits>(
  voices: readonly T[],
  language: string,
  name = '',
): T | undefined {
  const english = listEnglish(voices);
  const chosen = english.find((voice) => voice.name === name);
  const sameRegion = english.find((voice) => voice.lang.replace('_', '-') === language);
  return chosen ?? sameRegion ?? english[0];
}

/**
 * Gives the names of the voices to choose from, now and whenever they change: browsers load them
 * late. Returns its dispose.
 */
export function watchVoices(take: (names: readonly string[]) => void): () => void {
  const synthesis = findSynthesis();
  if (synthesis === undefined) return () => undefined;
  const tell = (): void => {
    take(listEnglish(synthesis.getVoices()).map(({ name }) => name));
  };
  tell();
  synthesis.addEventListener('voiceschanged', tell);
  return () => {
    synthesis.removeEventListener('voiceschanged', tell);
  };
}
