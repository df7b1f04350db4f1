/** Texts in BIFF records: of bytes in the file's code page (BIFF5), or of one or two bytes a character, cut by continuation records (BIFF8). */
import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { limits, overLimit } from '../../limits.ts';
import { damaged } from '../zip.ts';

export interface Piece {
  start: number;
  end: number;
}

export type ByteDecoder = (bytes: Buffer) => string;

// What Excel calls a code page → what decodes it. Others are windows-N.
const codePages: Readonly<Record<number, string>> = {
  367: 'utf-8',
  437: 'ibm437',
  850: 'ibm850',
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10_000: 'macintosh',
  10_007: 'x-mac-cyrillic',
  32_768: 'macintosh',
  32_769: 'windows-1252',
  65_001: 'utf-8',
};

/** Texts of a file that doesn’t name its code page are UTF-8 where they can be: programs on the web write them so. */
export function byteDecoder(codePage: number | null): ByteDecoder {
  const fallback = new TextDecoder('windows-1252');
  if (codePage === null) return (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : fallback.decode(bytes));
  let decoder = fallback;
  try {
    decoder = new TextDecoder(codePages[codePage] ?? `windows-${String(codePage)}`);
  } catch (error) {
    // A code page nobody knows: its letters beyond ASCII can't be told, digits and plain letters can.
    if (!(error instanceof RangeError)) throw error;
  }
  return (bytes) => decoder.decode(bytes);
}

const wide = 1;
const eastAsian = 4;
const rich = 8;

/** Reads through the bodies of a record and its continuations as if they were one. */
export class PieceReader {
  private readonly stream: Buffer;
  private readonly pieces: readonly Piece[];
  private index = 0;
  private at: number;

  constructor(stream: Buffer, pieces: readonly Piece[]) {
    this.stream = stream;
    this.pieces = pieces;
    this.at = pieces[0]?.start ?? 0;
  }

  get atEnd(): boolean {
    this.settle();
    return this.index >= this.pieces.length;
  }

  u8(): number {
    this.settle();
    if (this.index >= this.pieces.length) throw cutOff();
    return this.stream[this.at++] ?? 0;
  }

  u16(): number {
    const low = this.u8();
    return low + this.u8() * 256;
  }

  u32(): number {
    const low = this.u16();
    return low + this.u16() * 65_536;
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0) {
      this.settle();
      const piece = this.pieces[this.index];
      if (!piece) throw cutOff();
      const step = Math.min(left, piece.end - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** A Unicode text whose length in characters was read before. */
  text(characters: number): string {
    const flags = this.u8();
    const runs = (flags & rich) === 0 ? 0 : this.u16();
    const extension = (flags & eastAsian) === 0 ? 0 : this.u32();
    const text = this.characters(characters, (flags & wide) !== 0);
    this.skip(runs * 4 + extension);
    return text;
  }

  private characters(count: number, startsWide: boolean): string {
    let isWide = startsWide;
    let text = '';
    let left = count;
    while (left > 0) {
      const piece = this.pieces[this.index];
      if (!piece) throw cutOff();
      if (this.at >= piece.end) {
        // Each continuation says anew how wide its characters are.
        this.index++;
        const following = this.pieces[this.index];
        if (!following || following.start >= following.end) throw cutOff();
        this.at = following.start;
        isWide = ((this.stream[this.at++] ?? 0) & wide) !== 0;
        continue;
      }
      const width = isWide ? 2 : 1;
      const step = Math.min(left, Math.floor((piece.end - this.at) / width));
      if (step === 0) throw cutOff();
      text += this.stream.toString(isWide ? 'utf16le' : 'latin1', this.at, this.at + step * width);
      this.at += step * width;
      left -= step;
    }
    return text;
  }

  private settle(): void {
    while (this.index < this.pieces.length && this.at >= (this.pieces[this.index]?.end ?? 0)) {
      this.index++;
      this.at = this.pieces[this.index]?.start ?? 0;
    }
  }
}

/** The table of texts cells refer to. Faults: file-corrupt, file-too-large. */
export function readSharedStrings(stream: Buffer, pieces: readonly Piece[]): string[] {
  const reader = new PieceReader(stream, pieces);
  reader.skip(4);
  const count = reader.u32();
  if (count > limits.cells) throw overLimit('The workbook holds more texts than can be read', limits.cells);
  const strings: string[] = [];
  while (strings.length < count && !reader.atEnd) strings.push(reader.text(reader.u16()));
  return strings;
}

function cutOff(): Error {
  return damaged('one of its texts is cut off');
}
