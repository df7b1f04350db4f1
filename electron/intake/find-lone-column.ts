/**
 * A list of one column: figures alone below their name, however much prose stands above. Nothing in it says what is measured, so it is
 * only ever asked about.
 */
import { cellText, type Row, type Sheet } from '../../shared/intake/cells.ts';
import { filled, isBlank } from './find-tables-cells.ts';
import { isHeadText } from './find-tables-heads.ts';
import type { FoundTable } from './found-table.ts';
import { numberBody } from './coerce-numbers.ts';

/** Fewer figures below one another are more likely part of a letter or a form. */
const fewest = 5;

/** The run of lone figures that ends a sheet; null when the sheet ends in anything else. */
export function findLoneColumn(sheet: Sheet, index: number): FoundTable | null {
  const last = sheet.rows.at(-1);
  const column = last?.cells.findIndex((cell) => !isBlank(cell)) ?? -1;
  if (!last || column < 0) return null;
  let from = sheet.rows.length;
  while (from > 0 && isLoneFigure(sheet.rows[from - 1], column)) from -= 1;
  const rows = sheet.rows.slice(from);
  if (rows.length < fewest) return null;
  const above = sheet.rows[from - 1];
  const cell = above && filled(above) === 1 ? above.cells[column] : undefined;
  const head = above && isHeadText(cell) ? above : null;
  return {
    sheet: index,
    sheetName: sheet.name,
    headerRow: head?.number ?? 0,
    headRows: head ? 1 : 0,
    lastRow: last.number,
    layout: 'list',
    stated: {},
    columns: [{ column: column + 1, header: head ? cellText(cell ?? null).trim() : '' }],
    titles: sheet.rows.slice(0, head ? from - 1 : from).flatMap((row) => row.cells.map((one) => cellText(one).trim()).filter((text) => text !== '')),
    rows,
    totalRows: [],
    hiddenRows: rows.filter((row) => row.hidden).length,
    extraCells: 0,
  };
}

function isLoneFigure(row: Row | undefined, column: number): boolean {
  if (!row || filled(row) !== 1) return false;
  const cell = row.cells[column];
  return typeof cell === 'number' || (typeof cell === 'string' && numberBody(cell) !== null);
}
