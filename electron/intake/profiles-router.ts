/** Profiles over the wire: list, save from a mapping, rename, delete, share. */
import { z } from 'zod';
import { Fault } from '../../shared/faults.ts';
import type { TableReport } from '../../shared/intake/interpretation.ts';
import { recordAudit } from '../store/audit.ts';
import { listPlants } from '../store/plants.ts';
import type { CoreContext } from '../core/context.ts';
import { command, job, query } from '../core/procedures.ts';
import { planSchema } from './import-options.ts';
import { findProfile } from './match-profile.ts';
import { profileFrom } from './profile-from-plan.ts';
import { noteProfileMade } from './profile-store.ts';
import { deleteProfile, exportProfile, importProfile, listProfiles, loadProfiles, renameProfile, saveProfile } from './profiles.ts';
import { rememberedWords } from './store.ts';
import { findUpload, type Upload } from './uploads.ts';

const profileName = z.string().trim().min(1).max(80);
const saveInput = z.object({ name: profileName, plan: planSchema, upload: z.string(), table: z.int().min(0) });

export interface SavedEvent {
  type: 'saved';
  id: string;
  name: string;
  version: number;
  /** The version it replaced, of the same headers. */
  replaced: number | null;
}

async function* save(input: z.output<typeof saveInput>, context: CoreContext): AsyncGenerator<SavedEvent, void, void> {
  const upload = await findUpload(context.places, input.upload);
  const report = await reportOf(upload, input, context);
  const known = loadProfiles(context.reading, context.places.resourcesFolder).filter(({ dataset }) => dataset === input.plan.dataset);
  const base = findProfile(report.columns, { profiles: known, profile: null, dataset: null });
  const made = profileFrom(input.plan, report, { name: input.name, base });
  const { writing, clock, caller } = context;
  const change = writing.transact(() => {
    const saved = saveProfile(writing, made, { at: clock.now(), resourcesFolder: context.places.resourcesFolder });
    const columns = report.columns.map(({ column, header }) => ({ column, header }));
    noteProfileMade(writing, { profile: saved.profile.id, file: upload.fileName, columns });
    const detail = { name: input.name, dataset: saved.profile.dataset, version: saved.profile.version, replaced: saved.replaced };
    recordAudit(writing, { action: 'intake.saveProfile', subject: saved.profile.id, detail, clock, caller });
    return saved;
  });
  yield { type: 'saved', id: change.profile.id, name: change.profile.system, version: change.profile.version ?? 1, replaced: change.replaced };
}

// The headers of the plan's own table, as the file has them.
async function reportOf(upload: Upload, input: z.output<typeof saveInput>, context: CoreContext): Promise<TableReport> {
  const reports: TableReport[] = [];
  await context.reader.interpret(
    {
      path: upload.path,
      fileName: upload.fileName,
      dataset: null,
      profile: null,
      sheet: null,
      constants: {},
      plans: [input.plan],
      profiles: loadProfiles(context.reading, context.places.resourcesFolder),
      words: rememberedWords(context.reading),
      minorDigits: listPlants(context.reading)[0]?.minorDigits ?? 2,
      withRows: false,
      sampleRows: 1,
    },
    (answer) => {
      if (answer.type === 'table') reports.push(answer.report);
    },
    context.signal,
  );
  const fitting = reports.filter(({ sheet, headerRow }) => sheet === input.plan.sheet && headerRow === input.plan.headerRow);
  const report = fitting.find(({ table }) => table === input.table) ?? fitting[0];
  if (!report)
    throw new Fault(
      'bad-input',
      `${upload.fileName}: expected a table with its head in row ${String(input.plan.headerRow)}, found none; set the head row first.`,
    );
  return report;
}

export const profileProcedures = {
  profiles: query({
    summary: 'Lists the file layouts known: shipped ones and saved ones, with their use.',
    input: z.object({}).prefault({}),
    run: (db, _input, context) => listProfiles(db, context.places.resourcesFolder),
  }),
  saveProfile: job({ summary: 'Saves a mapping as a profile; the same headers replace the profile they have.', input: saveInput, run: save }),
  renameProfile: command({
    summary: 'Gives a saved profile another name.',
    input: z.object({ id: z.string(), name: profileName }),
    action: 'intake.renameProfile',
    run: (db, input, context) => renameProfile(db, input, context.clock.now()),
    audit: (input, output) => ({ subject: input.id, detail: { from: output.from, to: input.name } }),
  }),
  deleteProfile: command({
    summary: 'Forgets a saved profile; what was imported through it stays.',
    input: z.object({ id: z.string() }),
    action: 'intake.deleteProfile',
    run: (db, input) => deleteProfile(db, input.id),
    audit: (input, output) => ({ subject: input.id, detail: { name: output.name } }),
  }),
  exportProfile: query({
    summary: 'Answers a profile as a file to share.',
    input: z.object({ id: z.string() }),
    run: (db, input, context) => exportProfile(db, input.id, context.places.resourcesFolder),
  }),
  importProfile: command({
    summary: 'Takes a shared profile in.',
    input: z.object({ text: z.string().min(2).max(1_000_000) }),
    action: 'intake.importProfile',
    run: (db, input, context) => {
      const { profile, replaced } = importProfile(db, input.text, { at: context.clock.now(), resourcesFolder: context.places.resourcesFolder });
      return { id: profile.id, name: profile.system, version: profile.version ?? 1, replaced };
    },
    audit: (_input, output) => ({ subject: output.id, detail: { name: output.name, version: output.version, replaced: output.replaced } }),
  }),
};
