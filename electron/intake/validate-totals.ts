/** Holds the file's own total rows against the rows they stand for: since the last total, or from the start. */
import { cellText, columnLetter, type Cell, type Row } from '../../shared/intake/cells.ts';
import { Misread, type ColumnDecision } from './coerce-fields.ts';
import { printedDecimals, readNumber, type DecimalSign } from './coerce-numbers.ts';
import { isBlank, typedShare } from './find-tables-cells.ts';
import type { FoundTable } from './found-table.ts';
import type { FactPlan } from './interpret-facts.ts';
import { agrees, isTotalShaped, type ControlSum } from './totals.ts';
import type { ProblemList } from './validate-problems.ts';

/**
 * Moves rows without a known total word into the totals when their keys are empty and their figures are the sum of the rows since the
 * last total, or of all rows so far.
 */
export function takeUnlabelledTotals(table: FoundTable): void {
  if (table.rows.length < 3 || table.layout === 'statement') return;
  const always = oftenFilled(table);
  const typed = table.rows.length > closelyRead ? [] : always.filter((column) => typedShare(table.rows.slice(0, 400), column) >= 0.5);
  const suspects = new Set(table.rows.filter((row, index) => index > 1 && isTotalShaped(row, { always, typed, isFigure })));
  if (suspects.size === 0 || suspects.size * 2 > table.rows.length) return;
  const breaks = table.totalRows.map(({ number }) => number);
  const taken = new Set<Row>();
  const data: Row[] = [];
  const all = new Sums();
  let since = new Sums();
  for (const row of table.rows) {
    while ((breaks[0] ?? Number.POSITIVE_INFINITY) < row.number) {
      breaks.shift();
      since = new Sums();
    }
    if (suspects.has(row) && (addsUp(row, since) || addsUp(row, all))) {
      taken.add(row);
      since = new Sums();
      continue;
    }
    data.push(row);
    since.add(row);
    all.add(row);
  }
  if (taken.size === 0 || data.length < 2) return;
  table.rows = data;
  table.totalRows = [...table.totalRows, ...taken].sort((a, b) => a.number - b.number);
}

/** A whole look for words in columns of figures is worth it only in short tables. */
const closelyRead = 5_000;

/** Running sums of every column, each figure read with the sign that fits it. */
class Sums {
  rows = 0;
  private readonly columns: (ControlSum | undefined)[] = [];

  add(row: Row): void {
    this.rows += 1;
    row.cells.forEach((cell, column) => {
      const figure = figureOf(cell);
      if (figure === null) return;
      const control = (this.columns[column] ??= { sum: 0, rows: 0, rowDigits: 0, totalDigits: 0 });
      control.sum += figure.value;
      control.rows += 1;
      control.rowDigits = Math.max(control.rowDigits, printedDecimals(cell, figure.decimal));
    });
  }

  of(column: number): ControlSum {
    return this.columns[column] ?? { sum: 0, rows: 0, rowDigits: 0, totalDigits: 0 };
  }
}

// Columns most rows fill: a total leaves at least one of them empty.
function oftenFilled(table: FoundTable): number[] {
  const looked = table.rows.length > 400 ? table.rows.slice(0, 400) : table.rows;
  return table.columns.map(({ column }) => column - 1).filter((column) => looked.filter((row) => !isBlank(row.cells[column])).length >= looked.length * 0.5);
}

function isFigure(cell: Cell | undefined): boolean {
  return cell !== undefined && figureOf(cell) !== null;
}

// Two figures that add up settle it; one alone must be long enough not to do so by chance.
function addsUp(row: Row, before: Sums): boolean {
  if (before.rows < 2) return false;
  const sums = row.cells.flatMap((cell, column) => {
    const printed = figureOf(cell);
    return printed === null ? [] : [{ printed: printed.value, control: { ...before.of(column), totalDigits: printedDecimals(cell, printed.decimal) } }];
  });
  const matching = sums.filter(({ printed, control }) => control.rows > 1 && Math.abs(printed) > control.rows * 0.5 && agrees(printed, control));
  if (matching.length === 0 || matching.length * 2 < sums.length) return false;
  return matching.length >= 2 || before.rows >= 4 || matching.some(({ printed }) => printed.toPrecision(15).replace(/\D|^0+|0+$/gu, '').length >= 3);
}

