import { describe, expect, it } from 'vitest';
import { toEntries } from '../../../src/app/oldTraining';
import {
  listBaselines,
  listFindings,
  readBaselineState,
  readTestChange,
  skipTest,
  tests,
} from '../../../src/core/programme/baseline';
import { readDayPlan } from '../../../src/core/programme/dayPlan';
import { readGate } from '../../../src/core/programme/gate';
import type { HistoryEntry, SetEntry, TestEntry } from '../../../src/core/programme/history';
import type { LimitOverride } from '../../../src/core/form/strictness';
import { joinPrescription, listPlanChanges } from '../../../src/core/programme/planChange';
import { parsePrescription } from '../../../src/core/programme/prescription';
import { readPainSeries, toCsv } from '../../../src/core/programme/progress';
import { writeCalendar } from '../../../src/core/programme/reminders';
import {
  computeTriggerShare,
  needsEye,
  readPainAnswers,
} from '../../../src/core/programme/setEntry';
import { toLimitPrescription } from '../../../src/core/report/limitPrescription';
import { packBackup, parseBackup } from '../../../src/store/backup';
import { faultOf, repOf } from '../../support/snapshotBuilder';

const plan = { person: { bodyMassKg: 70, bellsKg: [8, 12] }, runs: false };

const setOf = (day: number, change: Partial<SetEntry> = {}): SetEntry => ({
  kind: 'set',
  day,
  exercise: 'gluteBridge',
  side: null,
  dose: { sets: 1, reps: 10, holdSec: 10, loadKg: 0 },
  reps: { done: 10, quality: 10, failed: 0, warned: 0, dark: 10 },
  stage: 'E',
  triggerShare: 0,
  needsEye: false,
  ...change,
});

const questions: HistoryEntry = {
  kind: 'questions',
  day: 100,
  overload: [true, false, false, true],
  painNow: 2,
  painWorst: 4,
  symptoms: [],
  goals: [],
  runs: false,
};

const leg = (day: number, side: 'left' | 'right', value: number): TestEntry => ({
  kind: 'test',
  day,
  test: 'singleLegBridge',
  side,
  value,
  needsEye: false,
});

describe('a baseline', () => {
  it('takes two visits, remembers what is left, and is due after four weeks', () => {
    const first = [questions, leg(100, 'left', 30)];
    expect(readBaselineState(first, 101)).toBe('open');
    const [begun] = listBaselines(first);
    expect(begun?.todo.length).toBe(tests.flatMap(({ sides }) => sides).length - 1);
    const rest = (begun?.todo ?? []).map(({ test, side }) => skipTest(test.id, side, 103));
    const whole = [...first, ...rest];
    expect(listBaselines(whole)[0]).toMatchObject({ done: true, visits: [100, 103] });
    expect(readBaselineState(whole, 110)).toBe('fresh');
    expect(readBaselineState(whole, 128)).toBe('due');
    expect(readBaselineState([], 1)).toBe('first');
  });

  it('names what it shows, without a judgement', () => {
    const [one] = listBaselines([questions, leg(100, 'left', 20), leg(100, 'right', 60)]);
    expect(one === undefined ? [] : listFindings(one)).toEqual([
      { id: 'overload', count: 2 },
      { id: 'singleLegShort', side: 'left', sec: 20 },
      { id: 'singleLegUneven', bySec: 40, weaker: 'left' },
    ]);
  });

  it('calls a change one only above what can be measured', () => {
    const [before] = listBaselines([questions, leg(100, 'left', 30)]);
    expect(readTestChange(before, leg(130, 'left', 50))).toMatchObject({ isChange: false });
    expect(readTestChange(before, leg(130, 'left', 51))).toMatchObject({
      isChange: true,
      better: true,
    });
    expect(readTestChange(before, leg(130, 'right', 51))).toBeUndefined();
  });
});

