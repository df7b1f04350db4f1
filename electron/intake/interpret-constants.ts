/**
 * Every value stated for all rows of a table, and how strong it is: what a person says for this file wins over a column, what a
 * profile or the table's titles say only fills where there is none. Day numbers in a column take their month from a stated one.
 */
import { cellAddress, cellText, type Cell } from '../../shared/intake/cells.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { ConstantSource, InterpretRequest, TablePlan } from '../../shared/intake/interpretation.ts';
import { dayNumberOf, isoDate } from '../../shared/kit/iso-date.ts';
import { Fault } from '../../shared/faults.ts';
import { Misread, type CellReader, type StoredValue } from './coerce-fields.ts';
import { isBlank } from './find-tables-cells.ts';
import type { Layout } from './interpret-layout.ts';
import { dateIn, monthIn, sourceText, statedText, type SourceFrom } from './interpret-stated.ts';
import type { Mapping } from './map-columns.ts';
import type { ProblemList } from './validate-problems.ts';

export interface Statement {
  field: Field;
  raw: string;
  /** As a cell would hold it; null when the text was not understood. */
  parsed: string | null;
  from: ConstantSource | null;
  /** Wins over a column of the same field. */
  wins: boolean;
}

export interface Stating {
  dataset: Dataset;
  layout: Layout;
  plan: TablePlan | null;
  request: InterpretRequest;
  /** What the titles state. */
  titles: Readonly<Record<string, string>>;
  file: SourceFrom;
}

/** One statement a field, the strongest. Fault bad-input for a field the dataset does not have. */
export function statementsOf(given: Stating): Statement[] {
  const statements = new Map<string, Statement>();
  const state = (texts: Readonly<Record<string, string>>, wins: boolean): void => {
    for (const [name, raw] of Object.entries(texts)) {
      const field = fieldOf(given.dataset, name, wins);
      if (field) statements.set(name, { field, raw, parsed: raw, from: null, wins });
    }
  };
  const take = (sources: Readonly<Record<string, ConstantSource>>, wins: boolean): void => {
    for (const [name, from] of Object.entries(sources)) {
      const field = fieldOf(given.dataset, name, wins);
      const raw = sourceText(from, given.file);
      if (field) statements.set(name, { field, raw: raw ?? '', parsed: raw === null ? null : statedText(field, raw, given.layout.order), from, wins });
    }
  };
  state(given.titles, false);
  if (!given.plan) {
    state(given.layout.constants, false);
    take(given.layout.constantsFrom, false);
  }
  state(given.plan?.constants ?? {}, true);
  take(given.plan?.constantsFrom ?? {}, true);
  state(given.request.constants, true);
  return [...statements.values()];
}

function fieldOf(dataset: Dataset, name: string, asked: boolean): Field | null {
  const field = dataset.fields.find((one) => one.name === name);
  if (!field && asked)
    throw new Fault('bad-input', `${dataset.name} has no field “${name}”; its fields are ${dataset.fields.map((one) => one.name).join(', ')}.`);
  return field ?? null;
}

/** Columns of day numbers (1–31) of a date whose month is stated: column → the month's first day. */
export function fromDays(mapping: Mapping, statements: readonly Statement[], rows: readonly { cells: Cell[] }[]): Map<number, string> {
  const days = new Map<number, string>();
  for (const { column, field } of mapping.columns) {
    if (field.type !== 'date' && field.type !== 'timestamp') continue;
    const statement = statements.find((one) => one.field.name === field.name);
    if (!statement) continue;
    const month = monthIn(statement.raw) ?? (statement.from ? dateIn(statement.raw, null) : null);
    const cells = rows.map((row) => row.cells[column - 1] ?? null).filter((cell) => !isBlank(cell));
    if (month !== null && cells.length > 0 && cells.every((cell) => dayNumber(cell) !== null)) days.set(column, month);
  }
  return days;
}

function dayNumber(cell: Cell): number | null {
  const match = /^(\d{1,2})\.?$/u.exec(cellText(cell).trim());
  const day = Number(match?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

/** Reads day numbers of a month as days. */
export function dayReader(field: Field, month: string): CellReader {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return (cell) => {
    if (isBlank(cell)) return null;
    const day = dayNumber(cell);
    if (day === null || dayNumberOf(year, number, day) === null)
      return new Misread('not-a-date', `a day of ${month.slice(0, 7)}`, 'Write the number of a day of this month.');
    const text = isoDate(year, number, day);
    return field.type === 'timestamp' ? `${text}T00:00:00` : text;
  };
}

/** The storage values of what is stated, but for fields a column feeds. Fault bad-input for a value that does not fit its field. */
export function constantValues(
  statements: readonly Statement[],
  given: { reader: (field: Field, column: number) => CellReader; skip: ReadonlySet<string> },
): Map<string, StoredValue> {
  const values = new Map<string, StoredValue>();
  for (const { field, raw, parsed } of statements) {
    if (given.skip.has(field.name) || parsed === null) continue;
    const value = given.reader(field, 0)(parsed);
    if (value instanceof Misread) throw new Fault('bad-input', `The value stated for ${field.label} is “${raw}”; expected ${value.expected}. ${value.fix}`);
    values.set(field.name, value);
  }
  return values;
}

/** Asks for values to be taken from outside the columns that are not there, or not understood; `covered` fields need none. */
export function askStatements(statements: readonly Statement[], covered: ReadonlySet<string>, problems: ProblemList): void {
  for (const { field, raw, parsed, from } of statements) {
    if (parsed !== null || covered.has(field.name)) continue;
    const cell = from?.from === 'cell' ? from : null;
    const expected = field.type === 'date' || field.type === 'timestamp' ? 'one day or month' : 'a text';
    problems.add(
      'missing-column',
      { row: cell?.row ?? null, column: cell?.column ?? null, field: field.name },
      { expected: `${expected} for ${field.label} in ${placeOf(from)}`, found: raw, fix: `Choose another place for ${field.label}, or type its value.` },
    );
  }
}

function placeOf(from: Statement['from']): string {
  switch (from?.from) {
    case 'cell':
      return `cell ${cellAddress(from.row, from.column)}`;
    case 'title':
      return `the title after “${from.after}”`;
    case 'sheet-name':
      return 'the sheet’s name';
    case 'file-name':
      return 'the file’s name';
    case undefined:
      return 'the statement';
  }
}
