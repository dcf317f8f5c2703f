import fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packBundle, readBundle } from '../../../src/recording/bundle';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const hashOf = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

const poses = encode('{"format":"hipline.trace"}\n'.repeat(40));
const good = new Map([
  ['sets/a1/manifest.json', encode('{"format":"hipline.set"}')],
  ['sets/a1/poses.ndjson', poses],
  ['sets/a1/video.webm', Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251)],
]);

interface Made {
  readonly files?: readonly (readonly [string, Uint8Array])[];
  readonly listed?: readonly unknown[];
  readonly manifest?: unknown;
}

/** A bundle that lies in one way. */
function make({ files = [...good], listed, manifest }: Made): Uint8Array {
  const list =
    listed ??
    files.map(([name, data]) => ({ name, sizeBytes: data.byteLength, sha256: hashOf(data) }));
  const zippable: Zippable = Object.fromEntries(files);
  if (manifest !== null) {
    const text =
      typeof manifest === 'string'
        ? manifest
        : JSON.stringify(manifest ?? { format: 'hipline.bundle', version: 1, files: list });
    zippable['manifest.json'] = encode(text);
  }
  return zipSync(zippable);
}

const one = (name: string): Made => ({ files: [[name, encode('x')]] });
const row = { name: 'sets/a1/poses.ndjson', sizeBytes: poses.byteLength, sha256: hashOf(poses) };
const whole = make({});

