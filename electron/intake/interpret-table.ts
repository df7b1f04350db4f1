/** One table from found to reported: recognise, decide columns, read rows, check totals, and say everything in a TableReport. */
import { cellText, type Row } from '../../shared/intake/cells.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import { fold } from '../../shared/kit/fold.ts';
import { cellReader, decideColumns } from './coerce-fields.ts';
import type { FoundTable } from './found-table.ts';
import { FactBuilder, type FactColumn, type FactPlan } from './interpret-facts.ts';
import { askStatements, constantValues, dayReader, fromDays, statementsOf } from './interpret-constants.ts';
import { joinColumns, leaveOutRows } from './interpret-layout.ts';
import { bySource, repeatRows, splitColumns } from './interpret-rows.ts';
import { planned } from './interpret-plan.ts';
import type { Mapping } from './map-columns.ts';
import type { Recognition } from './recognition.ts';
import { recognise } from './recognise.ts';
import { qualitiesOf } from './recognise-quality.ts';
import { columnShapes, share, type ColumnShape } from './recognise-shapes.ts';
import { reportNotes, reportTitle } from './validate-notes.ts';
import { ProblemList } from './validate-problems.ts';
import { findLonely, repeatedRows, reportTableProblems } from './validate-table.ts';
import { mixedUnits } from './validate-units.ts';
import { takeUnlabelledTotals, checkTotalRows } from './validate-totals.ts';
import { findSentinels } from './validate-sentinels.ts';
import { fieldOf, reportOf, wordsOf } from './report-table.ts';
import type { TableInput, TableOutcome, TableReading } from './table-reading.ts';

// A long table says now and then that it is alive: silence counts as a stall, and only between two words can it be cancelled.
const rowsBetweenSigns = 5_000;

/** Reads one table; yields as a sign of life every few thousand rows. */
export function* interpretTable(input: TableInput): Generator<void, TableOutcome> {
  takeUnlabelledTotals(input.table);
  const leftOut = leaveOutRows(input.table, input.layout);
  joinColumns(input.table, input.layout);
  splitColumns(input.table, input.layout);
  repeatRows(input.table, input.layout);
  const shapes = columnShapes(input.table.columns, input.table.rows);
  // only a head marked, or only a kind of data chosen: the columns are recognised like any others
  const asked = input.plan;
  const plan = asked && asked.dataset !== '' && asked.columns.length > 0 ? asked : null;
  const request = asked && asked.dataset !== '' ? { ...input.request, dataset: asked.dataset } : input.request;
  const found = plan
    ? planned(plan, { shapes, request: input.request, table: input.table, layout: input.layout })
    : recognise({ table: input.table, shapes, request, layout: input.layout });
  const mixed = plan || found.question || !found.mapping ? null : mixedUnits(input.table, shapes, found.mapping);
  if (mixed !== null) found.question = { code: 'unsure-dataset', sentence: mixed, fields: [] };
  const problems = new ProblemList();
  if (leftOut) {
    problems.addMany('part-left-out', leftOut.count, {
      place: { row: leftOut.row, column: leftOut.column, field: null },
      saying: {
        expected: 'rows the layout imports',
        found: `${headerOf(input.table, leftOut.column)} = ${leftOut.text}`,
        fix: `${String(leftOut.count)} rows are left out, as the layout says; the file’s totals are not checked.`,
      },
    });
  }
  if (found.question) {
    problems.add(
      found.question.code,
      { row: input.table.headerRow, column: null, field: found.question.fields[0] ?? null },
      {
        expected: found.question.fields.join(', '),
        found: input.table.columns.map(({ header }) => header).join(', '),
        fix: found.question.sentence,
      },
    );
  }
  reportNotes(input.notes ?? [], problems);
  reportTitle(input.table.titles, found.profile, problems);
  repeatedRowsIn(input.table, { shapes, found, problems });
  datesUnmapped(input.table, { shapes, found, problems });
  const reading: TableReading = { input, shapes, statements: [], days: new Map(), found, problems, decisions: [], sentinels: [] };
  if (!found.dataset || !found.mapping) return { report: reportOf(reading, null), blocks: [] };
  return yield* read(reading, found.dataset, found.mapping);
}

