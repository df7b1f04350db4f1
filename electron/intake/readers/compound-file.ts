/**
 * The container of old Office files and of encrypted new ones: a small file system of named streams in sectors. Every walk is bounded by
 * the size of the file; a broken chain simply ends, and the reader of the stream notices what is missing.
 */
const endOfChain = 0xfffffffa;
const directoryEntryBytes = 128;
const miniSectorBytes = 64;
const miniStreamLimit = 4096;
const tablesInHeader = 109;

export interface CompoundFile {
  /** Stream names as written. */
  names: string[];
  /** The bytes of a stream, at most `length`; empty when there is no such stream. */
  start(name: string, length: number): Buffer;
  /** A whole stream, shorter than stated where its chain breaks off. */
  stream(name: string): Buffer;
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
  const sectorCount = Math.ceil(bytes.length / sectorBytes);
  const sectorOf = (sector: number): Buffer => bytes.subarray((sector + 1) * sectorBytes, (sector + 2) * sectorBytes);
  const tables = tableSectors(bytes, { sectorBytes, sectorCount });
  const next = (sector: number): number => {
    const perSector = sectorBytes / 4;
    const table = tables[Math.floor(sector / perSector)];
    return table === undefined ? endOfChain : numberAt(bytes, (table + 1) * sectorBytes + (sector % perSector) * 4);
  };
  const readChain = (first: number, length: number): Buffer => {
    const parts: Buffer[] = [];
    let got = 0;
    for (let sector = first, steps = 0; sector < endOfChain && got < length && steps < sectorCount; sector = next(sector), steps++) {
      const part = sectorOf(sector);
      if (part.length === 0) break;
      parts.push(part);
      got += part.length;
    }
    return Buffer.concat(parts).subarray(0, length);
  };
  const streams = readDirectory(readChain(numberAt(bytes, 48), 4096 * directoryEntryBytes));
  const miniTableFirst = numberAt(bytes, 60);
  let mini: { container: Buffer; table: Buffer } | null = null;
  const readMini = (stream: Stream, length: number): Buffer => {
    const { container, table } = (mini ??= {
      container: readChain(streams[0]?.first ?? endOfChain, bytes.length),
      table: readChain(miniTableFirst, bytes.length),
    });
    const parts: Buffer[] = [];
    for (let sector = stream.first, steps = 0; sector < endOfChain && steps < miniStreamLimit / miniSectorBytes; steps++) {
      parts.push(container.subarray(sector * miniSectorBytes, (sector + 1) * miniSectorBytes));
      sector = numberAt(table, sector * 4);
    }
    return Buffer.concat(parts).subarray(0, length);
  };
  const start = (name: string, length: number): Buffer => {
    const stream = streams.find((candidate) => candidate.name === name);
    if (!stream) return Buffer.alloc(0);
    const wanted = Math.min(length, stream.size);
    return stream.size < miniStreamLimit ? readMini(stream, wanted) : readChain(stream.first, wanted);
  };
  return { names: streams.map((stream) => stream.name), start, stream: (name) => start(name, bytes.length) };
}

// The sectors that hold the allocation table: 109 are named in the header, those of larger files in a chain of sectors of their own.
function tableSectors(bytes: Buffer, { sectorBytes, sectorCount }: { sectorBytes: number; sectorCount: number }): number[] {
  const tables: number[] = [];
  for (let i = 0; i < tablesInHeader; i++) tables.push(numberAt(bytes, 76 + i * 4));
  const perSector = sectorBytes / 4 - 1;
  let sector = numberAt(bytes, 68);
  for (let steps = 0; sector < endOfChain && steps < sectorCount && tables.length < sectorCount; steps++) {
    const at = (sector + 1) * sectorBytes;
    for (let i = 0; i < perSector; i++) tables.push(numberAt(bytes, at + i * 4));
    sector = numberAt(bytes, at + perSector * 4);
  }
  return tables;
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
