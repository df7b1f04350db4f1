/** The later datasets from file to store and back: stored once, the same again, replaced by key, taken back, and a sound store throughout. */
import { describe, expect, it } from 'vitest';
import { catalog, datasetNamed } from '../../../shared/areas/catalog.ts';
import { storeFacts, removeFacts } from '../../../electron/store/facts.ts';
import { checkStore } from '../../../electron/store/upkeep.ts';
import type { Connection } from '../../../electron/store/database.ts';
import type { Dataset } from '../../../shared/intake/dataset.ts';
import type { FactBlock } from '../../../shared/intake/interpretation.ts';
import { layouts, values } from '../../fixtures/intake/dataset-layouts.ts';
import { interpretBytes } from '../../support/samples.ts';
import { commitFacts, freshStore } from '../../support/store.ts';

function countOf(db: Connection, dataset: Dataset): number {
  return Number(db.raw.prepare(`select count(*) from ${dataset.table} where superseded_by is null`).pluck().get());
}

function fileOf(name: string): Buffer {
  const columns = (layouts[name]?.[0] ?? '').split('|').map((part) => part.split(/=(?=[^=]*$)/u).map((text) => text.trim()));
  const rows = [0, 1, 2].map((row) => columns.map(([, field]) => values[name]?.[field ?? '']?.[row] ?? '').join(';'));
  return Buffer.from(`${columns.map(([header]) => header).join(';')}\n${rows.join('\n')}\n`);
}

function keep(db: Connection, dataset: Dataset, blocks: readonly FactBlock[]): { batch: number; new: number; changed: number; same: number } {
  const { batch } = commitFacts(db, dataset, []);
  const effect = db.transact(() => storeFacts(db, { dataset, plant: 'MAIN', batch, table: 0, source: '' }, blocks));
  return { batch, new: effect.new, changed: effect.changed, same: effect.same };
}

describe('a file of each later dataset', () => {
  it.each(Object.keys(layouts))('%s', async (name) => {
    const dataset = datasetNamed(name);
    if (!dataset) throw new Error(`no dataset ${name}`);
    const { reports, blocks } = await interpretBytes(fileOf(name), { fileName: 'x.csv' });
    expect(reports[0]).toMatchObject({ dataset: name, status: 'ready', rows: { read: 3, rejected: 0 } });
    const { db, file } = freshStore();
    const first = keep(db, dataset, blocks);
    expect(first).toMatchObject({ new: 3, changed: 0, same: 0 });
    expect(keep(db, dataset, blocks)).toMatchObject({ new: 0, changed: 0, same: 3 });
    expect(countOf(db, dataset)).toBe(3);
    db.transact(() => {
      removeFacts(db, dataset, first.batch);
    });
    expect(countOf(db, dataset)).toBe(3);
    expect(checkStore(file)).toMatchObject({ ok: true });
    expect(checkStore(file).counts[name]).toBe(3);
  });
});

describe('keys', () => {
  const stock = datasetNamed('inventory.stock');
  const roster = datasetNamed('staffing.roster');
  const plans = datasetNamed('maintenance.plans');
  if (!stock || !roster || !plans) throw new Error('a dataset is missing');

  it('keep units of one item apart', () => {
    const { db } = freshStore();
    const row = { date: '2026-01-31', item: 'A1', location: 'W1' };
    expect(
      commitFacts(db, stock, [
        { ...row, unit: 'EA', onHand: 5 },
        { ...row, unit: 'KG', onHand: 7 },
      ]).effect,
    ).toMatchObject({ new: 2 });
    expect(commitFacts(db, stock, [{ ...row, unit: 'EA', onHand: 6 }]).effect).toMatchObject({ new: 0, changed: 1 });
    expect(countOf(db, stock)).toBe(2);
  });

  it('tell headcounts without an employee apart by line and role', () => {
    const { db } = freshStore();
    const row = { date: '2026-01-13', shift: 'A', required: 4 };
    expect(
      commitFacts(db, roster, [
        { ...row, line: 'L1', role: 'Op' },
        { ...row, line: 'L1', role: 'Setter' },
      ]).effect,
    ).toMatchObject({ new: 2 });
    expect(commitFacts(db, roster, [{ ...row, line: 'L1', role: 'Op', required: 5 }]).effect).toMatchObject({ new: 0, changed: 1 });
  });

  it('let a plan come due many times, but not twice a day', async () => {
    const text = 'Plan,Asset,Task,Interval,Next Due\nPM1,A1,Grease,monthly,2026-01-31\nPM1,A1,Grease,monthly,2026-02-28\nPM1,A1,Grease,monthly,2026-02-28\n';
    const { reports } = await interpretBytes(Buffer.from(text), { fileName: 'x.csv', dataset: 'maintenance.plans' });
    expect(reports[0]?.problems.filter(({ code }) => code === 'duplicate-key')).toMatchObject([{ row: 4 }]);
  });
});

