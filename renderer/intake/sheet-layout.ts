/** What the grid of a file draws where: widths, marks of rows and columns, and the slice of rows in view. Pure. */
import type { ColumnReport, TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';

export const rowHeight = 24;
export const headHeight = 48; // letters and fields above the rows

export interface Place {
  row: number; // 1-based row of the file
  column: number; // 1-based
}

export interface SheetLayout {
  columns: number[];
  widths: number[];
  numeric: ReadonlySet<number>;
  severity: ReadonlyMap<string, 'error' | 'warning'>;
  rejected: ReadonlySet<number>;
}

export function layoutOf(report: TableReport): SheetLayout {
  const columns = columnsOf(report);
  return {
    columns,
    widths: columns.map((column) => widthOf(report, column)),
    numeric: new Set(columns.filter((column) => isNumeric(report, column))),
    severity: severities(report),
    rejected: new Set(report.rejectedRows),
  };
}

// A problem names its first place; a value that asks is marked wherever it stands.
function severities(report: TableReport): Map<string, 'error' | 'warning'> {
  const marked = new Map<string, 'error' | 'warning'>(report.problems.flatMap(({ cell, severity }) => (cell === null ? [] : [[cell, severity] as const])));
  const asked = new Map<number, Set<string>>();
  const ask = (column: number | undefined, text: string) => {
    if (column !== undefined) asked.set(column, (asked.get(column) ?? new Set()).add(text.trim()));
  };
  for (const { column, text } of report.sentinels) ask(column, text);
  for (const { field, text } of report.unknownWords) ask(report.columns.find((one) => one.field === field)?.column, text);
  const bodyFrom = report.headerRow + (report.headRows ?? 1);
  for (const { row, cells } of report.sample) {
    if (row < bodyFrom) continue;
    for (const [column, texts] of asked) if (texts.has((cells[column - 1] ?? '').trim())) marked.set(`${columnLetter(column)}${String(row)}`, 'error');
  }
  return marked;
}

function columnsOf(report: TableReport): number[] {
  const widest = Math.max(0, ...report.sample.map((row) => row.cells.length), ...report.columns.map((column) => column.column));
  return Array.from({ length: widest }, (_, index) => index + 1);
}

// By what stands under the head; a long title above it may run over.
function widthOf(report: TableReport, column: number): number {
  const header = report.columns.find((one) => one.column === column)?.header ?? '';
  const lengths = report.sample.filter(({ row }) => row >= report.headerRow).map(({ cells }) => (cells[column - 1] ?? '').length);
  const wanted = Math.max(header.length * 7.4, Math.max(0, ...lengths) * 6.6) + 16; // heads are set in bold
  return Math.round(Math.min(240, Math.max(76, wanted)));
}

// Right-aligned where the file's own values are numbers.
function isNumeric(report: TableReport, column: number): boolean {
  const bodyFrom = report.headerRow + (report.headRows ?? 1);
  const values = report.sample
    .filter((row) => row.row >= bodyFrom)
    .map((row) => row.cells[column - 1] ?? '')
    .filter((text) => text !== '');
  const figures = values.filter((text) => /^[-+(]?[\d.,\s']+[)%-]?$/.test(text)).length;
  // a few “n/a” among figures don't make them words
  return values.length > 0 && figures >= values.length * 0.8 && !values.some((text) => /^0\d/.test(text));
}

export type RowMark = 'above' | 'head' | 'body' | 'rejected' | 'left-out' | 'below';

/** What a row of the file is under a plan. */
export function rowMark(row: { row: number; cells: readonly string[] }, plan: TablePlan, rejected: ReadonlySet<number>): RowMark {
  if (row.row < plan.headerRow) return 'above';
  if (row.row < plan.headerRow + (plan.headRows ?? 1)) return 'head';
  if (plan.lastRow !== undefined && row.row > plan.lastRow) return 'below';
  const isLeftOut = plan.leaveOut?.some(({ column, values }) => values.some((value) => folded(value) === folded(row.cells[column - 1] ?? ''))) ?? false;
  return isLeftOut ? 'left-out' : rejected.has(row.row) ? 'rejected' : 'body';
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

export type Tier = 'exact' | 'check' | 'likely' | 'none' | 'personal';

/** How sure a column's field is: what only looks likely is never taken by itself. */
export function tierOf(column: number, at: { plan: TablePlan; report: ColumnReport | undefined }): Tier {
  if (at.plan.dropped?.includes(column)) return 'personal';
  const field = at.plan.columns.find((one) => one.column === column)?.field ?? null;
  if (field === null) return (at.report?.suggestions.length ?? 0) > 0 ? 'likely' : 'none';
  if (at.report?.field !== field) return 'exact'; // just answered
  return at.report.how === 'words' || at.report.how === 'values' || at.report.how === 'fuzzy' || at.report.score < 0.9 ? 'check' : 'exact';
}

/** First and last index of the rows to draw, with some to spare on both sides. */
export function slice(count: number, view: { top: number; height: number }): { from: number; to: number } {
  const from = Math.max(0, Math.floor(view.top / rowHeight) - 12);
  const to = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + 12);
  return { from, to: Math.max(from, to) };
}

export function cellId(place: Place): string {
  return `cell-${columnLetter(place.column)}${String(place.row)}`;
}
