import { expect, test } from 'vitest';
import type { Grid, GridRow } from '../../../shared/areas/view.ts';
import { printGrid } from '../../../electron/packs/print-grid.ts';
import { monthlyInput } from '../../fixtures/packs/monthly-input.ts';
import { shippedFont } from '../../fixtures/packs/printing.ts';

const font = shippedFont();

function gridOf(key: string): Grid {
  const grid = monthlyInput()
    .views.flatMap((view) => view.grids)
    .find((one) => one.key === key);
  if (!grid) throw new Error(`no grid ${key}`);
  return grid;
}

const accounts = printGrid(gridOf('accounts'), 756, font);

test('a group stands over its leaves and its sum under them, named over the text columns', () => {
  expect(accounts.rows.slice(0, 6).map((row) => [row.kind, row.label])).toEqual([
    ['group', 'Direct material'],
    ['leaf', ''],
    ['leaf', ''],
    ['leaf', ''],
    ['leaf', ''],
    ['subtotal', 'Direct material, total'],
  ]);
  expect(accounts.rows[5]?.labelSpan).toBe(2);
  expect(accounts.rows[5]?.cells.slice(2, 5)).toEqual([
    { text: '1,433.0', letter: '' },
    { text: '1,422.6', letter: '' },
    { text: '\u221210.4', letter: 'F' },
  ]);
});

test('a group of one leaf has no sum of its own; the total closes the table', () => {
  expect(accounts.rows.slice(-3).map((row) => [row.kind, row.label])).toEqual([
    ['group', 'Depreciation'],
    ['leaf', ''],
    ['total', 'Total cost'],
  ]);
});

test('a variance has a sign and a letter, undefined is n/a', () => {
  const freight = accounts.rows.find((row) => row.cells[1]?.text === 'Expedited freight');
  expect(freight?.cells.slice(2, 7).map((cell) => `${cell.text}|${cell.letter}`)).toEqual(['0.0|', '9.4|', '+9.4|U', 'n/a|', 'U|U']);
});

test('letters stand once: in the F/U column where there is one, else behind the variance', () => {
  expect(accounts.columns.filter((column) => column.lettered)).toEqual([]);
  const lines = printGrid(gridOf('lines'), 510, font);
  expect(lines.columns.filter((column) => column.lettered).map((column) => column.label)).toEqual(['Variance']);
});

test('columns fill the page exactly, wide-only ones are left to the workbook, groups cover their columns', () => {
  for (const [key, width] of [
    ['accounts', 756],
    ['lines', 510],
    ['departments', 510],
    ['open', 510],
  ] as const) {
    const printed = printGrid(gridOf(key), width, font);
    expect(
      printed.columns.reduce((sum, column) => sum + column.width, 0),
      key,
    ).toBeCloseTo(width, 6);
  }
  expect(printGrid(gridOf('lines'), 510, font).columns.map((column) => column.label)).not.toContain('Note');
  expect(accounts.groups).toEqual([
    { label: '', from: 0, to: 2 },
    { label: 'October 2026, k€', from: 2, to: 7 },
    { label: 'Year to date, k€', from: 7, to: 12 },
  ]);
});

test('a long list is cut, says by how much, and keeps its total', () => {
  const grid = gridOf('open');
  const total: GridRow = { key: 't', kind: 'total', parent: null, cells: { order: 'All', hours: 1 }, effects: {}, trace: {} };
  const printed = printGrid({ ...grid, rows: [...grid.rows, total] }, 510, font);
  expect(printed.rows.filter((row) => row.kind === 'leaf')).toHaveLength(40);
  expect(printed.more).toBe('44 more rows in the workbook');
  expect(printed.rows.at(-1)?.label).toBe('All');
  expect(printGrid({ ...grid, rows: grid.rows.slice(0, 60) }, 510, font).more).toBe('');
});

test('a day is printed as a day, other text in a date column as it is', () => {
  const grid = gridOf('open');
  const [first] = grid.rows;
  if (!first) throw new Error('no rows');
  const rows = [first, { ...first, key: 'x', cells: { ...first.cells, created: 'unknown' } }];
  expect(printGrid({ ...grid, rows }, 510, font).rows.map((row) => row.cells[4]?.text)).toEqual(['1 Oct 2026', 'unknown']);
});

test('many wide columns get smaller text rather than running off the page', () => {
  const grid = gridOf('accounts');
  const printed = printGrid({ ...grid, columns: [...grid.columns, ...grid.columns.slice(2).map((column) => ({ ...column, group: 'Again' }))] }, 510, font);
  expect(printed.textSize).toBeLessThan(8.5);
  expect(printed.columns.reduce((sum, column) => sum + column.width, 0)).toBeCloseTo(510, 6);
});

test('leaves of a group are moved in only where others stand beside the groups', () => {
  const grid = gridOf('lines');
  const leaf = (key: string, parent: string | null): GridRow => ({ key, kind: 'leaf', parent, cells: { line: key, planned: 1 }, effects: {}, trace: {} });
  const group: GridRow = { key: 'g', kind: 'group', parent: null, cells: { line: 'g' }, effects: {}, trace: {} };
  const indents = (rows: GridRow[]): number[] => printGrid({ ...grid, rows }, 510, font).rows.map((row) => row.indent);
  expect(indents([group, leaf('a', 'g'), leaf('b', null)])).toEqual([0, 1, 0]);
  expect(indents([group, leaf('a', 'g')])).toEqual([0, 0]);
});
