import { GraphModelWriter, attr } from './graphModel.mjs';
import { Operator, readTflite } from './tflite.mjs';

const inputName = 'input';
const activations = { 0: undefined, 1: 'Relu', 3: 'Relu6' };
const paddings = { 0: 'SAME', 1: 'VALID' };

function activationOf(code) {
  if (!(code in activations)) throw new Error(`activation ${code} is not supported`);
  return activations[code];
}

/** TfLite keeps kernels as [out, h, w, in], TF.js as [h, w, in, out]. */
function transposeKernel(kernel, [outputs, height, width, inputs]) {
  const taps = height * width * inputs;
  const out = new Float32Array(kernel.length);
  for (let c = 0; c < outputs; c++) {
    for (let k = 0; k < taps; k++) out[k * outputs + c] = kernel[c * taps + k];
  }
  return out;
}

/** What the operators share while one model is converted. */
class Conversion {
  writer = new GraphModelWriter();
  /** Node that computes a tensor, by the tensor's number. */
  #nodes = new Map();
  /** Paddings that no node computes yet, by the padded tensor's number. */
  #pads = new Map();
  #constants = new Map();

  constructor(model) {
    this.model = model;
  }

  shape(tensor) {
    return this.model.tensors[tensor].shape;
  }

  constant(tensor) {
    if (!this.#constants.has(tensor)) this.#constants.set(tensor, this.model.constant(tensor));
    return this.#constants.get(tensor);
  }

  /** Lets a tensor stand for another constant (DEQUANTIZE and DENSIFY are done here, once). */
  aliasConstant(tensor, source) {
    this.#constants.set(tensor, this.constant(source));
  }

  /** Remembers a padding: it is folded into a convolution where it can be, else computed. */
  deferPad(tensor, source, paddings) {
    this.#pads.set(tensor, { source, paddings, amounts: [...this.constant(paddings)] });
  }

  /** The padding before a convolution; undefined where there is none that it can do itself. */
  foldablePad(tensor) {
    const pad = this.#pads.get(tensor);
    if (pad === undefined) return undefined;
    const [batchBefore, batchAfter, , , , , channelsBefore, channelsAfter] = pad.amounts;
    return batchBefore || batchAfter || channelsBefore || channelsAfter ? undefined : pad;
  }

  /** The node that computes a tensor. */
  source(tensor) {
    const pad = this.#pads.get(tensor);
    if (pad !== undefined && !this.#nodes.has(tensor)) {
      const shape = this.shape(pad.paddings);
      const amounts = this.writer.constant(`n${tensor}/p`, Int32Array.from(pad.amounts), shape);
      const types = { Tpaddings: attr.type('DT_INT32') };
      this.add(tensor, 'Pad', [this.source(pad.source), amounts], types);
    }
    const node = this.#nodes.get(tensor);
    if (node === undefined) throw new Error(`nothing computes tensor ${tensor}`);
    return node;
  }

  setNode(tensor, name) {
    this.#nodes.set(tensor, name);
  }

  add(tensor, op, inputs, attributes, activation) {
    const name = this.writer.node(op, `n${tensor}`, inputs, attributes);
    const last = activation ? this.writer.node(activation, `${name}/act`, [name]) : name;
    this.setNode(tensor, last);
  }
}

function convertConvolution(run, operator) {
  const depthwise = operator.code === Operator.depthwiseConv2d;
  const [source, kernel, bias] = operator.inputs;
  const shape = run.shape(kernel);
  const [, height, width, channels] = shape;
  const multiplier = depthwise ? operator.int(3, 1) : 1;
  const activation = activationOf(operator.byte(depthwise ? 4 : 3));
  const dilation = { w: operator.int(depthwise ? 5 : 4, 1), h: operator.int(depthwise ? 6 : 5, 1) };
  const padding = paddings[operator.byte(0)];
  const pad = run.foldablePad(source);
  if (pad && padding !== 'VALID') throw new Error('a PAD before a SAME convolution');

  const weights = depthwise
    ? run.writer.constant(`n${operator.output}/w`, run.constant(kernel), [
        height,
        width,
        channels / multiplier,
        multiplier,
      ])
    : run.writer.constant(`n${operator.output}/w`, transposeKernel(run.constant(kernel), shape), [
        height,
        width,
        channels,
        shape[0],
      ]);
  const biases = run.writer.constant(`n${operator.output}/b`, run.constant(bias), run.shape(bias));
  const input = run.source(pad ? pad.source : source);
  const op = depthwise ? 'FusedDepthwiseConv2dNative' : '_FusedConv2D';
  run.add(operator.output, op, [input, weights, biases], {
    strides: attr.ints([1, operator.int(2), operator.int(1), 1]),
    dilations: attr.ints([1, dilation.h, dilation.w, 1]),
    padding: attr.string(pad ? 'EXPLICIT' : padding),
    ...(pad ? { explicit_paddings: attr.ints(pad.amounts) } : {}),
    data_format: attr.string('NHWC'),
    fused_ops: attr.strings(['BiasAdd', ...(activation ? [activation] : [])]),
    num_args: attr.int(1),
    epsilon: attr.float(1e-4),
    leakyrelu_alpha: attr.float(0.2),
  });
}

function convertMaxPool(run, operator) {
  run.add(
    operator.output,
    'MaxPool',
    [run.source(operator.inputs[0])],
    {
      padding: attr.string(paddings[operator.byte(0)]),
      strides: attr.ints([1, operator.int(2), operator.int(1), 1]),
      ksize: attr.ints([1, operator.int(4), operator.int(3), 1]),
      data_format: attr.string('NHWC'),
    },
    activationOf(operator.byte(5)),
  );
}

function convertResize(run, operator) {
  const [source, size] = operator.inputs;
  const target = run.writer.constant(`n${operator.output}/s`, run.constant(size), [2]);
  run.add(operator.output, 'ResizeBilinear', [run.source(source), target], {
    align_corners: attr.bool(operator.byte(2) !== 0),
    half_pixel_centers: attr.bool(operator.byte(3) !== 0),
  });
}

function convertReshape(run, operator) {
  const shape = run.shape(operator.output);
  const name = `n${operator.output}/s`;
  const target = run.writer.constant(name, Int32Array.from(shape), [shape.length]);
  run.add(operator.output, 'Reshape', [run.source(operator.inputs[0]), target], {
    Tshape: attr.type('DT_INT32'),
  });
}

function convertConcatenation(run, operator) {
  const name = `n${operator.output}/a`;
  const axis = run.writer.constant(name, Int32Array.of(operator.int(0)), []);
  const inputs = operator.inputs.map((tensor) => run.source(tensor));
  run.add(operator.output, 'ConcatV2', [...inputs, axis], {
    N: attr.int(inputs.length),
    Tidx: attr.type('DT_INT32'),
  });
}

function convertOperator(run, operator) {
  const { code, inputs, output } = operator;
  switch (code) {
    case Operator.dequantize:
    case Operator.densify:
      return run.aliasConstant(output, inputs[0]);
    case Operator.pad:
      return run.deferPad(output, inputs[0], inputs[1]);
    case Operator.conv2d:
    case Operator.depthwiseConv2d:
      return convertConvolution(run, operator);
    case Operator.add:
      return run.add(
        output,
        'AddV2',
        inputs.map((tensor) => run.source(tensor)),
        {},
        activationOf(operator.byte(0)),
      );
    case Operator.maxPool2d:
      return convertMaxPool(run, operator);
    case Operator.resizeBilinear:
      return convertResize(run, operator);
    case Operator.reshape:
      return convertReshape(run, operator);
    case Operator.logistic:
      return run.add(output, 'Sigmoid', [run.source(inputs[0])]);
    case Operator.depthToSpace:
      return run.add(output, 'DepthToSpace', [run.source(inputs[0])], {
        block_size: attr.int(operator.int(0)),
        data_format: attr.string('NHWC'),
      });
    case Operator.concatenation:
      return convertConcatenation(run, operator);
    default:
      throw new Error(`TensorFlow Lite operator ${code} is not supported`);
  }
}

/**
 * The landmark models' outputs under the names pose-detection asks for. The .tflite emits logits
 * for the heatmap and the segmentation where pose-detection expects probabilities: without the two
 * sigmoids everything runs and is wrong.
 */
export function nameLandmarkOutputs(writer, [landmarks, flag, segmentation, heatmap, world]) {
  return [
    writer.node('Identity', 'ld_3d', [landmarks]),
    writer.node('Identity', 'output_poseflag', [flag]),
    writer.node('Sigmoid', 'activation_segmentation', [segmentation]),
    writer.node('Sigmoid', 'activation_heatmap', [heatmap]),
    writer.node('Identity', 'world_3d', [world]),
  ];
}

/** The detector's two outputs as pose-detection reads them: [score, box] in one [1, 2254, 13]. */
export function nameDetectorOutputs(writer, [boxes, scores]) {
  const axis = writer.constant('Identity/a', Int32Array.of(2), []);
  const attributes = { N: attr.int(2), Tidx: attr.type('DT_INT32') };
  return [writer.node('ConcatV2', 'Identity', [scores, boxes, axis], attributes)];
}

/** Converts a .tflite model's bytes and writes it as a TF.js GraphModel into a folder. */
export function convertToGraphModel(bytes, folder, nameOutputs) {
  const model = readTflite(bytes);
  const run = new Conversion(model);
  const [input] = model.inputs;
  run.setNode(input, run.writer.input(inputName, run.shape(input)));
  for (const operator of model.operators) convertOperator(run, operator);
  const outputs = nameOutputs(
    run.writer,
    model.outputs.map((tensor) => run.source(tensor)),
  );
  run.writer.write(folder, outputs);
}
