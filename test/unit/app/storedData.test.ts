import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isNamedStore } from '../../../src/app/storedData';
import { projectRoot } from '../../../src/cli/setup.mjs';

const naming = /const (?:storage|kept|chosen|store|database|index)(?:Key|Name) = '([^']+)'/g;

/** What the sources call their keys, databases and files. */
const names = ['app', 'recording', 'store'].flatMap((room) => {
  const folder = join(projectRoot, 'src', room);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(naming)])
    .map(([, name]) => name ?? '');
});

describe('what the app keeps', () => {
  it('is found in its sources', () => {
    expect(names.length).toBeGreaterThan(5);
  });

  it.each(names)('%s has a line on the privacy page', (name) => {
    expect(isNamedStore(name)).toBe(true);
  });
});
