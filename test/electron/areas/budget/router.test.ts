import { afterEach, describe, expect, it } from 'vitest';
import { callerFactory, router } from '../../../../electron/core/procedures.ts';
import { budgetRouter } from '../../../../electron/areas/budget/router.ts';
import { filledStore, type Facts, type FilledStore } from './filled-store.ts';

const createCaller = callerFactory(router({ budget: budgetRouter }));

let open: FilledStore[] = [];
afterEach(() => {
  for (const store of open) store.close();
  open = [];
});

function caller(facts: Facts, asOf = '2026-10-31') {
  const store = filledStore(facts);
  open.push(store);
  return { ask: createCaller(store.context(asOf)).budget, store };
}

const line = (account: string, date: string, amount: number, more: Record<string, string | number> = {}) => ({
  version: 'original',
  account,
  date,
  amount,
  ...more,
});
const october = { from: '2026-10-01', to: '2026-10-31' };

describe('budget.variance', () => {
  it('says variance, ratio and effect by account type', async () => {
    const { ask } = caller({
      'budget.accounts': [
        { account: '4000', name: 'Sales', type: 'revenue' },
        { account: '6400', name: 'Repair parts', type: 'maintenance' },
        { account: '9000', name: 'Machine hours', type: 'statistical' },
      ],
      'budget.lines': [
        line('4000', '2026-10-01', 1_000_00),
        line('6400', '2026-10-01', 74_000_00),
        line('9000', '2026-10-01', 100),
        line('7000', '2026-10-01', 0),
      ],
      'budget.actuals': [
        line('4000', '2026-10-05', 1_200_00),
        line('6400', '2026-10-12', 102_583_40),
        line('9000', '2026-10-12', 900),
        line('7000', '2026-10-12', 5_00, { accountName: 'Odd' }),
      ],
    });
    const rows = await ask.variance({ ...october, by: 'account' });
    expect(rows.map((row) => [row.key, row.name, row.type, row.typeAssumed, row.budget, row.actual, row.variance, row.effect])).toEqual([
      ['4000', 'Sales', 'revenue', false, 1000, 1200, 200, 'F'],
      ['6400', 'Repair parts', 'maintenance', false, 74000, 102583.4, 28583.4, 'U'],
      ['7000', 'Odd', 'unknown', true, 0, 5, 5, 'U'],
      ['9000', 'Machine hours', 'statistical', false, 1, 9, 8, null],
    ]);
    expect(rows[1]?.varianceRatio).toBeCloseTo(28583.4 / 74000, 12);
    expect(rows[2]?.varianceRatio).toBeNull();
    expect(rows[1]).toMatchObject({ flexBudget: null, commitments: null, available: null, forecast: null, priorYear: null });
  });

  it('keeps a figure whose dataset is missing null', async () => {
    const { ask } = caller({ 'budget.actuals': [line('1', '2026-10-05', 100)] });
    expect(await ask.variance({ ...october, by: 'account' })).toMatchObject([{ budget: null, actual: 1, variance: null, effect: null }]);
    const { ask: planned } = caller({ 'budget.lines': [line('1', '2026-10-05', 100)] });
    expect(await planned.variance({ ...october, by: 'account' })).toMatchObject([{ budget: 1, actual: null, variance: null, effect: null }]);
  });

  it('groups by cost center with empty ones as Unassigned, by type and by month', async () => {
    const { ask } = caller({
      'budget.accounts': [{ account: 'a', name: 'A', type: 'energy' }],
      'budget.lines': [line('a', '2026-09-01', 300), line('b', '2026-10-01', 500, { costCenter: 'K1' })],
      'budget.actuals': [line('a', '2026-09-10', 100), line('b', '2026-10-10', 700, { costCenter: 'K1' })],
    });
    const range = { from: '2026-09-01', to: '2026-10-31' };
    expect((await ask.variance({ ...range, by: 'costCenter' })).map((row) => [row.key, row.variance, row.effect])).toEqual([
      ['K1', 2, 'U'],
      ['Unassigned', -2, 'F'],
    ]);
    expect((await ask.variance({ ...range, by: 'type' })).map((row) => [row.key, row.name, row.variance, row.typeAssumed])).toEqual([
      ['energy', 'Energy', -2, false],
      ['unknown', 'Type not known', 2, true],
    ]);
    expect((await ask.variance({ ...range, by: 'month' })).map((row) => [row.key, row.variance])).toEqual([
      ['2026-09', -2],
      ['2026-10', 2],
    ]);
  });

  it('turns a ledger that books income as credits to the sign of the budget, and leaves a month of returns negative', async () => {
    const { ask } = caller({
      'budget.accounts': [{ account: '4000', name: 'Sales', type: 'revenue' }],
      'budget.lines': [line('4000', '2026-09-01', 1000), line('4000', '2026-10-01', 1000)],
      'budget.actuals': [
        { account: '4000', date: '2026-09-10', amount: -1500, credit: 1500 },
        { account: '4000', date: '2026-10-10', amount: 200, debit: 200 },
      ],
    });
    expect((await ask.variance({ from: '2026-09-01', to: '2026-10-31', by: 'month' })).map((row) => [row.actual, row.variance, row.effect])).toEqual([
      [15, 5, 'F'],
      [-2, -12, 'U'],
    ]);
  });

  it('judges income stated as credits on both sides by its size', async () => {
    const { ask } = caller({
      'budget.accounts': [{ account: '4000', name: 'Sales', type: 'revenue' }],
      'budget.lines': [line('4000', '2026-10-01', -1000)],
      'budget.actuals': [line('4000', '2026-10-10', -1200)],
    });
    expect(await ask.variance({ ...october, by: 'account' })).toMatchObject([{ budget: -10, actual: -12, variance: -2, effect: 'F' }]);
  });

  it('takes fiscal periods, to date, and adjustment periods apart from period 12', async () => {
    const { ask, store } = caller({
      'budget.actuals': [
        line('1', '2026-04-10', 100, { period: '2027-P01' }),
        line('1', '2027-02-10', 1000, { period: '2027-P11' }),
        line('1', '2027-03-31', 10_000, { period: '2027-P12' }),
        line('1', '2027-03-31', 100_000, { period: '2027-P13' }),
        line('1', '2027-03-31', 1_000_000, { period: '014/2027' }),
      ],
    });
    store.db.run('update plant set fiscal_start_month = 4');
    const actual = async (input: { period: number; ytd?: boolean }) => (await ask.variance({ fiscalYear: 2027, by: 'account', ...input }))[0]?.actual;
    expect(await actual({ period: 1 })).toBe(1);
    expect(await actual({ period: 11, ytd: true })).toBe(11);
    expect(await actual({ period: 12 })).toBe(100);
    expect(await actual({ period: 13 })).toBe(1000);
    expect(await actual({ period: 13, ytd: true })).toBe(1111);
    expect(await actual({ period: 16, ytd: true })).toBe(11111);
    expect((await ask.variance({ from: '2027-03-01', to: '2027-03-31', by: 'account' }))[0]?.actual).toBe(11100);
  });

  it('compares with the version asked for, and with the only one when there is no original', async () => {
    const facts = { 'budget.lines': [line('1', '2026-10-01', 100, { version: 'v3' })], 'budget.actuals': [line('1', '2026-10-02', 300)] };
    const { ask } = caller(facts);
    expect(await ask.variance({ ...october, by: 'account' })).toMatchObject([{ budget: 1 }]);
    expect(await ask.variance({ ...october, by: 'account', version: 'v9' })).toMatchObject([{ budget: null }]);
    const { ask: both } = caller({ ...facts, 'budget.lines': [...facts['budget.lines'], line('1', '2026-10-01', 200)] });
    expect(await both.variance({ ...october, by: 'account' })).toMatchObject([{ budget: 2 }]);
    expect(await both.variance({ ...october, by: 'account', version: 'v3' })).toMatchObject([{ budget: 1 }]);
  });

  it('refuses a range that runs backwards, an unknown plant and an unknown grouping', async () => {
    const { ask } = caller({ 'budget.actuals': [line('1', '2026-10-02', 300)] });
    await expect(ask.variance({ from: '2026-10-31', to: '2026-10-01', by: 'account' })).rejects.toThrow('swap the two days');
    await expect(ask.variance({ ...october, plant: 'nowhere', by: 'account' })).rejects.toThrow('nowhere');
    const moon = { ...october, by: 'moon' } as unknown as { from: string; to: string }; // what a script without types may send
    await expect(ask.variance(moon)).rejects.toThrow();
  });
});

describe('budget.trialBalance', () => {
  it('says both sides where they were booked, and the net where only an amount was', async () => {
    const { ask } = caller({
      'budget.actuals': [
        { account: '1', accountName: 'Cash', date: '2026-10-01', amount: 500, debit: 500 },
        { account: '1', date: '2026-10-02', amount: -200, credit: 200 },
        { account: '2', date: '2026-10-02', amount: -300 },
      ],
    });
    expect(await ask.trialBalance(october)).toEqual([
      { account: '1', name: 'Cash', debit: 5, credit: 2, balance: 3 },
      { account: '2', name: '2', debit: 0, credit: 3, balance: -3 },
    ]);
  });
});
