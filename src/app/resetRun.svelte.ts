import { listResetCards, type ResetCard } from '../core/programme/resetCards';
import { resetCardText, resetText } from '../text/reset';
import type { People } from './people.svelte';

const tickMs = 200;

/** What the reset works with. */
export interface ResetRoom {
  readonly people: People;
  readonly speak: (words: string) => void;
  /** Seconds of a clock that never runs backwards. */
  readonly now: () => number;
}

/** The cards of the reset one after the other, each with its time. */
export class ResetRun {
  readonly cards: readonly ResetCard[];
  index = $state(0);
  leftSec = $state(0);
  running = $state(false);
  done = $state(false);
  #lastSec = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly room: ResetRoom) {
    this.cards = listResetCards(room.people.history);
    this.leftSec = this.cards[0]?.seconds ?? 0;
  }

  get card(): ResetCard | undefined {
    return this.cards[this.index];
  }

  toggle(): void {
    if (this.running) {
      this.dispose();
      return;
    }
    this.running = true;
    if (this.leftSec === this.card?.seconds) this.#tell();
    this.#lastSec = this.room.now();
    this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  /** Goes on with the next card; after the last one the reset is written down. */
  next(): void {
    this.index += 1;
    const { card } = this;
    if (card !== undefined) {
      this.leftSec = card.seconds;
      if (this.running) this.#tell();
      return;
    }
    this.dispose();
    this.done = true;
    const { people } = this.room;
    const cards = this.cards.map(({ id }) => id);
    void people.note({ kind: 'reset', day: people.day, cards });
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.running = false;
  }

  #tell(): void {
    if (this.card === undefined) return;
    const { name, lines } = resetCardText[this.card.id];
    this.room.speak(`${name}. ${lines.join(' ')}`);
  }

  #tick(): void {
    const now = this.room.now();
    const before = this.leftSec;
    this.leftSec = Math.max(0, before - (now - this.#lastSec));
    this.#lastSec = now;
    const half = (this.card?.seconds ?? 0) / 2;
    if (this.card?.eachSide === true && before > half && this.leftSec <= half) {
      this.room.speak(resetText.half);
    }
    if (this.leftSec === 0) this.next();
  }
}
