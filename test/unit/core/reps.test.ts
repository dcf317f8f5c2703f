import { describe, expect, it } from 'vitest';
import { pose, type PoseBuilder } from '../../support/poseBuilder';
import { film, type TraceBuilder } from '../../support/traceBuilder';
import { judge, type Judged } from '../../support/judged';

const standing = pose().standing();
const bend =
  (kneeFlexionDeg: number, caveDeg = 0) =>
  (now: PoseBuilder) =>
    now.squat({ kneeFlexionDeg, caveDeg });

/** Down to a depth, a moment there, and up again. */
const squat = (made: TraceBuilder, deg = 90, caveDeg = 0): TraceBuilder =>
  made.move(0.9, bend(deg, caveDeg)).stay(0.3).move(0.9, bend(0)).stay(0.8);

const judgeFilm = (made: TraceBuilder): Judged => judge(made.toTrace('squat'));

describe('a rep', () => {
  it('is counted once per squat, from standing to standing', () => {
    let made = film(standing).stay(2);
    for (let i = 0; i < 5; i++) made = squat(made);
    const { reps, clocks } = judgeFilm(made).verdict;
    expect(reps.map(({ n, kind }) => [n, kind])).toEqual([1, 2, 3, 4, 5].map((n) => [n, 'rep']));
    for (const [i, rep] of reps.entries()) {
      expect(rep.quality).toBe(true);
      expect(rep.startSec).toBeGreaterThan(2 + 2.9 * i);
      expect(rep.endSec).toBeLessThan(2 + 2.9 * i + 2.2);
    }
    expect(clocks.faultySec).toBe(0);
    expect(clocks.restSec).toBeGreaterThan(5);
  });

  it('is counted from the side and from behind as well', () => {
    for (const from of ['rightSide', 'leftSide', 'back'] as const) {
      const made = squat(squat(film(standing.seenFrom(from)).stay(2)));
      expect(judgeFilm(made).verdict.reps).toHaveLength(2);
    }
  });

  it('is none in the jitter of someone who stands', () => {
    const judged = judgeFilm(film(standing.noisy(2)).stay(15));
    expect(judged.verdict.reps).toEqual([]);
    expect(judged.verdict.clocks.goodSec).toBe(0);
  });

  it('is none for a small bend', () => {
    const made = film(standing).stay(2);
    for (let i = 0; i < 5; i++) made.move(0.5, bend(30)).move(0.5, bend(0)).stay(0.3);
    expect(judgeFilm(made).verdict.reps).toEqual([]);
  });

  it('is one, not two, for a bounce at the bottom', () => {
    const made = film(standing)
      .stay(2)
      .move(0.9, bend(95))
      .move(0.3, bend(70))
      .move(0.3, bend(100))
      .move(0.9, bend(0))
      .stay(1);
    expect(judgeFilm(made).verdict.reps).toHaveLength(1);
  });

  it('is not counted where the set stops in the middle of it', () => {
    const made = squat(film(standing).stay(2)).move(0.9, bend(90)).stay(0.2);
    expect(judgeFilm(made).verdict.reps).toHaveLength(1);
  });
});

describe('knees that cave', () => {
  it.each(['left', 'right'] as const)('are a fault of the %s knee only', (side) => {
    const made = squat(film(standing).stay(2))
      .move(0.9, (now) => now.squat({ kneeFlexionDeg: 90, caveDeg: 25, side }))
      .stay(0.5)
      .move(0.9, bend(0))
      .stay(1);
    const { reps, faults } = judgeFilm(made).verdict;
    expect(reps.map((rep) => rep.faults)).toEqual([[], ['kneesCave']]);
    expect(faults.find(({ id }) => id === 'kneesCave')).toMatchObject({
      side,
      level: 'fail',
      specRow: 'E06-F1',
    });
  });

  it('fail the rep and are cued once it is over', () => {
    const judged = judgeFilm(squat(film(standing).stay(2), 90, 22));
    const [rep] = judged.verdict.reps;
    expect(rep).toMatchObject({ quality: false, faults: ['kneesCave'] });
    expect(judged.verdict.cues.map(({ id }) => id)).toEqual(['kneesOut']);
    expect(judged.verdict.cues[0]?.tSec).toBeGreaterThanOrEqual(rep?.endSec ?? NaN);
  });

  it('are not judged from the side: listed as unseen', () => {
    const made = squat(film(standing.seenFrom('rightSide')).stay(2), 90, 22);
    const { faults, unknown } = judgeFilm(made).verdict;
    expect(faults).toEqual([]);
    expect(unknown.find(({ id }) => id === 'kneesCave')?.reason).toMatch(/front view/);
  });
});

describe('depth', () => {
  const seen = standing.seenFrom('rightSide');

  it('is judged from the side against the set’s own good rep', () => {
    const made = squat(squat(film(seen).stay(2), 100), 60);
    const { reps, faults } = judgeFilm(made).verdict;
    expect(reps).toHaveLength(2);
    expect(faults.map(({ id, rep, level }) => [id, rep, level])).toEqual([
      ['shallowDepth', 2, 'warn'],
    ]);
  });

  it('is judged at the deepest point of a rep, not at a bounce before it', () => {
    const made = squat(film(seen).stay(2), 100)
      .move(0.7, bend(60))
      .move(0.3, bend(45))
      .move(0.7, bend(100))
      .move(0.9, bend(0))
      .stay(1);
    const { reps, faults } = judgeFilm(made).verdict;
    expect(reps).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it('is not judged from the front', () => {
    const made = squat(squat(film(standing).stay(2), 100), 60);
    const { faults, unknown } = judgeFilm(made).verdict;
    expect(faults).toEqual([]);
    expect(unknown.find(({ id }) => id === 'shallowDepth')?.reason).toMatch(/side view/);
  });
});

describe('hips that shift and a trunk that leans', () => {
  it.each([{ hipShiftM: 0.05 }, { trunkLeanDeg: 10 }, { trunkLeanDeg: -10 }])(
    'are a fault in a squat: %o',
    (change) => {
      const made = squat(film(standing).stay(2))
        .move(0.9, (now) => now.squat({ kneeFlexionDeg: 90 }).with(change))
        .stay(0.8)
        .move(0.9, (now) =>
          now.squat({ kneeFlexionDeg: 0 }).with({ hipShiftM: 0, trunkLeanDeg: 0 }),
        )
        .stay(1);
      const found = judgeFilm(made).verdict.faults.filter(({ rep }) => rep === 2);
      expect(found.map(({ id, level }) => [id, level])).toContainEqual(['hipShift', 'fail']);
    },
  );
});
