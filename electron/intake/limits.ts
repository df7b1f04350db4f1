/**
 * The one table of what a file may ask of us (reliability promise S1). A file over a limit is refused early, with little memory spent;
 * a file just below it is read. Everything that reads untrusted bytes takes its bounds from here.
 */
import { Fault } from '../../shared/faults.ts';

const megabyte = 1024 * 1024;

export const limits = {
  /** Bytes of the file as the user has it (a gzip-compressed archive copy is counted unpacked). */
  fileBytes: 50 * megabyte,
  /** Bytes all parts of a workbook inflate to, counted while streaming: headers lie. */
  inflatedBytes: 300 * megabyte,
  /** Inflated bytes over compressed bytes of one part … */
  inflationRatio: 100,
  /** … looked at once a part inflates beyond this: small parts compress well and harm nobody. */
  inflationRatioFrom: megabyte,
  /** Files inside a workbook. */
  zipEntries: 2_000,
  sheets: 256,
  /** Highest row and column number, as in Excel. */
  rows: 1_048_576,
  columns: 16_384,
  /** Non-empty cells of a file. */
  cells: 2_000_000,
  /** Rows times their last used column: the room the cells take, empty ones between them included. */
  gridCells: 20_000_000,
  /** Cells covered by the merged ranges of a sheet; counted, never built. */
  mergedCells: 2_000_000,
  xmlDepth: 128,
  /** Bytes of one XML tag with its attributes. */
  tagBytes: 64 * 1024,
  /** UTF-16 units of one cell's text, as in Excel. */
  cellCharacters: 32_767,
  /** UTF-16 units of one record of delimited text. */
  recordCharacters: megabyte,
  /** Columns of delimited text. */
  textColumns: 1_024,
} as const;

/** `file-too-large`: what is over which limit, and what to do about it. */
export function overLimit(what: string, limit: number): Fault {
  return new Fault(
    'file-too-large',
    `${what}; at most ${limit.toLocaleString('en-US')} can be read. Save a copy with only the sheet and period you need and import that.`,
  );
}

/** Cap of the reader child's JavaScript heap. */
export const readerHeapMegabytes = 512;

export interface ReaderTimes {
  /** Without a single answer for so long, the child hangs. */
  stallMs: number;
  /** For one file in all. */
  totalMs: number;
  /** A cancelled child that doesn't stop by itself is replaced after this. */
  cancelMs: number;
  /** A child without work gives its memory back after this. */
  idleMs: number;
}

export const readerTimes: ReaderTimes = { stallMs: 20_000, totalMs: 600_000, cancelMs: 2_000, idleMs: 60_000 };
