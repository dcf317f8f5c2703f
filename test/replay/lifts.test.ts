import { describe, expect, it } from 'vitest';
import { judge } from '../support/judged';
import { inReplay, readReplayTrace } from '../support/replayTrace';
import { compareWithGolden, tellStory } from '../support/story';

const options = { targetSec: 1 } as const;

describe.each([
  'plank_side_male',
  'slbridge_freeside_male',
  'slbridge_highside_male',
  'slbridge_highside_female',
  'slbridge_headend_female',
  'slbridge_headend_male',
  'hinge_side_female',
  'deadlift_side_male',
  'deadlift_as_romanian',
  'swing_side_female',
])('%s', (clip) => {
  it('tells its golden story', () => {
    const story = tellStory(judge(readReplayTrace(clip), options));
    expect(compareWithGolden(inReplay(`golden/${clip}.txt`), story)).toBe('');
  });
});

/** Fault ids at the level they reached, each with the hold or rep it began in. */
const listFaults = (clip: string): string[] =>
  judge(readReplayTrace(clip), options).verdict.faults.map(
    ({ id, level, rep }) => `${String(rep)} ${id} ${level}`,
  );

describe('a plank that sags from 2.5 to 5.8 s and pikes from 7 to 10 s', () => {
  const { verdict } = judge(readReplayTrace('plank_side_male'), options);

  it('is one hold with both in turn', () => {
    expect(verdict.reps.map(({ kind }) => kind)).toEqual(['hold']);
    expect(listFaults('plank_side_male')).toEqual(['1 lowBackSags fail', '1 hipsHigh warn']);
  });

  it('dates both to where the truth has them', () => {
    const [sag, pike] = verdict.faults;
    expect(sag?.startSec).toBeGreaterThan(2.5);
    expect(sag?.endSec).toBeLessThan(5.8);
    expect(pike?.startSec).toBeGreaterThan(7);
    expect(pike?.endSec).toBeLessThan(10.2);
  });
});

describe('a single-leg bridge with the left leg free', () => {
  const { verdict } = judge(readReplayTrace('slbridge_freeside_male'), options);

  it('is one hold on the right leg, from the straight knee to the bent one', () => {
    expect(verdict.reps).toHaveLength(1);
    expect(verdict.reps[0]).toMatchObject({ kind: 'hold', side: 'right' });
    // Truth: the leg is straight from 2.7 s to 11.1 s.
    expect(Math.abs(verdict.reps[0]!.startSec - 2.7)).toBeLessThan(0.5);
    expect(Math.abs(verdict.reps[0]!.endSec - 11.1)).toBeLessThan(0.5);
  });

  it('says that it cannot see the pelvis dip from there', () => {
    expect(verdict.unknown.map(({ id }) => id)).toContain('pelvisDips');
  });
});

describe('a single-leg bridge from the side at table height', () => {
  const dipsOf = (clip: string) =>
    judge(readReplayTrace(clip), options).verdict.faults.filter(({ id }) => id === 'pelvisDips');

  it('shows the pelvis dip where the near leg is free', () => {
    // Truth: 5° from 5.4 to 6.7 s, 11° from 8.4 to 9.7 s.
    const [slight, clear, ...others] = dipsOf('slbridge_highside_male');
    expect(slight).toMatchObject({ level: 'warn', side: 'left', provisional: true });
    expect(clear).toMatchObject({ level: 'fail', side: 'left', provisional: true });
    expect(Math.abs((clear?.peak ?? NaN) - 10.7)).toBeLessThan(4);
    expect(clear?.startSec).toBeGreaterThan(7.9);
    expect(clear?.startSec).toBeLessThan(8.9);
    expect(others).toEqual([]);
  });

  it('shows it where the far leg is free, seen from the other side', () => {
    // Truth: 10° from 5.9 to 7.2 s, 6° from 8.9 to 10.2 s.
    const [clear, slight, ...others] = dipsOf('slbridge_highside_female');
    expect(clear).toMatchObject({ level: 'fail', side: 'left' });
    expect(Math.abs((clear?.peak ?? NaN) - 9.9)).toBeLessThan(4);
    expect(slight).toMatchObject({ level: 'warn', side: 'left' });
    expect(others).toEqual([]);
  });

  it('takes a swapped name of the raised leg for what it is', () => {
    const trace = readReplayTrace('slbridge_highside_female');
    const swapped = {
      ...trace,
      frames: trace.frames.map((frame) =>
        frame.tSec < 4 || frame.tSec > 4.4
          ? frame
          : { ...frame, image: frame.image && swapLegs(frame.image) },
      ),
    };
    const dips = judge(swapped, { ...options, side: 'right' }).verdict.faults;
    const before = judge(trace, { ...options, side: 'right' }).verdict.faults;
    expect(dips.map(({ id, level }) => [id, level])).toEqual(
      before.map(({ id, level }) => [id, level]),
    );
  });
});

