/**
 * What an import changed of months already reported: the sums of the whole month before and after it, kept with the import that
 * replaced or added rows. Worked out from the facts it replaced, inside its own transaction; an import taken back no longer counts.
 */
import { datasetNamed } from '../../shared/areas/catalog.ts';
import { unassigned } from '../../shared/areas/range.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { Restatement } from '../../shared/intake/restatement.ts';
import { rowOf, rowsOf, type ReadDb, type WriteDb } from './database.ts';

/** Months ("2026-03") an import touched in one dataset. */
export interface TouchedMonths {
  dataset: Dataset;
  /** With rows it replaced. */
  changed: readonly string[];
  /** With rows nobody had said before. */
  added: readonly string[];
}

interface Share {
  figure: string;
  label: string;
  numerator: string;
  denominator: string;
}

/** Shares people quote, told as such beside the sums they are of. */
const shares: Readonly<Record<string, readonly Share[]>> = {
  'production.output': [{ figure: 'scrapShare', label: 'Scrap', numerator: 'scrap_count', denominator: 'made_count' }],
  'quality.inspections': [{ figure: 'defectiveShare', label: 'Defective', numerator: 'defective_count', denominator: 'inspected_count' }],
};

const accountSql = `coalesce(nullif(account_code, ''), '${unassigned}')`;

/** Money is told by account: the sum over a ledger says nothing. */
const items: Readonly<Record<string, { item: string; apart: string }>> = {
  'budget.actuals': { item: accountSql, apart: `''` },
  'budget.lines': { item: `version_code || ' ' || ${accountSql}`, apart: 'version_code' },
};

/** Figures kept of one import and dataset: the largest changes. */
const mostKept = 200;

interface Sums {
  period: string;
  item: string;
  /** Figures of one of these had been reported or not. */
  apart: string;
  earlierRows: number;
  replacedBatch: number | null;
  [column: string]: string | number | null;
}

/** Keeps what an import, its facts stored, changed; answers how many figures. */
export function keepRestatements(db: WriteDb, of: { batch: number; plant: string }, touched: readonly TouchedMonths[]): number {
  let count = 0;
  for (const months of merged(touched)) {
    const found = changesIn(db, of, months);
    for (const change of found.slice(0, mostKept)) {
      db.run(
        `insert into restatement (batch_id, plant_code, dataset, period, figure, item, before_value, after_value, replaced_batch)
         values (@batch, @plant, @dataset, @period, @figure, @item, @before, @after, @replacedBatch)`,
        { ...of, dataset: months.dataset.name, ...change },
      );
    }
    count += found.length;
  }
  return count;
}

// Several tables of a file may be of one dataset.
function merged(touched: readonly TouchedMonths[]): TouchedMonths[] {
  const datasets = [...new Set(touched.map((one) => one.dataset))];
  return datasets.map((dataset) => {
    const own = touched.filter((one) => one.dataset === dataset);
    return { dataset, changed: own.flatMap((one) => one.changed), added: own.flatMap((one) => one.added) };
  });
}

type Change = { period: string; figure: string; item: string; before: number | null; after: number | null; replacedBatch: number | null };

