import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/core/exercises/catalogue';
import type { Keypoint } from '../../../src/core/body/poseFrame';
import type { Trace } from '../../../src/core/trace/trace';
import { type Clip, type LabelledFault, trueYawDeg } from '../../bench/accuracy/clip';
import { computeCourses } from '../../bench/accuracy/courses';
import { judgePlanks, type LabelledFrame, parseFrameSet } from '../../bench/accuracy/frameSets';
import { measureLunges } from '../../bench/accuracy/lunges';
import {
  describeResults,
  findPart,
  formatTable,
  replacePart,
  tableFaults,
} from '../../bench/accuracy/report';
import { scoreClip } from '../../bench/accuracy/score';
import { scoreSwings } from '../../bench/accuracy/swings';
import { listTrueFaults, TrueReferences } from '../../bench/accuracy/truth';
import { pose, type PoseBuilder } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

const fps = 30;
const lying = pose().supine().noisy(0.3);
const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);

/** One bridge that drops by so many degrees, for so long, after four good seconds. */
interface Drop {
  readonly deg: number;
  readonly sec: number;
}

const filmDrop = ({ deg, sec }: Drop): Trace =>
  film(lying)
    .stay(2)
    .move(1, hipsAt(180))
    .stay(4)
    .move(0.5, hipsAt(180 - deg))
    .stay(sec)
    .move(0.5, hipsAt(180))
    .stay(2)
    .move(1, hipsAt(118))
    .stay(1)
    .toTrace('gluteBridge');

/** The same bridge as the truth tells it, its ways between the heights straight. */
function trueDrop({ deg, sec }: Drop, camera = { azimuth: -90, height: 0.4 }): Clip {
  const corners = [
    [0, 118],
    [2, 118],
    [3, 180],
    [7, 180],
    [7.5, 180 - deg],
    [7.5 + sec, 180 - deg],
    [8 + sec, 180],
    [10 + sec, 180],
    [11 + sec, 118],
    [12 + sec, 118],
  ] as const;
  const at = (t: number): number => {
    const next = corners.findIndex(([corner]) => corner > t);
    const [t1, deg1] = corners[next] ?? [Infinity, 118];
    const [t0, deg0] = corners[next - 1] ?? [0, 118];
    return next < 0 ? 118 : deg0 + ((deg1 - deg0) * (t - t0)) / (t1 - t0);
  };
  const label: LabelledFault = {
    type: 'hips_drop',
    start: 7,
    fullStart: 7.5,
    fullEnd: 7.5 + sec,
    end: 8 + sec,
  };
  return {
    id: 'made up',
    exercise: 'bridge',
    body: 'stick',
    fps,
    view: 'side',
    camera,
    options: {},
    labels: {
      reps: [{ start: 2, end: 11 + sec, quality: 'faulty' }],
      holds: [
        { start: 3, end: 7, quality: 'good' },
        { start: 7.5, end: 7.5 + sec, quality: 'faulty' },
        { start: 8 + sec, end: 10 + sec, quality: 'good' },
      ],
      faults: [label],
    },
    frames: Array.from({ length: Math.round((12 + sec) * fps) }, (_, n) => ({
      t: n / fps,
      joints3d: {},
      angles: { rightShoulderHipKnee: at(n / fps) },
    })),
  };
}

const listFaults = (clip: Clip): ReturnType<typeof listTrueFaults> =>
  listTrueFaults(
    'gluteBridge',
    clip,
    new TrueReferences(catalogue.gluteBridge, clip, computeCourses(clip)),
  );

describe('a true fault', () => {
  it('counts from where the row’s fail limit of 10° is passed for its dwell of a second', () => {
    const [fault, ...others] = listFaults(trueDrop({ deg: 20, sec: 2 }));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ label: 'hips_drop', side: null });
    expect(fault?.rule.specRow).toBe('E01-F2');
    // Half-way down the ramp of 0.5 s, and half-way up again.
    expect(fault?.startSec).toBeCloseTo(7.25, 1);
    expect(fault?.endSec).toBeCloseTo(9.75, 1);
  });

  it.each([
    ['too small', { deg: 9, sec: 2 }],
    ['too short', { deg: 20, sec: 0.3 }],
  ])('does not count where it is %s', (_, drop) => {
    expect(listFaults(trueDrop(drop))).toEqual([]);
  });

  it('has no visible row where the camera stands elsewhere', () => {
    const front = { ...trueDrop({ deg: 20, sec: 2 }), view: 'front' };
    expect(listFaults(front)).toMatchObject([{ visible: [] }]);
  });
});

