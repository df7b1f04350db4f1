/** Every number of maintenance, on random orders, against a second calculation over the raw rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerFactory, router } from '../../../../electron/core/procedures.ts';
import { behind } from '../../../../electron/areas/maintenance/trace.ts';
import { maintenanceRouter } from '../../../../electron/areas/maintenance/router.ts';
import { filledStore, type Facts, type FilledStore } from '../budget/filled-store.ts';
import { expectedSummary, groupOf, rawOrders, wasOpen, type By } from './independent.ts';

const createCaller = callerFactory(router({ maintenance: maintenanceRouter }));
type Caller = ReturnType<typeof createCaller>['maintenance'];
type Row = Awaited<ReturnType<Caller['summary']>>[number];

const day = fc.integer({ min: 0, max: 120 }).map((days) => new Date(Date.UTC(2026, 6, 1) + days * 86_400_000).toISOString().slice(0, 10));
const moment = fc.tuple(day, fc.constantFrom('00:00:00', '08:30:00', '23:59:59')).map(([date, time]) => `${date}T${time}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });
const order = fc.record({
  order: fc.string({ maxLength: 4 }),
  status: fc.constantFrom(null, 'requested', 'open', 'reopened', 'inProgress', 'onHold', 'done', 'closed', 'closed', 'cancelled'),
  type: fc.constantFrom(null, 'corrective', 'corrective', 'emergency', 'preventive', 'preventive', 'inspection', 'other'),
  asset: fc.constantFrom('', 'A1', 'A2'),
  assetName: fc.constantFrom(null, 'Pump', 'Press'),
  created: maybe(moment),
  dueDate: maybe(day),
  started: maybe(moment),
  completed: maybe(moment),
  estimatedHours: maybe(fc.integer({ min: 0, max: 1e8 })),
  laborHours: maybe(fc.integer({ min: 0, max: 1e8 })),
  downtimeMinutes: maybe(fc.integer({ min: 0, max: 1e8 })),
  cost: maybe(fc.integer({ min: 0, max: 1e7 })),
  superseded: fc.constantFrom(0, 0, 0, 1),
});
const output = fc.record({
  date: day,
  line: fc.constantFrom('L1', 'L2'),
  runMinutes: maybe(fc.integer({ min: 0, max: 3e7 })),
  plannedMinutes: fc.constant(null),
});
const stores: fc.Arbitrary<Facts> = fc.record({
  'maintenance.workOrders': fc.array(order, { maxLength: 25 }),
  'maintenance.assets': fc.constantFrom([], [{ asset: 'A1', name: 'Press 4', line: 'L1' }]),
  'production.output': fc.array(output, { maxLength: 5 }),
});
const days = fc.tuple(day, day, day).map(([a, b, asOf]) => ({ from: a < b ? a : b, to: a < b ? b : a, asOf }));

async function onRandomOrders(
  runs: number,
  check: (store: FilledStore, ask: Caller, range: { from: string; to: string; asOf: string; at: string }) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(stores, days, async (facts, range) => {
      const store = filledStore(facts);
      try {
        await check(store, createCaller(store.context(range.asOf)).maintenance, { ...range, at: range.asOf < range.to ? range.asOf : range.to });
      } finally {
        store.close();
      }
    }),
    { numRuns: runs },
  );
}

const figures = (row: Row): (number | null)[] => [
  row.count,
  row.opened,
  row.completed,
  row.open,
  row.overdue,
  row.reopened,
  row.failures,
  row.downtimeHours,
  row.mtbfHours,
  row.mttrHours,
  row.pmDue,
  row.pmOnTime,
  row.pmComplianceRatio,
  row.plannedRatio,
  row.estimatedHours,
  row.laborHours,
  row.cost,
];

function runTime(store: FilledStore, range: { from: string; to: string }, line: string | null): number | null {
  const rows = store.db.all(
    'select run_ms as run, line_code as line from shift_output where superseded_by is null and production_date >= ? and production_date <= ?',
    [range.from, range.to],
  ) as { run: number | null; line: string }[];
  const known = rows.filter((row) => row.run !== null && (line === null || row.line === line));
  return known.length === 0 ? null : known.reduce((sum, row) => sum + (row.run ?? 0), 0);
}

function firstDifference(store: FilledStore, range: { from: string; to: string; at: string }, answer: { by: By; rows: Row[] }): string | null {
  const orders = rawOrders(store.db);
  const hasRegister = store.db.all('select 1 from asset').length > 0;
  for (const row of answer.rows) {
    const own = orders.filter((order) => groupOf(order, answer.by, range.at) === row.key);
    const run =
      answer.by === 'plant' ? runTime(store, range, null) : answer.by === 'asset' && row.key === 'A1' && hasRegister ? runTime(store, range, 'L1') : null;
    const should = expectedSummary(own, range, run);
    const found = figures(row);
    const wrong = should.findIndex((value, index) => {
      const figure = found[index] ?? null;
      return value === null || figure === null ? value !== figure : Math.abs(value - figure) > 1e-9 * Math.max(1, Math.abs(value));
    });
    if (wrong >= 0) return `${row.key}: figure ${String(wrong)} is ${String(found[wrong])}, should be ${String(should[wrong])}`;
  }
  const expectedKeys = new Set(
    orders
      .filter((order) => expectedSummary([order], range, null).some((value, index) => index < 12 && value !== null && value > 0))
      .map((order) => groupOf(order, answer.by, range.at)),
  );
  const keys = new Set(answer.rows.map((row) => row.key));
  return [...expectedKeys].every((key) => keys.has(key)) ? null : `keys ${[...keys].join()} of ${[...expectedKeys].join()}`;
}

describe('on random orders', () => {
  it('the summary equals the raw rows in every grouping', async () => {
    await onRandomOrders(40, async (store, ask, range) => {
      for (const by of ['plant', 'asset', 'type', 'status'] as const)
        expect(firstDifference(store, range, { by, rows: await ask.summary({ from: range.from, to: range.to, by }) })).toBeNull();
    });
  });

  it('each month of a summary by month is the summary of that month', async () => {
    await onRandomOrders(25, async (store, ask, range) => {
      const all = rawOrders(store.db);
      const orders = all.filter((order) => order.created !== null || order.started !== null || order.due !== null || order.completed !== null);
      for (const row of await ask.summary({ from: range.from, to: range.to, by: 'month' })) {
        if (row.key === 'Unassigned') continue;
        const last = new Date(Date.UTC(Number(row.key.slice(0, 4)), Number(row.key.slice(5)), 0)).toISOString().slice(0, 10);
        const part = { from: `${row.key}-01` > range.from ? `${row.key}-01` : range.from, to: last < range.to ? last : range.to };
        if (part.from > range.at) continue;
        const at = part.to < range.at ? part.to : range.at;
        const should = expectedSummary(orders, { ...part, at }, null);
        const undatedOpen = all.filter((order) => !orders.includes(order) && wasOpen(order, at)).length;
        expect([row.count, row.opened, row.completed, row.open - undatedOpen, row.pmDue, row.pmOnTime]).toEqual([
          should[0],
          should[1],
          should[2],
          should[3],
          should[10],
          should[11],
        ]);
      }
    });
  });

  it('notices a wrong figure: the check itself is checked', async () => {
    await onRandomOrders(10, async (store, ask, range) => {
      const rows = await ask.summary({ from: range.from, to: range.to, by: 'plant' });
      const wrong: ((row: Row) => Row)[] = [
        (row) => ({ ...row, open: row.open + 1 }),
        (row) => ({ ...row, overdue: row.overdue - 1 }),
        (row) => ({ ...row, mttrHours: (row.mttrHours ?? 0) + 0.01 }),
        (row) => ({ ...row, pmComplianceRatio: row.pmComplianceRatio === null ? 1 : null }),
        (row) => ({ ...row, plannedRatio: (row.plannedRatio ?? 0) + 0.01 }),
        (row) => ({ ...row, cost: (row.cost ?? 0) + 0.01 }),
        (row) => ({ ...row, failures: row.failures + 1 }),
      ];
      if (rows.length === 0) return;
      for (const change of wrong) expect(firstDifference(store, range, { by: 'plant', rows: rows.map(change) })).not.toBeNull();
    });
  });

  it('ages add up to the open orders with a creation date', async () => {
    await onRandomOrders(25, async (store, ask, range) => {
      const buckets = await ask.ageing({ from: range.from, to: range.to });
      const open = rawOrders(store.db).filter((order) => order.created !== null && wasOpen(order, range.at));
      const age = (order: { created: string | null }): number =>
        Math.round((Date.parse(range.at) - Date.parse((order.created ?? '').slice(0, 10))) / 86_400_000);
      const limits = [
        [-1, 7],
        [7, 30],
        [30, 60],
        [60, 90],
        [90, Infinity],
      ] as const;
      expect(buckets.map((bucket) => bucket.count)).toEqual(
        limits.map(([over, upTo]) => open.filter((order) => age(order) > over && age(order) <= upTo).length),
      );
      for (const [index, [over, upTo]] of limits.entries()) {
        const known = open.filter((order) => age(order) > over && age(order) <= upTo && order.est !== null).reduce((sum, order) => sum + (order.est ?? 0), 0);
        expect(buckets[index]?.hours ?? 0).toBeCloseTo(known / 3_600_000, 9);
      }
    });
  });

  it('the page agrees with the procedures, and every traced figure with its orders', async () => {
    await onRandomOrders(25, async (store, ask, range) => {
      const { from, to } = range;
      const view = await ask.view({ from, to });
      const [plant] = await ask.summary({ from, to, by: 'plant' });
      if (!plant) {
        expect(view.empty).not.toBeNull();
        return;
      }
      const value = (key: string) => view.kpis.find((kpi) => kpi.key === key)?.value;
      expect([value('open'), value('overdue'), value('pmComplianceRatio')]).toEqual([plant.open, plant.overdue, plant.pmComplianceRatio]);
      const [orders, assets] = view.grids;
      const open = rawOrders(store.db).filter((order) => wasOpen(order, range.at));
      expect(
        orders?.rows
          .filter((row) => row.kind === 'leaf')
          .map((row) => row.key)
          .sort(),
      ).toEqual(open.map((order) => `order:${String(order.id)}`).sort());
      expect(orders?.rows.filter((row) => typeof row.cells['late'] === 'number').length).toBe(plant.overdue);
      for (const kpi of view.kpis) {
        if (kpi.trace === null || kpi.value === null) continue;
        const found = behind(store.db, kpi.trace, range.asOf);
        expect(found.total).toBe(found.facts.length);
        const sum = found.facts.reduce((total, fact) => total + (fact.value ?? 0), 0);
        if (kpi.key === 'open' || kpi.key === 'overdue' || kpi.key === 'backlogHours' || kpi.key === 'cost')
          expect(sum).toBeCloseTo(kpi.value * (kpi.unit.startsWith('k') ? 1000 : 1), 6);
        if (kpi.key === 'mttrHours') expect(sum / found.facts.filter((fact) => fact.value !== null).length).toBeCloseTo(kpi.value, 6);
        if (kpi.key === 'pmComplianceRatio') expect(found.total).toBe(plant.pmDue);
      }
      for (const row of assets?.rows ?? []) {
        for (const [field, reference] of Object.entries(row.trace)) {
          if (field === 'mttrHours') continue;
          const cell = row.cells[field];
          const sum = behind(store.db, reference, range.asOf).facts.reduce((total, fact) => total + (fact.value ?? 0), 0);
          expect(sum).toBeCloseTo(
            Number(cell) * (field === 'cost' && assets?.columns.some((column) => column.field === 'cost' && column.unit.startsWith('k')) ? 1000 : 1),
            6,
          );
        }
      }
    });
  });
});
