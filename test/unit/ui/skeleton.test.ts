import { describe, expect, it } from 'vitest';
import { keypointCount, keypointNames } from '../../../src/core/body/keypoint';
import { bones, lineJoints } from '../../../src/ui/overlay/skeleton';

const nameOf = (index: number): string | undefined => keypointNames[index];

describe('skeleton', () => {
  it('joins keypoints that exist, and no point with itself', () => {
    for (const [from, to] of bones) {
      expect(from).toBeLessThan(keypointCount);
      expect(to).toBeLessThan(keypointCount);
      expect(from).not.toBe(to);
    }
  });

  it('has as many bones on the left as on the right', () => {
    const ofSide = (side: string): number =>
      bones.filter((bone) => bone.every((index) => nameOf(index)?.startsWith(side))).length;
    expect(ofSide('left')).toBe(ofSide('right'));
    expect(ofSide('left')).toBeGreaterThan(5);
  });

  it('measures the hip between shoulder and knee, the knee between hip and ankle', () => {
    expect(lineJoints('hip', 'right').map(nameOf)).toEqual([
      'rightShoulder',
      'rightHip',
      'rightKnee',
    ]);
    expect(lineJoints('knee', 'left').map(nameOf)).toEqual(['leftHip', 'leftKnee', 'leftAnkle']);
  });
});
