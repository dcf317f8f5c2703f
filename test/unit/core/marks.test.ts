import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { judgeTrace } from '../../../src/core/report/judgeTrace';
import { compareLimits, computeAgreement, type Mark } from '../../../src/core/report/marks';
import type { Verdict } from '../../../src/core/report/verdict';
import { parseTrace } from '../../../src/core/trace/trace';
import { cueText } from '../../../src/text/cues';
import { unseenText } from '../../../src/text/unseen';

const path = fileURLToPath(
  new URL('../../replay/traces/bridge_side_drop_female.trace.ndjson.gz', import.meta.url),
);

function judgeWith(failSagDeg: number | undefined): Verdict {
  const trace = parseTrace(gunzipSync(readFileSync(path)).toString('utf8'));
  if (!trace.ok) throw new Error(trace.error.detail);
  const limits =
    failSagDeg === undefined
      ? []
      : [
          {
            specRow: 'E01-F2',
            faultId: 'hipsSag' as const,
            signal: 'trunkThighDropDeg' as const,
            sense: 'above' as const,
            warn: failSagDeg,
            fail: failSagDeg,
          },
        ];
  return judgeTrace(
    trace.value,
    { exercise: 'gluteBridge', changes: { limits } },
    { cue: cueText, unseen: unseenText },
  ).verdict;
}

describe('another limit', () => {
  const before = judgeWith(undefined);
  const sag = before.faults.find(({ id }) => id === 'hipsSag');
  if (sag === undefined) throw new Error('the clip sags');
  const mark = (says: Mark['says']): Mark => ({
    faultId: 'hipsSag',
    side: null,
    startSec: sag.startSec,
    endSec: sag.endSec,
    says,
  });

  it('makes the alerts under it vanish, and says which of them were true', () => {
    const change = compareLimits(before, judgeWith(40), [mark('true')]);
    expect(change.vanished.map(({ id }) => id)).toEqual(['hipsSag']);
    expect(change.lostTrue).toHaveLength(1);
    expect(change.appeared).toEqual([]);
    expect([change.before.sensitivity, change.after.sensitivity]).toEqual([1, 0]);
  });

  it('mends the specificity where the alert was false', () => {
    const change = compareLimits(before, judgeWith(40), [mark('false')]);
    expect([change.before.specificity, change.after.specificity]).toEqual([0, 1]);
    expect(change.lostTrue).toEqual([]);
  });

  it('changes nothing where it is the same', () => {
    const change = compareLimits(before, judgeWith(undefined), [mark('true')]);
    expect([change.vanished, change.appeared]).toEqual([[], []]);
  });
});

describe('agreement', () => {
  it('knows a missed one, and says nothing without marks', () => {
    const missed: Mark = { faultId: 'hipsSag', side: null, startSec: 1, endSec: 2, says: 'missed' };
    expect(computeAgreement([missed], [])).toMatchObject({ missed: 1, sensitivity: 0 });
    expect(computeAgreement([], [])).toMatchObject({ sensitivity: undefined });
  });
});
