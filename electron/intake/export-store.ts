/** The stored rows of a dataset, as the files said them: for exports, row by row from one moment of the store, and for looking at them. */
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { Connection, ReadDb, SqlValue } from '../store/database.ts';
import { rowOf, rowsOf } from '../store/database.ts';
import { factColumns } from '../store/facts.ts';
import { codeAsWritten, namedColumns } from '../store/named-columns.ts';

export interface RowSelection {
  dataset: Dataset;
  plant: string;
  /** Inclusive days of the dataset's date; null: all. */
  from: string | null;
  to: string | null;
}

/** Source system, then the values of the fields in declared order. */
export type ExportedRow = [source: string, ...values: (string | number | null)[]];

/**
 * Every standing row, by date. Of a key with rows inside the days all rows come along: brought back, a key's rows are compared as a
 * group. `db` is the caller's own connection, held until the last row is taken.
 */
export function* exportedRows(db: Connection, selection: RowSelection): Generator<ExportedRow, void, void> {
  const { dataset } = selection;
  const day = columnOf(dataset, dataset.dateField ?? '');
  const order = day === null ? 'fact.fact_id' : `fact.${day}, fact.fact_id`;
  const statement = db.raw.prepare(
    `select ${sourceSql(dataset)}, ${fieldSql(dataset).join(', ')} from ${dataset.table} fact
     join import_table said on said.batch_id = fact.batch_id and said.table_no = fact.table_no
     where ${whereSql(selection)} order by ${order}`,
  );
  db.raw.exec('begin');
  try {
    for (const row of statement.raw().iterate(whereValues(selection))) yield row as ExportedRow; // as selected above
  } finally {
    db.raw.exec('commit');
  }
}

export function countRows(db: ReadDb, selection: RowSelection): number {
  const { table } = selection.dataset;
  return rowOf<{ count: number }>(db.get(`select count(*) as count from ${table} fact where ${whereSql(selection)}`, whereValues(selection)))?.count ?? 0;
}

function sourceSql(dataset: Dataset): string {
  return factColumns(dataset)[0] === 'source' ? 'fact.source' : 'said.source';
}

// Codes as the file said them: what counts under an answered name keeps its own text.
function fieldSql(dataset: Dataset): string[] {
  const named = new Map(namedColumns(dataset).map((column) => [column.code, codeAsWritten(column)] as const));
  return dataset.fields.map(({ column }) => named.get(column) ?? `fact.${column}`);
}

function whereSql({ dataset, from, to }: RowSelection): string {
  const standing = 'fact.plant_code = @plant and fact.superseded_by is null';
  const day = columnOf(dataset, dataset.dateField ?? '');
  if (day === null || (from === null && to === null)) return standing;
  const inside = [...(from === null ? [] : [`inside.${day} >= @from`]), ...(to === null ? [] : [`inside.${day} < @after`])];
  return `${standing} and fact.key_hash in (
    select inside.key_hash from ${dataset.table} inside where inside.plant_code = @plant and inside.superseded_by is null and ${inside.join(' and ')})`;
}

function whereValues({ dataset, plant, from, to }: RowSelection): Record<string, SqlValue> {
  const isDated = columnOf(dataset, dataset.dateField ?? '') !== null;
  // a timestamp of the last day is behind the day itself
  return { plant, ...(isDated && from !== null && { from }), ...(isDated && to !== null && { after: `${to}~` }) };
}

function columnOf(dataset: Dataset, field: string): string | null {
  return dataset.fields.find(({ name }) => name === field)?.column ?? null;
}

export interface ShownRow {
  fact: number;
  batch: number;
  file: string;
  sheet: string;
  row: number;
  source: string;
  values: (string | number | null)[];
}

export interface ShownPage {
  /** Rows that pass the filter, of all pages. */
  count: number;
  rows: ShownRow[];
}

export interface PageWish {
  /** 0-based. */
  page: number;
  size: number;
  sort: { field: string; descending: boolean } | null;
  /** Texts looked for in every column, upper and lower case alike; all of them must be in a row. */
  words: readonly string[];
}

/** One page of rows as they stand, names as they count. */
export function shownRows(db: ReadDb, selection: RowSelection, wish: PageWish): ShownPage {
  const { dataset } = selection;
  const day = columnOf(dataset, dataset.dateField ?? '');
  const inRange = [
    ...(day !== null && selection.from !== null ? [`fact.${day} >= @from`] : []),
    ...(day !== null && selection.to !== null ? [`fact.${day} < @after`] : []),
  ];
  const searched = dataset.fields.map(({ column }) => `coalesce(fact.${column}, '')`).join(` || char(31) || `);
  const words = wish.words.map((_, index) => `instr(lower(${searched} || char(31) || b.file_name), lower(@word${String(index)})) > 0`);
  const where = ['fact.plant_code = @plant', 'fact.superseded_by is null', ...inRange, ...words].join(' and ');
  const from = `from ${dataset.table} fact join import_batch b on b.batch_id = fact.batch_id
    join import_table said on said.batch_id = fact.batch_id and said.table_no = fact.table_no where ${where}`;
  const values: Record<string, SqlValue> = {
    ...whereValues(selection),
    ...Object.fromEntries(wish.words.map((word, index) => [`word${String(index)}`, word] as const)),
  };
  const count = rowOf<{ count: number }>(db.get(`select count(*) as count ${from}`, values))?.count ?? 0;
  const by = wish.sort === null ? day : columnOf(dataset, wish.sort.field);
  const direction = wish.sort === null || wish.sort.descending ? 'desc' : 'asc';
  const order = by === null ? `fact.fact_id ${direction}` : `fact.${by} is null, fact.${by} ${direction}, fact.fact_id ${direction}`;
  const rows = rowsOf<Record<string, SqlValue>>(
    db.all(
      `select fact.fact_id as fact, b.batch_id as batch, b.file_name as file, said.sheet_name as sheet, fact.source_row as row, ${sourceSql(dataset)} as source,
         ${dataset.fields.map(({ column }, index) => `fact.${column} as f${String(index)}`).join(', ')}
       ${from} order by ${order} limit @size offset @offset`,
      { ...values, size: wish.size, offset: wish.page * wish.size },
    ),
  );
  return {
    count,
    rows: rows.map((row) => ({
      fact: Number(row['fact']),
      batch: Number(row['batch']),
      file: String(row['file']),
      sheet: String(row['sheet']),
      row: Number(row['row']),
      source: String(row['source']),
      values: dataset.fields.map((_, index) => plainValue(row[`f${String(index)}`])),
    })),
  };
}

function plainValue(value: SqlValue | undefined): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
