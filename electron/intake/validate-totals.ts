/** Holds the file's own total rows against the rows they stand for: since the last total, or from the start. */
import { cellText, type Cell, type Row } from '../../shared/intake/cells.ts';
import { Misread, type ColumnDecision } from './coerce-fields.ts';
import { printedDecimals, readNumber, type DecimalSign } from './coerce-numbers.ts';
import { isBlank } from './find-tables-cells.ts';
import type { FoundTable } from './find-tables.ts';
import type { FactPlan } from './interpret-facts.ts';
import { agrees, isTotalShaped, type ControlSum } from './totals.ts';
import type { ProblemList } from './validate-problems.ts';

/** Moves a last row without a known total word into the totals when its keys are empty and its figures add up. */
export function takeUnlabelledTotals(table: FoundTable): void {
  for (;;) {
    const last = table.rows.at(-1);
    if (!last || table.rows.length < 3 || !isUnlabelledTotal(table, last)) return;
    table.rows.pop();
    table.totalRows.unshift(last);
  }
}

function isUnlabelledTotal(table: FoundTable, last: Row): boolean {
  const others = table.rows.slice(0, -1);
  const looked = others.length > 400 ? others.slice(0, 400) : others;
  const always = table.columns
    .map(({ column }) => column - 1)
    .filter((column) => looked.filter((row) => !isBlank(row.cells[column])).length >= looked.length * 0.9);
  const isFigure = (cell: Cell | undefined): boolean => cell !== undefined && figureOf(cell) !== null;
  if (!isTotalShaped(last, { always, isFigure })) return false;
  const sums = last.cells.flatMap((cell, column) => {
    const printed = figureOf(cell);
    if (printed === null) return [];
    return [{ printed: printed.value, ...sumOf(others, column, printed.decimal), cell }];
  });
  const matching = sums.filter(
    ({ printed, sum, rows, rowDigits, cell, decimal }) => rows > 1 && agrees(printed, { sum, rows, rowDigits, totalDigits: printedDecimals(cell, decimal) }),
  );
  return matching.some(({ printed }) => printed !== 0) && matching.length * 2 >= sums.length;
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
    problems.add(
      'total-row',
      { row: total.number, column: null, field: null },
      { expected: 'a row of data', found: label, fix: 'Nothing to do: it is left out and used as a control.' },
    );
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
      if (options.some((option) => agrees(printed, { ...option, totalDigits: printedDecimals(cell, decimal) }))) continue;
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
