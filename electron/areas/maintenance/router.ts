/** Maintenance over the wire: its summary, the ages of open orders, and the page. */
import { orderFigures, type OrderFigures } from '../../../shared/areas/maintenance/measures.ts';
import { rangeInput } from '../../../shared/areas/range.ts';
import { toMajor } from '../../../shared/kit/money.ts';
import type { CoreContext } from '../../core/context.ts';
import { query, router } from '../../core/procedures.ts';
import { resolvePlant } from '../../store/plants.ts';
import { summaryInput } from './inputs.ts';
import { ageing, orderScope, orderTotals } from './summary.ts';
import { maintenanceView } from './view.ts';

export type SummaryRow = { key: string } & OrderFigures & { cost: number | null };

export const maintenanceRouter = router({
  summary: query({
    summary: 'Orders, failures, PM compliance, hours, cost and backlog by plant, asset, type, status or month.',
    input: summaryInput,
    run: (db, input, context): SummaryRow[] => {
      const plant = resolvePlant(db, input.plant);
      const scope = orderScope(plant.code, input, today(context));
      return orderTotals(db, scope, input.by).map((totals) => {
        const cost = totals.costMinor === null ? null : toMajor(totals.costMinor, plant.minorDigits);
        const { backlogWeeks, ...figures } = orderFigures(totals);
        return { key: totals.key, ...figures, cost, backlogWeeks };
      });
    },
  }),
  ageing: query({
    summary: 'Open orders and their estimated hours by age in days.',
    input: rangeInput,
    run: (db, input, context) => ageing(db, orderScope(resolvePlant(db, input.plant).code, input, today(context))),
  }),
  view: query({
    summary: 'The maintenance page: tiles, charts, open orders and assets.',
    input: rangeInput,
    run: (db, input, context) => maintenanceView(db, { ...input, plant: resolvePlant(db, input.plant) }, today(context)),
  }),
});

function today(context: CoreContext): string {
  return context.caller.asOf ?? context.clock.today();
}
