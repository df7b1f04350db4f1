/**
 * The zip container, read with distrust: the central directory is checked as a whole before a byte is inflated, and inflated bytes are
 * counted while they stream, because headers lie. It never writes a file, so entry names are only ever compared.
 */
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { Fault } from '../../../shared/faults.ts';
import { limits, overLimit } from '../limits.ts';

export interface ZipEntry {
  /** With forward slashes, as written. */
  name: string;
  method: number;
  crc: number;
  compressedBytes: number;
  inflatedBytes: number;
  /** Where the compressed bytes begin. */
  start: number;
}

export interface Zip {
  bytes: Buffer;
  /** By lower-case name: part names are compared without case. */
  entries: ReadonlyMap<string, ZipEntry>;
  /** Inflated so far, over all entries. */
  budget: { inflated: number };
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const all32 = 0xffffffff;

export function damaged(what: string, cause?: unknown): Fault {
  return new Fault('file-corrupt', `The file is damaged: ${what}. Open it in Excel, let it repair it, save it and import that.`, { cause });
}

/** Faults: file-corrupt, file-encrypted, file-too-large. */
export function openZip(bytes: Buffer, budget: Zip['budget'] = { inflated: 0 }): Zip {
  const { count, offset, size } = centralDirectory(bytes);
  if (count > limits.zipEntries) throw overLimit(`The file holds ${count.toLocaleString('en-US')} parts`, limits.zipEntries);
  const entries = new Map<string, ZipEntry>();
  const spans: { from: number; to: number; name: string }[] = [];
  let declared = 0;
  let at = offset;
  for (let i = 0; i < count; i++) {
    const entry = readCentral(bytes, at);
    at = entry.next;
    if (at > offset + size) throw damaged('its table of contents is longer than stated');
    declared += entry.inflatedBytes;
    const start = dataStart(bytes, entry.localOffset, entry.name);
    const to = start + entry.compressedBytes;
    if (to > offset) throw damaged(`the part ${entry.name} lies outside the file`);
    spans.push({ from: entry.localOffset, to, name: entry.name });
    const key = entry.name.toLowerCase().replace(/^\/+/, '');
    if (entries.has(key)) throw damaged(`the part ${entry.name} is there twice`);
    entries.set(key, {
      name: entry.name,
      method: entry.method,
      crc: entry.crc,
      compressedBytes: entry.compressedBytes,
      inflatedBytes: entry.inflatedBytes,
      start,
    });
  }
  if (budget.inflated + declared > limits.inflatedBytes) throw overLimit(`The file unpacks to ${declared.toLocaleString('en-US')} bytes`, limits.inflatedBytes);
  spans.sort((a, b) => a.from - b.from);
  for (let i = 1; i < spans.length; i++) {
    const before = spans[i - 1];
    const span = spans[i];
    if (before && span && span.from < before.to) throw damaged(`the parts ${before.name} and ${span.name} overlap`);
  }
  return { bytes, entries, budget };
}

function centralDirectory(bytes: Buffer): { count: number; offset: number; size: number } {
  const last = bytes.length - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (bytes.readUInt32LE(at) !== endSignature) continue;
    const found = { count: bytes.readUInt16LE(at + 10), size: bytes.readUInt32LE(at + 12), offset: bytes.readUInt32LE(at + 16) };
    const whole = found.count === 0xffff || found.size === all32 || found.offset === all32 ? centralDirectory64(bytes, at) : found;
    if (whole.offset + whole.size > at) throw damaged('its table of contents lies outside the file');
    return whole;
  }
  throw damaged('its end is missing, the download or copy was probably cut off');
}

function centralDirectory64(bytes: Buffer, end: number): { count: number; offset: number; size: number } {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== locator64Signature) throw damaged('its table of contents can’t be found');
  const at = number64(bytes, locator + 8);
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== end64Signature) throw damaged('its table of contents can’t be found');
  return { count: number64(bytes, at + 32), size: number64(bytes, at + 40), offset: number64(bytes, at + 48) };
}

function readCentral(bytes: Buffer, at: number): Omit<ZipEntry, 'start'> & { localOffset: number; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralSignature) throw damaged('its table of contents is broken');
  const flags = bytes.readUInt16LE(at + 8);
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw damaged('its table of contents is broken');
  const name = bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
  // Workbooks under a password are no zip: this is an archive.
  if ((flags & 1) === 1)
    throw new Fault('file-encrypted', 'The file is a zip archive under a password: unpack it with its password and import the files in it.');
  const entry = {
    name,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    compressedBytes: bytes.readUInt32LE(at + 20),
    inflatedBytes: bytes.readUInt32LE(at + 24),
    localOffset: bytes.readUInt32LE(at + 42),
    next,
  };
  return withSizes64(entry, bytes.subarray(nameEnd, extraEnd));
}

