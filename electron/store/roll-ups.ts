/**
 * Roll-ups are kept in the transaction of the commit: the days (or months) an import touches are summed again from the raw facts, so a
 * roll-up always equals its raw sums and never drifts.
 */
import type { Dataset, RollUp } from '../../shared/intake/dataset.ts';
import type { WriteDb } from './database.ts';

/** The roll-ups of a dataset, finest first. */
export function rollUpsOf(dataset: Dataset): readonly RollUp[] {
  return dataset.rollUp ? [dataset.rollUp, ...(dataset.furtherRollUps ?? [])] : [];
}

/** Sums the given days of one plant again, in every roll-up; days may be months where the facts know no more. */
export function refreshRollUps(db: WriteDb, dataset: Dataset, touched: { plant: string; days: readonly string[] }): void {
  for (const rollUp of rollUpsOf(dataset)) {
    const length = rollUp.grain === 'month' ? 7 : 10;
    const buckets = [...new Set(touched.days.map((day) => day.slice(0, length)))].sort();
    if (buckets.length > 0) refresh(db, { dataset, rollUp }, { plant: touched.plant, buckets });
  }
}

/** Sums everything again: for stores filled without the intake. */
export function rebuildRollUps(db: WriteDb, dataset: Dataset): void {
  for (const rollUp of rollUpsOf(dataset)) {
    db.run(`delete from ${rollUp.table}`);
    const source = sourceOf(dataset, rollUp);
    db.run(`${insertSelect(rollUp, source)} where ${source.condition} ${groupBy(rollUp, source)}`);
  }
}

interface Target {
  dataset: Dataset;
  rollUp: RollUp;
}

function refresh(db: WriteDb, { dataset, rollUp }: Target, touched: { plant: string; buckets: string[] }): void {
  const { plant, buckets } = touched;
  const json = JSON.stringify(buckets);
  db.run(`delete from ${rollUp.table} where plant_code = ? and ${rollUp.grain} in (select value from json_each(?))`, [plant, json]);
  const source = sourceOf(dataset, rollUp);
  // months have no index of their own: narrow by the day first
  const { dayColumn } = source;
  // … and facts without a date by having none
  const undated = buckets[0] === '' ? ` or ${dayColumn ?? 'null'} is null` : '';
  const range = rollUp.grain !== 'month' || dayColumn === null ? '' : `and (${dayColumn} >= @first and ${dayColumn} <= @last${undated})`;
  db.run(
    `${insertSelect(rollUp, source)}
     where plant_code = @plant and ${source.condition} ${range} and ${source.bucket} in (select value from json_each(@buckets))
     ${groupBy(rollUp, source)}`,
    { plant, buckets: json, ...(range === '' ? {} : { first: buckets[0] ?? '', last: `${buckets.at(-1) ?? ''}-99` }) },
  );
}

/** What a roll-up is summed from: the facts, or the finest roll-up of the dataset. */
interface Source {
  table: string;
  /** SQL of the bucket, the condition for a row to count, and the number of facts in a group. */
  bucket: string;
  condition: string;
  count: string;
  dayColumn: string | null;
}

function sourceOf(dataset: Dataset, rollUp: RollUp): Source {
  const finest = dataset.rollUp;
  if (rollUp.fromFinest && finest) {
    const bucket = rollUp.grain === finest.grain ? finest.grain : `substr(${finest.grain}, 1, 7)`;
    return { table: finest.table, bucket, condition: 'true', count: 'sum(fact_count)', dayColumn: finest.grain === 'day' ? 'day' : null };
  }
  const dayColumn = dataset.fields.find((field) => field.name === dataset.dateField)?.column ?? null;
  return { table: dataset.table, bucket: rollUp.bucket, condition: 'superseded_by is null', count: 'count(*)', dayColumn };
}

function insertSelect(rollUp: RollUp, source: Source): string {
  const extras = Object.entries(rollUp.extras ?? {});
  const columns = ['plant_code', rollUp.grain, ...rollUp.dimensions, ...rollUp.sums, ...extras.map(([column]) => column), 'fact_count'];
  const values = [
    'plant_code',
    source.bucket,
    ...rollUp.dimensions,
    ...rollUp.sums.map((column) => `sum(${column})`),
    ...extras.map(([, expression]) => expression),
    source.count,
  ];
  return `insert into ${rollUp.table} (${columns.join(', ')}) select ${values.join(', ')} from ${source.table}`;
}

function groupBy(rollUp: RollUp, source: Source): string {
  return `group by ${['plant_code', source.bucket, ...rollUp.dimensions].join(', ')}`;
}
