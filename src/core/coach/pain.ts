/** What pain allows (spec 6.5): go on, make it easier, or stop the exercise. */
export type PainVerdict = 'green' | 'amber' | 'red';

/**
 * The pain rule. Scores are 0..10; `before` is undefined where it was not asked.
 * Red from 5, by 2 more than before, or when it is sharp; amber from 3 or by 1 more.
 */
export function judgePain(during: number, before: number | undefined, sharp = false): PainVerdict {
  const rise = during - (before ?? 0);
  if (sharp || during >= 5 || (before !== undefined && rise >= 2)) return 'red';
  return during >= 3 || (before !== undefined && rise >= 1) ? 'amber' : 'green';
}
