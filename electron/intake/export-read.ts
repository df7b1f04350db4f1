/**
 * Reads an export of this program back: letter for letter, without any of the guesses other files need. What a person changed in it is
 * held to the same form; a head that is not ours, or one that is gone, asks.
 */
import { cellText, columnLetter, type Cell, type ReadFile, type Row, type Sheet } from '../../shared/intake/cells.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { ColumnReport, FactBlock, InterpretRequest, TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { Fault } from '../../shared/faults.ts';
import { exportSheet, templateColumns, templateOf, unguarded, type ExportSheet } from './export-layout.ts';
import { exportReader } from './export-values.ts';
import { isBlank } from './find-tables-cells.ts';
import { FactBuilder, type FactColumn, type FactResult } from './interpret-facts.ts';
import { totalsOf } from './report-table.ts';
import { Misread, type CellReader } from './coerce-fields.ts';
import { ProblemList } from './validate-problems.ts';

/** What of a file is this program's own: exports by sheet number, and templates, whose explaining sheet is no table. */
export interface OwnSheets {
  exports: { sheet: number; layout: ExportSheet }[];
  /** Sheet numbers that hold no data. */
  explaining: ReadonlySet<number>;
  /** The dataset a template is for. */
  dataset: string | null;
  /** How its filled sheet is read: the head is known, nothing has to be found. */
  plans: TablePlan[];
}

/** A plan, profile or statement by hand makes it a file like any other. */
export function ownSheets(file: ReadFile, request: InterpretRequest): OwnSheets {
  const isByHand = request.profile !== null || Object.keys(request.constants).length > 0;
  const exports = file.sheets.flatMap((sheet, index) => {
    if (isByHand || (request.sheet !== null && request.sheet !== sheet.name) || request.plans.some((plan) => plan.sheet === index)) return [];
    const layout = exportSheet(sheet.rows);
    return layout && (request.dataset === null || request.dataset === layout.dataset.name) ? [{ sheet: index, layout }] : [];
  });
  const templates = file.sheets.flatMap((sheet, index) => {
    const dataset = templateOf(sheet.rows);
    return dataset ? [{ index, dataset }] : [];
  });
  const [template] = templates;
  const dataset = template && templates.length === 1 && !isByHand && request.dataset === null && request.plans.length === 0 ? template.dataset : null;
  return {
    exports,
    explaining: new Set(templates.map(({ index }) => index)),
    dataset: dataset?.name ?? null,
    plans: dataset ? file.sheets.flatMap((sheet, index) => templatePlan(dataset, sheet, index)) : [],
  };
}

function templatePlan(dataset: Dataset, sheet: Sheet, index: number): TablePlan[] {
  const columns = templateColumns(dataset, sheet.rows);
  const [head] = sheet.rows;
  if (columns === null || !head || sheet.rows.length < 2) return [];
  const open = { constants: {}, words: {}, dateOrder: null, decimal: null, missing: [], real: [] };
  return [{ sheet: index, headerRow: head.number, headRows: 1, dataset: dataset.name, columns, ...open }];
}

export interface ExportTable {
  report: TableReport;
  blocks: FactBlock[];
}

interface Part {
  source: string;
  rows: Row[];
}

/** The rows of an export, one table for each source they came from: names and some keys are apart for each. `first`: number of the first table. */
export function readExport(sheet: Sheet, at: { index: number; first: number; layout: ExportSheet }, request: InterpretRequest): ExportTable[] {
  const { layout } = at;
  const body = sheet.rows.slice(1).filter((row) => row.cells.some((cell) => !isBlank(cell)));
  if (body.length === 0) throw new Fault('no-data', `${request.fileName} is an export of ${layout.dataset.label} without rows; nothing is in it to import.`);
  const plants = new Set(body.map((row) => textAt(row, layout.plantColumn)).filter((text) => text !== ''));
  const parts = new Map<string, Part>();
  for (const row of body) {
    const source = layout.sourceColumn === null ? '' : textAt(row, layout.sourceColumn);
    const part = parts.get(source);
    if (part) part.rows.push(row);
    else parts.set(source, { source, rows: [row] });
  }
  const doubt = doubtOf(layout, plants);
  const [plant] = plants;
  return [...parts.values()].map((part, index) => tableOf(sheet, { ...at, part, doubt, plant: plant ?? null, table: at.first + index }, request));
}

const plantCode = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u;

function textAt(row: Row, column: number): string {
  return unguarded(row.cells[column] ?? null)?.trim() ?? '';
}

function doubtOf(layout: ExportSheet, plants: ReadonlySet<string>): string | null {
  const { label } = layout.dataset;
  const odd = [...plants].find((plant) => !plantCode.test(plant));
  if (odd !== undefined) return `“${odd.slice(0, 60)}” can’t be a plant: expected a code of 1 to 40 letters, digits, dots or dashes.`;
  if (plants.size > 1) return `This export of ${label} holds the plants ${[...plants].join(', ')}; keep the rows of one plant a file.`;
  if (layout.unknown.length > 0) {
    return `This export of ${label} has a column “${layout.unknown[0]?.header ?? ''}” that is none of its own; take it out, or map the columns by hand.`;
  }
  if (layout.missing.length > 0) {
    return `This export of ${label} has no column “${layout.missing[0]?.label ?? ''}” any more; export it again, or map the columns by hand.`;
  }
  return null;
}

