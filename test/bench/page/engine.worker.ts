import * as Comlink from 'comlink';
import { type SetRun, startSet, stepSet } from '../../../src/core/coach/pipeline';
import { loadEngine, type LoadedEngine } from '../../../src/pose/loadedEngine';
import { RoiTracker } from '../../../src/pose/roiTracker';
import type { Contender } from './contender';

let engine: LoadedEngine | undefined;
/** The judge behind our own engines; the reference gives poses alone, as its users get them. */
let run: SetRun | undefined;
let pictures: ImageBitmap[] = [];

/** Milliseconds in the landmark model since it was last read. */
let modelMs = 0;

/** Times the model apart from all that is done around it. */
function timeModel({ engine }: LoadedEngine): void {
  if (!(engine instanceof RoiTracker)) return;
  const { runner } = engine;
  const run = runner.run.bind(runner);
  runner.run = async (values, withMask) => {
    const start = performance.now();
    const output = await run(values, withMask);
    modelMs += performance.now() - start;
    return output;
  };
}

const engineOf = {
  roi: 'roi',
  outline: 'roi',
  liteRt: 'liteRt',
  liteRtOutline: 'liteRt',
  poseDetection: 'poseDetection',
} as const;

const contender: Contender = {
  async load(id, model, given) {
    if (id === 'tasks' || id === 'tasksMask') throw new Error('tasks has a worker of its own');
    pictures = given;
    const start = performance.now();
    engine = await loadEngine({
      engine: engineOf[id],
      model,
      backend: 'wasm',
      modelBaseUrl: '/models/',
      wasmBaseUrl: '/wasm/',
      liteRtBaseUrl: '/litert/',
    });
    timeModel(engine);
    engine.engine.begin({ outline: id === 'outline' || id === 'liteRtOutline', lies: true });
    const source = pictures[0];
    if (source === undefined) throw new Error('no pictures');
    await engine.detect({ source, widthPx: source.width, heightPx: source.height }, 0);
    const tookMs = performance.now() - start;
    const format = { widthPx: source.width, heightPx: source.height, cameraRollDeg: 0 };
    run =
      id === 'poseDetection'
        ? undefined
        : startSet({ ...format, exercise: 'gluteBridge', begin: 'now' });
    return tookMs;
  },
  async run(first, count) {
    const times: number[] = [];
    let missed = 0;
    modelMs = 0;
    for (let index = first; index < first + count; index++) {
      const source = pictures[index % pictures.length];
      if (engine === undefined || source === undefined) throw new Error('not loaded');
      const picture = { source, widthPx: source.width, heightPx: source.height };
      const start = performance.now();
      const frame = await engine.detect(picture, (index + 1) / 30);
      if (run !== undefined) stepSet(run, frame);
      times.push(performance.now() - start);
      if (frame.image === undefined) missed++;
    }
    return { times, modelMs, missed };
  },
};

Comlink.expose(contender);
