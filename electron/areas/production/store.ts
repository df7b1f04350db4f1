/**
 * All SQL of production. Everything reads the day roll-ups; only stops by asset need the raw events. Where output rows carry stop
 * minutes and stops exist too for the same line, shift and day, the output's figure counts. An empty shift on either side means
 * “any shift of that day”, so that the same stop is never counted twice.
 */
import { unassigned } from '../../../shared/areas/range.ts';
import type { ProductionTotals } from '../../../shared/areas/production/measures.ts';
import { sumKnown } from '../../../shared/kit/ratio.ts';
import { rowOf, rowsOf, type ReadDb, type SqlValue } from '../../store/database.ts';

export interface Scope {
  plant: string;
  from: string;
  to: string;
  /** Only this line; null for all. "Unassigned" means rows without one. */
  line: string | null;
}

export type ProductionGroup = 'plant' | 'line' | 'product' | 'shift' | 'day' | 'week' | 'month';
export type ParetoGroup = 'reason' | 'line' | 'asset';

export interface GroupTotals extends ProductionTotals {
  /** Only filled within lines; '' otherwise. */
  line: string;
  key: string;
}

interface OutputRow {
  line: string;
  key: string;
  good: number | null;
  scrap: number | null;
  rework: number | null;
  total: number | null;
  target: number | null;
  credited: number | null;
  plannedMs: number | null;
  measuredRunMs: number | null;
  plannedWithoutRunMs: number | null;
  stopMs: number | null;
  stopWithoutRunMs: number | null;
  idealMs: number | null;
}

interface StopRow {
  line: string;
  key: string;
  stopMs: number;
  stopWithoutRunMs: number | null;
}

interface Grouping {
  by: ProductionGroup;
  withinLines: boolean;
}

// SQL over a roll-up row; stops and hours have no product.
const keys: Record<ProductionGroup, string> = {
  plant: 'plant_code',
  line: 'line_code',
  product: 'product_code',
  shift: 'shift_code',
  day: 'day',
  week: `strftime('%G-W%V', day)`,
  month: 'substr(day, 1, 7)',
};

/** Totals of each group, by key. */
export function totalsBy(db: ReadDb, scope: Scope, by: ProductionGroup): GroupTotals[] {
  return combine(db, scope, { by, withinLines: false });
}

/** Totals of each group within each line. */
export function totalsWithinLines(db: ReadDb, scope: Scope, by: 'product' | 'shift'): GroupTotals[] {
  return combine(db, scope, { by, withinLines: true });
}

/** Totals of everything in scope; all null when there is nothing. */
export function totalsOf(db: ReadDb, scope: Scope): GroupTotals | null {
  return totalsBy(db, scope, 'plant')[0] ?? null;
}

/** Minutes and number of stops by reason, line or asset, unsorted. */
export function stopsBy(db: ReadDb, scope: Scope, by: ParetoGroup): { key: string; stopMs: number; count: number }[] {
  const column = `${by}_code`;
  const sql =
    by === 'asset'
      ? `select asset_code as key, sum(stop_ms) as stopMs, count(*) as count from downtime_event
         where superseded_by is null and plant_code = @plant and event_date between @from and @to ${lineFilter(scope)} group by 1`
      : `select ${column} as key, sum(stop_ms) as stopMs, sum(stop_count) as count from downtime_day
         where plant_code = @plant and day between @from and @to ${lineFilter(scope)} group by 1`;
  return rowsOf<{ key: string; stopMs: number; count: number }>(db.all(sql, parameters(scope))).map((row) => ({ ...row, key: row.key || unassigned }));
}

