import { describe, expect, it } from 'vitest';
import type { GridColumn, GridRow } from '../../../shared/areas/view.ts';
import { blockSum, blockText, headText } from '../../../renderer/ui/grid-clipboard.ts';

const column = (field: string, kind: GridColumn['kind'], part: Partial<GridColumn> = {}): GridColumn => ({
  field,
  label: field,
  kind,
  unit: '',
  decimals: 1,
  group: '',
  width: 80,
  wideOnly: false,
  effectField: null,
  ...part,
});
const row = (key: string, cells: GridRow['cells']): GridRow => ({ key, kind: 'leaf', parent: null, cells, effects: {}, trace: {} });

const columns = [column('Account', 'text'), column('Budget', 'money', { unit: 'k€' }), column('Share', 'percent', { unit: '%' })];
const rows = [row('a', { Account: '6400 Repair parts', Budget: 74.0625, Share: 0.386 }), row('b', { Account: '=SUM(A1)', Budget: -0.7, Share: null })];

describe('blockText', () => {
  it('copies heads with units and full precision in the shape Excel takes', () => {
    expect(blockText(columns, rows)).toBe("Account\tBudget, k€\tShare, %\r\n6400 Repair parts\t74.0625\t38.6\r\n'=SUM(A1)\t-0.7\t");
  });

  it('copies one cell without its head', () => {
    expect(blockText(columns.slice(1, 2), rows.slice(0, 1))).toBe('74.0625');
  });

  it('keeps a cell in its cell', () => {
    expect(blockText([column('Note', 'text')], [row('a', { Note: 'two\nlines\tand a tab' })])).toBe('two lines and a tab');
  });
});

it('adds up the numbers of a block in display units', () => {
  expect(blockSum(columns, rows)).toEqual({ cells: 6, numbers: 3, sum: 74.0625 + 38.6 - 0.7 });
});

it('says a unit once', () => {
  expect(headText(column('%', 'percent', { unit: '%' }))).toBe('%');
  expect(headText(column('Budget', 'money', { unit: 'k€', group: 'October 2026, k€' }))).toBe('Budget');
});
