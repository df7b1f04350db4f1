/** Production over the wire: its summary, the downtime Pareto, and the page. */
import { pareto, productionFigures, type ParetoRow, type ProductionFigures } from '../../../shared/areas/production/measures.ts';
import { rangeInput } from '../../../shared/areas/range.ts';
import { query, router } from '../../core/procedures.ts';
import { resolvePlant } from '../../store/plants.ts';
import { productionParetoInput, productionSummaryInput } from './inputs.ts';
import { stopsBy, totalsBy } from './store.ts';
import { productionView } from './view.ts';

export type ProductionSummaryRow = { key: string } & ProductionFigures;

export const productionRouter = router({
  summary: query({
    summary: 'Units, times, OEE and its factors by plant, line, product, shift, day, week or month',
    input: productionSummaryInput,
    run: (db, input): ProductionSummaryRow[] => {
      const scope = { plant: resolvePlant(db, input.plant).code, from: input.from, to: input.to, line: input.line ?? null };
      return totalsBy(db, scope, input.by).map((totals) => ({ key: totals.key, ...productionFigures(totals) }));
    },
  }),
  pareto: query({
    summary: 'Downtime by reason, line or asset, largest first, with its share',
    input: productionParetoInput,
    run: (db, input): ParetoRow[] => {
      const scope = { plant: resolvePlant(db, input.plant).code, from: input.from, to: input.to, line: input.line ?? null };
      return pareto(stopsBy(db, scope, input.by));
    },
  }),
  view: query({
    summary: 'The production page: tiles, charts and grid',
    input: rangeInput,
    run: (db, input, context) => {
      const asOf = context.caller.asOf ?? context.clock.today();
      return productionView(db, { plant: resolvePlant(db, input.plant), from: input.from, to: input.to, asOf });
    },
  }),
});
