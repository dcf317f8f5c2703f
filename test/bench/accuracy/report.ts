import { tableBackClips, tableBacks, tableFlexedGain } from './backTables';
import { type AngleName, comparedAngles, type ErrorSum } from './angles';
import type { FrameVerdict } from './frameSets';
import type { LungeScore } from './lunges';
import type { ClipScore, FalseAlarm, Finding, ScoredFault } from './score';
import type { SwingScore } from './swings';
import { lateMost, listTargets } from './targets';

/** Everything that a run measured. */
export interface Results {
  readonly clips: readonly ClipScore[];
  readonly planks: readonly FrameVerdict[];
  readonly lunges: readonly LungeScore[];
  readonly swings: readonly SwingScore[];
}

/** A table: its first row heads it. */
type Table = readonly (readonly string[])[];

const byKey = <T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group === undefined) groups.set(key(value), [value]);
    else group.push(value);
  }
  return groups;
};

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`;

const seconds = (value: number | undefined): string =>
  value === undefined ? '–' : value.toFixed(2);

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((a, b) => a + b, 0) / values.length;

const worst = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));

const count = (faults: readonly ScoredFault[], finding: Finding): number =>
  faults.filter((fault) => fault.finding === finding).length;

/** What is to be reached and what was, over all clips. */
function tableTargets({ clips, planks, swings }: Results): Table {
  const words = new Map([
    [true, 'yes'],
    [false, 'no'],
  ]);
  return [
    ['what', 'wanted', 'found', 'reached'],
    ...listTargets(clips, planks, swings).map(({ name, wanted, found, reached }) => [
      name,
      wanted,
      found,
      (reached === undefined ? undefined : words.get(reached)) ?? 'not measured',
    ]),
  ];
}

/** Recall of each label of each exercise: those raised among the true faults that the camera can show. */
export function tableFaults(clips: readonly ClipScore[]): Table {
  const all = clips.flatMap(({ exercise, faults }) =>
    faults.map((fault) => ({ exercise, ...fault })),
  );
  const rows = [...byKey(all, ({ exercise, label }) => `${exercise} ${label}`)].map(
    ([key, faults]) => {
      const hits = count(faults, 'hit');
      const milder = count(faults, 'milder');
      const elsewhere = count(faults, 'elsewhere');
      const late = faults.flatMap(({ lateSec }) => lateSec ?? []);
      return [
        ...key.split(' '),
        String(faults.length - elsewhere),
        String(hits),
        String(milder),
        String(count(faults, 'missed')),
        String(count(faults, 'unseen')),
        percent(hits + milder, faults.length - elsewhere),
        seconds(mean(late)),
        seconds(worst(late)),
        String(elsewhere),
      ];
    },
  );
  return [
    ['exercise', 'label', 'true', 'hit', 'milder', 'missed', "can't see", 'recall']
      .concat(['late mean s', 'late worst s'])
      .concat('other camera'),
    ...rows.sort((a, b) => a.join(' ').localeCompare(b.join(' '))),
  ];
}

const alarmsOf = (
  clips: readonly ClipScore[],
  wanted: (alarm: FalseAlarm) => boolean,
): readonly FalseAlarm[] => clips.flatMap(({ falseAlarms }) => falseAlarms.filter(wanted));

/** False alarms, counts, clocks and what was not seen, by exercise; only from the cameras it wants. */
export function tableExercises(clips: readonly ClipScore[]): Table {
  const rows = [...byKey(clips, ({ exercise }) => exercise)].map(([exercise, all]) => {
    const asked = all.filter(({ recommended }) => recommended);
    const good = asked.reduce((sum, { goodReps }) => sum + goodReps, 0);
    const during = (level: FalseAlarm['level']): number =>
      alarmsOf(asked, (alarm) => alarm.during === 'good' && alarm.level === level).length;
    const beside = alarmsOf(asked, (alarm) => alarm.during === 'faulty').length;
    const holds = asked.flatMap((clip) => clip.holds ?? []);
    const lengths = holds.flatMap(({ lengthSec }) => lengthSec.flatMap((error) => error ?? []));
    const lost = holds.flatMap(({ lengthSec }) => lengthSec.filter((error) => error === undefined));
    const wrong = asked.filter(({ reps }) => reps.counted !== reps.truth);
    const perTen = (alarms: number): string => ((10 * alarms) / Math.max(1, good)).toFixed(1);
    return [
      exercise,
      String(asked.length),
      String(good),
      perTen(during('fail')),
      perTen(during('warn')),
      String(beside),
      String(asked.reduce((sum, { trueAlarms }) => sum + trueAlarms, 0)),
      `${String(asked.length - wrong.length)} of ${String(asked.length)}`,
      seconds(worst(lengths)),
      String(lost.length),
      seconds(worst(holds.map(({ goodSec }) => goodSec))),
      percent(mean(asked.map(({ unseenShare }) => unseenShare)) ?? 0, 1),
    ];
  });
  return [
    ['exercise', 'clips', 'good', 'false fails / 10', 'false warns / 10', 'beside a fault'].concat([
      'true, unlabelled',
      'reps right',
      'hold s worst',
      'holds lost',
      'good s worst',
      'unseen',
    ]),
    ...rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '')),
  ];
}

/** Mean absolute error of each angle, by exercise. */
export function tableAngles(clips: readonly ClipScore[]): Table {
  const names = Object.keys(comparedAngles) as AngleName[];
  const rows = [...byKey(clips, ({ exercise }) => exercise)].map(([exercise, all]) => {
    const cells = names.map((name) => {
      const sums = all.flatMap(({ angles }): ErrorSum[] => (angles[name] ? [angles[name]] : []));
      const frames = sums.reduce((sum, one) => sum + one.frames, 0);
      const sumDeg = sums.reduce((sum, one) => sum + one.sumDeg, 0);
      return frames === 0 ? '–' : `${(sumDeg / frames).toFixed(1)}°`;
    });
    return [exercise, ...cells];
  });
  const limits = names.map((name) => `${name} (${String(comparedAngles[name].limitDeg)}°)`);
  return [['exercise', ...limits], ...rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''))];
}

/** Mean absolute errors of the camera's place, by exercise. */
export function tableCameras(clips: readonly ClipScore[]): Table {
  const rows = [...byKey(clips, ({ exercise }) => exercise)].map(([exercise, all]) => {
    const found = all.flatMap(({ camera }) => camera ?? []);
    const yaw = mean(all.flatMap(({ yawErrorDeg }) => yawErrorDeg ?? []).map(Math.abs));
    const azimuth = mean(found.map(({ azimuthDeg }) => Math.abs(azimuthDeg)));
    const height = mean(found.flatMap(({ heightM }) => heightM ?? []).map(Math.abs));
    return [
      exercise,
      `${String(found.length)} of ${String(all.length)}`,
      yaw === undefined ? '–' : `${yaw.toFixed(1)}°`,
      azimuth === undefined ? '–' : `${azimuth.toFixed(1)}°`,
      height === undefined ? '–' : `${height.toFixed(2)} m`,
    ];
  });
  return [
    ['exercise', 'clips', 'yaw of a frame', 'azimuth', 'height'],
    ...rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '')),
  ];
}

/** What each label of the plank pictures was judged to be. */
export function tablePlanks(planks: readonly FrameVerdict[]): Table {
  const rows = [...byKey(planks, ({ label }) => label)].map(([label, frames]) => {
    const failing = (wanted: (failed: readonly string[]) => boolean): string =>
      percent(frames.filter(({ failed }) => wanted(failed)).length, frames.length);
    return [
      label,
      String(frames.length),
      failing((failed) => failed.includes('lowBackSags')),
      failing((failed) => failed.includes('hipsHigh')),
      failing((failed) => failed.length === 0),
      percent(frames.filter(({ held }) => !held).length, frames.length),
    ];
  });
  return [['pictures', 'n', 'lowBackSags', 'hipsHigh', 'no fail', 'no hold'], ...rows];
}

/** The leg in front of the lunge pictures. */
export const tableLunges = (lunges: readonly LungeScore[]): Table => [
  ['pictures', 'n', 'shank', 'knee', 'shank further forward than a correct one'],
  ...lunges.map(({ label, pictures, shankInclineDeg, kneeFlexionDeg, aboveCorrect }) => [
    label,
    String(pictures),
    `${shankInclineDeg?.toFixed(1) ?? '–'}°`,
    `${kneeFlexionDeg?.toFixed(1) ?? '–'}°`,
    percent(aboveCorrect, 1),
  ]),
];

/** Repetitions of the recorded swings. */
export const tableSwings = (swings: readonly SwingScore[]): Table => [
  ['recording', 'bottoms', 'counted', 'fails'],
  ...swings.map(({ name, truth, counted, failed }) => [
    name,
    String(truth),
    String(counted),
    failed.join(', ') || 'none',
  ]),
];

/** Every miss, false alarm, wrong count and lost hold, one a row: where to look. */
export function tableShortfalls(clips: readonly ClipScore[]): Table {
  const rows = clips.flatMap(({ clip, recommended, faults, falseAlarms, reps, holds }) => [
    ...faults
      .filter(({ finding }) => finding !== 'hit' && finding !== 'elsewhere')
      .map(({ label, finding, atSec }) => [clip, seconds(atSec), `${finding} ${label}`]),
    ...faults
      .filter(({ lateSec }) => lateSec !== undefined && lateSec > lateMost)
      .map(({ label, atSec, lateSec }) => [
        clip,
        seconds(atSec),
        `${label} late by ${seconds(lateSec ?? 0)} s`,
      ]),
    ...falseAlarms.map(({ faultId, level, atSec, peak, during }) => [
      clip,
      seconds(atSec),
      `false ${level} ${faultId} ${peak.toFixed(2)}${during === 'faulty' ? ', beside a fault' : ''}`,
    ]),
    ...(!recommended || reps.counted === reps.truth
      ? []
      : [[clip, '', `${String(reps.counted)} reps counted of ${String(reps.truth)}`]]),
    ...(holds?.lengthSec ?? []).flatMap((error, n) =>
      !recommended || (error !== undefined && Math.abs(error) <= 0.5)
        ? []
        : [[clip, '', `hold ${String(n + 1)} off by ${seconds(error)} s`]],
    ),
  ]);
  return [['clip', 'at s', 'what'], ...rows];
}

/** A table as Markdown, its columns aligned. */
export function formatTable(table: Table): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(3, ...table.map((row) => (row[column] ?? '').length)),
  );
  const lines = table.map(
    (row) => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n');
}

const section = (title: string, text: string, table: Table): string =>
  table.length < 2 ? '' : `## ${title}\n\n${text}\n\n${formatTable(table)}\n`;

