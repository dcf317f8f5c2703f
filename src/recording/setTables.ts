import { listSignals } from '../core/coach/signalBoard';
import { catalogue } from '../core/exercises/catalogue';
import { encodeSignals } from '../core/report/signalTable';
import type { VerdictWords } from '../core/report/verdict';
import { readRecordedSet, readSetTrace } from './recordedSets';
import { judgeRecordedSet } from './recoverSet';

const repColumns = [
  ...['set', 'startedAt', 'exercise', 'n', 'kind', 'side', 'startSec', 'endSec'],
  ...['goodSec', 'faultySec', 'unseenSec', 'quality', 'faults'],
];

/**
 * The holds and reps of sets as CSV, one a line. Every cell is a number, an id or a date of ours, so
 * that no spreadsheet takes one for a formula. Sets without a summary are left out.
 */
export async function encodeReps(setIds: readonly string[]): Promise<string> {
  const lines = [repColumns.join(',')];
  for (const id of setIds) {
    const set = await readRecordedSet(id);
    const startedAt = new Date(set?.manifest.startedAtMs ?? 0).toISOString();
    for (const rep of set?.summary?.verdict.reps ?? []) {
      const { n, kind, side, startSec, endSec, goodSec, faultySec, unseenSec, quality } = rep;
      const times = [startSec, endSec, goodSec, faultySec, unseenSec].map((sec) => sec.toFixed(3));
      lines.push(
        [
          ...[id, startedAt, set?.manifest.exercise, n, kind, side ?? '', ...times],
          ...[quality, rep.faults.join(' ')],
        ].join(','),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Every signal of a set over its time as CSV; cells are empty where it was not seen.
 * @returns undefined where there is no such set
 */
export async function encodeSetSignals(
  setId: string,
  words: VerdictWords,
): Promise<string | undefined> {
  const set = await readRecordedSet(setId);
  const trace = await readSetTrace(setId);
  if (set === undefined || trace === undefined) return undefined;
  const { manifest } = set;
  const keys = listSignals(catalogue[manifest.exercise]).map(({ key }) => key);
  const table = encodeSignals(keys);
  await judgeRecordedSet(manifest, trace, words, undefined, (snapshot) => table.add(snapshot));
  return `${table.lines.join('\n')}\n`;
}
