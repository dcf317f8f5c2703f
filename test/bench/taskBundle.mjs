/** MediaPipe Tasks' model bundles: a ZIP of .tflite files, stored and aligned so that it maps them. */
import { crc32 } from 'node:zlib';
import { readModelSource } from '../../models/sources.mjs';
import { addMetadata } from './tfliteMetadata.mjs';

const alignment = 4;

/** The fields that a ZIP entry's local header and its directory entry share. */
function writeSharedFields(out, at, name, data) {
  out.writeUInt16LE(20, at); // version needed
  out.writeUInt16LE(0x21, at + 8); // date: 1980-01-01
  out.writeUInt32LE(data.checksum, at + 10);
  out.writeUInt32LE(data.bytes.length, at + 14);
  out.writeUInt32LE(data.bytes.length, at + 18);
  out.writeUInt16LE(name.length, at + 22);
}

/** An uncompressed ZIP with every file's bytes at a multiple of four. */
function zipStored(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [fileName, bytes] of files) {
    const name = Buffer.from(fileName);
    const data = { bytes, checksum: crc32(bytes) };
    const misaligned = (offset + 30 + name.length) % alignment;
    // An extra field takes four bytes at least: header (id, length), then padding.
    const extra = Buffer.alloc(misaligned === 0 ? 0 : 2 * alignment - misaligned);
    if (extra.length > 0) {
      extra.writeUInt16LE(0xd935, 0);
      extra.writeUInt16LE(extra.length - 4, 2);
    }
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeSharedFields(local, 4, name, data);
    local.writeUInt16LE(extra.length, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    writeSharedFields(entry, 6, name, data);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, name, extra, bytes);
    directory.push(entry, name);
    offset += local.length + name.length + extra.length + bytes.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

/** PoseLandmarker's bundle of the very weights that the app's own models are built from. */
export function buildPoseTask(model) {
  return zipStored([
    ['pose_detector.tflite', addMetadata(readModelSource('detector'), [127.5], [127.5])],
    ['pose_landmarks_detector.tflite', addMetadata(readModelSource(model), [0], [255])],
  ]);
}
