import type { UnseenReason } from '../core/form/rule';

/** Why a measure could not be judged, to follow its name: "Knees caving: needs the front view". */
export const unseenText: Readonly<Record<UnseenReason, string>> = {
  needsSideView: 'needs the side view',
  needsFrontView: 'needs the front view',
  needsBackView: 'needs the view from behind',
  needsFootEndView: 'needs the foot-end view',
  needsHeadEndView: 'needs the head-end view',
  needsHighSideView: 'needs the side view with the laptop at table height',
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
