import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../../src/core/body/poseFrame';
import type { Trace } from '../../../src/core/trace/trace';
import { type JudgeOptions } from '../../../src/core/report/judgeTrace';
import { computeBackNeutral } from '../../../src/core/report/judgeTrace';
import { pose, type PoseBuilder } from '../../support/poseBuilder';
import { film, type TraceBuilder } from '../../support/traceBuilder';
import { judge, type Judged } from '../../support/judged';

const lying = pose().supine().outlined();
const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);
const arch = (score: number) => (now: PoseBuilder) => now.outlined(score);

/** A hold that is good for five seconds, arches for three at the same height, and is good again. */
const arched = (score: number): TraceBuilder =>
  film(lying)
    .stay(2)
    .move(0.9, hipsAt(180))
    .stay(5.1)
    .move(0.4, arch(score))
    .stay(3)
    .move(0.4, arch(0))
    .stay(3)
    .move(0.9, hipsAt(118))
    .stay(1);

const onsetSec = 8.2;

const judgeBridge = (made: TraceBuilder, options: Partial<JudgeOptions> = {}): Judged =>
  judge(made.toTrace('gluteBridge'), { targetSec: 10, ...options });

const archOf = ({ verdict }: Judged) => verdict.faults.filter(({ id }) => id === 'backArch');

describe('an arch at unchanged hip height', () => {
  const judged = judgeBridge(arched(14));

  it('is raised within two seconds of its onset and cleared when it is gone', () => {
    const raised = judged.events.find(
      (event) => event.type === 'faultRaised' && event.faultId === 'backArch',
    );
    expect(raised?.tSec).toBeLessThan(onsetSec + 2);
    const cleared = judged.events.find(
      (event) => event.type === 'faultCleared' && event.faultId === 'backArch',
    );
    expect(cleared?.tSec).toBeLessThan(12 + 1.5);
    expect(archOf(judged)).toMatchObject([
      { level: 'warn', unit: 'score', provisional: true, specRow: 'E01-F1' },
    ]);
  });

  it('is dated back to where it began and ended', () => {
    const [fault] = archOf(judged);
    expect(Math.abs((fault?.startSec ?? NaN) - onsetSec)).toBeLessThan(0.35);
    expect(Math.abs((fault?.endSec ?? NaN) - 11.7)).toBeLessThan(0.35);
    expect(fault?.peak).toBeCloseTo(14, 0);
  });

  it('stops the good clock while the alert is on, and only then', () => {
    expect(judged.verdict.clocks.faultySec).toBeCloseTo(3.4, 0);
    const silent = judgeBridge(arched(14), { archAlert: false });
    expect(silent.verdict.clocks.faultySec).toBeLessThan(0.1);
    expect(archOf(silent)).toHaveLength(1);
  });

  it('is no fault while it is small', () => {
    expect(archOf(judgeBridge(arched(5)))).toEqual([]);
  });

  it('says one cue for one cause', () => {
    const high = film(lying)
      .stay(2)
      .move(0.9, hipsAt(180))
      .stay(5)
      .move(0.6, (now) => now.hipsAt(192).outlined(14))
      .stay(3);
    const both = judgeBridge(high);
    expect(both.verdict.faults.map(({ id }) => id).toSorted()).toContain('overHeight');
    expect(archOf(both)).toMatchObject([{ level: 'fail' }]);
    expect(new Set(both.verdict.cues.map(({ id }) => id))).toEqual(new Set(['ribcageDown']));
    expect(both.verdict.cues).toHaveLength(1);
  });
});

/** The same frames with the outline changed. */
const changeTrunk = (trace: Trace, change: (frame: PoseFrame) => PoseFrame): Trace => ({
  ...trace,
  frames: trace.frames.map(change),
});

const withoutTrunk = ({ trunk: _trunk, ...frame }: PoseFrame): PoseFrame => frame;

/** A mask that takes the floor behind the loin for body. */
const fillHollow = (frame: PoseFrame): PoseFrame => ({
  ...frame,
  ...(frame.trunk && {
    trunk: { ...frame.trunk, dorsal: frame.trunk.dorsal.map(() => 0.16) },
  }),
});

const levelAt = ({ snapshots }: Judged, tSec: number) =>
  snapshots
    .findLast((snapshot) => snapshot.tSec <= tSec)
    ?.verdicts.find(({ faultId }) => faultId === 'backArch')?.level;

