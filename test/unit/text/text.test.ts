import { describe, expect, it } from 'vitest';
import { errorTable } from '../../../src/app/errors';
import { catalogue } from '../../../src/core/exercises/catalogue';
import type { FramingId } from '../../../src/core/coach/snapshot';
import { cueText } from '../../../src/text/cues';
import { errorActionText, errorText } from '../../../src/text/errors';
import { exerciseGroups, exerciseText } from '../../../src/text/exercises';
import { describePlace, framingLines, framingMessage } from '../../../src/text/setup';
import { faultText } from '../../../src/text/faults';
import {
  formatLiveAngle,
  formatMeasure,
  formatMoment,
  formatNumbers,
} from '../../../src/text/numbers';
import { describeSide, summarySentence } from '../../../src/text/summary';
import { faultOf, repOf } from '../../support/snapshotBuilder';

const exercises = Object.values(catalogue);

describe('words', () => {
  it('says every cue in at most four words', () => {
    for (const text of Object.values(cueText)) {
      expect(text.split(' ').length, text).toBeLessThanOrEqual(4);
      expect(text).toMatch(/^[A-Z]/);
    }
  });

  it.each(exercises.map(({ id, rules }) => [id, rules] as const))(
    'has the name of every fault and the words of every cue of %s',
    (_id, rules) => {
      for (const { faultId, cue } of rules) {
        expect(faultText[faultId].name).not.toBe('');
        if (cue !== undefined) expect(cueText[cue]).not.toBe('');
      }
    },
  );

  it.each(exercises.map(({ id }) => id))('has a checklist of at most six lines for %s', (id) => {
    const lines = framingLines(id, 0);
    expect(lines.length).toBeLessThanOrEqual(6);
    const covered = lines.flatMap((line) => line.ids);
    const all: readonly FramingId[] = [
      ...catalogue[id].mustSee,
      'person',
      'view',
      'height',
      'level',
      'closer',
      'back',
      'startPosition',
      'still',
    ];
    expect(covered).toEqual(expect.arrayContaining([...all]));
    for (const check of all) expect(framingMessage({ id: check }, id, 0)).not.toBe('');
  });

  it('names every exercise in one group of the programme', () => {
    expect(exerciseGroups.flatMap(({ ids }) => ids).toSorted()).toEqual(
      exercises.map(({ id }) => id).toSorted(),
    );
  });

  it.each(exercises)('says what to do when a hold of $id is reached', ({ id, phases }) => {
    const { reached, counted } = exerciseText[id];
    if (phases.kind === 'stride') return;
    expect(reached === undefined).toBe(phases.kind === 'rep');
    expect(id === 'hipFlexorTest' ? 'hold' : counted[0]).toBe(phases.kind);
  });

  it.each(exercises)('names the side where one side of $id works', ({ id, workingSide }) => {
    expect(exerciseText[id].onSide === undefined).toBe(workingSide === undefined);
  });

  it('puts the laptop where the exercise is seen from', () => {
    expect(describePlace('plank', 0)).toMatchObject({
      posture: 'prone',
      facing: 'side',
      distance: '2.8 m',
      label:
        'Seen from above: you lie along the mat, the laptop looks at your side from 2.8 m away, 30 cm high.',
    });
    expect(describePlace('squat', 0).label).toBe(
      'Seen from above: you stand, the laptop faces you from 2.5 m away, 60 cm high.',
    );
  });

  it('tells for every failing what happened, what to do, and gives a way on', () => {
    for (const [code, { title, advice, action }] of Object.entries(errorTable)) {
      expect(title, code).not.toBe('');
      expect(advice, code).toMatch(/\.$/);
      expect(errorActionText[action], code).not.toBe('');
    }
    expect(new Set(Object.values(errorText).map(({ title }) => title)).size).toBe(
      Object.keys(errorText).length,
    );
  });
});

