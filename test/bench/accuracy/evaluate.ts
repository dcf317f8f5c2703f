import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { projectRoot } from '../../../src/cli/setup.mjs';
import { type Clip, isClip } from './clip';
import { judgePlanks, type LabelledFrame, parseFrameSet } from './frameSets';
import { exerciseByProgram } from './labels';
import { measureLunges } from './lunges';
import {
  backHeading,
  describeBacks,
  describeResults,
  describeWide,
  findPart,
  replacePart,
  type Results,
  wideHeading,
} from './report';
import { type ClipScore, scoreClip } from './score';
import { countedByEyeSec, isAnnotations, scoreSwings, type SwingScore } from './swings';
import { computePipelineVersion, readTrace, trackCached } from './tracks';

/** A request that is refused: one line for the user. */
export class Refused extends Error {}

const usage = 'usage: evaluate DIR... [--json] [--only TEXT] [--keep] [--back | --wide]';

/** All files under the folders, in a fixed order. */
function listFiles(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new Refused(`${folder}: there is no such folder`);
    }
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  });
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The video beside a clip's truth. */
const findVideo = (path: string): string | undefined =>
  ['mp4', 'webm', 'mov']
    .map((kind) => path.replace(/json$/, kind))
    .find((file) => existsSync(file));

async function scoreClips(files: readonly string[]): Promise<readonly ClipScore[]> {
  const pipeline = computePipelineVersion();
  const scores: ClipScore[] = [];
  for (const path of files.filter((file) => file.endsWith('.json'))) {
    const video = findVideo(path);
    if (video === undefined) continue;
    const clip = readJson(path);
    if (!isClip(clip)) continue;
    const exercise = exerciseByProgram[clip.exercise];
    if (exercise === undefined) {
      say(`${basename(path)}: no exercise for "${clip.exercise}"`);
      continue;
    }
    say(clip.id);
    const trace = await trackCached(video, exercise, pipeline);
    scores.push(scoreClip(exercise, clip satisfies Clip, trace));
  }
  return scores;
}

function scoreRecordings(files: readonly string[]): readonly SwingScore[] {
  return files
    .filter((file) => /swing[\w-]*\.trace\.ndjson(\.gz)?$/.test(file))
    .flatMap((file) => {
      const name = basename(file).replace(/\.trace\.ndjson(\.gz)?$/, '');
      const marked = join(dirname(file), `${name}.groundtruth.json`);
      const truth = existsSync(marked) ? readJson(marked) : undefined;
      const bottoms = isAnnotations(truth)
        ? truth.annotations.flatMap((at) => (at.position === 'bottom' ? [at.video_time] : []))
        : name === 'swing-sample'
          ? countedByEyeSec
          : undefined;
      return bottoms === undefined ? [] : [scoreSwings(name, readTrace(file), bottoms)];
    });
}

/** A set of labelled pictures by its file's name; none where there is no such file. */
const readFrameSet = (files: readonly string[], name: string): readonly LabelledFrame[] =>
  files
    .filter((file) => basename(file) === `${name}.csv.gz`)
    .flatMap((file) => parseFrameSet(gunzipSync(readFileSync(file)).toString('utf8')));

/**
 * `evaluate DIR... [--json] [--only TEXT] [--keep]`: measures the product against everything with
 * ground truth under the folders and writes test/bench/ACCURACY.md. `--only` takes files whose path
 * holds the text; with it, and with `--keep`, the page stays as it is. `--back` writes the page's part
 * on the back alone and leaves the rest; `--wide` its part on clips beside those of the folder.
 */
export async function evaluate(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      keep: { type: 'boolean', default: false },
      back: { type: 'boolean', default: false },
      wide: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new Refused(usage);
  const files = listFiles(positionals).filter((file) => file.includes(values.only));
  const results: Results = {
    clips: await scoreClips(files),
    planks: judgePlanks(readFrameSet(files, 'plank-test'), 'C'),
    lunges: measureLunges(readFrameSet(files, 'lunge-err-test'), 'C'),
    swings: scoreRecordings(files),
  };
  const path = join(projectRoot, 'test', 'bench', 'ACCURACY.md');
  const old = readFileSync(path, 'utf8');
  const writePage = (): string => {
    if (values.back) return replacePart(old, backHeading, describeBacks(results.clips));
    if (values.wide) return replacePart(old, wideHeading, describeWide(results.clips));
    return replacePart(describeResults(results), wideHeading, findPart(old, wideHeading));
  };
  const page = writePage();
  if (!values.keep && (values.only === '' || values.back || values.wide)) {
    writeFileSync(path, page);
    say(`written: ${relative(process.cwd(), path)}`);
  }
  process.stdout.write(values.json ? `${JSON.stringify(results)}\n` : page);
}
