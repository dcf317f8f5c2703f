import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHint, findRolled } from '../../../src/core/coach/cameraPlace';
import { endSet, startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { Snapshot } from '../../../src/core/coach/snapshot';
import { catalogue } from '../../../src/core/exercises/catalogue';
import {
  type ExerciseId,
  findNextPass,
  findPass,
  listPassFaults,
  listPasses,
} from '../../../src/core/exercises/exercise';
import { hintHeight, hintLevel, hintTurn } from '../../../src/core/kinematics/cameraHint';
import { describeHint } from '../../../src/text/cameraPlace';
import { picture, pose, type PoseBuilder } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';
import { rollTrace } from '../../support/transformTrace';

const camera = {
  azimuthDeg: 90,
  elevationDeg: 5,
  tiltDeg: 5,
  rollDeg: 0,
  distanceM: 2.5,
  heightM: 0.4,
};

const words = (hint: ReturnType<typeof hintTurn>): string =>
  hint === undefined ? '' : describeHint(hint);

describe('which way to turn, standing', () => {
  it.each([
    ['front', 30, 'Turn 30° to your left'],
    ['front', -20, 'Turn 20° to your right'],
    ['side', 60, 'Turn 30° to your right'],
    ['side', -60, 'Turn 30° to your left'],
    ['side', 120, 'Turn 30° to your left'],
    ['back', 150, 'Turn 30° to your right'],
  ] as const)('for the %s view from %d degrees', (view, azimuthDeg, said) => {
    expect(words(hintTurn('standing', view, azimuthDeg, 2.5))).toBe(said);
  });

  it('leads there: who turns as told shows the view', () => {
    const azimuth = fc.double({ min: -179, max: 179, noNaN: true });
    const wanted = fc.constantFrom('side' as const, 'front' as const, 'back' as const);
    fc.assert(
      fc.property(azimuth, wanted, (azimuthDeg, view) => {
        const hint = hintTurn('standing', view, azimuthDeg, 2.5);
        if (hint?.kind !== 'turn') throw new Error('no way was told');
        // The athlete's left turns the camera toward their right.
        const after = azimuthDeg - (hint.toward === 'left' ? 1 : -1) * hint.turnDeg;
        const off = { side: Math.cos, front: Math.sin, back: Math.sin }[view];
        expect(Math.abs(off((after * Math.PI) / 180))).toBeLessThan(1e-6);
        expect(hint.turnDeg).toBeLessThanOrEqual(view === 'side' ? 90 : 180);
      }),
    );
  });

  it('is the other way in the mirror', () => {
    const left = hintTurn('standing', 'front', 25, 2.5);
    const right = hintTurn('standing', 'front', -25, 2.5);
    expect(left).toMatchObject({ toward: 'left', turnDeg: 25 });
    expect(right).toMatchObject({ toward: 'right', turnDeg: 25 });
  });
});

describe('where to move the laptop for someone who lies', () => {
  it('toward the head from beyond the feet, on the back; the other way on the front', () => {
    expect(words(hintTurn('supine', 'side', 60, 2))).toBe('Move the laptop 1.0 m toward your head');
    expect(words(hintTurn('supine', 'side', 120, 2))).toBe(
      'Move the laptop 1.0 m toward your feet',
    );
    expect(words(hintTurn('prone', 'side', -60, 2))).toBe('Move the laptop 1.0 m toward your feet');
  });

  it('is not said from the ends of the body, nor from an unknown place', () => {
    expect(hintTurn('supine', 'side', 5, 2)).toBeUndefined();
    expect(hintTurn('supine', 'side', undefined, 2)).toBeUndefined();
    expect(hintTurn('supine', 'footEnd', 90, 2)).toBeUndefined();
  });
});

describe('how to set the laptop', () => {
  it('up or down to the height that is wanted', () => {
    expect(words(hintHeight(camera, 'high'))).toBe('Raise the laptop by 0.8 m, to 1.2 m');
    expect(words(hintHeight({ ...camera, heightM: 1.1 }, 'low'))).toBe(
      'Lower the laptop by 0.7 m, to 0.4 m',
    );
    expect(hintHeight({ ...camera, heightM: undefined }, 'low')).toBeUndefined();
  });

  it('level by the side that is too low', () => {
    expect(words(hintLevel({ ...camera, rollDeg: 6 }))).toContain('lift its right side');
    expect(words(hintLevel({ ...camera, rollDeg: -6 }))).toContain('lift its left side');
  });
});

describe('what the camera’s place refuses', () => {
  const place = {
    view: 'side',
    azimuthDeg: 90,
    camera,
    isHigh: false,
    isRolled: false,
    isRollKnown: true,
  } as const;

  it('says how to raise the laptop for what wants it high', () => {
    expect(findHint('needsHighSideView', 'supine', place)).toMatchObject({
      kind: 'height',
      toward: 'up',
      toM: 1.2,
    });
    // Who stands beyond the head already is not sent to the side.
    const over = { ...place, view: 'headEnd', azimuthDeg: 180 } as const;
    expect(findHint('needsTableHeight', 'supine', over)).toMatchObject({
      kind: 'height',
      toward: 'up',
    });
  });

  it('what is measured from the front by a rolled camera, and nothing from the side', () => {
    const front = { ...place, view: 'front', isRolled: true } as const;
    expect(findRolled(front)).toBe('needsLevelCamera');
    expect(findRolled({ ...front, isRolled: false })).toBeUndefined();
    expect(findRolled({ ...place, isRolled: true })).toBeUndefined();
  });
});

/** The last picture of someone who wants to start, and the set's end. */
function watch(built: PoseBuilder, exercise: ExerciseId, pass = 0, rollDeg = 0): Snapshot {
  const run = startSet({ ...picture, exercise, begin: 'start', pass });
  const trace = rollTrace(film(built).stay(1.4).toTrace(exercise), rollDeg);
  return trace.frames.map((frame) => stepSet(run, frame)).at(-1) ?? endSet(run);
}

const unmetOf = (snapshot: Snapshot) => snapshot.framing.find(({ met }) => !met);

describe('the set-up', () => {
  const lying = pose().supine();
  const standing = pose().standing();

  it('says how far to turn', () => {
    const unmet = unmetOf(watch(standing.with({ headingDeg: 90 + 50 }), 'squat'));
    expect(unmet?.id).toBe('view');
    expect(unmet?.hint).toMatchObject({ kind: 'turn', toward: 'left' });
    expect(unmet?.hint?.kind === 'turn' && unmet.hint.turnDeg).toBeCloseTo(50, 1);
  });

  it('wants the laptop low first, then high', () => {
    const low = lying.with({ elevationDeg: 5 });
    const high = lying.with({ elevationDeg: 32, pxPerM: 300 });
    expect(unmetOf(watch(high, 'singleLegBridge', 0))).toMatchObject({
      id: 'height',
      hint: { kind: 'height', toward: 'down' },
    });
    expect(unmetOf(watch(low, 'singleLegBridge', 1))).toMatchObject({
      id: 'height',
      hint: { kind: 'height', toward: 'up' },
    });
    expect(unmetOf(watch(low, 'singleLegBridge', 0))?.id).not.toBe('height');
    expect(unmetOf(watch(high, 'singleLegBridge', 1))?.id).not.toBe('height');
  });

  it('takes the place beyond the head for the dip, and does not look for the feet there', () => {
    const over = lying.with({ headingDeg: 270, elevationDeg: 40, pxPerM: 240 });
    const behind = over.without('leftAnkle', 'rightAnkle', 'leftFootIndex', 'rightFootIndex');
    const ready = watch(behind, 'singleLegBridge', 2);
    expect(ready.view).toBe('headEnd');
    expect(unmetOf(ready)).toBeUndefined();
    expect(unmetOf(watch(behind, 'singleLegBridge', 1))?.id).toBe('feet');
    expect(unmetOf(watch(over, 'singleLegBridge', 2))).toBeUndefined();
    const low = watch(over.with({ elevationDeg: 12, pxPerM: 330 }), 'singleLegBridge', 2);
    expect(unmetOf(low)).toMatchObject({ id: 'height', hint: { kind: 'height', toward: 'up' } });
    const beside = watch(lying.with({ elevationDeg: 32, pxPerM: 300 }), 'singleLegBridge', 2);
    expect(unmetOf(beside)?.id).toBe('view');
  });

  it('wants the laptop level for the front view', () => {
    expect(unmetOf(watch(standing, 'squat', 0, 6))).toMatchObject({
      id: 'level',
      hint: { kind: 'level', raise: 'right' },
    });
    expect(unmetOf(watch(standing, 'squat', 0, 1))?.id).not.toBe('level');
  });

  it('asks for the view of the pass', () => {
    const front = watch(standing, 'kettlebellDeadlift', 0);
    expect(unmetOf(front)).toMatchObject({ id: 'view', hint: { kind: 'turn' } });
    expect(watch(standing, 'kettlebellDeadlift', 1).framing.every(({ met }) => met)).toBe(true);
  });
});

describe('the places of the laptop', () => {
  // A screening only measures: it has no fault to show.
  const judged = Object.values(catalogue).filter(({ rules }) => rules.length > 0);

  it.each(judged)('of $id each show a fault of its own', (exercise) => {
    const passes = listPasses(exercise);
    expect(exercise.views).toEqual(expect.arrayContaining(passes.flatMap(({ views }) => views)));
    for (const { views } of passes) {
      const shown = exercise.rules.filter((rule) =>
        rule.views.some((view) => views.includes(view)),
      );
      expect(shown.length).toBeGreaterThan(0);
    }
  });

  it('lead from the side of a deadlift to its front, where the knees are seen, and back', () => {
    const { kettlebellDeadlift } = catalogue;
    expect(findNextPass(kettlebellDeadlift, 0, [{ faultId: 'kneesCave' }])).toBe(1);
    expect(findNextPass(kettlebellDeadlift, 0, [{ faultId: 'heelsLift' }])).toBeUndefined();
    expect(findNextPass(kettlebellDeadlift, 1, [{ faultId: 'leanBack' }])).toBe(0);
    const front = listPassFaults(kettlebellDeadlift, findPass(kettlebellDeadlift, 1));
    expect(front).toContain('kneesCave');
  });

  it('of a bridge on one leg lead to the head end only where the high side did not show the dip', () => {
    const { singleLegBridge } = catalogue;
    expect(findNextPass(singleLegBridge, 0, [{ faultId: 'pelvisDips' }])).toBe(1);
    expect(findNextPass(singleLegBridge, 1, [{ faultId: 'pelvisDips' }])).toBe(2);
    expect(findNextPass(singleLegBridge, 1, [{ faultId: 'backArch' }])).toBe(0);
    const high = listPassFaults(singleLegBridge, findPass(singleLegBridge, 1));
    expect(high).toContain('hipsSag');
    expect(high).not.toContain('backArch');
    expect(listPassFaults(singleLegBridge, findPass(singleLegBridge, 2))).toEqual(['pelvisDips']);
  });

  it('is one where the exercise needs no more', () => {
    expect(findNextPass(catalogue.plank, 0, [{ faultId: 'hipsHigh' }])).toBeUndefined();
  });
});
