import * as tf from '@tensorflow/tfjs';

/**
 * Reads tensors of one run and disposes them. On wasm the numbers are there already and reading at
 * once saves a turn of the event loop; on a GPU they are joined there, as each read waits for it.
 */
export async function readTensors(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  try {
    if (tf.getBackend() === 'wasm') return tensors.map((tensor) => tensor.dataSync<'float32'>());
    return await readJoined(tensors);
  } finally {
    tf.dispose([...tensors]);
  }
}

/** One read-back of all of them. */
async function readJoined(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  const joined = tf.tidy(() => tf.concat(tensors.map((tensor) => tensor.flatten())));
  try {
    const values = await joined.data<'float32'>();
    let from = 0;
    return tensors.map(({ size }) => {
      from += size;
      return values.subarray(from - size, from);
    });
  } finally {
    joined.dispose();
  }
}
