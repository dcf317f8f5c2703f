import * as v from 'valibot';
import type { FaultId } from '../form/rule';
import { fail, type Result, succeed } from '../result';
import { computeAgreement, type Agreement, compareLimits, type Mark } from './marks';
import type { LedgerRow } from './reviewSet';
import type { Verdict } from './verdict';

const sec = v.pipe(v.number(), v.finite(), v.minValue(-3600), v.maxValue(86_400));
const textMost = 2000;
const listMost = 2000;
const shapesMost = 50;
const px = v.pipe(v.number(), v.finite());
const point = v.object({ xPx: px, yPx: px });

const markSchema = v.object({
  faultId: v.custom<FaultId>((id) => typeof id === 'string' && id.length <= 64),
  side: v.nullable(v.picklist(['left', 'right'])),
  startSec: sec,
  endSec: sec,
  says: v.picklist(['true', 'false', 'missed']),
});

/** Two points of a line, three of an angle (the middle one is its corner), picture pixels. */
const shapeSchema = v.object({
  kind: v.picklist(['line', 'angle']),
  points: v.pipe(v.array(point), v.minLength(2), v.maxLength(3)),
});

const noteSchema = v.object({
  atSec: sec,
  text: v.pipe(v.string(), v.maxLength(textMost)),
  shapes: v.pipe(v.array(shapeSchema), v.maxLength(shapesMost)),
});

const schema = v.object({
  format: v.literal('hipline.review'),
  version: v.literal(1),
  marks: v.pipe(v.array(markSchema), v.maxLength(listMost)),
  notes: v.pipe(v.array(noteSchema), v.maxLength(listMost)),
  /** The moment whose position a clinician has made the neutral. */
  neutralSec: v.exactOptional(sec),
});

/** What a clinician has said of a set: `review.json` beside it. */
export type ReviewNotes = v.InferOutput<typeof schema>;
export type TimedNote = ReviewNotes['notes'][number];
export type Shape = TimedNote['shapes'][number];

export const noNotes: ReviewNotes = {
  format: 'hipline.review',
  version: 1,
  marks: [],
  notes: [],
};

/** Reads notes out of a file's text, or says why they are refused. */
export function readReviewNotes(json: string): Result<ReviewNotes, 'newer' | 'damaged'> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return fail('damaged');
  }
  const version = v.safeParse(v.object({ version: v.number() }), data);
  if (version.success && version.output.version > noNotes.version) return fail('newer');
  const parsed = v.safeParse(schema, data);
  return parsed.success ? succeed(parsed.output) : fail('damaged');
}

/** Reads notes out of a file's text; none where it cannot be read. */
export function parseReviewNotes(json: string): ReviewNotes {
  const read = readReviewNotes(json);
  return read.ok ? read.value : noNotes;
}

const isOf = (
  mark: Mark,
  row: Pick<LedgerRow, 'faultId' | 'side' | 'startSec' | 'endSec'>,
): boolean =>
  mark.says !== 'missed' &&
  mark.faultId === row.faultId &&
  mark.side === row.side &&
  mark.startSec <= row.endSec &&
  row.startSec <= mark.endSec;

/** What was said of an alert; undefined where nothing was. */
export const findMark = (notes: ReviewNotes, row: LedgerRow): 'true' | 'false' | undefined => {
  const says = notes.marks.find((mark) => isOf(mark, row))?.says;
  return says === 'missed' ? undefined : says;
};

/** Marks an alert; marked the same again, nothing is said of it any more. */
export function toggleMark(
  notes: ReviewNotes,
  row: LedgerRow,
  says: 'true' | 'false',
): ReviewNotes {
  const others = notes.marks.filter((mark) => !isOf(mark, row));
  if (findMark(notes, row) === says) return { ...notes, marks: others };
  const { faultId, side, startSec, endSec } = row;
  return { ...notes, marks: [...others, { faultId, side, startSec, endSec, says }] };
}

/** Adds a fault that the judge has missed. */
export const addMissed = (
  notes: ReviewNotes,
  missed: Pick<Mark, 'faultId' | 'side' | 'startSec' | 'endSec'>,
): ReviewNotes => ({
  ...notes,
  marks: [...notes.marks, { ...missed, says: 'missed' }],
});

/** Notes are about one frame: shapes and words within this belong to the same, seconds. */
const sameFrameSec = 0.02;

/** The note at a moment; undefined where there is none. */
export const findNote = (notes: ReviewNotes, atSec: number): TimedNote | undefined =>
  notes.notes.find((note) => Math.abs(note.atSec - atSec) <= sameFrameSec);

/** Writes the note of a moment; an empty one is taken away. */
export function putNote(notes: ReviewNotes, note: TimedNote): ReviewNotes {
  const others = notes.notes.filter(({ atSec }) => Math.abs(atSec - note.atSec) > sameFrameSec);
  const isEmpty = note.text.trim() === '' && note.shapes.length === 0;
  const kept = isEmpty ? others : [...others, note];
  return { ...notes, notes: kept.toSorted((a, b) => a.atSec - b.atSec) };
}