describe('a day', () => {
  it('goes on with what is left of it, and pain stops an exercise', () => {
    expect(readDayPlan([], plan, 10).next?.exercise).toBe('gluteBridge');
    const done = readDayPlan([setOf(10)], plan, 10);
    expect(done).toMatchObject({ kind: 'rest', whyRest: 'doneToday', begun: true });
    const red = readDayPlan([setOf(10, { pain: { before: 1, during: 5, after: 5 } })], plan, 10);
    expect(red.items[0]?.state).toBe('stopped');
  });

  it('leaves weights out when the back is tired, and may be decided otherwise', () => {
    const tired = { kind: 'morning', day: 10, pain: 0, stiffness: 0, pump: 7 } as const;
    expect(readDayPlan([tired], plan, 10).eased).toBe('pump');
    const rest: HistoryEntry = { kind: 'day', day: 10, to: 'rest', over: 'train', why: '' };
    expect(readDayPlan([rest], plan, 10).whyRest).toBe('ownChoice');
  });
});

describe('a prescription', () => {
  const good = {
    format: 'hipline.prescription',
    version: 1,
    signedBy: 'B. Physio',
    signedOn: '2026-11-25',
    only: true,
    items: [{ exercise: 'squat', dose: { sets: 2, reps: 8, loadKg: 0 } }],
  };

  it('is read whole or refused with the field that is wrong', () => {
    expect(parsePrescription(JSON.stringify(good)).ok).toBe(true);
    for (const [change, field] of [
      [{ signedBy: ' ' }, 'signedBy'],
      [{ signedOn: 'soon' }, 'signedOn'],
      [{ items: [] }, 'neither'],
      [{ items: [good.items[0], good.items[0]] }, 'twice'],
      [{ version: 2 }, 'version'],
    ] as const) {
      const read = parsePrescription(JSON.stringify({ ...good, ...change }));
      expect(read.ok ? '' : read.error).toContain(field);
    }
    expect(parsePrescription('{').ok).toBe(false);
  });

  it('shows what it changes, and opens what it prescribes', () => {
    const read = parsePrescription(JSON.stringify(good));
    if (!read.ok) throw new Error(read.error);
    const changes = listPlanChanges(plan, read.value, {}, ['gluteBridge']);
    expect(changes.map(({ id }) => id)).toEqual(['added', 'dose', 'leftOut', 'only']);
    const today = readDayPlan([], { ...plan, prescribed: read.value }, 10);
    expect(today.items.map(({ exercise }) => exercise)).toEqual(['squat']);
  });
});

describe('limits out of a review', () => {
  const limit = (warn: number): LimitOverride => ({
    specRow: 'E01-F2',
    faultId: 'hipsSag',
    signal: 'trunkThighDropDeg',
    sense: 'above',
    warn,
    fail: warn + 4,
  });
  const saved = (warn: number): string =>
    JSON.stringify(toLimitPrescription([limit(warn)], 'B. Physio', '2026-11-25'));

  it('are accepted as a prescription that changes nothing but them', () => {
    const read = parsePrescription(saved(8));
    if (!read.ok) throw new Error(read.error);
    expect(read.value.limits).toEqual([limit(8)]);
    expect(listPlanChanges(plan, read.value, {}, ['gluteBridge'])).toEqual([
      { id: 'limits', count: 1 },
    ]);
    const own = readDayPlan([], plan, 10);
    expect(readDayPlan([], { ...plan, prescribed: read.value }, 10)).toEqual(own);
  });

  it('leave what was prescribed before, and take the place of its limits', () => {
    const [before, next] = [8, 12].map((warn) => {
      const read = parsePrescription(saved(warn));
      if (!read.ok) throw new Error(read.error);
      return read.value;
    });
    const items = [{ exercise: 'squat', dose: { sets: 2, reps: 8, loadKg: 0 } }] as const;
    const joined = joinPrescription({ ...before!, items: [...items], only: true }, next!);
    expect(joined).toMatchObject({ items, only: true, limits: [limit(12)] });
    expect(joinPrescription(undefined, next!)).toBe(next);
  });
});

