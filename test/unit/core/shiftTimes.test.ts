import { describe, expect, it } from 'vitest';
import { endSet, startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { CoachEvent } from '../../../src/core/coach/snapshot';
import { readFormat } from '../../../src/core/report/judgeTrace';
import { shiftTimes } from '../../../src/core/report/shiftTimes';
import type { PoseFrame } from '../../../src/core/body/poseFrame';
import { readReplayTrace } from '../../support/replayTrace';

const trace = readReplayTrace('bridge_side_drop_female');

/** What a live set tells of frames. */
function tell(frames: readonly PoseFrame[]): readonly CoachEvent[] {
  const run = startSet({
    ...readFormat(trace),
    exercise: 'gluteBridge',
    targetSec: 1,
    begin: 'start',
  });
  const events = frames.flatMap((frame) => stepSet(run, frame).events);
  return [...events, ...endSet(run).events];
}

/** To the microsecond, which is as fine as a trace is written. */
const rounded = (events: readonly CoachEvent[]): unknown =>
  JSON.parse(
    JSON.stringify(events, (_key, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
    ),
  );

describe('moved times', () => {
  it('leave durations and everything else as they are', () => {
    const event = { type: 'x', tSec: 3, rep: { startSec: 1, endSec: 2.5, goodSec: 1 } };
    expect(shiftTimes([event], -1)).toEqual([
      { type: 'x', tSec: 2, rep: { startSec: 0, endSec: 1.5, goodSec: 1 } },
    ]);
  });

  it('a set tells the same whenever its clock began, before 0 too', () => {
    // Two seconds of lying still, as before a live set.
    const [first] = trace.frames;
    if (first === undefined) throw new Error('no frames');
    const still = Array.from({ length: 60 }, (_, i) => ({ ...first, tSec: i / 30 - 2 }));
    const frames = [...still, ...trace.frames];
    const told = tell(frames);
    expect(told.map(({ type }) => type)).toContain('holdStarted');
    const moved = tell(frames.map((frame) => ({ ...frame, tSec: frame.tSec + 64 })));
    expect(rounded(shiftTimes(moved, -64))).toEqual(rounded(told));
  });
});