function changesIn(db: ReadDb, of: { batch: number; plant: string }, { dataset, changed, added }: TouchedMonths): Change[] {
  const day = dayColumn(dataset);
  const own = shares[dataset.name] ?? [];
  const measures = dataset.fields.filter((field) => field.measure);
  if (day === null || measures.length + own.length === 0) return [];
  const newest = newestBefore(db, of, dataset, day);
  // rows for the newest month are its own growing, not a restatement
  const months = [...new Set([...changed, ...added.filter((month) => newest !== null && month < newest)])].filter((month) => month !== '').sort();
  if (months.length === 0) return [];
  const columns = [...new Set([...measures.map((field) => field.column), ...own.flatMap((share) => [share.numerator, share.denominator])])];
  const rows = sumsOf(db, of, { dataset, day, months, columns });
  const reported = new Set(rows.filter((row) => row.earlierRows > 0).map((row) => `${row.period} ${row.apart}`));
  return rows
    .filter((row) => reported.has(`${row.period} ${row.apart}`))
    .flatMap((row) => figuresOf(row, measures, own).map((figure) => ({ ...figure, period: row.period, item: row.item, replacedBatch: row.replacedBatch })))
    .filter((change) => differ(change.before, change.after))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

function figuresOf(row: Sums, measures: readonly Field[], own: readonly Share[]): Pick<Change, 'figure' | 'before' | 'after'>[] {
  const value = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  const share = (of: string, to: string): number | null => {
    const [numerator, denominator] = [value(of), value(to)];
    return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  };
  return [
    ...own.map(({ figure, numerator, denominator }) => ({
      figure,
      before: share(`before_${numerator}`, `before_${denominator}`),
      after: share(`after_${numerator}`, `after_${denominator}`),
    })),
    ...measures.map((field) => ({ figure: field.name, before: value(`before_${field.column}`), after: value(`after_${field.column}`) })),
  ];
}

// The newest month the plant had facts of before the import.
function newestBefore(db: ReadDb, of: { batch: number; plant: string }, dataset: Dataset, day: string): string | null {
  const { table } = dataset;
  const row = rowOf<{ month: string | null }>(
    db.get(
      `select max(month) as month from (
         select max(substr(${day}, 1, 7)) as month from ${table} where plant_code = @plant and superseded_by is null and batch_id <> @batch
         union all select max(substr(${day}, 1, 7)) from ${table} where superseded_by = @batch and batch_id <> @batch)`,
      of,
    ),
  );
  return row?.month ?? null;
}

function sumsOf(
  db: ReadDb,
  of: { batch: number; plant: string },
  what: { dataset: Dataset; day: string; months: readonly string[]; columns: readonly string[] },
): Sums[] {
  const { dataset, day, months, columns } = what;
  const perField = dataset.fields.find((field) => field.measure && field.per !== undefined)?.per;
  const per = dataset.fields.find((field) => field.name === perField)?.column;
  const { item, apart } = items[dataset.name] ?? { item: per ?? `''`, apart: `''` };
  const sums = columns.map(
    (column) =>
      `sum(case when batch_id <> @batch then ${column} end) as before_${column}, sum(case when superseded_by is null then ${column} end) as after_${column}`,
  );
  const range = `plant_code = @plant and ${day} >= @first and ${day} < @last || '~' and substr(${day}, 1, 7) in (select value from json_each(@months))`;
  return rowsOf<Sums>(
    db.all(
      `select substr(${day}, 1, 7) as period, coalesce(${item}, '') as item, ${apart} as apart, sum(batch_id <> @batch) as earlierRows,
         max(case when superseded_by is not null and batch_id <> @batch then batch_id end) as replacedBatch, ${sums.join(', ')}
       from (select * from ${dataset.table} where superseded_by is null and ${range} union all select * from ${dataset.table} where superseded_by = @batch and ${range})
       group by 1, 2, 3`,
      { ...of, first: months[0] ?? '', last: months.at(-1) ?? '', months: JSON.stringify(months) },
    ),
  );
}

function differ(before: number | null, after: number | null): boolean {
  if (before === null || after === null) return before !== after;
  // fractions summed in another order
  return Math.abs(after - before) > 1e-9 * Math.max(1, Math.abs(before), Math.abs(after));
}

function sizeOf(change: Change): number {
  return Math.abs((change.after ?? 0) - (change.before ?? 0));
}

function dayColumn(dataset: Dataset): string | null {
  return dataset.fields.find((field) => field.name === dataset.dateField)?.column ?? null;
}

interface StoredChange {
  batch: number;
  dataset: string;
  period: string;
  figure: string;
  item: string;
  before: number | null;
  after: number | null;
  file: string;
  replacedFile: string | null;
  at: string;
  actor: string;
  minorDigits: number;
}

/** What standing imports changed, newest import first; months inclusive ("2026-03"), `since` an instant or a day. */
export function listRestatements(
  db: ReadDb,
  of: { plant: string; from?: string | undefined; to?: string | undefined; batch?: number | undefined; since?: string | undefined },
): Restatement[] {
  const rows = rowsOf<StoredChange>(
    db.all(
      `select change.batch_id as batch, change.dataset, change.period, change.figure, change.item, change.before_value as before, change.after_value as after,
         import.file_name as file, replaced.file_name as replacedFile, import.committed_at as at, import.actor, plant.minor_digits as minorDigits
       from restatement change
       join import_batch import on import.batch_id = change.batch_id and import.state = 'committed'
       join plant on plant.plant_code = change.plant_code
       left join import_batch replaced on replaced.batch_id = change.replaced_batch
       where change.plant_code = @plant and (@from is null or change.period >= @from) and (@to is null or change.period <= @to)
         and (@batch is null or change.batch_id = @batch) and (@since is null or import.committed_at >= @since)
       order by change.batch_id desc, change.dataset, change.period, change.item, change.figure`,
      { plant: of.plant, from: of.from ?? null, to: of.to ?? null, batch: of.batch ?? null, since: of.since ?? null },
    ),
  );
  return rows.flatMap(({ minorDigits, ...row }) => {
    const dataset = datasetNamed(row.dataset);
    return dataset ? [{ ...row, datasetLabel: dataset.label, ...shownAs(row, dataset, minorDigits) }] : [];
  });
}

const durationPerUnit = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function shownAs(
  row: Omit<StoredChange, 'minorDigits'>,
  dataset: Dataset,
  minorDigits: number,
): Pick<Restatement, 'figureLabel' | 'before' | 'after' | 'unit' | 'decimals'> {
  const share = (shares[dataset.name] ?? []).find((one) => one.figure === row.figure);
  const scaled = (by: number) => ({ before: row.before === null ? null : row.before / by, after: row.after === null ? null : row.after / by });
  if (share) return { figureLabel: share.label, ...scaled(0.01), unit: '%', decimals: 1 };
  const field = dataset.fields.find((candidate) => candidate.name === row.figure);
  const figureLabel = field?.label ?? row.figure;
  if (field?.type === 'money') return { figureLabel, ...scaled(10 ** minorDigits), unit: '', decimals: minorDigits };
  if (field?.type === 'duration' && field.unit) return { figureLabel, ...scaled(durationPerUnit[field.unit]), unit: field.unit, decimals: 1 };
  return { figureLabel, ...scaled(1), unit: '', decimals: 0 };
}
