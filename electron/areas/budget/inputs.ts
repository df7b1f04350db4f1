/** What the budget procedures take; a trace reads its reference with the same schemas. */
import { z } from 'zod';
import { rangeOrFiscalInput } from '../../../shared/areas/range.ts';

export const varianceInput = rangeOrFiscalInput.and(
  z.object({ version: z.string().optional(), by: z.enum(['account', 'costCenter', 'type', 'month']).default('account') }),
);
export type VarianceInput = z.output<typeof varianceInput>;
