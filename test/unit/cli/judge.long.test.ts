import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/core/report/verdict';
import { encodeTrace } from '../../../src/core/trace/trace';
import { type Finished, runCommand, runProgram } from '../../support/command';
import { pose, type PoseBuilder } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

const folder = mkdtempSync(join(tmpdir(), 'hipline-judge-'));
const path = (name: string): string => join(folder, name);

const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);

/** One hold of so many seconds at a height. */
const bridge = (deg: number, sec: number): string =>
  encodeTrace(
    film(pose().supine())
      .stay(2)
      .move(0.9, hipsAt(deg))
      .stay(sec)
      .move(0.9, hipsAt(118))
      .stay(1.5)
      .toTrace('gluteBridge'),
  );

const good = path('good.trace.ndjson');
const high = path('high.trace.ndjson');
const zipped = path('good.trace.ndjson.gz');
const neutral = path('neutral.trace.ndjson');
const cutOff = path('cutOff.trace.ndjson');
const strange = path('strange.trace.ndjson');
const noName = path('noName.trace.ndjson');

const judge = (...args: readonly string[]): Promise<Finished> => runCommand('judge', ...args);

/** The one verdict on standard output; fails where there is anything else. */
function readVerdict({ stdout, stderr, exit }: Finished): Verdict {
  expect(stderr).toBe('');
  expect(exit).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(stdout) as Verdict;
}

/** The one line on standard error of a refusal; fails where there is anything else. */
function readRefusal({ stdout, stderr, exit }: Finished): string {
  expect(exit).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  return stderr.trimEnd();
}

