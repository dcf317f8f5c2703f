import type { Snapshot } from '../core/coach/snapshot';

/** The mean of the gauge's angle over the last hold: what is compared with what was felt. */
export class GaugeMean {
  #n = 0;
  #sum = 0;
  #count = 0;

  follow({ current, movePhase, gauge }: Snapshot): void {
    if (current === undefined || movePhase !== 'hold') return;
    if (gauge?.value === undefined || !gauge.signal.endsWith('Deg')) return;
    if (current.n !== this.#n) {
      this.#n = current.n;
      this.#sum = 0;
      this.#count = 0;
    }
    this.#sum += gauge.value;
    this.#count += 1;
  }

  /** Degrees; undefined where no hold was measured. */
  get valueDeg(): number | undefined {
    return this.#count === 0 ? undefined : this.#sum / this.#count;
  }
}
