import type { CueId, FaultId } from '../core/form/rule';
import { localize } from './language';

/** What is said and shown for each cue: at most four words, no full stop (spec, the rows' cues). */
export const cueText = localize<Readonly<Record<CueId, string>>>({
  en: {
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
  },
  de: {
    backFlat: 'Rücken flach',
    bellClose: 'Kugel nah am Körper',
    bellHigh: 'Kugel hoch führen',
    chestAndHips: 'Brust und Hüfte zusammen',
    chestHeight: 'Nur bis Brusthöhe',
    crackTheAcorn: 'Knack die Nuss',
    evenFeet: 'Beide Füße gleich',
    flattenYourBack: 'Mach den Rücken flach',
    heelsCloser: 'Fersen näher',
    hipsBack: 'Hüfte nach hinten',
    hipsInLine: 'Hüfte in die Linie',
    hipsLevel: 'Becken gerade',
    holdStill: 'Halt still',
    keepBreathing: 'Atme weiter',
    kneeHigher: 'Knie höher',
    kneeOverToes: 'Knie über die Zehen',
    kneesOut: 'Knie nach außen',
    leadLegWorks: 'Oberes Bein arbeitet',
    leadWithHips: 'Hüfte zuerst',
    littleLower: 'Etwas tiefer',
    longNeck: 'Nacken lang',
    longSpine: 'Rücken lang',
    oppositeHandKnee: 'Hand und anderes Knie',
    moveYourFeet: 'Füße umsetzen',
    pushThroughHeels: 'Drück durch die Fersen',
    ribcageDown: 'Rippen runter',
    ribsOverHips: 'Rippen über die Hüfte',
    shinsStill: 'Schienbeine ruhig',
    shouldersLevel: 'Schultern gerade',
    shorterRoll: 'Roll kürzer',
    slowDown: 'Langsamer',
    smoothSteps: 'Ruhige Schritte',
    snapYourHips: 'Hüfte schnell vor',
    softKnees: 'Knie weich',
    stayTall: 'Bleib aufrecht',
    stopHereTall: 'Hier stopp, aufrecht',
    straightenYourKnee: 'Streck das Knie',
    tallOnLeg: 'Standbein lang',
    thighsTogether: 'Oberschenkel zusammen',
    tuckTailbone: 'Steißbein einrollen',
  },
});

/** The programme's words for an arched back, or the athletes' own. */
export type ArchWording = 'programme' | 'plain';

/** Faults of one cause with an arched back: they share its cue. */
const archFaults: readonly FaultId[] = ['backArch', 'lowBackSags', 'overHeight'];

/** Cues that are worded beside the table. */
export const ownCueText = localize({
  en: {
    /** In place of the programme's cue for an arched back. */
    dontArch: 'Don’t arch',
    /** Said once when a cued fault has been corrected. */
    confirmation: 'That’s it',
  },
  de: {
    dontArch: 'Kein Hohlkreuz',
    confirmation: 'Genau so',
  },
});

/** What is said and shown of a cue for a fault. */
export const wordCue = (cue: CueId, faultId: FaultId, archWording: ArchWording): string =>
  archWording === 'plain' && archFaults.includes(faultId) ? ownCueText.dontArch : cueText[cue];
