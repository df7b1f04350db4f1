/**
 * The fast path. Nearly every cell of a large sheet is written <c r="B2" s="1" t="s"><v>12</v></c>, one behind the other: such a run is
 * read in one loop over the bytes. At the first byte that is unusual it stops, and the scanner goes on tag by tag from there.
 */
import { limits } from '../../limits.ts';
import { parseNumber } from './cell-value.ts';

export interface PlainCellSink {
  rowNumber: number;
  /** Column of the cell read last. */
  column: number;
  putNumber(value: number, style: number): void;
  putShared(index: number): void;
}

/** A plain cell is shorter; nearer to the end of the buffer the scanner takes over, so that no byte has to be looked for beyond it. */
const longest = 128;
const quote = 34;
const equals = 61;

/** Reads the cells that begin at `from`; returns the position behind the last one it could read whole. */
export function readPlainCells(buffer: Buffer, from: number, sink: PlainCellSink): number {
  const { rowNumber } = sink;
  const last = buffer.length - longest;
  let start = from;
  while (start < last && buffer[start] === 60 && buffer[start + 1] === 99) {
    let at = start + 2;
    let column = sink.column + 1;
    let style = 0;
    let shared = false;
    while (buffer[at] === 32 && buffer[at + 2] === equals && buffer[at + 3] === quote) {
      const name = buffer[at + 1];
      at += 4;
      let code = buffer[at] ?? 0;
      if (name === 114) {
        column = 0;
        for (; code >= 65 && code <= 90 && column < limits.columns; code = buffer[++at] ?? 0) column = column * 26 + code - 64;
        let row = 0;
        for (; code >= 48 && code <= 57 && row < limits.rows; code = buffer[++at] ?? 0) row = row * 10 + code - 48;
        if (row !== rowNumber || column === 0 || column > limits.columns) return start;
      } else if (name === 115) {
        for (; code >= 48 && code <= 57 && style < limits.rows; code = buffer[++at] ?? 0) style = style * 10 + code - 48;
      } else if (name === 116 && (code === 115 || code === 110)) {
        shared = code === 115;
        at++;
      } else return start;
      if (buffer[at] !== quote) return start;
      at++;
    }
    if (buffer[at] === 47 && buffer[at + 1] === 62) {
      sink.column = column;
      start = at + 2;
      continue;
    }
    if (buffer[at] !== 62 || buffer[at + 1] !== 60 || buffer[at + 2] !== 118 || buffer[at + 3] !== 62) return start;
    const valueStart = at + 4;
    at = valueStart;
    let whole = 0;
    let code = buffer[at] ?? 0;
    const valueLimit = valueStart + 32;
    for (; code >= 48 && code <= 57 && at < valueLimit; code = buffer[++at] ?? 0) whole = whole * 10 + code - 48;
    const isWhole = code === 60 && at > valueStart && at - valueStart <= 15;
    while (buffer[at] !== 60 && at < valueLimit) at++;
    const value = isWhole ? whole : parseNumber(buffer, valueStart, at);
    if (Number.isNaN(value) || !endsCell(buffer, at)) return start;
    sink.column = column;
    if (shared) sink.putShared(value);
    else sink.putNumber(value, style);
    start = at + 8;
  }
  return start;
}

// </v></c>
function endsCell(buffer: Buffer, at: number): boolean {
  return (
    buffer[at + 1] === 47 &&
    buffer[at + 2] === 118 &&
    buffer[at + 3] === 62 &&
    buffer[at + 4] === 60 &&
    buffer[at + 5] === 47 &&
    buffer[at + 6] === 99 &&
    buffer[at + 7] === 62
  );
}
