/**
 * A view's grid as a printed table: columns measured so that nothing is squeezed, group rows with their subtotal under the group,
 * long lists cut with the rest left to the workbook.
 */
import type { Effect, Grid, GridColumn, GridRow } from '../../shared/areas/view.ts';
import type { FontMetrics } from './font-metrics.ts';
import type { Letter, PrintCell, PrintColumn, PrintGrid, PrintRow } from './pack-document.ts';
import { displayFactor, notDefined, printDay, printNumber } from './print-number.ts';

/** More leaf rows than this are cut to `shownRows`. */
const mostRows = 60;
const shownRows = 40;
const letterRoom = 9;
const groupGap = 7;

/** What a page needs to be landscape for. */
export function printedColumns(grid: Grid): GridColumn[] {
  const shown = grid.columns.filter((column) => !column.wideOnly);
  // A column nobody filled says nothing.
  const filled = shown.filter((column) => grid.rows.some((row) => (row.cells[column.field] ?? '') !== ''));
  return filled.length > 0 ? filled : shown;
}

export function printGrid(grid: Grid, pageWidth: number, font: FontMetrics): PrintGrid {
  const columns = printedColumns(grid);
  const { rows, hidden } = cut(grid.rows);
  const printed = printRows(rows, columns);
  const heads = columns.map((column, index) => headOf(column, columns, index));
  const { widths, textSize } = measure(heads, printed, { pageWidth, font });
  return {
    title: grid.title,
    caption: grid.caption,
    textSize,
    columns: heads.map((head, index) => ({ ...head, width: widths[index] ?? 0 })),
    groups: columnGroups(columns),
    rows: printed,
    more: hidden === 0 ? '' : `${printNumber(hidden, 0)} more ${hidden === 1 ? 'row' : 'rows'} in the workbook`,
    footnotes: grid.footnotes,
  };
}

/** One cell as text, with F or U where the row says so and the column shows it. */
export function printCell(row: GridRow, column: GridColumn): PrintCell {
  const value = row.cells[column.field] ?? null;
  const letter = letterOf(row, column);
  if (value === null) return { text: isMissing(row, column) ? notDefined : '', letter: '' };
  if (column.kind === 'effect') return { text: value === 'F' || value === 'U' ? value : '', letter: value === 'F' || value === 'U' ? value : '' };
  if (typeof value === 'number')
    return { text: printNumber(value * displayFactor(column.kind, column.unit), column.decimals, isVariance(row, column)), letter };
  if (column.kind === 'date') return { text: /^\d{4}-\d{2}-\d{2}$/.test(value) ? printDay(value) : value, letter };
  return { text: value, letter };
}

/** True where an empty cell means “not defined”: not in a sum of a column that has no sum, such as an age. */
export function isMissing(row: GridRow, column: GridColumn): boolean {
  if (row.kind === 'group' || isTextual(column)) return false;
  return row.kind === 'leaf' || column.kind === 'percent';
}

/** The text that names a group or total row: its first text cell. */
export function rowLabel(row: GridRow, columns: readonly GridColumn[]): string {
  for (const column of columns) {
    const value = row.cells[column.field];
    if (typeof value === 'string' && value !== '' && column.kind !== 'effect') return value;
  }
  return row.kind === 'total' ? 'Total' : '';
}

function isTextual(column: GridColumn): boolean {
  return column.kind === 'text' || column.kind === 'code' || column.kind === 'status' || column.kind === 'date' || column.kind === 'effect';
}

function isVariance(row: GridRow, column: GridColumn): boolean {
  return column.effectField !== null || (row.effects[column.field] ?? null) !== null;
}

function letterOf(row: GridRow, column: GridColumn): Letter {
  const own = row.effects[column.field] ?? null;
  if (own !== null) return own;
  if (column.effectField === null) return '';
  const named: Effect = row.effects[column.effectField] ?? null;
  const cell = row.cells[column.effectField];
  return named ?? (cell === 'F' || cell === 'U' ? cell : '');
}

function headOf(column: GridColumn, columns: readonly GridColumn[], index: number): PrintColumn {
  const isSaid = column.label.includes(column.unit) || column.group.split(/[ ,]+/).includes(column.unit);
  const unit = isSaid ? '' : column.unit;
  const shownByNeighbour = column.effectField !== null && columns.some((other) => other.kind === 'effect' && other.field === column.effectField);
  const previous = columns[index - 1];
  const followsLettered = column.kind === 'percent' && previous !== undefined && previous.effectField !== null && previous.group === column.group;
  return {
    label: unit === '' ? column.label : `${column.label}, ${unit}`,
    align: isTextual(column) ? 'left' : 'right',
    width: 0,
    lettered: column.effectField !== null && !shownByNeighbour && !followsLettered,
    strong: /^actual\b/i.test(column.label),
    dim: column.kind === 'code',
    gap: index > 0 && column.group !== (previous?.group ?? '') && column.group !== '',
  };
}

function columnGroups(columns: readonly GridColumn[]): PrintGrid['groups'] {
  const groups: PrintGrid['groups'] = [];
  columns.forEach((column, index) => {
    const last = groups.at(-1);
    if (last && last.label === column.group && last.to === index) last.to = index + 1;
    else groups.push({ label: column.group, from: index, to: index + 1 });
  });
  return groups.some((group) => group.label !== '') ? groups : [];
}

