/** A dataset is declared once: the store's tables have exactly the columns the declarations name. */
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { rollUpsOf } from '../../electron/store/roll-ups.ts';
import { namedColumns } from '../../electron/store/named-columns.ts';
import { migrations } from '../../electron/store/open.ts';
import { catalog } from '../../shared/areas/catalog.ts';
import type { Dataset, RollUp } from '../../shared/intake/dataset.ts';

const db = new Database(':memory:');
for (const migration of migrations()) db.exec(migration.sql);
afterAll(() => db.close());

const factColumns = ['fact_id', 'plant_code', 'batch_id', 'table_no', 'source_row', 'source_column', 'key_hash', 'superseded_by'];
// Only lists whose whole can be known mark what is gone.
const goneColumn = 'gone_by';

interface Column {
  name: string;
  type: string;
  hidden: number; // 2, 3: generated
}

function columnsOf(table: string): Column[] {
  return db.prepare('select name, type, hidden from pragma_table_xinfo(?)').all(table) as Column[];
}

function declared(dataset: Dataset): string[] {
  const fields = dataset.fields.flatMap((field) => (field.rawColumn === undefined ? [field.column] : [field.column, field.rawColumn]));
  // The source system of a row is part of some keys and comes from the profile, not from a column.
  return [
    ...factColumns,
    ...(dataset.key.includes('source') || dataset.keyWithout?.key.includes('source') ? ['source'] : []),
    ...fields,
    ...namedColumns(dataset).map((column) => column.written),
  ];
}

function rolledUp(rollUp: RollUp): string[] {
  return ['plant_code', rollUp.grain, ...rollUp.dimensions, ...rollUp.sums, ...Object.keys(rollUp.extras ?? {}), 'fact_count'];
}

describe('fact tables', () => {
  it.each(catalog.map((dataset) => [dataset.name, dataset] as const))('%s has the columns of its declaration', (_, dataset) => {
    const stored = columnsOf(dataset.table).filter((column) => column.hidden === 0 && column.name !== goneColumn);
    expect(stored.map((column) => column.name).sort()).toEqual([...new Set(declared(dataset))].sort());
  });

  it.each(catalog.map((dataset) => [dataset.name, dataset] as const))('%s stores durations and money as integers', (_, dataset) => {
    const types = new Map(columnsOf(dataset.table).map((column) => [column.name, column.type.toLowerCase()]));
    for (const field of dataset.fields) {
      if (field.type === 'money' || field.type === 'duration') expect(types.get(field.column), field.name).toBe('integer');
      if (field.type === 'count' || field.type === 'number') expect(['real', 'integer'], field.name).toContain(types.get(field.column));
      if (field.type === 'code' || field.type === 'text' || field.type === 'date' || field.type === 'timestamp')
        expect(types.get(field.column), field.name).toBe('text');
    }
  });

  const rollUps = catalog.flatMap((dataset) => rollUpsOf(dataset).map((rollUp) => [rollUp.table, rollUp, dataset] as const));
  it.each(rollUps)('%s has the columns of its roll-up', (table, rollUp, dataset) => {
    expect(
      columnsOf(table)
        .map((column) => column.name)
        .sort(),
    ).toEqual(rolledUp(rollUp).sort());
    const source = new Set(columnsOf(dataset.table).map((column) => column.name));
    for (const column of [rollUp.bucket, ...rollUp.dimensions, ...rollUp.sums]) expect(source.has(column), column).toBe(true);
  });

  it('would be caught lacking one', () => {
    expect(columnsOf('work_order').map((column) => column.name)).not.toContain('no_such_column');
    expect(columnsOf('shift_output').some((column) => column.hidden > 0)).toBe(true);
  });
});
