import { describe, expect, it } from 'vitest';
import { budgetKb, measureJudgeGarbage } from '../../bench/garbage.mjs';
import { loadJudge, readTraceText } from '../../bench/judgeBundle.mjs';

const traces = ['bridge_side_drop_female', 'deadlift_side_male', 'squat_front_female'];

describe('what a judged frame throws away', () => {
  // By bytes, not by time; a new list or object in a frame is one or two hundredths of the budget.
  it('stays within its budget', async () => {
    const { loadHour } = await loadJudge();
    for (const name of traces) {
      const { bytes, frames } = await measureJudgeGarbage(loadHour(readTraceText(name)));
      expect(bytes / frames / 1024, name).toBeLessThan(budgetKb.judge);
    }
  }, 120_000);
});
