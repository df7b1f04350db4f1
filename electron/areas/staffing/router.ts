/** Staffing over the wire: its summary and the page. */
import { rangeInput } from '../../../shared/areas/range.ts';
import { staffingFigures, type StaffingFigures } from '../../../shared/areas/staffing/measures.ts';
import { query, router } from '../../core/procedures.ts';
import { resolvePlant } from '../../store/plants.ts';
import { staffingSummaryInput } from './inputs.ts';
import { hoursBy } from './store.ts';
import { staffingView } from './view.ts';

export type StaffingSummaryRow = { key: string } & StaffingFigures;

export const staffingRouter = router({
  summary: query({
    summary: 'Hours, overtime, absence and labor cost by day, week, month, department, line, shift or plant',
    input: staffingSummaryInput,
    run: (db, input): StaffingSummaryRow[] => {
      const plant = resolvePlant(db, input.plant);
      const scope = { plant: plant.code, from: input.from, to: input.to, department: input.department ?? null };
      return hoursBy(db, scope, input.by).map((totals) => ({ key: totals.key, ...staffingFigures(totals, plant.minorDigits) }));
    },
  }),
  view: query({
    summary: 'The staffing page: tiles, charts and grids',
    input: rangeInput,
    run: (db, input, context) => {
      const asOf = context.caller.asOf ?? context.clock.today();
      return staffingView(db, { plant: resolvePlant(db, input.plant), from: input.from, to: input.to, asOf });
    },
  }),
});
