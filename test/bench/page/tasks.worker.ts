import * as Comlink from 'comlink';
import { FilesetResolver, PoseLandmarker } from '@mediapipe/tasks-vision';
import type { Contender } from './contender';

let landmarker: PoseLandmarker | undefined;
let pictures: ImageBitmap[] = [];

const contender: Contender = {
  async load(id, model, given) {
    pictures = given;
    const start = performance.now();
    // `true`: the loader for module workers, where importScripts does not work.
    const files = await FilesetResolver.forVisionTasks('/tasks-wasm', true);
    landmarker = await PoseLandmarker.createFromOptions(files, {
      baseOptions: { modelAssetPath: `/tasks/${model}.task`, delegate: 'CPU' },
      runningMode: 'VIDEO',
      numPoses: 1,
      outputSegmentationMasks: id === 'tasksMask',
    });
    const first = pictures[0];
    if (first === undefined) throw new Error('no pictures');
    landmarker.detectForVideo(first, 0);
    return performance.now() - start;
  },
  async run(first, count) {
    const times: number[] = [];
    let missed = 0;
    for (let index = first; index < first + count; index++) {
      const picture = pictures[index % pictures.length];
      if (landmarker === undefined || picture === undefined) throw new Error('not loaded');
      const start = performance.now();
      const result = landmarker.detectForVideo(picture, ((index + 1) * 1000) / 30);
      // A mask that nobody reads would not be brought over.
      result.segmentationMasks?.[0]?.getAsFloat32Array();
      times.push(performance.now() - start);
      result.close();
      if (result.landmarks.length === 0) missed++;
    }
    return Promise.resolve({ times, modelMs: 0, missed });
  },
};

Comlink.expose(contender);
