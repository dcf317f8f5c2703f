import * as Comlink from 'comlink';
import type { ModelId } from '../../../src/pose/protocol';
import { loadPictures } from '../../browser/page/clip';
import type { Contender, ContenderId } from './contender';
import { loadOnPage, measureScaling } from './onPage';

/** What one contender took for each picture, round by round. */
export type Rounds = Record<
  ContenderId,
  {
    readonly times: number[][];
    modelMs: number;
    missed: number;
    readonly coldMs: number[];
    memoryMb: number | undefined;
  }
>;

const contenderIds: readonly ContenderId[] = [
  'roi',
  'liteRt',
  'outline',
  'liteRtOutline',
  'poseDetection',
  'tasks',
  'tasksMask',
];

const createWorker = (id: ContenderId): Worker =>
  id === 'tasks' || id === 'tasksMask'
    ? new Worker(new URL('./tasks.worker.ts', import.meta.url), { type: 'module' })
    : new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });

/** Each contender is started so often, in turn, before the start whose worker goes on. */
const earlierStarts = 2;

/** The browser may put off telling its memory for minutes: so long is waited. */
const memoryPatienceMs = 8000;

/** What the page and its workers hold, MB; undefined where the browser does not tell in time. */
async function readMemoryMb(): Promise<number | undefined> {
  const measured = performance as {
    measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>;
  };
  const told = await Promise.race([
    measured.measureUserAgentSpecificMemory?.(),
    new Promise<undefined>((resolve) => setTimeout(resolve, memoryPatienceMs)),
  ]);
  return told === undefined ? undefined : told.bytes / 1e6;
}

/**
 * Lets all contenders detect in the same pictures, a few at a time in turn, so that whatever else
 * the machine does meets all of them alike. The first round warms up and is not counted.
 */
async function measure(
  clipUrl: string,
  model: ModelId,
  rounds: number,
  picturesPerRound: number,
): Promise<Rounds> {
  const result = Object.fromEntries(
    contenderIds.map((id) => [
      id,
      { times: [], modelMs: 0, missed: 0, coldMs: [], memoryMb: undefined },
    ]),
  ) as unknown as Rounds;
  // Whoever is loaded first finds no file in any cache: that start is not counted.
  for (let start = 0; start <= earlierStarts; start++) {
    for (const id of contenderIds) {
      const worker = createWorker(id);
      const contender = Comlink.wrap<Contender>(worker);
      const coldMs = await contender.load(id, model, await loadPictures(clipUrl));
      if (start > 0) result[id].coldMs.push(coldMs);
      worker.terminate();
    }
  }
  const workers = contenderIds.map((id) => ({ id, worker: createWorker(id) }));
  try {
    const contenders = workers.map(({ id, worker }) => ({
      id,
      contender: Comlink.wrap<Contender>(worker),
    }));
    for (const { id, contender } of contenders) {
      const pictures = await loadPictures(clipUrl);
      const before = await readMemoryMb();
      result[id].coldMs.push(await contender.load(id, model, pictures));
      const after = await readMemoryMb();
      if (before !== undefined && after !== undefined) result[id].memoryMb = after - before;
    }
    for (let round = -1; round < rounds; round++) {
      for (const { id, contender } of contenders) {
        const first = (round + 1) * picturesPerRound;
        const { times, modelMs, missed } = await contender.run(first, picturesPerRound);
        if (round < 0) continue;
        result[id].times.push(times);
        result[id].modelMs += modelMs;
        result[id].missed += missed;
      }
    }
    return result;
  } finally {
    for (const { worker } of workers) worker.terminate();
  }
}

declare global {
  interface Window {
    measure: typeof measure;
    measureScaling: typeof measureScaling;
    loadOnPage: typeof loadOnPage;
  }
}

Object.assign(window, { measureScaling, loadOnPage, measure });
