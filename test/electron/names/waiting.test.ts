/** Names nobody knows: their rows count as Unassigned in every figure that groups by the name, totals include them, one answer settles all. */
import { describe, expect, it } from 'vitest';
import { callerFactory } from '../../../electron/core/procedures.ts';
import { appRouter } from '../../../electron/core/router.ts';
import type { Connection } from '../../../electron/store/database.ts';
import { budgetAccounts, budgetActuals, budgetLines } from '../../../shared/areas/budget/datasets.ts';
import { maintenanceAssets, maintenanceWorkOrders } from '../../../shared/areas/maintenance/datasets.ts';
import { productionDowntime, productionOutput } from '../../../shared/areas/production/datasets.ts';
import { staffingTimecards } from '../../../shared/areas/staffing/datasets.ts';
import { contextOf } from '../areas/production/context.ts';
import { freshStore } from '../../support/store.ts';
import { importer, type Row } from './import-rows.ts';

const range = { from: '2026-10-01', to: '2026-10-31' };
const hour = 3_600_000;

const output = (line: string, good: number, date = '2026-10-05'): Row => ({ date, line, good, total: good });
const stop = (line: string, minutes: number): Row => ({ line, start: '2026-10-05T06:00:00', minutes: minutes * 60_000, reason: 'jam' });
const posting = (account: string, amount: number, part: Row = {}): Row => ({ account, date: '2026-10-05', amount, ...part });
const order = (code: string, part: Row): Row => ({ order: code, title: code, created: '2026-10-05T06:00:00', status: 'open', ...part });

function plant() {
  const { db } = freshStore();
  return { db, call: callerFactory(appRouter)(contextOf(db, '2026-11-03')), ...importer(db) };
}

const lines = async (db: Connection) => {
  const rows = await callerFactory(appRouter)(contextOf(db, '2026-11-03')).production.summary({ ...range, by: 'line' });
  return Object.fromEntries(rows.map((row) => [row.key, row.good]));
};