describe('numbers', () => {
  it('rounds a live angle to five degrees, with a true minus', () => {
    expect([171.9, -13, -1, 2.6].map(formatLiveAngle)).toEqual(['170°', '−15°', '0°', '5°']);
  });

  it('tells measures without false precision', () => {
    expect(formatMeasure(-12.34, 'deg')).toBe('about 12°');
    expect(formatMeasure(0.076, 'ratio')).toBe('about 8 %');
    expect(formatMeasure(6.4, 'sec')).toBe('about 6 s');
  });

  it('tells moments and lists as one says them', () => {
    expect([0, 9.99, 75].map(formatMoment)).toEqual(['0:00', '0:09', '1:15']);
    expect([[], [2], [2, 3], [2, 3, 5]].map(formatNumbers)).toEqual([
      '',
      '2',
      '2 and 3',
      '2, 3 and 5',
    ]);
  });
});

describe('summarySentence', () => {
  const sentence = (...args: Parameters<typeof summarySentence>): string =>
    summarySentence(...args).replaceAll('\u00a0', ' ');

  it('tells the count, then what happened and where', () => {
    const reps = [repOf(), repOf({ n: 2, quality: false, faults: ['hipsSag'] })];
    expect(
      sentence({ exercise: 'gluteBridge', reps, faults: [faultOf({ rep: 2, startSec: 3 })] }),
    ).toBe('1 of 2 held. The hips sank in 2.');
  });

  it('says when every one of them came late in the hold', () => {
    const faults = [faultOf({ startSec: 9 })];
    const reps = [repOf({ quality: false, faults: ['hipsSag'] })];
    expect(sentence({ exercise: 'gluteBridge', reps, faults })).toBe(
      '0 of 1 held. The hips sank in 1, late in the hold.',
    );
  });

  it('lists an attempt as one, and does not blame it twice', () => {
    const reps = [repOf({ kind: 'attempt', quality: false, goodSec: 0, faults: ['hipsLow'] })];
    const faults = [faultOf({ faultId: 'hipsLow' })];
    expect(sentence({ exercise: 'gluteBridge', reps, faults })).toBe(
      '0 of 1 held. Rise 1 never came to the line.',
    );
  });

  it('names a warning only where nothing was clear, and says that it was slight', () => {
    const reps = [repOf({ faults: ['hipsSag'] })];
    const faults = [faultOf({ level: 'warn' })];
    expect(sentence({ exercise: 'gluteBridge', reps, faults })).toBe(
      '1 of 1 held. The hips sank a little in 1.',
    );
  });

  it('does not leave a lost hold unexplained', () => {
    const reps = [repOf({ quality: false, goodSec: 4 })];
    expect(sentence({ exercise: 'gluteBridge', reps, faults: [] })).toBe(
      '0 of 1 held. Hold 1 was too short.',
    );
  });

  it('says which reps were not held at the top', () => {
    const reps = [
      repOf({ kind: 'rep' }),
      repOf({ n: 2, kind: 'rep', quality: false, hurried: true }),
    ];
    expect(sentence({ exercise: 'hipThrust', reps, faults: [] })).toBe(
      '1 of 2 good. Rep 2 was not held at the top.',
    );
  });

  it('tells the middle of the points on a clinician’s scale', () => {
    const reps = [3, 0, 1].map((points, i) =>
      repOf({ n: i + 1, kind: 'rep', score: { points, of: 4 } }),
    );
    expect(sentence({ exercise: 'stepDown', reps, faults: [] })).toBe(
      '3 of 3 good. Points 1 of 4, fewer are better.',
    );
  });

  it('names the working side only where all of the set was on one', () => {
    const exercise = 'singleLegBridge';
    const onLeft = repOf({ side: 'left' });
    expect(describeSide({ exercise, reps: [onLeft, onLeft] })).toBe('On the left leg');
    expect(describeSide({ exercise, reps: [onLeft, repOf({ side: 'right' })] })).toBe('');
    expect(describeSide({ exercise, reps: [] })).toBe('');
    expect(describeSide({ exercise: 'gluteBridge', reps: [repOf()] })).toBe('');
  });

  it('is honest about nothing', () => {
    expect(sentence({ exercise: 'squat', reps: [], faults: [] })).toBe('No rep was finished.');
    expect(exerciseText.squat.counted).toEqual(['rep', 'reps']);
  });
});
