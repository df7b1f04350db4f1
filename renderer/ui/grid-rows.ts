/** Group rows of our own over AG Grid Community: what shows when groups are closed, and sorting that keeps members under their group. */
import type { Grid, GridRow } from '../../shared/areas/view.ts';

export interface GridParts {
  body: GridRow[];
  totals: GridRow[];
  /** Keys of rows that have members. */
  parents: ReadonlySet<string>;
}

export function gridParts(grid: Grid): GridParts {
  const body = grid.rows.filter((row) => row.kind !== 'total');
  const totals = grid.rows.filter((row) => row.kind === 'total');
  const parents = new Set(body.flatMap((row) => (row.parent === null ? [] : [row.parent])));
  return { body, totals, parents };
}

/** Rows whose every group above them is open. */
export function shownRows(parts: GridParts, closed: ReadonlySet<string>): GridRow[] {
  if (closed.size === 0) return parts.body;
  const byKey = new Map(parts.body.map((row) => [row.key, row]));
  const isShown = (row: GridRow): boolean => {
    if (row.parent === null) return true;
    if (closed.has(row.parent)) return false;
    const above = byKey.get(row.parent);
    return above === undefined || isShown(above);
  };
  return parts.body.filter(isShown);
}

/** Puts members directly under their group again after a sort, each level in the sorted order. */
export function underTheirGroups<T>(sorted: readonly T[], rowOf: (item: T) => GridRow | undefined): T[] {
  const present = new Set(sorted.flatMap((item) => rowOf(item)?.key ?? []));
  const members = new Map<string, T[]>();
  const tops: T[] = [];
  for (const item of sorted) {
    const parent = rowOf(item)?.parent ?? null;
    if (parent === null || !present.has(parent)) tops.push(item);
    else members.set(parent, [...(members.get(parent) ?? []), item]);
  }
  const withMembers = (item: T): T[] => [item, ...(members.get(rowOf(item)?.key ?? '') ?? []).flatMap(withMembers)];
  return tops.flatMap(withMembers);
}
