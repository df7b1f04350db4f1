/** All SQL of the intake besides the facts themselves: history, earlier imports, remembered answers. */
import { rowOf, rowsOf, type ReadDb, type WriteDb } from '../store/database.ts';

export interface ImportedTable {
  dataset: string;
  sheet: string;
  profile: string | null;
  rows: { read: number; new: number; changed: number; same: number; rejected: number };
  facts: number;
  period: { from: string; to: string } | null;
  totals: Record<string, number>;
}

export interface EarlierImport {
  batch: number;
  at: string;
  tables: ImportedTable[];
}

export interface ImportBatch extends EarlierImport {
  fileName: string;
  sha256: string;
  size: number;
  actor: string;
  door: string;
  plant: string;
  state: 'committed' | 'undone';
  undoneAt: string | null;
  /** Where it was found; null when a user handed it in. */
  watchedFolder: string | null;
  /** Figures of months already reported that it changed. */
  restated: number;
  /** Whether an earlier standing import of the same kind and source can be compared with it. */
  hasPrevious: boolean;
}

interface BatchRow {
  batch: number;
  at: string;
  fileName: string;
  sha256: string;
  size: number;
  actor: string;
  door: string;
  plant: string;
  state: 'committed' | 'undone';
  undoneAt: string | null;
  watchedFolder: string | null;
  restated: number;
  hasPrevious: number;
}

interface TableRow {
  batch: number;
  dataset: string;
  sheet: string;
  profile: string | null;
  read: number;
  new: number;
  changed: number;
  same: number;
  rejected: number;
  facts: number;
  periodFrom: string | null;
  periodTo: string | null;
  totals: string;
}

const selectBatch = `select batch_id as batch, committed_at as at, file_name as fileName, sha256, file_size as size, actor, door,
  plant_code as plant, state, undone_at as undoneAt,
  (select folder_path from watch_outcome w where w.batch_id = import_batch.batch_id and w.outcome = 'imported' limit 1) as watchedFolder,
  (select count(*) from restatement r where r.batch_id = import_batch.batch_id) as restated,
  exists (select 1 from import_table now join import_table before on before.dataset = now.dataset and before.source = now.source and before.batch_id < now.batch_id
    join import_batch earlier on earlier.batch_id = before.batch_id and earlier.state = 'committed' and earlier.plant_code = import_batch.plant_code
    where now.batch_id = import_batch.batch_id) as hasPrevious from import_batch`;
const selectTables = `select batch_id as batch, dataset, sheet_name as sheet, profile, rows_read as read, rows_new as new, rows_changed as changed,
  rows_same as same, rows_rejected as rejected, fact_count as facts, period_from as periodFrom, period_to as periodTo, totals from import_table`;

/** The import history, newest first. */
export function listImports(db: ReadDb, limit: number): ImportBatch[] {
  const batches = rowsOf<BatchRow>(db.all(`${selectBatch} order by batch_id desc limit ?`, [limit]));
  const lowest = batches.at(-1)?.batch ?? 0;
  const tables = tablesByBatch(rowsOf<TableRow>(db.all(`${selectTables} where batch_id >= ? order by batch_id, table_no`, [lowest])));
  return batches.map((batch) => ({ ...batch, hasPrevious: batch.hasPrevious === 1, tables: tables.get(batch.batch) ?? [] }));
}

/** The committed import of the same bytes by the same question, if there is one. */
export function committedBefore(db: ReadDb, sha256: string, request: string): EarlierImport | null {
  const batch = rowOf<BatchRow>(
    db.get(`${selectBatch} where sha256 = ? and request = ? and state = 'committed' order by batch_id desc limit 1`, [sha256, request]),
  );
  if (!batch) return null;
  const tables = tablesByBatch(rowsOf<TableRow>(db.all(`${selectTables} where batch_id = ? order by table_no`, [batch.batch])));
  return { batch: batch.batch, at: batch.at, tables: tables.get(batch.batch) ?? [] };
}

/** 'dataset.field' → text → word. */
export function rememberedWords(db: ReadDb): Record<string, Record<string, string>> {
  const words: Record<string, Record<string, string>> = {};
  for (const row of rowsOf<{ dataset: string; field: string; text: string; word: string }>(db.all('select dataset, field, text, word from word_alias'))) {
    (words[`${row.dataset}.${row.field}`] ??= Object.create(null) as Record<string, string>)[row.text] = row.word; // no prototype: texts come from files
  }
  return words;
}

export function rememberWord(db: WriteDb, answer: { dataset: string; field: string; text: string; word: string; at: string }): void {
  db.run(
    `insert into word_alias (dataset, field, text, word, recorded_at) values (@dataset, @field, @text, @word, @at)
     on conflict (dataset, field, text) do update set word = excluded.word, recorded_at = excluded.recorded_at`,
    answer,
  );
}

function tablesByBatch(rows: TableRow[]): Map<number, ImportedTable[]> {
  const tables = new Map<number, ImportedTable[]>();
  for (const row of rows) {
    const table: ImportedTable = {
      dataset: row.dataset,
      sheet: row.sheet,
      profile: row.profile,
      rows: { read: row.read, new: row.new, changed: row.changed, same: row.same, rejected: row.rejected },
      facts: row.facts,
      period: row.periodFrom !== null && row.periodTo !== null ? { from: row.periodFrom, to: row.periodTo } : null,
      totals: JSON.parse(row.totals) as Record<string, number>, // written by apply.ts
    };
    tables.set(row.batch, [...(tables.get(row.batch) ?? []), table]);
  }
  return tables;
}
