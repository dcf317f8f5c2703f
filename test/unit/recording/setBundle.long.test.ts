import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBundle } from '../../../src/recording/bundle';
import type { Prescription } from '../../../src/core/programme/prescription';
import { packSets, readContent } from '../../../src/recording/setBundle';
import { parseEvents, parseManifest, parseSummary } from '../../../src/recording/setSchema';
import type { SetFile } from '../../../src/setWriter/protocol';
import { makeSetFiles } from '../../support/recordedSet';

const made = makeSetFiles('set-1');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (data: Uint8Array | undefined): string => new TextDecoder().decode(data);

type Change = Readonly<Partial<Record<SetFile, string | Uint8Array | null>>>;

/** A bundle of the made set with some of its files changed or taken away; its list is right. */
function pack(change: Change, folder = 'sets/set-1'): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [name, data] of made.files) files.set(`${folder}/${name}`, data);
  for (const [name, data] of Object.entries(change)) {
    if (data === null) files.delete(`${folder}/${name}`);
    else files.set(`${folder}/${name}`, typeof data === 'string' ? encode(data) : data);
  }
  return packBundle(files);
}

type Json = Record<string, unknown>;

/** A JSON file of the set with parts of it replaced. */
const changed = (name: SetFile, part: Json): Change => ({
  [name]: JSON.stringify({ ...(JSON.parse(decode(made.files.get(name))) as Json), ...part }),
});

const options = made.manifest.options;
const verdict = made.summary.verdict;
const markup = '<img src=x onerror=alert(1)>';

