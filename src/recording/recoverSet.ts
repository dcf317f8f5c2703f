import { endSet, startSet, stepSet } from '../core/coach/pipeline';
import type { CoachEvent, Snapshot } from '../core/coach/snapshot';
import type { View } from '../core/kinematics/view';
import { buildVerdict, type Verdict, type VerdictWords } from '../core/report/verdict';
import type { Trace } from '../core/trace/trace';
import {
  deleteSet,
  readRecordedSet,
  readSetTrace,
  readSetVideo,
  writeSetFile,
} from './recordedSets';
import { type SetManifest, type SetSummary, setVersion } from './setManifest';

/** So many poses are judged before the page may paint. */
const posesPerBreath = 200;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * What a set comes to by its poses, judged as it was live.
 * @param onProgress told the share that is done, 0..1
 */
export async function judgeRecordedSet(
  { options }: SetManifest,
  { frames }: Trace,
  words: VerdictWords,
  onProgress?: (doneRatio: number) => void,
  onSnapshot?: (snapshot: Snapshot) => void,
): Promise<Verdict> {
  const run = startSet(options);
  const events: CoachEvent[] = [];
  const views = new Map<View, number>();
  for (const [i, frame] of frames.entries()) {
    const snapshot = stepSet(run, frame);
    events.push(...snapshot.events);
    onSnapshot?.(snapshot);
    if (frame.tSec >= 0) views.set(snapshot.view, (views.get(snapshot.view) ?? 0) + 1);
    if (i % posesPerBreath !== 0) continue;
    onProgress?.(i / frames.length);
    await breathe();
  }
  const last = endSet(run);
  events.push(...last.events);
  const view = [...views].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'unknown';
  const durationSec = Math.max(0, frames.at(-1)?.tSec ?? 0);
  return buildVerdict(run, last, view, durationSec, events, words);
}

/**
 * Makes a set that was cut off whole: judges its poses and finds a still in its video.
 * One without any pose of the set itself is taken away.
 * @returns whether there is a set now
 */
export async function recoverSet(
  setId: string,
  words: VerdictWords,
  onProgress?: (doneRatio: number) => void,
): Promise<boolean> {
  const set = await readRecordedSet(setId);
  const trace = await readSetTrace(setId);
  if (set === undefined) return false;
  if (trace === undefined || (trace.frames.at(-1)?.tSec ?? 0) <= 0) {
    await deleteSet(setId);
    return false;
  }
  const verdict = await judgeRecordedSet(set.manifest, trace, words, onProgress);
  const summary: SetSummary = {
    format: 'hipline.setSummary',
    version: setVersion,
    verdict,
    droppedPictures: 0,
    recovered: true,
  };
  if (!set.hasStill && set.hasVideo) await writeStill(setId, verdict);
  await writeSetFile(setId, 'summary.json', JSON.stringify(summary));
  return true;
}

/** Writes a still out of the video, from the first hold or rep where there is one. */
async function writeStill(setId: string, { reps, durationSec }: Verdict): Promise<void> {
  const video = await readSetVideo(setId);
  if (video === undefined) return;
  const { takeStill } = await import('./videoStill');
  const still = await takeStill(video, reps[0]?.endSec ?? durationSec / 2);
  if (still !== undefined) await writeSetFile(setId, 'still.webp', still);
}
