/**
 * Which cells of a grid can be live formulas. A formula is written only where it gives the view's own value, so the workbook can
 * recalculate and never disagrees with the page: sums over leaf rows, differences and ratios of two neighbouring columns, totals
 * as signed sums of group rows.
 */
import type { Grid, GridColumn, GridRow } from '../../shared/areas/view.ts';

/** Row key → column field → formula without the equals sign. */
export type Formulas = Map<string, Map<string, string>>;

interface Sheet {
  grid: Grid;
  numeric: GridColumn[];
  /** "C" of a field. */
  letter: (field: string) => string;
  /** Row number of a key. */
  rowNumber: (key: string) => number;
}

/** `columnLetter` and `rowNumber` say where the grid stands on its sheet. */
export function gridFormulas(grid: Grid, letter: Sheet['letter'], rowNumber: Sheet['rowNumber']): Formulas {
  const numeric = grid.columns.filter((column) => grid.rows.some((row) => typeof row.cells[column.field] === 'number'));
  const sheet: Sheet = { grid, numeric, letter, rowNumber };
  const formulas: Formulas = new Map();
  const derived = deriveColumns(sheet, formulas);
  const summed = numeric.filter((column) => !derived.has(column.field));
  for (const row of grid.rows) {
    if (row.kind !== 'leaf') sumRow(sheet, row, { summed, formulas });
  }
  return formulas;
}

export function sameFigure(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function figure(row: GridRow, field: string): number | null {
  const value = row.cells[field];
  return typeof value === 'number' ? value : null;
}

function put(formulas: Formulas, row: GridRow, entry: { field: string; formula: string }): void {
  const cells = formulas.get(row.key) ?? new Map<string, string>();
  cells.set(entry.field, entry.formula);
  formulas.set(row.key, cells);
}

interface Relation {
  holds: (a: number, b: number, value: number) => boolean;
  formula: (a: string, b: string) => string;
}

const difference: Relation = { holds: (a, b, value) => sameFigure(a - b, value), formula: (a, b) => `${a}-${b}` };
const share: Relation = { holds: (a, b, value) => b !== 0 && sameFigure(a / Math.abs(b), value), formula: (a, b) => `IF(${b}=0,"n/a",${a}/ABS(${b}))` };

// Budget is also actual − variance: only what is meant as a difference becomes one.
function isDifference(column: GridColumn): boolean {
  return column.effectField !== null || /\b(variance|difference|deviation|change|gap)\b/i.test(column.label);
}

// A column that is the same relation of the same two columns in every row.
function deriveColumns(sheet: Sheet, formulas: Formulas): Set<string> {
  const derived = new Set<string>();
  for (const column of sheet.numeric) {
    const relation = column.kind === 'percent' ? share : isDifference(column) ? difference : null;
    if (!relation) continue;
    const sources = sheet.numeric.filter(
      (one) => one.field !== column.field && one.kind !== 'percent' && one.group === column.group && !(relation === difference && isDifference(one)),
    );
    const pair = findPair(sheet, column, { sources, relation });
    if (!pair) continue;
    derived.add(column.field);
    for (const row of sheet.grid.rows) {
      if (figure(row, column.field) === null) continue;
      const at = (field: string): string => `${sheet.letter(field)}${String(sheet.rowNumber(row.key))}`;
      put(formulas, row, { field: column.field, formula: relation.formula(at(pair[0]), at(pair[1])) });
    }
  }
  return derived;
}

function findPair(sheet: Sheet, column: GridColumn, how: { sources: GridColumn[]; relation: Relation }): [string, string] | null {
  for (const a of how.sources) {
    for (const b of how.sources) {
      if (a === b) continue;
      const rows = sheet.grid.rows.filter((row) => figure(row, column.field) !== null);
      const telling = rows.filter((row) => figure(row, column.field) !== 0);
      const fits = (row: GridRow): boolean => {
        const [left, right, value] = [figure(row, a.field), figure(row, b.field), figure(row, column.field)];
        return left !== null && right !== null && value !== null && how.relation.holds(left, right, value);
      };
      if (telling.length > 0 && rows.every(fits)) return [a.field, b.field];
    }
  }
  return null;
}

function sumRow(sheet: Sheet, row: GridRow, how: { summed: GridColumn[]; formulas: Formulas }): void {
  const leaves = leavesUnder(sheet.grid, row);
  const totals = row.kind === 'total' ? signedGroups(sheet, row, how.summed) : null;
  for (const column of how.summed) {
    const value = figure(row, column.field);
    if (value === null) continue;
    const known = leaves.filter((leaf) => figure(leaf, column.field) !== null);
    const sum = known.reduce((total, leaf) => total + (figure(leaf, column.field) ?? 0), 0);
    if (known.length > 0 && sameFigure(sum, value)) {
      put(how.formulas, row, {
        field: column.field,
        formula: `SUM(${ranges(
          leaves.map((leaf) => sheet.rowNumber(leaf.key)),
          sheet.letter(column.field),
        )})`,
      });
    } else if (totals) {
      put(how.formulas, row, { field: column.field, formula: totals(column.field) });
    }
  }
}

function leavesUnder(grid: Grid, row: GridRow): GridRow[] {
  const all = grid.rows.filter((one) => one.kind === 'leaf');
  if (row.kind === 'total' && row.parent === null) return all;
  const root = row.kind === 'total' ? row.parent : row.key;
  const parents = new Map(grid.rows.map((one) => [one.key, one.parent]));
  return all.filter((leaf) => {
    for (let key = leaf.parent; key !== null; key = parents.get(key) ?? null) if (key === root) return true;
    return false;
  });
}

// "Operating result = revenue − costs": signs over the top groups that hold in every summed column.
function signedGroups(sheet: Sheet, row: GridRow, summed: readonly GridColumn[]): ((field: string) => string) | null {
  const groups = sheet.grid.rows.filter((one) => one.kind === 'group' && one.parent === null);
  const columns = summed.filter((column) => figure(row, column.field) !== null && column.kind !== 'percent');
  if (groups.length === 0 || groups.length > 9 || columns.length === 0) return null;
  for (let code = 0; code < 3 ** groups.length; code++) {
    const signs = groups.map((_, index) => (Math.floor(code / 3 ** index) % 3) - 1);
    const holds = (column: GridColumn): boolean => {
      const sum = groups.reduce((total, group, index) => total + (signs[index] ?? 0) * (figure(group, column.field) ?? 0), 0);
      return sameFigure(sum, figure(row, column.field) ?? 0);
    };
    if (!columns.every(holds)) continue;
    return (field) =>
      groups
        .flatMap((group, index) => (signs[index] === 0 ? [] : [`${signs[index] === 1 ? '+' : '-'}${sheet.letter(field)}${String(sheet.rowNumber(group.key))}`]))
        .join('')
        .replace(/^\+/, '') || '0';
  }
  return null;
}

/** "C5:C8,C10:C12" */
export function ranges(rowNumbers: readonly number[], letter: string): string {
  const sorted = [...rowNumbers].sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const row of sorted) {
    const last = spans.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else spans.push([row, row]);
  }
  return spans.map(([from, to]) => (from === to ? `${letter}${String(from)}` : `${letter}${String(from)}:${letter}${String(to)}`)).join(',');
}