describe('a back that cannot be seen', () => {
  const trace = arched(14).toTrace('gluteBridge');

  it('is unknown with the reason, never good', () => {
    const hidden = changeTrunk(trace, withoutTrunk);
    const judged = judge(hidden, { targetSec: 10 });
    expect(archOf(judged)).toEqual([]);
    expect(judged.verdict.unknown).toContainEqual({
      id: 'backArch',
      reason: 'needs the outline of the back',
    });
    const verdicts = judged.snapshots.map(({ verdicts: all }) =>
      all.find(({ faultId }) => faultId === 'backArch'),
    );
    expect(verdicts.every((verdict) => verdict?.level === 'unknown')).toBe(true);
  });

  it('says what is in the way', () => {
    const loose = changeTrunk(trace, (frame) => ({
      ...frame,
      ...(frame.trunk && {
        trunk: {
          dorsal: frame.trunk.dorsal.map((sample, index) => (index % 3 === 0 ? sample : undefined)),
          ventral: frame.trunk.ventral.map(() => undefined),
        },
      }),
    }));
    expect(judge(loose, { targetSec: 10 }).verdict.unknown).toContainEqual({
      id: 'backArch',
      reason: 'your outline was not clear: tuck in your top, clear the background',
    });
  });

  it('is unclear where the belly says arched and the back does not', () => {
    const judged = judge(changeTrunk(arched(28).toTrace('gluteBridge'), fillHollow), {
      targetSec: 10,
    });
    expect(archOf(judged)).toEqual([]);
    expect(levelAt(judged, 10)).toBe('unknown');
    expect(levelAt(judged, 7)).toBe('ok');
    expect(levelAt(judged, 14)).toBe('ok');
  });

  it('teaches no neutral where back and belly disagree', () => {
    const highArch = (now: PoseBuilder) => now.hipsAt(186).outlined(28);
    const good = (now: PoseBuilder) => now.hipsAt(180).outlined(0);
    const twice = film(lying)
      .stay(2)
      .move(0.9, good)
      .stay(2.6)
      .move(0.4, highArch)
      .stay(3)
      .move(0.4, good)
      .stay(4)
      .move(0.4, highArch)
      .stay(3);
    // The neutral is learned again over two breaths, between the two.
    const judged = judge(changeTrunk(twice.toTrace('gluteBridge'), fillHollow), { targetSec: 20 });
    expect(levelAt(judged, 8)).toBe('unknown');
    expect(levelAt(judged, 16)).toBe('unknown');
  });

  it('freezes what stands when it is lost in an arch, and recovers', () => {
    const gap = changeTrunk(trace, (frame) =>
      frame.tSec > 10 && frame.tSec < 11 ? withoutTrunk(frame) : frame,
    );
    expect(archOf(judge(gap, { targetSec: 10 }))).toHaveLength(1);
  });

  it('is read as well from an outline in every fourth frame', () => {
    const sparse = {
      ...trace,
      frames: trace.frames.map((frame, index) => (index % 4 === 0 ? frame : withoutTrunk(frame))),
    };
    const [fault] = archOf(judge(sparse, { targetSec: 10 }));
    expect(Math.abs((fault?.startSec ?? NaN) - onsetSec)).toBeLessThan(0.5);
  });

  it('keeps back and belly apart where a frame mistakes one for the other', () => {
    const swapped = {
      ...trace,
      frames: trace.frames.map((frame, index) => {
        const { image, trunk } = frame;
        if (index % 5 !== 0 || image === undefined || trunk === undefined) return frame;
        // The knees and the face thrown to the other side turn the frame's own sign.
        const flipped = image.map((point, at) =>
          point !== undefined && (at <= 10 || at === 25 || at === 26)
            ? { ...point, yPx: point.yPx + (at <= 10 ? 0 : 400) }
            : point,
        );
        return {
          ...frame,
          image: flipped,
          trunk: { dorsal: trunk.ventral, ventral: trunk.dorsal },
        };
      }),
    };
    expect(archOf(judge(swapped, { targetSec: 10 })).length).toBeLessThanOrEqual(1);
  });
});

describe('a neutral from another trace', () => {
  const neutral = computeBackNeutral(
    film(lying.hipsAt(180)).stay(4).toTrace('gluteBridge'),
    'gluteBridge',
  );
  /** Arched from the first moment: the set itself has no neutral to show it against. */
  const always = film(lying.outlined(14)).stay(2).move(0.9, hipsAt(180)).stay(5);

  it('tells an arch that was there from the beginning', () => {
    expect(neutral).toBeDefined();
    expect(archOf(judgeBridge(always))).toEqual([]);
    const judged = judgeBridge(always, neutral && { backNeutral: neutral });
    expect(archOf(judged)).toHaveLength(1);
  });

  it('is refused where the camera stands elsewhere', () => {
    const moved = film(lying.outlined(14).with({ pxPerM: 300 }))
      .stay(2)
      .move(0.9, hipsAt(180))
      .stay(5);
    const setup = { trunkRatio: (400 * 0.5) / 480, yawDeg: 0, eta: 1 } as const;
    const eta = neutral?.setup?.eta ?? setup.eta;
    const stored = neutral && { ...neutral, setup: { ...setup, eta } };
    expect(archOf(judgeBridge(always, stored && { backNeutral: stored }))).toHaveLength(1);
    expect(archOf(judgeBridge(moved, stored && { backNeutral: stored }))).toEqual([]);
  });
});

