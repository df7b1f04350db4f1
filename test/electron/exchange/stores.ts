/** Stores filled with given facts, exports of them, and exports taken in again by the real readers and the real writing. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Fault } from '../../../shared/faults.ts';
import type { Dataset } from '../../../shared/intake/dataset.ts';
import type { FactBlock, TableReport } from '../../../shared/intake/interpretation.ts';
import type { CoreContext } from '../../../electron/core/context.ts';
import { applyImport } from '../../../electron/intake/apply.ts';
import { makeExport, type ExportFormat } from '../../../electron/intake/export-file.ts';
import { interpretFile } from '../../../electron/intake/interpret.ts';
import { readBytes } from '../../../electron/intake/readers/read.ts';
import { TableChecks } from '../../../electron/intake/validate.ts';
import { checkRow, derive, Draft } from '../../../electron/intake/validate-rows.ts';
import type { Connection } from '../../../electron/store/database.ts';
import { openStore } from '../../../electron/store/open.ts';
import { request } from '../../support/samples.ts';

export interface StoredRow {
  source: string;
  values: Record<string, string | number | null>;
}

export interface TestStore {
  db: Connection;
  folder: string;
  context: CoreContext;
  close: () => void;
}

const clock = { now: () => '2026-11-05T08:00:00.000Z', zone: () => 'UTC', today: () => '2026-11-05' };
const caller = { door: 'command-line', actor: 'tester', host: 'test', asOf: null } as const;

let madeOnce: string | null = null;

// Making the tables takes far longer than filling them.
function emptyStore(): string {
  if (madeOnce !== null) return madeOnce;
  const folder = mkdtempSync(join(tmpdir(), 'plant-cockpit-exchange-'));
  madeOnce = join(folder, 'empty.sqlite');
  const db = openStore(madeOnce);
  db.raw.pragma('wal_checkpoint(truncate)');
  db.close();
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return madeOnce;
}

/** A store of plant MAIN with what of the rows an import would have taken. */
export function storeWith(dataset: Dataset, rows: readonly StoredRow[], plant = 'MAIN'): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'plant-cockpit-exchange-'));
  const file = join(folder, 'store.sqlite');
  copyFileSync(emptyStore(), file);
  const db = openStore(file);
  // nothing here outlives the test
  db.raw.pragma('synchronous = off');
  const places = { storeFile: file, packsFolder: join(folder, 'packs'), incomingFolder: join(folder, 'incoming'), resourcesFolder: '' };
  // an export reads the store and the clock, nothing else of the core
  const context = { reading: db, clock, places, caller, signal: new AbortController().signal } as unknown as CoreContext;
  const store = {
    db,
    folder,
    context,
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const tables = [...new Set(rows.map(({ source }) => source))].flatMap((source, table) => {
    const taken = takenRows(
      dataset,
      rows.filter((row) => row.source === source),
    );
    return taken.length === 0 ? [] : [{ report: reportOf(dataset, { table, source, rows: taken.length }), blocks: [blockOf(dataset, table, taken)] }];
  });
  if (tables.length === 0) return store;
  const given = { plant, bytes: Buffer.from('given') };
  try {
    apply(store, { ...given, tables });
  } catch (error) {
    // no store holds one key from two sources where the source is no part of it: the first one stands
    if (!(error instanceof Fault && error.code === 'stated-twice')) throw error;
    apply(store, { ...given, tables: tables.slice(0, 1) });
  }
  return store;
}

// What the row loop of the intake makes of values: derived ones, what must be there, the empty text of keys.
function takenRows(dataset: Dataset, rows: readonly StoredRow[]): (string | number | null)[][] {
  const at = new Map(dataset.fields.map(({ name }, index) => [name, index] as const));
  const checks = new TableChecks(dataset);
  return rows.flatMap(({ values }) => {
    const draft = new Draft(at);
    for (const [name, value] of Object.entries(values)) draft.set(name, value);
    derive(dataset, draft);
    if (checkRow(dataset, draft).some(({ code }) => code !== 'good-over-total') || checks.repeatedKey(draft) !== null) return [];
    for (const field of dataset.fields) {
      const value = draft.get(field.name);
      if (value !== null && !(value === '' && field.fallback !== undefined)) continue;
      if (field.fallback !== undefined) draft.set(field.name, field.type === 'number' ? Number(field.fallback) : field.fallback);
      else if (dataset.key.includes(field.name) && ['code', 'text', 'word'].includes(field.type)) draft.set(field.name, '');
    }
    return [draft.values];
  });
}

