import fc from 'fast-check';

/** One thing that goes wrong with bytes on their way. */
type Harm =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'put'; readonly at: number; readonly bytes: Uint8Array };

/** Places are shares of the length, so that each harm fits any input. */
const at = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 64 });

const harm: fc.Arbitrary<Harm> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }) },
  fc.record({ kind: fc.constant('cut' as const), at }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'double' as const), at, length }),
  fc.record({
    kind: fc.constant('put' as const),
    at,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }),
  }),
);

function apply(bytes: Uint8Array, harm: Harm): Uint8Array {
  const place = Math.min(bytes.length - 1, Math.floor(harm.at * bytes.length));
  if (place < 0) return bytes;
  if (harm.kind === 'cut') return bytes.slice(0, place);
  if (harm.kind === 'flip') {
    const flipped = bytes.slice();
    flipped[place] = (flipped[place] ?? 0) ^ (1 << harm.bit);
    return flipped;
  }
  const [before, rest] = [bytes.slice(0, place), bytes.slice(place)];
  if (harm.kind === 'put') return Buffer.concat([before, harm.bytes, rest]);
  const piece = rest.slice(0, harm.length);
  return harm.kind === 'double'
    ? Buffer.concat([before, piece, rest])
    : Buffer.concat([before, rest.slice(harm.length)]);
}

/** A good input with up to four things wrong with it, or bytes of no sense at all. */
export const harmed = (good: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .array(harm, { minLength: 1, maxLength: 4 })
        .map((harms) => harms.reduce(apply, good)),
    },
    fc.uint8Array({ maxLength: 2000 }),
  );

/** The same of a text: what came of its bytes, however they decode. */
export const harmedText = (good: string): fc.Arbitrary<string> =>
  harmed(new TextEncoder().encode(good)).map((bytes) => new TextDecoder().decode(bytes));

/** A good JSON value with parts of it changed to something else, as a hostile writer would. */
export const harmedJson = (good: unknown): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        at,
        fc.oneof(
          fc.constantFrom<unknown>(null, -1, 1e308, '', '__proto__', [], {}, true),
          fc.jsonValue({ maxDepth: 3 }),
        ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) => {
      let value = JSON.parse(JSON.stringify(good)) as unknown;
      for (const [where, other] of changes) value = replaceAt(value, where, other);
      return JSON.stringify(value);
    });

/** A value with the part at a share of all its parts replaced. */
function replaceAt(value: unknown, where: number, other: unknown): unknown {
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const walk = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      walk((holder as Record<string, unknown>)[key]);
    }
  };
  walk(value);
  const place = places[Math.floor(where * places.length)];
  if (place === undefined) return other;
  place[0][place[1]] = other;
  return value;
}
