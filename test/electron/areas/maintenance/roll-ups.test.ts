/** The month sums of work orders and of the books, kept import by import, equal the raw rows: also for orders without a creation date. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetActuals, budgetLines } from '../../../../shared/areas/budget/datasets.ts';
import { maintenanceWorkOrders } from '../../../../shared/areas/maintenance/datasets.ts';
import type { Dataset } from '../../../../shared/intake/dataset.ts';
import type { Connection } from '../../../../electron/store/database.ts';
import { removeFacts } from '../../../../electron/store/facts.ts';
import { rebuildRollUps, refreshRollUps, rollUpsOf } from '../../../../electron/store/roll-ups.ts';
import { books } from '../budget/random-facts.ts';
import { addFacts, filledStore } from '../budget/filled-store.ts';

const moment = fc.constantFrom('2026-07-31T23:59:59', '2026-08-01T00:00:00', '2026-08-15T08:00:00', '2026-09-30T12:00:00', null, null);
const order = fc.record({
  status: fc.constantFrom(null, 'open', 'closed', 'cancelled'),
  type: fc.constantFrom(null, 'corrective', 'preventive', 'emergency'),
  asset: fc.constantFrom('', 'A1'),
  created: moment,
  started: moment,
  completed: moment,
  dueDate: fc.constantFrom(null, '2026-08-31', '2026-09-01'),
  laborHours: fc.option(fc.integer({ min: 0, max: 1e7 })),
  downtimeMinutes: fc.option(fc.integer({ min: 0, max: 1e7 })),
});

function kept(db: Connection, dataset: Dataset): unknown[][] {
  return rollUpsOf(dataset).map((rollUp) => db.all(`select * from ${rollUp.table} order by ${['plant_code', rollUp.grain, ...rollUp.dimensions].join(', ')}`));
}

/** Whether refreshing the touched days leaves what summing everything again would. */
function staysEqual(db: Connection, dataset: Dataset, days: readonly string[]): boolean {
  refreshRollUps(db, dataset, { plant: 'P1', days });
  const refreshed = kept(db, dataset);
  rebuildRollUps(db, dataset);
  return JSON.stringify(refreshed) === JSON.stringify(kept(db, dataset));
}

describe('roll-ups refreshed by the days an import touched', () => {
  it('equal the work orders', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 12 }), fc.array(order, { minLength: 1, maxLength: 5 }), (first, second) => {
        const store = filledStore({ 'maintenance.workOrders': first });
        try {
          const before = (store.db.get('select coalesce(max(fact_id), 0) as id from work_order') as { id: number }).id;
          addFacts(store.db, { 'maintenance.workOrders': second });
          const touched = second.map((row) => (row.created ?? '').slice(0, 10));
          // What the first import left, then the days of the second: by taking its orders out and in again.
          store.db.run('update work_order set superseded_by = 2 where fact_id > ?', [before]);
          expect(staysEqual(store.db, maintenanceWorkOrders, touched)).toBe(true);
          store.db.run('update work_order set superseded_by = null where fact_id > ?', [before]);
          expect(staysEqual(store.db, maintenanceWorkOrders, touched)).toBe(true);
        } finally {
          store.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('notice a day that was not touched: the check itself is checked', () => {
    const store = filledStore({
      'maintenance.workOrders': [
        { status: 'open', created: null },
        { status: 'open', created: '2026-08-15T08:00:00' },
      ],
    });
    store.db.run('update work_order set superseded_by = 2');
    expect(staysEqual(store.db, maintenanceWorkOrders, ['2026-08-15'])).toBe(false);
    store.close();
  });

  it('are empty again after the import of an undated order was taken back', () => {
    const store = filledStore({ 'maintenance.workOrders': [{ status: 'open', created: null }] });
    expect(kept(store.db, maintenanceWorkOrders).map((rows) => rows.length)).toEqual([1, 1]);
    removeFacts(store.db, maintenanceWorkOrders, 1);
    expect(kept(store.db, maintenanceWorkOrders)).toEqual([[], []]);
    store.close();
  });

  it('equal the books', () => {
    fc.assert(
      fc.property(books, (facts) => {
        const store = filledStore(facts);
        try {
          for (const [dataset, table] of [
            [budgetActuals, 'ledger_entry'],
            [budgetLines, 'budget_line'],
          ] as const) {
            const days = store.db.all(`select distinct posting_date as day from ${table} where fact_id % 2 = 0`) as { day: string }[];
            store.db.run(`update ${table} set superseded_by = 2 where fact_id % 2 = 0`);
            expect(
              staysEqual(
                store.db,
                dataset,
                days.map(({ day }) => day),
              ),
            ).toBe(true);
          }
        } finally {
          store.close();
        }
      }),
      { numRuns: 15 },
    );
  });
});
