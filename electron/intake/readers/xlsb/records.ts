/** The records of one part of a binary workbook, as they come out of the zip: type and length in groups of seven bits, then the body. */
import { limits, overLimit } from '../../limits.ts';
import { damaged, inflateEntry, type Zip, type ZipEntry } from '../zip.ts';

/** Beyond this a record is none a spreadsheet program writes. */
const recordBytes = 1024 * 1024;

export type RecordHandler = (type: number, body: Buffer) => void;

/** `between` is awaited after each block with the share of the part that is done, 0–1. Faults: file-corrupt, file-too-large. */
export async function scanRecords(zip: Zip, entry: ZipEntry, scan: { handle: RecordHandler; between?: (done: number) => Promise<void> }): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  let inflated = 0;
  for await (const block of inflateEntry(zip, entry)) {
    const buffer = rest.length > 0 ? Buffer.concat([rest, block]) : block;
    rest = buffer.subarray(eachRecord(buffer, scan.handle, entry.name));
    inflated += block.length;
    await scan.between?.(inflated / Math.max(entry.inflatedBytes, 1));
  }
  if (rest.length > 0) throw damaged(`its part ${entry.name} ends in the middle of a record`);
}

// Returns where the first record begins that is not complete yet.
function eachRecord(buffer: Buffer, handle: RecordHandler, part: string): number {
  let at = 0;
  for (;;) {
    let position = at;
    let type = buffer[position++];
    if (type === undefined) return at;
    if (type > 127) {
      const high = buffer[position++];
      if (high === undefined) return at;
      type = (type & 127) | ((high & 127) << 7);
    }
    let length = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const group = buffer[position++];
      if (group === undefined) return at;
      length |= (group & 127) << shift;
      more = group > 127 && shift < 21;
    }
    if (length > recordBytes) throw damaged(`its part ${part} holds a record of ${length.toLocaleString('en-US')} bytes`);
    if (position + length > buffer.length) return at;
    handle(type, buffer.subarray(position, position + length));
    at = position + length;
  }
}

/** A record's body, read field after field. */
export class BodyReader {
  at = 0;
  readonly body: Buffer;
  private readonly part: string;

  constructor(body: Buffer, part: string) {
    this.body = body;
    this.part = part;
  }

  u8(): number {
    return this.body[this.take(1)] ?? 0;
  }

  u16(): number {
    return this.body.readUInt16LE(this.take(2));
  }

  u32(): number {
    return this.body.readUInt32LE(this.take(4));
  }

  f64(): number {
    return this.body.readDoubleLE(this.take(8));
  }

  /** Moves on by so many bytes; returns where they begin. */
  take(bytes: number): number {
    const from = this.at;
    if (from + bytes > this.body.length) throw damaged(`its part ${this.part} holds a record that is too short`);
    this.at = from + bytes;
    return from;
  }

  /** A text with its length before it; a length of all ones means there is none. */
  text(): string {
    const characters = this.u32();
    if (characters === 0xffffffff) return '';
    if (characters > 4 * limits.cellCharacters) throw overLimit(`A text in its part ${this.part} has too many characters`, limits.cellCharacters);
    const from = this.take(characters * 2);
    return this.body.toString('utf16le', from, this.at);
  }
}
