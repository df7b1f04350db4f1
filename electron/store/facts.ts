/**
 * Writing facts: the one way rows get into a fact table and out again. The rows of one natural key are compared and replaced as a
 * group: equal → attested, different → superseded (kept), unknown → new. Everything here runs inside the caller's transaction.
 */
import { Fault } from '../../shared/faults.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { FactBlock } from '../../shared/intake/interpretation.ts';
import { rowsOf, type SqlValue, type WriteDb } from './database.ts';
import { isEmptyTable, KeyedRows, liftIndexes, RowInserter, type FactRow } from './fact-rows.ts';
import { hash53, keyFields } from './identity.ts';
import { namingFor, type NameWait, type Naming } from './name-intake.ts';
import { settleBatches } from './name-settling.ts';
import { refreshRollUps } from './roll-ups.ts';
import { isList } from './snapshots.ts';

export interface FactTarget {
  dataset: Dataset;
  plant: string;
  batch: number;
  table: number;
  /** Source system, part of some keys. */
  source: string;
}

/** Source rows by what happened to them; `facts` counts stored or attested rows. */
export interface FactEffect {
  new: number;
  changed: number;
  same: number;
  facts: number;
  newFacts: number;
  /** Sums of the replaced and the replacing facts of changed keys, by measure column: for “lowers a total”. */
  replaced: Record<string, { before: number; after: number }>;
  /** Rows of the file whose names nobody knows yet. */
  waits: NameWait[];
  /** Stored rows that state under an answered name what other rows state under another text. */
  beside: number;
  /** Keys of the file that earlier files said, too. */
  knownKeys: number;
  /** Months ("2026-03", '' without a date) with replaced rows, and with new ones. */
  changedMonths: string[];
  newMonths: string[];
}

type StandingRow = Record<string, SqlValue> & { fact_id: number; batch_id: number };

type Outcome = 'new' | 'changed' | 'same';

const placeColumns = ['plant_code', 'batch_id', 'table_no', 'source_row', 'source_column', 'key_hash'] as const;

/** Stores the blocks of one table. */
export function storeFacts(db: WriteDb, target: FactTarget, blocks: readonly FactBlock[]): FactEffect {
  const { dataset } = target;
  const columns = factColumns(dataset);
  const naming = namingFor(db, target, columns);
  const statements = factStatements(dataset, columns, naming);
  const rows = new KeyedRows(target, columns, blocks);
  const inserter = new RowInserter(db, dataset.table, [...placeColumns, ...columns, ...naming.writtenColumns]);
  const outcomes = new Map<number, Outcome>();
  const days = new Set<string>();
  const months = { changed: new Set<string>(), new: new Set<string>() };
  const dayAt = columns.indexOf(dateColumnOf(dataset) ?? '');
  const effect: FactEffect = {
    new: 0,
    changed: 0,
    same: 0,
    facts: 0,
    newFacts: 0,
    replaced: {},
    waits: [],
    beside: 0,
    knownKeys: 0,
    changedMonths: [],
    newMonths: [],
  };
  const isEmpty = isEmptyTable(db, dataset.table);
  const buildIndexes = isEmpty ? liftIndexes(db, dataset.table, rows.count) : () => undefined;
  for (const [keyText, group] of rows.entries()) {
    const keyHash = hash53(keyText);
    const existing = isEmpty ? [] : standing(db, target, { sql: statements.existing, keyHash, columns, first: group[0] });
    if (existing.length > 0) effect.knownKeys += 1;
    const outcome = compare(existing, group, columns);
    refuseTwice(db, target, { existing, group, outcome });
    for (const incoming of group) outcomes.set(incoming.sourceRow, worse(outcomes.get(incoming.sourceRow), outcome));
    effect.facts += group.length;
    const stored = group.map((incoming) => naming.stored(incoming.values));
    if (outcome === 'same') {
      attest(db, target, existing, group);
      continue;
    }
    effect.newFacts += group.length;
    if (outcome === 'changed') {
      noteReplaced(effect, dataset, existing, { columns, group });
      for (const row of existing) {
        addDay(days, dataset, row);
        months.changed.add(monthOf(row[dateColumnOf(dataset) ?? '']));
        db.run(statements.supersede, [target.batch, row.fact_id]);
      }
    }
    for (const [index, incoming] of group.entries()) {
      inserter.put([target.plant, target.batch, target.table, incoming.sourceRow, incoming.sourceColumn, keyHash], stored[index] ?? incoming.values);
      if (dayAt >= 0) months[outcome].add(monthOf(incoming.values[dayAt]));
      if (dataset.rollUp && dayAt >= 0) days.add(String(incoming.values[dayAt] ?? '').slice(0, 10));
    }
  }
  inserter.flush();
  // before the indexes: where they were taken off, one pass over all rows is shorter than any of them
  refreshRollUps(db, dataset, { plant: target.plant, days: [...days] });
  buildIndexes();
  for (const outcome of outcomes.values()) effect[outcome] += 1;
  effect.changedMonths = [...months.changed];
  effect.newMonths = [...months.new];
  effect.waits = naming.waits();
  effect.beside = naming.beside(target.batch);
  return effect;
}

