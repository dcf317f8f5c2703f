import * as Comlink from 'comlink';
import { loadEngine, type LoadedEngine } from '../../../src/pose/loadedEngine';
import type { Contender } from './contender';

let engine: LoadedEngine | undefined;
let pictures: ImageBitmap[] = [];

const contender: Contender = {
  async load(id, model, given) {
    if (id === 'tasks') throw new Error('tasks has a worker of its own');
    pictures = given;
    engine = await loadEngine({
      engine: id === 'outline' ? 'roi' : id,
      model,
      backend: 'wasm',
      modelBaseUrl: '/models/',
      wasmBaseUrl: '/wasm/',
    });
    engine.engine.begin({ outline: id === 'outline', lies: true });
  },
  async run(first, count) {
    const times: number[] = [];
    let missed = 0;
    for (let index = first; index < first + count; index++) {
      const source = pictures[index % pictures.length];
      if (engine === undefined || source === undefined) throw new Error('not loaded');
      const picture = { source, widthPx: source.width, heightPx: source.height };
      const start = performance.now();
      const frame = await engine.detect(picture, index / 30);
      times.push(performance.now() - start);
      if (frame.image === undefined) missed++;
    }
    return { times, missed };
  },
};

Comlink.expose(contender);
