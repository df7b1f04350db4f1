/** A zip whose bytes depend on its entries alone: sorted by name, dated 1980-01-01, no extra fields (PKWARE APPNOTE 4.3). */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

/** 1980-01-01 00:00 in DOS date and time. */
const fixedDate = 0x0021;
const fixedTime = 0;
const utf8Names = 0x0800;
const deflated = 8;

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const sorted = [...entries].sort((a, b) => order(a.name, b.name));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of sorted) {
    const name = Buffer.from(entry.name, 'utf8');
    const packed = deflateRawSync(entry.bytes, { level: 9 });
    const head = entryHead(entry.bytes, packed.length, name.length);
    const local = Buffer.concat([uint32(0x04034b50), head, name]);
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(20), head, uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset), name]));
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  const end = Buffer.concat([uint32(0x06054b50), uint16(0), uint16(0), uint16(sorted.length), uint16(sorted.length), uint32(size), uint32(offset), uint16(0)]);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

/** All entries of a zip made by a library of ours; not for files from outside. */
export function readOwnZip(bytes: Uint8Array): ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf(uint32(0x06054b50));
  if (end < 0) throw new Error('no end of the zip directory');
  const entries: ZipEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count--) {
    const [packedSize, nameLength] = [buffer.readUInt32LE(at + 20), buffer.readUInt16LE(at + 28)];
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const packed = buffer.subarray(start, start + packedSize);
    if (!name.endsWith('/')) entries.push({ name, bytes: new Uint8Array(buffer.readUInt16LE(at + 10) === deflated ? inflateRawSync(packed) : packed) });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

// Readers of Office files expect the list of content types first.
function order(a: string, b: string): number {
  const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function entryHead(content: Uint8Array, packedSize: number, nameLength: number): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(utf8Names),
    uint16(deflated),
    uint16(fixedTime),
    uint16(fixedDate),
    uint32(crc32(content)),
    uint32(packedSize),
    uint32(content.length),
    uint16(nameLength),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
