/** Records of an old workbook, one by one, for tests that need one no library would write. */

export type BiffRecord = readonly [type: number, body: Buffer];

export function record(type: number, ...fields: readonly (Buffer | number)[]): BiffRecord {
  return [type, Buffer.concat(fields.map((field) => (typeof field === 'number' ? u16(field) : field)))];
}

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export function f64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

export function biffStream(records: readonly BiffRecord[]): Buffer {
  return Buffer.concat(records.map(([type, body]) => Buffer.concat([u16(type), u16(body.length), body])));
}

export const begin = (version: number, kind: number): BiffRecord => record(0x809, version, kind, 0, 0);
export const end: BiffRecord = record(0x0a);

/** One sheet “S” behind its globals; the place of the sheet is worked out. */
export function biffWorkbook(version: number, globals: readonly BiffRecord[], sheet: readonly BiffRecord[]): Buffer {
  const name = version === 0x600 ? Buffer.from([1, 0, 83]) : Buffer.from([1, 83]);
  const head = (at: number): Buffer => biffStream([begin(version, 5), ...globals, record(0x85, u32(at), 0, name), end]);
  return Buffer.concat([head(head(0).length), biffStream([begin(version, 0x10), ...sheet, end])]);
}
