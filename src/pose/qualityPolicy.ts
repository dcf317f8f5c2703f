import type { PaceNeeds } from '../core/coach/trackingNeeds';
import type { ModelId } from './protocol';

/**
 * Chooses what the machine can keep up with: model and mask rate from measured speed. Pure:
 * measurements in, a choice out.
 */

/** What is computed of a picture. */
export interface Quality {
  readonly model: Exclude<ModelId, 'heavy'>;
  /** From one mask to the next, seconds; it gives way before the model does. */
  readonly maskEverySec: number;
}

/** What a picture takes, milliseconds. */
export interface QualityCosts {
  /** Each model's run without mask; undefined where it was not measured. */
  readonly lite: number | undefined;
  readonly full: number | undefined;
  /** What a mask adds to a run. */
  readonly mask: number;
}

/** What outline.md asks for is 6 to 10 a second: the usual rate, and the least. */
export const maskSteps = [0.15, 1 / 6] as const;

/** Room that a better choice must leave, so that it does not go to and fro. */
const roomShare = 0.15;
/** Share of the time between two pictures that a machine is to leave free which is hot or runs down. */
const sparedShare = 0.4;

/** Mean time of a picture, milliseconds; undefined where the model was not measured. */
export function predictMs(
  { model, maskEverySec }: Quality,
  costs: QualityCosts,
  { fps, outline }: PaceNeeds,
): number | undefined {
  const run = costs[model];
  if (run === undefined) return undefined;
  return run + (outline ? costs.mask * Math.min(1, 1 / (maskEverySec * fps)) : 0);
}

/** Best first: the finer model, and the more masks. The lite model never where an outline is read. */
const listChoices = ({ outline }: PaceNeeds): Quality[] =>
  outline
    ? maskSteps.map((maskEverySec) => ({ model: 'full', maskEverySec }))
    : (['full', 'lite'] as const).map((model) => ({ model, maskEverySec: maskSteps[0] }));

/** What a picture may take, milliseconds. */
export const readBudgetMs = ({ fps, sparing }: PaceNeeds): number =>
  ((sparing === true ? 1 - sparedShare : 1) * 1000) / fps;

/**
 * The best choice that keeps the pace; the cheapest one where none does. What stands is left for a
 * better one only where that leaves room, and never kept where it is too slow.
 * @param now what stands; undefined at first
 */
export function chooseQuality(needs: PaceNeeds, costs: QualityCosts, now?: Quality): Quality {
  const choices = listChoices(needs);
  const at = choices.findIndex(
    ({ model, maskEverySec }) => model === now?.model && maskEverySec === now.maskEverySec,
  );
  const budgetMs = readBudgetMs(needs);
  const fits = choices.find((choice, index) => {
    const ms = predictMs(choice, costs, needs);
    const isStepUp = at !== -1 && index < at;
    return ms !== undefined && ms <= budgetMs * (isStepUp ? 1 - roomShare : 1);
  });
  const measured = choices.filter(({ model }) => costs[model] !== undefined);
  return fits ?? measured.at(-1) ?? choices.at(-1) ?? { model: 'full', maskEverySec: maskSteps[0] };
}
