/**
 * Rows taken apart as a profile says: a number and a name that share a cell, and columns that repeat the same fields side by side. Rows
 * made from one keep its number; the sheet keeps its cells as they are.
 */
import { cellText, type Cell, type Row } from '../../shared/intake/cells.ts';
import { isBlank } from './find-tables-cells.ts';
import type { FoundTable } from './found-table.ts';
import type { Layout } from './interpret-layout.ts';

const numberThenName = /^\s*([\p{L}]{0,4}\d[\d.\-/]*)(?:\s*[·•|:]\s*|\s+-\s+|\s+)(\p{L}.*)$/u;

/** “5012 · Steel” → the number and the name; null when the text does not begin with a number and go on with a word. */
export function numberAndName(text: string): { number: string; name: string } | null {
  const match = numberThenName.exec(text.replace(/\s+/gu, ' '));
  return match?.[1] && match[2] ? { number: match[1], name: match[2].trim() } : null;
}

/** Leaves the number in its cell and puts the name into a column of its own behind the table. */
export function splitColumns(table: FoundTable, layout: Layout): void {
  for (const { column, header } of layout.split) {
    const made = Math.max(...table.columns.map((one) => one.column), ...table.rows.slice(0, 200).map(({ cells }) => cells.length)) + 1;
    table.columns = [...table.columns, { column: made, header }];
    table.rows = table.rows.map((row) => {
      const parts = numberAndName(cellText(row.cells[column - 1] ?? null));
      if (!parts) return row;
      const cells = padded(row.cells, made);
      cells[column - 1] = parts.number;
      cells[made - 1] = parts.name;
      return { ...row, cells };
    });
  }
}

/**
 * Makes a row of every further group of columns that holds something, written into the columns of the second group; the row itself
 * keeps the first. A total row of such columns is the sum of no column, so none is held against them.
 */
export function repeatRows(table: FoundTable, layout: Layout): void {
  const [own, target] = layout.repeats;
  if (!own || !target) return;
  table.rows = table.rows.flatMap((row) => partsOf(row, { own, target, groups: layout.repeats.slice(1) }));
  table.totalRows = [];
}

function partsOf(row: Row, at: { own: readonly number[]; target: readonly number[]; groups: readonly (readonly number[])[] }): Row[] {
  const filled = at.groups.filter((group) => group.some((column) => !isBlank(row.cells[column - 1])));
  if (filled.length === 0) return [row];
  const cleared = padded(row.cells, Math.max(...at.target));
  for (const group of at.groups) for (const column of group) if (column <= cleared.length) cleared[column - 1] = null;
  const rest = [...cleared];
  for (const column of at.own) rest[column - 1] = null;
  const first = at.own.some((column) => !isBlank(row.cells[column - 1]) && !isZero(row.cells[column - 1])) ? [{ ...row, cells: cleared }] : [];
  const others = filled.map((group) => {
    const cells = [...rest];
    group.forEach((column, index) => (cells[(at.target[index] ?? column) - 1] = row.cells[column - 1] ?? null));
    return { ...row, cells };
  });
  return [...first, ...others];
}

function isZero(cell: Cell | undefined): boolean {
  return /^[0.,:]+$/u.test(cellText(cell ?? null).trim());
}

function padded(cells: readonly Cell[], width: number): Cell[] {
  return Array.from({ length: Math.max(cells.length, width) }, (_, index) => cells[index] ?? null);
}

/** The rows of a table by the row of the file they come from. */
export function* bySource(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let index = 0; index < rows.length;) {
    const first = rows[index];
    let end = index + 1;
    while (first && rows[end]?.number === first.number) end += 1;
    yield rows.slice(index, end);
    index = end;
  }
}
