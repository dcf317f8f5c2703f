import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { BackendId } from './protocol';

/** Whether the GPU has been taken away from the active backend. */
export interface ContextWatch {
  readonly isLost: () => boolean;
}

/**
 * Watches the active backend's GPU context: a driver reset, a GPU switch or too many contexts end
 * it, after which every result is undefined. Always false on wasm.
 */
export function watchContext(backend: BackendId): ContextWatch {
  if (backend === 'webgl') {
    const { gl } = (tf.backend() as MathBackendWebGL).gpgpu;
    return { isLost: () => gl.isContextLost() };
  }
  let lost = false;
  if (backend === 'webgpu') {
    void (tf.backend() as unknown as WebGPUBackend).device.lost.then(() => {
      lost = true;
    });
  }
  return { isLost: () => lost };
}
