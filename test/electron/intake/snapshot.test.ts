import { describe, expect, it } from 'vitest';
import { maintenanceAssets, maintenanceWorkOrders } from '../../../shared/areas/maintenance/datasets.ts';
import { productionOutput } from '../../../shared/areas/production/datasets.ts';
import { listOpen, sumOpen, sumOpenAtEnds, type OrderScope } from '../../../electron/areas/maintenance/store.ts';
import { rowsOf, type Connection } from '../../../electron/store/database.ts';
import { checkStore } from '../../../electron/store/upkeep.ts';
import { freshStore } from '../../support/store.ts';
import { importer, type Row } from '../names/import-rows.ts';

const order = (number: string, status = 'open', more: Row = {}): Row => ({
  order: number,
  title: `Job ${number}`,
  status,
  created: '2026-10-02T08:00:00',
  ...more,
});
const orders = (...rows: Row[]) => [{ dataset: maintenanceWorkOrders, rows }];
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => order(String(from + index)));

const scope: OrderScope = { plant: 'MAIN', from: '2026-10-01', to: '2026-10-31', statusDay: '2026-10-31' };

/** Open orders by three ways that must agree: by the orders, by the roll-up, by the list. */
function open(db: Connection): number {
  const byOrder = sumOpen(db, scope, 'plant')[0]?.open ?? 0;
  expect(sumOpenAtEnds(db, 'MAIN', ['2026-10'])[0]?.open).toBe(byOrder);
  expect(listOpen(db, scope, 100)).toHaveLength(byOrder);
  return byOrder;
}

const gone = (db: Connection): string[] =>
  rowsOf<{ code: string }>(db.all('select order_code as code from work_order where gone_by is not null and superseded_by is null order by 1')).map(
    (row) => row.code,
  );

describe('a whole list', () => {
  it('marks what it no longer holds, once the user says so; an undo takes the marks back', () => {
    const { db, file } = freshStore();
    const { importRows, undo } = importer(db);
    importRows(orders(order('1'), order('2'), order('3', 'done', { completed: '2026-10-05T10:00:00' })), 'cmms');
    expect(open(db)).toBe(2);
    const whole = importRows(orders(order('1')), 'cmms', true);
    expect(whole.effects[0]).toMatchObject({ same: 1, gone: 2, absent: { count: 2, first: ['2', '3'] } });
    expect(gone(db)).toEqual(['2', '3']);
    expect(open(db)).toBe(1);
    // done work stays done
    expect(rowsOf<{ key: string }>(db.all('select distinct status_key as key from work_order_month order by 1')).map((row) => row.key)).toEqual([
      'done',
      'gone',
      'open',
    ]);
    expect(checkStore(file)).toMatchObject({ ok: true, rollUpsDiffer: [] });
    undo(whole.batch);
    expect(gone(db)).toEqual([]);
    expect(open(db)).toBe(2);
  });

  it('is never taken from a file in part', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    importRows(orders(...numbers(1, 20)), 'cmms');
    importRows(orders(order('1')), 'cmms');
    expect(gone(db)).toEqual([]);
    expect(open(db)).toBe(20);
  });

  it('says nothing about another source or another kind of data', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    importRows(orders(order('1'), order('2')), 'cmms');
    importRows(orders(order('9')), 'sheet');
    importRows([{ dataset: maintenanceAssets, rows: [{ asset: 'P-1', name: 'Press' }] }], 'cmms');
    importRows(orders(order('1')), 'cmms', true);
    expect(gone(db)).toEqual(['2']);
    expect(db.all('select 1 from asset where gone_by is not null')).toEqual([]);
  });

  it('is over for what a later file says again, changed or not', () => {
    const { db } = freshStore();
    const { importRows, undo } = importer(db);
    importRows(orders(order('1'), order('2'), order('3')), 'cmms');
    importRows(orders(order('1')), 'cmms', true);
    const again = importRows(orders(order('2'), order('3', 'onHold')), 'cmms');
    expect(gone(db)).toEqual([]);
    undo(again.batch);
    expect(gone(db)).toEqual(['2', '3']);
  });

  it('is proposed from nine tenths of the earlier rows on, and after an earlier one', () => {
    const { db } = freshStore();
    const { importRows, preview } = importer(db);
    importRows(orders(...numbers(1, 10)), 'cmms');
    expect(preview(orders(...numbers(2, 10)), 'cmms')[0]?.absent).toEqual({ count: 1, first: ['1'], looksWhole: true });
    expect(preview(orders(...numbers(3, 10)), 'cmms')[0]?.absent).toMatchObject({ count: 2, looksWhole: false });
    expect(preview(orders(...numbers(1, 12)), 'cmms')[0]?.absent).toBeNull();
    importRows(orders(...numbers(1, 9)), 'cmms', true);
    expect(preview(orders(order('1')), 'cmms')[0]?.absent).toMatchObject({ count: 8, looksWhole: true });
  });

  it('is refused where rows are missing or nothing can be whole', () => {
    const { db } = freshStore();
    const { importRows, apply } = importer(db);
    importRows(orders(order('1'), order('2')), 'cmms');
    expect(() => importRows([{ dataset: productionOutput, rows: [{ date: '2026-10-01', line: 'L1', good: 1 }] }], '', true)).toThrow(/has no whole/);
    expect(() => apply('commit', [{ dataset: maintenanceWorkOrders, rows: [order('1')], rejected: 1 }], { source: 'cmms', fullSnapshot: true })).toThrow(
      /1 rejected/,
    );
    expect(gone(db)).toEqual([]);
    expect(rowsOf<{ n: number }>(db.all('select count(*) as n from import_batch'))[0]?.n).toBe(1);
  });
});

describe('two tables of one file', () => {
  const shift = (good: number) => [{ date: '2026-10-01', line: 'L1', good }];

  it('never replace or hide each other’s rows: two shifts without a shift column are asked about', () => {
    const { db } = freshStore();
    const { importRows } = importer(db);
    for (const goods of [
      [100, 120],
      [100, 100],
    ]) {
      expect(() => importRows(goods.map((good) => ({ dataset: productionOutput, rows: shift(good) })))).toThrow(
        'Production output: expected each row in one table of the file, found row 2 of table 2 under the key of a row of another table',
      );
    }
    expect(db.all('select 1 from shift_output')).toEqual([]);
  });

  it('may repeat a numbered order word for word, and an undo leaves nothing of it', () => {
    const { db } = freshStore();
    const { importRows, undo } = importer(db);
    importRows(orders(order('1', 'onHold')), 'cmms');
    const { batch, effects } = importRows([...orders(order('1'), order('2')), ...orders(order('1'))], 'cmms');
    expect(effects.map((effect) => effect.same)).toEqual([0, 1]);
    expect(() => importRows([...orders(order('1')), ...orders(order('1', 'done'))], 'cmms')).toThrow(/found row 2 of table 2/);
    undo(batch);
    expect(db.all('select order_code as code, status, superseded_by as by from work_order')).toEqual([{ code: '1', status: 'onHold', by: null }]);
    expect(db.all('select 1 from attestation')).toEqual([]);
  });
});
