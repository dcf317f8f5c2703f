import { decodeHalves } from './float16.mjs';
import { FlatBuffer } from './flatbuffer.mjs';
import { densify, readSparsity } from './sparse.mjs';

/** Codes of the operators that BlazePose uses (TfLite schema, `BuiltinOperator`). */
export const Operator = {
  add: 0,
  concatenation: 2,
  conv2d: 3,
  depthwiseConv2d: 4,
  depthToSpace: 5,
  dequantize: 6,
  logistic: 14,
  maxPool2d: 17,
  reshape: 22,
  resizeBilinear: 23,
  pad: 34,
  densify: 124,
};

const TensorType = { float32: 0, float16: 1, int32: 2 };

function decodeConstant(bytes, type) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === TensorType.float16) return decodeHalves(bytes);
  const length = bytes.length / 4;
  if (type === TensorType.int32) {
    return Int32Array.from({ length }, (_, k) => view.getInt32(4 * k, true));
  }
  if (type !== TensorType.float32) throw new Error(`tensor type ${type} is not supported`);
  return Float32Array.from({ length }, (_, k) => view.getFloat32(4 * k, true));
}

/**
 * Reads a .tflite model with one subgraph.
 * `tensors[i]` has `name` and `shape`; `constant(i)` its dense numbers (Float32Array or Int32Array);
 * `operators` are in order of execution, with tensor numbers, and read their options by field number.
 */
export function readTflite(bytes) {
  const file = new FlatBuffer(bytes);
  if (file.identifier !== 'TFL3') throw new Error('not a TensorFlow Lite model');
  const codes = file
    .tables(file.root, 1)
    .map((code) => Math.max(file.int8(code, 0), file.int32(code, 3)));
  const buffers = file.tables(file.root, 4);
  const [subgraph] = file.tables(file.root, 2);
  const tensors = file.tables(subgraph, 0).map((table) => ({
    name: new TextDecoder().decode(file.uint8s(table, 3)),
    shape: file.int32s(table, 0),
    type: file.int8(table, 1),
    buffer: file.int32(table, 2),
    sparsity: file.table(table, 6),
  }));
  const operators = file.tables(subgraph, 3).map((table) => {
    const options = file.table(table, 4);
    return {
      code: codes[file.int32(table, 0)],
      inputs: file.int32s(table, 1),
      output: file.int32s(table, 2)[0],
      byte: (field) => (options === 0 ? 0 : file.int8(options, field)),
      int: (field, fallback = 0) =>
        options === 0 ? fallback : file.int32(options, field, fallback),
    };
  });
  const constant = (index) => {
    const { buffer, type, sparsity, shape } = tensors[index];
    const values = decodeConstant(file.uint8s(buffers[buffer], 0), type);
    return sparsity === 0 ? values : densify(readSparsity(file, sparsity), shape, values);
  };
  return {
    tensors,
    operators,
    constant,
    inputs: file.int32s(subgraph, 1),
    outputs: file.int32s(subgraph, 2),
  };
}
