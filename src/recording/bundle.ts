import { type Unzipped, unzipSync, zipSync, type Zippable } from 'fflate';
import * as v from 'valibot';
import { fail, type Result, succeed } from '../core/result';

/** Why a bundle is refused; nothing of it is taken then. */
export type BundleErrorCode =
  | 'notABundle'
  | 'bundleCutOff'
  | 'bundleTooLarge'
  | 'bundleNewer'
  | 'bundleDamaged'
  | 'bundleUnsafe';

export interface BundleError {
  readonly code: BundleErrorCode;
  /** The file or field that is wrong; for people too. */
  readonly detail: string;
}

/** Files of a bundle by their names. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

const bundleVersion = 1;
const manifestName = 'manifest.json';
/** The most that a bundle may hold: a clinic's week of sets with video is some hundred megabytes. */
export const bundleMostBytes = 1024 ** 3;
const fileCountMost = 5000;
/** Traces shrink to a fifth; more than this is a bomb. */
const ratioMost = 100;
/** Small files may shrink more: a line of zeros is no bomb. */
const ratioFromBytes = 1024 ** 2;
/** Folders of plain names: no way out of the bundle, nothing hidden, no other separators. */
const safeName = /^(?:[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\/){0,3}[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

const manifestSchema = v.object({
  format: v.literal('hipline.bundle'),
  version: v.number(),
  files: v.pipe(
    v.array(
      v.object({
        name: v.string(),
        sizeBytes: v.number(),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      }),
    ),
    v.maxLength(fileCountMost),
  ),
});

/** Thrown inside the reader only; {@link readBundle} turns it into a result. */
class Refusal extends Error {
  constructor(
    readonly code: BundleErrorCode,
    detail: string,
  ) {
    super(detail);
  }
}

async function computeHash(data: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(data));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is packed already, and would only cost time. */
const isPacked = (name: string): boolean => /\.(?:mp4|webm|webp|png|jpg)$/.test(name);

/** Packs files into one, with a list of their sizes and hashes. Throws on an unsafe name (a bug). */
export async function packBundle(files: BundleFiles): Promise<Uint8Array> {
  const listed = [];
  const zippable: Zippable = {};
  for (const [name, data] of files) {
    if (!safeName.test(name) || name === manifestName) throw new Error(`unsafe name ${name}`);
    listed.push({ name, sizeBytes: data.byteLength, sha256: await computeHash(data) });
    zippable[name] = [data, { level: isPacked(name) ? 0 : 6 }];
  }
  const manifest = { format: 'hipline.bundle', version: bundleVersion, files: listed };
  zippable[manifestName] = new TextEncoder().encode(JSON.stringify(manifest));
  return zipSync(zippable);
}

/** Unpacks without trusting anything that the file says of itself. */
function unpack(bytes: Uint8Array): Unzipped {
  let total = 0;
  let count = 0;
  const names = new Set<string>();
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!safeName.test(name)) throw new Refusal('bundleUnsafe', 'a file name leads elsewhere');
        if (names.has(name)) throw new Refusal('bundleDamaged', `${name} is there twice`);
        names.add(name);
        total += originalSize;
        count++;
        if (count > fileCountMost || total > bundleMostBytes) {
          throw new Refusal('bundleTooLarge', `more than ${bundleMostBytes / 1024 ** 2} MiB`);
        }
        if (originalSize > ratioFromBytes && originalSize > ratioMost * Math.max(1, size)) {
          throw new Refusal('bundleTooLarge', `${name} would grow beyond measure`);
        }
        return true;
      },
    });
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Refusal('bundleCutOff', detail);
  }
}

function readManifest(data: Uint8Array | undefined): v.InferOutput<typeof manifestSchema> {
  if (data === undefined) throw new Refusal('notABundle', 'it has no list of its files');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data));
  } catch {
    throw new Refusal('bundleDamaged', 'its list of files cannot be read');
  }
  const parsed = v.safeParse(manifestSchema, json);
  if (!parsed.success) throw new Refusal('notABundle', 'its list of files is not ours');
  if (parsed.output.version > bundleVersion) {
    throw new Refusal('bundleNewer', `version ${parsed.output.version}`);
  }
  return parsed.output;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Reads a bundle whole, or not at all: each file must be listed, of its size and its hash.
 * Imports are hostile until parsed; what is in the files is for their own readers to check.
 */
export async function readBundle(bytes: Uint8Array): Promise<Result<BundleFiles, BundleError>> {
  try {
    if (!isZip(bytes)) throw new Refusal('notABundle', 'it is no zip file');
    const { [manifestName]: manifestData, ...unpacked } = unpack(bytes);
    const { files } = readManifest(manifestData);
    const whole = new Map<string, Uint8Array>();
    for (const { name, sizeBytes, sha256 } of files) {
      const data = Object.hasOwn(unpacked, name) ? unpacked[name] : undefined;
      if (data === undefined) throw new Refusal('bundleDamaged', `${name} is missing`);
      if (data.byteLength !== sizeBytes || (await computeHash(data)) !== sha256) {
        throw new Refusal('bundleDamaged', `${name} was changed`);
      }
      whole.set(name, data);
    }
    const unlisted = Object.keys(unpacked).find((name) => !whole.has(name));
    if (unlisted !== undefined) throw new Refusal('bundleDamaged', `${unlisted} is not listed`);
    return succeed(whole);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return fail({ code: thrown.code, detail: thrown.message });
  }
}
