/**
 * Undoes models/packWeights.mjs after gzip: a bit for each pair of bytes that is not zero, then their
 * high bytes, then their low ones.
 * @param length of the weights, bytes
 * @returns the weights; undefined where the planes are not those of so many bytes
 */
export function unpackWeights(
  planes: Uint8Array,
  length: number,
): Uint8Array<ArrayBuffer> | undefined {
  const pairs = length / 2;
  const start = Math.ceil(pairs / 8);
  const count = (planes.length - start) / 2;
  if (!Number.isInteger(count) || count < 0 || count > pairs) return undefined;
  const bytes = new Uint8Array(length);
  let at = start;
  for (let k = 0; k < pairs; k++) {
    if (((planes[k >> 3] ?? 0) & (1 << (k & 7))) === 0) continue;
    bytes[2 * k + 1] = planes[at] ?? 0;
    bytes[2 * k] = planes[at + count] ?? 0;
    at++;
  }
  return at - start === count ? bytes : undefined;
}
