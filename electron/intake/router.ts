/** Intake over the wire: inspect, commit, undo, history, remembered answers. */
import { z } from 'zod';
import { catalog } from '../../shared/areas/catalog.ts';
import type { CoreContext } from '../core/context.ts';
import { command, job, query, router } from '../core/procedures.ts';
import { listRestatements } from '../store/restatements.ts';
import { resolvePlant } from '../store/plants.ts';
import { compareExports } from './compare-exports.ts';
import { importFile, type ImportEvent } from './import-file.ts';
import { importOptions } from './import-options.ts';
import { takePasted } from './pasted.ts';
import { profileProcedures } from './profiles-router.ts';
import { listImports, rememberWord } from './store.ts';
import { discardUpload } from './uploads.ts';

const fileInput = z.object({ upload: z.string(), options: importOptions.prefault({}) });

const month = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, { message: 'expected a month like 2026-03, or a day of it' });

export type UndoEvent = { type: 'undone'; batch: number };
export type DiscardEvent = { type: 'discarded'; upload: string };

async function* undo(input: { batch: number }, context: CoreContext): AsyncGenerator<UndoEvent, void, void> {
  await context.writer.undo(input.batch, context.caller);
  yield { type: 'undone', batch: input.batch };
}

async function* discard(input: { upload: string }, context: CoreContext): AsyncGenerator<DiscardEvent, void, void> {
  await discardUpload(context.places, input.upload);
  yield { type: 'discarded', upload: input.upload };
}

export const intakeRouter = router({
  inspect: job({
    summary: 'Reads an uploaded file and previews what committing it would change.',
    input: fileInput,
    run: (input, context): AsyncGenerator<ImportEvent, void, void> => importFile(context, { ...input, mode: 'preview' }),
  }),
  commit: job({
    summary: 'Imports an uploaded file in one transaction, or, as a dry run, says what it would do.',
    input: fileInput.extend({ dryRun: z.boolean().default(false) }),
    run: (input, context): AsyncGenerator<ImportEvent, void, void> => importFile(context, { ...input, mode: input.dryRun ? 'dry-run' : 'commit' }),
  }),
  paste: job({
    summary: 'Takes pasted cells (tab-separated text) in as a file.',
    input: z.object({ text: z.string().min(1).max(50_000_000) }),
    run: takePasted,
  }),
  discard: job({ summary: 'Forgets an upload.', input: z.object({ upload: z.string() }), run: discard }),
  undo: job({ summary: 'Takes a whole import back, restoring what it superseded.', input: z.object({ batch: z.int() }), run: undo }),
  history: query({
    summary: 'Lists imports, newest first.',
    input: z.object({ limit: z.int().min(1).max(10_000).default(500) }).prefault({}),
    run: (db, input) => listImports(db, input.limit),
  }),
  restatements: query({
    summary: 'Lists the figures of months already reported that imports changed, newest import first.',
    input: z
      .object({ plant: z.string().optional(), from: month.optional(), to: month.optional(), batch: z.int().optional(), importedSince: z.iso.date().optional() })
      .prefault({}),
    run: (db, { plant, from, to, batch, importedSince }) =>
      listRestatements(db, { plant: resolvePlant(db, plant).code, from: from?.slice(0, 7), to: to?.slice(0, 7), batch, since: importedSince }),
  }),
  compareExports: query({
    summary: 'Compares two exports of one system: what is new, closed, reopened, slipped, changed, vanished; without an earlier one, with the previous.',
    input: z.object({ earlier: z.int().optional(), later: z.int(), limit: z.int().min(1).max(100_000).default(5_000) }),
    run: (db, input) => compareExports(db, input),
  }),
  fields: query({
    summary: 'Lists the datasets a file can be mapped to, with their fields.',
    input: z.object({}).prefault({}),
    run: () => datasetFields(),
  }),
  ...profileProcedures,
  answerWord: command({
    summary: 'Remembers what a word of a file means.',
    input: z.object({ dataset: z.string(), field: z.string(), text: z.string().min(1), word: z.string().min(1) }),
    action: 'intake.answerWord',
    audit: (input) => ({ subject: `${input.dataset}.${input.field}`, detail: { text: input.text, word: input.word } }),
    run: (db, input, context) => {
      rememberWord(db, { ...input, text: input.text.trim().toLowerCase(), at: context.clock.now() });
      return { remembered: true };
    },
  }),
});

/** Datasets and their fields as the command line and the mapping screen list them. */
export function datasetFields() {
  return catalog.map((dataset) => ({
    dataset: dataset.name,
    label: dataset.label,
    oneRowIs: dataset.oneRowIs,
    key: ['plant', ...dataset.key],
    required: dataset.requires,
    fields: dataset.fields.map((field) => ({
      name: field.name,
      label: field.label,
      type: field.type,
      unit: field.unit ?? null,
      measure: field.measure ?? false,
      required: dataset.requires.some((alternatives) => alternatives.includes(field.name)),
      words: field.words ? Object.keys(field.words) : [],
    })),
  }));
}
