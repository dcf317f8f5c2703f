/**
 * Whatever is read from outside, harmed in all ways: it is taken or refused with one sentence, never
 * thrown over, and nothing of it is more than was there. `npm run fuzz` draws 10,000 of each.
 */
import * as v from 'valibot';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseCalibration } from '../../src/app/calibrationStore';
import { parseErrors } from '../../src/app/errorLog';
import { parseLicences } from '../../src/app/licences';
import { parseNeutrals } from '../../src/app/neutralStore';
import { formatRoute, parseRoute } from '../../src/app/route';
import { parseSafety } from '../../src/app/safety.svelte';
import { parseSettings } from '../../src/app/settings.svelte';
import { parseTraining } from '../../src/app/trainingLog.svelte';
import { readText } from '../../src/camera/readText';
import { openVideoFile } from '../../src/camera/videoFile';
import { describeTraceError, encodeTrace, parseTrace } from '../../src/core/trace/trace';
import { packBundle, readBundle } from '../../src/recording/bundle';
import { entrySchema, profileSchema } from '../../src/store/schema';
import { everyRoute } from '../support/everyRoute';
import { clipPath } from '../support/fakeCamera';
import { findNotFinite } from '../support/finite';
import { harmed, harmedJson, harmedText } from '../support/mutate';
import { pose } from '../support/poseBuilder';
import { film } from '../support/traceBuilder';

const numRuns = Number(process.env.HIPLINE_FUZZ ?? 500);
const options = { numRuns };
/** 10,000 inputs of the slowest parser. */
const testTimeout = 600_000;

/** One sentence for people: a line of its own, with words in it, and not the whole input again. */
function expectSentence(text: string): void {
  expect(text).toMatch(/\S/);
  expect(text).not.toContain('\n');
  expect(text.length).toBeLessThan(400);
}

const trace = film(pose().supine()).stay(1).toTrace('gluteBridge');
const traceText = encodeTrace(trace);

describe('what is opened', { timeout: testTimeout }, () => {
  it('a trace is whole or refused with its line', () => {
    fc.assert(
      fc.property(harmedText(traceText), (text) => {
        const parsed = parseTrace(text);
        if (!parsed.ok) {
          expectSentence(describeTraceError(parsed.error));
          return;
        }
        expect(parsed.value.frames.length).toBeLessThanOrEqual(text.split('\n').length);
        expect(findNotFinite(parsed.value)).toEqual([]);
      }),
      options,
    );
  });

  it('a gzipped trace never unpacks to more than it may', async () => {
    const longest = 200_000;
    const packed = gzipSync(traceText);
    await fc.assert(
      fc.asyncProperty(harmed(packed), async (bytes) => {
        const text = await readText(new Blob([new Uint8Array(bytes)]), longest);
        if (text.ok) expect(text.value.length).toBeLessThanOrEqual(longest);
        else expect(['tooLarge', 'notText']).toContain(text.error);
      }),
      options,
    );
  });

  it('a bundle is whole or refused, and nothing of it is given away before', async () => {
    const good = await packBundle(
      new Map([
        ['sets/a1/manifest.json', new TextEncoder().encode('{"format":"hipline.set"}')],
        ['sets/a1/poses.ndjson', new TextEncoder().encode(traceText.slice(0, 5000))],
      ]),
    );
    await fc.assert(
      fc.asyncProperty(harmed(good), async (bytes) => {
        const read = await readBundle(bytes);
        if (read.ok)
          expect([...read.value.keys()].sort()).toEqual([
            'sets/a1/manifest.json',
            'sets/a1/poses.ndjson',
          ]);
        else expectSentence(`${read.error.code}: ${read.error.detail}`);
      }),
      options,
    );
  });

  it('a video is read or refused by its code', async () => {
    // The header and the first pictures are where a reader can be led astray.
    const good = readFileSync(clipPath('bridge_side_male')).subarray(0, 60_000);
    await fc.assert(
      fc.asyncProperty(harmed(good), async (bytes) => {
        const opened = await openVideoFile(new Blob([new Uint8Array(bytes)]));
        // There is no decoder here: what is a video all the same is of a codec that cannot be decoded.
        expect(opened.ok ? 'opened' : opened.error.code).toMatch(/^(notAVideo|codecUnsupported)$/);
      }),
      options,
    );
  });
});

