/** Random books: a register, a budget and a ledger over two calendar years, some rows superseded, income positive on both sides. */
import fc from 'fast-check';
import { accountTypes } from '../../../../shared/areas/budget/measures.ts';
import type { Facts } from './filled-store.ts';

const account = fc.constantFrom('1000', '1010', '2000', '2010', '3000', 'x9');
const costCenter = fc.constantFrom('', 'K1', 'K2');
// no 29 February, so that a day has exactly one day a year earlier
export const day = fc
  .record({ year: fc.constantFrom(2025, 2026), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map((parts) => `${String(parts.year)}-${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')}`);
const superseded = fc.constantFrom(0, 0, 0, 1);

const line = (version: fc.Arbitrary<string>) =>
  fc.record({ version, account, costCenter, date: day, amount: fc.integer({ min: 0, max: 9_999_999 }), superseded });

export const books: fc.Arbitrary<Facts> = fc.record({
  'budget.accounts': fc.uniqueArray(fc.record({ account, name: fc.constantFrom('One', 'Two', null), type: fc.constantFrom(...accountTypes, null) }), {
    selector: (entry) => entry.account,
    maxLength: 6,
  }),
  'budget.lines': fc
    .array(line(fc.constantFrom('original', 'original', 'v2')), { minLength: 1, maxLength: 40 })
    .map((rows) => [...rows, { version: 'original', account: '1000', costCenter: '', date: '2024-01-01', amount: 1, superseded: 0 }]),
  'budget.actuals': fc
    .array(
      line(fc.constant('')).map(({ version: _, ...row }) => row),
      { minLength: 1, maxLength: 60 },
    )
    .map((rows) => [...rows, { account: '1000', costCenter: '', date: '2024-01-01', amount: 1, superseded: 0 }]),
});

export const range = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