describe('a single-leg bridge seen over the head, at table height', () => {
  const judged = {
    female: judge(readReplayTrace('slbridge_headend_female'), options),
    male: judge(readReplayTrace('slbridge_headend_male'), options),
  };
  const dipsOf = (who: keyof typeof judged) => judged[who].verdict.faults;

  it('is one hold, from where the foot shows over its knee to where it goes behind it', () => {
    for (const { verdict } of Object.values(judged)) {
      expect(verdict.view).toBe('headEnd');
      expect(verdict.reps.map(({ kind }) => kind)).toEqual(['hold']);
      // Truth: the knee is less bent than 70° from 2.5 to 11.4 s.
      expect(Math.abs(verdict.reps[0]!.startSec - 2.5)).toBeLessThan(0.5);
      expect(Math.abs(verdict.reps[0]!.endSec - 11.4)).toBeLessThan(0.5);
    }
    expect(judged.male.verdict.clocks.unseenSec).toBeGreaterThan(0.5);
    expect(judged.female.verdict.reps[0]?.side).toBe('left');
    expect(judged.male.verdict.reps[0]?.side).toBe('right');
  });

  it('is read the same where the laptop stood at the side first', () => {
    const [beside, over] = ['slbridge_highside_female', 'slbridge_headend_female'].map((clip) =>
      readReplayTrace(clip),
    );
    const resting = beside!.frames.filter(({ tSec }) => tSec < 1.3);
    const frames = [
      ...resting,
      ...over!.frames.map((frame) => ({ ...frame, tSec: frame.tSec + 2 })),
    ];
    const { verdict } = judge({ ...over!, frames }, options);
    expect(verdict.reps.map(({ kind }) => kind)).toEqual(['hold']);
    const [first, second, ...others] = verdict.faults;
    expect(Math.abs((first?.peak ?? NaN) - (dipsOf('female')[0]?.peak ?? NaN))).toBeLessThan(0.5);
    expect(Math.abs((second?.peak ?? NaN) - (dipsOf('female')[1]?.peak ?? NaN))).toBeLessThan(0.5);
    expect(others).toEqual([]);
  });

  it('shows the pelvis dip, provisionally', () => {
    // Truth: 10° from 5.4 to 6.7 s, 13° from 8.4 to 9.7 s.
    const [first, second, ...others] = dipsOf('female');
    expect(first).toMatchObject({ level: 'fail', side: 'right', provisional: true });
    expect(second).toMatchObject({ level: 'fail', side: 'right', provisional: true });
    expect(Math.abs((first?.peak ?? NaN) - 10.4)).toBeLessThan(4);
    expect(Math.abs((second?.peak ?? NaN) - 12.7)).toBeLessThan(4);
    expect(others).toEqual([]);
  });

  it('reads the dip of the other body too small, and half of it not at all', () => {
    // The model is not sure of the free ankle: it follows two thirds of the same dips.
    expect(dipsOf('male')).toMatchObject([{ level: 'warn', side: 'left', provisional: true }]);
  });

  it('says of every other row from where it is seen', () => {
    const unknown = judged.female.verdict.unknown.map(({ id, reason }) => `${id}: ${reason}`);
    expect(unknown).toEqual([
      'hipsSag: needs the side view',
      'backArch: needs the side view',
      'freeThighNotParallel: needs the side view',
      'freeKneeBent: needs the side view',
      'stanceKneeDrifts: shows only from where this exercise cannot be followed',
      'pelvisShiftsSideways: shows only from where this exercise cannot be followed',
      'breathHold: needs an answer from you',
    ]);
  });
});

