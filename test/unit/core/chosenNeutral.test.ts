import { describe, expect, it } from 'vitest';
import { relearnNeutral, startSet, stepSet } from '../../../src/core/coach/pipeline';
import { picture, pose } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

/** A bridge that is held level for 4 s and then 8° lower for another 8. */
const sagging = film(pose().supine())
  .stay(2)
  .move(1, (now) => now.hipsAt(180))
  .stay(4)
  .move(0.5, (now) => now.hipsAt(172))
  .stay(8)
  .toFrames();
const chosenAtSec = 10;

/** Whether the sag was told at the end, where somebody said at 10 s that this is neutral, or not. */
function isSagTold(isChosen: boolean): { readonly before: boolean; readonly after: boolean } {
  const run = startSet({ ...picture, exercise: 'gluteBridge', begin: 'now' });
  const told = sagging.map((frame) => {
    const snapshot = stepSet(run, frame);
    if (isChosen && frame.tSec >= chosenAtSec && frame.tSec < chosenAtSec + 1 / 30) {
      relearnNeutral(run);
    }
    const sag = snapshot.verdicts.find(({ faultId }) => faultId === 'hipsSag');
    return { tSec: frame.tSec, isTold: sag?.level === 'warn' || sag?.level === 'fail' };
  });
  const before = told.findLast(({ tSec }) => tSec < chosenAtSec)?.isTold === true;
  return { before, after: told.at(-1)?.isTold === true };
}

describe('a neutral that somebody has chosen', () => {
  it('is what the rest of the set is judged against', () => {
    expect(isSagTold(false)).toEqual({ before: true, after: true });
    expect(isSagTold(true)).toEqual({ before: true, after: false });
  });
});
