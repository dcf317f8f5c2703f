import type { EngineId, ModelId } from '../../../src/pose/protocol';

/** What is measured: our two engines, ours with the trunk's outline, and MediaPipe Tasks as the yardstick. */
export type ContenderId = EngineId | 'outline' | 'tasks';

/** What every contender's worker offers through Comlink. */
export interface Contender {
  load(id: ContenderId, model: ModelId, pictures: ImageBitmap[]): Promise<void>;
  /** Detects in pictures that follow one another; milliseconds of each, and how many had nobody. */
  run(first: number, count: number): Promise<{ times: number[]; missed: number }>;
}
