/** Cell references as they stand in a sheet: “F42”, “B2:D9”. */
import type { MergedRange } from '../../../../shared/intake/cells.ts';
import { limits } from '../../limits.ts';

export interface Place {
  row: number;
  column: number;
}

/** Null for anything that is not a cell of a sheet of Excel. */
export function parseReference(text: string): Place | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row >= 1 && row <= limits.rows && column <= limits.columns ? { row, column } : null;
}

export function parseRange(text: string): MergedRange | null {
  const [first, second] = text.split(':');
  const from = parseReference(first ?? '');
  const to = second === undefined ? from : parseReference(second);
  if (!from || !to) return null;
  return {
    fromRow: Math.min(from.row, to.row),
    fromColumn: Math.min(from.column, to.column),
    toRow: Math.max(from.row, to.row),
    toColumn: Math.max(from.column, to.column),
  };
}