/** Sets whose files are listed rightly and lie all the same, each with the code that refuses it. */
const bad: Readonly<Record<string, readonly [Change, string]>> = {
  noManifest: [{ 'manifest.json': null }, 'bundleDamaged'],
  noSummary: [{ 'summary.json': null }, 'bundleDamaged'],
  noPoses: [{ 'poses.ndjson': null }, 'bundleDamaged'],
  noFrames: [
    { 'poses.ndjson': decode(made.files.get('poses.ndjson')).split('\n')[0] ?? '' },
    'bundleDamaged',
  ],
  posesCutOff: [
    { 'poses.ndjson': decode(made.files.get('poses.ndjson')).slice(0, -40) },
    'bundleDamaged',
  ],
  posesNotUtf8: [{ 'poses.ndjson': Uint8Array.of(0xff, 0xfe) }, 'bundleDamaged'],
  eventsNoJson: [{ 'events.ndjson': '{"type"' }, 'bundleDamaged'],
  eventUnknown: [{ 'events.ndjson': '{"type":"run","tSec":1}\n' }, 'bundleDamaged'],
  eventTimeText: [{ 'events.ndjson': '{"type":"bodyFound","tSec":"1"}\n' }, 'bundleDamaged'],
  eventFaultUnknown: [
    { 'events.ndjson': '{"type":"faultCleared","tSec":1,"faultId":"constructor","side":null}\n' },
    'bundleDamaged',
  ],
  manifestNewer: [changed('manifest.json', { version: 99 }), 'bundleNewer'],
  summaryNewer: [changed('summary.json', { version: 99 }), 'bundleNewer'],
  answersNewer: [changed('answers.json', { version: 99 }), 'bundleNewer'],
  versionText: [changed('manifest.json', { version: '2' }), 'bundleDamaged'],
  otherId: [changed('manifest.json', { id: 'set-2' }), 'bundleDamaged'],
  idPath: [changed('manifest.json', { id: '../set-1' }), 'bundleDamaged'],
  exerciseUnknown: [changed('manifest.json', { exercise: 'constructor' }), 'bundleDamaged'],
  exerciseMarkup: [changed('manifest.json', { exercise: markup }), 'bundleDamaged'],
  startedNever: [changed('manifest.json', { startedAtMs: null }), 'bundleDamaged'],
  startedBeyondDates: [changed('manifest.json', { startedAtMs: 1e300 }), 'bundleDamaged'],
  sourceUnknown: [changed('manifest.json', { source: 'moon' }), 'bundleDamaged'],
  videoElsewhere: [changed('manifest.json', { video: '../video.mp4' }), 'bundleDamaged'],
  modelLong: [changed('manifest.json', { model: 'x'.repeat(5000) }), 'bundleDamaged'],
  noOptions: [changed('manifest.json', { options: null }), 'bundleDamaged'],
  sizeZero: [changed('manifest.json', { options: { ...options, widthPx: 0 } }), 'bundleDamaged'],
  doseEndless: [
    changed('manifest.json', { options: { ...options, doseReps: 1e9 } }),
    'bundleDamaged',
  ],
  limitNoNumber: [
    changed('manifest.json', {
      options: {
        ...options,
        changes: {
          limits: [
            {
              specRow: '1',
              faultId: 'hipsSag',
              signal: 'trunkThighDeg',
              sense: 'above',
              warn: '5',
            },
          ],
        },
      },
    }),
    'bundleDamaged',
  ],
  offUnknown: [
    changed('manifest.json', { options: { ...options, changes: { off: ['toString'] } } }),
    'bundleDamaged',
  ],
  calibrationStep: [
    changed('manifest.json', { calibration: { takenMs: 1, records: [{ step: 'flying' }] } }),
    'bundleDamaged',
  ],
  summaryList: [{ 'summary.json': '[]' }, 'bundleDamaged'],
  verdictMissing: [changed('summary.json', { verdict: undefined }), 'bundleDamaged'],
  verdictNewerKind: [
    changed('summary.json', { verdict: { ...verdict, version: 7 } }),
    'bundleDamaged',
  ],
  repsNoList: [changed('summary.json', { verdict: { ...verdict, reps: {} } }), 'bundleDamaged'],
  repKind: [
    changed('summary.json', {
      verdict: { ...verdict, reps: [{ ...verdict.reps[0], kind: 'jump' }] },
    }),
    'bundleDamaged',
  ],
  repsTooMany: [
    changed('summary.json', {
      verdict: { ...verdict, reps: new Array(20_001).fill(verdict.reps[0]) },
    }),
    'bundleTooLarge',
  ],
  faultUnknown: [
    changed('summary.json', {
      verdict: { ...verdict, faults: [{ ...verdict.faults[0], id: '__proto__' }] },
    }),
    'bundleDamaged',
  ],
  clocksText: [
    changed('summary.json', { verdict: { ...verdict, clocks: 'all' } }),
    'bundleDamaged',
  ],
  answersDeep: [changed('answers.json', { answers: { a: { b: 1 } } }), 'bundleDamaged'],
  painBeyond: [changed('answers.json', { painBefore: 11 }), 'bundleDamaged'],
  reviewText: [{ 'review.json': '"notes"' }, 'bundleDamaged'],
  reviewCutOff: [{ 'review.json': '{"notes":[' }, 'bundleDamaged'],
  reviewOther: [{ 'review.json': '{"notes":[]}' }, 'bundleDamaged'],
  reviewNewer: [{ 'review.json': '{"format":"hipline.review","version":2}' }, 'bundleNewer'],
  reviewHuge: [{ 'review.json': `{"notes":"${'x'.repeat(9 * 1024 ** 2)}"}` }, 'bundleTooLarge'],
  videoIsMarkup: [{ 'video.mp4': `<html>${markup}</html>` }, 'bundleDamaged'],
  videoOtherKind: [
    { 'video.webm': Uint8Array.of(0, 0, 0, 32, 0x66, 0x74, 0x79, 0x70) },
    'bundleDamaged',
  ],
  stillIsSvg: [{ 'still.webp': '<svg onload="alert(1)"/>' }, 'bundleDamaged'],
};

