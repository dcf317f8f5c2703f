import { describe, expect, it } from 'vitest';
import { isStillValid, parseSafety } from '../../../src/app/safety.svelte';

const dayMs = 24 * 3600 * 1000;

describe('the questions on safety', () => {
  it('are asked before first use and monthly', () => {
    expect(isStillValid(undefined, 0)).toBe(false);
    expect(isStillValid(0, 29 * dayMs)).toBe(true);
    expect(isStillValid(0, 31 * dayMs)).toBe(false);
  });

  it('are asked again where the answer is from the future or cannot be read', () => {
    expect(isStillValid(dayMs, 0)).toBe(false);
    expect(parseSafety('{"version":1,"answeredAtMs":5}')).toBe(5);
    for (const text of [null, '', '{}', '{"version":1,"answeredAtMs":"5"}']) {
      expect(parseSafety(text)).toBeUndefined();
    }
  });
});
