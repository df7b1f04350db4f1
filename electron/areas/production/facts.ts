/** The facts a production figure was summed from: raw rows, each with the dataset field its cell was mapped to. */
import type { ProductionFigures } from '../../../shared/areas/production/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { rowOf, rowsOf, type ReadDb, type SqlValue } from '../../store/database.ts';
import { factLimit, type FactReference } from '../behind.ts';
import { outputSpeaksForStop, stopsShortenPlanned, type ParetoGroup, type ProductionGroup, type Scope } from './store.ts';

export interface FactSelection {
  rows: FactReference[];
  /** All of them, not only the ones shown. */
  total: number;
}

/** One kind of cell: which rows have it, and what it says in the wire's unit. */
interface Part {
  table: 'shift_output' | 'downtime_event' | 'time_entry';
  field: string;
  label: string;
  value: string;
  when: string;
}

const output = (field: string, label: string, value: string, when: string): Part => ({ table: 'shift_output', field, label, value, when });
const hasSumOfParts = 'total_count is null and good_count is not null';

const good = output('good', 'Good', 'good_count', 'good_count is not null');
const total = output('total', 'Total', 'total_count', 'total_count is not null');
const goodInTotal = output('good', 'Good', 'good_count', hasSumOfParts);
const restInTotal = [
  output('scrap', 'Scrap', 'scrap_count', `${hasSumOfParts} and scrap_count is not null`),
  output('rework', 'Rework', 'rework_count', `${hasSumOfParts} and rework_count is not null`),
];
const target = output('target', 'Target', 'target_count', 'target_count is not null');
const planned = output('plannedMinutes', 'Planned time', 'planned_ms / 60000.0', 'planned_ms is not null');
const run = output('runMinutes', 'Run time', 'run_ms / 60000.0', 'run_ms is not null');
const plannedWithoutRun = { ...planned, when: 'planned_ms is not null and run_ms is null' };
const stop = output('stopMinutes', 'Stop time', 'stop_ms / 60000.0', 'stop_ms is not null');
const stopWithoutRun = { ...stop, when: 'stop_ms is not null and planned_ms is not null and run_ms is null' };
const ideal = output('idealCycleSeconds', 'Ideal cycle', 'ideal_cycle_ms / 1000.0', 'ideal_cycle_ms is not null and made_count is not null');
const event: Part = { table: 'downtime_event', field: 'minutes', label: 'Stop', value: 'stop_ms / 60000.0', when: `not ${outputSpeaksForStop}` };
const eventWithoutRun = { ...event, when: `not ${outputSpeaksForStop} and ${stopsShortenPlanned}` };
const regular: Part = { table: 'time_entry', field: 'regularHours', label: 'Regular hours', value: 'regular_ms / 3600000.0', when: 'regular_ms is not null' };
const overtime: Part = { table: 'time_entry', field: 'overtimeHours', label: 'Overtime hours', value: 'overtime_ms / 3600000.0', when: 'overtime_ms is not null' };

const made = [total, goodInTotal, ...restInTotal];
const running = [run, plannedWithoutRun, stopWithoutRun, eventWithoutRun];

function partsOf(field: keyof ProductionFigures, goodIsKnown: boolean): Part[] {
  switch (field) {
    case 'good':
      return [good];
    case 'scrap':
      return [output('scrap', 'Scrap', 'scrap_count', 'scrap_count is not null')];
    case 'rework':
      return [output('rework', 'Rework', 'rework_count', 'rework_count is not null')];
    case 'total':
      return made;
    case 'target':
      return [target];
    case 'attainment':
      return [...made, target];
    case 'plannedMinutes':
      return [planned];
    case 'runMinutes':
      return running;
    case 'stopMinutes':
      return [stop, event];
    case 'availability':
      return [planned, run, stopWithoutRun, eventWithoutRun];
    case 'performance':
      return [ideal, ...made, ...running];
    case 'quality':
      return [good, total, ...restInTotal];
    case 'oee':
      return [good, total, ...restInTotal, ideal, planned, run, stopWithoutRun, eventWithoutRun];
    case 'unitsPerLaborHour':
      return [...(goodIsKnown ? [good] : made), regular, overtime];
  }
}