/** The page's part on the back. */
export const describeBacks = (clips: readonly ClipScore[]): string =>
  [
    section(
      backHeading,
      `${String(tableBackClips(clips).length - 1)} clips. The outline’s score against the lumbar spine’s true change, by exercise and body, side-on: correlation, mean absolute error and share of frames with a score, over holds or repetitions; true changes of 12° or more and what became of them; alarms in neutral time in which the back was seen; what a degree of those changes read; the latest event after the truth passed 8°, less dwell and half of the median (0.6 s allowed), and of rows that are read once and told when the repetition is over, with nothing taken off.`,
      tableBacks(clips),
    ),
    section(
      `${backHeading} by clip`,
      'The same, from all sides, and what was said most to hide the back.',
      tableBackClips(clips),
    ),
    section(
      `${backHeading} with flexed hips`,
      'What one degree reads on each body from the back alone, how hollow the loin is in the neutral (trunk lengths), and what a degree would read with a gain taken from the other bodies alone (1 is right): a constant, and one over the hollow, which the product uses for extension. Clips whose back is seen in half of the frames.',
      tableFlexedGain(clips),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');

/** Titles of the page's parts that are written of clips of their own: the part's sections begin so. */
export const backHeading = 'Back curve';
export const wideHeading = 'Wider set';

/** The sections of a page, what stands before the first included. */
const splitPage = (page: string): readonly string[] => page.split(/^(?=## )/m);

const belongs =
  (heading: string) =>
  (section: string): boolean =>
    section.startsWith(`## ${heading}`);

/** A page with another part under a heading; the rest of it stays. */
export function replacePart(page: string, heading: string, part: string): string {
  const sections = splitPage(page);
  const first = sections.findIndex(belongs(heading));
  const rest = sections.filter((section) => !belongs(heading)(section));
  if (part !== '') rest.splice(first < 0 ? rest.length : first, 0, part);
  return `${rest.map((section) => section.trimEnd()).join('\n\n')}\n`;
}

/** A part of a page, empty where it has none. */
export const findPart = (page: string, heading: string): string =>
  splitPage(page).filter(belongs(heading)).join('').trimEnd();

/** The page's part on clips that were rendered beside those of the folder. */
export function describeWide(clips: readonly ClipScore[]): string {
  const results = { clips, planks: [], lunges: [], swings: [] };
  const [head = [], ...targets] = tableTargets(results);
  return [
    section(
      wideHeading,
      `${String(clips.length)} clips beside those: ${clips.map(({ clip }) => clip).join(', ')}.`,
      [head, ...targets.filter(([, , found]) => found !== '–')],
    ),
    section(`${wideHeading}: faults`, 'As above.', tableFaults(clips)),
    section(`${wideHeading}: repetitions and clocks`, 'As above.', tableExercises(clips)),
    section(`${wideHeading}: angles`, 'As above.', tableAngles(clips)),
    section(
      `${wideHeading}: what fell short`,
      'Every one of them, by clip.',
      tableShortfalls(clips),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The page of a run. */
export function describeResults(results: Results): string {
  const { clips, planks, lunges, swings } = results;
  return [
    '# Accuracy\n',
    'Written by `npm run evaluate`; README.md in `accuracy/` says how each figure is taken.\n',
    `${String(clips.length)} rendered clips: ${clips.map(({ clip }) => clip).join(', ')}.\n`,
    section(
      'Targets',
      'Over all clips together; recall only where the camera can see the fault, counts and clocks only from where the exercise is coached.',
      tableTargets(results),
    ),
    section(
      'Faults',
      'True faults pass the row’s fail limit for its dwell. “Late” is the event’s time less crossing, dwell and the filters’ stated delay (0.3 s allowed).',
      tableFaults(clips),
    ),
    section(
      'Repetitions and clocks',
      'Only clips filmed from where the exercise is coached.',
      tableExercises(clips),
    ),
    section(
      'Angles',
      'Mean absolute error as change from the set’s own neutral; in brackets what is wanted.',
      tableAngles(clips),
    ),
    describeBacks(clips),
    section(
      'Camera',
      'Mean absolute error of its place: the median yaw of single frames, and what the start position told.',
      tableCameras(clips),
    ),
    section(
      'Plank pictures',
      'Real people, each picture judged by itself against the median of the correct ones (C correct, H high, L low).',
      tablePlanks(planks),
    ),
    section(
      'Lunge pictures',
      'Real people (C correct, L knee over the toe). No exercise judges them: what the angle of the leg in front tells.',
      tableLunges(lunges),
    ),
    section('Recorded swings', 'Real people, 30 frames a second, good form.', tableSwings(swings)),
    section('What fell short', 'Every one of them, by clip.', tableShortfalls(clips)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
