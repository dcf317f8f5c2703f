import * as tf from '@tensorflow/tfjs';
import { watchContext } from '../../../src/pose/contextWatch';
import { LoadedEngine, loadEngine, type NamedEngineOptions } from '../../../src/pose/loadedEngine';
import { createGraphModel, loadModelFiles } from '../../../src/pose/modelFiles';
import { toPoseError } from '../../../src/pose/poseFailure';
import { isSoftwareRenderer, readWebglRenderer } from '../../../src/pose/gpu';
import { RoiTracker } from '../../../src/pose/roiTracker';
import { PoseClient, type PoseClientOptions } from '../../../src/poseClient/poseClient';
import { useCamera } from './camera';
import * as frames from './frames';
import * as recording from './recording';
import { runModel } from './runModel';
import * as store from './store';
import { cutOut, putBefore } from './passerBy';
import { loadPictures, makeBlankPicture, makePhoneVideo, makeTurnedMp4, readVideo } from './clip';

const engineOptions: NamedEngineOptions = {
  engine: 'roi',
  model: 'lite',
  backend: 'wasm',
  modelBaseUrl: '/models/',
  wasmBaseUrl: '/wasm/',
};

const createWorker = (): Worker =>
  new Worker(new URL('../../../src/pose/worker.ts', import.meta.url), { type: 'module' });

const createClient = (options: Partial<PoseClientOptions> = {}): PoseClient =>
  new PoseClient({ createWorker, ...options });

/** What the tests run in the page: the product's own modules, and pictures to give them. */
const harness = {
  tf,
  engineOptions,
  createWorker,
  createClient,
  LoadedEngine,
  RoiTracker,
  loadEngine,
  watchContext,
  loadModelFiles,
  createGraphModel,
  toPoseError,
  isSoftwareRenderer,
  readWebglRenderer,
  loadPictures,
  makeBlankPicture,
  makeTurnedMp4,
  makePhoneVideo,
  readVideo,
  cutOut,
  putBefore,
  runModel,
  useCamera,
  frames,
  recording,
  store,
};

export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = harness;
