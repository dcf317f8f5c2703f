import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeHalves } from './float16.mjs';
import { packWeights } from './packWeights.mjs';

const weightsName = 'weights.bin';

/** Attribute values in the JSON form of TensorFlow's NodeDef, as TF.js reads it. */
const base64 = (text) => Buffer.from(text).toString('base64');
export const attr = {
  bool: (value) => ({ b: value }),
  int: (value) => ({ i: String(value) }),
  ints: (values) => ({ list: { i: [...values].map(String) } }),
  float: (value) => ({ f: value }),
  string: (value) => ({ s: base64(value) }),
  strings: (values) => ({ list: { s: values.map(base64) } }),
  type: (name) => ({ type: name }),
};
const shapeOf = (dims) => ({ dim: dims.map((size) => ({ size: String(size) })) });

/** Collects nodes and weights and writes them as a TF.js GraphModel with half-precision weights. */
export class GraphModelWriter {
  #nodes = [];
  #weights = [];
  #input;

  /** Declares the only input; returns its name. */
  input(name, shape) {
    this.#input = { name, shape };
    this.#nodes.push({
      name,
      op: 'Placeholder',
      input: [],
      attr: { dtype: attr.type('DT_FLOAT'), shape: { shape: shapeOf(shape) } },
    });
    return name;
  }

  /** Adds an operation; returns its name, which stands for its output. */
  node(op, name, inputs, attributes = {}) {
    const withType = { T: attr.type('DT_FLOAT'), ...attributes };
    this.#nodes.push({ name, op, input: inputs, attr: withType });
    return name;
  }

  /** Adds a constant: a Float32Array is stored as halves, an Int32Array as it is. */
  constant(name, values, shape) {
    const dtype = values instanceof Float32Array ? 'DT_FLOAT' : 'DT_INT32';
    const value = { tensor: { dtype, tensorShape: shapeOf(shape) } };
    const attributes = { dtype: attr.type(dtype), value };
    this.#nodes.push({ name, op: 'Const', input: [], attr: attributes });
    this.#weights.push({ name, shape, values });
    return name;
  }

  /**
   * Writes model.json and its packed weights into a folder, which must be empty or new. The metadata
   * holds the length and the sha256 of the unpacked weights, so that the app can tell a corrupt
   * download.
   */
  write(folder, outputs) {
    const manifest = [];
    const parts = [];
    for (const { name, shape, values } of this.#weights) {
      if (values instanceof Float32Array) {
        const quantization = { dtype: 'float16', original_dtype: 'float32' };
        manifest.push({ name, shape, dtype: 'float32', quantization });
        parts.push(encodeHalves(values));
      } else {
        manifest.push({ name, shape, dtype: 'int32' });
        parts.push(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
      }
    }
    mkdirSync(folder, { recursive: true });
    const bytes = Buffer.concat(parts);
    writeFileSync(join(folder, weightsName), packWeights(bytes));
    const weightsSha256 = createHash('sha256').update(bytes).digest('hex');
    const model = {
      ...this.#json(outputs, [weightsName], manifest),
      userDefinedMetadata: { weightsSha256, weightsLength: bytes.length },
    };
    writeFileSync(join(folder, 'model.json'), JSON.stringify(model));
  }

  #json(outputs, paths, weights) {
    const tensor = (name) => ({ name: `${name}:0`, dtype: 'DT_FLOAT' });
    const { name, shape } = this.#input;
    return {
      format: 'graph-model',
      generatedBy: 'hipline models/build.mjs',
      convertedBy: 'hipline models/build.mjs',
      signature: {
        inputs: { [name]: { ...tensor(name), tensorShape: shapeOf(shape) } },
        outputs: Object.fromEntries(outputs.map((output) => [output, tensor(output)])),
      },
      // The producer only has to be newer than 1000 or so for TF.js; this is TensorFlow 2.12's.
      modelTopology: { node: this.#nodes, versions: { producer: 1395 } },
      weightsManifest: [{ paths, weights }],
    };
  }
}
