import { expect, it } from 'vitest';
import { catalog } from '../../../shared/areas/catalog.ts';
import { namedColumns, registerField, nameKinds } from '../../../electron/store/named-columns.ts';
import { freshStore } from '../../support/store.ts';

it('gives every column that names something a place for the text of the file, found by an index', () => {
  const { db } = freshStore();
  const columns = catalog.flatMap(namedColumns);
  expect(columns.length).toBeGreaterThan(15);
  for (const { dataset, code, written } of columns) {
    const names = db.raw.prepare('select name from pragma_table_xinfo(?)').pluck().all(dataset.table);
    expect(names, dataset.name).toEqual(expect.arrayContaining([code, written]));
    expect(db.raw.prepare(`select name from sqlite_schema where type = 'index' and name = ?`).pluck().get(`${dataset.table}_${written}`)).toBeDefined();
  }
});

it('has at most one register field a dataset, and a register for all kinds but lines', () => {
  const kinds = catalog.flatMap((dataset) => registerField(dataset)?.kind ?? []);
  expect(new Set(kinds)).toEqual(new Set(nameKinds.filter((kind) => kind !== 'line')));
  for (const dataset of catalog) expect(dataset.fields.filter((field) => field.registers).length).toBeLessThanOrEqual(1);
});