interface TableAt {
  index: number;
  table: number;
  layout: ExportSheet;
  part: Part;
  doubt: string | null;
  plant: string | null;
}

function tableOf(sheet: Sheet, at: TableAt, request: InterpretRequest): ExportTable {
  const { layout, part, doubt } = at;
  const { dataset } = layout;
  const digits = request.plantDigits?.[at.plant ?? ''] ?? request.minorDigits;
  const problems = new ProblemList();
  const columns: FactColumn[] = layout.columns.map(({ column, field }) => {
    const remembered = Object.values(request.words[`${dataset.name}.${field.name}`] ?? {});
    const read = exportReader(field, { digits, words: new Set([...Object.keys(field.words ?? {}), ...remembered]) });
    return { column: column + 1, field, read: readable(read), clockOnly: false, yearOnly: false };
  });
  const builder = new FactBuilder(
    { dataset, columns, constants: new Map(), wide: [], table: at.table, withRows: request.withRows, unasked: new Set() },
    problems,
  );
  if (doubt === null) for (const row of part.rows) builder.take(row);
  else problems.add('unsure-dataset', { row: layout.head.number, column: null, field: null }, { expected: dataset.label, found: headsOf(layout), fix: doubt });
  const result = builder.finish();
  const report: TableReport = {
    ...reportOf(sheet, at, { columns, result }),
    ...statusOf(problems, doubt),
    sample: sheet.rows.slice(0, request.sampleRows).map((row) => ({ row: row.number, cells: row.cells.map((cell) => cellText(cell)) })),
    totals: totalsOf(dataset, result, digits),
  };
  return { report, blocks: report.status === 'needs-mapping' ? [] : result.blocks };
}

// What Excel makes of a cell that was edited by a formula.
function readable(read: CellReader): CellReader {
  return (cell: Cell) => {
    if (cell === null || typeof cell !== 'object') return read(cell);
    if (cell.kind === 'error') return new Misread('error-value', 'a value', 'Correct the formula in the file.');
    if (cell.kind === 'formula') return new Misread('formula-without-value', 'a stored value', 'Open the file in Excel, save it, and import it again.');
    return read(cell);
  };
}

function headsOf(layout: ExportSheet): string {
  return layout.head.cells.map((cell) => cellText(cell)).join(', ');
}

function reportOf(sheet: Sheet, at: TableAt, read: { columns: readonly FactColumn[]; result: FactResult }) {
  const { layout, part } = at;
  return {
    table: at.table,
    sheet: at.index,
    sheetName: sheet.name,
    headerRow: layout.head.number,
    headRows: 1,
    firstRow: part.rows[0]?.number ?? 0,
    lastRow: part.rows.at(-1)?.number ?? 0,
    dataset: layout.dataset.name,
    profile: null,
    source: part.source,
    ...(at.plant !== null && { plant: at.plant }),
    score: 1,
    reasons: [`an export of ${layout.dataset.label} by this program${part.source === '' ? '' : `, its rows from ${part.source}`}`],
    columns: layout.head.cells.map((cell, index) => columnReport(cell, index, { part, columns: read.columns })),
    dateOrder: null,
    rows: { read: part.rows.length, rejected: read.result.rejectedRows.length },
    period: read.result.period,
    rejectedRows: read.result.rejectedRows,
    unknownWords: read.result.unknownWords,
    sentinels: [],
  };
}

function columnReport(head: Cell, index: number, read: { part: Part; columns: readonly FactColumn[] }): ColumnReport {
  const column = read.columns.find((one) => one.column === index + 1);
  const filled = read.part.rows.filter((row) => !isBlank(row.cells[index])).slice(0, 3);
  return {
    column: index + 1,
    letter: columnLetter(index + 1),
    header: cellText(head),
    field: column?.field.name ?? null,
    score: column ? 1 : 0,
    how: column ? 'exact' : 'none',
    samples: filled.map((row) => ({ row: row.number, raw: cellText(row.cells[index] ?? null), parsed: cellText(row.cells[index] ?? null) })),
    note: null,
    suggestions: [],
  };
}

function statusOf(problems: ProblemList, doubt: string | null): Pick<TableReport, 'status' | 'fault' | 'problems' | 'problemCounts'> {
  const found = { problems: problems.shown(), problemCounts: problems.counts };
  if (doubt !== null) return { ...found, status: 'needs-mapping', fault: new Fault('needs-mapping', doubt).body };
  if (problems.errors === 0) return { ...found, status: 'ready', fault: null };
  const first = problems.shown()[0];
  const sentence = `${first?.cell ?? 'The export'}: expected ${first?.expected ?? ''}, found “${first?.found ?? ''}”. ${first?.fix ?? ''}`;
  if (problems.has('unknown-word')) return { ...found, status: 'needs-mapping', fault: new Fault('needs-mapping', sentence).body };
  return { ...found, status: 'refused', fault: new Fault('rows-rejected', sentence).body };
}
