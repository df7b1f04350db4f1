import { afterEach, describe, expect, it } from 'vitest';
import { exceptions } from '../../../../electron/areas/budget/exceptions.ts';
import { behind } from '../../../../electron/areas/budget/trace.ts';
import { budgetView } from '../../../../electron/areas/budget/view.ts';
import { factLimit } from '../../../../electron/areas/behind.ts';
import { resolvePlant } from '../../../../electron/store/plants.ts';
import { filledStore, type Facts, type FilledStore } from './filled-store.ts';

let open: FilledStore[] = [];
afterEach(() => {
  for (const store of open) store.close();
  open = [];
});

const asOf = '2026-10-31';
const line = (account: string, date: string, amount: number, more: Record<string, string | number> = {}) => ({
  version: 'original',
  account,
  date,
  amount,
  ...more,
});

function books(facts: Facts): FilledStore {
  const store = filledStore(facts);
  open.push(store);
  return store;
}

function plant(): Facts {
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
  return {
    'budget.accounts': [
      { account: '4000', name: 'Sales', type: 'revenue' },
      { account: '6000', name: 'Direct wages', type: 'labor' },
      { account: '6400', name: 'Repair parts', type: 'maintenance' },
    ],
    'budget.lines': months.flatMap((month) => [
      line('4000', `${month}-01`, 900_000_00),
      line('6000', `${month}-01`, 612_000_00),
      line('6400', `${month}-01`, 74_000_00),
    ]),
    'budget.actuals': months
      .slice(0, 10)
      .flatMap((month) => [
        line('4000', `${month}-28`, 905_000_00),
        line('6000', `${month}-28`, 610_000_00),
        ...(month === '2026-10'
          ? [
              line('6400', `${month}-12`, 106_703_40, { debit: 106_703_40, text: 'Press 4 main bearing set' }),
              line('6400', `${month}-30`, -4_120_00, { credit: 4_120_00 }),
            ]
          : [line('6400', `${month}-12`, 74_000_00)]),
      ]),
  };
}

