/**
 * What people hand on and what is kept of them, harmed in all ways: a prescription, a backup, the
 * rows of the database, the list of recorded sets. What is taken can be worked with.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEntries } from '../../src/app/oldTraining';
import { parseSettings } from '../../src/app/settings.svelte';
import { readTraining } from '../../src/app/trainingLog.svelte';
import { groupByDay } from '../../src/app/libraryFilter';
import { changeRules } from '../../src/core/form/strictness';
import { catalogue } from '../../src/core/exercises/catalogue';
import { readDayPlan } from '../../src/core/programme/dayPlan';
import type { HistoryEntry } from '../../src/core/programme/history';
import { applyPrescription, listPlanChanges } from '../../src/core/programme/planChange';
import { parsePrescription } from '../../src/core/programme/prescription';
import { type Plan, readProgramme } from '../../src/core/programme/programme';
import { parseIndex } from '../../src/recording/library';
import {
  parseAnswers,
  parseEvents,
  parseManifest,
  parseSummary,
} from '../../src/recording/setSchema';
import { packBackup, parseBackup } from '../../src/store/backup';
import { siftHistory, siftProfiles } from '../../src/store/peopleStore';
import { unseal } from '../../src/store/seal';
import { toDay, toIsoDay } from '../../src/app/day';
import { findNotFinite } from '../support/finite';
import { expectSentence, fuzz, fuzzTimeout } from '../support/fuzz';
import { harmedJson, harmedRow, harmedStored } from '../support/mutate';
import { dayAfter, fullHistory, fullPrescription, fullProfile } from '../support/person';
import { makeSetFiles } from '../support/recordedSet';

/** Everything that a history and a plan are read for gives numbers, or nothing. */
function expectUsable(history: readonly HistoryEntry[], plan: Plan): void {
  expect(findNotFinite([history, plan])).toEqual([]);
  const applied = applyPrescription(plan);
  const programme = readProgramme(history, applied, dayAfter);
  expect(findNotFinite(programme)).toEqual([]);
  readDayPlan(history, applied, dayAfter);
  for (const { day } of history) expect(toIsoDay(day)).toMatch(/^\d{4}-/);
}

const training = {
  version: 1,
  sets: [
    {
      ...{ endedAtMs: 1_790_000_000_000, exercise: 'gluteBridge', loadKg: 0, stage: 'A' },
      ...{ quality: 1, reps: 3, asked: 0, painBefore: 1, answers: { effort: 4 } },
      holds: [{ felt: 'inLine', measuredDeg: 2 }],
    },
  ],
  stages: { 'gluteBridge@0': { stage: 'B', passed: 1 } },
};

describe('what people hand on', { timeout: fuzzTimeout }, () => {
  it('the good ones are taken whole', () => {
    expect(parsePrescription(JSON.stringify(fullPrescription))).toEqual({
      ok: true,
      value: fullPrescription,
    });
    const backup = { profile: fullProfile, history: fullHistory, training };
    expect(parseBackup(packBackup(backup))).toEqual({ ok: true, value: backup });
  });

  it('a prescription is whole or refused with a sentence', () =>
    fuzz(harmedStored(fullPrescription), (text) => {
      const parsed = parsePrescription(text);
      if (!parsed.ok) {
        expectSentence(parsed.error);
        return;
      }
      const { value } = parsed;
      const { off, limits } = parseSettings(
        JSON.stringify({ off: value.off ?? [], limits: value.limits ?? [] }),
      );
      for (const { rules } of Object.values(catalogue)) changeRules(rules, { off, limits });
      listPlanChanges(fullProfile.plan, value, {}, ['plank']);
      expectUsable(fullHistory, { ...fullProfile.plan, prescribed: value });
    }));

  it('a backup is whole or refused', () =>
    fuzz(
      harmedStored(
        JSON.parse(packBackup({ profile: fullProfile, history: fullHistory, training })),
      ),
      (text) => {
        const parsed = parseBackup(text);
        if (!parsed.ok) {
          expect(['refused', 'newer']).toContain(parsed.error);
          return;
        }
        const { profile, history } = parsed.value;
        expectUsable(history, profile.plan);
        expectUsable(
          siftHistory(toEntries(readTraining(parsed.value.training).sets)).rows,
          profile.plan,
        );
      },
    ));
});

