/** A sheet as lines of a statement: one label each, amounts to its right. Null when the sheet is anything else. */
import { cellText, type Cell, type Row } from '../../shared/intake/cells.ts';
import { addNumberVote, decideDecimal, emptyVotes, numberBody, readNumber, type DecimalSign } from './coerce-numbers.ts';
import { isBlank } from './find-tables-cells.ts';
import { isDerivedHead } from './statement-columns.ts';
import { sectionKind } from './statement-sections.ts';

export interface Line {
  row: Row;
  label: string;
  /** Depth: leading spaces, or columns to the right. */
  indent: number;
  /** One figure per amount column, null where empty; all empty for a heading. */
  amounts: (number | null)[];
}

export interface StatementSheet {
  lines: Line[];
  titles: string[];
  /** Row with the heads of the amount columns; null without one. */
  headRow: Row | null;
  labelColumn: number; // 0-based, where the account is put
  amountColumns: { column: number; head: string }[]; // 0-based
}

const mostRows = 3_000;

/** The lines from the first section heading on; null unless every row is a label with figures, under at least one section word. */
export function statementSheet(rows: readonly Row[]): StatementSheet | null {
  if (rows.length < 5 || rows.length > mostRows) return null;
  const start = rows.findIndex((row, index) => index < 40 && opensSection(row) && rows.length - index > 3);
  if (start < 0) return null;
  const body = rows.slice(start);
  const footer = footerStart(body);
  const kept = body.slice(0, footer);
  const figures = figureColumns(kept);
  const first = figures[0];
  if (first === undefined || first === 0) return null;
  const above = rows.slice(0, start).filter((row) => row.cells.some((cell) => !isBlank(cell)));
  const head = headOf(above, figures);
  const amountColumns = figures.filter((_, index) => !isDerivedHead(head.texts[index] ?? ''));
  const heads = head.texts.filter((text) => !isDerivedHead(text));
  if (amountColumns.length === 0) return null;
  const decimal = decimalOf(kept, amountColumns);
  if (decimal === null) return null;
  const lines: Line[] = [];
  for (const row of kept) {
    const line = lineOf(row, { columns: amountColumns, figures, first, decimal });
    if (line === 'none') continue;
    if (line === null) return null;
    lines.push(line);
  }
  return {
    lines,
    headRow: head.rows.at(-1) ?? null,
    titles: above.filter((row) => !head.rows.includes(row)).flatMap((row) => row.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '')),
    labelColumn: lines.reduce(
      (least, { row }) =>
        Math.min(
          least,
          row.cells.findIndex((cell) => !isBlank(cell)),
        ),
      first - 1,
    ),
    amountColumns: amountColumns.map((column, index) => ({ column, head: heads[index] ?? '' })),
  };
}

// The nearest row with words over the figures; where it repeats its words, the groups above tell them apart (“Sep 2026 Actual”).
function headOf(above: readonly Row[], columns: readonly number[]): { rows: Row[]; texts: string[] } {
  const at = above.findLastIndex((row) => columns.some((column) => !isBlank(row.cells[column])));
  const row = above[at];
  if (!row) return { rows: [], texts: columns.map(() => '') };
  const texts = columns.map((column) => textOf(row.cells[column]));
  const named = texts.filter((text) => text !== '');
  const group = above[at - 1];
  if (new Set(named).size === named.length || !group || !columns.some((column) => !isBlank(group.cells[column]))) return { rows: [row], texts };
  let last = '';
  const groups = columns.map((column) => (last = textOf(group.cells[column]) || last));
  return { rows: [group, row], texts: texts.map((text, index) => `${groups[index] ?? ''} ${text}`.trim()) };
}

function textOf(cell: Cell | undefined): string {
  return cellText(cell ?? null)
    .replace(/\s+/gu, ' ')
    .trim();
}

function opensSection(row: Row): boolean {
  const present = row.cells.filter((cell) => !isBlank(cell));
  return present.length === 1 && typeof present[0] === 'string' && sectionKind(present[0]) !== null;
}

function isFigure(cell: Cell | undefined): boolean {
  if (typeof cell === 'number') return true;
  return typeof cell === 'string' && numberBody(cell) !== null;
}

// Lone texts after the last figure: "Generated on …", "Accrual basis".
function footerStart(rows: readonly Row[]): number {
  const last = rows.findLastIndex((row) => row.cells.some(isFigure));
  return last + 1;
}

function figureColumns(rows: readonly Row[]): number[] {
  const columns = new Set<number>();
  for (const row of rows) {
    const label = row.cells.findIndex((cell) => !isBlank(cell));
    row.cells.forEach((cell, column) => {
      if (column !== label && isFigure(cell)) columns.add(column);
    });
  }
  return [...columns].sort((a, b) => a - b);
}

function decimalOf(rows: readonly Row[], columns: readonly number[]): DecimalSign | null {
  const votes = emptyVotes();
  for (const row of rows) {
    for (const column of columns) {
      const cell = row.cells[column];
      if (typeof cell === 'string' && cell.trim() !== '') addNumberVote(votes, cell);
    }
  }
  const decision = decideDecimal(votes, { hint: null, money: true });
  return decision.ask ? null : decision.decimal;
}

function lineOf(row: Row, at: { columns: readonly number[]; figures: readonly number[]; first: number; decimal: DecimalSign }): Line | 'none' | null {
  const texts = row.cells.flatMap((cell, column) => (isBlank(cell) || at.figures.includes(column) ? [] : [{ cell, column }]));
  const amounts = at.columns.map((column) => readAmount(row.cells[column], at.decimal));
  const [label] = texts;
  if (!label) return amounts.every((amount) => amount === null) ? 'none' : null;
  if (texts.length > 1 || typeof label.cell !== 'string' || label.column >= at.first || amounts.includes(undefined)) return null;
  const spaces = /^[\s\u00a0]*/u.exec(label.cell)?.[0].length ?? 0;
  return {
    row,
    label: label.cell.replace(/[\s\u00a0]+/gu, ' ').trim(),
    indent: label.column * 100 + spaces,
    amounts: amounts.map((amount) => amount ?? null),
  };
}

// undefined: something that is no figure, such as a formula without a value.
function readAmount(cell: Cell | undefined, decimal: DecimalSign): number | null | undefined {
  if (cell === undefined || isBlank(cell)) return null;
  return readNumber(cell, decimal) ?? undefined;
}
