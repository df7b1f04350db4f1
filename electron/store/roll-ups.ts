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
    db.run(`${insertSelect(dataset, rollUp)} where superseded_by is null ${groupBy(rollUp)}`);
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
  // months have no index of their own: narrow by the day first
  const dateColumn = rollUp.grain === 'month' ? dataset.fields.find((field) => field.name === dataset.dateField)?.column : undefined;
  // … and facts without a date by having none
  const undated = buckets[0] === '' ? ` or ${dateColumn ?? 'null'} is null` : '';
  const range = dateColumn === undefined ? '' : `and (${dateColumn} >= @first and ${dateColumn} <= @last${undated})`;
  db.run(
    `${insertSelect(dataset, rollUp)}
     where plant_code = @plant and superseded_by is null ${range} and ${rollUp.bucket} in (select value from json_each(@buckets))
     ${groupBy(rollUp)}`,
    { plant, buckets: json, ...(dateColumn === undefined ? {} : { first: buckets[0] ?? '', last: `${buckets.at(-1) ?? ''}-99` }) },
  );
}

function insertSelect(dataset: Dataset, rollUp: RollUp): string {
  const extras = Object.entries(rollUp.extras ?? {});
  const columns = ['plant_code', rollUp.grain, ...rollUp.dimensions, ...rollUp.sums, ...extras.map(([column]) => column), 'fact_count'];
  const values = [
    'plant_code',
    rollUp.bucket,
    ...rollUp.dimensions,
    ...rollUp.sums.map((column) => `sum(${column})`),
    ...extras.map(([, expression]) => expression),
    'count(*)',
  ];
  return `insert into ${rollUp.table} (${columns.join(', ')}) select ${values.join(', ')} from ${dataset.table}`;
}

function groupBy(rollUp: RollUp): string {
  return `group by ${['plant_code', rollUp.bucket, ...rollUp.dimensions].join(', ')}`;
}
