/** A zip file from named parts, plain enough to be wrong on purpose: every header field can be overridden. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  content: string | Buffer;
  /** Not compressed. */
  stored?: boolean;
  /** Lies in the headers. */
  inflatedBytes?: number;
  crc?: number;
  flags?: number;
  method?: number;
  /** Compressed bytes as they stand in the file, instead of the deflated content. */
  raw?: Buffer;
  /** Offset of the local header as the directory states it. */
  localOffset?: number;
}

export function writeZip(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = typeof part.content === 'string' ? Buffer.from(part.content, 'utf8') : part.content;
    const packed = part.raw ?? (part.stored === true ? content : deflateRawSync(content));
    const name = Buffer.from(part.name, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE((part.flags ?? 0) | 0x800, 2);
    shared.writeUInt16LE(part.method ?? (part.stored === true ? 0 : 8), 4);
    shared.writeUInt32LE(0x21_00_00, 6); // 1 January 1980
    shared.writeUInt32LE(part.crc ?? crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(part.inflatedBytes ?? content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    chunks.push(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, packed]));
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(part.localOffset ?? offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), shared, tail, name]));
    offset += 30 + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...chunks, listing, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