const settings = parseSettings(null);
const training = {
  version: 1,
  sets: [
    {
      ...{ endedAtMs: 1, exercise: 'gluteBridge', loadKg: 0, stage: 'A', quality: 1, reps: 3 },
      ...{ asked: 0, answers: { effort: 4 } },
    },
  ],
  stages: { gluteBridge: { stage: 'B', passed: 1 } },
};
const neutrals = {
  gluteBridge: {
    takenMs: 1,
    bins: [{ hipDeg: 10, frames: 3, profile: { dorsal: [1, null], ventral: [1] } }],
  },
};

describe('what is kept', { timeout: testTimeout }, () => {
  /** Every text of a store, of any kind, gives a value that can be worked with. */
  const anyText = (good: unknown): fc.Arbitrary<string> =>
    fc.oneof(harmedJson(good), harmedText(JSON.stringify(good)), fc.string());

  it.each<readonly [string, unknown, (text: string) => unknown]>([
    ['settings', settings, parseSettings],
    ['the training log', training, parseTraining],
    ['the safety answers', { version: 1, answeredAtMs: 5 }, parseSafety],
    ['a calibration', { version: 1, takenMs: 1, records: [] }, parseCalibration],
    ['neutrals of the back', neutrals, parseNeutrals],
    ['the last errors', [{ code: 'inUse', detail: '', atMs: 1 }], parseErrors],
  ])('%s are read or as at first', (_name, good, parse) => {
    fc.assert(
      fc.property(anyText(good), (text) => {
        expect(findNotFinite(parse(text))).toEqual([]);
      }),
      options,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('settings that were read are read again to the same', () => {
    fc.assert(
      fc.property(anyText(settings), (text) => {
        const once = parseSettings(text);
        expect(parseSettings(JSON.stringify(once))).toEqual(once);
      }),
      options,
    );
  });

  it.each([
    [
      'a person',
      profileSchema,
      {
        ...{ id: 'a', name: 'Anna', createdAtMs: 1 },
        plan: { person: { bodyMassKg: 60, bellsKg: [8] }, runs: true },
      },
    ],
    [
      'an entry of the history',
      entrySchema,
      { kind: 'morning', day: 1, pain: 2, stiffness: 1, pump: 1 },
    ],
  ] as const)('%s of the database is whole or left out', (_name, schema, good) => {
    fc.assert(
      fc.property(harmedJson(good), (text) => {
        const parsed = v.safeParse(schema, JSON.parse(text));
        if (parsed.success) expect(findNotFinite(parsed.output)).toEqual([]);
        else parsed.issues.forEach(({ message }) => expectSentence(message));
      }),
      options,
    );
  });
});

describe('the address', { timeout: testTimeout }, () => {
  it('leads somewhere, and what was read is written to what reads the same', () => {
    const address = fc.oneof(
      fc.constantFrom(...everyRoute).chain(harmedText),
      fc.webFragments().map((text) => `#${text}`),
      fc.string().map((text) => `#/train/gluteBridge?${text}`),
    );
    fc.assert(
      fc.property(address, (hash) => {
        const route = parseRoute(hash);
        expect(findNotFinite(route)).toEqual([]);
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
      options,
    );
  });
});

describe('the list of licences', () => {
  it('is cut into parts that are all of it', () => {
    fc.assert(
      fc.property(harmedText('# Licenses\n\n## a - 1.0 (MIT)\n\nText\n\n## b\n'), (text) => {
        const headings = text.match(/^## /gm)?.length ?? 0;
        expect(parseLicences(text)).toHaveLength(headings);
      }),
      options,
    );
  });
});
