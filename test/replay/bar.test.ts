import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../src/core/body/poseFrame';
import { encodeTrace, parseTrace, type Trace } from '../../src/core/trace/trace';
import { barClip, drawClipBar, headEndBarClip, readBarTruth } from '../support/clipBar';
import { judge } from '../support/judged';
import { inReplay, readReplayTrace } from '../support/replayTrace';
import { compareWithGolden, tellStory } from '../support/story';

/**
 * What the product's tracker saw of a rendered single-leg bridge, with a bar across the pelvis that
 * the clip's own camera draws by its truth.
 */

const options = { targetSec: 1 } as const;
const truth = readBarTruth();
const seen = readReplayTrace(barClip);
const isWithin = (tSec: number, fromSec: number, toSec: number): boolean =>
  tSec >= fromSec && tSec < toSec;

const withBar = (barOf: (frame: PoseFrame, n: number) => PoseFrame['bar']): Trace => ({
  ...seen,
  frames: seen.frames.map((frame, n) => {
    const bar = barOf(frame, n);
    return bar === undefined ? frame : { ...frame, bar };
  }),
});

const dipsOf = (trace: Trace) =>
  judge(trace, options)
    .snapshots.at(-1)
    ?.faults.filter(({ faultId }) => faultId === 'pelvisDips');

const barred = withBar((_, n) => drawClipBar(truth, n));
/** The hips stay as they were in frame 130, whatever the legs do. */
const levelBar = withBar((_, n) => drawClipBar(truth, Math.min(n, 130)));

describe('a bar across a pelvis that dips by 5° and by 11°', () => {
  const judged = judge(barred, options);

  it('tells its golden story', () => {
    expect(compareWithGolden(inReplay('golden/slbridge_bar_male.txt'), tellStory(judged))).toBe('');
  });

  it('is within a degree of the truth throughout the hold', () => {
    const offDeg = judged.snapshots.flatMap(({ tSec, signals }, n) => {
      const dipDeg = truth.angles.pelvicTiltFrontal?.[n] ?? NaN;
      return isWithin(tSec, 2.9, 10.9) ? [Math.abs((signals.barRollDeg ?? NaN) + dipDeg)] : [];
    });
    expect(Math.max(...offDeg)).toBeLessThan(1);
  });

  it('speaks in place of the keypoints, and counts', () => {
    // The lesser one is over 5° for less than a second, which the keypoints do not tell.
    expect(dipsOf(barred)).toMatchObject([
      { level: 'fail', side: 'left', grade: 'A2', provisional: false },
    ]);
    expect(dipsOf(seen)?.map(({ grade, provisional }) => [grade, provisional])).toEqual([
      ['A3', true],
      ['A3', true],
    ]);
    // The leg sinks, the pelvis does not: with a bar there is no dip.
    expect(dipsOf(levelBar)).toEqual([]);
  });

  it('is read as well six times a second', () => {
    const seldom = withBar((_, n) => (n % 5 === 0 ? drawClipBar(truth, n) : undefined));
    expect(dipsOf(seldom)).toMatchObject([{ level: 'fail', grade: 'A2' }]);
  });

  it('leaves the word to the keypoints, at their grade, where its level was not seen', () => {
    const late = withBar(({ tSec }, n) => (tSec < 2.6 ? undefined : drawClipBar(truth, n)));
    expect(dipsOf(late)?.map(({ grade }) => grade)).toEqual(['A3', 'A3']);
  });

  it('cannot be seen once an end of it is hidden, and the keypoints do not step in', () => {
    const hidden = withBar(({ tSec }, n) => (tSec < 5 ? drawClipBar(truth, n) : undefined));
    const { snapshots } = judge(hidden, options);
    const later = snapshots.filter(({ tSec }) => isWithin(tSec, 6.5, 10));
    const verdicts = later.flatMap(({ verdicts: all }) =>
      all.filter(({ faultId }) => faultId === 'pelvisDips'),
    );
    expect(new Set(verdicts.map(({ level, unseen }) => `${level} ${String(unseen)}`))).toEqual(
      new Set(['unknown barHidden']),
    );
  });

  it('says so where it stands along the line of sight', () => {
    const short = withBar((_, n) => {
      const [x1, y1, x2, y2] = drawClipBar(truth, n);
      const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
      return [x + (x1 - x) / 4, y + (y1 - y) / 4, x + (x2 - x) / 4, y + (y2 - y) / 4];
    });
    const { snapshots } = judge(short, options);
    expect(snapshots.at(-1)?.bar?.isReadable).toBe(false);
    expect(dipsOf(short)?.map(({ grade }) => grade)).toEqual(['A3', 'A3']);
  });

  it('is judged the same from a file', () => {
    const read = parseTrace(encodeTrace(barred));
    expect(read.ok && tellStory(judge(read.value, options))).toBe(tellStory(judged));
  });
});

describe('the same over the head, of a pelvis that dips by 10° and by 13°', () => {
  const own = readBarTruth(headEndBarClip);
  const plain = readReplayTrace(headEndBarClip);
  const frames = plain.frames.map((frame, n) => ({ ...frame, bar: drawClipBar(own, n) }));
  const judged = judge({ ...plain, frames }, options);

  it('is within a degree and a half of the truth throughout the hold', () => {
    const offDeg = judged.snapshots.flatMap(({ tSec, signals }, n) => {
      const dipDeg = own.angles.pelvicTiltFrontal?.[n] ?? NaN;
      return isWithin(tSec, 2.9, 10.9) ? [Math.abs((signals.barRollDeg ?? NaN) - dipDeg)] : [];
    });
    expect(Math.max(...offDeg)).toBeLessThan(1.5);
  });

  it('speaks in place of the keypoints, and counts', () => {
    const dips = judged.snapshots.at(-1)?.faults.filter(({ faultId }) => faultId === 'pelvisDips');
    const graded = { level: 'fail', side: 'right', grade: 'A2', provisional: false };
    expect(dips).toMatchObject([graded, graded]);
  });
});
