/** The tables of a sheet beside the plans made for it: a plan takes the table it was made from, or says itself where its head is. */
import type { Sheet } from '../../shared/intake/cells.ts';
import type { TablePlan } from '../../shared/intake/interpretation.ts';
import { findTables } from './find-tables.ts';
import type { FoundTable } from './found-table.ts';
import type { HeaderKnowledge } from './find-tables-heads.ts';

export interface PlannedTable {
  table: FoundTable;
  plan: TablePlan | null;
}

/** Every table of a sheet once, in the order of the sheet. A table found alone gives way to a planned one on the same cells. */
export function plannedTables(sheet: Sheet, at: { index: number; plans: readonly TablePlan[]; knowledge: HeaderKnowledge }): PlannedTable[] {
  const alone = findTables(sheet, at.index, { knowledge: at.knowledge, forced: null });
  if (at.plans.length === 0) return alone.map((table) => ({ table, plan: null }));
  const planned = at.plans.flatMap((plan) => {
    const own = alone.find((table) => isMeant(table, plan));
    const forced = { headerRow: plan.headerRow, headRows: plan.headRows ?? 1, lastRow: plan.lastRow ?? null };
    const tables = own ? [own] : findTables(sheet, at.index, { knowledge: at.knowledge, forced });
    return tables.map((table) => ({ table, plan }));
  });
  const others = alone.filter((table) => !planned.some((one) => overlap(one.table, table))).map((table) => ({ table, plan: null }));
  return [...planned, ...others].sort((a, b) => a.table.headerRow - b.table.headerRow || firstColumn(a.table) - firstColumn(b.table));
}

function isMeant(table: FoundTable, plan: TablePlan): boolean {
  const columns = new Set(table.columns.map(({ column }) => column));
  return (
    table.headerRow === plan.headerRow &&
    (plan.headRows === undefined || plan.headRows === table.headRows) &&
    (plan.lastRow === undefined || plan.lastRow === table.lastRow) &&
    plan.columns.every(({ column, field }) => field === null || columns.has(column))
  );
}

function overlap(a: FoundTable, b: FoundTable): boolean {
  const columns = new Set(a.columns.map(({ column }) => column));
  return a.headerRow <= b.lastRow && b.headerRow <= a.lastRow && b.columns.some(({ column }) => columns.has(column));
}

function firstColumn(table: FoundTable): number {
  return table.columns[0]?.column ?? 0;
}