describe('rows of the database', { timeout: fuzzTimeout }, () => {
  const sealed = { iv: 'AAAAAAAAAAAAAAAA', data: 'AAAA' };
  const locked = {
    ...{ id: 'bob', name: 'Bob', createdAtMs: 1 },
    ...{ lock: { salt: 'AAAA', rounds: 600_000, check: sealed }, sealed },
  };

  it('of people are whole or left out and counted', () =>
    fuzz(fc.oneof(harmedRow(fullProfile), harmedRow(locked)), (row) => {
      const { rows, damaged } = siftProfiles([row, fullProfile]);
      expect(rows.length + damaged).toBe(2);
      expect(rows).toContainEqual(fullProfile);
      expect(findNotFinite(rows)).toEqual([]);
      for (const person of rows) if ('plan' in person) expectUsable(fullHistory, person.plan);
    }));

  it('of the history are whole or left out and counted', () =>
    fuzz(fc.constantFrom(...fullHistory).chain(harmedRow), (row) => {
      const { rows, damaged } = siftHistory([row, ...fullHistory]);
      expect(rows.length + damaged).toBe(1 + fullHistory.length);
      expectUsable(rows, fullProfile.plan);
    }));

  it('of the training are whole or as at first', () =>
    fuzz(harmedRow(training), (row) => {
      const read = readTraining(row);
      expect(findNotFinite(read)).toEqual([]);
      // Whoever has trained before there was a database has it written into it.
      expectUsable(siftHistory(toEntries(read.sets)).rows, fullProfile.plan);
    }));

  it('that are sealed open or do not', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await fuzz(harmedRow(sealed), async (row) => {
      expect(await unseal(key, row)).toBeUndefined();
    });
  });
});

describe('recorded sets', { timeout: fuzzTimeout }, () => {
  const entry = {
    ...{ id: 'set-1', exercise: 'gluteBridge', source: 'camera', side: 'left' },
    ...{ startedAtMs: 1_790_000_000_000, durationSec: 30, goodSec: 20, reps: ['good'] },
    ...{ faults: [{ id: 'hipsSag', level: 'warn' }], noteCount: 1, sizeBytes: 100, hasVideo: true },
    ...{ hasStill: true, isCutOff: false, pending: 'delete' },
  };

  it('are listed as they were', () => {
    const index = { format: 'hipline.library', version: 1, entries: [entry] };
    expect([...parseIndex(JSON.stringify(index)).values()]).toEqual([entry]);
  });

  it('are listed from a whole index, or from their folders', () =>
    fuzz(
      harmedStored({ format: 'hipline.library', version: 1, entries: [entry, entry] }),
      (text) => {
        const entries = [...parseIndex(text).values()];
        expect(findNotFinite(entries)).toEqual([]);
        for (const { startedAtMs } of entries)
          expect(toDay(startedAtMs)).toBeGreaterThanOrEqual(-1);
        groupByDay(entries);
      },
    ));

  const { manifest, summary, events, files } = makeSetFiles('set-1');
  const answers = JSON.parse(new TextDecoder().decode(files.get('answers.json'))) as unknown;

  it.each([
    ['manifest', manifest, parseManifest],
    ['summary', summary, parseSummary],
    ['answers', answers, parseAnswers],
  ] as const)('have a whole %s, or one that is damaged or newer', (_name, good, parse) =>
    fuzz(harmedJson(good), (text) => {
      const parsed = parse(text);
      if (parsed.ok) expect(findNotFinite(parsed.value)).toEqual([]);
      else expect(['damaged', 'newer']).toContain(parsed.error);
    }),
  );

  it('have events that are known, or none', () =>
    fuzz(harmedStored(events[1]), (line) => {
      expect(findNotFinite(parseEvents(line) ?? [])).toEqual([]);
    }));
});
