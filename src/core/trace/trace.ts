import { keypointCount } from '../body/keypoint';
import type {
  BandLine,
  BeltLines,
  Keypoint,
  PoseFrame,
  TrunkProfile,
  WorldPoint,
} from '../body/poseFrame';
import { stationCount } from '../kinematics/trunkOutline';
import { fail, type Result, succeed } from '../result';

/** First line of a trace: what stays the same for all frames. Other fields are kept as they are. */
export interface TraceHeader {
  readonly format: 'hipline.trace';
  readonly version: 1;
  readonly exercise?: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps?: number;
  readonly keypoints: 'blazepose33';
  readonly model?: string;
  readonly source?: string;
  readonly cameraRollDeg?: number;
  readonly mirrored?: boolean;
}

export interface Trace {
  readonly header: TraceHeader;
  readonly frames: readonly PoseFrame[];
}

export type TraceErrorCode =
  | 'noHeader'
  | 'unknownVersion'
  | 'notJson'
  | 'badHeader'
  | 'badFrame'
  | 'wrongPointCount'
  | 'notFinite'
  | 'timeBackwards'
  | 'lineTooLong'
  | 'tooLong';

/** Why a trace is refused, with the line (1 is the header). */
export interface TraceError {
  readonly code: TraceErrorCode;
  readonly line: number;
  readonly detail: string;
}

const lineLengthMax = 1024 * 1024;
const durationMaxSec = 24 * 3600;
const sidePxMax = 32768;

/** Thrown inside the reader only; {@link parseTrace} turns it into a result. */
class Refusal extends Error {
  constructor(
    readonly code: TraceErrorCode,
    detail: string,
  ) {
    super(detail);
  }
}

type Json = Readonly<Record<string, unknown>>;

function parseObject(line: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Refusal('notJson', 'not a line of JSON; the file may be cut off');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal('notJson', 'not a JSON object');
  }
  return value as Json;
}

function readNumber(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new Refusal('badFrame', `${name} is not a number`);
  if (!Number.isFinite(value)) throw new Refusal('notFinite', `${name} is not finite`);
  return value;
}

function parseHeader(line: string): TraceHeader {
  const json = parseObject(line);
  if (json.format !== 'hipline.trace') {
    throw new Refusal('noHeader', 'the first line is no trace header');
  }
  if (json.version !== 1) {
    throw new Refusal('unknownVersion', `version ${JSON.stringify(json.version)} is not known`);
  }
  const side = (name: 'widthPx' | 'heightPx'): number => {
    const value = json[name];
    if (typeof value !== 'number' || !(value > 0) || value > sidePxMax) {
      throw new Refusal('badHeader', `${name} is not a size in pixels`);
    }
    return value;
  };
  if (json.keypoints !== 'blazepose33') {
    throw new Refusal('badHeader', 'keypoints are not blazepose33');
  }
  const roll = json.cameraRollDeg;
  if (roll !== undefined && (typeof roll !== 'number' || Math.abs(roll) > 180)) {
    throw new Refusal('badHeader', 'cameraRollDeg is not an angle');
  }
  if (json.exercise !== undefined && typeof json.exercise !== 'string') {
    throw new Refusal('badHeader', 'exercise is not an id');
  }
  return { ...json, widthPx: side('widthPx'), heightPx: side('heightPx') } as TraceHeader;
}

function readTriples<T>(
  value: unknown,
  name: string,
  build: (a: number, b: number, c: number) => T | undefined,
): (T | undefined)[] {
  if (!Array.isArray(value) || value.length !== keypointCount) {
    throw new Refusal('wrongPointCount', `${name} has not ${String(keypointCount)} points`);
  }
  return value.map((point: unknown, index) => {
    if (point === null) return undefined;
    if (!Array.isArray(point) || point.length !== 3) {
      throw new Refusal('badFrame', `${name}[${String(index)}] is not three numbers`);
    }
    const at = (k: number): number => readNumber(point[k], `${name}[${String(index)}]`);
    return build(at(0), at(1), at(2));
  });
}

const toKeypoint = (xPx: number, yPx: number, score: number): Keypoint | undefined => {
  if (score < 0 || score > 1) throw new Refusal('badFrame', 'a score is not within 0..1');
  return score === 0 ? undefined : { xPx, yPx, score };
};

const toWorldPoint = (xM: number, yM: number, zM: number): WorldPoint => ({ xM, yM, zM });

function readProfile(value: unknown, name: string): (number | undefined)[] {
  if (!Array.isArray(value) || value.length !== stationCount) {
    throw new Refusal('wrongPointCount', `${name} has not ${String(stationCount)} samples`);
  }
  return value.map((sample: unknown) => (sample === null ? undefined : readNumber(sample, name)));
}

function readTrunk(value: unknown): TrunkProfile {
  if (typeof value !== 'object' || value === null) {
    throw new Refusal('badFrame', 'trunk is not an object');
  }
  const { dorsal, ventral } = value as Json;
  return {
    dorsal: readProfile(dorsal, 'trunk.dorsal'),
    ventral: readProfile(ventral, 'trunk.ventral'),
  };
}

function readBand(value: unknown, name: string): BandLine {
  if (!Array.isArray(value) || value.length !== 4) {
    throw new Refusal('badFrame', `${name} is not four numbers`);
  }
  const at = (k: number): number => readNumber(value[k], name);
  return [at(0), at(1), at(2), at(3)];
}

function readBelt(value: unknown): BeltLines {
  if (typeof value !== 'object' || value === null) {
    throw new Refusal('badFrame', 'belt is not an object');
  }
  const { ribs, pelvis } = value as Json;
  return {
    ...(ribs === undefined ? {} : { ribs: readBand(ribs, 'belt.ribs') }),
    ...(pelvis === undefined ? {} : { pelvis: readBand(pelvis, 'belt.pelvis') }),
  };
}

