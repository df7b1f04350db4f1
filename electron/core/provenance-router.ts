/**
 * “Where does this number come from”: the formula with its numbers, the facts behind it, and for each the file, the sheet, the cell and
 * the raw text, read again from the archived original.
 */
import { z } from 'zod';
import { catalog, datasetNamed } from '../../shared/areas/catalog.ts';
import type { TraceReference } from '../../shared/areas/view.ts';
import { Fault } from '../../shared/faults.ts';
import { cellAddress } from '../../shared/intake/cells.ts';
import type { IsoDate } from '../../shared/kit/iso-date.ts';
import type { Behind, FactReference } from '../areas/behind.ts';
import { behind as behindBudget } from '../areas/budget/trace.ts';
import { behind as behindMaintenance } from '../areas/maintenance/trace.ts';
import { behind as behindProduction } from '../areas/production/trace.ts';
import { behind as behindReadings } from '../areas/readings/trace.ts';
import { behind as behindStaffing } from '../areas/staffing/trace.ts';
import { behind as behindRows } from '../intake/data-trace.ts';
import { restoreOriginal } from '../intake/uploads.ts';
import { rowOf, type ReadDb } from '../store/database.ts';
import type { CoreContext } from './context.ts';
import { query, router } from './procedures.ts';

export interface TraceRow {
  label: string;
  value: number | null;
  file: string;
  sheet: string;
  /** "F42"; null where the value came with the command, not from a cell. */
  cell: string | null;
  row: number;
  batch: number;
  raw: string | null;
  importedAt: string;
  actor: string;
}

export interface Trace extends Omit<Behind, 'facts'> {
  rows: TraceRow[];
}

type Tracer = (db: ReadDb, reference: TraceReference, asOf: IsoDate) => Behind;

const tracers: Record<string, Tracer> = {
  budget: behindBudget,
  datasets: behindRows,
  maintenance: behindMaintenance,
  production: behindProduction,
  readings: behindReadings,
  staffing: behindStaffing,
};

const traceInput = z.object({ procedure: z.string(), input: z.record(z.string(), z.unknown()), key: z.string(), field: z.string() });

export const provenanceRouter = router({
  trace: query({
    summary: 'Follows a figure to the rows behind it and on to the cells in the archived files.',
    input: traceInput,
    run: (db, input, context): Promise<Trace> => trace(db, input, context),
  }),
});

async function trace(db: ReadDb, reference: TraceReference, context: CoreContext): Promise<Trace> {
  const area = reference.procedure.split('.')[0] ?? '';
  const tracer = Object.hasOwn(tracers, area) ? tracers[area] : undefined;
  if (!tracer) throw new Fault('unknown-procedure', `trace: expected a procedure of an area, found “${reference.procedure}”.`);
  const { facts, ...found } = tracer(db, reference, context.clock.today());
  const places = facts.map((fact) => placeOf(db, fact));
  const raw = await rawTexts(db, context, places);
  return {
    ...found,
    rows: facts.flatMap((fact, index) => {
      const place = places[index];
      if (!place) return [];
      const { file, sheet, row, batch, importedAt, actor, column } = place;
      const cell = column === null ? null : cellAddress(row, column);
      return [{ label: fact.label, value: fact.value, file, sheet, row, batch, importedAt, actor, cell, raw: raw[index] ?? null }];
    }),
  };
}

interface Place {
  batch: number;
  file: string;
  sha256: string;
  sheet: string;
  sheetNumber: number;
  row: number;
  column: number | null;
  importedAt: string;
  actor: string;
}

function placeOf(db: ReadDb, fact: FactReference): Place | null {
  const found = rowOf<Omit<Place, 'column'> & { columns: string; sourceColumn: number | null; dataset: string }>(
    db.get(
      `select b.batch_id as batch, b.file_name as file, b.sha256, b.committed_at as importedAt, b.actor,
         t.sheet_name as sheet, t.sheet_no as sheetNumber, t.columns, t.dataset, f.source_row as row, f.source_column as sourceColumn
       from ${tableNamed(fact.table)} f
       join import_batch b on b.batch_id = f.batch_id
       join import_table t on t.batch_id = f.batch_id and t.table_no = f.table_no
       where f.fact_id = ?`,
      [fact.factId],
    ),
  );
  if (!found) return null;
  const { columns, sourceColumn, dataset, ...place } = found;
  return { ...place, column: columnOf({ columns, sourceColumn, dataset }, fact.field) };
}

// A debit or credit column stands in for an amount that was computed from them.
const standIns: Record<string, readonly string[]> = {
  amount: ['amount', 'debit', 'credit'],
  minutes: ['minutes', 'end', 'start'],
  regularHours: ['regularHours', 'hours'],
  overtimeHours: ['overtimeHours', 'hours'],
  absenceHours: ['absenceHours', 'hours'],
};

function columnOf(table: { columns: string; sourceColumn: number | null; dataset: string }, field: string): number | null {
  if (table.sourceColumn !== null && datasetNamed(table.dataset)?.wide?.valueField === field) return table.sourceColumn;
  const columns = JSON.parse(table.columns) as { column: number; field: string | null }[]; // written by apply.ts
  for (const name of standIns[field] ?? [field]) {
    const found = columns.find((column) => column.field === name);
    if (found) return found.column;
  }
  return null;
}

async function rawTexts(db: ReadDb, context: CoreContext, places: (Place | null)[]): Promise<(string | null)[]> {
  const texts: (string | null)[] = places.map(() => null);
  const byFile = new Map<string, number[]>();
  for (const [index, place] of places.entries()) {
    if (place && place.column !== null) byFile.set(place.sha256, [...(byFile.get(place.sha256) ?? []), index]);
  }
  for (const [sha256, indexes] of byFile) {
    const content = rowOf<{ content: Uint8Array }>(db.get('select content from source_file where sha256 = ?', [sha256]))?.content;
    if (!content) continue;
    const path = await restoreOriginal(context.places, { sha256, content });
    const cells = indexes.map((index) => ({ sheet: places[index]?.sheetNumber ?? 0, row: places[index]?.row ?? 0, column: places[index]?.column ?? 1 }));
    const found = await context.reader.peek({ path, fileName: places[indexes[0] ?? 0]?.file ?? '', cells }, context.signal);
    for (const [position, index] of indexes.entries()) texts[index] = found[position] ?? null;
  }
  return texts;
}

function tableNamed(name: string): string {
  if (!catalog.some(({ table }) => table === name)) throw new Error(`not a fact table: ${name}`);
  return name;
}
