import { voiceEventName, type VoiceOutput } from '../voice/voice';

/** How long words stay on the screen after they were spoken. */
const shownMs = 4000;

/** What the voice says, as text: listens at the voice room's boundary. */
export class Captions {
  #text = $state('');
  #isAlone = $state(false);

  /** The last words, empty once they have been there long enough. */
  get text(): string {
    return this.#text;
  }

  /** No voice spoke the last words: they are to be read. */
  get isAlone(): boolean {
    return this.#isAlone;
  }

  /** Begins to listen; returns its dispose. */
  start(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: Event): void => {
      const { detail } = event as CustomEvent<VoiceOutput>;
      if (detail.kind === 'silent') this.#isAlone = true;
      if (detail.kind !== 'speech') return;
      this.#isAlone = false;
      this.#text = detail.text;
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.#text = '';
      }, shownMs);
    };
    window.addEventListener(voiceEventName, listen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(voiceEventName, listen);
    };
  }
}
