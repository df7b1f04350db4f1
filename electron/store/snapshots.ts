/**
 * Whole lists. A file the user confirmed to hold everything of its source marks what it no longer holds; nothing is ever deleted. The
 * marks are worked out again from the standing imports, so that they come and go with every import and undo, in any order.
 */
import type { Dataset } from '../../shared/intake/dataset.ts';
import { rowOf, rowsOf, type ReadDb, type WriteDb } from './database.ts';
import { refreshRollUps } from './roll-ups.ts';

const listDatasets: ReadonlySet<string> = new Set([
  'budget.accounts',
  'budget.commitments',
  'budget.projects',
  'compliance.audits',
  'compliance.permits',
  'maintenance.assets',
  'maintenance.plans',
  'maintenance.workOrders',
  'production.orders',
  'production.products',
  'staffing.people',
  'staffing.skills',
]);

/** From this share of the earlier rows on, a file may well be the whole list. */
const wholeShare = 0.9;

export interface ListScope {
  dataset: Dataset;
  plant: string;
  source: string;
}

/** What a file of a list leaves out of what its source said before. */
export interface Absent {
  /** Rows of earlier files it does not hold, besides those marked before. */
  count: number;
  /** The first of them, as their key reads. */
  first: string[];
  /** Whether the file looks like a whole list: an earlier one was, or it holds nine tenths of the earlier rows. */
  looksWhole: boolean;
}

/** Registers and work lists; facts of days have no whole. */
export function isList(dataset: Dataset): boolean {
  return listDatasets.has(dataset.name);
}

/** Records that a table is the whole list of its source. */
export function keepSnapshot(db: WriteDb, of: ListScope & { batch: number; table: number }): void {
  db.run('insert into full_snapshot (batch_id, table_no, plant_code, dataset, source) values (?, ?, ?, ?, ?)', [
    of.batch,
    of.table,
    of.plant,
    of.dataset.name,
    of.source,
  ]);
}

/** Forgets the whole lists of an import that is taken back. */
export function forgetSnapshots(db: WriteDb, batch: number): void {
  db.run('delete from full_snapshot where batch_id = ?', [batch]);
}

/** Whether any whole list of a dataset stands: without one there is nothing to mark. */
export function hasSnapshots(db: ReadDb, dataset: Dataset, plant: string): boolean {
  return isList(dataset) && db.get('select 1 from full_snapshot where plant_code = ? and dataset = ? limit 1', [plant, dataset.name]) !== undefined;
}

// The newest import that says a row, with the source it says it as.
function lastSaid(table: string): string {
  return `select fact.fact_id as fact_id, fact.key_hash as key_hash,
      coalesce(again.batch_id, fact.batch_id) as batch_id,
      (select said.source from import_table said
        where said.batch_id = coalesce(again.batch_id, fact.batch_id) and said.table_no = coalesce(again.table_no, fact.table_no)) as source
    from ${table} fact
    left join attestation again on again.fact_table = '${table}' and again.fact_id = fact.fact_id
      and again.batch_id = (select max(other.batch_id) from attestation other where other.fact_table = '${table}' and other.fact_id = fact.fact_id)
    where fact.plant_code = @plant and fact.superseded_by is null`;
}

/** Works the marks of a dataset out again; answers how many rows are newly marked. */
export function settleGone(db: WriteDb, dataset: Dataset, plant: string): number {
  const { table } = dataset;
  const dateColumn = dataset.fields.find((field) => field.name === dataset.dateField)?.column;
  const changed = rowsOf<{ gone: number | null; day: string }>(
    db.all(
      `with said as (${lastSaid(table)}),
         gone as (select said.fact_id as fact_id, (select min(whole.batch_id) from full_snapshot whole
           where whole.plant_code = @plant and whole.dataset = @dataset and whole.source = said.source and whole.batch_id > said.batch_id) as batch_id from said)
       update ${table} set gone_by = gone.batch_id from gone where ${table}.fact_id = gone.fact_id and ${table}.gone_by is not gone.batch_id
       returning gone_by as gone, ${dateColumn === undefined ? `''` : `coalesce(substr(${dateColumn}, 1, 10), '')`} as day`,
      { plant, dataset: dataset.name },
    ),
  );
  refreshRollUps(db, dataset, { plant, days: [...new Set(changed.map((row) => row.day))] });
  return changed.filter((row) => row.gone !== null).length;
}

/** What an import, its facts stored, leaves out of its source's list; `covered` counts the earlier keys it says. Null when nothing. */
export function absentFrom(db: ReadDb, scope: ListScope, import_: { batch: number; covered: number }): Absent | null {
  const { dataset, plant, source } = scope;
  if (!isList(dataset)) return null;
  const missing = `with said as (${lastSaid(dataset.table)})
    select fact.* from ${dataset.table} fact join said on said.fact_id = fact.fact_id
    where said.batch_id <> @batch and said.source = @source and fact.gone_by is null`;
  const parameters = { plant, source, batch: import_.batch };
  const counted = rowOf<{ keys: number }>(db.get(`select count(distinct key_hash) as keys from (${missing})`, parameters));
  const count = counted?.keys ?? 0;
  if (count === 0) return null;
  const wasWhole =
    db.get('select 1 from full_snapshot where plant_code = ? and dataset = ? and source = ? and batch_id <> ? limit 1', [
      plant,
      dataset.name,
      source,
      import_.batch,
    ]) !== undefined;
  const first = rowsOf<{ text: string }>(db.all(`select distinct ${nameSql(dataset)} as text from (${missing}) order by 1 limit 5`, parameters));
  return { count, first: first.map((row) => row.text), looksWhole: wasWhole || import_.covered / (import_.covered + count) >= wholeShare };
}

// A row by its own number, else by the first text it has.
function nameSql(dataset: Dataset): string {
  const keys = dataset.key.filter((name) => name !== 'source').map((name) => dataset.fields.find((field) => field.name === name)?.column ?? name);
  const own = keys.map((column) => `nullif(${column}, '')`);
  const texts = dataset.fields.filter((field) => field.type === 'text').map((field) => field.column);
  return `coalesce(${[...own, ...texts, `'without a number'`].join(', ')})`;
}