function parseFrame(line: string): PoseFrame {
  const json = parseObject(line);
  const tSec = readNumber(json.tSec, 'tSec');
  if (json.image === undefined) throw new Refusal('badFrame', 'image is missing');
  const image = json.image === null ? undefined : readTriples(json.image, 'image', toKeypoint);
  return {
    tSec,
    image,
    ...(json.world === undefined || json.world === null
      ? {}
      : { world: readTriples(json.world, 'world', toWorldPoint) }),
    ...(json.trunk === undefined || json.trunk === null ? {} : { trunk: readTrunk(json.trunk) }),
    ...(json.belt === undefined || json.belt === null ? {} : { belt: readBelt(json.belt) }),
    ...(json.bar === undefined || json.bar === null ? {} : { bar: readBand(json.bar, 'bar') }),
    ...(image === undefined && json.occludedBy === 'other' ? { occludedBy: 'other' } : {}),
  };
}

/**
 * Reads a trace (NDJSON). Imports are hostile until parsed: every number is checked, and the first
 * line that is wrong refuses the file.
 */
export function parseTrace(text: string): Result<Trace, TraceError> {
  const frames: PoseFrame[] = [];
  let header: TraceHeader | undefined;
  let begin = 0;
  let lineNumber = 0;
  try {
    while (begin < text.length || header === undefined) {
      lineNumber++;
      const newline = text.indexOf('\n', begin);
      const end = newline < 0 ? text.length : newline;
      if (end - begin > lineLengthMax) throw new Refusal('lineTooLong', 'longer than 1 MiB');
      const line = text.slice(begin, end).trim();
      begin = end + 1;
      if (header === undefined) {
        if (line === '') throw new Refusal('noHeader', 'the first line is no trace header');
        header = parseHeader(line);
        continue;
      }
      if (line === '') continue;
      const frame = parseFrame(line);
      const before = frames.at(-1)?.tSec;
      if (before !== undefined && frame.tSec < before) {
        throw new Refusal('timeBackwards', 'the time runs backwards');
      }
      if (frame.tSec - (frames[0]?.tSec ?? frame.tSec) > durationMaxSec) {
        throw new Refusal('tooLong', 'longer than 24 h');
      }
      frames.push(frame);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail({ code: error.code, line: lineNumber, detail: error.message });
  }
  return succeed({ header, frames });
}

/** One line for a person: which line, and what is wrong with it. */
export const describeTraceError = ({ line, detail }: TraceError): string =>
  `line ${String(line)}: ${detail}`;

const encodePoints = (points: PoseFrame['image']): (number[] | null)[] | null =>
  points === undefined
    ? null
    : points.map((point) => (point === undefined ? null : [point.xPx, point.yPx, point.score]));

const orNull = (samples: readonly (number | undefined)[]): (number | null)[] =>
  samples.map((sample) => sample ?? null);

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const roundSamples = (samples: readonly (number | undefined)[]): (number | undefined)[] =>
  samples.map((sample) => (sample === undefined ? undefined : round(sample, 5)));

/**
 * A frame as fine as it is worth writing: a thousandth of a pixel, a hundredth of a millimetre or
 * of a thousandth of the trunk, a microsecond; far below what a model can tell.
 */
export function roundFrame(frame: PoseFrame): PoseFrame {
  const image = frame.image?.map((point) => {
    const score = round(point?.score ?? 0, 4);
    if (point === undefined || score === 0) return undefined;
    return { xPx: round(point.xPx, 3), yPx: round(point.yPx, 3), score };
  });
  const world = frame.world?.map(
    (point) => point && { xM: round(point.xM, 5), yM: round(point.yM, 5), zM: round(point.zM, 5) },
  );
  const trunk = frame.trunk && {
    dorsal: roundSamples(frame.trunk.dorsal),
    ventral: roundSamples(frame.trunk.ventral),
  };
  const roundBand = (band: BandLine): BandLine =>
    band.map((value) => round(value, 2)) as unknown as BandLine;
  const belt = frame.belt && {
    ...(frame.belt.ribs === undefined ? {} : { ribs: roundBand(frame.belt.ribs) }),
    ...(frame.belt.pelvis === undefined ? {} : { pelvis: roundBand(frame.belt.pelvis) }),
  };
  return {
    ...frame,
    tSec: round(frame.tSec, 6),
    image,
    ...(world === undefined ? {} : { world }),
    ...(trunk === undefined ? {} : { trunk }),
    ...(belt === undefined ? {} : { belt }),
    ...(frame.bar === undefined ? {} : { bar: roundBand(frame.bar) }),
  };
}

/** One frame as a line of NDJSON, without the newline. */
export function encodeFrame(frame: PoseFrame): string {
  return JSON.stringify({
    tSec: frame.tSec,
    image: encodePoints(frame.image),
    ...(frame.world === undefined
      ? {}
      : { world: frame.world.map((point) => point && [point.xM, point.yM, point.zM]) }),
    ...(frame.trunk === undefined
      ? {}
      : { trunk: { dorsal: orNull(frame.trunk.dorsal), ventral: orNull(frame.trunk.ventral) } }),
    ...(frame.belt === undefined ? {} : { belt: frame.belt }),
    ...(frame.bar === undefined ? {} : { bar: frame.bar }),
    ...(frame.occludedBy === undefined ? {} : { occludedBy: frame.occludedBy }),
  });
}

/** A whole trace as NDJSON. */
export const encodeTrace = ({ header, frames }: Trace): string =>
  [JSON.stringify(header), ...frames.map(encodeFrame), ''].join('\n');
