import type { CueId, FaultId } from '../core/form/rule';

/** What is said and shown for each cue: at most four words, no full stop (spec, the rows' cues). */
export const cueText: Readonly<Record<CueId, string>> = {
  backFlat: 'Back flat',
  bellClose: 'Bell stays close',
  bellHigh: 'Bell high',
  chestAndHips: 'Chest and hips together',
  chestHeight: 'Chest height',
  crackTheAcorn: 'Crack the acorn',
  evenFeet: 'Even feet',
  flattenYourBack: 'Flatten your back',
  heelsCloser: 'Heels closer',
  hipsBack: 'Hips back',
  hipsInLine: 'Hips in line',
  hipsLevel: 'Hips level',
  holdStill: 'Hold still',
  keepBreathing: 'Keep breathing',
  kneeHigher: 'Knee higher',
  kneeOverToes: 'Knee over toes',
  kneesOut: 'Knees out',
  leadLegWorks: 'Lead leg works',
  leadWithHips: 'Lead with hips',
  littleLower: 'A little lower',
  longNeck: 'Long neck',
  longSpine: 'Long spine',
  oppositeHandKnee: 'Opposite hand, knee',
  moveYourFeet: 'Move your feet',
  pushThroughHeels: 'Push through heels',
  ribcageDown: 'Ribcage down',
  ribsOverHips: 'Ribs over hips',
  shinsStill: 'Shins still',
  shouldersLevel: 'Shoulders level',
  shorterRoll: 'Shorter roll',
  slowDown: 'Slow down',
  smoothSteps: 'Smooth steps',
  snapYourHips: 'Snap your hips',
  softKnees: 'Soft knees',
  stayTall: 'Stay tall',
  stopHereTall: 'Stop here, tall',
  straightenYourKnee: 'Straighten your knee',
  tallOnLeg: 'Tall on leg',
  thighsTogether: 'Thighs together',
  tuckTailbone: 'Tuck your tailbone',
};

/** The programme's words for an arched back, or the athletes' own. */
export type ArchWording = 'programme' | 'plain';

/** Faults of one cause with an arched back: they share its cue. */
const archFaults: readonly FaultId[] = ['backArch', 'lowBackSags', 'overHeight'];

/** What is said and shown of a cue for a fault. */
export const wordCue = (cue: CueId, faultId: FaultId, archWording: ArchWording): string =>
  archWording === 'plain' && archFaults.includes(faultId) ? 'Don’t arch' : cueText[cue];

/** Said once when a cued fault has been corrected. */
export const confirmationText = 'That’s it';
