/** QuickBooks reports as its writers make them: amounts as literal formulas nobody calculated, names indented, totals, budget beside actual. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InterpretRequest } from '../../../shared/intake/interpretation.ts';
import { shippedProfiles } from '../../../electron/intake/profiles.ts';
import { interpretBytes, valuesOf } from '../../support/samples.ts';
import { writeXlsx, type CellInput, type SheetInput } from '../../support/xlsx-writer.ts';

const profiles = shippedProfiles(join(import.meta.dirname, '../../../resources'));

const amount = (value: number): CellInput => ({ formula: String(value) });
const compared = (actual: number, budget: number): CellInput[] =>
  [actual, budget, Number((actual - budget).toFixed(2)), Number((actual / budget).toFixed(6))].map(amount);

async function read(sheet: Omit<SheetInput, 'name'>, change: Partial<InterpretRequest> = {}): ReturnType<typeof interpretBytes> {
  return interpretBytes(writeXlsx({ sheets: [{ name: 'Sheet1', ...sheet }] }), { fileName: 'report.xlsx', profiles, ...change });
}

const profitAndLoss: CellInput[][] = [
  ['Example Works LLC'],
  ['Profit and Loss'],
  ['October 2026'],
  [],
  [null, 'Total'],
  ['Income'],
  ['   Product sales', amount(20_000.5)],
  ['   Services', amount(1_500)],
  ['Total Income', amount(21_500.5)],
  ['Cost of Goods Sold'],
  ['   Materials', amount(8_200.25)],
  ['Total Cost of Goods Sold', amount(8_200.25)],
  ['Gross Profit', amount(13_300.25)],
  ['Expenses'],
  ['   Utilities'],
  ['      Electricity', amount(1_200)],
  ['      Gas', amount(640.1)],
  ['   Total Utilities', amount(1_840.1)],
  ['   Repairs', amount(980)],
  ['Total Expenses', amount(2_820.1)],
  ['Net Operating Income', amount(10_480.15)],
  ['Other Income'],
  ['   Interest earned', amount(12.5)],
  ['Total Other Income', amount(12.5)],
  ['Other Expenses'],
  ['   Penalties', amount(100)],
  ['Total Other Expenses', amount(100)],
  ['Net Other Income', amount(-87.5)],
  ['Net Income', amount(10_392.65)],
  [],
  ['Friday, Nov 6, 2026 08:15:00 AM GMT-6 - Accrual Basis'],
];

describe('profit and loss of QuickBooks Online', () => {
  it('takes the leaves, the literal formulas and the month', async () => {
    const { reports, blocks } = await read({ rows: profitAndLoss });
    expect(reports[0]).toMatchObject({ status: 'ready', dataset: 'budget.actuals', rows: { read: 8, rejected: 0 }, totals: { amount: -10_392.65 } });
    expect(reports[0]?.period).toMatchObject({ to: '2026-10-31' });
    expect(valuesOf(blocks, 'account')).toEqual([
      'Product sales',
      'Services',
      'Materials',
      'Utilities:Electricity',
      'Utilities:Gas',
      'Repairs',
      'Interest earned',
      'Penalties',
    ]);
    expect(valuesOf(blocks, 'amount')).toEqual([-2_000_050, -150_000, 820_025, 120_000, 64_010, 98_000, -1_250, 10_000]);
  });

  it('takes no formula that would have to be calculated', async () => {
    const rows = profitAndLoss.map((row) => (row[0] === '   Repairs' ? [row[0], { formula: 'B16-220' }] : row));
    const { reports, blocks } = await read({ rows });
    expect(reports[0]?.status).not.toBe('ready');
    expect(blocks).toEqual([]);
  });
});

const heads = ['Actual', 'Budget', 'over Budget', '% of Budget'];
const body = (figures: (actual: number, budget: number) => CellInput[]): CellInput[][] => [
  ['Income'],
  ['   Product sales', ...figures(20_000.5, 19_000)],
  ['   Services', ...figures(1_500, 2_000)],
  ['Total Income', ...figures(21_500.5, 21_000)],
  ['Gross Profit', ...figures(21_500.5, 21_000)],
  ['Expenses'],
  ['   Electricity', ...figures(1_200, 1_100)],
  ['   Repairs', ...figures(980, 700)],
  ['Total Expenses', ...figures(2_180, 1_800)],
  ['Net Operating Income', ...figures(19_320.5, 19_200)],
  ['Net Income', ...figures(19_320.5, 19_200)],
];

const oneMonth: SheetInput = {
  name: 'Budget vs. Actuals',
  rows: [['Example Works LLC'], ['Budget vs. Actuals: FY 2026 - FY26 P&L'], ['October 2026'], [], [null, 'Total'], [null, ...heads], ...body(compared)],
  merges: ['B5:E5'],
};

const twoMonths: SheetInput = {
  name: 'Budget vs. Actuals',
  rows: [
    ['Example Works LLC'],
    ['Budget vs. Actuals: FY 2026'],
    ['September - October, 2026'],
    [],
    [null, 'Sep 2026', null, null, null, 'Oct 2026', null, null, null, 'Total'],
    [null, ...heads, ...heads, ...heads],
    ...body((actual, budget) => [...compared(actual, budget), ...compared(actual * 2, budget), ...compared(actual * 3, budget * 2)]),
  ],
  merges: ['B5:E5', 'F5:I5', 'J5:M5'],
};

describe('budget beside actual of QuickBooks Online', () => {
  it('asks once which of the two is meant', async () => {
    const { reports, blocks } = await read(oneMonth);
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', problemCounts: { 'unsure-dataset': 1 } });
    expect(reports[0]?.problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(reports[0]?.fault?.message).toContain('actual and budget amounts stand side by side');
    expect(blocks).toEqual([]);
  });

  it.each([
    ['budget.actuals', -19_320.5],
    ['budget.lines', -19_200],
  ])('takes the columns of %s, and neither variance nor share', async (dataset, total) => {
    const { reports, blocks } = await read(oneMonth, { dataset });
    expect(reports[0]).toMatchObject({ status: 'ready', dataset, rows: { read: 4, rejected: 0 }, totals: { amount: total } });
    expect(valuesOf(blocks, 'date')).toEqual(Array(4).fill('2026-10-31'));
  });

  it.each([
    ['budget.actuals', [-2_000_050, -4_000_100, -150_000, -300_000, 120_000, 240_000, 98_000, 196_000]],
    ['budget.lines', [-1_900_000, -1_900_000, -200_000, -200_000, 110_000, 110_000, 70_000, 70_000]],
  ])('takes the months of %s without their total', async (dataset, amounts) => {
    const { reports, blocks } = await read(twoMonths, { dataset });
    expect(reports[0]).toMatchObject({ status: 'ready', dataset });
    expect(valuesOf(blocks, 'amount')).toEqual(amounts);
    expect(new Set(valuesOf(blocks, 'date'))).toEqual(new Set(['2026-09-01', '2026-10-01']));
  });

  it('never takes a column of budget amounts for actual ones', async () => {
    const rows = oneMonth.rows
      .map((row) => (row.length === 5 ? [row[0] ?? null, row[2] ?? null] : row))
      .map((row) => (row[0] === 'Budget vs. Actuals: FY 2026 - FY26 P&L' ? ['FY26 P&L'] : row));
    const { reports, blocks } = await read({ rows });
    expect(reports[0]?.status).toBe('needs-mapping');
    expect(blocks).toEqual([]);
    expect((await read({ rows }, { dataset: 'budget.lines' })).reports[0]).toMatchObject({ status: 'ready', totals: { amount: -19_200 } });
  });
});

describe('QuickBooks Desktop', () => {
  const desktop: CellInput[][] = [
    ['Example Works'],
    ['Profit & Loss Budget vs. Actual'],
    ['October 2026'],
    [],
    [null, 'Oct 26', 'Budget', '$ Over Budget', '% of Budget'],
    ['Income'],
    ['   4000 · Sales', 20_000.5, 19_000, 1_000.5, 1.0527],
    ['   4100 · Services', 1_500, 2_000, -500, 0.75],
    ['Total Income', 21_500.5, 21_000, 500.5, 1.0238],
    ['Expense'],
    ['   5012 · Thing'],
    ['      5013 · Part of it', 300, 200, 100, 1.5],
    ['      5014 · Rest of it', 20, 10, 10, 2],
    ['   Total 5012 · Thing', 320, 210, 110, 1.52],
    ['   6000 · Repairs', 980, 700, 280, 1.4],
    ['Total Expense', 1_300, 910, 390, 1.43],
    ['Net Income', 20_200.5, 20_090, 110.5, 1.0055],
  ];

  it('splits the number of an account from its name and leaves totals of accounts out', async () => {
    const { reports, blocks } = await read({ rows: desktop }, { dataset: 'budget.actuals' });
    expect(reports[0]).toMatchObject({ status: 'ready', rows: { read: 5, rejected: 0 }, totals: { amount: -20_200.5 } });
    expect(valuesOf(blocks, 'account')).toEqual(['4000', '4100', '5013', '5014', '6000']);
    expect(valuesOf(blocks, 'accountName')).toEqual(['Sales', 'Services', 'Part of it', 'Rest of it', 'Repairs']);
  });

  it('reads the budget beside it', async () => {
    const { reports } = await read({ rows: desktop }, { dataset: 'budget.lines' });
    expect(reports[0]).toMatchObject({ status: 'ready', dataset: 'budget.lines', totals: { amount: -20_090 } });
  });

  it('asks for the date where a month’s head could be a day, and nothing else', async () => {
    const rows = desktop.filter((_row, index) => index > 2).map((row) => row.slice(0, 2));
    const { reports } = await read({ rows });
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', problemCounts: { 'missing-column': 1 } });
    expect((await read({ rows }, { constants: { date: '2026-10-31' } })).reports[0]).toMatchObject({ status: 'ready', totals: { amount: -20_200.5 } });
  });
});
