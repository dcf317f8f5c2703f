/**
 * Whatever is read from outside, harmed in all ways: it is taken or refused with one sentence, never
 * thrown over, and nothing of it is more than was there. `npm run fuzz` draws 10,000 of each.
 */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseCalibration } from '../../src/app/calibrationStore';
import { capabilityIds } from '../../src/app/capabilities';
import { formatReport } from '../../src/app/diagnosticsReport';
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
import { everyRoute } from '../support/everyRoute';
import { clipPath } from '../support/fakeCamera';
import { findNotFinite } from '../support/finite';
import { expectSentence, fuzz, fuzzTimeout } from '../support/fuzz';
import { harmed, harmedStored, harmedText } from '../support/mutate';
import { pose } from '../support/poseBuilder';
import { film } from '../support/traceBuilder';

const trace = film(pose().supine()).stay(1).toTrace('gluteBridge');
const traceText = encodeTrace(trace);

describe('what is opened', { timeout: fuzzTimeout }, () => {
  it('a trace is whole or refused with its line', () =>
    fuzz(harmedText(traceText), (text) => {
      const parsed = parseTrace(text);
      if (!parsed.ok) {
        expectSentence(describeTraceError(parsed.error));
        return;
      }
      expect(parsed.value.frames.length).toBeLessThanOrEqual(text.split('\n').length);
      expect(findNotFinite(parsed.value)).toEqual([]);
    }));

  it('a gzipped trace never unpacks to more than it may', async () => {
    const longest = 200_000;
    const packed = gzipSync(traceText);
    await fuzz(harmed(packed), async (bytes) => {
      const text = await readText(new Blob([new Uint8Array(bytes)]), longest);
      if (text.ok) expect(text.value.length).toBeLessThanOrEqual(longest);
      else expect(['tooLarge', 'notText']).toContain(text.error);
    });
  });

  it('a bundle is whole or refused, and nothing of it is given away before', async () => {
    const good = await packBundle(
      new Map([
        ['sets/a1/manifest.json', new TextEncoder().encode('{"format":"hipline.set"}')],
        ['sets/a1/poses.ndjson', new TextEncoder().encode(traceText.slice(0, 5000))],
      ]),
    );
    await fuzz(harmed(good), async (bytes) => {
      const read = await readBundle(bytes);
      if (read.ok)
        expect([...read.value.keys()].sort()).toEqual([
          'sets/a1/manifest.json',
          'sets/a1/poses.ndjson',
        ]);
      else expectSentence(`${read.error.code}: ${read.error.detail}`);
    });
  });

  it('a video is read or refused by its code', async () => {
    // The header and the first pictures are where a reader can be led astray.
    const good = readFileSync(clipPath('bridge_side_male')).subarray(0, 60_000);
    await fuzz(harmed(good), async (bytes) => {
      const opened = await openVideoFile(new Blob([new Uint8Array(bytes)]));
      // There is no decoder here: what is a video all the same is of a codec that cannot be decoded.
      expect(opened.ok ? 'opened' : opened.error.code).toMatch(/^(notAVideo|codecUnsupported)$/);
    });
  });

  it('a video that is cut off anywhere in its head ends its reading too', async () => {
    const head = readFileSync(clipPath('bridge_side_male')).subarray(0, 600);
    // 251 is where the reader finds the next element for ever.
    for (const length of [...Array.from(head.keys()).filter((at) => at % 10 === 0), 251]) {
      const opened = await openVideoFile(new Blob([new Uint8Array(head.subarray(0, length))]));
      expect(opened.ok).toBe(false);
    }
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

describe('what is kept', { timeout: fuzzTimeout }, () => {
  it.each<readonly [string, unknown, (text: string) => unknown]>([
    ['settings', settings, parseSettings],
    ['the training log', training, parseTraining],
    ['the safety answers', { version: 1, answeredAtMs: 5 }, parseSafety],
    ['a calibration', { version: 1, takenMs: 1, records: [] }, parseCalibration],
    ['neutrals of the back', neutrals, parseNeutrals],
    ['the last errors', [{ code: 'inUse', detail: '', atMs: 1 }], parseErrors],
  ])('%s are read or as at first', async (_name, good, parse) => {
    await fuzz(harmedStored(good), (text) => {
      expect(findNotFinite(parse(text))).toEqual([]);
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('settings that were read are read again to the same', () =>
    fuzz(harmedStored(settings), (text) => {
      const once = parseSettings(text);
      expect(parseSettings(JSON.stringify(once))).toEqual(once);
    }));

  it('errors that were read can be reported', () =>
    fuzz(harmedStored([{ code: 'inUse', detail: '', atMs: 1 }]), (text) => {
      const capabilities = Object.fromEntries(capabilityIds.map((id) => [id, true]));
      const report = formatReport({
        ...{ appVersion: '0', browser: '', cores: 1, screen: '', measured: [] },
        capabilities: capabilities as Record<(typeof capabilityIds)[number], boolean>,
        errors: parseErrors(text),
      });
      expect(report).toContain('errors: ');
    }));
});

describe('the address', { timeout: fuzzTimeout }, () => {
  it('leads somewhere, and what was read is written to what reads the same', () => {
    const address = fc.oneof(
      fc.constantFrom(...everyRoute).chain(harmedText),
      fc.webFragments().map((text) => `#${text}`),
      fc.string().map((text) => `#/train/gluteBridge?${text}`),
    );
    return fuzz(address, (hash) => {
      const route = parseRoute(hash);
      expect(findNotFinite(route)).toEqual([]);
      expect(parseRoute(formatRoute(route))).toEqual(route);
    });
  });
});

describe('the list of licences', () => {
  it('is cut into parts that are all of it', () =>
    fuzz(harmedText('# Licenses\n\n## a - 1.0 (MIT)\n\nText\n\n## b\n'), (text) => {
      const headings = text.match(/^## /gm)?.length ?? 0;
      expect(parseLicences(text)).toHaveLength(headings);
    }));
});