/** The same points with the names of the legs' joints from the knee down exchanged. */
function swapLegs<T>(image: readonly T[]): T[] {
  return image.map((point, index) =>
    index < 25 ? point : (image[((index - 25) ^ 1) + 25] ?? point),
  );
}

describe('a hinge hold whose trunk stays while the back rounds and arches', () => {
  const { verdict } = judge(readReplayTrace('hinge_side_female'), options);

  it('is one hold of the truth’s length with a steady trunk', () => {
    expect(verdict.reps.map(({ kind }) => kind)).toEqual(['hold']);
    // Truth: in the hinge from 1.5 s to 12 s.
    expect(Math.abs(verdict.reps[0]!.endSec - verdict.reps[0]!.startSec - 10.5)).toBeLessThan(0.5);
  });

  it('names the rounding and the arch at the times of the truth, and nothing else', () => {
    expect(listFaults('hinge_side_female')).toEqual(['1 backRounds fail', '1 backArch warn']);
    const [rounds, arches] = verdict.faults;
    // Truth: rounded from 3.7 to 6.8 s, arched from 7.8 to 10.9 s.
    expect(Math.abs(rounds!.startSec - 4)).toBeLessThan(0.5);
    expect(Math.abs(rounds!.endSec - 6.6)).toBeLessThan(0.5);
    expect(Math.abs(arches!.startSec - 8.1)).toBeLessThan(0.5);
    expect(Math.abs(arches!.endSec - 10.6)).toBeLessThan(0.5);
  });
});

describe('deadlifts', () => {
  const { verdict } = judge(readReplayTrace('deadlift_side_male'), options);

  it('are counted exactly and fail nothing but the back', () => {
    expect(verdict.reps).toHaveLength(3);
    const failed = verdict.faults.filter(({ level }) => level === 'fail').map(({ id }) => id);
    expect(failed).toEqual(['backRounds']);
  });

  it('show the arched set-up and the rounded lift each in its rep', () => {
    const backs = verdict.faults.filter(({ id }) => id === 'backArch' || id === 'backRounds');
    expect(backs).toMatchObject([
      { id: 'backArch', level: 'warn', rep: 2, unit: 'score' },
      { id: 'backRounds', level: 'fail', rep: 3, unit: 'score' },
    ]);
    // Truth: arched from 5.5 to 8.5 s, rounded from 10.1 to 12.7 s.
    expect(Math.abs(backs[0]!.startSec - 5.9)).toBeLessThan(0.5);
    expect(Math.abs(backs[1]!.startSec - 10.3)).toBeLessThan(0.5);
  });

  it('are a squat by the measure of the Romanian deadlift', () => {
    expect(listFaults('deadlift_as_romanian')).toContain('1 squatNotHinge fail');
  });
});

describe('swings at 30 frames a second', () => {
  const { verdict } = judge(readReplayTrace('swing_side_female'), options);

  it('are counted: each of the six bottoms is followed by a top', () => {
    expect(verdict.reps).toHaveLength(6);
  });

  it('are not scored, and it says why', () => {
    expect(verdict.faults).toEqual([]);
    expect(verdict.reps.some(({ quality }) => quality)).toBe(false);
    expect(verdict.clocks.goodSec).toBe(0);
    expect(verdict.unknown.find(({ id }) => id === 'leanBack')?.reason).toMatch(/frames a second/);
  });
});
