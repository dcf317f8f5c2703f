import { describe, expect, it } from 'vitest';
import { keypointCount } from '../../../src/core/body/keypoint';
import { dropInvalidPoints } from '../../../src/core/body/validPoints';
import {
  describeTraceError,
  encodeFrame,
  encodeTrace,
  parseTrace,
  roundFrame,
  type Trace,
  type TraceErrorCode,
} from '../../../src/core/trace/trace';
import { judge } from '../../support/judged';
import { pose } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

const header = {
  format: 'hipline.trace',
  version: 1,
  exercise: 'gluteBridge',
  widthPx: 640,
  heightPx: 480,
  fps: 30,
  keypoints: 'blazepose33',
  model: 'full',
  source: 'film',
  cameraRollDeg: 0,
  mirrored: false,
};

const points = (fill: unknown): unknown[] => Array.from({ length: keypointCount }, () => fill);
const samples = (fill: unknown): unknown[] => Array.from({ length: 41 }, () => fill);

/** A text of lines; what is no string is written as JSON. */
const lines = (...all: unknown[]): string =>
  all.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

const frame = (tSec: number, change: object = {}): object => ({
  tSec,
  image: points([320, 240, 0.9]),
  ...change,
});

/** Reads a text that must be a trace. */
function read(text: string): Trace {
  const parsed = parseTrace(text);
  if (!parsed.ok) throw new Error(describeTraceError(parsed.error));
  return parsed.value;
}

/** Why a text is refused. */
function refusal(text: string): readonly [TraceErrorCode, number] {
  const parsed = parseTrace(text);
  if (parsed.ok) throw new Error('the trace was taken');
  expect(describeTraceError(parsed.error)).toMatch(
    new RegExp(`^line ${String(parsed.error.line)}: \\S`),
  );
  expect(describeTraceError(parsed.error)).not.toContain('\n');
  return [parsed.error.code, parsed.error.line];
}

describe('a trace', () => {
  it('gives its header and its frames', () => {
    const { header: read1, frames } = read(lines(header, frame(0), frame(0.033), ''));
    expect(read1).toEqual(header);
    expect(frames.map(({ tSec }) => tSec)).toEqual([0, 0.033]);
    expect(frames[0]?.image?.[5]).toEqual({ xPx: 320, yPx: 240, score: 0.9 });
  });

  it('may have no frames at all', () => {
    expect(read(lines(header)).frames).toEqual([]);
    expect(read(lines(header, '')).frames).toEqual([]);
  });

  it('keeps a gap as a gap', () => {
    const text = lines(
      header,
      frame(0, { image: null }),
      frame(1, { image: points(null) }),
      frame(2, { image: points([1, 2, 0]) }),
    );
    const { frames } = read(text);
    expect(frames[0]?.image).toBeUndefined();
    expect(frames[1]?.image).toEqual(points(undefined));
    expect(frames[2]?.image).toEqual(points(undefined));
  });

  it('keeps that somebody else was in the way, where nothing is seen', () => {
    const text = lines(
      header,
      frame(0, { image: null, occludedBy: 'other' }),
      frame(1, { image: null, occludedBy: 'door' }),
      frame(2, { occludedBy: 'other' }),
    );
    const trace = read(text);
    expect(trace.frames.map(({ occludedBy }) => occludedBy)).toEqual([
      'other',
      undefined,
      undefined,
    ]);
    expect(read(encodeTrace(trace))).toEqual(trace);
  });

  it('may carry world landmarks and the outline', () => {
    const world = points([0.1, -0.2, 0.3]);
    const trunk = { dorsal: samples(0.1), ventral: samples(null) };
    const [first] = read(lines(header, frame(0, { world, trunk }))).frames;
    expect(first?.world?.[0]).toEqual({ xM: 0.1, yM: -0.2, zM: 0.3 });
    expect(first?.trunk?.dorsal).toHaveLength(41);
    expect(first?.trunk?.ventral[0]).toBeUndefined();
  });

  it('may carry a bar across the pelvis, which is written as fine as it is worth', () => {
    const [first] = read(lines(header, frame(0, { bar: [1, 2, 3.25, 4] }))).frames;
    expect(first?.bar).toEqual([1, 2, 3.25, 4]);
    const fine = roundFrame({ tSec: 0, image: undefined, bar: [1.23456, 2, 3, 4] });
    expect(read(lines(header, encodeFrame(fine))).frames[0]?.bar).toEqual([1.23, 2, 3, 4]);
    const lost = dropInvalidPoints({ ...fine, bar: [NaN, 2, 3, 4] });
    expect(lost).not.toHaveProperty('bar');
  });

  it('may have fields that nobody knows', () => {
    const { frames } = read(lines({ ...header, lens: 'wide' }, frame(0, { note: 'x' })));
    expect(frames).toHaveLength(1);
  });

  it('may end its lines as Windows does, begin with a byte order mark and have empty lines', () => {
    const text = `\uFEFF${lines(header, frame(0), '', frame(1))}\n`.replaceAll('\n', '\r\n');
    expect(read(text).frames).toHaveLength(2);
  });

  it('comes back as it was written', () => {
    const trace = film(pose().supine().noisy(1).without('leftKnee'))
      .stay(0.2)
      .gone(0.2)
      .toTrace('gluteBridge');
    expect(read(encodeTrace(trace))).toEqual(trace);
  });
});