describe('a lift', () => {
  const standing = pose().standing().seenFrom('rightSide').outlined();
  const bent = (score: number) => (now: PoseBuilder) =>
    now.with({ trunkInclineDeg: 65, kneeFlexionDeg: 20 }).outlined(score);
  const tall = (now: PoseBuilder): PoseBuilder =>
    now.with({ trunkInclineDeg: 0, kneeFlexionDeg: 0 }).outlined(0);
  const lift = (made: TraceBuilder, score: number): TraceBuilder =>
    made.move(1.6, bent(score)).stay(1.2).move(1.6, tall).stay(1.4);

  it('names rounding and arching in the rep that has them, after one good rep', () => {
    let made = film(standing).stay(2);
    for (const score of [0, -20, 0, 18]) made = lift(made, score);
    const { verdict } = judge(made.toTrace('kettlebellDeadlift'));
    const backs = verdict.faults.filter(({ id }) => id === 'backRounds' || id === 'backArch');
    expect(backs).toMatchObject([
      { id: 'backRounds', level: 'fail', rep: 2 },
      { id: 'backArch', level: 'warn', rep: 4 },
    ]);
  });
});

describe('a swing', () => {
  const standing = pose().standing().seenFrom('rightSide').outlined();
  const bottom = (score: number) => (now: PoseBuilder) =>
    now.with({ trunkInclineDeg: 65, kneeFlexionDeg: 30 }).outlined(score);
  const top = (now: PoseBuilder): PoseBuilder =>
    now.with({ trunkInclineDeg: 0, kneeFlexionDeg: 0 }).outlined(0);

  it('shows the back at the bottom as it is there, not a second of the way to it', () => {
    const made = film(standing, 60).stay(2).move(1.6, bottom(0)).stay(0.5).move(1.6, top).stay(1);
    const { snapshots } = judge(
      made.move(0.6, bottom(-20)).stay(0.3).move(0.6, top).stay(1).toTrace('kettlebellSwing'),
    );
    // It has just come to the bottom: most of the last second it was on the way.
    const score = snapshots.find(({ tSec }) => tSec >= 7.4)?.back?.score;
    expect(score).toBeLessThan(-17);
  });
});

describe('what is shown of the back', () => {
  const { snapshots } = judgeBridge(arched(14));
  const at = (tSec: number) => snapshots.find((snapshot) => snapshot.tSec >= tSec)?.back;

  it('is the outline on the body with its neutral, apart in an arch', () => {
    const gapAt = (tSec: number): number => {
      const pair = at(tSec)?.outlines[0];
      const own = pair?.own[15];
      const neutral = pair?.neutral[15];
      if (own === undefined || neutral === undefined) throw new Error('not drawn');
      return Math.hypot(own.xPx - neutral.xPx, own.yPx - neutral.yPx);
    };
    expect(gapAt(7)).toBeLessThan(0.5);
    // A score of 14, of which the mask's rounding off is 4, on a trunk of 200 px.
    expect(gapAt(10)).toBeCloseTo((10 / 480) * 200, 0);
  });

  it('has bands without a degree: only an arch is judged in a bridge', () => {
    expect(at(7)?.bands).toEqual({ warnAbove: 7 });
    expect(at(10.5)?.score).toBeCloseTo(14, 0);
  });

  it('names what hides the back once that has lasted two seconds', () => {
    const hidden = changeTrunk(arched(14).toTrace('gluteBridge'), (frame) =>
      frame.tSec > 6 && frame.tSec < 10 ? withoutTrunk(frame) : frame,
    );
    const shown = judge(hidden, { targetSec: 10 }).snapshots;
    const hiddenAt = (tSec: number) =>
      shown.find((snapshot) => snapshot.tSec >= tSec)?.back?.hidden;
    expect(hiddenAt(7.5)).toBeUndefined();
    expect(hiddenAt(9)).toBe('needsOutline');
    expect(hiddenAt(10.5)).toBeUndefined();
  });

  it('is nothing of a body whose joints are not seen: an outline of before lies beside it', () => {
    const lost = changeTrunk(arched(14).toTrace('gluteBridge'), (frame) =>
      frame.tSec > 6
        ? { ...frame, image: frame.image?.map((point) => point && { ...point, score: 0.3 }) }
        : frame,
    );
    const shown = judge(lost, { targetSec: 10 }).snapshots;
    const drawnAt = (tSec: number) =>
      shown.find((snapshot) => snapshot.tSec >= tSec)?.back?.outlines.flatMap(({ own }) => own);
    expect(drawnAt(5.5)?.some((point) => point !== undefined)).toBe(true);
    expect(drawnAt(8)).toEqual([]);
  });
});
