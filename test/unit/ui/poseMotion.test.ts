import { describe, expect, it } from 'vitest';
import { PoseMotion } from '../../../src/ui/overlay/poseMotion';

const at = (xPx: number, yPx = 10) => [{ xPx, yPx, score: 1 }, undefined];

/** Two poses, so many milliseconds apart. */
function moving(betweenMs: number): PoseMotion {
  const motion = new PoseMotion();
  motion.take(at(100), 1000);
  motion.take(at(108, 6), 1000 + betweenMs);
  return motion;
}

describe('a pose between two of its frames', () => {
  it('goes on at its own speed', () => {
    const motion = moving(32);
    expect(motion.at(1032)).toEqual(at(108, 6));
    expect(motion.at(1048)).toEqual(at(112, 4));
    expect(motion.moves(1048)).toBe(true);
  });

  it('stops where the next one would have come', () => {
    const motion = moving(32);
    expect(motion.at(1100)).toEqual(at(116, 2));
    expect(motion.moves(1100)).toBe(false);
  });

  it('stands still after a gap, and while there is one pose only', () => {
    expect(moving(400).at(1410)).toEqual(at(108, 6));
    const first = new PoseMotion();
    first.take(at(100), 1000);
    expect(first.at(1010)).toEqual(at(100));
  });

  it('is none where nobody is seen', () => {
    const motion = moving(32);
    motion.take(undefined, 1064);
    expect(motion.at(1070)).toBeUndefined();
  });
});