describe('lines', () => {
  it('come from the first file; a later file’s unknown ones wait, and count in totals', async () => {
    const { db, call, importRows } = plant();
    const first = importRows([{ dataset: productionOutput, rows: [output('L1', 100), output('L2', 50)] }]);
    expect(first.effects[0]?.waits).toEqual([]);
    const second = importRows([
      { dataset: productionOutput, rows: [output('L1', 7, '2026-10-06'), output('L-02', 9, '2026-10-06'), output(' l2 ', 4, '2026-10-06')] },
    ]);
    expect(second.effects[0]?.waits).toEqual([{ kind: 'line', field: 'line', rows: 1, names: 1, first: ['L-02'] }]);
    expect(await lines(db)).toEqual({ L1: 107, L2: 54, Unassigned: 9 });
    expect(await call.production.summary({ ...range, by: 'plant' })).toMatchObject([{ good: 170 }]);

    const [waiting] = await call.names.waiting({});
    expect(waiting).toMatchObject({ kind: 'line', rows: 1, known: 2, clusters: [] });
    expect(waiting?.names).toMatchObject([{ text: 'L-02', source: '', rows: 1, measure: { label: 'Good', value: 9 }, firstFile: 'file-2.csv' }]);
    expect(waiting?.names[0]?.suggestions[0]).toMatchObject({ code: 'L2', score: 0.98 });

    const { answers, rows } = await call.names.answer({ kind: 'line', texts: ['L-02'], answer: { is: 'L2' } });
    expect(rows).toBe(1);
    expect(await lines(db)).toEqual({ L1: 107, L2: 63 });
    expect(await call.names.waiting({})).toEqual([]);
    expect(await call.names.count({})).toEqual({ names: 0, rows: 0 });

    await call.names.takeBack({ answer: answers[0] ?? 0 });
    expect(await lines(db)).toEqual({ L1: 107, L2: 54, Unassigned: 9 });
    expect(await call.names.answered({})).toEqual([]);
  });

  it('are remembered for later files, created or ignored on request', async () => {
    const { db, call, importRows } = plant();
    importRows([{ dataset: productionOutput, rows: [output('L1', 1)] }]);
    importRows([{ dataset: productionOutput, rows: [output('L9', 10), output('Total', 20)] }]);
    await call.names.answer({ kind: 'line', texts: ['L9'], answer: 'new' });
    await call.names.answer({ kind: 'line', texts: ['Total'], answer: 'ignore' });
    expect(await lines(db)).toEqual({ L1: 1, L9: 10, Unassigned: 20 });
    expect(await call.names.count({})).toEqual({ names: 0, rows: 0 });
    const later = importRows([{ dataset: productionOutput, rows: [output('L9', 3, '2026-10-07'), output('Total', 4, '2026-10-07')] }]);
    expect(later.effects[0]?.waits).toEqual([]);
    expect(await lines(db)).toEqual({ L1: 1, L9: 13, Unassigned: 24 });
  });

  it('hold from a day on and for one source alone where the answer says so', async () => {
    const { db, call, importRows } = plant();
    importRows([{ dataset: productionOutput, rows: [output('L1', 1)] }]);
    importRows([{ dataset: productionOutput, rows: [output('X', 10, '2026-10-08'), output('X', 20, '2026-10-20')] }], 'mes');
    importRows([{ dataset: productionOutput, rows: [output('X', 40, '2026-10-21')] }], 'sheet');
    await call.names.answer({ kind: 'line', source: 'mes', texts: ['X'], answer: { is: 'L1', from: '2026-10-15' } });
    expect(await lines(db)).toEqual({ L1: 21, Unassigned: 50 });
    const [waiting] = await call.names.waiting({ kind: 'line' });
    expect(waiting?.names.map(({ text, source, rows }) => [text, source, rows])).toEqual([
      ['X', 'mes', 1],
      ['X', 'sheet', 1],
    ]);
  });

  it('are Unassigned in the downtime Pareto too', async () => {
    const { call, importRows } = plant();
    importRows([{ dataset: productionOutput, rows: [output('L1', 1)] }]);
    importRows([{ dataset: productionDowntime, rows: [stop('L1', 10), stop('L7', 30)] }]);
    const pareto = await call.production.pareto({ ...range, by: 'line' });
    expect(pareto.map((row) => [row.key, row.minutes])).toEqual([
      ['Unassigned', 30],
      ['L1', 10],
    ]);
  });

  it('of a time clock bind nobody while production has named none, and wait once it has', async () => {
    const { call, importRows } = plant();
    const card = (line: string): Row => ({ employee: `E-${line}`, date: '2026-10-05', line, regularHours: 8 * hour, payCode: 'regular' });
    const hours = async () => Object.fromEntries((await call.staffing.summary({ ...range, by: 'line' })).map((row) => [row.key, row.regularHours]));
    importRows([{ dataset: staffingTimecards, rows: [card('L1'), card('Office')] }]);
    expect(await hours()).toEqual({ L1: 8, Office: 8 });
    const first = importRows([{ dataset: productionOutput, rows: [output('L1', 1), output('L2', 1)] }]);
    expect(first.effects[0]?.waits).toEqual([]);
    expect(await hours()).toEqual({ L1: 8, Unassigned: 8 });
  });
});

describe('two names for the same rows', () => {
  it('are both counted, and whoever answers or imports is told how many', async () => {
    const { db, call, importRows } = plant();
    importRows([{ dataset: productionOutput, rows: [output('L1', 100, '2026-10-05'), output('L1', 100, '2026-10-06')] }]);
    importRows([{ dataset: productionOutput, rows: [output('Press', 100, '2026-10-05'), output('Press', 30, '2026-10-09')] }], 'mes');
    expect(await call.names.answer({ kind: 'line', texts: ['Press'], answer: { is: 'L1' } })).toMatchObject({ rows: 2, beside: 1 });
    expect(await lines(db)).toEqual({ L1: 330 });
    const again = importRows([{ dataset: productionOutput, rows: [output('Press', 100, '2026-10-06'), output('Press', 5, '2026-10-10')] }], 'mes');
    expect(again.effects[0]?.beside).toBe(1);
    const apart = importRows([{ dataset: productionOutput, rows: [output('Press', 5, '2026-10-11'), output('L1', 5, '2026-10-12')] }], 'mes');
    expect(apart.effects[0]?.beside).toBe(0);
  });
});

