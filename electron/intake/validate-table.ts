/** Says what the whole table shows: repeated rows, debit and credit that differ, lone dates, hidden rows, long days. */
import type { Row } from '../../shared/intake/cells.ts';
import { cellText } from '../../shared/intake/cells.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { FoundTable } from './found-table.ts';
import { readDate } from './coerce-dates.ts';
import { RowsSeen } from './rows-seen.ts';
import type { FactResult } from './interpret-facts.ts';
import type { ColumnShape } from './recognise-shapes.ts';
import type { ProblemList } from './validate-problems.ts';

export interface TableSubject {
  table: FoundTable;
  dataset: Dataset;
  result: FactResult;
  problems: ProblemList;
  minorDigits: number;
  columns: readonly { column: number; field: Field }[];
}

export function reportTableProblems(subject: TableSubject): void {
  const { table, result, problems, dataset } = subject;
  for (const { document, difference } of result.checks.imbalances()) {
    const major = Math.abs(difference) / 10 ** subject.minorDigits;
    problems.add(
      'unbalanced',
      { row: null, column: null, field: 'debit' },
      {
        expected: document === null ? 'debit equal to credit' : `debit equal to credit in document ${document}`,
        found: `${difference > 0 ? 'debit' : 'credit'} is higher by ${String(major)}`,
        fix: 'Check whether rows are missing from the export.',
      },
    );
  }
  for (const { employee, date, hours } of result.checks.longDays()) {
    problems.add(
      'hours-over-day',
      { row: null, column: null, field: 'regularHours' },
      {
        expected: 'at most 24 hours a day',
        found: `${employee} on ${date}: ${String(Math.round(hours * 100) / 100)} h`,
        fix: 'Check the hours, or whether they belong to more than one day.',
      },
    );
  }
  if (result.unnamed > 0) {
    const found = `${String(result.unnamed)} rows without a number of their own`;
    problems.addMany('content-identity', result.unnamed, {
      place: { row: null, column: null, field: dataset.key[1] ?? dataset.key[0] ?? null },
      saying: { expected: 'a number in every row', found, fix: 'They are told apart by their content (assets: by name).' },
    });
  }
  if (table.hiddenRows > 0) {
    problems.addMany('hidden-rows', table.hiddenRows, {
      place: { row: null, column: null, field: null },
      saying: {
        expected: 'visible rows',
        found: `${String(table.hiddenRows)} hidden or filtered rows`,
        fix: 'They are imported too; delete them in the file if they should not count.',
      },
    });
  }
  if (table.extraCells > 0) {
    problems.addMany('extra-cells', table.extraCells, {
      place: { row: null, column: null, field: null },
      saying: { expected: 'nothing beyond the last header', found: `${String(table.extraCells)} cells`, fix: 'They are not imported.' },
    });
  }
  lonelyDates(subject);
}

/** How many rows repeat an earlier row cell by cell. */
export function repeatedRows(rows: readonly Row[], shapes: readonly ColumnShape[]): { count: number; first: number | null } {
  const telling = shapes.toSorted((a, b) => b.distinct - a.distinct)[0]?.column;
  if (telling === undefined) return { count: 0, first: null };
  const seen = new RowsSeen();
  // Rows that differ in the column that tells most apart need no second look; a null marks a text whose first row is already held.
  const firsts = new Map<string, Row | null>();
  let count = 0;
  let first: number | null = null;
  for (const row of rows) {
    const text = cellText(row.cells[telling - 1] ?? null).trim();
    const earlier = firsts.get(text);
    if (earlier === undefined) {
      firsts.set(text, row);
      continue;
    }
    if (earlier !== null) {
      seen.has(earlier);
      firsts.set(text, null);
    }
    if (!seen.has(row)) continue;
    count += 1;
    first ??= row.number;
  }
  return { count, first };
}

const farDays = 9_131; // 25 years

function lonelyDates({ table, problems, columns }: TableSubject): void {
  for (const { column, field } of columns) {
    if (field.type === 'date' || field.type === 'timestamp') findLonely(table, problems, { column, name: field.name });
  }
}

/** Dates more than 25 years from the middle one, when they are few: warnings, with their place. */
export function findLonely(table: FoundTable, problems: ProblemList, at: { column: number; name: string | null }): void {
  const days = new Int32Array(table.rows.length);
  const rows: Row[] = [];
  for (const row of table.rows) {
    const cell = row.cells[at.column - 1] ?? null;
    const read = cell === null ? null : (readDate(cell, 'day-first') ?? readDate(cell, 'month-first'));
    if (read) days[rows.push(row) - 1] = read.day;
  }
  if (rows.length < 5) return;
  const middle = days.slice(0, rows.length).sort()[Math.floor(rows.length / 2)] ?? 0;
  const far = rows.filter((_, index) => Math.abs((days[index] ?? middle) - middle) > farDays);
  if (far.length > Math.max(3, rows.length * 0.02)) return;
  for (const row of far)
    problems.add(
      'suspicious-date',
      { row: row.number, column: at.column, field: at.name },
      { expected: 'a date near the others', found: cellText(row.cells[at.column - 1] ?? null), fix: 'Check the year of this date.' },
    );
}
