/** The house itself over the wire: what runs, whether anything changed, plants, how fresh the sources are. */
import { z } from 'zod';
import { isoDay } from '../../shared/areas/range.ts';
import type { Freshness } from '../../shared/areas/view.ts';
import { catalog } from '../../shared/areas/catalog.ts';
import { daysBetween } from '../../shared/kit/iso-date.ts';
import { rowOf, rowsOf, type ReadDb } from '../store/database.ts';
import { listPlants, resolvePlant, savePlant, type Plant } from '../store/plants.ts';
import { applicationVersion } from './entries.ts';
import { command, query, router } from './procedures.ts';

const nothing = z.object({}).prefault({});

export const systemRouter = router({
  about: query({
    summary: 'Says which version runs, through which door, on which store.',
    input: nothing,
    run: (_db, _input, context) => ({
      version: applicationVersion(),
      door: context.caller.door,
      storeFile: context.places.storeFile,
      asOf: context.caller.asOf,
      today: context.clock.today(),
    }),
  }),
  stamp: query({
    summary: 'Changes whenever anything in the store did.',
    input: nothing,
    run: (db) => {
      const row = rowOf<{ version: number; seq: number | null }>(
        db.get('select (select data_version from pragma_data_version) as version, (select max(seq) from audit_entry) as seq'),
      );
      return { stamp: `${String(row?.version ?? 0)}.${String(row?.seq ?? 0)}` };
    },
  }),
  freshness: query({
    summary: 'Says how old the latest data of each source is.',
    input: z.object({ plant: z.string().optional(), asOf: isoDay.optional() }).prefault({}),
    run: (db, input, context) => freshnessOf(db, resolvePlant(db, input.plant).code, input.asOf ?? context.clock.today()),
  }),
});

export const plantsRouter = router({
  list: query({ summary: 'Lists the plants of the store.', input: nothing, run: (db) => listPlants(db) }),
  save: command({
    summary: 'Changes a plant’s name, currency or fiscal year.',
    input: z.object({
      code: z.string(),
      name: z.string().trim().min(1).max(80),
      currency: z.string().regex(/^[A-Z]{3}$/, { message: 'expected a three-letter currency code such as EUR' }),
      fiscalStartMonth: z.int().min(1).max(12),
    }),
    action: 'plant.save',
    audit: (input, output: { plant: Plant; old: Plant }) => ({ subject: `plant ${input.code}`, detail: { old: output.old, new: output.plant } }),
    run: (db, input) => {
      const old = resolvePlant(db, input.code);
      const plant = { ...old, ...input };
      savePlant(db, plant);
      return { plant, old };
    },
  }),
});

// Days after which a source counts as late and as too old for decisions.
const patience: Record<string, { late: number; old: number }> = {
  'production.output': { late: 3, old: 14 },
  'production.downtime': { late: 3, old: 14 },
  'budget.lines': { late: 400, old: 800 },
  'budget.actuals': { late: 35, old: 65 },
  'staffing.timecards': { late: 10, old: 35 },
  'maintenance.workOrders': { late: 10, old: 35 },
  'readings.points': { late: 3, old: 14 },
};

/** The latest committed file per dataset of a plant, and how far its data reach. */
export function freshnessOf(db: ReadDb, plant: string, asOf: string): Freshness[] {
  interface Latest {
    dataset: string;
    file: string;
    receivedAt: string;
    rows: number;
    rejected: number;
    problems: string;
    dataTo: string | null;
  }
  const latest = rowsOf<Latest>(
    db.all(
      `select dataset, file, receivedAt, rows, rejected, problems, dataTo from (
         select t.dataset, b.file_name as file, b.committed_at as receivedAt, t.rows_read as rows, t.rows_rejected as rejected, t.problems,
           max(t.period_to) over (partition by t.dataset) as dataTo,
           row_number() over (partition by t.dataset order by t.batch_id desc, t.table_no desc) as place
         from import_table t join import_batch b using (batch_id)
         where b.plant_code = @plant and b.state = 'committed')
       where place = 1`,
      { plant },
    ),
  );
  return catalog
    .filter((dataset) => dataset.dateField !== null)
    .map((dataset) => {
      const found = latest.find((row) => row.dataset === dataset.name);
      const limits = patience[dataset.name] ?? { late: 10, old: 35 };
      if (!found) {
        return {
          dataset: dataset.name,
          label: dataset.label,
          file: null,
          receivedAt: null,
          dataTo: null,
          ageDays: null,
          rows: 0,
          rejected: 0,
          warnings: 0,
          state: 'missing',
        };
      }
      const reach = dataset.name === 'maintenance.workOrders' ? noLaterThan(found.dataTo, asOf) : found.dataTo;
      const ageDays = reach === null ? null : daysBetween(reach, asOf);
      return {
        dataset: dataset.name,
        label: dataset.label,
        file: found.file,
        receivedAt: found.receivedAt,
        dataTo: reach,
        ageDays,
        rows: found.rows,
        rejected: found.rejected,
        warnings: (JSON.parse(found.problems) as unknown[]).length, // written by apply.ts
        state: ageDays === null || ageDays <= limits.late ? 'fresh' : ageDays <= limits.old ? 'late' : 'old',
      };
    });
}

// A list of orders speaks for its newest date, which may be a due date ahead: never later than the as-of day.
function noLaterThan(dataTo: string | null, asOf: string): string | null {
  return dataTo !== null && dataTo > asOf ? asOf : dataTo;
}
