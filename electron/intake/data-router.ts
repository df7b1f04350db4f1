/** The stored rows over the wire: what there is of each dataset, pages of rows, templates and exports. */
import { z } from 'zod';
import { catalog, datasetNamed } from '../../shared/areas/catalog.ts';
import { isoDay } from '../../shared/areas/range.ts';
import { Fault } from '../../shared/faults.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import { job, query, router } from '../core/procedures.ts';
import { rowOf, rowsOf, type ReadDb } from '../store/database.ts';
import { resolvePlant } from '../store/plants.ts';
import { makeExport, makeTemplate } from './export-file.ts';
import { shownRows } from './export-store.ts';

const dataset = z.string();
const span = { plant: z.string().optional(), from: isoDay.optional(), to: isoDay.optional() };

const rowsInput = z.object({
  dataset,
  ...span,
  page: z.int().min(0).max(1_000_000).default(0),
  size: z.int().min(1).max(1_000).default(100),
  sort: z.object({ field: z.string(), descending: z.boolean().default(false) }).optional(),
  /** Words all of which a row must hold, in any column or its file’s name. */
  filter: z.string().max(200).default(''),
});

export const dataRouter = router({
  list: query({
    summary: 'Lists the datasets with their rows, days and last import.',
    input: z.object({ plant: z.string().optional() }).prefault({}),
    run: (db, input) => {
      const { code } = resolvePlant(db, input.plant);
      return catalog.map((one) => stockOf(db, one, code));
    },
  }),
  rows: query({
    summary: 'Pages through the rows of a dataset, each with its file, sheet and row.',
    input: rowsInput,
    run: (db, input) => {
      const chosen = known(input.dataset);
      const plant = resolvePlant(db, input.plant);
      if (input.sort !== undefined && !chosen.fields.some(({ name }) => name === input.sort?.field))
        throw new Fault('bad-input', `sort: expected a field of ${chosen.name}, found “${input.sort.field}”; “datasets” lists them.`);
      const page = shownRows(
        db,
        { dataset: chosen, plant: plant.code, from: input.from ?? null, to: input.to ?? null },
        { page: input.page, size: input.size, sort: input.sort ?? null, words: input.filter.split(/\s+/u).filter((word) => word !== '') },
      );
      const rows = page.rows.map(({ fact, batch, file, sheet, row, source, values }) => ({
        key: String(fact),
        batch,
        file,
        sheet,
        row,
        source,
        cells: Object.fromEntries(chosen.fields.map((field, index) => [field.name, wireValue(field, values[index] ?? null, plant.minorDigits)] as const)),
      }));
      return { dataset: chosen.name, currency: plant.currency, count: page.count, page: input.page, size: input.size, rows };
    },
  }),
  template: job({
    summary: 'Makes an import template: a workbook with the columns to fill in and what belongs there.',
    input: z.object({ dataset }),
    run: (input, context) => makeTemplate(known(input.dataset), context),
  }),
  export: job({
    summary: 'Exports the rows of a dataset to Excel or CSV; imported again, the file asks nothing and changes nothing.',
    input: z.object({ dataset, ...span, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    run: (input, context) =>
      makeExport({ dataset: known(input.dataset), format: input.format, plant: input.plant, from: input.from ?? null, to: input.to ?? null }, context),
  }),
});

function known(name: string): Dataset {
  const found = datasetNamed(name);
  if (!found) throw new Fault('bad-input', `dataset: expected one of ${catalog.map((one) => one.name).join(', ')}, found “${name}”.`);
  return found;
}

const unitMs = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A stored value in the wire's unit. */
function wireValue(field: Field, value: string | number | null, digits: number): string | number | boolean | null {
  if (value === null) return null;
  if (field.type === 'money') return Number(value) / 10 ** digits;
  if (field.type === 'duration') return Number(value) / unitMs[field.unit ?? 'h'];
  return field.type === 'boolean' ? value === 1 : value;
}

export interface LastImport {
  batch: number;
  file: string;
  at: string;
}

function stockOf(db: ReadDb, one: Dataset, plant: string) {
  const day = one.fields.find(({ name }) => name === one.dateField)?.column;
  const days = day === undefined ? 'null as first, null as last' : `substr(min(${day}), 1, 10) as first, substr(max(${day}), 1, 10) as last`;
  const stock = rowOf<{ rows: number; first: string | null; last: string | null }>(
    db.get(`select count(*) as rows, ${days} from ${one.table} where plant_code = ? and superseded_by is null`, [plant]),
  );
  const [last] = rowsOf<LastImport>(
    db.all(
      `select b.batch_id as batch, b.file_name as file, b.committed_at as at from import_batch b
       where b.plant_code = ? and b.state = 'committed' and exists (select 1 from import_table t where t.batch_id = b.batch_id and t.dataset = ?)
       order by b.batch_id desc limit 1`,
      [plant, one.name],
    ),
  );
  return {
    dataset: one.name,
    area: one.area,
    label: one.label,
    oneRowIs: one.oneRowIs,
    rows: stock?.rows ?? 0,
    from: stock?.first ?? null,
    to: stock?.last ?? null,
    lastImport: last ?? null,
    columns: one.fields.map((field) => ({ field: field.name, label: field.label, type: field.type, unit: field.unit ?? null })),
  };
}
