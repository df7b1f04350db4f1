/** A grid on its sheet: one head row, group rows over their leaves (outlined), live formulas with the view's values cached. */
import type { Cell, Worksheet } from 'exceljs';
import type { Grid, GridColumn, GridRow } from '../../shared/areas/view.ts';
import { dayNumber } from '../../shared/kit/iso-date.ts';
import { isMissing, printCell } from './print-grid.ts';
import { gridFormulas } from './sheet-formulas.ts';
import { colors, columnLetter, effectFont, fontOf, formatOfColumn, headRow, putText, writeHead, type SheetFrame } from './sheet-style.ts';

const dayMs = 86_400_000;

export function writeGridSheet(sheet: Worksheet, grid: Grid): Pick<SheetFrame, 'columns' | 'rows' | 'frozenColumns'> {
  writeHead(sheet, grid.columns.map(headOf), (index) => isNumeric(grid.columns[index]));
  const rowNumbers = new Map(grid.rows.map((row, index) => [row.key, headRow + 1 + index]));
  const columnNumbers = new Map(grid.columns.map((column, index) => [column.field, index + 1]));
  const depths = depthsOf(grid);
  const formulas = gridFormulas(
    grid,
    (field) => columnLetter(columnNumbers.get(field) ?? 1),
    (key) => rowNumbers.get(key) ?? headRow,
  );
  grid.rows.forEach((row, index) => {
    const line = sheet.getRow(headRow + 1 + index);
    line.outlineLevel = Math.min(7, depths.get(row.key) ?? 0);
    grid.columns.forEach((column, position) => {
      const cell = line.getCell(position + 1);
      writeCell(cell, { row, column, formula: formulas.get(row.key)?.get(column.field) ?? null });
      dress(cell, row, column);
    });
  });
  grid.footnotes.forEach((note, index) => {
    const cell = sheet.getCell(headRow + 2 + grid.rows.length + index, 1);
    putText(cell, note);
    cell.font = fontOf({ color: { argb: colors.mid } });
  });
  sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  grid.columns.forEach((column, index) => (sheet.getColumn(index + 1).width = widthOf(grid, column)));
  const firstNumber = grid.columns.findIndex((column) => isNumeric(column));
  return { columns: grid.columns.length, rows: grid.rows.length, frozenColumns: Math.min(3, Math.max(1, firstNumber)) };
}

function headOf(column: GridColumn): string {
  const isSaid = column.unit === '' || column.label.includes(column.unit) || column.group.split(/[ ,]+/).includes(column.unit);
  const unit = isSaid ? '' : `, ${column.unit}`;
  return column.group === '' || column.kind === 'effect' ? `${column.label}${unit}` : `${column.label}${unit}\n${column.group}`;
}

function isNumeric(column: GridColumn | undefined): boolean {
  return column !== undefined && (column.kind === 'number' || column.kind === 'percent' || column.kind === 'money' || column.kind === 'age');
}

function writeCell(cell: Cell, what: { row: GridRow; column: GridColumn; formula: string | null }): void {
  const { row, column, formula } = what;
  const value = row.cells[column.field] ?? null;
  if (value === null) {
    if (isNumeric(column) && isMissing(row, column)) cell.value = 'n/a';
    return;
  }
  if (typeof value === 'string') {
    const days = column.kind === 'date' ? dayNumber(value) : null;
    if (days === null) {
      putText(cell, value);
    } else {
      cell.value = new Date(days * dayMs);
      cell.numFmt = 'yyyy-mm-dd';
    }
    return;
  }
  if (!Number.isFinite(value)) return;
  cell.value = formula === null ? value : { formula, result: value };
  cell.numFmt = formatOfColumn(column);
}

function dress(cell: Cell, row: GridRow, column: GridColumn): void {
  const letter = printCell(row, column).letter;
  const effect = letter === '' ? null : letter;
  const isSum = row.kind !== 'leaf';
  cell.font = effectFont(effect, isSum);
  const isFirst = Number(cell.col) === 1;
  cell.alignment = isNumeric(column) ? { horizontal: 'right' } : { horizontal: 'left', indent: isFirst ? 0 : 1 };
  if (isSum) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: row.kind === 'total' ? colors.total : colors.group } };
  if (row.kind === 'total') cell.border = { top: { style: 'thin', color: { argb: colors.ink } } };
}

function depthsOf(grid: Grid): Map<string, number> {
  const parents = new Map(grid.rows.map((row) => [row.key, row.parent]));
  const depth = (key: string): number => {
    let levels = 0;
    for (let parent = parents.get(key) ?? null; parent !== null && levels < 8; parent = parents.get(parent) ?? null) levels++;
    return levels;
  };
  return new Map(grid.rows.map((row) => [row.key, depth(row.key)]));
}

// Characters; Excel's default font is about 7 pixels a character.
function widthOf(grid: Grid, column: GridColumn): number {
  const longest = Math.max(0, ...grid.rows.slice(0, 200).map((row) => String(row.cells[column.field] ?? '').length));
  const head = Math.max(
    ...headOf(column)
      .split(/[\n ]/)
      .map((word) => word.length),
  );
  if (isNumeric(column)) return Math.max(10, head + 2);
  return Math.min(60, Math.max(column.kind === 'effect' ? 6 : 9, head + 2, longest + 3));
}
