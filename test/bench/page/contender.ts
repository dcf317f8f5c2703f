import type { EngineId, ModelId } from '../../../src/pose/protocol';

/**
 * What is measured: our engines, ours with the trunk's outline (mask in every fourth picture or so) on each runtime,
 * and MediaPipe Tasks as the yardstick, without and with its mask (in every picture).
 */
export type ContenderId = EngineId | 'outline' | 'liteRtOutline' | 'tasks' | 'tasksMask';

/** What every contender's worker offers through Comlink. */
export interface Contender {
  /** @returns milliseconds from the start of loading to the first pose. */
  load(id: ContenderId, model: ModelId, pictures: ImageBitmap[]): Promise<number>;
  /** Detects in pictures that follow one another; milliseconds of each, and how many had nobody. */
  run(first: number, count: number): Promise<{ times: number[]; missed: number }>;
}