// Most rows repeating another cell by cell is an export gone wrong, or a table whose key is missing.
function repeatedRowsIn(table: FoundTable, at: { shapes: readonly ColumnShape[]; found: Recognition; problems: ProblemList }): void {
  const { found, problems } = at;
  const { count, first } = repeatedRows(table.rows, at.shapes);
  if (count === 0) return;
  const text = `${String(count)} of ${String(table.rows.length)} rows repeat another one exactly`;
  const fix = 'Check whether the export repeats rows; each of them counts.';
  problems.addMany('exact-duplicates', count, { place: { row: first, column: null, field: null }, saying: { expected: 'each row once', found: text, fix } });
  if (count * 2 > table.rows.length && count >= 3 && !found.question && found.how !== 'plan') {
    found.question = { code: 'exact-duplicates', sentence: `${text}; confirm that all of them count, or export the list again.`, fields: [] };
  }
}

// A column of dates that feeds no field is still looked at: a lone far-off date is worth saying before the user maps it.
function datesUnmapped(table: FoundTable, at: { shapes: readonly ColumnShape[]; found: Recognition; problems: ProblemList }): void {
  const mapped = new Set(at.found.mapping?.columns.map(({ column }) => column) ?? []);
  for (const shape of at.shapes) {
    if (!mapped.has(shape.column) && shape.filled > 0 && share(shape, 'date') > 0.9 && shape.numbers < shape.filled * 0.5)
      findLonely(table, at.problems, { column: shape.column, name: null });
  }
}

function* read(reading: TableReading, dataset: Dataset, mapping: Mapping): Generator<void, TableOutcome> {
  const { input, problems, found } = reading;
  const { request, plan, table } = input;
  const { layout } = input;
  const file = { table, sheet: input.sheet, fileName: request.fileName };
  reading.statements = statementsOf({ dataset, layout, plan, request, titles: { ...table.stated, ...found.stated }, file });
  reading.days = fromDays(mapping, reading.statements, table.rows);
  const winning = new Set(reading.statements.flatMap(({ field, wins }) => (wins ? [field.name] : [])));
  const mapped = mapping.columns.filter(({ column, field }) => !winning.has(field.name) || reading.days.has(column));
  const valueField = dataset.wide ? fieldOf(dataset, dataset.wide.valueField) : undefined;
  const wideFields = valueField ? found.wide.map(({ column }) => ({ column, field: valueField })) : [];
  const columns = [...mapped.map(({ column, field }) => ({ column, field })), ...wideFields].map((one) => ({ ...one, header: headerOf(table, one.column) }));
  reading.decisions = decideColumns({
    rows: table.rows,
    columns,
    order: layout.order,
    decimal: layout.decimal,
    delimiter: input.delimiter,
  });
  askOpenColumns(reading, columns);
  askStatements(reading.statements, new Set(mapped.flatMap(({ column, field }) => (reading.days.has(column) ? [field.name] : []))), problems);
  const missing = layout.missing;
  reading.sentinels = findSentinels({
    rows: table.rows,
    columns: columns.filter(({ field }) => isFigure(field)),
    decisions: reading.decisions,
    known: new Set([...missing, ...layout.real]),
  });
  for (const sentinel of reading.sentinels) {
    problems.addMany('sentinel', sentinel.count, {
      place: { row: sentinel.row, column: sentinel.column, field: columns.find(({ column }) => column === sentinel.column)?.field.name ?? null },
      saying: { expected: 'a figure', found: sentinel.text, fix: `Say whether “${sentinel.text}” means a missing value or is real.` },
    });
  }
  const asked = new Set([...missing, ...reading.sentinels.map(({ text }) => text)]);
  const reader = (field: Field, column: number): FactColumn['read'] => {
    const month = reading.days.get(column);
    return month === undefined ? columnReader(field, column) : dayReader(field, month);
  };
  const columnReader = (field: Field, column: number): FactColumn['read'] =>
    cellReader(field, {
      header: headerOf(table, column),
      decision: reading.decisions.find((one) => one.column === column) ?? { column, order: null, decimal: '.', note: null, ask: null },
      minorDigits: request.minorDigits,
      missing: asked,
      ...(column > 0 && { julian: layout.julian, reversedSign: layout.reversedSign }),
      words: field.type === 'word' ? wordsOf(reading, field) : null,
    });
  const constants = constantValues(reading.statements, { reader, skip: new Set(mapped.map(({ field }) => field.name)) });
  const factPlan: FactPlan = {
    dataset,
    table: input.index,
    withRows: request.withRows,
    constants,
    unasked: new Set(found.question?.fields ?? []),
    badQuality: qualitiesOf(reading, mapped),
    columns: mapped.map(({ column, field, how, role }) => ({
      column,
      field,
      read: reader(field, column),
      clockOnly: isClock(reading, column, field, how),
      yearOnly: role === 'year',
    })),
    wide: valueField ? found.wide.map((one) => ({ ...one, read: quiet(reader(valueField, one.column), dataset.wide?.none ?? []) })) : [],
  };
  const builder = new FactBuilder(factPlan, problems);
  let taken = 0;
  for (const parts of layout.repeats.length > 1 ? bySource(table.rows) : singly(table.rows)) {
    if (taken % rowsBetweenSigns === rowsBetweenSigns - 1) yield;
    builder.take(...parts);
    taken += 1;
  }
  const result = builder.finish();
  checkTotalRows({ table, plan: factPlan, problems, decisions: reading.decisions });
  reportTableProblems({ table, dataset, result, problems, minorDigits: request.minorDigits, columns });
  const made = reportOf(reading, result);
  return { report: made, blocks: made.status === 'needs-mapping' || blocked(problems) ? [] : result.blocks };
}

