/** What cells and rows look like before anything is interpreted. */
import { cellText, type Cell, type Row, type Sheet } from '../../shared/intake/cells.ts';
import { remembering } from './coerce-memo.ts';
import { parseDateText } from './coerce-dates.ts';
import { numberBody } from './coerce-numbers.ts';

/** Whether a sheet holds any value at all. */
export function hasValues(sheet: Sheet): boolean {
  return sheet.rows.some((row) => row.cells.some((cell) => !isBlank(cell)));
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

export function looksTyped(cell: Cell | undefined): boolean {
  if (isBlank(cell) || cell === null || cell === undefined) return false;
  if (typeof cell !== 'string') return true;
  return isTyped(cell);
}

const isTyped = remembering((text) => numberBody(text) !== null || parseDateText(text) !== null);

export function filled(row: Row): number {
  let count = 0;
  for (const cell of row.cells) if (!isBlank(cell)) count += 1;
  return count;
}

export function signature(row: Row): string {
  return row.cells
    .map((cell) => cellText(cell).trim())
    .join('\u0001')
    .replace(/\u0001+$/u, '');
}

export function isRule(row: Row): boolean {
  return row.cells.every((cell) => isBlank(cell) || (typeof cell === 'string' && /^[-=_*.\s]{2,}$/u.test(cell)));
}

export function typedShare(rows: readonly Row[], column: number): number {
  let typed = 0;
  let count = 0;
  for (const row of rows) {
    const cell = row.cells[column];
    if (isBlank(cell)) continue;
    count += 1;
    if (looksTyped(cell)) typed += 1;
  }
  return count === 0 ? 0 : typed / count;
}

// The width most rows have, leaning to the wider ones: titles and footers are narrow.
export function typicalWidth(rows: readonly Row[]): number {
  const widths = rows
    .slice(0, 400)
    .map(filled)
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.7)] ?? 0;
}
