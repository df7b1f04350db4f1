/**
 * One file through the whole intake: read and interpreted in the child, compared and stored by the writer. Preview, dry run and
 * commit take the same path; they differ in whether the last transaction commits.
 */
import { datasetNamed } from '../../shared/areas/catalog.ts';
import { Fault, type FaultBody } from '../../shared/faults.ts';
import type { ChildAnswer, PackedBlock, TableReport } from '../../shared/intake/interpretation.ts';
import type { Restatement } from '../../shared/intake/restatement.ts';
import type { ImportResult, ImportStatus, Problem } from '../../shared/intake/result.ts';
import { eventsOf } from '../../shared/kit/events-of.ts';
import type { CoreContext } from '../core/context.ts';
import type { ReadDb } from '../store/database.ts';
import { plantForImport, listPlants } from '../store/plants.ts';
import type { Absent } from '../store/snapshots.ts';
import type { ApplyOutcome, FigureChange } from './apply.ts';
import { committedBefore, rememberedWords, type EarlierImport } from './store.ts';
import type { ImportOptions } from './import-options.ts';
import { absentProblems, alreadyImported, loweredTotals, nameProblems, refused, refusedFile, restatementProblems, resultOf } from './import-results.ts';
import { sinceLast } from './profile-changes.ts';
import { profileUses } from './profile-store.ts';
import { loadProfiles } from './profiles.ts';
import { findUpload, type Upload } from './uploads.ts';

type WriterSession = ReturnType<CoreContext['writer']['session']>;

export type ImportMode = 'preview' | 'dry-run' | 'commit';

export interface TablePreview {
  report: TableReport;
  effect: { new: number; changed: number; same: number; rejected: number; facts: number } | null;
  figures: FigureChange[];
  /** Rows whose names nobody knows yet, as warnings. */
  waits: Problem[];
  /** What the file does not hold of its source's list; null where nothing is missing. */
  absent: Absent | null;
}

export interface Preview {
  upload: string;
  fileName: string;
  size: number;
  sha256: string;
  kind: string;
  encoding: string | null;
  delimiter: string | null;
  sheets: string[];
  alreadyImported: EarlierImport | null;
  tables: TablePreview[];
  /** Sheets in which no table was found, to be marked by hand. */
  raw: TableReport[];
  /** Figures of months already reported that the import changes. */
  restated: Restatement[];
  /** Why nothing of the file can be taken; null when tables were found. */
  fault: FaultBody | null;
}

export type ImportEvent =
  | { type: 'progress'; stage: 'read' | 'interpret' | 'compare'; done: number; total: number }
  | { type: 'preview'; preview: Preview }
  | { type: 'result'; results: ImportResult[] };

/** Streams progress and ends with a preview or the results. Faults of the file itself become refused results, not throws. */
export async function* importFile(
  context: CoreContext,
  job: { upload: string; options: ImportOptions; mode: ImportMode },
): AsyncGenerator<ImportEvent, void, void> {
  const upload = await findUpload(context.places, job.upload);
  const assumed = plantAssumed(context.reading, job.options.plant);
  const { sampleRows: _shown, ...deciding } = job.options;
  const asked = JSON.stringify({ plant: assumed, ...deciding });
  const earlier = committedBefore(context.reading, upload.sha256, asked);
  if (earlier && job.mode !== 'preview') {
    yield { type: 'result', results: earlier.tables.map((table) => alreadyImported(upload, earlier.batch, table)) };
    return;
  }
  const session = context.writer.session();
  const seen = newSighting();
  try {
    yield* interpret(
      context,
      {
        upload,
        options: job.options,
        isPreview: job.mode === 'preview',
        plant: assumed,
        onBlock: (block) => {
          session.post(block);
        },
      },
      seen,
    );
    const plant = job.options.plant ?? plantStated(seen.tables) ?? plantForImport(context.reading, undefined);
    // what a refused file would have done is worth knowing too: its ready tables go through a preview
    const storable = seen.tables.filter(hasGoodRows);
    const everyTable =
      seen.fault === null &&
      storable.length > 0 &&
      storable.length === seen.tables.length &&
      storable.every((report) => isStorable(report, job.options.allowPartial));
    const commits = job.mode === 'commit' && everyTable;
    if (storable.length > 0) {
      yield { type: 'progress', stage: 'compare', done: 0, total: storable.length };
      context.signal.throwIfAborted();
    }
    const outcome =
      storable.length > 0
        ? await applied(session, seen, [
            {
              mode: commits ? 'commit' : 'preview',
              plant,
              fileName: upload.fileName,
              sha256: upload.sha256,
              fileSize: upload.size,
              path: upload.path,
              allowPartial: job.options.allowPartial,
              fullSnapshot: job.options.fullSnapshot === true,
              request: asked,
              caller: context.caller,
            },
            storable,
          ])
        : null;
    const effects = new Map(storable.map((report, index) => [report.table, outcome?.effects[index]]));
    if (job.mode === 'preview') {
      yield {
        type: 'preview',
        preview: {
          ...aboutFile(upload, seen),
          alreadyImported: earlier,
          raw: seen.raw,
          tables: seen.tables.map((report) => {
            const effect = effects.get(report.table);
            return {
              report,
              effect: effect ? { new: effect.new, changed: effect.changed, same: effect.same, facts: effect.facts, rejected: report.rows.rejected } : null,
              figures: (outcome?.figures ?? []).filter((figure) => figure.label.startsWith(`${datasetNamed(report.dataset ?? '')?.label ?? '-'}:`)),
              waits: nameProblems(effect),
              absent: effect?.absent ?? null,
            };
          }),
          restated: outcome?.restated ?? [],
        },
      };
      return;
    }
    if (storable.length > 0 && outcome === null) {
      yield { type: 'result', results: [refusedFile(upload, seen.fault)] };
      return;
    }
    const done: ImportStatus = job.mode === 'commit' ? 'committed' : 'dry-run';
    const results = seen.tables.map((report) => {
      const effect = effects.get(report.table);
      const result = resultOf(upload, report, effect);
      if (!everyTable) return refused(result, report, seen.tables);
      return {
        ...result,
        status: done,
        problems: [
          ...result.problems,
          ...loweredTotals(effect?.replaced ?? {}),
          ...nameProblems(effect),
          ...restatementProblems(outcome?.restated ?? [], report.dataset),
          ...absentProblems(effect, job.options.fullSnapshot === true),
        ],
        batch: outcome?.batch ?? null,
      };
    });
    yield { type: 'result', results: results.length > 0 ? results : [refusedFile(upload, seen.fault)] };
  } finally {
    session.drop();
  }
}

