import * as Comlink from 'comlink';
import { FilesetResolver, PoseLandmarker } from '@mediapipe/tasks-vision';
import type { Contender } from './contender';

let landmarker: PoseLandmarker | undefined;
let pictures: ImageBitmap[] = [];

const contender: Contender = {
  async load(_id, model, given) {
    pictures = given;
    // `true`: the loader for module workers, where importScripts does not work.
    const files = await FilesetResolver.forVisionTasks('/tasks-wasm', true);
    landmarker = await PoseLandmarker.createFromOptions(files, {
      baseOptions: { modelAssetPath: `/tasks/${model}.task`, delegate: 'CPU' },
      runningMode: 'VIDEO',
      numPoses: 1,
      outputSegmentationMasks: false,
    });
  },
  async run(first, count) {
    const times: number[] = [];
    let missed = 0;
    for (let index = first; index < first + count; index++) {
      const picture = pictures[index % pictures.length];
      if (landmarker === undefined || picture === undefined) throw new Error('not loaded');
      const start = performance.now();
      const result = landmarker.detectForVideo(picture, (index * 1000) / 30);
      times.push(performance.now() - start);
      if (result.landmarks.length === 0) missed++;
    }
    return Promise.resolve({ times, missed });
  },
};

Comlink.expose(contender);