describe('accounts', () => {
  it('wait in variance and trial balance, and a register alone makes them known', async () => {
    const { call, importRows, undo } = plant();
    importRows([{ dataset: budgetAccounts, rows: [{ account: '6000', name: 'Wages' }] }]);
    importRows([{ dataset: budgetLines, rows: [posting('6000', 500, { version: 'original' }), posting('6100', 70, { version: 'original' })] }]);
    importRows([{ dataset: budgetActuals, rows: [posting('6000', 400), posting('6100', 90), posting('6200', 11)] }]);
    const variance = async () => (await call.budget.variance({ ...range, by: 'account' })).map((row) => [row.key, row.name, row.budget, row.actual]);
    const waiting = [
      ['6000', 'Wages', 5, 4],
      ['Unassigned', 'Unassigned', 0.7, 1.01],
    ];
    expect(await variance()).toEqual(waiting);
    expect((await call.budget.trialBalance(range)).map((row) => [row.account, row.balance])).toEqual([
      ['Unassigned', 1.01],
      ['6000', 4],
    ]);
    const register = importRows([{ dataset: budgetAccounts, rows: [{ account: '6100', name: 'Overtime' }] }]);
    expect(await variance()).toEqual([
      ['6000', 'Wages', 5, 4],
      ['6100', 'Overtime', 0.7, 0.9],
      ['Unassigned', 'Unassigned', 0, 0.11],
    ]);
    undo(register.batch);
    // rows use it: a name somebody needs stays known
    expect((await variance()).map(([key]) => key)).toEqual(['6000', '6100', 'Unassigned']);
  });
});

describe('assets', () => {
  it('are known by number or name; a file’s own register comes first', async () => {
    const { call, importRows } = plant();
    const { effects } = importRows([
      {
        dataset: maintenanceWorkOrders,
        rows: [
          order('1', { asset: 'P-1' }),
          order('2', { assetName: 'Feed pump' }),
          order('3', { assetName: 'Gearbox' }),
          order('4', { asset: 'P-9', assetName: 'Fan' }),
          order('5', {}),
        ],
      },
      { dataset: maintenanceAssets, rows: [{ asset: 'P-1', name: 'Feed pump' }] },
    ]);
    expect(effects[0]?.waits).toEqual([{ kind: 'asset', field: 'asset', rows: 2, names: 2, first: ['Gearbox', 'P-9'] }]);
    const assets = async () => Object.fromEntries((await call.maintenance.summary({ ...range, by: 'asset' })).map((row) => [row.key, row.count]));
    expect(await assets()).toEqual({ 'P-1': 1, 'Feed pump': 1, Unassigned: 3 });
    const { answers } = await call.names.answer({ kind: 'asset', texts: ['Gearbox', 'P-9'], answer: { is: 'P-1' } });
    expect(await assets()).toEqual({ 'P-1': 3, 'Feed pump': 1, Unassigned: 1 });
    for (const answer of answers) await call.names.takeBack({ answer });
    expect(await assets()).toEqual({ 'P-1': 1, 'Feed pump': 1, Unassigned: 3 });
  });
});

describe('guards', () => {
  it('refuse texts no file uses, targets nobody knows, and chains of answers', async () => {
    const { call, importRows } = plant();
    importRows([{ dataset: productionOutput, rows: [output('L1', 1)] }]);
    importRows([{ dataset: productionOutput, rows: [output('X', 1), output('Y', 1)] }]);
    const answer = (text: string, is: string) => call.names.answer({ kind: 'line', texts: [text], answer: { is } });
    await expect(answer('Z', 'L1')).rejects.toThrow(/found “Z”/);
    await expect(answer('X', 'L3')).rejects.toThrow(/found “L3”/);
    await expect(answer('X', 'Y')).rejects.toThrow(/found “Y”/);
    await expect(answer('L1', 'l1')).rejects.toThrow(/found “l1”/);
    await expect(call.names.takeBack({ answer: 99 })).rejects.toThrow(/found 99/);
    await call.names.answer({ kind: 'line', texts: ['Y'], answer: 'new' });
    await answer('X', 'Y');
    await expect(answer('Y', 'L1')).rejects.toThrow(/take that answer back first/);
    await expect(answer('X', 'L1')).resolves.toBeDefined();
  });
});
