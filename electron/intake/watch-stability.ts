/**
 * When a file counts as completely written: size and time were the same in two listings some time apart. A text that breaks off in the
 * middle of a line, or a zip container without its end, is given longer, because its writer may only be pausing.
 */
import type { FoundFile } from './watch-listing.ts';

export class Stability {
  private readonly seen = new Map<string, { size: number; modifiedMs: number; sinceMs: number }>();
  private readonly quietMs: number;

  constructor(quietMs: number) {
    this.quietMs = quietMs;
  }

  /** The files among these that have stopped changing, by a monotonic clock; what is no longer listed is forgotten. Empty files are never ready. */
  settled(files: readonly FoundFile[], nowMs: number): FoundFile[] {
    const listed = new Set(files.map((file) => file.relativePath));
    for (const path of this.seen.keys()) if (!listed.has(path)) this.seen.delete(path);
    return files.filter((file) => {
      const before = this.seen.get(file.relativePath);
      if (before?.size === file.size && before.modifiedMs === file.modifiedMs) return file.size > 0 && nowMs - before.sinceMs >= this.quietMs;
      this.seen.set(file.relativePath, { size: file.size, modifiedMs: file.modifiedMs, sinceMs: nowMs });
      return false;
    });
  }

  /** For how long the file has looked as it does now. */
  quietFor(file: FoundFile, nowMs: number): number {
    const before = this.seen.get(file.relativePath);
    return before?.size === file.size && before.modifiedMs === file.modifiedMs ? nowMs - before.sinceMs : 0;
  }
}

/** How much of a file's end `looksWhole` needs. */
export const tailBytes = 65_557; // the longest end record of a zip container

/** False where the bytes break off: a zip container without end record, a text without a final line end. */
export function looksWhole(head: Uint8Array, tail: Uint8Array): boolean {
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04) return hasZipEnd(tail);
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isUtf16 && head.includes(0)) return true; // another binary kind: its reader says whether it is whole
  const text = tail.filter((byte) => byte !== 0 && byte !== 0x20 && byte !== 0x09);
  const last = text.at(-1);
  return last === 0x0a || last === 0x0d || last === 0x3e || last === 0x1a; // line ends, the > of a closing tag, the end mark of DOS
}

function hasZipEnd(tail: Uint8Array): boolean {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail[at] === 0x50 && tail[at + 1] === 0x4b && tail[at + 2] === 0x05 && tail[at + 3] === 0x06) return true;
  }
  return false;
}
