import { describe, expect, it } from 'vitest';
import { findFile, nameRelease, type ReleaseFile } from '../../src/serviceWorker/release';
import { isFallback, noteOpening, noteStart, noTrial } from '../../src/serviceWorker/trial';

const files: readonly ReleaseFile[] = [
  { url: 'index.html', integrity: 'sha256-a', group: 'first' },
  { url: 'assets/app.js', integrity: 'sha256-b', group: 'first' },
];

describe('a release', () => {
  it('has another name as soon as one file differs', async () => {
    const [one, same, other] = await Promise.all([
      nameRelease(files),
      nameRelease([...files]),
      nameRelease([{ ...files[0]!, integrity: 'sha256-c' }, files[1]!]),
    ]);
    expect(one.version).toMatch(/^[0-9a-f]{16}$/);
    expect(one.version).toBe(same.version);
    expect(one.version).not.toBe(other.version);
  });

  it.each([
    ['the page', 'https://host/app/', 'navigate', 'index.html'],
    ['the page by its name', 'https://host/app/index.html?x=1', 'navigate', 'index.html'],
    ['a file', 'https://host/app/assets/app.js', 'cors', 'assets/app.js'],
    ['a file that it has not', 'https://host/app/assets/old.js', 'cors', undefined],
    ['a neighbour’s file', 'https://host/assets/app.js', 'cors', undefined],
    ['another host’s file', 'https://other/app/assets/app.js', 'cors', undefined],
    ['the folder, not opened as a page', 'https://host/app/', 'cors', undefined],
  ])('finds %s', async (_what, url, mode, expected) => {
    const release = await nameRelease(files);
    expect(findFile(release, 'https://host/app/', { url, mode })?.url).toBe(expected);
  });
});

describe('a version on trial', () => {
  const open = (count: number, version: string, from = noTrial): typeof noTrial =>
    Array.from({ length: count }).reduce<typeof noTrial>(
      (trial) => noteOpening(trial, version),
      from,
    );
  const proven = noteStart(open(1, 'old'), 'old');

  it('gives its place back after it was opened three times without starting', () => {
    expect(isFallback(open(2, 'new', proven), 'new')).toBe(false);
    expect(isFallback(open(3, 'new', proven), 'new')).toBe(true);
  });

  it('keeps its place once it has started, however often it is opened then', () => {
    const started = noteStart(open(2, 'new', proven), 'new');
    expect(isFallback(open(9, 'new', started), 'new')).toBe(false);
  });

  it('has nothing to give its place to where no version was proven', () => {
    expect(isFallback(open(9, 'first'), 'first')).toBe(false);
  });

  it('is not proven by the start of the one that is shown in its place', () => {
    const given = open(3, 'new', proven);
    expect(isFallback(noteStart(given, 'new'), 'new')).toBe(true);
  });

  it('leaves the next version its own tries', () => {
    const given = open(3, 'new', proven);
    expect(isFallback(open(1, 'mended', given), 'mended')).toBe(false);
  });
});