const isSameShape = (a: Shape, b: Shape): boolean =>
  JSON.stringify([a.kind, a.points]) === JSON.stringify([b.kind, b.points]);

/** Both notes of one frame as one; what both say is said once. */
function joinNotes(own: TimedNote, other: TimedNote): TimedNote {
  const isSaid = other.text.trim() === '' || own.text.includes(other.text.trim());
  const text = isSaid ? own.text : [own.text, other.text].filter(Boolean).join('\n');
  const drawn = other.shapes.filter((shape) => !own.shapes.some((one) => isSameShape(one, shape)));
  return {
    atSec: own.atSec,
    text: text.slice(0, textMost),
    shapes: [...own.shapes, ...drawn].slice(0, shapesMost),
  };
}

/**
 * The own notes of a set with those of somebody else. Nothing of one's own is lost: where both have
 * marked the same alert, or chosen a neutral, one's own word stands.
 */
export function mergeReviewNotes(own: ReviewNotes, others: ReviewNotes): ReviewNotes {
  const isMarked = (mark: Mark): boolean =>
    own.marks.some((one) =>
      mark.says === 'missed' ? JSON.stringify(one) === JSON.stringify(mark) : isOf(one, mark),
    );
  const marks = [...own.marks, ...others.marks.filter((mark) => !isMarked(mark))];
  let merged: ReviewNotes = { ...others, ...own, marks: marks.slice(0, listMost) };
  for (const note of others.notes) {
    const known = findNote(merged, note.atSec);
    if (known !== undefined) merged = putNote(merged, joinNotes(known, note));
    else if (merged.notes.length < listMost) merged = putNote(merged, note);
  }
  return merged;
}

/** A set under the limits of now and under others, with what was said of it. */
export interface JudgedTwice {
  readonly before: Pick<Verdict, 'faults'>;
  readonly after: Pick<Verdict, 'faults'>;
  readonly marks: readonly Mark[];
}

/** What other limits come to over many sets. */
export interface LimitTrial {
  readonly sets: number;
  readonly vanished: number;
  readonly appeared: number;
  /** Of the vanished, those that were marked true. */
  readonly lostTrue: number;
  readonly before: Agreement;
  readonly after: Agreement;
}

const share = (part: number, rest: number): number | undefined =>
  part + rest === 0 ? undefined : part / (part + rest);

function addUp(parts: readonly Agreement[]): Agreement {
  const sum = (key: 'found' | 'missed' | 'falseAlarms' | 'silent'): number =>
    parts.reduce((total, part) => total + part[key], 0);
  const found = sum('found');
  const missed = sum('missed');
  const falseAlarms = sum('falseAlarms');
  const silent = sum('silent');
  const sensitivity = share(found, missed);
  const specificity = share(silent, falseAlarms);
  return { found, missed, falseAlarms, silent, sensitivity, specificity };
}

/** Adds up over sets what other limits change for one fault. */
export function tryLimits(sets: readonly JudgedTwice[], faultId: FaultId): LimitTrial {
  const ofFault = ({ faults }: Pick<Verdict, 'faults'>) => ({
    faults: faults.filter(({ id }) => id === faultId),
  });
  const changes = sets.map(({ before, after, marks }) => {
    const own = marks.filter((mark) => mark.faultId === faultId);
    const [was, is] = [ofFault(before), ofFault(after)];
    return {
      ...compareLimits(was, is, own),
      before: computeAgreement(own, was.faults),
      after: computeAgreement(own, is.faults),
    };
  });
  const count = (key: 'vanished' | 'appeared' | 'lostTrue'): number =>
    changes.reduce((total, change) => total + change[key].length, 0);
  return {
    sets: sets.length,
    vanished: count('vanished'),
    appeared: count('appeared'),
    lostTrue: count('lostTrue'),
    before: addUp(changes.map(({ before }) => before)),
    after: addUp(changes.map(({ after }) => after)),
  };
}

/** Points that make a shape whole. */
export const pointsOf: Readonly<Record<Shape['kind'], number>> = { line: 2, angle: 3 };

/**
 * What a shape reads, degrees: a line its tilt from the picture's horizontal (0..90), an angle the
 * opening at its corner (0..180). Undefined where points fall together or are missing.
 */
export function computeShapeDeg({ kind, points }: Shape): number | undefined {
  const [a, b, c] = points;
  if (a === undefined || b === undefined) return undefined;
  const toDeg = (rad: number): number => (rad * 180) / Math.PI;
  const [acrossA, downA] = [a.xPx - b.xPx, a.yPx - b.yPx];
  if (Math.hypot(acrossA, downA) === 0) return undefined;
  if (kind === 'line') return toDeg(Math.atan2(Math.abs(downA), Math.abs(acrossA)));
  if (c === undefined) return undefined;
  const [acrossC, downC] = [c.xPx - b.xPx, c.yPx - b.yPx];
  if (Math.hypot(acrossC, downC) === 0) return undefined;
  const cross = acrossA * downC - downA * acrossC;
  return toDeg(Math.atan2(Math.abs(cross), acrossA * acrossC + downA * downC));
}
