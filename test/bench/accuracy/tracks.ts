import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hashFiles, listFiles, projectRoot } from '../../../src/cli/setup.mjs';
import { describeTraceError, parseTrace, type Trace } from '../../../src/core/trace/trace';

const cacheFolder = join(projectRoot, 'test', '.cache', 'tracks');

/** Everything that shapes what `track` makes of a video. */
const pipelineFolders = ['src/pose', 'src/poseClient', 'src/camera', 'src/core/body', 'models'];
const pipelineFiles = [
  ...['src/app/track.html', 'src/app/trackVideo.ts', 'src/cli/track.mjs'],
  ...['src/core/coach/trackingNeeds.ts', 'src/core/kinematics/trunkOutline.ts'],
];

/** Version of the pipeline: models, sources and the packages they are pinned to, hashed. */
export function computePipelineVersion(): string {
  const built = join(projectRoot, 'models', 'built');
  const folders = pipelineFolders.flatMap(listFiles).filter((path) => !path.startsWith(built));
  const stamps = ['detector', 'full'].map((model) => `models/built/${model}.stamp.json`);
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return createHash('sha256')
    .update(hashFiles([...folders, ...pipelineFiles, ...stamps]))
    .update(JSON.stringify(manifest.dependencies))
    .digest('hex');
}

/** Runs the product's own command; rejects with its one line where it fails. */
function track(video: string, out: string, exercise: string): Promise<void> {
  const command = join(projectRoot, 'src', 'cli', 'run.mjs');
  const args = [command, 'track', video, '--out', out, '--exercise', exercise];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${basename(video)}: ${said.trim()}`));
    });
  });
}

/** Reads a trace from disk, gzipped or not. Throws on one that the product refuses. */
export function readTrace(path: string): Trace {
  const bytes = readFileSync(path);
  const parsed = parseTrace((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  if (!parsed.ok) throw new Error(`${path}: ${describeTraceError(parsed.error)}`);
  return parsed.value;
}

/**
 * The trace of a video by the product's own pipeline: tracked once for each version of it.
 * @param pipeline as {@link computePipelineVersion} gives it
 */
export async function trackCached(
  video: string,
  exercise: string,
  pipeline: string,
): Promise<Trace> {
  const hash = createHash('sha256').update(readFileSync(video)).update(pipeline).update(exercise);
  const name = basename(video).replace(/\.\w+$/, '');
  const path = join(cacheFolder, `${name}-${hash.digest('hex').slice(0, 16)}.trace.ndjson.gz`);
  if (!existsSync(path)) {
    mkdirSync(cacheFolder, { recursive: true });
    const part = path.replace(/\.trace\.ndjson\.gz$/, `-${String(process.pid)}.trace.ndjson.gz`);
    await track(video, part, exercise);
    renameSync(part, path);
  }
  return readTrace(path);
}
