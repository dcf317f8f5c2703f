/** How words are spoken. */
export interface Speech {
  /** 0..1. */
  readonly volume: number;
  /** 1 is the voice's own pace. */
  readonly rate: number;
  /** The chosen voice by its name; empty for the first that fits. */
  readonly voiceName: string;
  /** What the words are in: a primary language subtag, "en". */
  readonly language: string;
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
    say: (text, { volume, rate, voiceName, language }) => {
      hush();
      const voice = chooseVoice(synthesis.getVoices(), {
        language,
        region: navigator.language,
        name: voiceName,
      });
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

/** The voices that may read a language: only local ones, which send nothing away. */
export const listVoices = <T extends VoiceTraits>(voices: readonly T[], language: string): T[] =>
  voices.filter(
    ({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language,
  );

/** Which voice is wanted. */
export interface VoiceWish {
  /** What the words are in: a primary language subtag. */
  readonly language: string;
  /** The athlete's own language tag, "en-GB". */
  readonly region: string;
  /** The chosen voice by its name; empty for none. */
  readonly name: string;
}

/** The voice for words of a language: the chosen one, else one of the athlete's region, else any. */
export function chooseVoice<T extends VoiceTraits>(
  voices: readonly T[],
  { language, region, name }: VoiceWish,
): T | undefined {
  const fitting = listVoices(voices, language);
  const chosen = fitting.find((voice) => voice.name === name);
  const sameRegion = fitting.find((voice) => voice.lang.replace('_', '-') === region);
  return chosen ?? sameRegion ?? fitting[0];
}

/**
 * Gives the names of a language's voices to choose from, now and whenever they change: browsers load them
 * late. Returns its dispose.
 */
export function watchVoices(
  language: string,
  take: (names: readonly string[]) => void,
): () => void {
  const synthesis = findSynthesis();
  if (synthesis === undefined) return () => undefined;
  const tell = (): void => {
    take(listVoices(synthesis.getVoices(), language).map(({ name }) => name));
  };
  tell();
  synthesis.addEventListener('voiceschanged', tell);
  return () => {
    synthesis.removeEventListener('voiceschanged', tell);
  };
}
