/** The import result of interfaces.md, letter for letter: what the command line prints and what screens show. */
import { z } from 'zod';

export const importStatus = z.enum(['committed', 'dry-run', 'already-imported', 'needs-mapping', 'refused']);
export type ImportStatus = z.infer<typeof importStatus>;

export const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  row: z.number().nullable(),
  cell: z.string().nullable(),
  field: z.string().nullable(),
  expected: z.string(),
  found: z.string(),
  fix: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

export const importResultSchema = z.object({
  file: z.string(),
  sheet: z.string(),
  sha256: z.string(),
  dataset: z.string().nullable(),
  profile: z.string().nullable(),
  status: importStatus,
  rows: z.object({ read: z.number(), new: z.number(), changed: z.number(), same: z.number(), rejected: z.number() }),
  facts: z.number(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  totals: z.record(z.string(), z.number().nullable()),
  problems: z.array(problemSchema),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable(), score: z.number() })),
  batch: z.number().nullable(),
});
export type ImportResult = z.infer<typeof importResultSchema>;
