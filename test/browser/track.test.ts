import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { projectRoot } from '../../src/cli/setup.mjs';
import { parseTrace, type Trace } from '../../src/core/trace/trace';
import { expect, test } from './harness';

const clip = join(projectRoot, 'test/fixtures/clips/bridge_side_drop_female.webm');

interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const runTrack = (...args: string[]): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const command = [join(projectRoot, 'src/cli/run.mjs'), 'track', ...args];
    const child = spawn(process.execPath, command, { cwd: projectRoot });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      // Set-up that turns out to be due says so; it is not the command's own line.
      stderr = stderr.replace(/^(Building|Installing|Waiting) [^\n]*…\n/gm, '');
      resolve({ code, stdout, stderr });
    });
  });

function readTrace(text: string): Trace {
  const parsed = parseTrace(text);
  if (!parsed.ok) throw new Error(parsed.error.detail);
  return parsed.value;
}

let folder = '';

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hipline-track-'));
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the same video gives the same trace, gzipped where its name says so', async () => {
  const options = ['--model', 'lite', '--maxFps', '3', '--exercise', 'gluteBridge'];
  const plain = join(folder, 'a.trace.ndjson');
  const zipped = join(folder, 'b.trace.ndjson.gz');
  expect(await runTrack(clip, '--out', plain, ...options)).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect((await runTrack(clip, '--out', zipped, ...options)).code).toBe(0);
  const text = readFileSync(plain, 'utf8');
  expect(gunzipSync(readFileSync(zipped)).toString()).toBe(text);
  const { header, frames } = readTrace(text);
  expect(header).toEqual({
    format: 'hipline.trace',
    version: 1,
    exercise: 'gluteBridge',
    widthPx: 640,
    heightPx: 480,
    fps: 3,
    keypoints: 'blazepose33',
    model: 'lite',
    source: 'bridge_side_drop_female.webm',
    cameraRollDeg: 0,
    mirrored: false,
  });
  // 472 frames of 30 a second, one in ten of them.
  expect(frames).toHaveLength(48);
  expect(frames.every(({ image }) => image?.length === 33)).toBe(true);
  expect(frames[9]?.tSec).toBeCloseTo(3, 3);
  expect(readdirSync(folder).sort()).toEqual(['a.trace.ndjson', 'b.trace.ndjson.gz']);
});

test('every frame of a turned MP4 is tracked upright at its own time', async ({ openHarness }) => {
  const page = await openHarness();
  const base64 = await page.evaluate(() =>
    window.harness.makeTurnedMp4('/test/fixtures/clips/squat_front_female.webm', 90, 12),
  );
  const video = join(folder, 'turned.mp4');
  writeFileSync(video, Buffer.from(base64, 'base64'));
  const out = join(folder, 'turned.trace.ndjson');
  expect((await runTrack(video, '--out', out, '--model', 'lite')).code).toBe(0);
  const { header, frames } = readTrace(readFileSync(out, 'utf8'));
  expect([header.widthPx, header.heightPx]).toEqual([480, 640]);
  expect(header.fps).toBeCloseTo(30, 1);
  expect(frames.map(({ tSec }) => Math.round(tSec * 30))).toEqual([...Array(12).keys()]);
  // She stands; turned clockwise, her head lies to the right of her hips.
  const last = frames.at(-1)?.image;
  const nose = last?.[0];
  const hip = last?.[23];
  expect(nose!.xPx - hip!.xPx).toBeGreaterThan(80);
  expect(Math.abs(nose!.yPx - hip!.yPx)).toBeLessThan(60);
});

const refusals: readonly {
  readonly name: string;
  readonly args: (out: string) => string[];
  readonly says: RegExp;
}[] = [
  { name: 'no video', args: (out) => ['--out', out], says: /^usage: track VIDEO/ },
  { name: 'no place for the trace', args: () => [clip], says: /^usage: track VIDEO/ },
  {
    name: 'a file that is not there',
    args: (out) => [join(folder, 'no.mp4'), '--out', out],
    says: /no such file/,
  },
  {
    name: 'a model that does not exist',
    args: (out) => [clip, '--out', out, '--model', 'huge'],
    says: /lite, full, heavy/,
  },
  {
    name: 'a frame rate that is none',
    args: (out) => [clip, '--out', out, '--maxFps', '0'],
    says: /--maxFps/,
  },
  {
    name: 'a file that is no video',
    args: (out) => [join(projectRoot, 'package.json'), '--out', out],
    says: /package\.json: notAVideo/,
  },
];

for (const { name, args, says } of refusals) {
  test(`${name} is refused in one line, exit 2, and nothing is written`, async () => {
    const out = join(folder, 'out.trace.ndjson');
    const { code, stdout, stderr } = await runTrack(...args(out));
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
}

test('a video cut off in the middle is refused or gives what is there', async () => {
  const video = join(folder, 'cut.webm');
  writeFileSync(video, readFileSync(clip).subarray(0, 100_000));
  const out = join(folder, 'out.trace.ndjson');
  const { code } = await runTrack(video, '--out', out, '--model', 'lite', '--maxFps', '2');
  if (code === 2) {
    expect(existsSync(out)).toBe(false);
  } else {
    expect(code).toBe(0);
    expect(readTrace(readFileSync(out, 'utf8')).frames.length).toBeGreaterThan(0);
  }
});