/** Corrupt and hostile bundles, each with the code that refuses it. */
const bad: Readonly<Record<string, readonly [Uint8Array, string]>> = {
  empty: [new Uint8Array(0), 'notABundle'],
  oneByte: [Uint8Array.of(0x50), 'notABundle'],
  text: [encode('hello'), 'notABundle'],
  html: [encode('<script>alert(1)</script>'), 'notABundle'],
  gzip: [Uint8Array.of(0x1f, 0x8b, 8, 0), 'notABundle'],
  onlyTheSignature: [Uint8Array.of(0x50, 0x4b, 3, 4), 'bundleCutOff'],
  emptyZip: [zipSync({}), 'notABundle'],
  noManifest: [make({ manifest: null }), 'notABundle'],
  manifestNoJson: [make({ manifest: '{"format":' }), 'bundleDamaged'],
  manifestNotUtf8: [zipSync({ 'manifest.json': Uint8Array.of(0xff, 0xfe, 0xfd) }), 'bundleDamaged'],
  manifestNull: [make({ manifest: 'null' }), 'notABundle'],
  manifestArray: [make({ manifest: '[]' }), 'notABundle'],
  manifestNumber: [make({ manifest: '3' }), 'notABundle'],
  manifestOfOthers: [make({ manifest: { format: 'zip', version: 1, files: [] } }), 'notABundle'],
  noVersion: [make({ manifest: { format: 'hipline.bundle', files: [] } }), 'notABundle'],
  versionAsText: [
    make({ manifest: { format: 'hipline.bundle', version: '1', files: [] } }),
    'notABundle',
  ],
  newerVersion: [
    make({ manifest: { format: 'hipline.bundle', version: 2, files: [] } }),
    'bundleNewer',
  ],
  noList: [make({ manifest: { format: 'hipline.bundle', version: 1 } }), 'notABundle'],
  listIsText: [
    make({ manifest: { format: 'hipline.bundle', version: 1, files: 'all' } }),
    'notABundle',
  ],
  listOfTexts: [make({ listed: ['a'] }), 'notABundle'],
  listTooLong: [make({ listed: Array.from({ length: 5001 }, () => row), files: [] }), 'notABundle'],
  sizeMissing: [make({ listed: [{ name: row.name, sha256: row.sha256 }] }), 'notABundle'],
  sizeWrong: [make({ listed: [{ ...row, sizeBytes: 1 }] }), 'bundleDamaged'],
  sizeNegative: [make({ listed: [{ ...row, sizeBytes: -1 }] }), 'bundleDamaged'],
  hashMissing: [make({ listed: [{ name: row.name, sizeBytes: 1 }] }), 'notABundle'],
  hashShort: [make({ listed: [{ ...row, sha256: 'ab' }] }), 'notABundle'],
  hashWrong: [make({ listed: [{ ...row, sha256: '0'.repeat(64) }] }), 'bundleDamaged'],
  hashUpperCase: [make({ listed: [{ ...row, sha256: row.sha256.toUpperCase() }] }), 'notABundle'],
  fileMissing: [make({ files: [], listed: [row] }), 'bundleDamaged'],
  fileUnlisted: [make({ listed: [] }), 'bundleDamaged'],
  listedOwnManifest: [
    make({ files: [], listed: [{ ...row, name: 'manifest.json' }] }),
    'bundleDamaged',
  ],
  namePrototype: [make({ files: [], listed: [{ ...row, name: '__proto__' }] }), 'bundleDamaged'],
  nameConstructor: [
    make({ files: [], listed: [{ ...row, name: 'constructor' }] }),
    'bundleDamaged',
  ],
  wayOut: [make(one('../outside.txt')), 'bundleUnsafe'],
  wayOutWithin: [make(one('sets/../../outside.txt')), 'bundleUnsafe'],
  absolute: [make(one('/etc/passwd')), 'bundleUnsafe'],
  backslash: [make(one('sets\\a.txt')), 'bundleUnsafe'],
  drive: [make(one('C:/a.txt')), 'bundleUnsafe'],
  hidden: [make(one('.htaccess')), 'bundleUnsafe'],
  folderOnly: [make(one('sets/')), 'bundleUnsafe'],
  doubleSlash: [make(one('sets//a.txt')), 'bundleUnsafe'],
  tooDeep: [make(one('a/b/c/d/e.txt')), 'bundleUnsafe'],
  nulInName: [make(one('a\u0000.txt')), 'bundleUnsafe'],
  newlineInName: [make(one('a\n.txt')), 'bundleUnsafe'],
  markupInName: [make(one('<b>.txt')), 'bundleUnsafe'],
  rightToLeftName: [make(one('a\u202etxt.exe')), 'bundleUnsafe'],
  longName: [make(one('a'.repeat(300))), 'bundleUnsafe'],
  bomb: [make({ files: [['zeros', new Uint8Array(8 * 1024 ** 2)]] }), 'bundleTooLarge'],
  tooManyFiles: [
    make({ files: Array.from({ length: 5001 }, (_, i) => [`f${i}`, encode('')] as const) }),
    'bundleTooLarge',
  ],
  cutInTheMiddle: [whole.slice(0, whole.length >> 1), 'bundleCutOff'],
  cutAtTheEnd: [whole.slice(0, -10), 'bundleCutOff'],
};

describe('a bundle', () => {
  it('comes back as it was packed', async () => {
    const read = await readBundle(await packBundle(good));
    expect(read).toEqual({ ok: true, value: good });
    expect(await readBundle(whole)).toEqual({ ok: true, value: good });
  });

  it('is not packed under an unsafe name', async () => {
    await expect(packBundle(new Map([['../a', encode('')]]))).rejects.toThrow('unsafe');
  });

  it.each(Object.entries(bad))('refuses %s', async (_name, [bytes, code]) => {
    const read = await readBundle(bytes);
    expect(read.ok ? 'taken' : read.error.code).toBe(code);
  });

  it('has at least forty ways of being bad', () => {
    expect(Object.keys(bad).length).toBeGreaterThanOrEqual(40);
  });

  it('with a flipped byte is refused or the same, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const bytes = whole.slice();
          bytes[at] = (bytes[at] ?? 0) ^ flip;
          const read = await readBundle(bytes);
          if (read.ok) expect(read.value).toEqual(good);
        },
      ),
      { numRuns: 500 },
    );
  });
});
