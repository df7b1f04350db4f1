/** Every number of budget, on random books, against a second calculation over the raw rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerFactory, router } from '../../../../electron/core/procedures.ts';
import { budgetRouter } from '../../../../electron/areas/budget/router.ts';
import { behind } from '../../../../electron/areas/budget/trace.ts';
import { expectedLines, type By } from './independent.ts';
import { filledStore, type Facts, type FilledStore } from './filled-store.ts';
import { books, range } from './random-facts.ts';

const createCaller = callerFactory(router({ budget: budgetRouter }));
const groupings: By[] = ['account', 'costCenter', 'type', 'month'];
const asOf = '2026-12-31';

type Caller = ReturnType<typeof createCaller>['budget'];
type Line = Awaited<ReturnType<Caller['variance']>>[number];

async function onRandomBooks(runs: number, check: (store: FilledStore, ask: Caller, days: { from: string; to: string }) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(books, range, async (facts: Facts, days) => {
      const store = filledStore(facts);
      try {
        await check(store, createCaller(store.context(asOf)).budget, days);
      } finally {
        store.close();
      }
    }),
    { numRuns: runs },
  );
}

const cents = (major: number | null): number | null => (major === null ? null : Math.round(major * 100));

/** The first line that differs from the raw rows, or null. */
function firstDifference(store: FilledStore, days: { from: string; to: string }, answer: { by: By; lines: Line[] }): string | null {
  const expected = expectedLines(store.db, days, answer.by);
  const keys = answer.lines.map((line) => line.key);
  if ([...expected.keys()].sort().join() !== [...keys].sort().join()) return `keys ${keys.join()}`;
  for (const line of answer.lines) {
    const raw = expected.get(line.key);
    if (!raw) return line.key;
    const effect = raw.impact === 0 ? null : raw.impact > 0 ? 'F' : 'U';
    const figures = [cents(line.budget), cents(line.actual), cents(line.variance), cents(line.priorYear), line.effect, line.typeAssumed, line.type];
    const should = [
      raw.budget,
      raw.actual,
      raw.actual - raw.budget,
      raw.priorYear,
      effect,
      raw.types.has('unknown'),
      raw.types.size === 1 ? [...raw.types][0] : null,
    ];
    if (JSON.stringify(figures) !== JSON.stringify(should)) return `${line.key}: ${JSON.stringify(figures)} instead of ${JSON.stringify(should)}`;
    const share = raw.budget === 0 ? null : (raw.actual - raw.budget) / Math.abs(raw.budget);
    if ((share === null) !== (line.varianceRatio === null) || Math.abs((share ?? 0) - (line.varianceRatio ?? 0)) > 1e-12) return `${line.key}: ratio`;
  }
  return null;
}

