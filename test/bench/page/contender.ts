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
  /** Detects in pictures that follow one another. */
  run(first: number, count: number): Promise<Run>;
}

/** What detecting in some pictures took. */
export interface Run {
  /** Milliseconds of each picture. */
  readonly times: number[];
  /** Milliseconds of all of them in the landmark model alone; 0 where it cannot be told apart. */
  readonly modelMs: number;
  /** Pictures in which nobody was seen. */
  readonly missed: number;
}