describe('a clip', () => {
  const drop = { deg: 20, sec: 2 };

  it('whose fault is found in time is a hit without alarms', () => {
    const score = scoreClip('gluteBridge', trueDrop(drop), filmDrop(drop));
    expect(score.faults).toMatchObject([{ finding: 'hit' }]);
    expect(Math.abs(score.faults[0]?.lateSec ?? Infinity)).toBeLessThan(0.3);
    expect(score.falseAlarms).toEqual([]);
    expect(score).toMatchObject({ recommended: true, goodReps: 2, unseenShare: 0 });
    expect(score.reps).toEqual({ counted: 1, truth: 1 });
    expect(Math.abs(score.holds?.lengthSec[0] ?? Infinity)).toBeLessThan(0.3);
    expect(Math.abs(score.holds?.goodSec ?? Infinity)).toBeLessThan(0.3);
    const angle = score.angles['trunk-thigh'];
    expect((angle?.sumDeg ?? Infinity) / (angle?.frames ?? 0)).toBeLessThan(2);
  });

  it('whose fault is not in the trace is a miss', () => {
    const score = scoreClip('gluteBridge', trueDrop(drop), filmDrop({ deg: 0, sec: 2 }));
    expect(score.faults).toMatchObject([{ finding: 'missed' }]);
    expect(score.holds?.goodSec).toBeGreaterThan(1.5);
  });

  it('whose trace shows what is not there is a false alarm', () => {
    const clip = trueDrop({ deg: 0, sec: 2 });
    const good = { ...clip, labels: { ...clip.labels, faults: [] } };
    const score = scoreClip('gluteBridge', good, filmDrop(drop));
    expect(score.falseAlarms).toMatchObject([
      { faultId: 'hipsSag', level: 'fail', during: 'good' },
    ]);
  });

  it('whose hold is not found counts as a lost hold and a wrong count', () => {
    const score = scoreClip(
      'gluteBridge',
      trueDrop(drop),
      film(lying).stay(14).toTrace('gluteBridge'),
    );
    expect(score.reps).toEqual({ counted: 0, truth: 1 });
    expect(score.holds?.lengthSec).toEqual([undefined]);
    const page = describeResults({ clips: [score], planks: [], lunges: [], swings: [] });
    expect(page).toContain('unseen hips_drop');
    expect(page).toContain('0 reps counted of 1');
    expect(page).toMatch(/\| recall +\| ≥ 95 % +\| 0 % +\| no +\|/);
    expect(page).toMatch(/\| plank pictures, low +\| ≥ 95 % +\| – +\| not measured \|/);
  });

  it('whose back arches tells how the score follows it, and how often there is one', () => {
    const still = trueDrop({ deg: 0, sec: 2 });
    const clip = {
      ...still,
      frames: still.frames.map((frame) => ({
        ...frame,
        angles: { ...frame.angles, lumbar: frame.t > 7.5 && frame.t < 9.5 ? 14 : 0 },
      })),
    };
    const filmArch = (from: PoseBuilder): Trace =>
      film(from)
        .stay(2)
        .move(1, hipsAt(180))
        .stay(4.5)
        .move(0.1, (now) => now.outlined(14))
        .stay(1.9)
        .move(0.1, (now) => now.outlined(0))
        .stay(2.4)
        .move(1, hipsAt(118))
        .stay(1)
        .toTrace('gluteBridge');
    const { curve } = scoreClip('gluteBridge', clip, filmArch(lying.outlined()));
    // The median of a second comes half a second late; two seconds of the hold teach the neutral.
    expect(curve?.r).toBeGreaterThan(0.6);
    expect(curve?.seenShare).toBeGreaterThan(0.5);
    expect(curve?.seenShare).toBeLessThan(0.9);
    const hidden = scoreClip('gluteBridge', clip, filmDrop({ deg: 0, sec: 2 }));
    expect(hidden.curve).toEqual({ r: undefined, seenShare: 0 });
  });

  it('whose fault the camera cannot show lowers no recall', () => {
    const clip = { ...trueDrop(drop), view: 'front' };
    const score = scoreClip('gluteBridge', clip, filmDrop(drop));
    expect(score.faults).toMatchObject([{ finding: 'elsewhere' }]);
    const [, row] = tableFaults([score]);
    expect(row?.slice(0, 4)).toEqual(['gluteBridge', 'hips_drop', '0', '0']);
    expect(row?.at(-1)).toBe('1');
  });
});

describe('the yaw of a camera', () => {
  it.each([
    [90, 0],
    [-80, 10],
    [0, 90],
    [135, 45],
    [180, 90],
  ])('at %i° around the athlete is %i°', (azimuth, yawDeg) => {
    const clip = trueDrop({ deg: 20, sec: 2 }, { azimuth, height: 0.4 });
    expect(trueYawDeg(clip)).toBeCloseTo(yawDeg, 6);
  });
});

