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

/**
 * Which groups begin closed: all rows are shown where they fit; else groups open as long as there is room, those with something
 * unfavorable first.
 */
export function closedAtFirst(parts: GridParts, room: number): string[] {
  if (parts.body.length <= room) return [];
  const size = new Map<string, number>();
  for (const row of parts.body) if (row.parent !== null) size.set(row.parent, (size.get(row.parent) ?? 0) + 1);
  const isBad = (row: GridRow) => Object.values(row.effects).includes('U') || Object.values(row.cells).includes('U');
  const groups = parts.body.filter((row) => parts.parents.has(row.key));
  const closed: string[] = [];
  let left = room - parts.body.filter((row) => row.parent === null).length;
  for (const row of [...groups.filter(isBad), ...groups.filter((one) => !isBad(one))]) {
    const members = size.get(row.key) ?? 0;
    if (members <= left) left -= members;
    else closed.push(row.key);
  }
  return closed;
}