// Keeps totals, and the groups of the leaves that stay.
function cut(rows: readonly GridRow[]): { rows: GridRow[]; hidden: number } {
  const leaves = rows.filter((row) => row.kind === 'leaf');
  if (leaves.length <= mostRows) return { rows: [...rows], hidden: 0 };
  const kept = new Set(leaves.slice(0, shownRows).map((row) => row.key));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  for (const key of [...kept]) {
    for (let parent = byKey.get(key)?.parent ?? null; parent !== null; parent = byKey.get(parent)?.parent ?? null) kept.add(parent);
  }
  return { rows: rows.filter((row) => row.kind === 'total' || kept.has(row.key)), hidden: leaves.length - shownRows };
}

function printRows(rows: readonly GridRow[], columns: readonly GridColumn[]): PrintRow[] {
  const printed: PrintRow[] = [];
  const open: GridRow[] = [];
  const leaves = new Map<string, number>();
  for (const row of rows) if (row.kind === 'leaf' && row.parent !== null) leaves.set(row.parent, (leaves.get(row.parent) ?? 0) + 1);
  // Leaves stand flush under their group, unless others without a group stand beside them.
  const outermost = rows.some((row) => row.kind === 'leaf' && row.parent === null) ? 0 : 1;
  const close = (row: GridRow): void => {
    const hasFigures = columns.some((column) => typeof row.cells[column.field] === 'number');
    if (!hasFigures || leaves.get(row.key) === 1) return;
    printed.push(sumRow(row, columns, { kind: 'subtotal', label: `${rowLabel(row, columns)}, total`, depth: open.length }));
  };
  for (const row of rows) {
    while (open.length > 0 && open.at(-1)?.key !== row.parent) {
      const ended = open.pop();
      if (ended) close(ended);
    }
    const cells = columns.map((column) => printCell(row, column));
    if (row.kind === 'group') {
      printed.push({ kind: 'group', label: rowLabel(row, columns), labelSpan: columns.length, depth: open.length, indent: open.length, cells: [] });
      open.push(row);
    } else if (row.kind === 'total') {
      printed.push(sumRow(row, columns, { kind: 'total', label: rowLabel(row, columns), depth: open.length }));
    } else {
      printed.push({ kind: 'leaf', label: '', labelSpan: 0, depth: open.length, indent: Math.max(0, open.length - outermost), cells });
    }
  }
  for (let ended = open.pop(); ended; ended = open.pop()) close(ended);
  return printed;
}

// The name of a sum runs over the text columns before the first figure.
function sumRow(row: GridRow, columns: readonly GridColumn[], named: Pick<PrintRow, 'kind' | 'label' | 'depth'>): PrintRow {
  const cells = columns.map((column) => printCell(row, column));
  const figures = columns.findIndex((column) => !isTextual(column) || column.kind === 'effect');
  const labelSpan = figures === -1 ? columns.length : figures;
  const texts = cells.slice(0, labelSpan).flatMap((cell) => (cell.text === '' ? [] : [cell.text]));
  // A total may spread its name over several text cells.
  const label = named.kind === 'total' && texts.length > 1 ? texts.join(' ') : named.label;
  return { ...named, label, labelSpan, indent: named.depth, cells };
}

interface Space {
  pageWidth: number;
  font: FontMetrics;
}

/** Number columns take what they need; text columns share what is left and wrap; what remains goes to all alike. */
function measure(heads: readonly PrintColumn[], rows: readonly PrintRow[], space: Space): { widths: number[]; textSize: number } {
  for (const textSize of [8.5, 8, 7.5, 7, 6.5]) {
    const widths = fit(heads, rows, { ...space, textSize });
    if (widths) return { widths, textSize };
  }
  const even = space.pageWidth / Math.max(1, heads.length);
  return { widths: heads.map(() => even), textSize: 6 };
}

function fit(heads: readonly PrintColumn[], rows: readonly PrintRow[], space: Space & { textSize: number }): number[] | null {
  const { font, textSize } = space;
  const padding = 7;
  // Half a step wider: bold cells are up to 6 % wider than the regular cut that is measured.
  const widthOf = (text: string): number => font.width(text, textSize) * 1.07;
  const headWidth = (text: string): number => Math.max(...text.split(' ').map((word) => font.width(word, 7.4) * 1.02));
  const natural = heads.map((head, index) => {
    const cells = rows.flatMap((row) => (row.kind === 'group' || index < row.labelSpan || !row.cells[index] ? [] : [widthOf(row.cells[index].text)]));
    return Math.max(headWidth(head.label), 0, ...cells) + padding + (head.lettered ? letterRoom : 0) + (head.gap ? groupGap : 0);
  });
  const least = heads.map((head, index) => {
    const own = natural[index] ?? 0;
    return head.align === 'right' || own < 60 ? own : Math.max(60, Math.min(own, own * 0.45));
  });
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const missing = sum(natural) - space.pageWidth;
  if (sum(least) > space.pageWidth) return null;
  if (missing > 0) {
    const give = sum(natural.map((width, index) => width - (least[index] ?? 0)));
    return natural.map((width, index) => width - ((width - (least[index] ?? 0)) * missing) / give);
  }
  // A head of several words likes one line: it may take some of the room first.
  const wished = heads.map((head, index) =>
    Math.max(natural[index] ?? 0, Math.min(font.width(head.label, 7.4) * 1.03 + padding + (head.lettered ? letterRoom : 0), (natural[index] ?? 0) + 36)),
  );
  const widths = sum(wished) <= space.pageWidth ? wished : natural;
  const room = space.pageWidth - sum(widths);
  const share = Math.min(room / widths.length, 26);
  const firstText = Math.max(
    0,
    heads.findIndex((head) => head.align === 'left' && !head.dim),
  );
  return widths.map((width, index) => width + share + (index === firstText ? room - share * widths.length : 0));
}
