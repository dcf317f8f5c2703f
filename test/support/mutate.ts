/**
 * Good inputs with something wrong in them. Everything is drawn from one number, which costs a tenth
 * of building each part by its own arbitrary; the number is what a failure is found again by.
 */
import fc from 'fast-check';

/** Draws whole numbers from 0 up to, not including, a bound. */
type Draw = (bound: number) => number;

/** The generator "mulberry32": the same numbers for the same seed. */
function drawFrom(seed: number): Draw {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

const seed = fc.nat(0x7fff_ffff);

const pick = <T>(draw: Draw, items: readonly T[]): T | undefined => items[draw(items.length)];

/** One of them, to be changed at will. */
const pickCopy = (draw: Draw, items: readonly unknown[]): unknown =>
  structuredClone(pick(draw, items));

const drawBytes = (draw: Draw, most: number): Uint8Array =>
  Uint8Array.from({ length: draw(most + 1) }, () => draw(256));

/** One thing that goes wrong with bytes on their way: flipped, cut off, lost, sent twice, put in. */
function harmBytes(bytes: Uint8Array, draw: Draw): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = draw(bytes.length);
  const length = 1 + draw(64);
  const kind = draw(8);
  if (kind < 4) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << draw(8));
    return flipped;
  }
  if (kind === 4) return bytes.slice(0, at);
  if (kind === 5) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
  if (kind === 6) return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
  return Buffer.concat([bytes.subarray(0, at), drawBytes(draw, 16), bytes.subarray(at)]);
}

/** A good input with up to four things wrong with it, or bytes of no sense at all. */
export const harmed = (good: Uint8Array): fc.Arbitrary<Uint8Array> =>
  seed.map((start) => {
    const draw = drawFrom(start);
    if (draw(10) === 0) return drawBytes(draw, 2000);
    let bytes = good;
    for (let count = 1 + draw(4); count > 0; count--) bytes = harmBytes(bytes, draw);
    return bytes;
  });

/** The same of a text: what came of its bytes, however they decode. */
export const harmedText = (good: string): fc.Arbitrary<string> => {
  const bytes = new TextEncoder().encode(good);
  return harmed(bytes).map((harmed) => new TextDecoder().decode(harmed));
};

/** What stands where something else is wanted: of each type, at its ends, and names that lead astray. */
const oddOfJson: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 0.5, 7, 1e6, 1e15, 1e308, -1e308, 5e-324, 2 ** 53],
  ...['', ' ', '0', '-1', 'A', '__proto__', 'constructor', 'toString', '../..', '1e999', '\u0000'],
  ...['2026-02-30', '<img src=x onerror=alert(1)>', '\ud800', 'x'.repeat(3000)],
  ...[[], {}, [null], [[]], { length: 3 }, { toString: null }, { constructor: {} }],
];

/** What a database gives back beyond that: structured clones know more types than JSON. */
const oddOfClone: readonly unknown[] = [
  ...oddOfJson,
  ...[undefined, NaN, Infinity, -Infinity, 10n, new Date(NaN), /x/, new Map([[1, 2]]), new Set()],
  ...[new Uint8Array(3), new ArrayBuffer(8), new Error('x'), new Blob(['x'])],
];

type Parts = Record<string, unknown>;

/** All places of a value: each key with what holds it. */
function listPlaces(value: unknown): (readonly [holder: Parts, key: string])[] {
  // Bytes take nothing but numbers.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  const holder = value as Parts;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...listPlaces(holder[key])]);
}

/** Changes one place of a value: another content, gone, added, repeated, or another place's content. */
function harmPlace(value: unknown, draw: Draw, odd: readonly unknown[]): unknown {
  const places = listPlaces(value);
  const place = pick(draw, places);
  if (place === undefined) return pickCopy(draw, odd);
  const [holder, key] = place;
  const inner = holder[key];
  const kind = draw(9);
  if (kind === 0) Reflect.deleteProperty(holder, key);
  else if (kind === 1) {
    // Defined, as an assignment to __proto__ would set no key.
    const name = pick(draw, ['__proto__', 'constructor', 'polluted', '0', key]) ?? key;
    const options = {
      value: pickCopy(draw, odd),
      enumerable: true,
      configurable: true,
      writable: true,
    };
    Object.defineProperty(holder, name, options);
  } else if (kind === 2 && Array.isArray(inner)) {
    holder[key] = Array.from({ length: 1 + draw(40) }, () => inner[0] as unknown);
  } else if (kind === 3) {
    const [from, name] = pick(draw, places) ?? place;
    holder[key] = structuredClone(from[name]);
  } else if (kind === 4 && typeof inner === 'number') holder[key] = inner + draw(3) - 1;
  else if (kind === 5) holder[key] = nest(1 + draw(40), inner);
  else holder[key] = pickCopy(draw, odd);
  return value;
}

const nest = (depth: number, value: unknown): unknown =>
  depth === 0 ? value : nest(depth - 1, [value]);

function harmValue(good: unknown, draw: Draw, odd: readonly unknown[]): unknown {
  let value = structuredClone(good);
  for (let count = 1 + draw(3); count > 0; count--) value = harmPlace(value, draw, odd);
  return value;
}

/** A good value as a damaged database would give it back. */
export const harmedRow = (good: unknown): fc.Arbitrary<unknown> =>
  seed.map((start) => harmValue(good, drawFrom(start), oddOfClone));

/** A good JSON value with parts of it changed to something else, as a hostile writer would. */
export const harmedJson = (good: unknown): fc.Arbitrary<string> =>
  seed.map((start) => {
    const draw = drawFrom(start);
    const text = JSON.stringify(harmValue(good, draw, oddOfJson));
    // Numbers that JSON can write and no double can hold.
    return draw(6) === 0 ? replaceNumber(text, draw, '1e999') : text;
  });

function replaceNumber(text: string, draw: Draw, by: string): string {
  const found = pick(draw, [...text.matchAll(/(?<=[:,[])-?\d[\d.e+-]*/g)]);
  return found === undefined
    ? text
    : text.slice(0, found.index) + by + text.slice(found.index + found[0].length);
}

/** A text of JSON, harmed in its structure or in its bytes, or no JSON at all. */
export const harmedStored = (good: unknown): fc.Arbitrary<string> =>
  fc.oneof(harmedJson(good), harmedText(JSON.stringify(good)), fc.string());
