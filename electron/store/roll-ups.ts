/**
 * Roll-ups are kept in the transaction of the commit: the days (or months) an import touches are summed again from the raw facts, so a
 * roll-up always equals its raw sums and never drifts.
 */
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { WriteDb } from './database.ts';

/** Sums the given days (or months, by the roll-up's grain) of one plant again. */
export function refreshRollUp(db: WriteDb, dataset: Dataset, plant: string, buckets: readonly string[]): void {
  const { rollUp } = dataset;
  if (!rollUp || buckets.length === 0) return;
  const sorted = [...buckets].sort();
  const json = JSON.stringify(sorted);
  db.run(`delete from ${rollUp.table} where plant_code = ? and ${rollUp.grain} in (select value from json_each(?))`, [plant, json]);
  const range = rangeCondition(dataset);
  db.run(
    `${insertSelect(dataset)}
     where plant_code = @plant and superseded_by is null ${range} and ${rollUp.bucket} in (select value from json_each(@buckets))
     group by ${['plant_code', rollUp.bucket, ...rollUp.dimensions].join(', ')}`,
    { plant, buckets: json, ...(range === '' ? {} : { first: sorted[0] ?? '', last: `${sorted.at(-1) ?? ''}-99` }) },
  );
}

/** Sums everything again: after restores and for stores filled without the intake. */
export function rebuildRollUp(db: WriteDb, dataset: Dataset): void {
  const { rollUp } = dataset;
  if (!rollUp) return;
  db.run(`delete from ${rollUp.table}`);
  db.run(`${insertSelect(dataset)} where superseded_by is null group by ${['plant_code', rollUp.bucket, ...rollUp.dimensions].join(', ')}`);
}

function insertSelect(dataset: Dataset): string {
  const { rollUp, table } = dataset;
  if (!rollUp) return '';
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
  return `insert into ${rollUp.table} (${columns.join(', ')}) select ${values.join(', ')} from ${table}`;
}

// Months have no index of their own: narrow by the day first.
function rangeCondition(dataset: Dataset): string {
  if (dataset.rollUp?.grain !== 'month') return '';
  const column = dataset.fields.find((field) => field.name === dataset.dateField)?.column;
  return column ? `and ${column} >= @first and ${column} <= @last` : '';
}
