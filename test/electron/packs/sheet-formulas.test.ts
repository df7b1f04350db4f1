import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grid, GridColumn, GridRow } from '../../../shared/areas/view.ts';
import { gridFormulas, ranges, type Formulas } from '../../../electron/packs/sheet-formulas.ts';
import { monthlyInput } from '../../fixtures/packs/monthly-input.ts';

const letterOf =
  (grid: Grid) =>
  (field: string): string =>
    String.fromCharCode(65 + grid.columns.findIndex((column) => column.field === field));
const rowOf =
  (grid: Grid) =>
  (key: string): number =>
    5 + grid.rows.findIndex((row) => row.key === key);

function formulasOf(grid: Grid): Formulas {
  return gridFormulas(grid, letterOf(grid), rowOf(grid));
}

function gridNamed(key: string): Grid {
  const grid = monthlyInput()
    .views.flatMap((view) => view.grids)
    .find((one) => one.key === key);
  if (!grid) throw new Error(`no grid ${key}`);
  return grid;
}

/** An own small calculator for the three kinds of formula, reading the cells they name. */
function calculate(formula: string, valueAt: (reference: string) => number): number {
  const sum = /^SUM\((.*)\)$/.exec(formula);
  if (sum) {
    return (sum[1] ?? '').split(',').reduce((total, range) => {
      const [from = '', to = from] = range.split(':');
      const letter = from.replace(/\d/g, '');
      for (let row = Number(from.replace(/\D/g, '')); row <= Number(to.replace(/\D/g, '')); row++) total += valueAt(`${letter}${String(row)}`);
      return total;
    }, 0);
  }
  const ratio = /^IF\((\w+)=0,"n\/a",(\w+)\/ABS\(\1\)\)$/.exec(formula);
  if (ratio) return valueAt(ratio[2] ?? '') / Math.abs(valueAt(ratio[1] ?? ''));
  return [...formula.matchAll(/([+-]?)([A-Z]+\d+)/g)].reduce((total, [, sign, reference = '']) => total + (sign === '-' ? -1 : 1) * valueAt(reference), 0);
}

function check(grid: Grid, formulas: Formulas): number {
  let count = 0;
  const valueAt = (reference: string): number => {
    const column = grid.columns[reference.charCodeAt(0) - 65];
    const value = grid.rows[Number(reference.slice(1)) - 5]?.cells[column?.field ?? ''];
    return typeof value === 'number' ? value : 0;
  };
  for (const row of grid.rows) {
    for (const [field, formula] of formulas.get(row.key) ?? []) {
      expect(calculate(formula, valueAt), `${row.key} ${field} ${formula}`).toBeCloseTo(Number(row.cells[field]), 6);
      count++;
    }
  }
  return count;
}

test('ranges join neighbouring rows', () => {
  expect(ranges([5, 6, 7, 9, 11, 12], 'C')).toBe('C5:C7,C9,C11:C12');
});

test('known grid: sums over leaves, variance and percent from their columns', () => {
  const grid = gridNamed('accounts');
  const formulas = formulasOf(grid);
  expect(formulas.get('Direct material')?.get('budget')).toBe('SUM(C6:C9)');
  expect(formulas.get('total')?.get('actual')).toBe('SUM(D6:D9,D11:D14,D16:D18,D20:D23,D25:D27,D29:D32,D34)');
  expect(formulas.get('400100')?.get('variance')).toBe('D6-C6');
  expect(formulas.get('400100')?.get('variancePercent')).toBe('IF(C6=0,"n/a",E6/ABS(C6))');
  expect(formulas.get('440300')?.has('variancePercent')).toBe(false);
  expect(check(grid, formulas)).toBeGreaterThan(120);
});

test('a ratio column is live, a weighted average that no column explains stays a value', () => {
  const grid = gridNamed('lines');
  const formulas = formulasOf(grid);
  expect(formulas.get('plant')?.get('attainment')).toBe('IF(G9=0,"n/a",F9/ABS(G9))');
  expect(formulas.get('plant')?.has('availability')).toBe(false);
  check(grid, formulas);
});

const column = (field: string, kind: GridColumn['kind'] = 'number'): GridColumn => ({
  field,
  label: field,
  kind,
  unit: '',
  decimals: 0,
  group: '',
  width: 80,
  wideOnly: false,
  effectField: null,
});
const row = (key: string, kind: GridRow['kind'], cells: GridRow['cells'], parent: string | null = null): GridRow => ({
  key,
  kind,
  parent,
  cells,
  effects: {},
  trace: {},
});

test('a result of revenue less costs is a signed sum of its groups', () => {
  const grid: Grid = {
    key: 'g',
    title: '',
    caption: '',
    footnotes: [],
    columns: [column('name', 'text'), column('a')],
    rows: [
      row('rev', 'group', { name: 'Revenue', a: 100 }),
      row('r1', 'leaf', { name: 'r1', a: 100 }, 'rev'),
      row('cost', 'group', { name: 'Cost', a: 70 }),
      row('c1', 'leaf', { name: 'c1', a: 30 }, 'cost'),
      row('c2', 'leaf', { name: 'c2', a: 40 }, 'cost'),
      row('result', 'total', { name: 'Result', a: 30 }),
    ],
  };
  expect(formulasOf(grid).get('result')?.get('a')).toBe('B5-B7');
});

test('whatever the grid, a formula gives the cell’s own value', () => {
  const amount = fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (groups, lies) => {
      const rows: GridRow[] = [];
      const cells = (a: number | null, b: number | null): GridRow['cells'] => ({
        name: 'x',
        a,
        b,
        d: a === null || b === null ? null : a - b,
        p: a === null || b === null || b === 0 ? null : a / Math.abs(b),
      });
      const sum = (leaves: (readonly [number | null, number | null])[], index: 0 | 1): number => leaves.reduce((total, leaf) => total + (leaf[index] ?? 0), 0);
      groups.forEach((leaves, index) => {
        rows.push(row(`g${String(index)}`, 'group', cells(sum(leaves, 0) + (lies ? 1 : 0), sum(leaves, 1))));
        leaves.forEach(([a, b], place) => rows.push(row(`g${String(index)}-${String(place)}`, 'leaf', cells(a, b), `g${String(index)}`)));
      });
      rows.push(row('t', 'total', cells(sum(groups.flat(), 0), sum(groups.flat(), 1))));
      const grid: Grid = {
        key: 'g',
        title: '',
        caption: '',
        footnotes: [],
        rows,
        columns: [column('name', 'text'), column('a'), column('b'), { ...column('d'), effectField: 'effect' }, column('p', 'percent')],
      };
      check(grid, formulasOf(grid));
    }),
  );
});
