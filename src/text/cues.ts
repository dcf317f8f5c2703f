import type { CueId } from '../core/form/rule';

/** What is said and shown for each cue: at most four words, no full stop (spec, the rows' cues). */
export const cueText: Readonly<Record<CueId, string>> = {
  evenFeet: 'Even feet',
  heelsCloser: 'Heels closer',
  hipsInLine: 'Hips in line',
  hipsLevel: 'Hips level',
  keepBreathing: 'Keep breathing',
  kneesOut: 'Knees out',
  littleLower: 'A little lower',
  pushThroughHeels: 'Push through heels',
  ribcageDown: 'Ribcage down',
  ribsOverHips: 'Ribs over hips',
  stopHereTall: 'Stop here, tall',
  tuckTailbone: 'Tuck your tailbone',
};

/** Said once when a cued fault has been corrected. */
export const confirmationText = 'That’s it';
