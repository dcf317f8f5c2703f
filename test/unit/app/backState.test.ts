import { describe, expect, it } from 'vitest';
import { findBackBand, findBackLevel, listOutlines } from '../../../src/app/backState';
import type { BackView } from '../../../src/core/coach/display';
import { snapshotOf, verdictOf } from '../../support/snapshotBuilder';

const backOf = (part: Partial<BackView> = {}): BackView => ({
  score: 0,
  bands: { warnAbove: 12, warnBelow: -12 },
  hidden: undefined,
  neutral: 'known',
  outlines: [{ own: [{ xPx: 1, yPx: 2 }], neutral: [undefined] }],
  ...part,
});

describe('the low back in words', () => {
  it.each([
    [undefined, 'unseen'],
    [0, 'neutral'],
    [11.9, 'neutral'],
    [12, 'arched'],
    [-12, 'rounded'],
  ] as const)('calls a score of %s %s', (score, band) => {
    expect(findBackBand(backOf({ score }))).toBe(band);
  });

  it('is never rounded where no rule judges rounding', () => {
    expect(findBackBand(backOf({ score: -20, bands: { warnAbove: 7 } }))).toBe('neutral');
  });

  it('has the worst level of the rows about the back alone', () => {
    const verdicts = [
      verdictOf({ faultId: 'hipsSag', level: 'fail' }),
      verdictOf({ faultId: 'backArch', level: 'warn' }),
    ];
    expect(findBackLevel(snapshotOf({ verdicts }))).toBe('warn');
    expect(findBackLevel(snapshotOf({ back: backOf() }))).toBe('ok');
  });

  it('is not drawn as good while it is unseen, and keeps a fault that stands', () => {
    const back = backOf({ score: undefined, hidden: 'cameraTooHigh' });
    const verdicts = [verdictOf({ faultId: 'backArch', level: 'warn' })];
    expect(findBackLevel(snapshotOf({ back }))).toBe('unseen');
    expect(findBackLevel(snapshotOf({ back, verdicts }))).toBe('warn');
  });

  it('is drawn in a running set only, and not in the dark', () => {
    const back = backOf();
    expect(listOutlines(snapshotOf({ back })).outlines).toHaveLength(1);
    for (const part of [{ dark: true }, { setPhase: 'ended' }, { back: undefined }] as const) {
      expect(listOutlines(snapshotOf({ back, ...part })).outlines).toEqual([]);
    }
  });
});
