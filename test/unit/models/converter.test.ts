import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHalves, encodeHalves } from '../../../models/float16.mjs';
import { packWeights } from '../../../models/packWeights.mjs';
import { densify } from '../../../models/sparse.mjs';
import { unpackWeights } from '../../../src/pose/packedWeights';

const encodeOne = (value: number): number => encodeHalves([value]).readUInt16LE(0);

describe('half precision', () => {
  it('encodes and decodes every finite half to itself', () => {
    const finite = Array.from({ length: 0x10000 }, (_, bits) => bits).filter(
      (bits) => (bits & 0x7c00) !== 0x7c00,
    );
    const bytes = Buffer.from(Uint16Array.from(finite).buffer);
    expect(encodeHalves(decodeHalves(bytes)).equals(bytes)).toBe(true);
  });

  it('knows the usual numbers', () => {
    expect([0, 1, -2, 0.5, 65504, 2 ** -24].map(encodeOne)).toEqual([
      0x0000, 0x3c00, 0xc000, 0x3800, 0x7bff, 0x0001,
    ]);
  });

  it('rounds to the nearest, ties to even, and clamps', () => {
    expect(encodeOne(1 + 2 ** -11)).toBe(0x3c00);
    expect(encodeOne(1 + 3 * 2 ** -11)).toBe(0x3c02);
    expect(encodeOne(1e9)).toBe(0x7bff);
    expect(encodeOne(-1e9)).toBe(0xfbff);
    expect(encodeOne(1e-12)).toBe(0);
  });

  it('is never off by more than half a step', () => {
    const value = fc.double({ min: -60000, max: 60000, noNaN: true });
    fc.assert(
      fc.property(value, (x) => {
        const [back = NaN] = decodeHalves(encodeHalves([x]));
        const step = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(x) || 1)), -14) - 10);
        expect(Math.abs(back - x)).toBeLessThanOrEqual(step / 2 + 1e-12);
      }),
    );
  });
});

describe('sparse constants', () => {
  it('come out dense: rows compressed, as CSR', () => {
    const sparsity = {
      order: [0, 1],
      blockMap: [],
      dimensions: [{ size: 2 }, { segments: [0, 2, 3], indices: [0, 2, 1] }],
    };
    expect([...densify(sparsity, [2, 3], [5, 6, 7])]).toEqual([5, 0, 6, 0, 7, 0]);
  });

  it('come out dense: blocks of two rows', () => {
    // A 4×2 matrix in blocks of 2×1: block row 0 has column 1, block row 1 has column 0.
    const sparsity = {
      order: [0, 1, 2],
      blockMap: [0],
      dimensions: [{ size: 2 }, { segments: [0, 1, 2], indices: [1, 0] }, { size: 2 }],
    };
    expect([...densify(sparsity, [4, 2], [1, 2, 3, 4])]).toEqual([0, 1, 0, 2, 3, 0, 4, 0]);
  });

  it('come out dense: stored column by column', () => {
    const sparsity = {
      order: [1, 0],
      blockMap: [],
      dimensions: [{ size: 2 }, { segments: [0, 1, 2], indices: [1, 0] }],
    };
    expect([...densify(sparsity, [2, 2], [8, 9])]).toEqual([0, 9, 8, 0]);
  });
});

describe('packed weights', () => {
  const halves = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
    maxLength: 200,
  });

  it('come out as they went in', () => {
    fc.assert(
      fc.property(halves, (values) => {
        const bytes = new Uint8Array(Uint16Array.from(values).buffer);
        expect(unpackWeights(gunzipSync(packWeights(bytes)), bytes.length)).toEqual(bytes);
      }),
    );
  });

  it('are refused where they are of another length', () => {
    const planes = gunzipSync(packWeights(Uint8Array.of(1, 2, 0, 0, 3, 4)));
    expect(unpackWeights(planes, 400)).toBeUndefined();
    expect(unpackWeights(planes.subarray(0, 4), 6)).toBeUndefined();
    expect(unpackWeights(new Uint8Array(0), 6)).toBeUndefined();
  });
});
