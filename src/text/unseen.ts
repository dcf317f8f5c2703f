import type { UnseenReason } from '../core/form/rule';
import type { BackGap } from '../core/kinematics/backCurve';
import type { CameraHint } from '../core/kinematics/cameraHint';
import { describeHint } from './cameraPlace';
import { localize } from './language';

/** Why a measure could not be judged, to follow its name: "Knees caving: needs the front view". */
export const unseenText = localize<Readonly<Record<UnseenReason, string>>>({
  en: {
    needsSideView: 'needs the side view',
    needsFrontView: 'needs the front view',
    needsBackView: 'needs the view from behind',
    needsFootEndView: 'needs the foot-end view',
    needsHeadEndView: 'needs the head-end view',
    needsHighSideView: 'needs the side view with the laptop at table height',
    needsTableHeight: 'needs the laptop at table height',
    notFollowedThere: 'shows only from where this exercise cannot be followed',
    needsLevelCamera: 'needs a level camera',
    needsOutline: 'needs the outline of the back',
    cameraTooHigh: 'the camera looks down on you: put it at the height of the mat',
    armInFront: 'an arm was in front of your back',
    outlineUnclear: 'your outline was not clear: tuck in your top, clear the background',
    beyondNeutral: 'you went deeper than in your first good one',
    needsQuestion: 'needs an answer from you',
    frameRateTooLow: 'the camera gives too few frames a second: only counted and timed',
    notTracked: 'the joints it needs were not seen',
    occluded: 'someone was in the way',
    noBaseline: 'there was no good position to compare with',
    notInRange: 'the movement never came to where it is measured',
    barHidden: 'an end of the bar was hidden',
    barNoLevel: 'the bar was not seen with both feet down',
    barIllPlaced: 'the camera looked along the bar, or stood too far away',
  },
  de: {
    needsSideView: 'braucht den Blick von der Seite',
    needsFrontView: 'braucht den Blick von vorn',
    needsBackView: 'braucht den Blick von hinten',
    needsFootEndView: 'braucht den Blick von den Füßen her',
    needsHeadEndView: 'braucht den Blick vom Kopf her',
    needsHighSideView: 'braucht den Blick von der Seite, mit dem Laptop auf Tischhöhe',
    needsTableHeight: 'braucht den Laptop auf Tischhöhe',
    notFollowedThere: 'zeigt sich nur von dort, wo dieser Übung nicht zu folgen ist',
    needsLevelCamera: 'braucht eine gerade Kamera',
    needsOutline: 'braucht den Umriss des Rückens',
    cameraTooHigh: 'die Kamera sieht auf dich herab: stell sie auf die Höhe der Matte',
    armInFront: 'ein Arm war vor deinem Rücken',
    outlineUnclear: 'dein Umriss war unklar: steck das Oberteil ein, räum den Hintergrund frei',
    beyondNeutral: 'du warst tiefer als bei deinem ersten guten Mal',
    needsQuestion: 'braucht eine Antwort von dir',
    frameRateTooLow: 'die Kamera gibt zu wenige Bilder je Sekunde: nur gezählt und gestoppt',
    notTracked: 'die nötigen Gelenke waren nicht zu sehen',
    occluded: 'jemand stand im Weg',
    noBaseline: 'es gab keine gute Haltung zum Vergleich',
    notInRange: 'die Bewegung kam nie dahin, wo gemessen wird',
    barHidden: 'ein Ende des Stabs war verdeckt',
    barNoLevel: 'der Stab war mit beiden Füßen am Boden nicht zu sehen',
    barIllPlaced: 'die Kamera sah den Stab entlang oder stand zu weit weg',
  },
});

/** Why the low back is not seen, and what to do: "Can’t see your back: arm in front". */
export const backHiddenText = localize<Readonly<Record<BackGap, string>>>({
  en: {
    needsOutline: 'Can’t see your back: choose the full model',
    needsSideView: 'Can’t see your back: turn side-on',
    cameraTooHigh: 'Can’t see your back: put the camera lower',
    armInFront: 'Can’t see your back: arm in front',
    outlineUnclear: 'Can’t see your back: loose top or dark',
    beyondNeutral: 'Can’t judge your back: deeper than your first good one',
    noBaseline: 'Show one slow good one first',
    notTracked: 'Can’t see your back',
  },
  de: {
    needsOutline: 'Rücken nicht zu sehen: wähl das volle Modell',
    needsSideView: 'Rücken nicht zu sehen: dreh dich seitlich',
    cameraTooHigh: 'Rücken nicht zu sehen: Kamera tiefer stellen',
    armInFront: 'Rücken nicht zu sehen: Arm davor',
    outlineUnclear: 'Rücken nicht zu sehen: weites Oberteil oder dunkel',
    beyondNeutral: 'Rücken nicht zu beurteilen: tiefer als beim ersten guten Mal',
    noBaseline: 'Zeig zuerst einmal langsam und gut',
    notTracked: 'Rücken nicht zu sehen',
  },
});

/** What the ends and the bands of the back's gauge are called. */
export const backBandText = localize({
  en: {
    arched: 'arched',
    neutral: 'neutral',
    rounded: 'rounded',
    unseen: '–',
  },
  de: {
    arched: 'hohl',
    neutral: 'neutral',
    rounded: 'rund',
    unseen: '–',
  },
});

/** The same with what to do about it, where it is known: "needs the front view. Turn 30° to your left." */
export const describeUnseen = (unseen: UnseenReason, hint: CameraHint | undefined): string =>
  hint === undefined ? unseenText[unseen] : `${unseenText[unseen]}. ${describeHint(hint)}.`;
