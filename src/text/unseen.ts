import type { UnseenReason } from '../core/form/rule';
import type { BackGap } from '../core/kinematics/backCurve';
import type { CameraHint } from '../core/kinematics/cameraHint';
import { describeHint } from './cameraPlace';

/** Why a measure could not be judged, to follow its name: "Knees caving: needs the front view". */
export const unseenText: Readonly<Record<UnseenReason, string>> = {
  needsSideView: 'needs the side view',
  needsFrontView: 'needs the front view',
  needsBackView: 'needs the view from behind',
  needsFootEndView: 'needs the foot-end view',
  needsHeadEndView: 'needs the head-end view',
  needsHighSideView: 'needs the side view with the laptop at table height',
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
};

/** Why the low back is not seen, and what to do: "Can’t see your back: arm in front". */
export const backHiddenText: Readonly<Record<BackGap, string>> = {
  needsOutline: 'Can’t see your back: choose the full model',
  needsSideView: 'Can’t see your back: turn side-on',
  cameraTooHigh: 'Can’t see your back: put the camera lower',
  armInFront: 'Can’t see your back: arm in front',
  outlineUnclear: 'Can’t see your back: loose top or dark',
  beyondNeutral: 'Can’t judge your back: deeper than your first good one',
  noBaseline: 'Show one slow good one first',
  notTracked: 'Can’t see your back',
};

/** What the ends and the bands of the back's gauge are called. */
export const backBandText = {
  arched: 'arched',
  neutral: 'neutral',
  rounded: 'rounded',
  unseen: '–',
} as const;

/** The same with what to do about it, where it is known: "needs the front view. Turn 30° to your left." */
export const describeUnseen = (unseen: UnseenReason, hint: CameraHint | undefined): string =>
  hint === undefined ? unseenText[unseen] : `${unseenText[unseen]}. ${describeHint(hint)}.`;
