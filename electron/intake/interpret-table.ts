/** One table from found to reported: recognise, decide columns, read rows, check totals, and say everything in a TableReport. */
import type { Profile, TablePlan, TableReport, ColumnReport, FactBlock, InterpretRequest } from '../../shared/intake/interpretation.ts';
import { cellText, columnLetter, type ReadNote, type Row, type Sheet } from '../../shared/intake/cells.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { FaultBody } from '../../shared/faults.ts';
import { Fault } from '../../shared/faults.ts';
import { cellReader, decideColumns, Misread, type ColumnDecision } from './coerce-fields.ts';
import { readWord, wordBook, type WordBook } from './coerce-words.ts';
import type { FoundTable } from './found-table.ts';
import { FactBuilder, type FactColumn, type FactPlan, type FactResult } from './interpret-facts.ts';
import { askStatements, constantValues, dayReader, fromDays, statementsOf, type Statement } from './interpret-constants.ts';
import { joinColumns, leaveOutRows, type Layout } from './interpret-layout.ts';
import { planned } from './interpret-plan.ts';
import type { Mapping } from './map-columns.ts';
import { aliasIndex } from './recognise-aliases.ts';
import type { Recognition } from './recognition.ts';
import { recognise } from './recognise.ts';
import { columnShapes, share, type ColumnShape } from './recognise-shapes.ts';
import { reportNotes, reportTitle } from './validate-notes.ts';
import { ProblemList } from './validate-problems.ts';
import { findLonely, repeatedRows, reportTableProblems } from './validate-table.ts';
import { mixedUnits } from './validate-units.ts';
import { takeUnlabelledTotals, checkTotalRows } from './validate-totals.ts';
import { findSentinels, type Sentinel } from './validate-sentinels.ts';

export interface TableInput {
  table: FoundTable;
  sheet: Sheet;
  index: number;
  request: InterpretRequest;
  delimiter: string | null;
  plan: TablePlan | null;
  layout: Layout;
  /** What the reader said about the table's file or sheet. */
  notes?: readonly ReadNote[];
}

export interface TableOutcome {
  report: TableReport;
  blocks: FactBlock[];
}

interface Reading {
  input: TableInput;
  shapes: ColumnShape[];
  statements: Statement[];
  /** Columns of day numbers, and the month they fall in. */
  days: ReadonlyMap<number, string>;
  found: Recognition;
  problems: ProblemList;
  decisions: ColumnDecision[];
  sentinels: Sentinel[];
}

export function interpretTable(input: TableInput): TableOutcome {
  takeUnlabelledTotals(input.table);
  const leftOut = leaveOutRows(input.table, input.layout);
  joinColumns(input.table, input.layout);
  const shapes = columnShapes(input.table.columns, input.table.rows);
  const found = input.plan
    ? planned(input.plan, { shapes, request: input.request, table: input.table, layout: input.layout })
    : recognise({ table: input.table, shapes, request: input.request, layout: input.layout });
  const mixed = input.plan || found.question || !found.mapping ? null : mixedUnits(input.table, shapes, found.mapping);
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
  repeatedRowsIn(input.table, found, problems);
  datesUnmapped(input.table, { shapes, found, problems });
  const reading: Reading = { input, shapes, statements: [], days: new Map(), found, problems, decisions: [], sentinels: [] };
  if (!found.dataset || !found.mapping) return { report: report(reading, null), blocks: [] };
  return read(reading, found.dataset, found.mapping);
}

// Most rows repeating another cell by cell is an export gone wrong, or a table whose key is missing.
function repeatedRowsIn(table: FoundTable, found: Recognition, problems: ProblemList): void {
  const { count, first } = repeatedRows(table.rows);
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

function read(reading: Reading, dataset: Dataset, mapping: Mapping): TableOutcome {
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
    columns: mapped.map(({ column, field, how, role }) => ({
      column,
      field,
      read: reader(field, column),
      clockOnly: isClock(reading, column, field, how),
      yearOnly: role === 'year',
    })),
    wide: valueField ? found.wide.map((one) => ({ ...one, read: reader(valueField, one.column) })) : [],
  };
  const builder = new FactBuilder(factPlan, problems);
  for (const row of table.rows) builder.take(row);
  const result = builder.finish();
  checkTotalRows({ table, plan: factPlan, problems, decisions: reading.decisions });
  reportTableProblems({ table, dataset, result, problems, minorDigits: request.minorDigits, columns });
  const made = report(reading, result);
  return { report: made, blocks: made.status === 'needs-mapping' || blocked(problems) ? [] : result.blocks };
}