describe('behind a figure of budget', () => {
  it('fills the formula with its numbers and names the rows', () => {
    const { db } = books(plant());
    const input = { from: '2026-10-01', to: '2026-10-31', by: 'account' };
    const found = behind(db, { procedure: 'budget.variance', input, key: '6400', field: 'variance' }, asOf);
    expect(found.formula).toBe('Actual 102,583.40 − budget 74,000.00 = +28,583.40 U');
    expect(found.terms).toEqual([
      { label: 'Actual', value: 102583.4, unit: 'USD' },
      { label: 'Budget', value: 74000, unit: 'USD' },
      { label: 'Variance', value: 28583.4, unit: 'USD' },
    ]);
    expect(found.facts.map((fact) => [fact.table, fact.field, fact.value, fact.label])).toEqual([
      ['ledger_entry', 'debit', 106703.4, 'Actual · 6400 Repair parts, 2026-10-12, Press 4 main bearing set'],
      ['ledger_entry', 'credit', -4120, 'Actual · 6400 Repair parts, 2026-10-30'],
      ['budget_line', 'amount', 74000, 'Budget · 6400 Repair parts, 2026-10-01'],
    ]);
    expect(found.total).toBe(3);
    const ratio = behind(db, { procedure: 'budget.variance', input, key: '6400', field: 'varianceRatio' }, asOf);
    expect(ratio.formula).toBe('Actual 102,583.40 − budget 74,000.00 = +28,583.40 U; +28,583.40 ÷ |74,000.00| = 38.6 %');
  });

  it('follows totals, outlook, balances and the prior year', () => {
    const { db } = books({
      ...plant(),
      'budget.lines': [...(plant()['budget.lines'] ?? []), line('6400', '2025-10-01', 1)],
      'budget.actuals': [...(plant()['budget.actuals'] ?? []), line('6400', '2025-10-05', 700)],
    });
    const days = { from: '2026-10-01', to: '2026-10-31' };
    const result = behind(db, { procedure: 'budget.view', input: days, key: 'operatingResult', field: 'variance' }, asOf);
    expect(result.formula).toBe('Actual 192,416.60 − budget 214,000.00 = −21,583.40 U');
    const outlook = behind(db, { procedure: 'budget.view', input: { from: '2026-01-01', to: '2026-10-31' }, key: 'totalCost', field: 'outlook' }, asOf);
    expect(outlook.formula).toBe('Actual to date 6,868,583.40 + remaining budget 1,372,000.00 = outlook 8,240,583.40');
    expect(outlook.total).toBe(21);
    for (const [by, key] of [
      ['account', '6400'],
      ['month', '2026-10'],
    ] as const) {
      const prior = behind(db, { procedure: 'budget.variance', input: { ...days, by }, key, field: 'priorYear' }, asOf);
      expect(prior.facts.map((fact) => fact.value)).toEqual([7]);
    }
    const balance = behind(db, { procedure: 'budget.trialBalance', input: days, key: '6400', field: 'balance' }, asOf);
    expect(balance.formula).toBe('Debit 106,703.40 − credit 4,120.00 = balance 102,583.40');
  });

  it('caps the rows and counts them all', () => {
    const { db } = books({ 'budget.actuals': Array.from({ length: factLimit + 20 }, (_, index) => line('1', '2026-10-05', index)) });
    const found = behind(db, { procedure: 'budget.variance', input: { from: '2026-10-01', to: '2026-10-31', by: 'account' }, key: '1', field: 'actual' }, asOf);
    expect([found.facts.length, found.total, found.facts[0]?.value]).toEqual([factLimit, factLimit + 20, (factLimit + 19) / 100]);
  });

  it('says what is wrong with a figure that is not there', () => {
    const { db } = books(plant());
    const input = { from: '2026-10-01', to: '2026-10-31', by: 'account' };
    expect(() => behind(db, { procedure: 'budget.variance', input, key: '9999', field: 'actual' }, asOf)).toThrow('9999');
    expect(() => behind(db, { procedure: 'budget.variance', input, key: '6400', field: 'moon' }, asOf)).toThrow('moon');
    expect(() => behind(db, { procedure: 'budget.variance', input: { from: 'x' }, key: '6400', field: 'actual' }, asOf)).toThrow('pass the input');
  });
});

