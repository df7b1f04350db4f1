/** What is said about a table that was read: its status, its columns with samples, its sums, and the cells around its head. */
import { Fault, type FaultBody } from '../../shared/faults.ts';
import { cellText, columnLetter, type Row } from '../../shared/intake/cells.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { ColumnReport, Profile, TableReport } from '../../shared/intake/interpretation.ts';
import { cellReader, Misread } from './coerce-fields.ts';
import { readWord, wordBook, type WordBook } from './coerce-words.ts';
import type { FoundTable } from './found-table.ts';
import { dayReader } from './interpret-constants.ts';
import type { FactResult } from './interpret-facts.ts';
import { aliasIndex } from './recognise-aliases.ts';
import type { ColumnShape } from './recognise-shapes.ts';
import type { TableInput, TableReading } from './table-reading.ts';

export function fieldOf(dataset: Dataset, name: string): Field | undefined {
  return dataset.fields.find((field) => field.name === name);
}

function lower(profile: Profile | null, field: Field): Readonly<Record<string, string>> | undefined {
  return profile?.words[field.name];
}

function noteOf(table: FoundTable, column: number): string | undefined {
  return table.columns.find((one) => one.column === column)?.note;
}

const asking = ['missing-column', 'unsure-dataset', 'ambiguous-dates', 'ambiguous-numbers', 'sentinel', 'unknown-word', 'exact-duplicates'] as const;

function statusOf(reading: TableReading): { status: TableReport['status']; fault: FaultBody | null } {
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

/** Everything said about a table, with or without facts. */
export function reportOf(reading: TableReading, result: FactResult | null): TableReport {
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
    period: result?.period ? (found.covers ?? result.period) : null,
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

function columnReport(reading: TableReading, shape: ColumnShape): ColumnReport {
  const { found } = reading;
  const mapped = found.mapping?.columns.find(({ column }) => column === shape.column);
  const wide = found.wide.find(({ column }) => column === shape.column);
  const across = wide && found.dataset?.wide ? found.dataset.wide.valueField : null;
  const valueField = across !== null && found.dataset ? fieldOf(found.dataset, across) : undefined;
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
    samples: shape.samples.map(({ row, raw }) => ({ row, raw, parsed: parsedText(reading, { shape, row, field: mapped?.field ?? valueField }) })),
    note: notes.length > 0 ? notes.join('; ') : null,
    suggestions,
  };
}

function suggestionsFor(dataset: Dataset, shape: ColumnShape): { field: string; score: number }[] {
  return aliasIndex.likeness(shape.header, dataset.name).slice(0, 3);
}

/** What the words of a field mean here: the plan's answers over remembered ones over the profile's over the declared. */
export function wordsOf({ found, input }: TableReading, field: Field): WordBook {
  const remembered = found.dataset ? input.request.words[`${found.dataset.name}.${field.name}`] : undefined;
  return wordBook(field, [lower(input.layout.profile, field), remembered, input.plan?.words[field.name]]);
}

function parsedText(reading: TableReading, at: { shape: ColumnShape; row: number; field: Field | undefined }): string | null {
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
