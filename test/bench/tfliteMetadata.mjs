/**
 * Gives a .tflite the metadata without which MediaPipe Tasks refuses it: how the input's values are
 * scaled. FlatBuffers point forward only, so a new root table is put in front of the old file, whose
 * bytes stay as they are; the new tables point into it.
 */
import { Builder } from 'flatbuffers';

/** Field numbers of TfLite's `Model` table. */
const Model = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadata: 6,
};
const metadataName = 'TFLITE_METADATA';

/** TfLite metadata (metadata_schema.fbs): one image input, RGB, with its normalisation. */
function buildMetadata(mean, std) {
  const b = new Builder(512);
  const floats = (values) => {
    b.startVector(4, values.length, 4);
    [...values].reverse().forEach((value) => b.addFloat32(value));
    return b.endVector();
  };
  const offsets = (values) => {
    b.startVector(4, values.length, 4);
    [...values].reverse().forEach((value) => b.addOffset(value));
    return b.endVector();
  };
  const table = (fieldCount, fill) => {
    b.startObject(fieldCount);
    fill();
    return b.endObject();
  };
  const means = floats(mean);
  const stds = floats(std);
  const normalization = table(2, () => {
    b.addFieldOffset(0, means, 0);
    b.addFieldOffset(1, stds, 0);
  });
  const processUnits = offsets([
    table(2, () => {
      b.addFieldInt8(0, 1, 0); // ProcessUnitOptions.NormalizationOptions
      b.addFieldOffset(1, normalization, 0);
    }),
  ]);
  const imageProperties = table(2, () => b.addFieldInt8(0, 1, 0)); // ColorSpaceType.RGB
  const content = table(3, () => {
    b.addFieldInt8(0, 2, 0); // ContentProperties.ImageProperties
    b.addFieldOffset(1, imageProperties, 0);
  });
  const inputName = b.createString('image');
  const inputs = offsets([
    table(7, () => {
      b.addFieldOffset(0, inputName, 0);
      b.addFieldOffset(3, content, 0);
      b.addFieldOffset(4, processUnits, 0);
    }),
  ]);
  const subgraphs = offsets([table(10, () => b.addFieldOffset(2, inputs, 0))]);
  const modelName = b.createString('pose');
  const root = table(8, () => {
    b.addFieldOffset(0, modelName, 0);
    b.addFieldOffset(3, subgraphs, 0);
  });
  b.finish(root, 'M001');
  return Buffer.from(b.asUint8Array());
}

/** Reads where the old root's fields point to. */
function readRoot(bytes) {
  const root = bytes.readUInt32LE(0);
  const vtable = root - bytes.readInt32LE(root);
  const field = (index) => {
    const entry = 4 + 2 * index;
    const offset = entry < bytes.readUInt16LE(vtable) ? bytes.readUInt16LE(vtable + entry) : 0;
    return offset === 0 ? 0 : root + offset;
  };
  const target = (index) => {
    const at = field(index);
    return at === 0 ? 0 : at + bytes.readUInt32LE(at);
  };
  const elements = (index) => {
    const vector = target(index);
    const length = vector === 0 ? 0 : bytes.readUInt32LE(vector);
    return Array.from({ length }, (_, k) => {
      const at = vector + 4 + 4 * k;
      return at + bytes.readUInt32LE(at);
    });
  };
  return { version: bytes.readUInt32LE(field(Model.version)), target, elements };
}

/** Hands out aligned places, one after the other. */
class Layout {
  size = 0;

  take(bytes, alignment = 4) {
    const at = Math.ceil(this.size / alignment) * alignment;
    this.size = at + bytes;
    return at;
  }
}

/** Writes a table's vtable; `offsets` are the fields' places within the table, 0 where absent. */
function writeVtable(out, at, tableBytes, offsets) {
  out.writeUInt16LE(4 + 2 * offsets.length, at);
  out.writeUInt16LE(tableBytes, at + 2);
  offsets.forEach((offset, index) => out.writeUInt16LE(offset, at + 4 + 2 * index));
}

/**
 * The model with normalisation metadata: (value − mean) / std for values 0..255.
 * @param {Buffer} bytes a .tflite without metadata
 */
export function addMetadata(bytes, mean, std) {
  const old = readRoot(bytes);
  const buffers = old.elements(Model.buffers);
  const metadata = old.elements(Model.metadata);
  const content = buildMetadata(mean, std);

  const layout = new Layout();
  layout.take(8);
  const modelVtable = layout.take(4 + 2 * 7, 2);
  const model = layout.take(4 + 4 * 6);
  const bufferVector = layout.take(4 + 4 * (buffers.length + 1));
  const metadataVector = layout.take(4 + 4 * (metadata.length + 1));
  const entryVtable = layout.take(4 + 2 * 2, 2);
  const entry = layout.take(4 + 4 * 2);
  const name = layout.take(4 + metadataName.length + 1);
  const bufferVtable = layout.take(4 + 2, 2);
  const buffer = layout.take(4 + 4);
  // The content itself, behind its length, is aligned to 16 as TfLite wants.
  const data = layout.take(4 + content.length + 16, 16) + 12;
  // A multiple of 64 keeps every alignment inside the old file.
  const prefix = Math.ceil(layout.size / 64) * 64;

  const out = Buffer.alloc(prefix);
  const point = (at, target) => out.writeUInt32LE(target - at, at);
  const pointAll = (vector, targets) => {
    out.writeUInt32LE(targets.length, vector);
    targets.forEach((target, k) => point(vector + 4 + 4 * k, target));
  };
  const inOld = (at) => prefix + at;

  out.writeUInt32LE(model, 0);
  out.write('TFL3', 4);
  writeVtable(out, modelVtable, 28, [4, 8, 12, 16, 20, 0, 24]);
  out.writeInt32LE(model - modelVtable, model);
  out.writeUInt32LE(old.version, model + 4);
  point(model + 8, inOld(old.target(Model.operatorCodes)));
  point(model + 12, inOld(old.target(Model.subgraphs)));
  point(model + 16, inOld(old.target(Model.description)));
  point(model + 20, bufferVector);
  point(model + 24, metadataVector);
  pointAll(bufferVector, [...buffers.map(inOld), buffer]);
  pointAll(metadataVector, [...metadata.map(inOld), entry]);
  writeVtable(out, entryVtable, 12, [4, 8]);
  out.writeInt32LE(entry - entryVtable, entry);
  point(entry + 4, name);
  out.writeUInt32LE(buffers.length, entry + 8);
  out.writeUInt32LE(metadataName.length, name);
  out.write(metadataName, name + 4);
  writeVtable(out, bufferVtable, 8, [4]);
  out.writeInt32LE(buffer - bufferVtable, buffer);
  point(buffer + 4, data);
  out.writeUInt32LE(content.length, data);
  content.copy(out, data + 4);
  return Buffer.concat([out, bytes]);
}
