import * as tf from '@tensorflow/tfjs';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { BackendId } from './protocol';

/** Whether the GPU has been taken away from the active backend. */
export interface ContextWatch {
  readonly isLost: () => boolean;
  /** Settled at the loss, for calls that would wait for the GPU for ever. */
  readonly lost: Promise<void>;
}

/** Settles when the backend's GPU goes; never on wasm. */
async function awaitLoss(backend: BackendId): Promise<void> {
  if (backend === 'webgpu') {
    await (tf.backend() as unknown as WebGPUBackend).device.lost;
    return;
  }
  await new Promise<void>((resolve) => {
    if (backend !== 'webgl') return;
    // The worker's own types leave the canvas out of the context; it is there.
    const { gl } = (tf.backend() as unknown as MathBackendWebGL).gpgpu;
    const { canvas } = gl as unknown as { canvas: EventTarget };
    canvas.addEventListener('webglcontextlost', () => {
      resolve();
    });
  });
}

/**
 * Watches the active backend's GPU context: a driver reset, a GPU switch or too many contexts end
 * it, after which TF.js's results mean nothing or never come.
 */
export function watchContext(backend: BackendId): ContextWatch {
  let isLost = false;
  const lost = awaitLoss(backend).then(() => {
    isLost = true;
  });
  return { isLost: () => isLost, lost };
}