beforeAll(async () => {
  const text = bridge(180, 3.5);
  writeFileSync(good, text);
  writeFileSync(zipped, gzipSync(text));
  writeFileSync(high, bridge(192, 3.5));
  const inPosition = film(pose().supine().hipsAt(180)).stay(2).toTrace('gluteBridge');
  writeFileSync(neutral, encodeTrace(inPosition));
  writeFileSync(cutOff, text.slice(0, text.length / 2));
  writeFileSync(strange, text.replace('"gluteBridge"', '"handstand"'));
  writeFileSync(noName, text.replace('"exercise":"gluteBridge",', ''));
  // Bundled once, so that no test waits for it.
  await judge(good);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('judging one trace', () => {
  it('prints one JSON verdict on standard output and nothing else', async () => {
    const verdict = readVerdict(await judge(good, '--json', '--targetSec', '3'));
    expect(verdict).toMatchObject({
      format: 'hipline.verdict',
      version: 1,
      exercise: 'gluteBridge',
      view: 'side',
      faults: [],
    });
    expect(verdict.reps).toHaveLength(1);
    expect(verdict.reps[0]?.quality).toBe(true);
  });

  it('works through npm, with paths from where the person stands', async () => {
    const { stdout, exit } = await runProgram(
      'npm',
      ['--prefix', process.cwd(), 'run', '--silent', 'judge', '--', basename(good), '--json'],
      dirname(good),
    );
    expect(exit).toBe(0);
    expect((JSON.parse(stdout) as Verdict).reps).toHaveLength(1);
  });

  it('reads a gzipped trace as the plain one', async () => {
    const [plain, unzipped] = [await judge(good, '--json'), await judge(zipped, '--json')];
    expect(readVerdict(unzipped)).toEqual(readVerdict(plain));
  });

  it('says it in words without --json', async () => {
    const { stdout, stderr, exit } = await judge(good);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^gluteBridge, side view/);
    expect(() => JSON.parse(stdout) as unknown).toThrow();
  });

  it('takes the exercise from --exercise where the trace names none', async () => {
    const verdict = readVerdict(await judge(noName, '--exercise', 'gluteBridge', '--json'));
    expect(verdict.exercise).toBe('gluteBridge');
  });
});

describe('its options', () => {
  it('--targetSec changes what a quality hold is', async () => {
    const verdict = readVerdict(await judge(good, '--json', '--targetSec', '5'));
    expect(verdict.reps[0]?.quality).toBe(false);
  });

  it('--side is the working side of every rep', async () => {
    const verdict = readVerdict(await judge(good, '--json', '--side', 'left'));
    expect(verdict.reps.map(({ side }) => side)).toEqual(['left']);
  });

  it('--baseline is the neutral that the set is held to', async () => {
    const without = readVerdict(await judge(high, '--json'));
    const against = readVerdict(await judge(high, '--json', '--baseline', neutral));
    expect(without.faults.map(({ id }) => id)).toEqual([]);
    expect(against.faults.map(({ id }) => id)).toEqual(['overHeight']);
  });

  it('--bridgeTarget is the angle that the set is held to where no baseline is', async () => {
    const without = readVerdict(await judge(high, '--json'));
    const against = readVerdict(await judge(high, '--json', '--bridgeTarget', '-15'));
    expect(without.faults.map(({ id }) => id)).toEqual([]);
    expect(against.faults.map(({ id }) => id)).toEqual(['overHeight']);
  });

  it('--archAlert is taken on and off', async () => {
    for (const alert of ['on', 'off'])
      readVerdict(await judge(good, '--json', '--archAlert', alert));
  });

  it('--signals writes every signal over time as a table', async () => {
    const file = path('signals.csv');
    readVerdict(await judge(good, '--json', '--signals', file));
    const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const columns = head.split(',');
    expect(columns[0]).toBe('tSec');
    expect(columns).toContain('trunkThighDeg');
    for (const column of columns) expect(column).toMatch(/(Sec|Deg|Ratio|Score)(\.left|\.right)?$/);
    expect(rows).toHaveLength(readFileSync(good, 'utf8').trimEnd().split('\n').length - 1);
    for (const row of rows) expect(row.split(',')).toHaveLength(columns.length);
    expect(Number(rows.at(-1)?.split(',')[columns.indexOf('trunkThighDeg')])).toBeCloseTo(-62, 1);
  });
});

describe('several traces', () => {
  it('give one verdict a line, in order; a refused one says so in its line', async () => {
    const { stdout, stderr, exit } = await judge(good, cutOff, zipped, '--json');
    expect([exit, stderr]).toEqual([2, '']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Verdict | { error: string; trace: string });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ format: 'hipline.verdict' });
    expect(lines[1]).toEqual({ error: expect.stringMatching(/line \d+/) as string, trace: cutOff });
    expect(lines[2]).toEqual(lines[0]);
  });

  it('exit with 0 where none is refused', async () => {
    const { stdout, exit } = await judge(good, high, '--json');
    expect(exit).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('a refusal is one line on standard error and exit 2', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['a trace cut off', [cutOff], /line \d+: .*cut off/],
    ['a file that is not there', [path('nothing.ndjson')], /nothing\.ndjson/],
    ['a folder', [folder], /\S/],
    ['an unknown exercise in the trace', [strange], /handstand.*gluteBridge/],
    ['an unknown exercise asked for', [good, '--exercise', '__proto__'], /__proto__/],
    ['a trace that names no exercise', [noName], /--exercise/],
    ['a side that is none', [good, '--side', 'up'], /--side/],
    ['a target that is no number', [good, '--targetSec', 'long'], /--targetSec/],
    ['a target of nothing', [good, '--targetSec', '0'], /--targetSec/],
    ['a bridge target above the line', [good, '--bridgeTarget', '5'], /--bridgeTarget/],
    ['a bridge target that is no number', [good, '--bridgeTarget', ''], /--bridgeTarget/],
    ['an alert neither on nor off', [good, '--archAlert', 'maybe'], /--archAlert/],
    ['a baseline that is refused', [good, '--baseline', cutOff], /line \d+/],
    ['an option nobody knows', [good, '--fast'], /--fast/],
    ['no trace at all', [], /usage/],
    ['a table that cannot be written', [good, '--signals', join(folder, 'no', 'x.csv')], /x\.csv/],
    ['a table of two traces', [good, high, '--signals', path('two.csv')], /--signals/],
  ])('%s', async (_what, args, line) => {
    expect(readRefusal(await judge(...args, '--json'))).toMatch(line);
  });

  it('a gzip that is none', async () => {
    const file = path('noGzip.trace.ndjson.gz');
    writeFileSync(file, 'no gzip');
    expect(readRefusal(await judge(file, '--json'))).toMatch(/noGzip/);
  });
});