describe('totals', () => {
  it('are apart for each unit, and plain where there is one', async () => {
    const file = (unit: string): Buffer => Buffer.from(`Item,Bin Location,On Hand,Unit,Reorder Point\nA1,W1,5,EA,2\nA2,W1,7,${unit},2\nA3,W2,1.5,${unit},2\n`);
    const mixed = await interpretBytes(file('KG'), { fileName: 'x.csv' });
    expect(mixed.reports[0]).toMatchObject({ status: 'ready', dataset: 'inventory.stock', totals: { 'onHand (EA)': 5, 'onHand (KG)': 8.5 } });
    expect(mixed.reports[0]?.totals['onHand']).toBeUndefined();
    expect((await interpretBytes(file('EA'), { fileName: 'x.csv' })).reports[0]?.totals).toEqual({ onHand: 13.5 });
  });
});

describe('order types', () => {
  const file = (header: string, one: string, two: string): Buffer =>
    Buffer.from(`Order,Short text,${header},Status\n1,Leak,${one},REL\n2,Grease,${two},TECO\n`);

  it('stay codes when no word is known for them', async () => {
    for (const header of ['Order type', 'PMType', 'Auftragsart']) {
      const { reports, blocks } = await interpretBytes(file(header, 'PM01', 'PM02'), { fileName: 'x.csv' });
      expect(reports[0]).toMatchObject({ status: 'ready', dataset: 'maintenance.workOrders' });
      expect(blocks[0]?.values[blocks[0].fields.indexOf('orderType')]).toEqual(['PM01', 'PM02']);
      expect(blocks[0]?.values[blocks[0].fields.indexOf('type')]).toEqual([null, null]);
    }
  });

  it('are work types when they are words, and asked about when only some are', async () => {
    const words = await interpretBytes(file('Order type', 'Corrective', 'Preventive'), { fileName: 'x.csv' });
    expect(words.reports[0]?.status).toBe('ready');
    expect(words.blocks[0]?.values[words.blocks[0].fields.indexOf('type')]).toEqual(['corrective', 'preventive']);
    expect((await interpretBytes(file('Order type', 'Corrective', 'PM02'), { fileName: 'x.csv' })).reports[0]?.status).toBe('needs-mapping');
    expect((await interpretBytes(file('Work type', 'PM01', 'PM02'), { fileName: 'x.csv' })).reports[0]?.status).toBe('needs-mapping');
  });

  it('are work types once a person has said what the codes mean', async () => {
    const { blocks } = await interpretBytes(file('Order type', 'PM01', 'PM02'), {
      fileName: 'x.csv',
      words: { 'maintenance.workOrders.type': { PM01: 'corrective', PM02: 'preventive' } },
    });
    expect(blocks[0]?.values[blocks[0].fields.indexOf('type')]).toEqual(['corrective', 'preventive']);
  });
});

it('knows every dataset of the house', () => {
  expect(catalog).toHaveLength(25);
  expect(new Set(catalog.map(({ table }) => table)).size).toBe(25);
});
