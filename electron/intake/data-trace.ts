/** Behind a cell of the stored rows: the row itself, so that the trace ends in the cell of its file. */
import { datasetNamed } from '../../shared/areas/catalog.ts';
import type { TraceReference } from '../../shared/areas/view.ts';
import { Fault } from '../../shared/faults.ts';
import type { Behind } from '../areas/behind.ts';
import { rowOf, type ReadDb, type SqlValue } from '../store/database.ts';

/** Faults: bad-input for another procedure, dataset or field; no-data when the row is gone. */
export function behind(db: ReadDb, reference: TraceReference): Behind {
  const named = reference.input['dataset'];
  const dataset = typeof named === 'string' ? datasetNamed(named) : null;
  const field = dataset?.fields.find(({ name }) => name === reference.field);
  if (reference.procedure !== 'datasets.rows' || !dataset || !field)
    throw new Fault('bad-input', `${reference.procedure}: expected datasets.rows with a dataset and one of its fields; take it from the row itself.`);
  const found = rowOf<{ value: SqlValue }>(db.get(`select ${field.column} as value from ${dataset.table} where fact_id = ?`, [Number(reference.key)]));
  if (!found) throw new Fault('no-data', `${dataset.name}: expected the row ${reference.key}, found none; its import may have been taken back.`);
  const isFigure = field.type === 'count' || field.type === 'number';
  return {
    formula: isFigure || typeof found.value === 'string' ? `${field.label} as it stands in the store` : `${field.label}, from its cell in the file`,
    terms: [],
    facts: [{ table: dataset.table, factId: Number(reference.key), field: field.name, label: field.label, value: isFigure ? Number(found.value) : null }],
    total: 1,
  };
}
