export interface Speaker {
  /** Says the words in place of whatever is being said. */
  say(text: string, volume: number): void;
  hush(): void;
}

/** A voice that has not begun by then will not: Chrome's speech dies without any event. */
const startsWithinMs = 1500;
/** No cue lasts longer. */
const endsWithinMs = 6000;

/**
 * Speech by voices of this machine alone: a network voice would send the words away, and stops after
 * 14 s without an event.
 */
export function createSpeaker(options: { readonly onSilent: () => void }): Speaker {
  if (!('speechSynthesis' in globalThis)) {
    return { say: () => undefined, hush: () => undefined };
  }
  const synthesis = globalThis.speechSynthesis;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let current: SpeechSynthesisUtterance | undefined;
  const watch = (limitMs: number): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      hush();
      options.onSilent();
    }, limitMs);
  };
  const hush = (): void => {
    clearTimeout(watchdog);
    current = undefined;
    synthesis.cancel();
  };

  return {
    hush,
    say: (text, volume) => {
      hush();
      const voice = chooseVoice(synthesis.getVoices(), navigator.language);
      if (voice === undefined) return;
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.volume = volume;
      // Events of an utterance that was replaced arrive late and must not touch the new one.
      utterance.onstart = () => {
        if (current === utterance) watch(endsWithinMs);
      };
      utterance.onend = () => {
        if (current === utterance) clearTimeout(watchdog);
      };
      utterance.onerror = () => {
        if (current !== utterance) return;
        hush();
        options.onSilent();
      };
      current = utterance;
      watch(startsWithinMs);
      synthesis.speak(utterance);
    },
  };
}

/** The voice for English text: local, of the athlete's own English if there is one. */
export function chooseVoice<T extends { readonly lang: string; readonly localService: boolean }>(
  voices: readonly T[],
  language: string,
): T | undefined {
  const english = voices.filter((voice) => voice.localService && /^en([-_]|$)/i.test(voice.lang));
  const sameRegion = english.find((voice) => voice.lang.replace('_', '-') === language);
  return sameRegion ?? english[0];
}
