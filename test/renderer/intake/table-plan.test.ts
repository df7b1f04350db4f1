import { expect, it } from 'vitest';
import type { TablePlan } from '../../../shared/intake/interpretation.ts';
import { withConstant, withDataset, withField, withSentinel, withWord } from '../../../renderer/intake/table-plan.ts';

const plan: TablePlan = {
  sheet: 0,
  headerRow: 1,
  dataset: 'maintenance.workOrders',
  columns: [
    { column: 1, field: 'order' },
    { column: 2, field: 'title' },
    { column: 3, field: null },
  ],
  constants: {},
  words: {},
  dateOrder: null,
  decimal: null,
  missing: [],
  real: [],
};

it('takes a field from one column only', () => {
  expect(withField(plan, 3, 'order').columns).toEqual([
    { column: 1, field: null },
    { column: 2, field: 'title' },
    { column: 3, field: 'order' },
  ]);
  expect(withField(plan, 1, null).columns[0]).toEqual({ column: 1, field: null });
});

it('asks every column again under another dataset', () => {
  expect(withDataset(plan, 'budget.lines').columns.every((column) => column.field === null)).toBe(true);
  expect(withDataset(plan, plan.dataset)).toBe(plan);
});

it('remembers answers, and the last answer counts', () => {
  expect(withWord(plan, { field: 'status', text: 'Complete', word: 'done' }).words).toEqual({ status: { complete: 'done' } });
  expect(withConstant(withConstant(plan, 'line', 'L1'), 'line', '').constants).toEqual({});
  const missing = withSentinel(plan, '9999', 'missing');
  expect(missing.missing).toEqual(['9999']);
  expect(withSentinel(missing, '9999', 'real')).toMatchObject({ missing: [], real: ['9999'] });
});
