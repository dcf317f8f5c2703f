import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginHoldCues,
  cueAfterRep,
  cueInHold,
  type CueState,
  noCues,
} from '../../../src/core/coach/cuePolicy';
import { isDark, listHeard, type Stage, stageOrder } from '../../../src/core/coach/feedback';
import type { LevelSpan } from '../../../src/core/form/judge';
import type { StandingFault } from '../../../src/core/form/judgeReport';
import type { CueId, Rule } from '../../../src/core/form/rule';
import { sagRule } from '../../support/judgeDriver';

interface Said {
  readonly tSec: number;
  readonly cue: CueId;
  readonly level: 'warn' | 'fail';
  /** Number of the hold or rep, from 1. */
  readonly n: number;
  /** Seconds since its hold began. */
  readonly inHoldSec: number;
}

const rules: readonly Rule[] = (
  [
    ['hipsSag', 'hipsInLine', 2],
    ['overHeight', 'ribcageDown', 1],
    ['ribFlare', 'ribcageDown', 3],
    ['toePush', 'pushThroughHeels', 5],
    ['kneesCave', 'kneesOut', 3],
  ] as const
).map(([faultId, cue, priority]) => ({ ...sagRule, faultId, cue, priority }));

/** A stretch of a stream of faults: which stand for how long. */
const stretch = fc.record({
  sec: fc.double({ min: 0.1, max: 5, noNaN: true }),
  faults: fc.array(
    fc.record({
      rule: fc.constantFrom(...rules),
      level: fc.constantFrom('warn' as const, 'fail' as const),
      share: fc.double({ min: 0, max: 2, noNaN: true }),
    }),
    { maxLength: 4 },
  ),
});

const hold = fc.record({
  restSec: fc.double({ min: 0.5, max: 12, noNaN: true }),
  stretches: fc.array(stretch, { minLength: 1, maxLength: 8 }),
});

/** All that is said in some holds, ten frames a second. */
function speakHolds(
  holds: readonly {
    readonly restSec: number;
    readonly stretches: readonly {
      readonly sec: number;
      readonly faults: readonly StandingFault[];
    }[];
  }[],
  stage: Stage,
): Said[] {
  const said: Said[] = [];
  let state: CueState = noCues;
  let tSec = 0;
  holds.forEach(({ restSec, stretches }, index) => {
    const n = index + 1;
    tSec += restSec;
    const startSec = tSec;
    state = beginHoldCues(state);
    for (const { sec, faults } of stretches) {
      const spans = faults.map(({ rule, level }): LevelSpan => ({
        rule,
        level,
        provisional: false,
        startSec: tSec,
        endSec: undefined,
      }));
      for (const endSec = tSec + sec; tSec < endSec; tSec += 0.1) {
        const heard = listHeard(stage, n, faults, spans, tSec);
        const cue = cueInHold(state, heard, tSec, startSec);
        if (cue === undefined) continue;
        state = cue.state;
        const level = faults.find(({ rule }) => rule.faultId === cue.faultId)?.level ?? 'warn';
        said.push({ tSec, cue: cue.cue, level, n, inHoldSec: tSec - startSec });
      }
    }
  });
  return said;
}

describe('whatever faults come in whatever order (spec 4.1, 4.3)', () => {
  it('no rule of the cues in holds is broken', () => {
    fc.assert(
      fc.property(
        fc.array(hold, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...stageOrder),
        (holds, stage) => {
          const said = speakHolds(holds, stage);
          said.forEach((one, i) => {
            expect(one.inHoldSec).toBeGreaterThanOrEqual(1.5 - 1e-9);
            expect(isDark(stage, one.n)).toBe(false);
            const before = said.slice(0, i);
            for (const other of before) {
              expect(one.tSec - other.tSec).toBeGreaterThanOrEqual(4 - 1e-9);
              if (other.cue === one.cue) {
                expect(one.tSec - other.tSec).toBeGreaterThanOrEqual(8 - 1e-9);
              }
            }
            expect(before.filter(({ n }) => n === one.n).length).toBeLessThan(2);
          });
        },
      ),
    );
  });

  it('no rule of the cues after reps is broken', () => {
    const rep = fc.record({
      sec: fc.double({ min: 0.8, max: 8, noNaN: true }),
      faults: stretch.map(({ faults }) => faults),
    });
    fc.assert(
      fc.property(fc.array(rep, { maxLength: 30 }), fc.constantFrom(1, 3), (reps, repsApart) => {
        let state: CueState = noCues;
        let tSec = 0;
        const said: Said[] = [];
        reps.forEach(({ sec, faults }, index) => {
          tSec += sec;
          const answer = cueAfterRep(state, faults, tSec, repsApart);
          state = answer.state;
          const { cue, faultId } = answer;
          if (cue === undefined) return;
          const fault = faults.find(
            ({ rule, level }) => rule.faultId === faultId && level === 'fail',
          );
          const level = fault === undefined ? 'warn' : 'fail';
          said.push({ tSec, cue, level, n: index + 1, inHoldSec: 0 });
        });
        said.slice(1).forEach((one, i) => {
          const before = said[i];
          if (before === undefined) return;
          expect(one.tSec - before.tSec).toBeGreaterThanOrEqual(4 - 1e-9);
          expect(one.n - before.n).toBeGreaterThanOrEqual(repsApart);
          if (one.n - before.n === 1 && one.cue === before.cue) expect(one.level).toBe('fail');
        });
      }),
    );
  });
});