/** null: several plants and no choice; only an export of this program says itself which one it is of. */
function plantAssumed(db: ReadDb, code: string | undefined): string | null {
  return code === undefined && listPlants(db).length > 1 ? null : plantForImport(db, code);
}

function plantStated(tables: readonly TableReport[]): string | null {
  const [first, ...others] = new Set(tables.map((report) => report.plant ?? null));
  return others.length === 0 ? (first ?? null) : null;
}

// What the store finds wrong with the file as a whole is the file's own fault, too: a result, not a failure.
async function applied(session: WriterSession, seen: Sighting, asked: Parameters<WriterSession['apply']>): Promise<ApplyOutcome | null> {
  try {
    return await session.apply(...asked);
  } catch (error) {
    if (!(error instanceof Fault) || (error.code !== 'stated-twice' && error.code !== 'bad-input')) throw error;
    seen.fault = error.body;
    return null;
  }
}

interface Sighting {
  kind: string;
  encoding: string | null;
  delimiter: string | null;
  sheets: string[];
  tables: TableReport[];
  raw: TableReport[];
  fault: FaultBody | null;
}

function newSighting(): Sighting {
  return { kind: '', encoding: null, delimiter: null, sheets: [], tables: [], raw: [], fault: null };
}

function interpret(
  context: CoreContext,
  job: { upload: Upload; options: ImportOptions; isPreview: boolean; plant: string | null; onBlock: (block: PackedBlock) => void },
  seen: Sighting,
): AsyncGenerator<ImportEvent, void, void> {
  const { options, upload } = job;
  const plants = listPlants(context.reading);
  const minorDigits = plants.find((plant) => plant.code === job.plant)?.minorDigits ?? 2;
  const input = {
    path: upload.path,
    fileName: upload.fileName,
    dataset: options.dataset ?? null,
    profile: options.profile ?? null,
    sheet: options.sheet ?? null,
    constants: options.set,
    plans: options.plans,
    profiles: loadProfiles(context.reading, context.places.resourcesFolder),
    words: rememberedWords(context.reading),
    minorDigits,
    // an explicit plant wins over the one an export names
    ...(options.plant === undefined && { plantDigits: Object.fromEntries(plants.map((plant) => [plant.code, plant.minorDigits] as const)) }),
    withRows: true,
    packed: true,
    sampleRows: options.sampleRows,
    rawSheets: job.isPreview,
  };
  return eventsOf(async (emit) => {
    const onAnswer = (answer: ChildAnswer): void => {
      if (answer.type === 'progress') emit({ type: 'progress', stage: answer.stage, done: answer.done, total: answer.total });
      else note(seen, answer, job.onBlock);
    };
    try {
      await context.reader.interpret(input, onAnswer, context.signal);
    } catch (error) {
      // the file's own fault is a result, not a failure of the import
      if (!(error instanceof Fault) || error.code === 'cancelled') throw error;
      seen.fault = error.body;
    }
    const uses = profileUses(context.reading);
    for (const report of seen.tables) {
      const use = report.profile === null ? undefined : uses.get(report.profile);
      if (use) report.sinceLast = sinceLast(report.columns, use);
    }
  });
}

function note(seen: Sighting, answer: ChildAnswer, onBlock: (block: PackedBlock) => void): void {
  switch (answer.type) {
    case 'file':
      Object.assign(seen, { kind: answer.kind, encoding: answer.encoding, delimiter: answer.delimiter, sheets: answer.sheets });
      return;
    case 'table':
      (answer.report.table < 0 ? seen.raw : seen.tables).push(answer.report);
      return;
    case 'packed-facts':
      onBlock(answer.packed);
      return;
    case 'fault':
      seen.fault = answer.fault;
      return;
    case 'facts':
      throw new Fault('internal', 'The reader answered facts unpacked though they were asked packed; nothing was imported.');
    case 'progress':
    case 'peeked':
    case 'done':
      return;
  }
}

/** Ready, or refused for single rows only; a table whose totals don't tie has no good rows. */
function hasGoodRows(report: TableReport): boolean {
  if (report.status === 'ready') return true;
  const { 'total-mismatch': mismatches = 0, unbalanced = 0 } = report.problemCounts;
  return report.status === 'refused' && report.fault?.code === 'rows-rejected' && mismatches === 0 && unbalanced === 0;
}

function isStorable(report: TableReport, partial: boolean): boolean {
  return hasGoodRows(report) && (partial || (report.status === 'ready' && report.rows.rejected === 0));
}

function aboutFile(upload: Upload, seen: Sighting) {
  const { kind, encoding, delimiter, sheets, fault } = seen;
  return { upload: upload.upload, fileName: upload.fileName, size: upload.size, sha256: upload.sha256, kind, encoding, delimiter, sheets, fault };
}
