import { describe, expect, it } from 'vitest';
import { filterSets, groupByDay, noFilter } from '../../../src/app/libraryFilter';
import type { LibraryEntry } from '../../../src/recording/library';

const nowMs = new Date(2026, 10, 25, 12).getTime();
const dayMs = 86_400_000;

const entry = (part: Partial<LibraryEntry>): LibraryEntry => ({
  id: 'a',
  exercise: 'gluteBridge',
  source: 'camera',
  side: undefined,
  startedAtMs: nowMs,
  durationSec: 60,
  goodSec: 50,
  reps: ['good', 'good'],
  faults: [],
  noteCount: 0,
  sizeBytes: 1,
  hasVideo: true,
  hasStill: true,
  isCutOff: false,
  ...part,
});

const entries = [
  entry({ id: 'today' }),
  entry({ id: 'faulty', reps: ['good', 'faulty'], startedAtMs: nowMs - 3_600_000 }),
  entry({ id: 'left', exercise: 'singleLegBridge', side: 'left', startedAtMs: nowMs - 2 * dayMs }),
  entry({ id: 'old', startedAtMs: nowMs - 40 * dayMs }),
];

const ids = (filter: Partial<typeof noFilter>): string[] =>
  filterSets(entries, { ...noFilter, ...filter }, nowMs).map(({ id }) => id);

describe('the library', () => {
  it('shows everything without a filter', () => {
    expect(ids({})).toEqual(['today', 'faulty', 'left', 'old']);
  });

  it('filters by exercise, days, side and quality, together too', () => {
    expect(ids({ exercise: 'singleLegBridge' })).toEqual(['left']);
    expect(ids({ days: 28 })).toEqual(['today', 'faulty', 'left']);
    expect(ids({ side: 'left' })).toEqual(['left']);
    expect(ids({ side: 'right' })).toEqual([]);
    expect(ids({ quality: 'faulty' })).toEqual(['faulty']);
    expect(ids({ quality: 'good', days: 1 })).toEqual(['today']);
  });

  it('has a heading for each day of the calendar', () => {
    expect(groupByDay(entries).map((day) => day.entries.map(({ id }) => id))).toEqual([
      ['today', 'faulty'],
      ['left'],
      ['old'],
    ]);
  });
});