describe('the budget page', () => {
  it('says the finding, the tiles and the bridge from the numbers', () => {
    const { db } = books(plant());
    const view = budgetView(db, { plant: resolvePlant(db, undefined), from: '2026-10-01', to: '2026-10-31' }, asOf);
    expect(view.finding).toBe('Cost is 26.6 k$ (3.9 %) over budget in October 2026; Repair parts alone is 28.6 k$ over.');
    expect(view.commentary).toEqual([
      'Operating result is 192.4 k$, 21.6 k$ under budget (U).',
      'Maintenance is the group furthest over, by 28.6 k$ or 38.6 % of its budget.',
      '1 account is more than 5 % off the wrong way, 28.6 k$ together.',
    ]);
    expect(view.kpis.map((kpi) => [kpi.key, kpi.period, kpi.effect])).toEqual([
      ['operatingResult', 'October 2026', 'U'],
      ['totalCost', 'October 2026', 'U'],
      ['biggestOverspend', 'October 2026', 'U'],
      ['maintenanceCostYear', 'Year to date 2026', 'U'],
      ['laborCost', 'October 2026', 'F'],
      ['outlook', '2026', 'U'],
    ]);
    expect(view.kpis[0]?.spark.values).toHaveLength(13);
    expect(view.charts[0]).toMatchObject({
      kind: 'bridge',
      unit: 'k$',
      steps: [
        { value: 214 },
        { label: 'Revenue', value: 5, role: 'favorable' },
        { label: 'Labor', value: 2 },
        { label: 'Maintenance', value: -28.5834, role: 'unfavorable' },
        { value: 192.4166 },
      ],
    });
    expect(view.grids[0]?.rows.map((row) => [row.kind, row.cells['account']])).toEqual([
      ['group', 'Revenue'],
      ['leaf', '4000 Sales'],
      ['group', 'Labor'],
      ['leaf', '6000 Direct wages'],
      ['group', 'Maintenance'],
      ['leaf', '6400 Repair parts'],
      ['total', 'Total cost'],
      ['total', 'Operating result'],
    ]);
    const early = budgetView(db, { plant: resolvePlant(db, undefined), from: '2026-10-01', to: '2026-10-31' }, '2026-10-20');
    expect(early.kpis[0]?.period).toBe('October 2026 to date');
  });

  it('shows revenue booked as credits positive, and calls the cost account most over, not the sales', () => {
    const { db } = books({
      'budget.accounts': plant()['budget.accounts'] ?? [],
      'budget.lines': [line('4000', '2026-10-01', -900_000_00), line('6000', '2026-10-01', 600_000_00), line('6400', '2026-10-01', 74_000_00)],
      'budget.actuals': [line('4000', '2026-10-28', -742_300_00), line('6000', '2026-10-28', 601_000_00), line('6400', '2026-10-28', 75_000_50)],
    });
    const days = { from: '2026-10-01', to: '2026-10-31' };
    const view = budgetView(db, { plant: resolvePlant(db, undefined), ...days }, asOf);
    expect(view.finding).toBe('Cost is 2.0 k$ (0.3 %) over budget in October 2026; income from Sales is 157.7 k$ under budget.');
    expect(view.kpis.find((kpi) => kpi.key === 'biggestOverspend')).toMatchObject({
      label: 'Most over: Repair parts',
      value: 75.0005,
      comparison: { label: 'budget', value: 74 },
      effect: 'U',
      detail: 'actual 75.0 k$ − budget 74.0 k$, 1.4 %',
    });
    const sales = view.grids[0]?.rows.find((row) => row.cells['account'] === '4000 Sales');
    expect(sales).toMatchObject({ cells: { budget: 900, actual: 742.3, variance: -157.7 }, effects: { variance: 'U' } });
    expect(view.grids[0]?.rows.at(-1)).toMatchObject({ cells: { account: 'Operating result', budget: 226, actual: 66.2995 } });
    expect(exceptions(db, resolvePlant(db, undefined), asOf)[0]).toMatchObject({
      title: 'Sales 157.7 k$ under budget',
      arithmetic: '742.3 k$ actual − 900.0 k$ budget in October 2026, −17.5 %',
    });
    const found = behind(db, { procedure: 'budget.variance', input: { ...days, by: 'account' }, key: '4000', field: 'actual' }, asOf);
    expect(found.formula).toBe('Actual −742,300.00: the sum of debit − credit below; income is booked as credits and shown positive');
  });

  it('names the files that would fill an empty page', () => {
    const { db } = books({});
    expect(budgetView(db, { plant: resolvePlant(db, undefined), from: '2026-10-01', to: '2026-10-31' }, asOf).empty?.datasets).toContain('budget.actuals');
  });
});

describe('budget exceptions', () => {
  it('name the accounts well off their budget, with arithmetic and months', () => {
    const { db } = books(plant());
    expect(exceptions(db, resolvePlant(db, undefined), asOf)).toMatchObject([
      {
        key: 'budget.account.6400',
        title: 'Repair parts 28.6 k$ over budget',
        arithmetic: '102.6 k$ actual − 74.0 k$ budget in October 2026, 38.6 %',
        since: '1st month',
        weight: 28583.4,
        value: '28.6 k$',
      },
    ]);
    expect(exceptions(db, resolvePlant(db, undefined), '2026-09-30')).toEqual([]);
    expect(exceptions(books({}).db, resolvePlant(db, undefined), asOf)).toEqual([]);
  });
});
