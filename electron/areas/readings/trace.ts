/** What stands behind a figure of a tag. */
import type { TraceReference } from '../../../shared/areas/view.ts';
import { readingFigures } from '../../../shared/areas/readings/measures.ts';
import { Fault } from '../../../shared/faults.ts';
import type { ReadDb } from '../../store/database.ts';
import { resolvePlant } from '../../store/plants.ts';
import { factLimit, type Behind } from '../behind.ts';
import { readingsSummaryInput } from './inputs.ts';
import { readingsOf, totalsBy } from './store.ts';

/** Faults: bad-input where the reference names another procedure or a group that isn't there. */
export function behind(db: ReadDb, reference: TraceReference): Behind {
  const parsed = readingsSummaryInput.safeParse(reference.input);
  if (reference.procedure !== 'readings.summary' || !parsed.success) {
    throw new Fault('bad-input', `trace: expected readings.summary with a tag and a range, found “${reference.procedure}”.`);
  }
  const scope = { plant: resolvePlant(db, parsed.data.plant).code, tag: parsed.data.tag, from: parsed.data.from, to: parsed.data.to };
  const totals = totalsBy(db, scope, parsed.data.by).find((group) => group.key === reference.key);
  if (!totals) throw new Fault('bad-input', `trace: expected a ${parsed.data.by} with readings of ${scope.tag}, found “${reference.key}”.`);
  const figures = readingFigures(totals);
  const { facts, total } = readingsOf(db, scope, { key: reference.key, limit: factLimit });
  return {
    formula: `mean = sum ${say(figures.sum)} ÷ ${String(figures.count)} readings = ${say(figures.mean)}`,
    terms: [
      { label: 'Sum', value: figures.sum, unit: '' },
      { label: 'Readings', value: figures.count, unit: '' },
      { label: 'Lowest', value: figures.min, unit: '' },
      { label: 'Highest', value: figures.max, unit: '' },
    ],
    facts: facts.map((fact) => ({ table: 'reading', factId: fact.factId, field: 'value', label: `${scope.tag}, ${fact.time.replace('T', ' ')}`, value: fact.value })),
    total,
  };
}

function say(value: number | null): string {
  return value === null ? 'n/a' : String(Math.round(value * 1e6) / 1e6);
}