describe('a trace is refused, with its line,', () => {
  it.each<[string, string, TraceErrorCode, number]>([
    ['when it is empty', '', 'noHeader', 1],
    ['when it is an empty line', '\n', 'noHeader', 1],
    ['when it begins with a frame', lines(frame(0)), 'noHeader', 1],
    ['when it is another format', lines({ ...header, format: 'other' }), 'noHeader', 1],
    ['when it is no JSON', 'RIFF\u0000\u0001', 'notJson', 1],
    ['when it is a JSON of another kind', '[1,2]', 'notJson', 1],
    ['when it is null', 'null', 'notJson', 1],
    ['of a later version', lines({ ...header, version: 2 }), 'unknownVersion', 1],
    ['without a version', lines({ ...header, version: undefined }), 'unknownVersion', 1],
    ['with the version in quotes', lines({ ...header, version: '1' }), 'unknownVersion', 1],
    ['of other keypoints', lines({ ...header, keypoints: 'coco17' }), 'badHeader', 1],
    ['without a width', lines({ ...header, widthPx: undefined }), 'badHeader', 1],
    ['with a width of nothing', lines({ ...header, widthPx: 0 }), 'badHeader', 1],
    ['with a negative height', lines({ ...header, heightPx: -480 }), 'badHeader', 1],
    [
      'with a boundless width',
      lines(header).replace('"widthPx":640', '"widthPx":1e999'),
      'badHeader',
      1,
    ],
    ['with a roll that is no angle', lines({ ...header, cameraRollDeg: 'x' }), 'badHeader', 1],
    ['with an exercise that is no name', lines({ ...header, exercise: {} }), 'badHeader', 1],
    ['where a line is cut off', lines(header, frame(0), '{"tSec":0.1,"ima'), 'notJson', 3],
    ['where a time runs backwards', lines(header, frame(1), frame(0.9)), 'timeBackwards', 3],
    ['where a time is missing', lines(header, { image: null }), 'badFrame', 2],
    ['where a time is a word', lines(header, { tSec: 'now', image: null }), 'badFrame', 2],
    ['where a picture is missing', lines(header, { tSec: 0 }), 'badFrame', 2],
    [
      'where points are missing',
      lines(header, frame(0, { image: points(null).slice(1) })),
      'wrongPointCount',
      2,
    ],
    [
      'where there are too many points',
      lines(header, frame(0, { image: [...points(null), null] })),
      'wrongPointCount',
      2,
    ],
    ['where points are no list', lines(header, frame(0, { image: 'x' })), 'wrongPointCount', 2],
    [
      'where world landmarks are missing',
      lines(header, frame(0, { world: [] })),
      'wrongPointCount',
      2,
    ],
    [
      'where the outline has not 41 samples',
      lines(header, frame(0, { trunk: { dorsal: [], ventral: samples(0) } })),
      'wrongPointCount',
      2,
    ],
    ['where a bar has three numbers', lines(header, frame(0, { bar: [1, 2, 3] })), 'badFrame', 2],
    [
      'where a point has two numbers',
      lines(header, frame(0, { image: points([1, 2]) })),
      'badFrame',
      2,
    ],
    [
      'where a coordinate is a word',
      lines(header, frame(0, { image: points(['1', 2, 1]) })),
      'badFrame',
      2,
    ],
    [
      'where a coordinate is not finite',
      lines(header, lines(frame(0)).replace('320', '1e999')),
      'notFinite',
      2,
    ],
    ['where a time is not finite', lines(header, '{"tSec":1e999,"image":null}'), 'notFinite', 2],
    [
      'where a score is over 1',
      lines(header, frame(0, { image: points([1, 2, 2]) })),
      'badFrame',
      2,
    ],
    [
      'where a score is negative',
      lines(header, frame(0, { image: points([1, 2, -1]) })),
      'badFrame',
      2,
    ],
    [
      'where it lasts longer than a day',
      lines(header, frame(0), frame(86_399), frame(86_401)),
      'tooLong',
      4,
    ],
    [
      'where a line is longer than 1 MiB',
      lines(header, frame(0, { note: 'x'.repeat(1024 * 1024) })),
      'lineTooLong',
      2,
    ],
    ['where a frame is a list', lines(header, '[0]'), 'notJson', 2],
  ])('%s', (_why, text, code, line) => {
    expect(refusal(text)).toEqual([code, line]);
  });
});

describe('a hostile trace', () => {
  it('cannot reach the prototype of anything', () => {
    const evil = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
    const text = lines(
      lines(header).replace('{', `{${evil},`),
      lines(frame(0)).replace('{', `{${evil},`),
    );
    const trace = read(text);
    expect(trace.frames).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect('polluted' in trace.header).toBe(false);
  });

  it('is refused, not followed, however deep it nests', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(refusal(lines(header, `{"tSec":0,"image":${deep}}`))[1]).toBe(2);
    expect(refusal(deep)[1]).toBe(1);
  });

  it('may put a point where no picture reaches: it is judged as not seen', () => {
    const far = lines(frame(0)).replaceAll('320', '1e300');
    const { verdict } = judge(read(lines(header, far, far.replace('"tSec":0', '"tSec":0.1'))));
    expect(verdict.reps).toEqual([]);
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
  });

  it('may be a megabyte of newlines', () => {
    expect(read(`${lines(header)}${'\n'.repeat(1_000_000)}`).frames).toEqual([]);
  });
});
