import type { Day } from './history';

/** A week of less: load off, the same movements, about half the work (DOC4, spec 6.4). */
export interface Deload {
  readonly from: Day;
  /** The last day of it. */
  readonly to: Day;
  readonly why: 'weeks' | 'regresses' | 'pain';
}

const weekDays = 7;
/** Every fourth to sixth week; the middle where the plan says nothing. */
export const deloadEveryWeeks = { least: 4, usual: 5, most: 6 } as const;
const regressesMost = 2;
const regressWindowDays = 10;
/** Away from training for so long, the body has had its rest. */
const breakDays = 7;
/** Share of the work that is left: −45 % (spec: −40 to −50 %). */
export const deloadVolume = 0.55;

/** What the plan of lighter weeks remembers from day to day. */
export interface DeloadTrack {
  readonly deloads: readonly Deload[];
  /** Since when the weeks of full training are counted. */
  readonly trainedSince: Day | undefined;
  readonly lastTrained: Day | undefined;
  /** Days of the steps back, the newest last. */
  readonly regresses: readonly Day[];
}

export const startDeloadTrack: DeloadTrack = {
  deloads: [],
  trainedSince: undefined,
  lastTrained: undefined,
  regresses: [],
};

/** The lighter week that a day lies in. */
export const findDeload = ({ deloads }: DeloadTrack, day: Day): Deload | undefined =>
  deloads.find(({ from, to }) => day >= from && day <= to);

/** Opens a lighter week where the weeks of training since the last one are over. */
export function openDue(track: DeloadTrack, day: Day, everyWeeks: number): DeloadTrack {
  if (findDeload(track, day) !== undefined || track.trainedSince === undefined) return track;
  if (track.lastTrained !== undefined && day - track.lastTrained > breakDays) {
    return { ...track, trainedSince: undefined };
  }
  if (day - track.trainedSince < everyWeeks * weekDays) return track;
  return open(track, day, 'weeks');
}

/** After so many days of rest for pain one comes back to less. [P] */
const painRestsMost = 2;

/**
 * Opens a lighter week for who comes back from days of pain (DOC4: scale back).
 * @param rests days that pain made a rest
 */
export function openAfterPain(track: DeloadTrack, rests: readonly Day[], day: Day): DeloadTrack {
  const { lastTrained } = track;
  if (findDeload(track, day) !== undefined || lastTrained === undefined) return track;
  const since = rests.filter((rest) => rest > lastTrained && rest <= day);
  return since.length < painRestsMost ? track : open(track, day, 'pain');
}

function open(track: DeloadTrack, from: Day, why: Deload['why']): DeloadTrack {
  const deload = { from, to: from + weekDays - 1, why };
  return {
    ...track,
    deloads: [...track.deloads, deload],
    trainedSince: undefined,
    regresses: [],
  };
}

/** Takes a day of training in, with the number of exercises that took a step back on it. */
export function stepDeload(track: DeloadTrack, day: Day, regressed: number): DeloadTrack {
  const running = findDeload(track, day) !== undefined;
  const regresses = [
    ...track.regresses.filter((other) => day - other < regressWindowDays),
    ...new Array<Day>(regressed).fill(day),
  ];
  const next: DeloadTrack = {
    ...track,
    regresses: running ? [] : regresses,
    lastTrained: day,
    trainedSince: running ? undefined : (track.trainedSince ?? day),
  };
  return !running && regresses.length >= regressesMost ? open(next, day + 1, 'regresses') : next;
}