// Two tables of one file: rows with a number of their own may be repeated, anything else would replace or hide what the first said.
function refuseTwice(db: WriteDb, target: FactTarget, said: { existing: readonly StandingRow[]; group: readonly FactRow[]; outcome: Outcome }): void {
  const { existing, group, outcome } = said;
  const [first] = existing;
  if (!first || target.table === 0 || (outcome === 'same' && isList(target.dataset))) return;
  const isSaidAgain = () =>
    db.get('select 1 from attestation where fact_table = ? and fact_id = ? and batch_id = ?', [target.dataset.table, first.fact_id, target.batch]) !==
    undefined;
  if (first.batch_id !== target.batch && !isSaidAgain()) return;
  throw new Fault(
    'stated-twice',
    `${target.dataset.label}: expected each row in one table of the file, found row ${String(group[0]?.sourceRow ?? 0)} of table ${String(target.table + 1)} under the key of a row of another table; import the sheets one by one, or map the column that tells them apart.`,
  );
}

// The rows of a key that count today; an index hit is checked against the key itself.
function standing(db: WriteDb, target: FactTarget, key: { sql: string; keyHash: number; columns: string[]; first: FactRow | undefined }): StandingRow[] {
  const hits = rowsOf<StandingRow>(db.all(key.sql, [key.keyHash]));
  if (hits.length === 0 || !key.first) return [];
  const { keyColumns } = keyFields(target.dataset, target.plant, rowFrom(key.columns, key.first.values));
  return hits.filter((row) => keyColumns.every(([column, value]) => row[column] === value));
}

/**
 * Takes a batch's facts of one dataset back: facts a later import attested stay with that import, what the batch superseded
 * becomes active again (or superseded by whatever came after), in any order of undoing.
 */
export function removeFacts(db: WriteDb, dataset: Dataset, batch: number): void {
  const { table } = dataset;
  const plants = new Map<string, Set<string>>();
  const dateColumn = dateColumnOf(dataset);
  if (dataset.rollUp && dateColumn) {
    const touched = rowsOf<{ plant: string; day: string }>(
      db.all(`select distinct plant_code as plant, coalesce(substr(${dateColumn}, 1, 10), '') as day from ${table} where batch_id = ? or superseded_by = ?`, [
        batch,
        batch,
      ]),
    );
    for (const row of touched) plants.set(row.plant, (plants.get(row.plant) ?? new Set()).add(row.day));
  }
  db.run('delete from attestation where fact_table = ? and batch_id = ?', [table, batch]);
  const heirs = handOver(db, table, batch);
  const replaced = rowsOf<{ factId: number; keyHash: number; next: number | null }>(
    db.all(
      `select old.fact_id as factId, old.key_hash as keyHash,
         (select newer.superseded_by from ${table} newer where newer.batch_id = @batch and newer.key_hash = old.key_hash limit 1) as next
       from ${table} old where old.superseded_by = @batch`,
      { batch },
    ),
  );
  for (const row of replaced) {
    db.run(`update ${table} set superseded_by = ? where fact_id = ?`, [heirs.get(row.keyHash) ?? row.next, row.factId]);
  }
  db.run(`delete from attestation where fact_table = ? and fact_id in (select fact_id from ${table} where batch_id = ?)`, [table, batch]);
  db.run(`delete from ${table} where batch_id = ?`, [batch]);
  for (const [plant, days] of plants) refreshRollUps(db, dataset, { plant, days: [...days] });
  settleBatches(db, dataset, [...new Set(heirs.values())]);
}

