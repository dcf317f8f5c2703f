import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { CoachEvent } from '../../src/core/coach/snapshot';
import type { UnitName } from '../../src/core/units';
import type { Judged } from './judged';

const seconds = (sec: number): string => sec.toFixed(2);

const amount = (value: number, unit: UnitName): string =>
  `${value.toFixed(unit === 'ratio' ? 3 : 1)} ${unit}`;

const withSide = (id: string, side: string | null): string =>
  side === null ? id : `${id}.${side}`;

/** What happened, in a few words after the event's name. */
function tell(event: CoachEvent): string {
  switch (event.type) {
    case 'holdStarted':
    case 'holdReached':
    case 'breathCue':
      return String(event.n);
    case 'faultRaised': {
      const { faultId, side, level, value, unit, sinceSec, provisional } = event;
      const measured = amount(value, unit);
      const since = `since ${seconds(sinceSec)}`;
      const note = provisional ? ' provisional' : '';
      return `${withSide(faultId, side)} ${level} ${measured} ${since}${note}`;
    }
    case 'faultCleared':
      return withSide(event.faultId, event.side);
    case 'cue':
      return `${event.cue} for ${event.faultId}`;
    case 'confirmation':
      return event.faultId;
    case 'repEnded': {
      const { kind, n, startSec, endSec, goodSec, quality, faults: had } = event.rep;
      const span = `${seconds(startSec)} to ${seconds(endSec)} good ${seconds(goodSec)}`;
      const words = [quality ? 'quality' : 'no quality', ...had];
      return `${kind} ${String(n)} ${span} ${words.join(' ')}`;
    }
    case 'setEnded':
      return event.reason;
    case 'setStarted':
    case 'bodyLost':
    case 'bodyFound':
    case 'paused':
    case 'resumed':
      return '';
    case 'neutralFound':
      return '';
    case 'neutralAsked':
      return event.by;
    case 'neutralRefused':
      return event.reason;
    case 'gesture':
      return event.arms;
    case 'felt':
      return `${String(event.n)} ${event.arms}`;
  }
}

/** A judged trace as a story: every event on its line, then the faults, the clocks, what was unseen. */
export function tellStory({ events, verdict }: Judged): string {
  const { clocks, view, durationSec, exercise } = verdict;
  const lines = events.map((event) =>
    `${seconds(event.tSec).padStart(6)} ${event.type} ${tell(event)}`.trimEnd(),
  );
  const faults = verdict.faults.map(
    ({ id, side, level, startSec, endSec, peak, unit }) =>
      `fault ${withSide(id, side)} ${level} ${seconds(startSec)} to ${seconds(endSec)} ` +
      `peak ${amount(peak, unit)}`,
  );
  return [
    `${exercise}, ${view} view, ${seconds(durationSec)} s`,
    '',
    ...lines,
    '',
    ...faults,
    `clocks good ${seconds(clocks.goodSec)} faulty ${seconds(clocks.faultySec)} ` +
      `unseen ${seconds(clocks.unseenSec)} rest ${seconds(clocks.restSec)}`,
    ...verdict.unknown.map(({ id, reason }) => `not judged ${id}: ${reason}`),
    '',
  ].join('\n');
}

/** How the golden stories are written anew, once their change is understood. */
export const updateCommand = 'UPDATE_GOLDEN=1 npx vitest run --project long test/replay';

/** The lines that differ, each with its sign: `-` was expected, `+` is now. */
function compareLines(expected: string, actual: string): string {
  const before = expected.split('\n');
  const now = actual.split('\n');
  const gone = before.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  const come = now.filter((line) => !before.includes(line)).map((line) => `+ ${line}`);
  return [...gone, ...come].join('\n');
}

/**
 * Holds a story to the one in a file.
 * @returns What differs and how to take the new story over; empty where nothing does. Where the
 *   environment says UPDATE_GOLDEN=1 the file is written instead.
 */
export function compareWithGolden(file: string, story: string): string {
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, story);
    return '';
  }
  const name = relative(process.cwd(), file);
  if (!existsSync(file)) return `${name} is missing; write it with: ${updateCommand}`;
  const golden = readFileSync(file, 'utf8');
  if (golden === story) return '';
  const differences = compareLines(golden, story) || 'the same lines in another order';
  return `${name} tells another story:\n${differences}\nIf that is right: ${updateCommand}`;
}