/** First and last day the plant has output or stops for; null when it has none. */
export function coveredDays(db: ReadDb, plant: string): { from: string; to: string } | null {
  const row = rowOf<{ from: string | null; to: string | null }>(
    db.get(
      `select min(first) as "from", max(last) as "to" from (
         select (select min(day) from shift_output_day where plant_code = @plant) as first, (select max(day) from shift_output_day where plant_code = @plant) as last
         union all
         select (select min(day) from downtime_day where plant_code = @plant), (select max(day) from downtime_day where plant_code = @plant))`,
      { plant },
    ),
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

/** Whether the plant's stops are recorded at all: then a line without stops has none, instead of unknown. */
export function recordsStops(db: ReadDb, plant: string): boolean {
  return db.get('select 1 from downtime_day where plant_code = ? limit 1', [plant]) !== undefined;
}

/** Adds up the three sources group by group. */
function combine(db: ReadDb, scope: Scope, grouping: Grouping): GroupTotals[] {
  const byProduct = grouping.by === 'product';
  const made = outputRows(db, scope, grouping);
  const output = new Map(made.map((row) => [groupId(row), row]));
  const carried = { stops: made.some((row) => row.stopMs !== null), run: made.some((row) => row.measuredRunMs !== null) };
  const stops = byProduct ? new Map<string, StopRow>() : new Map(stopRows(db, scope, { ...grouping, carried }).map((row) => [groupId(row), row]));
  const labor = byProduct ? new Map<string, number>() : new Map(laborRows(db, scope, grouping).map((row) => [groupId(row), row.laborMs]));
  const none = !byProduct && recordsStops(db, scope.plant) ? 0 : null;
  const ids = new Set([...output.keys(), ...stops.keys()]);
  const groups = [...ids].map((id): GroupTotals => {
    const shift = output.get(id);
    const stop = stops.get(id);
    const head = shift ?? stop ?? { line: '', key: '' };
    return {
      line: grouping.withinLines ? head.line || unassigned : '',
      key: head.key || unassigned,
      good: shift?.good ?? null,
      scrap: shift?.scrap ?? null,
      rework: shift?.rework ?? null,
      total: shift?.total ?? null,
      target: shift?.target ?? null,
      credited: shift?.credited ?? null,
      plannedMs: shift?.plannedMs ?? null,
      measuredRunMs: shift?.measuredRunMs ?? null,
      plannedWithoutRunMs: shift?.plannedWithoutRunMs ?? null,
      stopWithoutRunMs: sumKnown([shift?.stopWithoutRunMs ?? null, stop?.stopWithoutRunMs ?? null]) ?? none,
      stopMs: sumKnown([shift?.stopMs ?? null, stop?.stopMs ?? null]) ?? none,
      idealMs: shift?.idealMs ?? null,
      laborMs: labor.get(id) ?? null,
    };
  });
  return groups.sort((a, b) => compare(a.line, b.line) || compare(a.key, b.key));
}

const outputSums = `sum(good_count) as good, sum(scrap_count) as scrap, sum(rework_count) as rework, sum(made_count) as total,
  sum(target_count) as target, sum(credited_count) as credited,
  sum(planned_ms) as plannedMs, sum(run_ms) as measuredRunMs, sum(stop_ms) as stopMs, sum(ideal_ms) as idealMs,
  sum(case when run_ms is null then planned_ms end) as plannedWithoutRunMs,
  sum(case when run_ms is null and planned_ms is not null then stop_ms end) as stopWithoutRunMs`;

const sumsOfDays = `sum(good) as good, sum(scrap) as scrap, sum(rework) as rework, sum(total) as total, sum(target) as target, sum(credited) as credited,
  sum(plannedMs) as plannedMs, sum(measuredRunMs) as measuredRunMs, sum(stopMs) as stopMs, sum(idealMs) as idealMs,
  sum(plannedWithoutRunMs) as plannedWithoutRunMs, sum(stopWithoutRunMs) as stopWithoutRunMs`;

function outputRows(db: ReadDb, scope: Scope, { by, withinLines }: Grouping): OutputRow[] {
  const rows = `from shift_output_day where plant_code = @plant and day between @from and @to ${lineFilter(scope)}`;
  // days stand in the roll-up's own order: summing them first needs no sorting, a year costs what reading it costs
  const sql =
    isByTime(by) && !withinLines
      ? `select '' as line, ${keys[by]} as key, ${sumsOfDays} from (select plant_code, day, ${outputSums} ${rows} group by plant_code, day) group by 2`
      : `select ${withinLines ? 'line_code' : `''`} as line, ${keys[by]} as key, ${outputSums} ${rows} group by 1, 2`;
  return rowsOf<OutputRow>(db.all(sql, parameters(scope)));
}

function isByTime(by: ProductionGroup): boolean {
  return by === 'plant' || by === 'day' || by === 'week' || by === 'month';
}

// The stops of a line, shift and day that no output row speaks for; they shorten planned time where no run time was measured. What the
// output of the scope doesn't carry at all needs no looking up stop by stop.
function stopRows(db: ReadDb, scope: Scope, { by, withinLines, carried }: Grouping & { carried: { stops: boolean; run: boolean } }): StopRow[] {
  return rowsOf<StopRow>(
    db.all(
      `with stop as materialized (
         select plant_code, day, line_code, shift_code, sum(stop_ms) as stop_ms from downtime_day
         where plant_code = @plant and day between @from and @to ${lineFilter(scope)}
         group by plant_code, day, line_code, shift_code
       )
       select ${withinLines ? 'line_code' : `''`} as line, ${keys[by]} as key, sum(stop_ms) as stopMs,
         sum(case when ${carried.run ? stopsShortenPlanned : hasPlannedWithoutRun} then stop_ms end) as stopWithoutRunMs
       from stop
       ${carried.stops ? `where not ${outputHas('stop_ms')}` : ''}
       group by 1, 2`,
      parameters(scope),
    ),
  );
}

const outputOfDay = 'select 1 from shift_output_day o where o.plant_code = stop.plant_code and o.day = stop.day and o.line_code = stop.line_code';

/** SQL over `stop`: an output row of its line and day, and of its shift as far as both name one, carries the column. */
function outputHas(column: 'run_ms' | 'stop_ms'): string {
  const row = `${outputOfDay} and o.${column} is not null`;
  return `(exists (${row} and o.shift_code in (stop.shift_code, '')) or (stop.shift_code = '' and exists (${row})))`;
}

/** SQL over `stop` (plant_code, day, line_code, shift_code): output rows carry these stop minutes themselves. */
export const outputSpeaksForStop = outputHas('stop_ms');

// Shift names differ between sources more often than lines do: planned time counts by line and day.
const plannedWithoutRun = `${outputOfDay} and o.run_ms is null and o.planned_ms is not null`;

const hasPlannedWithoutRun = `(exists (${plannedWithoutRun} and o.shift_code = stop.shift_code) or exists (${plannedWithoutRun}))`;

/** SQL over `stop`: the stop shortens planned time because no run time was measured. */
export const stopsShortenPlanned = `(not ${outputHas('run_ms')} and ${hasPlannedWithoutRun})`;

function laborRows(db: ReadDb, scope: Scope, { by, withinLines }: Grouping): { line: string; key: string; laborMs: number }[] {
  return rowsOf(
    db.all(
      `select ${withinLines ? 'line_code' : `''`} as line, ${keys[by]} as key, total(coalesce(regular_ms, 0) + coalesce(overtime_ms, 0)) as laborMs
       from time_day
       where plant_code = @plant and day between @from and @to and (regular_ms is not null or overtime_ms is not null) ${lineFilter(scope)}
       group by 1, 2`,
      parameters(scope),
    ),
  );
}

function lineFilter(scope: Scope): string {
  return scope.line === null ? '' : 'and line_code = @line';
}

function parameters(scope: Scope): Record<string, SqlValue> {
  const range = { plant: scope.plant, from: scope.from, to: scope.to };
  return scope.line === null ? range : { ...range, line: scope.line === unassigned ? '' : scope.line };
}

function groupId(row: { line: string; key: string }): string {
  return JSON.stringify([row.line, row.key]);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
