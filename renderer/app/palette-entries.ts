/** What the palette offers: pages, actions, periods, and whatever stands in the views that are loaded. */
import type { QueryClient } from '@tanstack/react-query';
import type { AreaView } from '../../shared/areas/view.ts';
import { addMonths, monthStart, type IsoDate } from '../../shared/kit/iso-date.ts';
import type { FiscalCalendar } from '../../shared/kit/fiscal-calendar.ts';
import { formatMonth } from '../ui/format.ts';
import { pages } from './pages.ts';
import { monthOf, quarterOf, yearToDateOf, type Period } from './period.ts';

export type PaletteEntry = { id: string; label: string; hint: string } & (
  { does: 'go'; path: string } | { does: 'import' } | { does: 'pack' } | { does: 'period'; period: Period | null } | { does: 'find'; path: string; row: string }
);

export function fixedEntries(today: IsoDate, calendar: FiscalCalendar): PaletteEntry[] {
  const months = Array.from({ length: 13 }, (_, back) => monthOf(addMonths(monthStart(today), -back)));
  return [
    ...pages.map((page): PaletteEntry => ({ id: `go ${page.id}`, label: page.label, hint: 'page', does: 'go', path: page.path })),
    { id: 'import', label: 'Import a file…', hint: 'intake', does: 'import' },
    { id: 'pack', label: 'Make the monthly pack', hint: 'packs', does: 'pack' },
    { id: 'latest', label: 'Latest data', hint: 'period', does: 'period', period: null },
    { id: 'quarter', label: 'This quarter', hint: 'period', does: 'period', period: quarterOf(today, calendar) },
    { id: 'year', label: 'This year to date', hint: 'period', does: 'period', period: yearToDateOf(today, calendar) },
    ...months.map((period): PaletteEntry => ({ id: `month ${period.from}`, label: formatMonth(period.from), hint: 'period', does: 'period', period })),
  ];
}

/** Rows of the grids that are loaded: accounts, lines, assets, orders. */
export function foundEntries(client: QueryClient): PaletteEntry[] {
  const views = client
    .getQueryCache()
    .getAll()
    .flatMap((query) => (isAreaView(query.state.data) ? [query.state.data] : []));
  const entries = new Map<string, PaletteEntry>();
  for (const view of views) {
    for (const grid of view.grids) {
      for (const row of grid.rows) {
        if (row.kind === 'total') continue;
        const label = grid.columns
          .filter((column) => column.kind === 'text' || column.kind === 'code')
          .map((column) => row.cells[column.field] ?? '')
          .filter((text) => text !== '')
          .slice(0, 2)
          .join(' ');
        const id = `find ${view.area} ${row.key}`;
        if (label !== '' && !entries.has(id)) entries.set(id, { id, label, hint: view.title, does: 'find', path: `/${view.area}`, row: row.key });
      }
    }
  }
  return [...entries.values()];
}

/** Entries in which every typed word occurs; those beginning with the first word come first. */
export function matching(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return entries.slice(0, 14);
  const first = words[0] ?? '';
  const hits = entries.filter((entry) => words.every((word) => `${entry.label} ${entry.hint}`.toLowerCase().includes(word)));
  const starts = (entry: PaletteEntry) => (entry.label.toLowerCase().startsWith(first) ? 0 : 1);
  return hits.sort((a, b) => starts(a) - starts(b)).slice(0, 40);
}

function isAreaView(data: unknown): data is AreaView {
  return typeof data === 'object' && data !== null && 'grids' in data && 'area' in data;
}
