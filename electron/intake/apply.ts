/**
 * The end of the import pipeline, inside the writer's transaction: the batch, its tables, its facts, the roll-ups and the audit row.
 * A preview does exactly the same and rolls back.
 */
import { Fault } from '../../shared/faults.ts';
import { catalog, datasetNamed } from '../../shared/areas/catalog.ts';
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { FactBlock, TableReport } from '../../shared/intake/interpretation.ts';
import type { Restatement } from '../../shared/intake/restatement.ts';
import type { Caller, Clock } from '../core/world.ts';
import { recordAudit } from '../store/audit.ts';
import { rowOf, type Connection } from '../store/database.ts';
import { storeFacts, removeFacts, type FactEffect } from '../store/facts.ts';
import { forgetNames, noteNames } from '../store/name-intake.ts';
import { createPlant } from '../store/plants.ts';
import { keepRestatements, listRestatements, type TouchedMonths } from '../store/restatements.ts';
import { absentFrom, forgetSnapshots, hasSnapshots, isList, keepSnapshot, settleGone, type Absent } from '../store/snapshots.ts';
import { noteProfileUse } from './profile-store.ts';
import { compressedUpload } from './uploads.ts';

export interface ApplyRequest {
  mode: 'commit' | 'preview';
  plant: string;
  fileName: string;
  sha256: string;
  fileSize: number;
  /** Where the bytes lie until they are archived. */
  path: string;
  allowPartial: boolean;
  /** The user says the file is the whole list of its source: what it does not hold is marked. */
  fullSnapshot?: boolean;
  /** What was asked, so that the same question again is answered “already imported”, and a trace can read the file again. */
  request: string;
  caller: Caller;
  tables: { report: TableReport; blocks: FactBlock[] }[];
}

export interface ApplyOutcome {
  batch: number | null; // null for a preview
  effects: TableEffect[]; // one a table, in order
  figures: FigureChange[];
  /** Figures of months already reported that the import changes. */
  restated: Restatement[];
}

export interface TableEffect extends FactEffect {
  /** Earlier rows of the list the file does not hold; null where there are none, or where no list is whole. */
  absent: Absent | null;
  /** Rows marked as no longer in the export. */
  gone: number;
}

/** What a figure is now and becomes with the import. */
export interface FigureChange {
  label: string;
  before: number | null;
  after: number | null;
  unit: string;
  decimals: number;
}

/** Answers the figures an import of these tables moves; called before and after the facts are in. */
export type FigureReader = (plant: string, tables: TableReport[]) => Omit<FigureChange, 'before'>[];

class PreviewDone extends Error {}

/** Runs the whole in one transaction; nothing half-happens. */
export function applyImport(db: Connection, request: ApplyRequest, world: { clock: Clock; figures: FigureReader }): ApplyOutcome {
  const done: { outcome: ApplyOutcome | null } = { outcome: null };
  const reports = request.tables.map((table) => table.report);
  const original = compressedUpload(request.path);
  try {
    db.transact(() => {
      createPlant(db, request.plant, world.clock.now());
      const before = request.mode === 'preview' ? world.figures(request.plant, reports) : [];
      db.run('insert into source_file (sha256, file_size, content) values (?, ?, ?) on conflict do nothing', [request.sha256, request.fileSize, original]);
      const batch = insertBatch(db, request, world.clock);
      noteNames(db, { plant: request.plant, batch }, request.tables.map(namedTable));
      const stored = request.tables.map((table) => storeTable(db, request.plant, batch, table));
      const effects = compareLists(db, { request, batch }, stored);
      for (const { profile, columns } of reports) {
        if (profile !== null)
          noteProfileUse(db, { profile, file: request.fileName, at: world.clock.now(), columns: columns.map(({ column, header }) => ({ column, header })) });
      }
      keepRestatements(
        db,
        { batch, plant: request.plant },
        request.tables.flatMap((table, index) => touchedMonths(table, effects[index])),
      );
      const restated = listRestatements(db, { plant: request.plant, batch });
      const after = request.mode === 'preview' ? world.figures(request.plant, reports) : [];
      done.outcome = {
        batch: request.mode === 'preview' ? null : batch,
        effects,
        figures: after.map((figure) => ({ ...figure, before: before.find((old) => old.label === figure.label)?.after ?? null })),
        restated,
      };
      if (request.mode === 'preview') throw new PreviewDone();
      recordAudit(db, {
        action: 'import.commit',
        subject: `batch ${String(batch)}`,
        detail: {
          file: request.fileName,
          sha256: request.sha256,
          plant: request.plant,
          ...(request.fullSnapshot === true && { fullSnapshot: true }),
          tables: auditTables(reports, effects),
          ...(restated.length > 0 && { restated: restated.length }),
        },
        clock: world.clock,
        caller: request.caller,
      });
    });
  } catch (error) {
    if (!(error instanceof PreviewDone)) throw error;
  }
  if (done.outcome === null) throw new Error('the import transaction ended without an outcome');
  return done.outcome;
}

