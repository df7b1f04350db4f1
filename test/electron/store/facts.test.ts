import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetActuals } from '../../../shared/areas/budget/datasets.ts';
import { maintenanceWorkOrders } from '../../../shared/areas/maintenance/datasets.ts';
import { rowsOf, type Connection } from '../../../electron/store/database.ts';
import { removeFacts } from '../../../electron/store/facts.ts';
import { commitFacts, freshStore } from '../../support/store.ts';

type Row = Record<string, string | number | null>;

const line = (account: string, date: string, amount: number): Row => ({ account, date, amount });

function active(db: Connection): string[] {
  return rowsOf<{ a: string; d: string; m: number }>(
    db.all('select account_code as a, posting_date as d, amount_minor as m from ledger_entry where superseded_by is null order by 1, 2, 3'),
  ).map((row) => `${row.a} ${row.d} ${String(row.m)}`);
}

function rollUp(db: Connection): unknown[] {
  return db.all('select month, account_code, amount_minor, entry_count from ledger_month order by 1, 2');
}

function rawSums(db: Connection): unknown[] {
  return db.all(
    `select substr(posting_date, 1, 7) as month, account_code, sum(amount_minor) as amount_minor, count(*) as entry_count
     from ledger_entry where superseded_by is null group by 1, 2 order by 1, 2`,
  );
}

describe('storing facts', () => {
  it('says the same file again is all the same', () => {
    const { db } = freshStore();
    const rows = [line('6000', '2026-01-05', 100), line('6000', '2026-01-05', 100), line('6000', '2026-01-05', 250)];
    expect(commitFacts(db, budgetActuals, rows).effect).toMatchObject({ new: 3, changed: 0, same: 0, facts: 3 });
    expect(commitFacts(db, budgetActuals, rows).effect).toMatchObject({ new: 0, changed: 0, same: 3, facts: 3 });
    expect(active(db)).toHaveLength(3);
  });

  it('replaces the rows of one key as a group and leaves other keys alone', () => {
    const { db } = freshStore();
    commitFacts(db, budgetActuals, [line('6000', '2026-01-05', 100), line('6000', '2026-01-05', 250), line('7000', '2026-01-05', 9)]);
    const { effect } = commitFacts(db, budgetActuals, [line('6000', '2026-01-05', 300)]);
    expect(effect).toMatchObject({ new: 0, changed: 1, same: 0 });
    expect(active(db)).toEqual(['6000 2026-01-05 300', '7000 2026-01-05 9']);
    expect(effect.replaced['amount']).toEqual({ before: 350, after: 300 });
  });

  it('keeps a fact that a later file said again when the first import is taken back', () => {
    const { db } = freshStore();
    const first = commitFacts(db, budgetActuals, [line('6000', '2026-01-05', 100), line('7000', '2026-01-06', 5)]);
    commitFacts(db, budgetActuals, [line('6000', '2026-01-05', 100)]);
    removeFacts(db, budgetActuals, first.batch);
    expect(active(db)).toEqual(['6000 2026-01-05 100']);
    expect(rollUp(db)).toEqual(rawSums(db));
  });

  it('identifies an order without a number by its content', () => {
    const { db } = freshStore();
    const orders = [
      { title: 'Grease bearing', status: 'open' },
      { title: 'Grease bearing', status: 'open' },
      { order: 'WO-1', title: 'Belt', status: 'open' },
    ];
    commitFacts(db, maintenanceWorkOrders, orders);
    expect(commitFacts(db, maintenanceWorkOrders, orders).effect).toMatchObject({ same: 3, new: 0 });
    expect(commitFacts(db, maintenanceWorkOrders, [{ order: 'WO-1', title: 'Belt', status: 'done' }]).effect).toMatchObject({ changed: 1 });
  });

  // A file names some keys; what is active must be, per key, what the newest standing import that names it says.
  it('equals the newest standing file per key after any imports undone in any order', () => {
    const row = fc.record({
      account: fc.constantFrom('1', '2', '3'),
      date: fc.constantFrom('2026-01-31', '2026-02-01'),
      amount: fc.integer({ min: 1, max: 3 }),
    });
    const file = fc.array(row, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(9), { maxLength: 5 }), (files, undoes) => {
        const { db } = freshStore();
        const standing = files.map((rows) => ({ rows, batch: commitFacts(db, budgetActuals, rows).batch }));
        for (const pick of undoes) {
          const [gone] = standing.splice(pick % Math.max(standing.length, 1), 1);
          if (gone)
            db.transact(() => {
              removeFacts(db, budgetActuals, gone.batch);
            });
        }
        expect(active(db)).toEqual(newestPerKey(standing.map((entry) => entry.rows)));
        expect(rollUp(db)).toEqual(rawSums(db));
      }),
      { numRuns: 60 },
    );
  });
});

function newestPerKey(files: Row[][]): string[] {
  const byKey = new Map<string, Row[]>();
  for (const rows of files) {
    const own = new Map<string, Row[]>();
    for (const row of rows) {
      const key = `${String(row['account'])} ${String(row['date'])}`;
      own.set(key, [...(own.get(key) ?? []), row]);
    }
    for (const [key, group] of own) byKey.set(key, group);
  }
  return [...byKey.values()]
    .flat()
    .map((row) => `${String(row['account'])} ${String(row['date'])} ${String(row['amount'])}`)
    .sort();
}
