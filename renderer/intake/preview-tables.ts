/** The tables of a previewed file with the sheets in which none was found, in the order of the file, and which plan is whose. Pure. */
import type { TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import type { Preview, PreviewTable } from '../api.ts';
import type { Plans } from './intake-state.ts';
import { planFrom } from './table-plan.ts';

/** Everything of a file that can be looked at, top to bottom. */
export function tablesOf(preview: Preview): PreviewTable[] {
  const raw = preview.raw.map((report): PreviewTable => ({ report, effect: null, figures: [], waits: [], absent: null }));
  return [...preview.tables, ...raw].sort((a, b) => a.report.sheet - b.report.sheet || a.report.table - b.report.table);
}

/** Whether a sheet holds no table that was found. */
export function isRaw(report: TableReport): boolean {
  return report.table < 0;
}

/** What stays the same when another table of the file appears or goes: the sheet, and which of its tables this is. */
export function keyOf(table: PreviewTable, all: readonly PreviewTable[]): string {
  const { sheet } = table.report;
  return `${String(sheet)} ${String(all.filter((one) => one.report.sheet === sheet).indexOf(table))}`;
}

/** Running numbers change when a head marked by hand adds a table: every plan moves to the table it was made for. */
export function rekeyed(plans: Plans, preview: Preview): Plans {
  const reports = tablesOf(preview).map(({ report }) => report);
  const moved = new Map<number, TablePlan>();
  for (const [name, plan] of Object.entries(plans)) {
    const key = Number(name);
    const own = reports.filter((report) => report.sheet === plan.sheet && !moved.has(report.table));
    const headed = own.filter((report) => report.headerRow === plan.headerRow);
    const at = headed.find(({ table }) => table === key) ?? headed[0] ?? own.find(isRaw);
    if (at || !moved.has(key)) moved.set(at?.table ?? key, plan);
  }
  return Object.fromEntries(moved);
}

/** The plan as it stands: where only the head is marked, or only the kind of data is chosen, the columns are those recognised. */
export function planOf(plans: Plans, report: TableReport): TablePlan {
  const stored = plans[report.table];
  const found = planFrom(report);
  if (!stored) return found;
  if (isRaw(report) || (stored.dataset !== '' && stored.columns.length > 0)) return stored;
  const isDropped = (column: number): boolean => stored.dropped?.includes(column) === true;
  const constantsFrom = { ...found.constantsFrom, ...stored.constantsFrom };
  return {
    ...stored,
    dataset: report.dataset ?? stored.dataset,
    columns: found.columns.map(({ column, field }) => ({ column, field: isDropped(column) ? null : field })),
    constants: { ...found.constants, ...stored.constants },
    ...(Object.keys(constantsFrom).length > 0 && { constantsFrom }),
  };
}
