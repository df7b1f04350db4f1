/** Behind a figure of readings: its formula with the numbers in it, and the readings it was taken from. */
import { readingFigures } from '../../../shared/areas/readings/measures.ts';
import type { TraceReference } from '../../../shared/areas/view.ts';
import { Fault } from '../../../shared/faults.ts';
import { sayNumber } from '../../../shared/kit/wording.ts';
import { rowOf, rowsOf, type ReadDb } from '../../store/database.ts';
import { resolvePlant } from '../../store/plants.ts';
import { factLimit, type Behind } from '../behind.ts';
import { readingsSummaryInput } from './inputs.ts';
import { listTags, readingsBy } from './store.ts';

const keyLength = { hour: 13, day: 10, month: 7 };

/** Faults: bad-input for another procedure, an unknown field or input; no-data when the figure is not there. */
export function behind(db: ReadDb, reference: TraceReference): Behind {
  const parsed = readingsSummaryInput.safeParse(reference.input);
  if (reference.procedure !== 'readings.summary' || !parsed.success) {
    throw new Fault('bad-input', `${reference.procedure}: expected a figure of readings.summary with its input; take it from the row that shows the figure.`);
  }
  const { tag, from, to, by } = parsed.data;
  const plant = resolvePlant(db, parsed.data.plant).code;
  const row = readingsBy(db, { plant, tag, from, to }, by).find(({ key }) => key === reference.key);
  if (!row)
    throw new Fault('no-data', `readings.summary: expected a row “${reference.key}” of ${tag}, found none in this period; choose another period or key.`);
  const figures = readingFigures(row);
  const unit = listTags(db, plant).find((one) => one.tag === tag)?.unit ?? '';
  const formulas: Record<string, string> = {
    count: `Number of readings with a value = ${sayNumber(figures.count)}`,
    sum: `Σ value = ${sayNumber(figures.sum, 3)} ${unit}`.trimEnd(),
    mean: `Σ value ${sayNumber(figures.sum, 3)} ÷ ${sayNumber(figures.count)} readings = ${sayNumber(figures.mean, 3)} ${unit}`.trimEnd(),
    min: `Least of ${sayNumber(figures.count)} readings = ${sayNumber(figures.min, 3)} ${unit}`.trimEnd(),
    max: `Greatest of ${sayNumber(figures.count)} readings = ${sayNumber(figures.max, 3)} ${unit}`.trimEnd(),
  };
  const formula = formulas[reference.field];
  if (formula === undefined) throw new Fault('bad-input', `field: expected a field of readings.summary, found “${reference.field}”.`);
  const extreme = reference.field === 'min' ? figures.min : reference.field === 'max' ? figures.max : null;
  return {
    formula,
    terms: [
      { label: 'Sum', value: figures.sum, unit },
      { label: 'Readings', value: figures.count, unit: '' },
    ],
    ...readingFacts(db, { plant, tag, from, to, key: reference.key, length: keyLength[by] }, extreme),
  };
}

interface Group {
  plant: string;
  tag: string;
  from: string;
  to: string;
  key: string;
  /** How much of the local time the key is. */
  length: number;
}

// For the least and the greatest only the readings that are it.
function readingFacts(db: ReadDb, group: Group, extreme: number | null): Pick<Behind, 'facts' | 'total'> {
  const condition = `superseded_by is null and plant_code = @plant and tag = @tag and local_time >= @from and local_time < @to || 'U'
    and substr(local_time, 1, @length) = @key and value is not null ${extreme === null ? '' : 'and value = @extreme'}`;
  const parameters = extreme === null ? { ...group } : { ...group, extreme };
  const total = rowOf<{ count: number }>(db.get(`select count(*) as count from reading where ${condition}`, parameters))?.count ?? 0;
  const rows = rowsOf<{ factId: number; time: string; value: number }>(
    db.all(
      `select fact_id as factId, local_time as time, value from reading where ${condition} order by local_time, fold, fact_id limit ${String(factLimit)}`,
      parameters,
    ),
  );
  return {
    facts: rows.map(({ factId, time, value }) => ({ table: 'reading', factId, field: 'value', label: `${group.tag} · ${time.replace('T', ' ')}`, value })),
    total,
  };
}
