import { FlatBuffer } from './flatbuffer.mjs';
import { readTflite } from './tflite.mjs';

/** Fields of a subgraph in TensorFlow Lite's schema. */
const outputsField = 2;
const operatorsField = 3;
/** Which of the outputs is the mask. */
const maskOutput = 2;

/** Indices of the operators that some output other than `left` needs, in order of execution. */
function listNeeded({ operators, outputs }, left) {
  const wanted = new Set(outputs.filter((_, index) => index !== left));
  const needed = [];
  for (let index = operators.length - 1; index >= 0; index--) {
    const { output, inputs } = operators[index];
    if (!wanted.has(output)) continue;
    needed.unshift(index);
    for (const input of inputs) wanted.add(input);
  }
  return needed;
}

/**
 * What makes a landmark model's .tflite one that computes no mask: TensorFlow Lite runs every operator
 * it lists, asked for or not, so those of the mask's branch are taken off the list. The file keeps its
 * length.
 * @returns {[number, number][]} byte offset and the unsigned 32-bit number to write there
 */
export function listMaskPatches(bytes) {
  const file = new FlatBuffer(bytes);
  const model = readTflite(bytes);
  const [subgraph] = file.tables(file.root, 2);
  const operators = file.vector(subgraph, operatorsField);
  const targets = file.tables(subgraph, operatorsField);
  const needed = listNeeded(model, maskOutput);
  const outputs = file.vector(subgraph, outputsField);
  const kept = model.outputs.filter((_, index) => index !== maskOutput);
  const patches = [
    [operators.start - 4, needed.length],
    // A table is found by its distance from where that distance is written.
    ...needed.map((index, k) => {
      const at = operators.start + 4 * k;
      return [at, targets[index] - at];
    }),
    [outputs.start - 4, kept.length],
    ...kept.map((tensor, k) => [outputs.start + 4 * k, tensor]),
  ];
  return patches.filter(([at, value]) => file.view.getUint32(at, true) !== value);
}
