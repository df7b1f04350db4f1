/** Income statements and balance sheets: leaves become facts, subtotals and results are controls, what nothing confirms is asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableReport } from '../../../shared/intake/interpretation.ts';
import type { Cell, Sheet } from '../../../shared/intake/cells.ts';
import { interpret, interpretBytes, sampleByDigest, sampleBytes, samplesPresent, valuesOf, type Interpreted } from '../../support/samples.ts';

function sheet(rows: readonly Cell[][]): Sheet {
  return {
    name: 'Sheet1',
    hidden: false,
    merges: [],
    hiddenColumns: [],
    rows: rows.map((cells, index) => ({ number: index + 1, cells, hidden: false })).filter(({ cells }) => cells.length > 0),
  };
}

function read(rows: readonly Cell[][], constants: Record<string, string> = {}): Interpreted {
  return interpret({ kind: 'xlsx', encoding: null, delimiter: null, sheets: [sheet(rows)] }, { constants, fileName: 'report.xlsx' });
}

function only({ reports }: Interpreted): TableReport {
  expect(reports).toHaveLength(1);
  const [report] = reports;
  if (!report) throw new Error('no report');
  return report;
}

function lines({ blocks }: Interpreted): Record<string, [number | null, string | null]> {
  const [accounts, amounts, types] = ['account', 'amount', 'accountType'].map((field) => valuesOf(blocks, field));
  return Object.fromEntries(
    (accounts ?? []).map((account, index) => {
      const [amount, type] = [amounts?.[index] ?? null, types?.[index] ?? null];
      return [String(account), [typeof amount === 'number' ? amount / 100 : null, typeof type === 'string' ? type : null]];
    }),
  );
}

const title: Cell[][] = [['Example plant'], ['Profit and Loss'], ['January - March 2026'], []];

describe('indented trees', () => {
  const tree: Cell[][] = [
    ...title,
    [null, 'Total'],
    ['Income'],
    ['   Sales', 900],
    ['   Services', 100],
    ['Total for Income', 1000],
    ['Cost of Goods Sold'],
    ['   Materials', 300],
    ['Total for Cost of Goods Sold', 300],
    ['Gross Profit', 700],
    ['Expenses'],
    ['   Rent', 120],
    ['   Utilities'],
    ['      Gas', 40],
    ['      Other', 10],
    ['   Total for Utilities', 50],
    ['   Vehicles', 5],
    ['      Fuel', 20],
    ['      Other', 1],
    ['   Total for Vehicles', 26],
    ['Total for Expenses', 196],
    ['Net Operating Income', 504],
    ['Other Income'],
    ['   Interest', 6],
    ['Total for Other Income', 6],
    ['Net Other Income', 6],
    ['Net Income', 510],
    [],
    ['Saturday, April 4, 2026 10:00 AM GMT - Accrual Basis'],
  ];

  it('takes the leaves with their paths and the type of their section', () => {
    const result = read(tree);
    expect(only(result)).toMatchObject({
      status: 'ready',
      dataset: 'budget.actuals',
      period: { from: '2026-03-31', to: '2026-03-31' },
      totals: { amount: -510 },
    });
    expect(lines(result)).toEqual({
      Sales: [-900, 'revenue'],
      Services: [-100, 'revenue'],
      Materials: [300, 'otherCost'],
      Rent: [120, 'otherCost'],
      'Utilities:Gas': [40, 'otherCost'],
      'Utilities:Other': [10, 'otherCost'],
      Vehicles: [5, 'otherCost'],
      'Vehicles:Fuel': [20, 'otherCost'],
      'Vehicles:Other': [1, 'otherCost'],
      Interest: [-6, 'revenue'],
    });
    expect(only(result).problemCounts['total-row']).toBe(10);
  });

  it('refuses a subtotal that does not add up', () => {
    const wrong = tree.map((row) => (row[0] === 'Total for Expenses' ? ['Total for Expenses', 206] : row));
    const result = read(wrong);
    expect(only(result).status).not.toBe('ready');
    expect(result.blocks).toEqual([]);
  });

  it('reads names indented by column, and months across with their total', () => {
    const months: Cell[][] = [
      ...title,
      [null, null, null, 'Jan 2026', 'Feb 2026', 'Mar 2026', 'TOTAL'],
      [null, 'Income'],
      [null, null, 'Sales', 10, 20, 30, 60],
      [null, null, 'Scrap sold', 1, null, 1, 2],
      [null, 'Total Income', null, 11, 20, 31, 62],
      [null, 'Expense'],
      [null, null, 'Rent', 5, 5, 5, 15],
      [null, null, 'Power', 2, 3, 4, 9],
      [null, 'Total Expense', null, 7, 8, 9, 24],
      ['Net Income', null, null, 4, 12, 22, 38],
    ];
    const result = read(months);
    expect(only(result)).toMatchObject({
      status: 'ready',
      dataset: 'budget.actuals',
      period: { from: '2026-01-01', to: '2026-03-01' },
      totals: { amount: -38 },
    });
    expect(valuesOf(result.blocks, 'amount').filter((value) => value === -100)).toHaveLength(2);
  });

  it('asks when budget and actual stand side by side, and when nothing says the date', () => {
    const both = tree.map((row, index): Cell[] => (index === 4 ? [null, 'Actual', 'Budget'] : row.length === 2 ? [...row, row[1] ?? null] : row));
    expect(only(read(both)).status).toBe('needs-mapping');
    const undated = read(tree.filter((_, index) => index !== 2));
    expect(only(undated)).toMatchObject({ status: 'needs-mapping', dataset: 'budget.actuals' });
    expect(
      only(
        read(
          tree.filter((_, index) => index !== 2),
          { date: '2026-03-31' },
        ),
      ),
    ).toMatchObject({ status: 'ready', totals: { amount: -510 } });
  });
});

describe('flat statements', () => {
  const flat: Cell[][] = [
    ['Example plant'],
    ['Income statement 08/01/2025 to 10/31/2025'],
    ['REVENUE'],
    ['REVENUE'],
    ['Sales', null, 480],
    ['Lessons', null, 20],
    ['TOTAL REVENUE', null, 500],
    ['TOTAL REVENUE', null, 500],
    ['EXPENSE'],
    ['EXPENSES'],
    ['Discounts', null, -20],
    ['Rent', null, 150],
    ['Wages', null, 70],
    ['TOTAL EXPENSES', null, 200],
    ['TOTAL EXPENSE', null, 200],
    ['NET INCOME', null, 300],
  ];

  it('counts no subtotal twice and checks the result', () => {
    const result = read(flat);
    expect(only(result)).toMatchObject({
      status: 'ready',
      totals: { amount: -300 },
      rows: { read: 5, rejected: 0 },
      period: { from: '2025-08-01', to: '2025-10-31' },
    });
    expect(lines(result)['Discounts']).toEqual([-20, 'otherCost']);
  });

  it('asks about a line no total confirms', () => {
    expect(only(read([...flat, ['Stray', null, 7]])).status).toBe('needs-mapping');
    expect(only(read(flat.map((row) => (row[0] === 'Lessons' ? ['Lessons', null, 21] : row)))).status).not.toBe('ready');
  });

  it('does not take a list of accounts for a statement', () => {
    const { reports } = read([
      ['Account', 'Account name', 'Posting date', 'Amount'],
      ['4000', 'Rent', '2026-01-31', 10],
      ['4100', 'Power', '2026-01-31', 20],
      ['Total', null, null, 30],
    ]);
    expect(reports[0]).toMatchObject({ headerRow: 1, status: 'ready', totals: { amount: 30 } });
  });

  it('adds up whatever the sections hold (property)', () => {
    const section = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(section, section, (earned, spent) => {
        const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
        const rows: Cell[][] = [
          ['Statement from 01.01.2026 to 31.03.2026'],
          ['Income'],
          ...earned.map((cents, index): Cell[] => [`Income ${String(index)}x`, cents / 100]),
          ['Total income', sum(earned) / 100],
          ['Expenses'],
          ...spent.map((cents, index): Cell[] => [`Cost ${String(index)}x`, cents / 100]),
          ['Total expenses', sum(spent) / 100],
          ['Net income', (sum(earned) - sum(spent)) / 100],
        ];
        const result = read(rows);
        const report = only(result);
        // A line that happens to equal the sum of those before it may be asked about, but never counted wrong.
        if (report.status !== 'ready') return;
        expect(report.totals['amount']).toBeCloseTo((sum(spent) - sum(earned)) / 100, 6);
        expect(report.rows.read).toBe(earned.length + spent.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe.skipIf(!samplesPresent)(`real statements${samplesPresent ? '' : ' (skipped: samples not present)'}`, () => {
  const statements = [
    { digest: '3e9de873e851', rows: 24, amount: -350_266.97, from: '2025-08-01' },
    { digest: '74f2b760a68d', rows: 26, amount: 0, from: '2025-10-31' },
  ];
  it.each(statements)('$rows leaves', async ({ digest, rows, amount, from }) => {
    const result = await interpretBytes(sampleBytes(sampleByDigest(digest).path), { fileName: 'statement.xlsx' });
    const report = only(result);
    expect(report).toMatchObject({
      status: 'ready',
      dataset: 'budget.actuals',
      rows: { read: rows, rejected: 0 },
      period: { from, to: '2025-10-31' },
    });
    expect(report.totals['amount']).toBeCloseTo(amount, 2);
    if (amount === 0) return;
    const all = Object.values(lines(result));
    const of = (type: string): number[] => all.flatMap(([value, kind]) => (kind === type && value !== null ? [value] : []));
    const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
    expect([of('revenue').length, of('otherCost').length]).toEqual([4, 20]);
    expect(sum(of('revenue'))).toBeCloseTo(-492_780, 2);
    expect(sum(of('otherCost'))).toBeCloseTo(142_513.03, 2);
  });
});
