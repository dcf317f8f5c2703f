import type { ExerciseId } from '../../core/exercises/exercise';
import { noNotes, parseReviewNotes, type ReviewNotes } from '../../core/report/reviewNotes';
import {
  hasDisk,
  readRecordedSet,
  readSetFile,
  readSetVideo,
  writeSetFile,
} from '../../recording/recordedSets';
import type { LibraryEntry } from '../../recording/library';
import type { SetAnswers } from '../../recording/setManifest';
import { nameAnswer, nameQuestion } from '../../text/questions';
import { reviewText } from '../../text/review';
import type { OpenedFiles, ReviewSource } from './reviewSource';

const notesFile = 'review.json';

/** Answers in words; one to a question that is asked no more is shown by its id. */
function describeAnswers(given: SetAnswers | undefined): [question: string, answer: string][] {
  if (given === undefined) return [];
  const { answers, painBefore, painNextDay, felt } = given;
  const told: [string, string][] = Object.entries(answers).map(([id, value]) => [
    nameQuestion(id),
    [value].flat().map(nameAnswer).join(', '),
  ]);
  if (painBefore !== undefined) told.unshift([reviewText.painBefore, String(painBefore)]);
  if (painNextDay !== undefined) told.push([reviewText.painNextDay, String(painNextDay)]);
  if (felt !== undefined) told.push([reviewText.felt, String(Math.round(felt))]);
  return told;
}

/** A recorded set as a review reads it; undefined where there is none of that id. */
async function readRecorded(id: string): Promise<ReviewSource | undefined> {
  const recorded = await readRecordedSet(id);
  const poses = await readSetFile(id, 'poses.ndjson');
  if (recorded === undefined || poses === undefined) return undefined;
  const { manifest, summary } = recorded;
  const { widthPx: _w, heightPx: _h, cameraRollDeg: _r, ...options } = manifest.options;
  return {
    id,
    poses,
    isPartial: true,
    video: await readSetVideo(id),
    videoZero: 'file',
    options: { ...options, exercise: manifest.exercise },
    verdict: summary?.verdict,
    ownDelay: summary?.ownDelay,
    answers: describeAnswers(recorded.answers),
    loadKg: manifest.loadKg,
    startedAtMs: manifest.startedAtMs,
  };
}

/** Finds what is to be reviewed: a file that was opened, or a set on the disk. */
export async function findSource(
  id: string,
  opened: OpenedFiles,
): Promise<ReviewSource | undefined> {
  return opened.find(id) ?? (hasDisk() ? readRecorded(id) : undefined);
}

/** Notes of files that were opened: they live as long as the page. */
const looseNotes = new Map<string, ReviewNotes>();

export async function readNotes({ id }: ReviewSource): Promise<ReviewNotes> {
  const loose = looseNotes.get(id);
  if (loose !== undefined || id.startsWith('opened-')) return loose ?? noNotes;
  const file = await readSetFile(id, notesFile);
  return file === undefined ? noNotes : parseReviewNotes(await file.text());
}

/** Keeps notes beside their set. Rejects with a `DOMException` where the disk refuses. */
export async function writeNotes({ id }: ReviewSource, notes: ReviewNotes): Promise<void> {
  if (id.startsWith('opened-')) {
    looseNotes.set(id, notes);
    return;
  }
  await writeSetFile(id, notesFile, JSON.stringify(notes));
}

/**
 * All other sets of an exercise: recorded ones and files that were opened.
 * @param kept the list of recorded sets
 */
export async function listOthers(
  exercise: ExerciseId,
  besides: string,
  opened: OpenedFiles,
  kept: readonly LibraryEntry[],
): Promise<ReviewSource[]> {
  const isOther = (entry: LibraryEntry): boolean =>
    entry.exercise === exercise && entry.id !== besides;
  const sources = await Promise.all(kept.filter(isOther).map(({ id }) => readRecorded(id)));
  return [
    ...sources.filter((source) => source !== undefined),
    ...opened.list().filter(({ id, options }) => id !== besides && options.exercise === exercise),
  ];
}
