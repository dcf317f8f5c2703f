import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readAudit } from '../../src/cli/audit.mjs';

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const root = new URL('../../', import.meta.url);
const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(path, root)), 'utf8'));

const lock = readJson('package-lock.json') as { packages: Record<string, LockEntry> };
const own = readJson('package.json') as Record<string, Record<string, string> | undefined>;
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

/** May be built into what is given away: they ask for their notice and nothing more. */
const mayBeShipped = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  // Weak copyleft, file by file: what has it (mediabunny) is used unchanged.
  'MPL-2.0',
]);

/** Run while building and testing, never given away. */
const mayBuild = new Set([
  ...mayBeShipped,
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  '(MIT OR CC0-1.0)',
]);

/** Packages whose manifest names no licence, with where it was read instead. */
const readByHand: Readonly<Record<string, string>> = {};

/** The licence of an entry of the lock file; some only have it in the package itself. */
function licenceOf(path: string, entry: LockEntry): string {
  if (entry.license !== undefined) return entry.license;
  const manifest = `${path}/package.json`;
  if (!existsSync(fileURLToPath(new URL(manifest, root)))) return readByHand[path] ?? 'unknown';
  const { license } = readJson(manifest) as { license?: string };
  return license ?? readByHand[path] ?? 'unknown';
}

describe('the packages that the app is made of and with', () => {
  it('are pinned to one version each', () => {
    const pins = ['dependencies', 'devDependencies'].flatMap((kind) =>
      Object.entries(own[kind] ?? {}),
    );
    expect(pins.length).toBeGreaterThan(20);
    expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))).toEqual([]);
  });

  it('come each by its hash, and from no place but a registry', () => {
    const odd = packages.filter(
      ([, { resolved, integrity, link }]) =>
        link === true ||
        // Left out by npm where a mirror is asked; the hash holds wherever it comes from.
        !(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/') ||
        integrity?.startsWith('sha512-') !== true,
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  it('need no script while they are installed', () => {
    // core-js only prints a request for money; esbuild and fsevents are parts that others may bring.
    const known = /\/(core-js|esbuild|fsevents)$/;
    const scripted = packages.filter(
      ([path, { hasInstallScript }]) => hasInstallScript === true && !known.test(path),
    );
    expect(scripted.map(([path]) => path)).toEqual([]);
    expect(readFileSync(fileURLToPath(new URL('.npmrc', root)), 'utf8')).toMatch(
      /^ignore-scripts=true$/m,
    );
  });

  it('have licences that allow what is done with them', () => {
    const refused = packages
      .map(([path, entry]) => ({ path, licence: licenceOf(path, entry), dev: entry.dev === true }))
      .filter(({ licence, dev }) => !(dev ? mayBuild : mayBeShipped).has(licence));
    expect(refused).toEqual([]);
  });
});

describe('the registry’s list of weaknesses', () => {
  it('is counted by severity', () => {
    const list = {
      metadata: { vulnerabilities: { info: 0, low: 0, high: 1, critical: 0, total: 1 } },
      vulnerabilities: { lodash: {} },
    };
    expect(readAudit(JSON.stringify(list))).toEqual({
      counts: { info: 0, low: 0, high: 1, critical: 0 },
      packages: ['lodash'],
    });
  });

  it.each(['', '{"message":"405 Method Not Allowed"}', '<html>'])(
    'is none where the answer is %j',
    (answer) => {
      expect(readAudit(answer)).toBeUndefined();
    },
  );
});
