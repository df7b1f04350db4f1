/** What may be asked of an import: the options of every door, checked. */
import { z } from 'zod';
import type { TablePlan } from '../../shared/intake/interpretation.ts';

const answersByText = z.record(z.string(), z.record(z.string(), z.string()));

const constantSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('cell'), row: z.int().min(1), column: z.int().min(1) }),
  z.object({ from: z.literal('title'), after: z.string().min(1) }),
  z.object({ from: z.literal('sheet-name') }),
  z.object({ from: z.literal('file-name') }),
]);

export const planSchema: z.ZodType<TablePlan> = z.object({
  sheet: z.int().min(0),
  headerRow: z.int().min(0),
  headRows: z.int().min(1).max(8).exactOptional(),
  lastRow: z.int().min(1).exactOptional(),
  constantsFrom: z.record(z.string(), constantSource).exactOptional(),
  dropped: z.array(z.int().min(1)).exactOptional(),
  leaveOut: z.array(z.object({ column: z.int().min(1), values: z.array(z.string()) })).exactOptional(),
  julian: z.boolean().exactOptional(),
  reversedSign: z.boolean().exactOptional(),
  dataset: z.string(),
  columns: z.array(z.object({ column: z.int().min(1), field: z.string().nullable() })),
  constants: z.record(z.string(), z.string()),
  words: answersByText,
  dateOrder: z.enum(['day-first', 'month-first']).nullable(),
  decimal: z.enum(['.', ',']).nullable(),
  missing: z.array(z.string()),
  real: z.array(z.string()),
});

export const importOptions = z.object({
  dataset: z.string().optional(),
  profile: z.string().optional(),
  plant: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u, { message: 'expected a plant code of 1 to 40 letters, digits, dots or dashes' })
    .optional(),
  sheet: z.string().optional(),
  set: z.record(z.string(), z.string()).default({}),
  plans: z.array(planSchema).default([]),
  allowPartial: z.boolean().default(false),
  /** The file is the whole list of its source. Left out when false, so that the question stays the one asked before this existed. */
  fullSnapshot: z
    .boolean()
    .optional()
    .transform((isWhole) => isWhole || undefined),
  /** Raw rows per table the preview shows; nothing else depends on it. */
  sampleRows: z.int().min(1).max(5000).default(200),
});
export type ImportOptions = z.output<typeof importOptions>;
