/**
 * Turns TensorFlow Lite's sparse constants into dense ones (the detector has 38 of them).
 * The storage is a tree of dimensions in traversal order: a dense dimension lists every index, a
 * compressed one lists `segments` and `indices` as CSR does. Dimensions past the tensor's rank are
 * the inside of blocks. Format: TfLite schema, `SparsityParameters`.
 */

const dense = 0;

/** A vector of 32, 16 or 8 bit indices; the field before it says which. */
function readIndices(file, dimension, typeField, valueField) {
  const type = file.int8(dimension, typeField);
  const holder = file.table(dimension, valueField);
  if (type === 1) return file.int32s(holder, 0);
  return type === 2 ? file.uint16s(holder, 0) : file.uint8s(holder, 0);
}

/** Reads a `SparsityParameters` table. */
export function readSparsity(file, table) {
  return {
    order: file.int32s(table, 0),
    blockMap: file.int32s(table, 1),
    dimensions: file.tables(table, 2).map((dimension) =>
      file.int8(dimension, 0) === dense
        ? { size: file.int32(dimension, 1) }
        : {
            segments: readIndices(file, dimension, 2, 3),
            indices: readIndices(file, dimension, 4, 5),
          },
    ),
  };
}

/** The dense tensor, row-major, zeros where nothing is stored. */
export function densify(sparsity, shape, stored) {
  const { order, blockMap, dimensions } = sparsity;
  const rank = shape.length;
  const blockSizes = blockMap.map((_, k) => dimensions[order.indexOf(rank + k)].size);
  const out = new Float32Array(shape.reduce((a, b) => a * b, 1));
  const position = new Array(order.length).fill(0);

  const store = (value) => {
    const at = shape.map((_, axis) => position[axis]);
    blockMap.forEach((axis, k) => (at[axis] = position[axis] * blockSizes[k] + position[rank + k]));
    out[at.reduce((index, x, axis) => index * shape[axis] + x, 0)] = value;
  };
  const walk = (level, parent) => {
    if (level === order.length) return store(stored[parent]);
    const { size, segments, indices } = dimensions[level];
    const first = size === undefined ? segments[parent] : 0;
    const last = size === undefined ? segments[parent + 1] : size;
    for (let k = first; k < last; k++) {
      position[order[level]] = size === undefined ? indices[k] : k;
      walk(level + 1, size === undefined ? k : parent * size + k);
    }
  };
  walk(0, 0);
  return out;
}
