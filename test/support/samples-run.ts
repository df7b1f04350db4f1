/** One real sample through the whole intake in this process: read, interpreted as it comes, answered as a user would, and stored. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { datasetNamed } from '../../shared/areas/catalog.ts';
import { Fault, type FaultCode } from '../../shared/faults.ts';
import { cellText, type Cell, type ReadFile } from '../../shared/intake/cells.ts';
import type { Field } from '../../shared/intake/dataset.ts';
import type { FactBlock, InterpretRequest, TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { applyImport } from '../../electron/intake/apply.ts';
import { shippedProfiles } from '../../electron/intake/profiles.ts';
import { readBytes } from '../../electron/intake/readers/read.ts';
import type { Connection, SqlValue } from '../../electron/store/database.ts';
import { rowsOf } from '../../electron/store/database.ts';
import { interpret, sampleBytes, samplesFolder, type SampleLine } from './samples.ts';

export type Answers = Partial<InterpretRequest>;

export interface SampleRun {
  bytes: Buffer;
  /** Null when the file can't be read at all. */
  file: ReadFile | null;
  fault: FaultCode | null;
  sentence: string;
  /** As the file comes, without an answer. */
  first: TableReport[];
  /** With the answers; `first` where none were needed. */
  reports: TableReport[];
  blocks: FactBlock[];
  db: Connection;
}

export type StoredRow = Record<string, string | number | null>;

const profiles = shippedProfiles(join(import.meta.dirname, '../../resources'));

export async function runSample(line: SampleLine, db: Connection, answers: ((first: TableReport[]) => Answers) | undefined): Promise<SampleRun> {
  const bytes = sampleBytes(line.path);
  const run: SampleRun = { bytes, file: null, fault: null, sentence: '', first: [], reports: [], blocks: [], db };
  // the name says what a budget is, as it does for a user; the owner before the double underscore is the index's own
  const fileName = line.path.split('__').at(-1) ?? line.path;
  try {
    run.file = await readBytes(bytes);
    const asItComes = interpret(run.file, { fileName, profiles });
    Object.assign(run, { first: asItComes.reports, reports: asItComes.reports, blocks: asItComes.blocks });
    if (answers) {
      const answered = interpret(run.file, { fileName, profiles, ...answers(run.first) });
      Object.assign(run, { reports: answered.reports, blocks: answered.blocks });
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    run.fault = error.code;
    run.sentence = error.message;
  }
  store(run, line, fileName);
  return run;
}

function store(run: SampleRun, line: SampleLine, fileName: string): void {
  const tables = run.reports
    .filter(({ status }) => status === 'ready')
    .map((report) => ({ report, blocks: run.blocks.filter(({ table }) => table === report.table) }));
  if (tables.length === 0) return;
  applyImport(
    run.db,
    {
      mode: 'commit',
      plant: 'MAIN',
      fileName,
      sha256: createHash('sha256').update(run.bytes).digest('hex'),
      fileSize: run.bytes.length,
      path: join(samplesFolder, line.path),
      allowPartial: false,
      request: '{}',
      caller: { door: 'command-line', actor: 'tester', host: 'here', asOf: null },
      tables,
    },
    { clock: { now: () => '2026-10-31T06:00:00.000Z', zone: () => 'UTC', today: () => '2026-10-31' }, figures: () => [] },
  );
}

/** What is stored of a dataset, by field name in wire units (money in major units, durations in the field's unit). */
export function stored(run: SampleRun, name: string): StoredRow[] {
  const dataset = datasetNamed(name);
  if (!dataset) throw new Error(`no dataset ${name}`);
  const rows = rowsOf<Record<string, SqlValue>>(run.db.all(`select * from ${dataset.table} where superseded_by is null order by fact_id`, []));
  return rows.map((row) => Object.fromEntries(dataset.fields.map((field) => [field.name, wire(field, row[field.column] ?? null)])));
}

function wire(field: Field, value: SqlValue): string | number | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value !== 'number') return null;
  if (field.type === 'money') return value / 100;
  if (field.type !== 'duration') return value;
  return value / { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 }[field.unit ?? 'h'];
}

/** A plan of a table as a user makes it: fields by header, everything else left out. */
export function planOf(report: TableReport | undefined, dataset: string, fields: Record<string, string>, change: Partial<TablePlan> = {}): TablePlan {
  if (!report) throw new Error('no such table');
  const open = new Map(Object.entries(fields));
  const columns = report.columns.map(({ column, header }) => {
    const field = open.get(header) ?? null;
    open.delete(header);
    return { column, field };
  });
  if (open.size > 0) throw new Error(`no column ${[...open.keys()].join(', ')} among ${report.columns.map(({ header }) => header).join(', ')}`);
  return {
    sheet: report.sheet,
    headerRow: report.headerRow,
    dataset,
    columns,
    constants: {},
    words: {},
    dateOrder: null,
    decimal: null,
    missing: [],
    real: [],
    ...change,
  };
}

/** The cells below a table's head, by header: what the file says, whatever is mapped. */
export function column(run: SampleRun, header: string, table = 0): Cell[] {
  const report = run.first[table];
  const at = report?.columns.find((one) => one.header === header)?.column;
  if (!run.file || !report || at === undefined) throw new Error(`no column ${header}`);
  const rows = run.file.sheets[report.sheet]?.rows ?? [];
  return rows.filter(({ number }) => number >= report.firstRow && number <= report.lastRow).map(({ cells }) => cells[at - 1] ?? null);
}

/** The sum of a column's figures; text counts where it is a number with a decimal point and commas between thousands. */
export function sumOf(run: SampleRun, header: string, table = 0): number {
  return column(run, header, table).reduce<number>((sum, cell) => sum + figure(cell), 0);
}

export function figure(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  const text = cellText(cell).trim().replaceAll(',', '');
  return text !== '' && Number.isFinite(Number(text)) && typeof cell === 'string' ? Number(text) : 0;
}

export function texts(run: SampleRun, header: string, table = 0): string[] {
  return column(run, header, table).map((cell) => cellText(cell).trim());
}

export function total(rows: readonly StoredRow[], field: string): number {
  return rows.reduce((sum, row) => sum + Number(row[field] ?? 0), 0);
}

export function distinct(values: readonly unknown[]): number {
  return new Set(values.filter((value) => value !== null && value !== '')).size;
}

export function count(values: readonly unknown[], wanted: unknown): number {
  return values.filter((value) => value === wanted).length;
}

/** First and last of ISO dates. */
export function span(values: readonly unknown[]): string {
  const days = values
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .map((value) => value.slice(0, 10))
    .sort();
  return `${days[0] ?? ''}..${days.at(-1) ?? ''}`;
}
