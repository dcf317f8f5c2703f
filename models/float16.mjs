/** IEEE 754 half precision, the format in which BlazePose's weights are stored. */

const single = new Float32Array(1);
const singleBits = new Uint32Array(single.buffer);

function halfToSingle(half) {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const singles = Float32Array.from({ length: 0x10000 }, (_, half) => halfToSingle(half));

/** Halves (bit patterns, little-endian bytes) as single-precision numbers; exact. */
export function decodeHalves(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from(
    { length: bytes.length / 2 },
    (_, k) => singles[view.getUint16(2 * k, true)],
  );
}

/** The nearest half of a number, ties to even, as a bit pattern; clamps at the largest half. */
function singleToHalf(value) {
  single[0] = value;
  const bits = singleBits[0];
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 255) - 112;
  const fraction = bits & 0x7fffff;
  if (exponent >= 31) return sign | 0x7bff;
  if (exponent < -10) return sign;
  const subnormal = exponent <= 0;
  const shift = subnormal ? 14 - exponent : 13;
  const mantissa = subnormal ? fraction | 0x800000 : fraction;
  const base = (subnormal ? 0 : exponent << 10) | (mantissa >>> shift);
  const rest = mantissa & ((1 << shift) - 1);
  const middle = 1 << (shift - 1);
  // A carry out of the fraction runs into the exponent, which is what rounding up should do.
  return sign | (base + (rest > middle || (rest === middle && base & 1) ? 1 : 0));
}

/** Numbers as little-endian halves; exact for numbers that were halves before. */
export function encodeHalves(values) {
  const bytes = Buffer.alloc(2 * values.length);
  for (let k = 0; k < values.length; k++) bytes.writeUInt16LE(singleToHalf(values[k]), 2 * k);
  return bytes;
}
