import fc from 'fast-check';
import { expect } from 'vitest';

/** `npm run fuzz` asks for more. */
const numRuns = Number(process.env.HIPLINE_FUZZ ?? 500);
const isLong = process.env.HIPLINE_FUZZ !== undefined;
/** An input that takes a reader longer has hung it. */
const hangMs = 1000;

/** For the slowest reader and 10,000 inputs. */
export const fuzzTimeout = 600_000;

/**
 * Gives a reader so many inputs, one after the other; the longest time is printed and held against
 * its limit in the long run, as a short one stands among other tests.
 */
export async function fuzz<T>(
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void | Promise<void>,
): Promise<void> {
  let longestMs = 0;
  const timed = async (input: T): Promise<void> => {
    const [start, used] = [performance.now(), process.cpuUsage()];
    await check(input);
    const { user, system } = process.cpuUsage(used);
    // Not what other programs took meanwhile.
    const tookMs = Math.min(performance.now() - start, (user + system) / 1000);
    longestMs = Math.max(longestMs, tookMs);
  };
  await fc.assert(fc.asyncProperty(inputs, timed), { numRuns });
  if (!isLong) return;
  // eslint-disable-next-line no-console -- the figure that the command is run for
  console.log(`${numRuns} inputs, the longest ${longestMs.toFixed(0)} ms`);
  expect(longestMs).toBeLessThan(hangMs);
}

/** One sentence for people: a line of its own, with words in it, and not the whole input again. */
export function expectSentence(text: string): void {
  expect(text).toMatch(/\S/);
  expect(text).not.toContain('\n');
  expect(text.length).toBeLessThan(400);
}
