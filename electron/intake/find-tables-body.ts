/** The rows below a head: which are data, which are totals, footers or repeated heads, and which columns they fill. */
import { cellText, type Cell, type MergedRange, type Row } from '../../shared/intake/cells.ts';
import { filled, isBlank, isRule, looksTyped, signature, typicalWidth } from './find-tables-cells.ts';
import { parseHeader, idToken } from './headers.ts';
import { isTotalRow } from './totals.ts';

export interface NamedColumn {
  column: number; // 1-based
  header: string;
  /** What was done with the column's cells. */
  note?: string;
}

/** Columns without a header count only while they carry values in most rows. */
export function namedColumns(texts: readonly string[], body: readonly Row[]): NamedColumn[] {
  const columns: NamedColumn[] = [];
  const looked = body.slice(0, 50);
  const width = Math.max(texts.length, ...looked.map((row) => row.cells.length));
  for (let column = 0; column < width; column += 1) {
    const header = texts[column] ?? '';
    if (header !== '') columns.push({ column: column + 1, header });
    else if (looked.filter((row) => !isBlank(row.cells[column])).length > looked.length * 0.5) columns.push({ column: column + 1, header: '' });
  }
  return columns;
}

/** Data and total rows of a body; heads repeated on every page, rules and footers fall away. */
export function sortRows(heads: readonly Row[], columns: readonly NamedColumn[], body: readonly Row[]): { kept: Row[]; totals: Row[] } {
  const kept: Row[] = [];
  const totals: Row[] = [];
  const inside = columns.map(({ column }) => column - 1);
  const printed = heads.filter((row) => filled(row) >= 2).map((row) => ({ first: row.cells.findIndex((cell) => !isBlank(cell)), text: signature(row), row }));
  const isHead = (row: Row): boolean => printed.some((head) => row.cells[head.first] === head.row.cells[head.first] && signature(row) === head.text);
  const rows = body.filter((row) => !isHead(row) && inside.some((column) => !isBlank(row.cells[column])));
  const width = typicalWidth(rows);
  let lastData = -1;
  rows.forEach((row, index) => {
    if (!isFooterLike(row, inside, width)) lastData = index;
  });
  for (const row of rows.slice(0, lastData + 1)) {
    if (isRule(row)) continue;
    if (isTotalRow(row, inside)) totals.push(row);
    else kept.push(row);
  }
  return { kept, totals };
}

// "Generated on …", "Page 3 of 4", notes: one text cell in a table of three columns or more, nothing after it but more of the same.
function isFooterLike(row: Row, inside: readonly number[], width: number): boolean {
  const present = inside.filter((column) => !isBlank(row.cells[column]));
  const only = present[0];
  if (only === undefined || present.length !== 1 || width < 2 || (width === 2 && only !== inside[0])) return false;
  return typeof row.cells[only] === 'string' && !looksTyped(row.cells[only]);
}

export function countExtra(rows: readonly Row[], columns: readonly NamedColumn[]): number {
  const last = columns.at(-1)?.column ?? 0;
  let extra = 0;
  for (const row of rows) for (let column = last; column < row.cells.length; column += 1) if (!isBlank(row.cells[column])) extra += 1;
  return extra;
}

/** Cells merged downwards hold their value for every row they cover; groups written once are filled down. Rows are copied before they change. */
export function filledDown(rows: Row[], columns: readonly NamedColumn[], merges: readonly MergedRange[]): { rows: Row[]; columns: NamedColumn[] } {
  const merged = mergedDown(rows, merges);
  const leading = groupedColumns(merged, columns);
  if (leading.length === 0) return { rows: merged, columns: [...columns] };
  const carried = new Map<number, Cell>();
  const result = merged.map((row) => {
    const cells = [...row.cells];
    for (const column of leading) {
      if (!isBlank(cells[column])) carried.set(column, cells[column] ?? null);
      else cells[column] = carried.get(column) ?? null;
    }
    return { ...row, cells };
  });
  const note = 'filled down: the file writes it on the first row of each group';
  return { rows: result, columns: columns.map((one) => (leading.includes(one.column - 1) ? { ...one, note } : one)) };
}

function mergedDown(rows: Row[], merges: readonly MergedRange[]): Row[] {
  const down = merges.filter((merge) => merge.toRow > merge.fromRow);
  if (down.length === 0) return rows;
  const at = new Map(rows.map((row, index) => [row.number, index] as const));
  const result = [...rows];
  for (const merge of down) {
    const value = result[at.get(merge.fromRow) ?? -1]?.cells[merge.fromColumn - 1] ?? null;
    if (isBlank(value)) continue;
    for (let number = merge.fromRow + 1; number <= merge.toRow; number += 1) {
      const index = at.get(number);
      const row = index === undefined ? undefined : result[index];
      if (index === undefined || !row || !isBlank(row.cells[merge.fromColumn - 1])) continue;
      const cells = [...row.cells];
      while (cells.length < merge.fromColumn) cells.push(null);
      cells[merge.fromColumn - 1] = value;
      result[index] = { ...row, cells };
    }
  }
  return result;
}

// Leading columns of words, written on the first row of each group only: blank directly below a value, every group once, the rest filled.
function groupedColumns(rows: readonly Row[], columns: readonly NamedColumn[]): number[] {
  const looked = rows.slice(0, 2_000);
  if (looked.length < 4 || columns.length < 3) return [];
  const grouped: number[] = [];
  for (const { column, header } of columns) {
    const at = column - 1;
    if (!isGrouped(looked, at, header)) break;
    grouped.push(at);
  }
  const next = columns[grouped.length];
  if (grouped.length === 0 || grouped.length > columns.length - 2 || !next) return [];
  const always = looked.every((row) => !isBlank(row.cells[next.column - 1]));
  return always ? grouped : [];
}

function isGrouped(rows: readonly Row[], at: number, header: string): boolean {
  if (isBlank(rows[0]?.cells[at]) || header === '' || parseHeader(header).words.includes(idToken)) return false;
  const written = rows.flatMap((row) => (isBlank(row.cells[at]) ? [] : [row.cells[at] ?? null]));
  const words = new Set(written.map((cell) => cellText(cell).trim().toLowerCase()));
  if (written.length < 2 || words.size < written.length || written.length > rows.length * 0.67) return false;
  if (isOptional(rows, at, words)) return false;
  return written.every((cell) => typeof cell === 'string' && !looksTyped(cell));
}

// Left empty here and there rather than written once a group: many values stand for their own row alone, or name other rows of the table.
function isOptional(rows: readonly Row[], at: number, words: ReadonlySet<string>): boolean {
  const alone = rows.filter((row, index) => !isBlank(row.cells[at]) && index + 1 < rows.length && !isBlank(rows[index + 1]?.cells[at])).length;
  const named = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell, column) => (column !== at && typeof cell === 'string' ? [cell.trim().toLowerCase()] : []))),
  );
  return alone * 4 > words.size || [...words].filter((word) => named.has(word)).length * 2 > words.size;
}
