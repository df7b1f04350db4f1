/**
 * The container of old Office files and of encrypted new ones. Only enough of it is read to tell them apart: the names of its streams
 * and the first bytes of a workbook stream. Every walk is bounded; a broken chain simply ends.
 */
const endOfChain = 0xfffffffa;
const directoryEntryBytes = 128;
const miniStreamLimit = 4096;

export interface CompoundFile {
  /** Stream names as written. */
  names: string[];
  /** The first bytes of a stream, at most `length`. */
  start(name: string, length: number): Buffer;
}

interface Stream {
  name: string;
  first: number;
  size: number;
}

export function isCompoundFile(bytes: Buffer): boolean {
  return bytes.length >= 8 && bytes.readBigUInt64BE(0) === 0xd0cf11e0a1b11ae1n;
}

export function openCompoundFile(bytes: Buffer): CompoundFile {
  const sectorBytes = bytes.length >= 512 && bytes.readUInt16LE(30) === 12 ? 4096 : 512;
  const next = (sector: number): number => {
    const perSector = sectorBytes / 4;
    const tableIndex = Math.floor(sector / perSector);
    // Tables beyond the 109 named in the header belong to files over 7 MB; the directory of what we look for comes first.
    if (tableIndex >= 109) return endOfChain;
    return numberAt(bytes, (numberAt(bytes, 76 + tableIndex * 4) + 1) * sectorBytes + (sector % perSector) * 4);
  };
  const readChain = (first: number, length: number): Buffer => {
    const parts: Buffer[] = [];
    let got = 0;
    for (let sector = first, steps = 0; sector < endOfChain && got < length && steps < 4096; sector = next(sector), steps++) {
      const part = bytes.subarray((sector + 1) * sectorBytes, (sector + 2) * sectorBytes);
      if (part.length === 0) break;
      parts.push(part);
      got += part.length;
    }
    return Buffer.concat(parts).subarray(0, length);
  };
  const streams = readDirectory(readChain(numberAt(bytes, 48), 4096 * directoryEntryBytes));
  const root = streams[0];
  const miniTableFirst = numberAt(bytes, 60);
  const readMini = (stream: Stream, length: number): Buffer => {
    const container = readChain(root?.first ?? endOfChain, 1024 * 1024);
    const table = readChain(miniTableFirst, 64 * 1024);
    const parts: Buffer[] = [];
    for (let sector = stream.first, steps = 0; sector < endOfChain && steps < 64; steps++) {
      parts.push(container.subarray(sector * 64, sector * 64 + 64));
      sector = numberAt(table, sector * 4);
    }
    return Buffer.concat(parts).subarray(0, length);
  };
  return {
    names: streams.map((stream) => stream.name),
    start: (name, length) => {
      const stream = streams.find((candidate) => candidate.name === name);
      if (!stream) return Buffer.alloc(0);
      const wanted = Math.min(length, stream.size);
      return stream.size < miniStreamLimit ? readMini(stream, wanted) : readChain(stream.first, wanted);
    },
  };
}

function readDirectory(bytes: Buffer): Stream[] {
  const streams: Stream[] = [];
  for (let at = 0; at + directoryEntryBytes <= bytes.length; at += directoryEntryBytes) {
    const nameBytes = Math.min(Math.max(bytes.readUInt16LE(at + 64) - 2, 0), 62);
    if (nameBytes > 0)
      streams.push({ name: bytes.toString('utf16le', at, at + nameBytes), first: bytes.readUInt32LE(at + 116), size: bytes.readUInt32LE(at + 120) });
  }
  return streams;
}

function numberAt(bytes: Buffer, at: number): number {
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : endOfChain;
}