// Writers that stream put sizes of eight bytes into an extra field, in this order, only for what the plain field leaves open.
function withSizes64<E extends { inflatedBytes: number; compressedBytes: number; localOffset: number }>(entry: E, extra: Buffer): E {
  if (entry.inflatedBytes !== all32 && entry.compressedBytes !== all32 && entry.localOffset !== all32) return entry;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    let field = at + 4;
    const take = (plain: number): number => {
      if (plain !== all32) return plain;
      if (field + 8 > end) throw damaged('a size in its table of contents is missing');
      field += 8;
      return number64(extra, field - 8);
    };
    return { ...entry, inflatedBytes: take(entry.inflatedBytes), compressedBytes: take(entry.compressedBytes), localOffset: take(entry.localOffset) };
  }
  throw damaged('a size in its table of contents is missing');
}

function number64(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('a size in its table of contents is impossible');
  return Number(value);
}

function dataStart(bytes: Buffer, localOffset: number, name: string): number {
  if (localOffset + 30 > bytes.length || bytes.readUInt32LE(localOffset) !== localSignature) throw damaged(`the part ${name} is not where it should be`);
  return localOffset + 30 + bytes.readUInt16LE(localOffset + 26) + bytes.readUInt16LE(localOffset + 28);
}

export function encryptedFault(): Fault {
  return new Fault(
    'file-encrypted',
    'The file is protected by a password: open it in Excel, remove the password under File › Info › Protect Workbook, save it and import that.',
  );
}

const sliceBytes = 64 * 1024;
const chunkBytes = 256 * 1024;

/** The inflated bytes of one entry in blocks. Faults: file-corrupt, file-too-large. */
export async function* inflateEntry(zip: Zip, entry: ZipEntry): AsyncGenerator<Buffer, void, void> {
  const compressed = zip.bytes.subarray(entry.start, entry.start + entry.compressedBytes);
  let crc = 0;
  let inflated = 0;
  try {
    for await (const { chunk, consumed } of blocksOf(compressed, entry)) {
      inflated += chunk.length;
      zip.budget.inflated += chunk.length;
      if (zip.budget.inflated > limits.inflatedBytes) throw overLimit('The file unpacks to more bytes than can be read', limits.inflatedBytes);
      if (inflated > limits.inflationRatioFrom && inflated > consumed * limits.inflationRatio) {
        throw new Fault(
          'file-too-large',
          `The part ${entry.name} unpacks to more than ${String(limits.inflationRatio)} times its size, as only a file made to do harm does: export it again or save a copy with Excel.`,
        );
      }
      if (inflated > entry.inflatedBytes) throw damaged(`the part ${entry.name} is longer than stated`);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw damaged(`the part ${entry.name} can’t be unpacked`, error);
  }
  if (inflated !== entry.inflatedBytes || crc !== entry.crc) throw damaged(`the part ${entry.name} does not match its checksum`);
}

interface Block {
  chunk: Buffer;
  /** Compressed bytes it took to get here. */
  consumed: number;
}

// Most parts of most workbooks: a stream of its own would cost each more than unpacking it.
const smallBytes = 64 * 1024;

function inflateSmall(compressed: Buffer, entry: ZipEntry): Buffer {
  try {
    return inflateRawSync(compressed, { maxOutputLength: entry.inflatedBytes + 1 });
  } catch (error) {
    const isLonger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isLonger ? damaged(`the part ${entry.name} is longer than stated`) : error;
  }
}

async function* blocksOf(compressed: Buffer, entry: ZipEntry): AsyncGenerator<Block, void, void> {
  if (entry.method === 0) {
    for (let at = 0; at < compressed.length; at += chunkBytes) yield { chunk: compressed.subarray(at, at + chunkBytes), consumed: at + chunkBytes };
    return;
  }
  if (entry.method !== 8) throw damaged(`the part ${entry.name} is packed in a way Excel doesn’t use (method ${String(entry.method)})`);
  if (entry.inflatedBytes <= smallBytes && compressed.length > 0) {
    yield { chunk: inflateSmall(compressed, entry), consumed: compressed.length };
    return;
  }
  const inflater = createInflateRaw({ chunkSize: chunkBytes });
  try {
    let at = 0;
    const feed = (): void => {
      let more = true;
      while (more && at < compressed.length) {
        more = inflater.write(compressed.subarray(at, at + sliceBytes));
        at += sliceBytes;
      }
      if (at >= compressed.length) inflater.end();
    };
    inflater.on('drain', feed);
    feed();
    for await (const chunk of inflater) {
      // zlib streams emit Buffers unless told otherwise.
      yield { chunk: chunk as Buffer, consumed: inflater.bytesWritten };
    }
  } finally {
    inflater.destroy();
  }
}
