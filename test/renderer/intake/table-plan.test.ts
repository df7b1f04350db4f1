import { expect, it } from 'vitest';
import type { TablePlan } from '../../../shared/intake/interpretation.ts';
import {
  commanded,
  planFrom,
  withBodyEnd,
  withConstant,
  withDataset,
  withDropped,
  withField,
  withFieldToo,
  withHead,
  withHeadTo,
  withLeftOut,
  withMark,
  withSentinel,
  withSource,
  withWord,
} from '../../../renderer/intake/table-plan.ts';
import { emptyReport } from './report.ts';

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

it('moves and stretches the head, at most eight rows', () => {
  const head = withHead({ ...plan, headRows: 3, lastRow: 20 }, 5);
  expect([head.headerRow, head.headRows, head.lastRow]).toEqual([5, undefined, 20]);
  expect(withHeadTo(head, 6)).toMatchObject({ headerRow: 5, headRows: 2 });
  expect(withHeadTo(withHeadTo(head, 6), 4)).toMatchObject({ headerRow: 4, headRows: 3 });
  expect(withHeadTo(withHeadTo(head, 6), 5).headRows).toBeUndefined();
  expect(withHeadTo(head, 13)).toMatchObject({ headerRow: 13 });
  expect(withHead({ ...plan, lastRow: 5 }, 9).lastRow).toBeUndefined();
});

it('ends the body with a row under the head, and frees it again', () => {
  const ended = withBodyEnd(plan, 9);
  expect(ended.lastRow).toBe(9);
  expect(withBodyEnd(ended, 9)).toEqual(plan);
  expect(withBodyEnd(plan, 1)).toEqual(plan);
});

it('drops a column of personal data from the mapping, and takes it back', () => {
  const dropped = withDropped(plan, 2);
  expect(dropped.dropped).toEqual([2]);
  expect(dropped.columns.find(({ column }) => column === 2)?.field).toBeNull();
  expect('dropped' in withDropped(dropped, 2)).toBe(false);
  expect('dropped' in withField(dropped, 2, 'title')).toBe(false);
});

it('leaves rows out by value, one by one', () => {
  const one = withLeftOut(plan, 3, '1');
  const both = withLeftOut(one, 3, '2');
  expect(both.leaveOut).toEqual([{ column: 3, values: ['1', '2'] }]);
  expect(withLeftOut(both, 3, '2')).toEqual(one);
  expect(withLeftOut(one, 3, '1')).toEqual(plan);
});

it('takes a value from the file or as typed, never both', () => {
  const taken = withSource(withConstant(plan, 'created', '2026-10-31'), 'created', { from: 'cell', row: 2, column: 2 });
  expect(taken).toMatchObject({ constants: {}, constantsFrom: { created: { from: 'cell', row: 2, column: 2 } } });
  expect(withConstant(taken, 'created', '2026-11-30')).toEqual({ ...plan, constants: { created: '2026-11-30' } });
  expect(withConstant(taken, 'created', '')).toEqual(plan);
});

it('lets columns across feed one field together', () => {
  const across = withFieldToo(withFieldToo(plan, 3, 'value'), 4, 'value');
  expect(across.columns.filter(({ field }) => field === 'value').map(({ column }) => column)).toEqual([3, 4]);
});

it('marks and unmarks the whole table', () => {
  expect(withMark(plan, 'julian', true).julian).toBe(true);
  expect(withMark(withMark(plan, 'julian', true), 'julian', false)).toEqual(plan);
});

it('obeys the keys of the grid', () => {
  const at = { row: 4, column: 2, text: 'Repair' };
  expect(commanded(plan, 'head', at).headerRow).toBe(4);
  expect(commanded(plan, 'not-imported', at).columns[1]).toEqual({ column: 2, field: null });
  expect(commanded(plan, 'leave-out', at).leaveOut).toEqual([{ column: 2, values: ['Repair'] }]);
  expect(commanded(plan, 'leave-out', { ...at, row: 1 })).toEqual(plan);
  expect(commanded(plan, 'ask-field', at)).toBe(plan);
});

it('begins with what was recognised, and with what the file states where no column says it', () => {
  const column = { letter: 'A', score: 1, how: 'exact', note: null, suggestions: [] } as const;
  const report = {
    ...emptyReport,
    headerRow: 4,
    headRows: 2,
    dataset: 'maintenance.workOrders',
    columns: [
      { ...column, column: 1, header: 'No', field: 'order', samples: [] },
      { ...column, column: 2, header: 'Day', field: 'created', samples: [{ row: 6, raw: '3', parsed: '2026-10-03' }] },
      { ...column, column: 3, header: 'Due', field: 'dueDate', samples: [{ row: 6, raw: '2026-10-09', parsed: '2026-10-09' }] },
    ].map((one) => ({ ...one, suggestions: [] })),
    stated: [
      { field: 'created', raw: 'October 2026', parsed: '2026-10-01', from: { from: 'cell' as const, row: 2, column: 2 } },
      { field: 'dueDate', raw: '2026-10-31', parsed: '2026-10-31', from: null },
      { field: 'line', raw: 'Press 1', parsed: 'Press 1', from: null },
    ],
  };
  expect(planFrom(report)).toMatchObject({
    headerRow: 4,
    headRows: 2,
    constants: { line: 'Press 1' },
    constantsFrom: { created: { from: 'cell', row: 2, column: 2 } },
  });
  expect(planFrom(report).constants).not.toHaveProperty('dueDate');
});