function* singly(rows: readonly Row[]): Generator<readonly Row[]> {
  for (const row of rows) yield [row];
}

// A day off in a roster is no shift.
function quiet(read: FactColumn['read'], none: readonly string[]): FactColumn['read'] {
  return none.length === 0 ? read : (cell) => (none.includes(fold(cellText(cell)).trim()) ? null : read(cell));
}

/** Problems of the table as a whole: no part of it may be taken. */
function blocked(problems: ProblemList): boolean {
  return problems.has('total-mismatch') || problems.has('unbalanced');
}

function askOpenColumns(reading: TableReading, columns: readonly { column: number; field: Field }[]): void {
  for (const decision of reading.decisions) {
    if (decision.ask === null) continue;
    const field = columns.find(({ column }) => column === decision.column)?.field.name ?? null;
    const sample = reading.shapes.find(({ column }) => column === decision.column)?.samples[0];
    const fix =
      decision.ask === 'ambiguous-dates' ? 'Choose day first or month first for this column.' : 'Choose decimal comma or decimal point for this column.';
    reading.problems.add(
      decision.ask,
      { row: sample?.row ?? null, column: decision.column, field },
      { expected: decision.note ?? '', found: sample?.raw ?? '', fix },
    );
  }
}

function isClock(reading: TableReading, column: number, field: Field, how: string): boolean {
  if (field.type !== 'timestamp') return false;
  const shape = reading.shapes.find((one) => one.column === column);
  return shape !== undefined && shape.filled > 0 && share(shape, 'clock') > 0.5 && (how === 'values' || share(shape, 'date') < 0.5);
}

function isFigure(field: Field): boolean {
  return field.type === 'count' || field.type === 'number' || field.type === 'duration' || field.type === 'money';
}

function headerOf(table: FoundTable, column: number): string {
  return table.columns.find((one) => one.column === column)?.header ?? '';
}