/** Problems of the table as a whole: no part of it may be taken. */
function blocked(problems: ProblemList): boolean {
  return problems.has('total-mismatch') || problems.has('unbalanced');
}

function askOpenColumns(reading: Reading, columns: readonly { column: number; field: Field }[]): void {
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

function isClock(reading: Reading, column: number, field: Field, how: string): boolean {
  if (field.type !== 'timestamp') return false;
  const shape = reading.shapes.find((one) => one.column === column);
  return shape !== undefined && shape.filled > 0 && share(shape, 'clock') > 0.5 && (how === 'values' || share(shape, 'date') < 0.5);
}

function isFigure(field: Field): boolean {
  return field.type === 'count' || field.type === 'number' || field.type === 'duration' || field.type === 'money';
}

function lower(profile: Profile | null, field: Field): Readonly<Record<string, string>> | undefined {
  return profile?.words[field.name];
}

function fieldOf(dataset: Dataset, name: string): Field | undefined {
  return dataset.fields.find((field) => field.name === name);
}

function noteOf(table: FoundTable, column: number): string | undefined {
  return table.columns.find((one) => one.column === column)?.note;
}

function headerOf(table: FoundTable, column: number): string {
  return table.columns.find((one) => one.column === column)?.header ?? '';
}

const asking = ['missing-column', 'unsure-dataset', 'ambiguous-dates', 'ambiguous-numbers', 'sentinel', 'unknown-word', 'exact-duplicates'] as const;

function statusOf(reading: Reading): { status: TableReport['status']; fault: FaultBody | null } {
  const { problems, found } = reading;
  const where = reading.input.table.sheetName === '' ? 'The file' : `Sheet ${reading.input.table.sheetName}`;
  const open = asking.find((code) => (code === 'exact-duplicates' ? found.question?.code === code : problems.has(code)));
  if (open) {
    const first = problems.list.find((one) => one.code === open);
    const sentence = found.question?.sentence ?? `${where}: expected ${first?.expected ?? ''}, found “${first?.found ?? ''}”. ${first?.fix ?? ''}`;
    return { status: 'needs-mapping', fault: new Fault('needs-mapping', sentence).body };
  }
  if (problems.errors === 0) return { status: 'ready', fault: null };
  const first = problems.list.find((one) => problems.errors > 0 && one.severity === 'error');
  const cell = first?.cell === null || first?.cell === undefined ? where : `${where}, ${first.cell}`;
  return {
    status: 'refused',
    fault: new Fault('rows-rejected', `${cell}: expected ${first?.expected ?? ''}, found “${first?.found ?? ''}”. ${first?.fix ?? ''}`).body,
  };
}

function report(reading: Reading, result: FactResult | null): TableReport {
  const { input, found, problems } = reading;
  const { table } = input;
  const { status, fault } = statusOf(reading);
  return {
    table: input.index,
    sheet: table.sheet,
    sheetName: table.sheetName,
    headerRow: table.headerRow,
    headRows: table.headRows,
    ...(reading.statements.length > 0 && { stated: reading.statements.map(({ field, raw, parsed, from }) => ({ field: field.name, raw, parsed, from })) }),
    firstRow: table.rows[0]?.number ?? 0,
    lastRow: table.rows.at(-1)?.number ?? 0,
    dataset: found.dataset?.name ?? null,
    profile: found.profile?.id ?? null,
    source: input.layout.profile?.source ?? input.layout.profile?.id ?? '',
    score: found.score,
    reasons: found.reasons,
    status,
    fault,
    columns: reading.shapes.map((shape) => columnReport(reading, shape)),
    dateOrder: reading.decisions.find(({ order }) => order !== null)?.order ?? null,
    rows: { read: result?.read ?? table.rows.length, rejected: result?.rejectedRows.length ?? 0 },
    period: result?.period ?? null,
    totals: result && found.dataset ? totalsOf(found.dataset, result, input.request.minorDigits) : {},
    problems: problems.shown(),
    problemCounts: problems.counts,
    rejectedRows: result?.rejectedRows ?? [],
    sample: sampleOf(input),
    unknownWords: result?.unknownWords ?? [],
    sentinels: reading.sentinels.map(({ column, text, count }) => ({ column, text, count })),
  };
}

/** Sums in wire units: money in major units, durations in the field's unit. */
export function totalsOf(dataset: Dataset, result: Pick<FactResult, 'sums' | 'tagSums'>, minorDigits: number): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const [name, sum] of result.sums) {
    const field = fieldOf(dataset, name);
    if (field) totals[name] = wireSum(field, sum, minorDigits);
  }
  for (const [tag, sum] of result.tagSums) totals[tag] = clean(sum);
  return totals;
}

