/** What the production procedures take, for the router and for following a figure back. */
import { z } from 'zod';
import { rangeInput } from '../../../shared/areas/range.ts';

export const productionSummaryInput = rangeInput.extend({
  by: z.enum(['plant', 'line', 'product', 'day', 'shift', 'week', 'month']),
  /** Only this line. */
  line: z.string().optional(),
});

export const productionParetoInput = rangeInput.extend({
  by: z.enum(['reason', 'line', 'asset']),
  /** Only this line. */
  line: z.string().optional(),
});
