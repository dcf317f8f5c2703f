import type { PaceNeeds } from '../core/coach/trackingNeeds';
import type { ModelId } from './protocol';
import {
  chooseQuality,
  maskSteps,
  predictMs,
  type Quality,
  type QualityCosts,
  readBudgetMs,
} from './qualityPolicy';

/** The full model's run over the light one's, where only one was measured (TF.js wasm 1.9, LiteRT 1.6). */
const fullOverLite = 1.8;
/** What a mask adds to a run, where none was measured (0.25 to 0.3 of it). */
const maskShare = 0.27;
/** How fast the mean of what a run takes follows, per run. */
const followShare = 0.1;

/**
 * Remembers what the models take on this machine and chooses one of them for the next set. It starts
 * with the light model, which the first visit has at hand, unless the outline needs the full one.
 */
export class ModelChooser {
  #runMs: number | undefined;
  #measured: Quality['model'] = 'lite';
  #ratio = fullOverLite;

  /** The model for a set's pace, where `now` is loaded. */
  choose(needs: PaceNeeds, now?: ModelId): Quality['model'] {
    if (needs.outline) return 'full';
    if (this.#runMs === undefined) return 'lite';
    const standing = now === undefined || now === 'heavy' ? undefined : now;
    const quality = standing && { model: standing, maskEverySec: maskSteps[0] };
    return chooseQuality(needs, this.#costs, quality).model;
  }

  /** Whether a model keeps a set's pace, as far as is known; the outline with its usual masks. */
  keepsPace(needs: PaceNeeds, model: Quality['model']): boolean {
    const ms = predictMs({ model, maskEverySec: maskSteps[0] }, this.#costs, needs);
    return ms === undefined || ms <= readBudgetMs(needs);
  }

  /** A model has been loaded and timed. */
  measure(model: Quality['model'], ms: number): void {
    const other = this.#runMs;
    if (other !== undefined && other > 0 && ms > 0 && model !== this.#measured) {
      this.#ratio = model === 'full' ? ms / other : other / ms;
    }
    this.#measured = model;
    this.#runMs = ms;
  }

  /** One run of the model that was measured last, without a mask. */
  note(ms: number): void {
    if (this.#runMs !== undefined) this.#runMs += followShare * (ms - this.#runMs);
  }

  get #costs(): QualityCosts {
    const ms = this.#runMs;
    if (ms === undefined) return { lite: undefined, full: undefined, mask: 0 };
    const isFull = this.#measured === 'full';
    const full = isFull ? ms : ms * this.#ratio;
    return { lite: isFull ? ms / this.#ratio : ms, full, mask: maskShare * full };
  }
}
