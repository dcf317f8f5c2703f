import type { Side } from '../body/keypoint';
import type { FaultId } from '../form/rule';
import type { Verdict } from './verdict';

/** What a clinician says of a stretch of a set: an alert was true, was false, or one is missing. */
export interface Mark {
  readonly faultId: FaultId;
  readonly side: Side | null;
  readonly startSec: number;
  readonly endSec: number;
  readonly says: 'true' | 'false' | 'missed';
}

/** An alert of the judge, as the verdict lists it. */
export type Alert = Verdict['faults'][number];

/** Alerts against marks. Alerts that nobody marked count for neither side. */
export interface Agreement {
  /** Marked true, or missed before and found now. */
  readonly found: number;
  /** True ones without an alert. */
  readonly missed: number;
  /** Alerts that were marked false. */
  readonly falseAlarms: number;
  /** Marked false, and without an alert. */
  readonly silent: number;
  /** Share of the true ones that are found, 0..1; undefined where there is none. */
  readonly sensitivity: number | undefined;
  /** Share of the false ones that are silent, 0..1; undefined where there is none. */
  readonly specificity: number | undefined;
}

/** How far apart an alert and a mark may be and still mean the same, seconds. */
const nearSec = 0.5;

const isSame = (mark: Mark, alert: Alert): boolean =>
  mark.faultId === alert.id &&
  (mark.side === null || alert.side === null || mark.side === alert.side) &&
  mark.startSec <= alert.endSec + nearSec &&
  alert.startSec <= mark.endSec + nearSec;

const shareOf = (part: number, rest: number): number | undefined =>
  part + rest === 0 ? undefined : part / (part + rest);

/** How well the alerts of a verdict agree with a clinician's marks on the same set. */
export function computeAgreement(marks: readonly Mark[], alerts: readonly Alert[]): Agreement {
  const count = (isTrue: boolean, isFound: boolean): number =>
    marks.filter(
      (mark) =>
        (mark.says !== 'false') === isTrue &&
        alerts.some((alert) => isSame(mark, alert)) === isFound,
    ).length;
  const found = count(true, true);
  const missed = count(true, false);
  const falseAlarms = count(false, true);
  const silent = count(false, false);
  return {
    found,
    missed,
    falseAlarms,
    silent,
    sensitivity: shareOf(found, missed),
    specificity: shareOf(silent, falseAlarms),
  };
}

/** What other limits would change in a set. */
export interface LimitChange {
  readonly vanished: readonly Alert[];
  readonly appeared: readonly Alert[];
  /** Of the vanished, those that were marked true. */
  readonly lostTrue: readonly Alert[];
  readonly before: Agreement;
  readonly after: Agreement;
}

const isAmong = (alert: Alert, others: readonly Alert[]): boolean =>
  others.some(
    (other) =>
      other.id === alert.id &&
      other.side === alert.side &&
      other.startSec <= alert.endSec &&
      alert.startSec <= other.endSec,
  );

/** Compares the verdicts of one set under two sets of limits. */
export function compareLimits(
  before: Pick<Verdict, 'faults'>,
  after: Pick<Verdict, 'faults'>,
  marks: readonly Mark[],
): LimitChange {
  const vanished = before.faults.filter((alert) => !isAmong(alert, after.faults));
  return {
    vanished,
    appeared: after.faults.filter((alert) => !isAmong(alert, before.faults)),
    lostTrue: vanished.filter((alert) =>
      marks.some((mark) => mark.says !== 'false' && isSame(mark, alert)),
    ),
    before: computeAgreement(marks, before.faults),
    after: computeAgreement(marks, after.faults),
  };
}