// Before the decimal sign is decided a figure is read with whichever sign fits it.
function figureOf(cell: Cell): { value: number; decimal: DecimalSign } | null {
  const text = typeof cell === 'string' ? cell : null;
  const decimal: DecimalSign = text !== null && text.lastIndexOf(',') > text.lastIndexOf('.') && !/^\d{1,3}(,\d{3})+$/u.test(text.trim()) ? ',' : '.';
  const value = readNumber(cell, decimal);
  return value === null ? null : { value, decimal };
}

function sumOf(rows: readonly Row[], column: number, decimal: DecimalSign): ControlSum & { decimal: DecimalSign } {
  const control = { sum: 0, rows: 0, rowDigits: 0, totalDigits: 0, decimal };
  for (const row of rows) {
    const cell = row.cells[column] ?? null;
    const value = readNumber(cell, decimal);
    if (value === null) continue;
    control.sum += value;
    control.rows += 1;
    control.rowDigits = Math.max(control.rowDigits, printedDecimals(cell, decimal));
  }
  return control;
}

export interface TotalCheck {
  table: FoundTable;
  plan: FactPlan;
  problems: ProblemList;
  decisions: readonly ColumnDecision[];
}

/** A mismatch is an error with the difference; a match is noted as a warning that the row was left out. */
export function checkTotalRows(check: TotalCheck): void {
  const { table, problems } = check;
  checkControls(table, problems);
  const measures = [
    ...check.plan.columns.filter(({ field }) => field.measure),
    ...check.plan.wide.map(({ column, read }) => ({ column, read, field: valueField(check.plan) })),
  ];
  let from = 0;
  for (const total of table.totalRows) {
    const label = total.cells.map((cell) => cellText(cell).trim()).find((text) => text !== '') ?? '';
    const rounded: string[] = [];
    const before = table.rows.filter((row) => row.number < total.number);
    for (const { column, field, read } of measures) {
      const cell = total.cells[column - 1] ?? null;
      if (isBlank(cell) || read(cell) instanceof Misread) continue;
      const decimal = check.decisions.find((one) => one.column === column)?.decimal ?? '.';
      const printed = readNumber(cell, decimal);
      if (printed === null) continue;
      const after = table.rows.filter((row) => row.number > total.number);
      const options = [before.filter((row) => row.number > from), before, ...(before.length === 0 ? [after] : [])].map((rows) =>
        sumOf(rows, column - 1, decimal),
      );
      const near = options.filter((option) => agrees(printed, { ...option, totalDigits: printedDecimals(cell, decimal) }));
      if (near.length > 0) {
        const off = Math.min(...near.map(({ sum }) => Math.abs(printed - sum)));
        if (off > Math.abs(printed) * 1e-9 + 1e-9) rounded.push(`${columnLetter(column)} by ${String(Number(off.toPrecision(6)))}`);
        continue;
      }
      const sum = Number((options.at(-1)?.sum ?? 0).toPrecision(14));
      const difference = Number((printed - sum).toPrecision(12));
      problems.add(
        'total-mismatch',
        { row: total.number, column, field: field.name },
        {
          expected: `${String(sum)}, the sum of the rows`,
          found: `${cellText(cell)} (difference ${String(difference)})`,
          fix: 'Check whether rows are missing or the total is out of date.',
        },
      );
    }
    const fix =
      rounded.length === 0
        ? 'Nothing to do: it is left out and used as a control.'
        : `Nothing to do: it is left out; it differs from its rows by rounding (${rounded.slice(0, 4).join(', ')}).`;
    problems.add('total-row', { row: total.number, column: null, field: null }, { expected: 'a row of data', found: label, fix });
    from = total.number;
  }
}

// Subtotals of a statement: held against their lines where they were found.
function checkControls(table: FoundTable, problems: ProblemList): void {
  for (const { row, column, label, printed, difference } of table.statement?.controls ?? []) {
    problems.add(
      'total-row',
      { row, column: null, field: null },
      { expected: 'a row of data', found: label, fix: 'Nothing to do: it is left out and used as a control.' },
    );
    if (difference === 0) continue;
    const sum = Number((printed - difference).toPrecision(14));
    problems.add(
      'total-mismatch',
      { row, column, field: 'amount' },
      {
        expected: `${String(sum)}, the sum of the lines`,
        found: `${String(printed)} (difference ${String(difference)})`,
        fix: 'Check whether lines are missing or the total is out of date.',
      },
    );
  }
}

function valueField(plan: FactPlan): { name: string } {
  return { name: plan.dataset.wide?.valueField ?? '' };
}
