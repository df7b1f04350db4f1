/** The input every area procedure takes: a plant and an inclusive range of days, or for budget a fiscal period. */
import { z } from 'zod';
import { isIsoDate } from '../kit/iso-date.ts';

export const isoDay = z.string().refine(isIsoDate, { message: 'expected an ISO day such as 2026-10-31' });

export const rangeInput = z.object({ plant: z.string().optional(), from: isoDay, to: isoDay });
export type RangeInput = z.infer<typeof rangeInput>;

export const fiscalInput = z.object({
  plant: z.string().optional(),
  fiscalYear: z.int().min(1900).max(2200),
  period: z.int().min(1).max(16),
  ytd: z.boolean().optional(),
});
export type FiscalInput = z.infer<typeof fiscalInput>;

/** `{ plant?, from, to }` or `{ plant?, fiscalYear, period, ytd? }`. */
export const rangeOrFiscalInput = z.union([rangeInput, fiscalInput]);
export type RangeOrFiscalInput = z.infer<typeof rangeOrFiscalInput>;

/** How an empty optional key part shows where it groups. */
export const unassigned = 'Unassigned';