describe('what is kept of a set', () => {
  it('knows pain only where it was asked before and after', () => {
    expect(readPainAnswers({ painDuring: 2 }, undefined)).toBeUndefined();
    expect(readPainAnswers({ painDuring: 2 }, 1)).toEqual({ before: 1, during: 2, after: 2 });
  });

  it('counts the time of pelvis, ribs and breath once', () => {
    const rep = repOf({ n: 1, startSec: 0, endSec: 10 });
    const faults = [
      faultOf({ faultId: 'ribFlare', startSec: 0, endSec: 4 }),
      faultOf({ faultId: 'pelvisDips', startSec: 2, endSec: 5 }),
      faultOf({ faultId: 'heelsLift', startSec: 6, endSec: 9 }),
    ];
    expect(computeTriggerShare([rep], faults)).toBeCloseTo(0.5);
  });

  it('wants an eye where the place tells only roughly that the position was held', () => {
    const set = { exercise: 'singleLegBridge', reps: [], faults: [], unjudged: [] } as const;
    expect([0, 1, 2].map((pass) => needsEye({ ...set, pass }))).toEqual([false, false, true]);
    // From table height the back is not looked for; from the floor it is.
    const unjudged = [{ faultId: 'backArch', unseen: 'cameraTooHigh' }] as const;
    expect([0, 1].map((pass) => needsEye({ ...set, unjudged, pass }))).toEqual([true, false]);
  });

  it('asks no set from the side for what only one from behind measures', () => {
    const crawl = { exercise: 'crawl', dose: { sets: 3, reps: 8, loadKg: 0 } } as const;
    const beside = setOf(3, crawl);
    const behind = setOf(3, { ...crawl, measure: 12 });
    const lacksEye = (sets: readonly SetEntry[]): boolean =>
      readGate('crawl', sets, plan.person).lacks.some(({ id }) => id === 'eye');
    expect(lacksEye([beside])).toBe(true);
    expect(lacksEye([beside, behind])).toBe(false);
    expect(
      lacksEye([
        { ...beside, side: 'left' },
        { ...behind, side: 'right' },
      ]),
    ).toBe(true);
  });

  it('takes the old log over without opening a gate by it', () => {
    const [entry] = toEntries([
      {
        endedAtMs: Date.UTC(2026, 0, 2, 12),
        exercise: 'gluteBridge',
        loadKg: 0,
        stage: 'E',
        quality: 1,
        reps: 10,
        asked: 0,
        answers: { effort: 3 },
      },
    ]);
    expect(entry).toMatchObject({ kind: 'set', needsEye: true, reps: { done: 10, quality: 10 } });
  });
});

describe('what leaves the app', () => {
  it('is a table that a spreadsheet cannot take for a formula', () => {
    const why = '=1+1, "no"';
    const dose = { sets: 1, reps: 8, loadKg: 0 };
    const csv = toCsv(
      [{ kind: 'overrule', day: 3, exercise: 'squat', dose, by: 'athlete', why }, setOf(4)],
      String,
    );
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain('"athlete: =1+1, ""no"""');
  });

  it('is a calendar that begins on the next day of training', () => {
    const ics = writeCalendar(
      {
        weekdays: [0, 2],
        trainAtMin: 18 * 60,
        morningAtMin: 8 * 60,
        durationMin: 30,
        fromDay: 20_781,
        isoDay: (day) => new Date(day * 86_400_000).toISOString().slice(0, 10),
        stamp: '20261124T100000Z',
        id: 'ann',
      },
      { train: 'Train, now', morning: 'Back?' },
    );
    expect(ics).toContain('DTSTART:20261125T180000');
    expect(ics).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO,WE');
    expect(ics).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU,TH');
    expect(ics).toContain('SUMMARY:Train\\, now');
  });

  it('is a backup that comes back whole or not at all', () => {
    const profile = { id: 'a', name: 'Ann', createdAtMs: 1, plan };
    const text = packBackup({ profile, history: [setOf(3), questions], training: {} });
    expect(parseBackup(text)).toEqual({
      ok: true,
      value: { profile, history: [setOf(3), questions], training: {} },
    });
    const own = { settings: '{"theme":"light"}', calibration: '{}' };
    const whole = packBackup({ profile, history: [], training: {}, own });
    expect(parseBackup(whole)).toMatchObject({ value: { own } });
    expect(parseBackup(text.replace('"version":1', '"version":9'))).toMatchObject({
      error: 'newer',
    });
    expect(parseBackup(text.replace('"day":3', '"day":-3'))).toMatchObject({ error: 'refused' });
  });

  it('marks pain only from two points on', () => {
    const morning = (day: number, pain: number): HistoryEntry => {
      return { kind: 'morning', day, pain, stiffness: 0, pump: 0 };
    };
    expect(readPainSeries([morning(1, 4), morning(9, 3)]).change).toBeUndefined();
    expect(readPainSeries([morning(1, 4), morning(9, 2)]).change).toEqual({ from: 4, to: 2 });
  });
});
