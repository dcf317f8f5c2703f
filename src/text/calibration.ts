import type { CalibrationLack, CalibrationStepId } from '../core/coach/calibration';

/** What to do in each position: said once and shown until it is read. */
export const calibrationStepText: Readonly<
  Record<CalibrationStepId, { readonly name: string; readonly ask: string }>
> = {
  standingSide: { name: 'Standing, side', ask: 'Stand side-on, tall and relaxed, and hold still.' },
  standingFront: { name: 'Standing, front', ask: 'Now face the camera and hold still.' },
  lyingSide: {
    name: 'Lying, side',
    ask: 'Now lie down side-on, knees bent, breathe out and hold still.',
  },
};

/** What a position lacks. */
export const calibrationLackText: Readonly<
  Record<CalibrationStepId, Readonly<Record<CalibrationLack, string>>>
> = {
  standingSide: lacks('Stand tall', 'Turn side-on'),
  standingFront: lacks('Stand tall', 'Face the camera'),
  lyingSide: lacks('Lie down on your back', 'Turn side-on'),
};

function lacks(posture: string, view: string): Readonly<Record<CalibrationLack, string>> {
  return { person: 'I can’t see all of you', posture, view, still: 'Hold still' };
}

/** Everything else that the calibration says. */
export const calibrationText = {
  title: 'Your neutral of today',
  purpose:
    'Three still positions of three seconds. Sets of the next hours are judged against your own standing instead of everyone’s.',
  begin: 'Read my neutral',
  again: 'Read my neutral again',
  inUse: 'Judged against your own neutral of today.',
  skip: 'Skip this position',
  leave: 'Leave',
  done: 'Your neutral is read.',
  nothing: 'Nothing was read.',
  notKept: 'This browser does not let me keep it: it is gone with this page.',
} as const;