/** The cells behind one figure of `production.summary`, by day, line and shift. */
export function summaryFacts(
  db: ReadDb,
  group: { scope: Scope; by: ProductionGroup; key: string },
  figure: { field: keyof ProductionFigures; goodIsKnown: boolean },
): FactSelection {
  const parts = partsOf(figure.field, figure.goodIsKnown).filter((part) => group.by !== 'product' || part.table === 'shift_output');
  const selects = parts.map((part) => partSql(part, `${groupKey[group.by]} = @key`, group.scope.line !== null));
  const { scope } = group;
  return select(db, selects, {
    ...rangeParameters(scope),
    key: group.key === unassigned ? '' : group.key,
    ...(scope.line === null ? {} : { line: scope.line === unassigned ? '' : scope.line }),
  });
}

/** The stops behind rows of `production.pareto`. */
export function stopFacts(db: ReadDb, group: { scope: Scope; by: ParetoGroup; keys: string[] }): FactSelection {
  const { scope } = group;
  const inKeys = `${group.by}_code in (select value from json_each(@keys))`;
  const keys = JSON.stringify(group.keys.map((key) => (key === unassigned ? '' : key)));
  return select(db, [partSql({ ...event, when: 'true' }, inKeys, scope.line !== null)], {
    ...rangeParameters(scope),
    keys,
    ...(scope.line === null ? {} : { line: scope.line === unassigned ? '' : scope.line }),
  });
}

const groupKey: Record<ProductionGroup, string> = {
  plant: 'plant_code',
  line: 'line_code',
  product: 'product_code',
  shift: 'shift_code',
  day: 'day',
  week: `strftime('%G-W%V', day)`,
  month: 'substr(day, 1, 7)',
};

const dayColumn: Record<Part['table'], string> = { shift_output: 'production_date', downtime_event: 'event_date', time_entry: 'work_date' };

// Aliased to `stop` with a `day`, as the conditions of the store expect.
function partSql(part: Part, condition: string, hasLine: boolean): string {
  return `select '${part.table}' as "table", fact_id as factId, '${part.field}' as field, '${part.label}' as label, ${part.value} as value, day, line_code as line, shift_code as shift
    from (select *, ${dayColumn[part.table]} as day from ${part.table}
          where superseded_by is null and plant_code = @plant and ${dayColumn[part.table]} between @from and @to ${hasLine ? 'and line_code = @line' : ''}) stop
    where ${condition} and ${part.when}`;
}

interface CellRow {
  table: string;
  factId: number;
  field: string;
  label: string;
  value: number | null;
  day: string;
  line: string;
  shift: string;
}

function select(db: ReadDb, selects: string[], parameters: Record<string, SqlValue>): FactSelection {
  if (selects.length === 0) return { rows: [], total: 0 };
  const union = selects.join('\nunion all\n');
  const count = rowOf<{ count: number }>(db.get(`select count(*) as count from (${union})`, parameters))?.count ?? 0;
  const cells = rowsOf<CellRow>(db.all(`select * from (${union}) order by day, line, shift, "table" desc, factId limit ${String(factLimit)}`, parameters));
  return { rows: cells.map(asReference), total: count };
}

function asReference({ table, factId, field, label, value, day, line, shift }: CellRow): FactReference {
  const place = [label, day, line || unassigned, ...(shift === '' ? [] : [`shift ${shift}`])];
  return { table, factId, field, label: place.join(' · '), value };
}

function rangeParameters(scope: Scope): Record<string, SqlValue> {
  return { plant: scope.plant, from: scope.from, to: scope.to };
}
