/** Today: one letter an area with its main figure, what needs a decision, and how fresh the sources are. */
import { z } from 'zod';
import type { AreaView, Exception, Freshness, Kpi } from '../../shared/areas/view.ts';
import { monthEnd, monthStart } from '../../shared/kit/iso-date.ts';
import { exceptions as budgetExceptions } from '../areas/budget/exceptions.ts';
import { budgetView } from '../areas/budget/view.ts';
import { exceptions as maintenanceExceptions } from '../areas/maintenance/exceptions.ts';
import { maintenanceView } from '../areas/maintenance/view.ts';
import { exceptions as productionExceptions } from '../areas/production/exceptions.ts';
import { productionView } from '../areas/production/view.ts';
import { exceptions as staffingExceptions } from '../areas/staffing/exceptions.ts';
import { staffingView } from '../areas/staffing/view.ts';
import type { ReadDb } from '../store/database.ts';
import { resolvePlant, type Plant } from '../store/plants.ts';
import { query, router } from './procedures.ts';
import { freshnessOf } from './system-router.ts';

export interface Letter {
  letter: 'D' | 'C' | 'P' | 'M';
  area: AreaView['area'];
  label: string;
  kpi: Kpi | null;
  /** null: nothing to compare with. */
  onTarget: boolean | null;
  lines: string[];
}

export interface TodayView {
  date: string;
  asOf: string;
  letters: Letter[];
  exceptions: Exception[];
  freshness: Freshness[];
}

export interface ViewRequest {
  plant: Plant;
  from: string;
  to: string;
  asOf: string;
}

/** The views of all areas: what the pages show and the pack prints. */
export const areaViews: Record<AreaView['area'], (db: ReadDb, request: ViewRequest) => AreaView> = {
  budget: (db, request) => budgetView(db, request, request.asOf),
  production: (db, request) => productionView(db, request),
  staffing: (db, request) => staffingView(db, request),
  maintenance: (db, request) => maintenanceView(db, request, request.asOf),
};

const board: { letter: Letter['letter']; area: AreaView['area']; label: string; dataset: string }[] = [
  { letter: 'D', area: 'production', label: 'Delivery', dataset: 'production.output' },
  { letter: 'C', area: 'budget', label: 'Cost', dataset: 'budget.actuals' },
  { letter: 'P', area: 'staffing', label: 'People', dataset: 'staffing.timecards' },
  { letter: 'M', area: 'maintenance', label: 'Maintenance', dataset: 'maintenance.workOrders' },
];

export const todayRouter = router({
  view: query({
    summary: 'Shows each area’s main figure, what needs a decision, and how fresh the sources are.',
    input: z.object({ plant: z.string().optional() }).prefault({}),
    run: (db, input, context): TodayView => {
      const plant = resolvePlant(db, input.plant);
      const asOf = context.clock.today();
      const freshness = freshnessOf(db, plant.code, asOf);
      return {
        date: asOf,
        asOf,
        letters: board.map((entry) => letterOf(db, { plant, asOf, freshness }, entry)),
        exceptions: [
          ...productionExceptions(db, plant, asOf),
          ...budgetExceptions(db, plant, asOf),
          ...staffingExceptions(db, plant, asOf),
          ...maintenanceExceptions(db, plant, asOf),
        ].sort((a, b) => b.weight - a.weight),
        freshness,
      };
    },
  }),
});

// Each area speaks for the newest month it has data of.
function letterOf(db: ReadDb, now: { plant: Plant; asOf: string; freshness: Freshness[] }, entry: (typeof board)[number]): Letter {
  const reach = now.freshness.find((source) => source.dataset === entry.dataset)?.dataTo ?? now.asOf;
  const day = reach < now.asOf ? reach : now.asOf;
  const view = areaViews[entry.area](db, { plant: now.plant, from: monthStart(day), to: monthEnd(day), asOf: now.asOf });
  const kpi = view.kpis[0] ?? null;
  return {
    letter: entry.letter,
    area: entry.area,
    label: entry.label,
    kpi: view.empty ? null : kpi,
    onTarget: kpi === null || kpi.effect === null ? null : kpi.effect === 'F',
    lines: view.empty ? [view.empty.message] : view.commentary.slice(0, 2),
  };
}
