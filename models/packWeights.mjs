import { constants, gzipSync } from 'node:zlib';

/**
 * Weights as the app fetches them (src/pose/packedWeights.ts reads it): a bit for each pair of bytes
 * that says whether it is anything but zero, then the high bytes of those pairs, then the low ones,
 * all in gzip. Two thirds of the detector are zeros, and the high bytes of halves are alike; without
 * this a host that does not compress sends it three times as large.
 * @param {Uint8Array} bytes little-endian, an even number
 */
export function packWeights(bytes) {
  const pairs = bytes.length / 2;
  const present = Buffer.alloc(Math.ceil(pairs / 8));
  const high = [];
  const low = [];
  for (let k = 0; k < pairs; k++) {
    if (bytes[2 * k] === 0 && bytes[2 * k + 1] === 0) continue;
    present[k >> 3] |= 1 << (k & 7);
    low.push(bytes[2 * k]);
    high.push(bytes[2 * k + 1]);
  }
  const planes = Buffer.concat([present, Buffer.from(high), Buffer.from(low)]);
  return gzipSync(planes, { level: constants.Z_BEST_COMPRESSION });
}
