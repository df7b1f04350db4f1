/** A block of grid cells in the shape Excel takes: tab-separated text with heads, full precision, nothing that Excel would run as a formula. */
import type { GridColumn, GridRow } from '../../shared/areas/view.ts';
import { clipboardNumber, displayFactor } from './format.ts';

/** Heads and cells of a block; one cell alone goes without its head, as in Excel. */
export function blockText(columns: readonly GridColumn[], rows: readonly GridRow[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(column, row.cells[column.field] ?? null)).join('\t'));
  const isSingle = columns.length === 1 && rows.length === 1;
  return (isSingle ? lines : [columns.map((column) => textCell(headText(column))).join('\t'), ...lines]).join('\r\n');
}

/** "Budget, k€": the head of a column with its unit, where label and group don't say it already. */
export function headText(column: GridColumn): string {
  const saysUnit =
    column.unit === '' ||
    column.label === column.unit ||
    column.label.endsWith(`, ${column.unit}`) ||
    column.group.toLowerCase().endsWith(column.unit.toLowerCase());
  return saysUnit ? column.label : `${column.label}, ${column.unit}`;
}

/** How many numbers a block holds and what they add up to. */
export function blockSum(columns: readonly GridColumn[], rows: readonly GridRow[]): { cells: number; numbers: number; sum: number } {
  let numbers = 0;
  let sum = 0;
  for (const row of rows) {
    for (const column of columns) {
      const value = row.cells[column.field] ?? null;
      if (typeof value !== 'number') continue;
      numbers += 1;
      sum += value * displayFactor(column.kind, column.unit);
    }
  }
  return { cells: columns.length * rows.length, numbers, sum };
}

function cellText(column: GridColumn, value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return clipboardNumber(value * displayFactor(column.kind, column.unit));
  return textCell(value);
}

// Text from imported files may begin like a formula; the apostrophe makes Excel keep it as text.
function textCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