describe('labelled pictures of planks', () => {
  const joints = ['shoulder', 'hip', 'knee', 'ankle'];
  const header = `label,${joints
    .flatMap((joint) => ['left', 'right'].map((side) => `${side}_${joint}`))
    .flatMap((name) => ['x', 'y', 'z', 'v'].map((part) => `${name}_${part}`))
    .join(',')}`;
  /** A straight line from the shoulder to the ankle; the hip so far out of it, as a share. */
  const row = (label: string, hipDown: number): string => {
    const points = [
      [0.2, 0.5],
      [0.45, 0.55 + hipDown],
      [0.65, 0.59],
      [0.8, 0.62],
    ];
    const cells = points.flatMap(([x, y]) => [x, y, 0, 0.9, x, y, 0, 0.9]);
    return [label, ...cells].join(',');
  };

  it('are read with left and right of the person and the picture’s own sides', () => {
    const [frame] = parseFrameSet(`${header}\n${row('C', 0)}\n`);
    expect(frame?.label).toBe('C');
    expect(frame?.image[11]).toEqual({ xPx: 256, yPx: 360, score: 0.9 });
    expect(frame?.image[27]).toEqual({ xPx: 1024, yPx: 0.62 * 720, score: 0.9 });
    expect(frame?.image[0]).toBeUndefined();
  });

  it('fail low and high hips against the correct ones, which fail nothing', () => {
    const rows = [row('C', 0), row('C', 0.002), row('L', 0.08), row('H', -0.12)];
    const verdicts = judgePlanks(parseFrameSet([header, ...rows].join('\n')), 'C');
    expect(verdicts.map(({ label, failed }) => [label, ...failed])).toEqual([
      ['C'],
      ['C'],
      ['L', 'lowBackSags'],
      ['H', 'hipsHigh'],
    ]);
  });
});

describe('labelled pictures of lunges', () => {
  /** A left leg in front, its knee so far ahead of the ankle; the right one behind. */
  const lunge = (label: string, ahead: number): LabelledFrame => {
    const image = new Array<Keypoint | undefined>(33).fill(undefined);
    const put = (index: number, xPx: number, yPx: number): void => {
      image[index] = { xPx, yPx, score: 1 };
    };
    put(0, 540, 120);
    put(11, 500, 200);
    put(23, 500, 400);
    put(25, 600 + ahead, 450);
    put(27, 600, 600);
    put(28, 350, 560);
    put(29, 590, 610);
    put(30, 330, 600);
    put(31, 650, 610);
    put(32, 370, 610);
    return { label, image, world: [] };
  };

  it('tell how far the shank leans and how often further than in a correct one', () => {
    const set = [lunge('C', 0), lunge('C', 40), lunge('L', 150), lunge('L', 20)];
    const [correct, over] = measureLunges(set, 'C');
    expect(correct).toMatchObject({ label: 'C', pictures: 2, aboveCorrect: 0.5 });
    expect(over).toMatchObject({ label: 'L', pictures: 2, aboveCorrect: 0.75 });
    expect(over?.shankInclineDeg).toBeCloseTo((45 + 7.6) / 2, 1);
  });
});

describe('recorded swings', () => {
  it('with nobody in the picture count nothing against the bottoms that were marked', () => {
    const trace = film(pose().standing()).gone(3).toTrace('kettlebellSwing');
    expect(scoreSwings('empty', trace, [1, 2])).toEqual({
      name: 'empty',
      counted: 0,
      truth: 2,
      failed: [],
    });
  });
});

describe('a table', () => {
  it('is Markdown with aligned columns', () => {
    expect(formatTable([['a', 'long name'], ['12345']])).toBe(
      '| a     | long name |\n| ----- | --------- |\n| 12345 |           |',
    );
  });
});

describe('the part of the page on the back', () => {
  const page =
    '# Accuracy\n\n## Angles\n\na\n\n## Back curve\n\nold\n\n## Back curve by clip\n\nold\n\n## Camera\n\nc\n';

  it('takes the place of the one before it, and nothing else’s', () => {
    const changed = replacePart(page, 'Back curve', '## Back curve\n\nnew\n');
    expect(changed).toBe(
      '# Accuracy\n\n## Angles\n\na\n\n## Back curve\n\nnew\n\n## Camera\n\nc\n',
    );
    expect(replacePart('# Accuracy\n', 'Back curve', '## Back curve\n\nnew')).toBe(
      '# Accuracy\n\n## Back curve\n\nnew\n',
    );
    expect(replacePart(page, 'Wider set', findPart(page, 'Wider set'))).toBe(page);
    expect(findPart(page, 'Back curve')).toBe(
      '## Back curve\n\nold\n\n## Back curve by clip\n\nold',
    );
  });
});
