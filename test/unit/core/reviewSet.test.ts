import { describe, expect, it } from 'vitest';
import { judgeTrace } from '../../../src/core/report/judgeTrace';
import { toMeasureKey } from '../../../src/core/report/keyMeasures';
import { reviewTrace } from '../../../src/core/report/reviewSet';
import {
  findFrame,
  readColumn,
  readLineSide,
  readOutlines,
  readPose,
} from '../../../src/core/report/reviewTrack';
import { cueText } from '../../../src/text/cues';
import { unseenText } from '../../../src/text/unseen';
import { readReplayTrace } from '../../support/replayTrace';

const words = { cue: cueText, unseen: unseenText };
const trace = readReplayTrace('bridge_side_drop_female');
const options = { exercise: 'gluteBridge', targetSec: 1 } as const;
const set = reviewTrace(trace, options, words);

describe('a set judged anew', () => {
  it('comes to the verdict of the judge', () => {
    expect(set.verdict).toEqual(judgeTrace(trace, options, words).verdict);
  });

  it('has a row for each alert, whose peak lies within it', () => {
    expect(set.ledger.map(({ faultId, level }) => [faultId, level])).toEqual(
      set.verdict.faults.map(({ id, level }) => [id, level]),
    );
    for (const row of set.ledger) {
      expect(row.peakSec).toBeGreaterThanOrEqual(row.startSec);
      expect(row.peakSec).toBeLessThanOrEqual(row.endSec);
      expect(row.confidence).toBeGreaterThan(0.5);
    }
  });

  it('keeps every frame with its own time', () => {
    expect([...set.track.tSec]).toEqual(trace.frames.map(({ tSec }) => tSec));
    const late = trace.frames[100]!;
    expect(findFrame(set.track.tSec, late.tSec)).toBe(100);
    expect(findFrame(set.track.tSec, late.tSec + 0.001)).toBe(100);
    expect(findFrame(set.track.tSec, -5)).toBe(0);
    // A pose's 1 µs beside the ticks of an MP4, and beside the milliseconds of a WebM.
    expect(findFrame(new Float64Array([10.8996701388889, 10.9663368055556]), 10.966333)).toBe(1);
    expect(findFrame(new Float64Array([10.9, 10.967]), 10.966336)).toBe(1);
  });

  it('draws the pose, the line and the outlines of a frame', () => {
    const sag = set.ledger.find(({ faultId }) => faultId === 'hipsSag')!;
    const frame = findFrame(set.track.tSec, sag.peakSec);
    expect(readPose(set.track, frame)?.[23]?.score).toBeGreaterThan(0.5);
    expect(readLineSide(set.track, frame)).toMatchObject({ alone: true });
    const drawn = [...set.track.tSec.keys()].filter((at) => {
      const [back] = readOutlines(set.track, at);
      return back?.own.some(Boolean) === true && back.neutral.some(Boolean);
    });
    expect(drawn.length).toBeGreaterThan(50);
  });

  it('shows the gauge and the back, with their limits', () => {
    expect(set.shown.map(({ signal }) => signal).slice(0, 2)).toEqual([
      'trunkThighDeg',
      'backCurveScore',
    ]);
    expect(set.shown[0]?.bands).toMatchObject({ warnAbove: 10, failAbove: 15, warnBelow: -15 });
  });

  it('has the measure where the ledger says it was', () => {
    const sag = set.ledger.find(({ faultId }) => faultId === 'hipsSag')!;
    const column = set.track.measures[toMeasureKey('trunkThighDropDeg', 'holdEntry')];
    const value = readColumn(column, findFrame(set.track.tSec, sag.peakSec))!;
    expect(Math.abs(value - sag.peak)).toBeLessThan(5);
  });
});

it('knows the sides of measures that have them', () => {
  const squat = reviewTrace(readReplayTrace('squat_front_female'), { exercise: 'squat' }, words);
  const caving = squat.shown.find(({ keys }) => keys.length === 2);
  expect(caving?.keys.map((key) => key.split('.')[1])).toEqual(['left', 'right']);
  const cave = squat.ledger.find(({ faultId }) => faultId === 'kneesCave')!;
  const column = squat.track.measures[toMeasureKey(`kneeFppaDeg.${cave.side!}`, 'goodRep')];
  expect(column?.some((value) => !Number.isNaN(value))).toBe(true);
});