// Facts of the batch that a later import said again go over to the earliest such import; answers key hash → heir.
function handOver(db: WriteDb, table: string, batch: number): Map<number, number> {
  const attested = rowsOf<{ factId: number; keyHash: number; heir: number; tableNo: number; sourceRow: number; sourceColumn: number | null }>(
    db.all(
      `select fact.fact_id as factId, fact.key_hash as keyHash, said.batch_id as heir, said.table_no as tableNo, said.source_row as sourceRow, said.source_column as sourceColumn
       from ${table} fact
       join attestation said on said.fact_table = @table and said.fact_id = fact.fact_id
       where fact.batch_id = @batch and said.batch_id = (
         select min(other.batch_id) from attestation other where other.fact_table = @table and other.fact_id = fact.fact_id)`,
      { table, batch },
    ),
  );
  const heirs = new Map<number, number>();
  for (const row of attested) {
    db.run(`update ${table} set batch_id = ?, table_no = ?, source_row = ?, source_column = ? where fact_id = ?`, [
      row.heir,
      row.tableNo,
      row.sourceRow,
      row.sourceColumn,
      row.factId,
    ]);
    db.run('delete from attestation where fact_table = ? and fact_id = ? and batch_id = ?', [table, row.factId, row.heir]);
    heirs.set(row.keyHash, row.heir);
  }
  return heirs;
}

/** The SQL columns of a fact as the intake fills them, in declaration order; `source` first where the table has one. */
export function factColumns(dataset: Dataset): string[] {
  const own = dataset.fields.flatMap((field) => (field.rawColumn ? [field.column, field.rawColumn] : [field.column]));
  return dataset.key.includes('source') || dataset.keyWithout?.key.includes('source') ? ['source', ...own] : own;
}

function factStatements(dataset: Dataset, columns: string[], naming: Naming) {
  const { table } = dataset;
  return {
    existing: `select fact_id, batch_id, plant_code, ${columns.map(naming.reading).join(', ')} from ${table} where key_hash = ? and superseded_by is null`,
    // the mark of a whole list is the standing row's; it is worked out again when this one stands again
    supersede: `update ${table} set superseded_by = ?${isList(dataset) ? ', gone_by = null' : ''} where fact_id = ?`,
  };
}

function rowFrom(columns: string[], values: SqlValue[]): Record<string, SqlValue> {
  return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]));
}

function compare(existing: Record<string, SqlValue>[], group: FactRow[], columns: string[]): Outcome {
  if (existing.length === 0) return 'new';
  if (existing.length !== group.length) return 'changed';
  const before = existing.map((row) => JSON.stringify(columns.map((column) => row[column] ?? null))).sort();
  const after = group.map((row) => JSON.stringify(row.values)).sort();
  return before.every((text, index) => text === after[index]) ? 'same' : 'changed';
}

function attest(db: WriteDb, target: FactTarget, existing: readonly StandingRow[], group: FactRow[]): void {
  for (const [index, row] of existing.entries()) {
    const incoming = group[index];
    if (!incoming || row.batch_id === target.batch) continue;
    db.run('insert into attestation (fact_table, fact_id, batch_id, table_no, source_row, source_column) values (?, ?, ?, ?, ?, ?) on conflict do nothing', [
      target.dataset.table,
      row.fact_id,
      target.batch,
      target.table,
      incoming.sourceRow,
      incoming.sourceColumn,
    ]);
  }
}

function worse(a: Outcome | undefined, b: Outcome): Outcome {
  if (a === 'changed' || b === 'changed') return 'changed';
  return a === 'new' || b === 'new' ? 'new' : 'same';
}

function noteReplaced(effect: FactEffect, dataset: Dataset, existing: Record<string, SqlValue>[], after: { columns: string[]; group: FactRow[] }): void {
  for (const field of dataset.fields.filter((candidate) => candidate.measure)) {
    const position = after.columns.indexOf(field.column);
    const sums = (effect.replaced[field.name] ??= { before: 0, after: 0 });
    for (const row of existing) sums.before += Number(row[field.column] ?? 0);
    for (const row of after.group) sums.after += Number(row.values[position] ?? 0);
  }
}

function addDay(days: Set<string>, dataset: Dataset, row: Record<string, SqlValue>): void {
  const dateColumn = dateColumnOf(dataset);
  if (dataset.rollUp && dateColumn) days.add(String(row[dateColumn] ?? '').slice(0, 10));
}

function monthOf(value: SqlValue | undefined): string {
  return String(value ?? '').slice(0, 7);
}

function dateColumnOf(dataset: Dataset): string | undefined {
  return dataset.fields.find((field) => field.name === dataset.dateField)?.column;
}
