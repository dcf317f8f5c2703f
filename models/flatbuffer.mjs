/**
 * Reads FlatBuffers without a schema compiler: tables, vectors and scalars by their field number.
 * A .tflite file is one; the field numbers are those of TensorFlow Lite's schema.fbs.
 */
export class FlatBuffer {
  /** @param {Uint8Array} bytes the whole file */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The four letters after the root offset, e.g. `TFL3`. */
  get identifier() {
    return new TextDecoder().decode(this.bytes.subarray(4, 8));
  }

  /** Position of the root table. */
  get root() {
    return this.view.getUint32(0, true);
  }

  /** Position of a field's value within a table, 0 where the field is not stored. */
  #field(table, index) {
    const vtable = table - this.view.getInt32(table, true);
    const entry = 4 + 2 * index;
    if (entry >= this.view.getUint16(vtable, true)) return 0;
    const offset = this.view.getUint16(vtable + entry, true);
    return offset === 0 ? 0 : table + offset;
  }

  #follow(position) {
    return position + this.view.getUint32(position, true);
  }

  /** Length of a vector and position of its first entry; both 0 where it is absent. */
  vector(table, index) {
    const at = this.#field(table, index);
    if (at === 0) return { length: 0, start: 0 };
    const vector = this.#follow(at);
    return { length: this.view.getUint32(vector, true), start: vector + 4 };
  }

  int8(table, index, fallback = 0) {
    const at = this.#field(table, index);
    return at === 0 ? fallback : this.view.getInt8(at);
  }

  int32(table, index, fallback = 0) {
    const at = this.#field(table, index);
    return at === 0 ? fallback : this.view.getInt32(at, true);
  }

  /** Position of a table that a field points to, 0 where it is absent. */
  table(table, index) {
    const at = this.#field(table, index);
    return at === 0 ? 0 : this.#follow(at);
  }

  /** Positions of the tables of a vector of tables. */
  tables(table, index) {
    const { length, start } = this.vector(table, index);
    return Array.from({ length }, (_, k) => this.#follow(start + 4 * k));
  }

  int32s(table, index) {
    const { length, start } = this.vector(table, index);
    return Array.from({ length }, (_, k) => this.view.getInt32(start + 4 * k, true));
  }

  uint16s(table, index) {
    const { length, start } = this.vector(table, index);
    return Array.from({ length }, (_, k) => this.view.getUint16(start + 2 * k, true));
  }

  uint8s(table, index) {
    const { length, start } = this.vector(table, index);
    return this.bytes.subarray(start, start + length);
  }
}
