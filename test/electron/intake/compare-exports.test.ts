import { describe, expect, it } from 'vitest';
import { comparisonCsv } from '../../../shared/intake/comparison.ts';
import { maintenanceAssets, maintenanceWorkOrders } from '../../../shared/areas/maintenance/datasets.ts';
import { productionOutput } from '../../../shared/areas/production/datasets.ts';
import { compareExports } from '../../../electron/intake/compare-exports.ts';
import { freshStore } from '../../support/store.ts';
import { importer, type Row } from '../names/import-rows.ts';

const order = (number: string, status: string, dueDate: string | null, more: Row = {}): Row => ({
  order: number,
  title: `Job ${number}`,
  status,
  dueDate,
  ...more,
});
const orders = (...rows: Row[]) => [{ dataset: maintenanceWorkOrders, rows }];

const first = orders(
  order('1', 'open', '2026-10-01'),
  order('2', 'open', '2026-10-02'),
  order('3', 'done', '2026-10-03'),
  order('4', 'open', '2026-10-04'),
  order('5', 'open', '2026-10-05'),
  order('6', 'open', '2026-10-06', { cost: 12_000 }),
  order('7', 'open', null),
);
const second = orders(
  order('2', 'closed', '2026-10-02'),
  order('3', 'reopened', '2026-10-03'),
  order('4', 'open', '2026-10-18'),
  order('5', 'open', '2026-10-03'),
  order('6', 'open', '2026-10-06', { cost: 12_550 }),
  order('7', 'open', null),
  order('8', 'open', null),
);

describe('the difference of two exports', () => {
  it('says what is new, closed, reopened, slipped, changed and vanished', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    const earlier = importRows(first, 'cmms').batch;
    const later = importRows(second, 'cmms').batch;
    const found = compareExports(db, { earlier, later, limit: 100 });
    expect(found.counts).toEqual({ new: 1, closed: 1, reopened: 1, slipped: 1, changed: 2, vanished: 1, same: 1 });
    expect(found.rows.map((row) => [row.kind, row.key, row.slipDays])).toEqual([
      ['new', '8', null],
      ['closed', '2', null],
      ['reopened', '3', null],
      ['slipped', '4', 14],
      ['changed', '5', null],
      ['changed', '6', null],
      ['vanished', '1', null],
    ]);
    expect(found.rows.find((row) => row.key === '6')?.fields).toEqual([{ field: 'cost', label: 'Cost', before: 120, after: 125.5 }]);
    expect(found.rows.find((row) => row.key === '5')?.fields).toEqual([{ field: 'dueDate', label: 'Due', before: '2026-10-05', after: '2026-10-03' }]);
    // each row leads to its places in both files
    expect(found.rows.find((row) => row.key === '4')).toMatchObject({ earlier: { row: 5 }, later: { row: 4 } });
    expect(found.rows.find((row) => row.key === '1')).toMatchObject({ earlier: { row: 2 }, later: null });
    expect(found).toMatchObject({ earlier: { file: 'file-1.csv' }, later: { file: 'file-2.csv' }, leftOut: 0 });
    expect(compareExports(db, { earlier, later, limit: 3 })).toMatchObject({ leftOut: 4 });
  });

  it('takes the previous export of the same source, and holds after later imports and undos', () => {
    const { db } = freshStore();
    const { importRows, undo } = importer(db);
    const earlier = importRows(first, 'cmms').batch;
    importRows(orders(order('99', 'open', null)), 'other');
    const later = importRows(second, 'cmms').batch;
    const found = compareExports(db, { later, limit: 100 });
    expect(found.earlier.batch).toBe(earlier);
    // a third says the second again, a fourth replaces all: both leave what the first two said
    const third = importRows(second, 'cmms').batch;
    importRows(orders(...first.flatMap((table) => table.rows.map((row) => ({ ...row, status: 'onHold' })))), 'cmms');
    const kinds = (rows: typeof found.rows) => rows.map(({ kind, key }) => [kind, key]);
    expect(kinds(compareExports(db, { earlier, later, limit: 100 }).rows)).toEqual(kinds(found.rows));
    expect(compareExports(db, { later: third, limit: 100 }).counts).toMatchObject({ same: 7, new: 0, vanished: 0, changed: 0 });
    undo(later);
    expect(kinds(compareExports(db, { earlier, later: third, limit: 100 }).rows)).toEqual(kinds(found.rows));
    expect(() => compareExports(db, { earlier, later, limit: 1 })).toThrow(/expected the number of a standing import/);
  });

  it('compares other kinds by new, changed and vanished, groups by their rows', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    const asset = (code: string, name: string) => ({ asset: code, name });
    const earlier = importRows([{ dataset: maintenanceAssets, rows: [asset('P-1', 'Press'), asset('P-2', 'Saw')] }]).batch;
    const later = importRows([{ dataset: maintenanceAssets, rows: [asset('P-2', 'Band saw'), asset('P-3', 'Oven')] }]).batch;
    expect(compareExports(db, { earlier, later, limit: 9 }).rows.map(({ kind, key, title }) => [kind, key, title])).toEqual([
      ['new', 'P-3', 'Oven'],
      ['changed', 'P-2', 'Band saw'],
      ['vanished', 'P-1', 'Press'],
    ]);
    const output = (...goods: number[]) => [{ dataset: productionOutput, rows: goods.map((good) => ({ date: '2026-10-01', line: 'L1', good })) }];
    const one = importRows(output(5, 6)).batch;
    const two = importRows(output(5)).batch;
    expect(compareExports(db, { earlier: one, later: two, limit: 9 }).rows).toMatchObject([
      { kind: 'changed', key: '2026-10-01, L1', fields: [{ field: 'rows', before: 2, after: 1 }] },
    ]);
  });

  it('refuses what can’t be compared', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    const list = importRows(first, 'cmms').batch;
    const other = importRows([{ dataset: productionOutput, rows: [{ date: '2026-10-01', line: 'L1', good: 1 }] }]).batch;
    expect(() => compareExports(db, { earlier: list, later: other, limit: 1 })).toThrow(/two exports of one kind/);
    expect(() => compareExports(db, { earlier: list, later: list, limit: 1 })).toThrow(/twice/);
    expect(() => compareExports(db, { later: list, limit: 1 })).toThrow(/found none/);
  });

  it('prints as comma-separated text that no spreadsheet takes for a formula', () => {
    const row = {
      dataset: '',
      kind: 'slipped' as const,
      key: '=1+1',
      title: 'Belt, "left"',
      slipDays: 14,
      fields: [{ field: 'dueDate', label: 'Due', before: null, after: '2026-10-18' }],
      earlier: { factId: 1, sheet: 'WO', row: 2 },
      later: null,
    };
    expect(comparisonCsv([row]).split('\r\n')[1]).toBe(`slipped,'=1+1,"Belt, ""left""",14,Due: nothing → 2026-10-18,WO,2,,`);
  });
});