function blockOf(dataset: Dataset, table: number, rows: (string | number | null)[][]): FactBlock {
  return {
    table,
    fields: dataset.fields.map(({ name }) => name),
    sourceRows: rows.map((_, index) => index + 2),
    sourceColumns: null,
    values: dataset.fields.map((_, index) => rows.map((row) => row[index] ?? null)),
  };
}

function reportOf(dataset: Dataset, of: { table: number; source: string; rows: number }): TableReport {
  return {
    table: of.table,
    sheet: 0,
    sheetName: '',
    headerRow: 1,
    firstRow: 2,
    lastRow: of.rows + 1,
    dataset: dataset.name,
    profile: null,
    source: of.source,
    score: 1,
    reasons: [],
    status: 'ready',
    fault: null,
    columns: [],
    dateOrder: null,
    rows: { read: of.rows, rejected: 0 },
    period: null,
    totals: {},
    problems: [],
    problemCounts: {},
    rejectedRows: [],
    sample: [],
    unknownWords: [],
    sentinels: [],
  };
}

function apply(store: TestStore, job: { plant: string; tables: { report: TableReport; blocks: FactBlock[] }[]; bytes: Buffer }) {
  const path = join(store.folder, 'upload.gz');
  writeFileSync(path, gzipSync(job.bytes));
  const sha256 = createHash('sha256').update(job.bytes).digest('hex');
  return applyImport(
    store.db,
    {
      mode: 'commit',
      plant: job.plant,
      fileName: 'file',
      sha256,
      fileSize: job.bytes.length,
      path,
      allowPartial: false,
      request: '{}',
      caller,
      tables: job.tables,
    },
    { clock, figures: () => [] },
  );
}

/** Every standing row as it lies in the table, less what numbers and places it. */
export function facts(db: Connection, dataset: Dataset): string[] {
  const rows = db.raw
    .prepare(
      `select said.source as "from", fact.* from ${dataset.table} fact join import_table said on said.batch_id = fact.batch_id and said.table_no = fact.table_no
       where fact.superseded_by is null`,
    )
    .all() as Record<string, unknown>[]; // as selected
  const numbering = new Set(['fact_id', 'batch_id', 'table_no', 'source_row', 'source_column', 'superseded_by', 'gone_by']);
  return rows.map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !numbering.has(column)))).sort();
}

/** The bytes of an export. */
export async function exportOf(store: TestStore, dataset: Dataset, format: ExportFormat, span: { from?: string; to?: string } = {}): Promise<Buffer> {
  for await (const event of makeExport({ dataset, format, plant: undefined, from: span.from ?? null, to: span.to ?? null }, store.context)) {
    if (event.type === 'made') return readFileSync(join(store.folder, 'exports', event.file, event.name));
  }
  throw new Error('no export was made');
}

export interface TakenAgain {
  statuses: string[];
  reports: TableReport[];
  new: number;
  changed: number;
  same: number;
  waits: number;
}

/** Imports bytes as a user would who answers nothing; stores only what is ready. */
export async function importBytes(store: TestStore, bytes: Buffer): Promise<TakenAgain> {
  const answers = [...interpretFile(await readBytes(bytes), request({ fileName: 'any name' }))];
  const tables = answers.flatMap((answer) => {
    if (answer.type !== 'table') return [];
    const { report } = answer;
    return [{ report, blocks: answers.flatMap((one) => (one.type === 'facts' && one.block.table === report.table ? [one.block] : [])) }];
  });
  const taken: TakenAgain = {
    statuses: tables.map(({ report }) => report.status),
    reports: tables.map(({ report }) => report),
    new: 0,
    changed: 0,
    same: 0,
    waits: 0,
  };
  if (taken.statuses.some((status) => status !== 'ready')) throw new Error(JSON.stringify(tables.map(({ report }) => report.problems)));
  const outcome = apply(store, { plant: tables[0]?.report.plant ?? 'MAIN', tables, bytes });
  for (const effect of outcome.effects) {
    taken.new += effect.new;
    taken.changed += effect.changed;
    taken.same += effect.same;
    taken.waits += effect.waits.reduce((sum, wait) => sum + wait.rows, 0);
  }
  return taken;
}