describe('on random books', () => {
  it('variance equals the raw rows in every grouping', async () => {
    await onRandomBooks(30, async (store, ask, days) => {
      for (const by of groupings) expect(firstDifference(store, days, { by, lines: await ask.variance({ ...days, by }) })).toBeNull();
    });
  });

  it('notices a wrong figure: the check itself is checked', async () => {
    const wrong: ((line: Line) => Line)[] = [
      (line) => ({ ...line, variance: line.variance === null ? null : -line.variance - 0.01 }),
      (line) => ({ ...line, budget: (line.budget ?? 0) + 0.01 }),
      (line) => ({ ...line, actual: (line.actual ?? 0) - 0.01 }),
      (line) => ({ ...line, effect: line.effect === 'F' ? 'U' : 'F' }),
      (line) => ({ ...line, priorYear: (line.priorYear ?? 0) + 1 }),
      (line) => ({ ...line, typeAssumed: !line.typeAssumed }),
      (line) => ({ ...line, varianceRatio: (line.varianceRatio ?? 0) + 0.001 }),
    ];
    await onRandomBooks(10, async (store, ask, days) => {
      const lines = await ask.variance({ ...days, by: 'account' });
      if (lines.length === 0) return;
      for (const change of wrong) expect(firstDifference(store, days, { by: 'account', lines: lines.map(change) })).not.toBeNull();
      // a roll-up that drifted from its rows shows
      store.db.run('update ledger_account_month set amount_minor = amount_minor + 1');
      store.db.run('update budget_account_month set amount_minor = amount_minor + 1');
      const whole = { from: '2024-01-01', to: '2026-12-31' };
      expect(firstDifference(store, whole, { by: 'account', lines: await ask.variance({ ...whole, by: 'account' }) })).not.toBeNull();
    });
  });

  it('the trial balance equals the raw rows, and debit − credit is the balance', async () => {
    await onRandomBooks(20, async (store, ask, days) => {
      const rows = await ask.trialBalance(days);
      const raw = store.db.all(
        `select account_code as account, total(amount_minor) / 100.0 as balance from ledger_entry
         where superseded_by is null and posting_date >= @from and posting_date <= @to group by account_code order by account_code`,
        days,
      ) as { account: string; balance: number }[];
      expect(rows.map((row) => [row.account, cents(row.balance)])).toEqual(raw.map((row) => [row.account, cents(row.balance)]));
      for (const row of rows) expect(cents(row.debit - row.credit)).toBe(cents(row.balance));
    });
  });

  it('the page shows the same figures as the procedure, sums that add up, and cells that lead to their rows', async () => {
    await onRandomBooks(20, async (store, ask, days) => {
      const view = await ask.view(days);
      const [grid] = view.grids;
      if (!grid) throw new Error('no grid');
      const money = grid.columns.find((column) => column.field === 'actual');
      const scale = (money?.unit.startsWith('k') ? 1000 : 1) * 100;
      const inCents = (value: string | number | null | undefined): number | null => (typeof value === 'number' ? Math.round(value * scale) : null);
      const lines = new Map((await ask.variance({ ...days, by: 'account' })).map((line) => [line.key, line]));
      for (const row of grid.rows.filter((candidate) => candidate.kind === 'leaf')) {
        const line = lines.get(row.key.split('/')[1] ?? '');
        if (!line) {
          expect([row.cells['actual'], row.cells['budget']]).toEqual([0, 0]);
          continue;
        }
        expect([inCents(row.cells['budget']), inCents(row.cells['actual']), inCents(row.cells['variance']), row.effects['variance']]).toEqual([
          cents(line.budget),
          cents(line.actual),
          cents(line.variance),
          line.effect,
        ]);
        for (const field of ['actual', 'budget', 'ytdActual'] as const) {
          const reference = row.trace[field];
          if (!reference) continue;
          const found = behind(store.db, reference, asOf);
          expect(found.total).toBe(found.facts.length);
          expect(found.facts.reduce((sum, fact) => sum + (fact.value ?? 0) * 100, 0)).toBeCloseTo(inCents(row.cells[field]) ?? Number.NaN, 3);
        }
      }
      for (const column of ['budget', 'actual', 'variance', 'ytdActual'] as const) {
        const sum = (rows: typeof grid.rows): number => rows.reduce((total, row) => total + (inCents(row.cells[column]) ?? 0), 0);
        for (const group of grid.rows.filter((row) => row.kind === 'group'))
          expect(inCents(group.cells[column]) ?? 0).toBe(sum(grid.rows.filter((row) => row.parent === group.key)));
        const costs = grid.rows.filter((row) => row.kind === 'group' && !['revenue', 'statistical', 'balanceSheet'].includes(row.key));
        const total = grid.rows.find((row) => row.key === 'totalCost');
        if (total) expect(inCents(total.cells[column]) ?? 0).toBe(sum(costs));
        const result = grid.rows.find((row) => row.key === 'operatingResult');
        if (result) expect(inCents(result.cells[column]) ?? 0).toBe(sum(grid.rows.filter((row) => row.key === 'revenue')) - sum(costs));
      }
      for (const chart of view.charts) {
        if (chart.kind !== 'bridge') continue;
        const [start, ...rest] = chart.steps;
        const end = rest.pop();
        const walked = rest.reduce((sum, step) => sum + step.value, start?.value ?? 0);
        expect(walked * scale).toBeCloseTo((end?.value ?? Number.NaN) * scale, 3);
      }
      for (const kpi of view.kpis) if (kpi.value === null) expect(kpi.reason).not.toBeNull();
    });
  });
});
