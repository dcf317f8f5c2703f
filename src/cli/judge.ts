import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { parseArgs } from 'node:util';
import { isExerciseId } from '../core/exercises/catalogue';
import type { ExerciseId } from '../core/exercises/exercise';
import { listSignals } from '../core/coach/signalBoard';
import { catalogue } from '../core/exercises/catalogue';
import {
  computeBackNeutral,
  computeBaseline,
  judgeTrace,
  type JudgeOptions,
} from '../core/report/judgeTrace';
import { encodeSignals } from '../core/report/signalTable';
import type { Verdict } from '../core/report/verdict';
import { describeTraceError, parseTrace, type Trace } from '../core/trace/trace';
import { cueText } from '../text/cues';
import { unseenText } from '../text/unseen';
import { describeVerdict } from './describeVerdict';

/** Larger than a day of frames at 60 a second compresses to; a bomb stops here. */
const textLengthMax = 512 * 1024 * 1024;

/** An input that is refused: one line for the user, exit 2. */
class Refused extends Error {}

const usage =
  'usage: judge TRACE... [--exercise ID] [--side left|right] [--baseline TRACE] [--targetSec N] ' +
  '[--bridgeTarget DEG] [--archAlert on|off] [--strictness learn|standard] [--signals FILE] [--json]';

async function readText(path: string): Promise<string> {
  const file = createReadStream(path);
  const stream = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  file.on('error', (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > textLengthMax) throw new Refused('too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function loadTrace(path: string): Promise<Trace> {
  let text: string;
  try {
    text = await readText(path);
  } catch (error) {
    throw new Refused(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  const parsed = parseTrace(text);
  if (!parsed.ok) throw new Refused(`${path}: ${describeTraceError(parsed.error)}`);
  return parsed.value;
}

interface Request {
  readonly exercise: string | undefined;
  readonly options: Omit<JudgeOptions, 'exercise' | 'baseline'>;
  readonly baseline: string | undefined;
  readonly signals: string | undefined;
  readonly json: boolean;
  readonly paths: readonly string[];
}

const oneOf = <T extends string>(value: string, name: string, allowed: readonly T[]): T => {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Refused(`--${name} is one of ${allowed.join(', ')}`);
  return found;
};

function readSeconds(value: string): number {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 3600)) throw new Refused('--targetSec is a number of seconds');
  return seconds;
}

/** A negative number after an option belongs to it; `parseArgs` would take it for an option. */
const joinNegatives = (args: readonly string[]): string[] =>
  args.reduce<string[]>((joined, arg) => {
    const option = joined.at(-1);
    return option?.startsWith('--') === true && /^-\d/.test(arg)
      ? [...joined.slice(0, -1), `${option}=${arg}`]
      : [...joined, arg];
  }, []);

function readBridgeTarget(value: string): number {
  const degrees = Number(value);
  if (value.trim() === '' || !(degrees >= -15 && degrees <= 0)) {
    throw new Refused('--bridgeTarget is a number of degrees, -15 to 0');
  }
  return degrees;
}

function readRequest(args: string[]): Request {
  let parsed;
  try {
    parsed = parseArgs({
      args: joinNegatives(args),
      allowPositionals: true,
      options: {
        exercise: { type: 'string' },
        side: { type: 'string' },
        baseline: { type: 'string' },
        targetSec: { type: 'string' },
        bridgeTarget: { type: 'string' },
        archAlert: { type: 'string' },
        strictness: { type: 'string' },
        signals: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : 'bad arguments'}; ${usage}`);
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) throw new Refused(usage);
  if (values.signals !== undefined && positionals.length > 1) {
    throw new Refused('--signals takes a single trace');
  }
  return {
    exercise: values.exercise,
    options: {
      ...(values.side === undefined ? {} : { side: oneOf(values.side, 'side', ['left', 'right']) }),
      ...(values.targetSec === undefined ? {} : { targetSec: readSeconds(values.targetSec) }),
      ...(values.bridgeTarget === undefined
        ? {}
        : { bridgeTargetDeg: readBridgeTarget(values.bridgeTarget) }),
      ...(values.archAlert === undefined
        ? {}
        : { archAlert: oneOf(values.archAlert, 'archAlert', ['on', 'off']) === 'on' }),
      ...(values.strictness === undefined
        ? {}
        : {
            changes: {
              strictness: oneOf(values.strictness, 'strictness', ['learn', 'standard']),
            },
          }),
    },
    baseline: values.baseline,
    signals: values.signals,
    json: values.json ?? false,
    paths: positionals,
  };
}

function chooseExercise(trace: Trace, request: Request, path: string): ExerciseId {
  const id = request.exercise ?? trace.header.exercise;
  if (id === undefined) throw new Refused(`${path}: names no exercise; give --exercise`);
  if (!isExerciseId(id)) {
    throw new Refused(`${path}: no exercise "${id}"; known: ${Object.keys(catalogue).join(', ')}`);
  }
  return id;
}

async function judgeFile(path: string, request: Request): Promise<Verdict> {
  const trace = await loadTrace(path);
  const exercise = chooseExercise(trace, request, path);
  const good = request.baseline === undefined ? undefined : await loadTrace(request.baseline);
  const backNeutral = good && computeBackNeutral(good, exercise);
  const baseline = {
    ...(good === undefined ? {} : { baseline: computeBaseline(good, exercise) }),
    ...(backNeutral === undefined ? {} : { backNeutral }),
  };
  const words = { cue: cueText, unseen: unseenText };
  const table =
    request.signals === undefined
      ? undefined
      : encodeSignals(listSignals(catalogue[exercise]).map(({ key }) => key));
  const { verdict } = judgeTrace(
    trace,
    { ...request.options, ...baseline, exercise },
    words,
    table?.add,
  );
  if (table !== undefined && request.signals !== undefined) {
    await writeLines(request.signals, table.lines);
  }
  return verdict;
}

async function writeLines(path: string, lines: readonly string[]): Promise<void> {
  try {
    await writeFile(path, `${lines.join('\n')}\n`);
  } catch {
    throw new Refused(`${path}: cannot be written`);
  }
}

async function main(): Promise<number> {
  const request = readRequest(process.argv.slice(2));
  let exit = 0;
  for (const path of request.paths) {
    try {
      const verdict = await judgeFile(path, request);
      process.stdout.write(
        `${request.json ? JSON.stringify(verdict) : describeVerdict(verdict)}\n`,
      );
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      exit = 2;
      if (request.paths.length === 1) throw error;
      process.stdout.write(`${JSON.stringify({ error: error.message, trace: path })}\n`);
    }
  }
  return exit;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