/** Takes a whole import back, restoring what it superseded. Fault unknown-batch. */
export function undoImport(db: Connection, batch: number, world: { clock: Clock; caller: Caller }): void {
  db.transact(() => {
    const found = rowOf<{ state: string; file: string; plant: string }>(
      db.get('select state, file_name as file, plant_code as plant from import_batch where batch_id = ?', [batch]),
    );
    if (!found) throw new Fault('unknown-batch', `import undo: expected the number of an import, found ${String(batch)}; “imports” lists them.`);
    if (found.state === 'undone') throw new Fault('unknown-batch', `import undo: import ${String(batch)} was taken back already; nothing is left to undo.`);
    const lists = catalog.filter((dataset) => hasSnapshots(db, dataset, found.plant));
    for (const dataset of catalog) removeFacts(db, dataset, batch);
    forgetNames(db, batch);
    forgetSnapshots(db, batch);
    for (const dataset of lists) settleGone(db, dataset, found.plant);
    db.run(`update import_batch set state = 'undone', undone_at = ? where batch_id = ?`, [world.clock.now(), batch]);
    recordAudit(db, { action: 'import.undo', subject: `batch ${String(batch)}`, detail: { file: found.file }, clock: world.clock, caller: world.caller });
  });
}

function insertBatch(db: Connection, request: ApplyRequest, clock: Clock): number {
  return db.run(
    `insert into import_batch (plant_code, file_name, sha256, file_size, state, allow_partial, actor, door, committed_at, request)
     values (?, ?, ?, ?, 'committed', ?, ?, ?, ?, ?)`,
    [
      request.plant,
      request.fileName,
      request.sha256,
      request.fileSize,
      request.allowPartial ? 1 : 0,
      request.caller.actor,
      request.caller.door,
      clock.now(),
      request.request,
    ],
  ).lastId;
}

function storeTable(db: Connection, plant: string, batch: number, table: { report: TableReport; blocks: FactBlock[] }): FactEffect {
  const { report } = table;
  const { dataset, source, blocks } = namedTable(table);
  const effect = storeFacts(db, { dataset, plant, batch, table: report.table, source }, blocks);
  const { insert, values } = tableRow(batch, report, effect);
  db.run(insert, values);
  return effect;
}

// A file is a whole list across its tables: what one sheet leaves out another may hold.
function compareLists(db: Connection, of: { request: ApplyRequest; batch: number }, effects: FactEffect[]): TableEffect[] {
  const { request, batch } = of;
  const { plant } = request;
  const tables = request.tables.map((table) => ({ ...namedTable(table), report: table.report }));
  const sameList = (a: (typeof tables)[number], b: (typeof tables)[number] | undefined): boolean => a.dataset === b?.dataset && a.source === b.source;
  const whole = effects.map((effect, index): TableEffect => {
    const table = tables[index];
    const isFirst = table !== undefined && tables.findIndex((other) => sameList(other, table)) === index;
    if (!isFirst) return { ...effect, absent: null, gone: 0 };
    const covered = effects.reduce((sum, other, position) => sum + (sameList(table, tables[position]) ? other.knownKeys : 0), 0);
    return { ...effect, absent: absentFrom(db, { ...table, plant }, { batch, covered }), gone: 0 };
  });
  if (request.fullSnapshot === true) for (const table of tables) keepWhole(db, { batch, plant }, table);
  for (const dataset of new Set(tables.map((table) => table.dataset))) {
    if (!hasSnapshots(db, dataset, plant)) continue;
    const gone = settleGone(db, dataset, plant);
    const first = whole[tables.findIndex((table) => table.dataset === dataset)];
    if (first) first.gone = gone;
  }
  return whole;
}

function keepWhole(db: Connection, of: { batch: number; plant: string }, table: { dataset: Dataset; source: string; report: TableReport }): void {
  const { dataset, source, report } = table;
  if (!isList(dataset))
    throw new Fault(
      'bad-input',
      `full snapshot: expected a register or a list of orders, found ${dataset.label} in “${report.sheetName}”, which has no whole; import the file without it.`,
    );
  if (report.rows.rejected > 0)
    throw new Fault(
      'bad-input',
      `full snapshot: expected every row of “${report.sheetName}” to be taken, found ${String(report.rows.rejected)} rejected; repair them first, or import the file without it.`,
    );
  keepSnapshot(db, { ...of, table: report.table, dataset, source });
}

function namedTable({ report, blocks }: { report: TableReport; blocks: FactBlock[] }) {
  const dataset = report.dataset === null ? null : datasetNamed(report.dataset);
  if (!dataset) throw new Error(`a table without a dataset can’t be stored: ${String(report.dataset)}`);
  return { dataset, source: report.source, blocks };
}

function tableRow(batch: number, report: TableReport, effect: FactEffect) {
  const row = {
    batch_id: batch,
    table_no: report.table,
    sheet_no: report.sheet,
    sheet_name: report.sheetName,
    header_row: report.headerRow,
    dataset: report.dataset,
    profile: report.profile,
    source: report.source,
    columns: JSON.stringify(report.columns.map(({ column, header, field, score }) => ({ column, header, field, score }))),
    rows_read: report.rows.read,
    rows_new: effect.new,
    rows_changed: effect.changed,
    rows_same: effect.same,
    rows_rejected: report.rows.rejected,
    fact_count: effect.facts,
    period_from: report.period?.from ?? null,
    period_to: report.period?.to ?? null,
    totals: JSON.stringify(report.totals),
    problems: JSON.stringify(report.problems),
  };
  const names = Object.keys(row);
  return { insert: `insert into import_table (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`, values: row };
}

function touchedMonths(table: ApplyRequest['tables'][number], effect: TableEffect | undefined): TouchedMonths[] {
  return effect ? [{ dataset: namedTable(table).dataset, changed: effect.changedMonths, added: effect.newMonths }] : [];
}

function auditTables(reports: TableReport[], effects: TableEffect[]): unknown[] {
  return reports.map((report, index) => {
    const effect = effects[index];
    return {
      dataset: report.dataset,
      new: effect?.new,
      changed: effect?.changed,
      same: effect?.same,
      rejected: report.rows.rejected,
      gone: effect?.gone,
      totals: report.totals,
    };
  });
}