function wireSum(field: Field, sum: number, minorDigits: number): number {
  if (field.type === 'money') return sum / 10 ** minorDigits;
  if (field.type !== 'duration') return clean(sum);
  const unit = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 }[field.unit ?? 'h'];
  return sum / unit;
}

// Floating dust of long sums ends well below the twelfth digit.
function clean(sum: number): number {
  return Number(sum.toPrecision(14));
}

function columnReport(reading: Reading, shape: ColumnShape): ColumnReport {
  const { found } = reading;
  const mapped = found.mapping?.columns.find(({ column }) => column === shape.column);
  const wide = found.wide.find(({ column }) => column === shape.column);
  const across = wide && found.dataset?.wide ? found.dataset.wide.valueField : null;
  const decision = reading.decisions.find(({ column }) => column === shape.column);
  const suggestions = found.dataset ? suggestionsFor(found.dataset, shape) : [];
  const near = (suggestions[0]?.score ?? 0) >= 0.5 && shape.filled > 0 ? 'fuzzy' : 'none';
  const how = mapped?.how ?? (wide ? (reading.input.plan ? 'plan' : 'values') : near);
  const notes = [noteOf(reading.input.table, shape.column), found.mapping?.notes.get(shape.column), decision?.note].filter(
    (note) => note !== undefined && note !== null,
  );
  return {
    column: shape.column,
    letter: columnLetter(shape.column),
    header: shape.header,
    field: mapped?.field.name ?? across,
    score: mapped ? (mapped.how === 'words' ? 0.95 : 1) : wide ? 0.95 : near === 'fuzzy' ? (suggestions[0]?.score ?? 0) : 0,
    how,
    samples: shape.samples.map(({ row, raw }) => ({ row, raw, parsed: parsedText(reading, { shape, row, field: mapped?.field }) })),
    note: notes.length > 0 ? notes.join('; ') : null,
    suggestions,
  };
}

function suggestionsFor(dataset: Dataset, shape: ColumnShape): { field: string; score: number }[] {
  return aliasIndex.likeness(shape.header, dataset.name).slice(0, 3);
}

/** What the words of a field mean here: the plan's answers over remembered ones over the profile's over the declared. */
function wordsOf({ found, input }: Reading, field: Field): WordBook {
  const remembered = found.dataset ? input.request.words[`${found.dataset.name}.${field.name}`] : undefined;
  return wordBook(field, [lower(input.layout.profile, field), remembered, input.plan?.words[field.name]]);
}

function parsedText(reading: Reading, at: { shape: ColumnShape; row: number; field: Field | undefined }): string | null {
  const decision = reading.decisions.find(({ column }) => column === at.shape.column);
  const row = reading.input.table.rows.find(({ number }) => number === at.row);
  if (!at.field || !decision || !row) return null;
  if (at.field.type === 'word') return readWord(cellText(row.cells[at.shape.column - 1] ?? null), wordsOf(reading, at.field), at.field);
  const month = reading.days.get(at.shape.column);
  const { julian, reversedSign, missing } = reading.input.layout;
  const read =
    month === undefined
      ? cellReader(at.field, { header: at.shape.header, decision, minorDigits: reading.input.request.minorDigits, words: null, missing, julian, reversedSign })
      : dayReader(at.field, month);
  const value = read(row.cells[at.shape.column - 1] ?? null);
  if (value === null || value instanceof Misread) return null;
  if (typeof value === 'string') return value;
  if (at.field.type === 'money') return String(value / 10 ** reading.input.request.minorDigits);
  return at.field.type === 'duration' ? `${String(wireSum(at.field, value, 0))} ${at.field.unit ?? 'h'}` : String(value);
}

// Title and form blocks above a head are part of what the user maps.
const mostTitleRows = 40;

function sampleOf(input: TableInput): { row: number; cells: string[] }[] {
  const from = input.sheet.rows.findIndex((row) => row.number === input.table.headerRow);
  const lead = Math.max(0, from - mostTitleRows);
  return input.sheet.rows.slice(lead, lead + input.request.sampleRows).map((row: Row) => ({ row: row.number, cells: row.cells.map((cell) => cellText(cell)) }));
}