describe('a manifest', () => {
  it('keeps the bar that was worn', () => {
    const bar = { colour: { red: 1, green: 0.17, blue: 0.82 }, lengthM: 0.5 };
    const read = parseManifest(JSON.stringify({ ...made.manifest, options: { ...options, bar } }));
    expect(read.ok && read.value.options.bar).toEqual(bar);
  });
});

describe('sets in a bundle', () => {
  it('come back as they were recorded', async () => {
    const read = await readContent(await pack({}));
    expect(read.ok && read.value.sets).toHaveLength(1);
    const [set] = read.ok ? read.value.sets : [];
    expect(set?.manifest).toEqual(made.manifest);
    expect(set?.summary).toEqual(made.summary);
    expect(decode(set?.files.get('poses.ndjson'))).toBe(decode(made.files.get('poses.ndjson')));
    expect(parseEvents(decode(set?.files.get('events.ndjson')))).toEqual(made.events);
  });

  it.each(Object.entries(bad))('are refused: %s', async (_name, [change, code]) => {
    const read = await readContent(await pack(change));
    expect(read.ok ? 'taken' : read.error.code).toBe(code);
  });

  it.each([
    ['no sets at all', new Map([['readme.txt', encode('x')]])],
    ['a file that no set has', new Map([['sets/set-1/virus.exe', encode('x')]])],
    ['a set within a set', new Map([['sets/a/b/manifest.json', encode('{}')]])],
    ['a folder that is no id', new Map([['sets/a.b/manifest.json', encode('{}')]])],
    ['another folder', new Map([['people/a/manifest.json', encode('{}')]])],
  ])('are refused: %s', async (_name, files) => {
    const read = await readContent(await packBundle(files));
    expect(read.ok ? 'taken' : read.error.code).toBe('bundleDamaged');
  });

  it('are refused where there is none', async () => {
    const read = await readContent(await packBundle(new Map()));
    expect(read.ok ? 'taken' : read.error.code).toBe('notABundle');
  });

  it('may hold a prescription alone, which is read as its own file is', async () => {
    const prescription: Prescription = {
      format: 'hipline.prescription',
      version: 1,
      signedBy: 'B. Physio',
      signedOn: '2026-11-25',
      only: false,
      items: [{ exercise: 'squat', dose: { sets: 2, reps: 8, loadKg: 0 }, between: 'hipFront' }],
    };
    const read = await readContent(await packSets([], 'none', undefined, prescription));
    expect(read).toEqual({ ok: true, value: { sets: [], prescription } });
    const harmed = encode(JSON.stringify({ ...prescription, signedBy: ' ' }));
    const refused = await readContent(await packBundle(new Map([['prescription.json', harmed]])));
    expect(refused.ok ? 'taken' : refused.error.code).toBe('bundleDamaged');
  });

  it('of version 1 are migrated', async () => {
    const { source, loadKg, ...older } = made.manifest;
    expect([source, loadKg]).toEqual(['trace', 0]);
    const read = await readContent(
      await pack({
        'manifest.json': JSON.stringify({ ...older, version: 1 }),
        ...changed('summary.json', { version: 1 }),
      }),
    );
    const [set] = read.ok ? read.value.sets : [];
    expect(set?.manifest).toEqual({ ...made.manifest, source: 'camera' });
    expect(parseManifest(decode(set?.files.get('manifest.json'))).ok).toBe(true);
    expect(set?.summary).toEqual(made.summary);
  });

  it('with a flipped byte are the same or refused, whatever their hashes say', async () => {
    const names = ['manifest.json', 'summary.json', 'answers.json'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, at, flip) => {
          const data = (made.files.get(name) ?? new Uint8Array()).slice();
          const i = at % data.length;
          data[i] = (data[i] ?? 0) ^ flip;
          const read = await readContent(await pack({ [name]: data }));
          if (!read.ok) return;
          // What was taken passes its schema again, and nothing of it is code.
          const [set] = read.value.sets;
          expect(parseManifest(decode(set?.files.get('manifest.json'))).ok).toBe(true);
          expect(parseSummary(decode(set?.files.get('summary.json'))).ok).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
