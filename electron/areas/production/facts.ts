/** The facts a production figure was summed from: raw rows, each with the dataset field its cell was mapped to. */
import type { ProductionFigures } from '../../../shared/areas/production/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { isoWeek } from '../../../shared/kit/iso-date.ts';
import { rowOf, rowsOf, type ReadDb, type SqlValue } from '../../store/database.ts';
import { factLimit, type FactReference } from '../behind.ts';
import { lineFilter, parametersOf, type Scope } from './output.ts';
import { netStops, type NetStop } from './stops.ts';
import type { ParetoGroup, ProductionGroup } from './store.ts';

export interface FactSelection {
  rows: FactReference[];
  /** All of them, not only the ones shown. */
  total: number;
}

type FactTable = 'shift_output' | 'downtime_event' | 'time_entry';

/** One kind of cell: which rows have it, and what it says in the wire's unit. */
interface Part {
  table: FactTable;
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
// Stops count only where no output speaks for them: see `netStops`.
const event: Part = { table: 'downtime_event', field: 'minutes', label: 'Stop', value: 'stop_ms / 60000.0', when: 'true' };
// The same cell, of those stops alone that shorten planned time.
const eventWithoutRun = { ...event };
const regular: Part = { table: 'time_entry', field: 'regularHours', label: 'Regular hours', value: 'regular_ms / 3600000.0', when: 'regular_ms is not null' };
const overtime: Part = {
  table: 'time_entry',
  field: 'overtimeHours',
  label: 'Overtime hours',
  value: 'overtime_ms / 3600000.0',
  when: 'overtime_ms is not null',
};

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
  const of = (table: FactTable): Part[] => parts.filter((part) => part.table === table);
  const key = group.key === unassigned ? '' : group.key;
  const chosen = (table: FactTable): Choice => ({
    parts: of(table),
    condition: `${groupKey(group.by, dayColumn[table])} = @key`,
    parameters: { ...parametersOf(group.scope), key },
  });
  return joined([
    cells(db, group.scope, chosen('shift_output')),
    of('downtime_event').length === 0 ? nothing : eventCells(db, group, of('downtime_event').includes(eventWithoutRun)),
    cells(db, group.scope, chosen('time_entry')),
  ]);
}

/** The stops behind rows of `production.pareto`. */
export function stopFacts(db: ReadDb, group: { scope: Scope; by: ParetoGroup; keys: string[] }): FactSelection {
  const keys = JSON.stringify(group.keys.map((key) => (key === unassigned ? '' : key)));
  const condition = `${group.by}_code in (select value from json_each(@keys))`;
  return joined([cells(db, group.scope, { parts: [event], condition, parameters: { ...parametersOf(group.scope), keys } })]);
}

/** What to read of one fact table: cells of these parts, of rows that fulfil the condition. */
interface Choice {
  parts: readonly Part[];
  condition: string;
  parameters: Record<string, SqlValue>;
}

interface Cell {
  table: FactTable;
  factId: number;
  part: Part;
  value: number | null;
  day: string;
  line: string;
  shift: string;
}

interface Cells {
  /** The first ones, at least as many as are shown. */
  cells: Cell[];
  total: number;
}

const nothing: Cells = { cells: [], total: 0 };

const dayColumn: Record<FactTable, string> = { shift_output: 'production_date', downtime_event: 'event_date', time_entry: 'work_date' };

function groupKey(by: ProductionGroup, day: string): string {
  switch (by) {
    case 'plant':
      return 'plant_code';
    case 'day':
      return day;
    case 'week':
      return `strftime('%G-W%V', ${day})`;
    case 'month':
      return `substr(${day}, 1, 7)`;
    default:
      return `${by}_code`;
  }
}

// Counted in one pass and listed in another that follows the index by day and ends at the limit.
function cells(db: ReadDb, scope: Scope, { parts, condition, parameters }: Choice): Cells {
  const table = parts[0]?.table;
  if (table === undefined) return nothing;
  const day = dayColumn[table];
  const from = `from ${table} where superseded_by is null and plant_code = @plant and ${day} between @from and @to ${lineFilter(scope)} and ${condition}`;
  const counts = parts.map(({ when }) => `count(case when ${when} then 1 end)`).join(' + ');
  const total = rowOf<{ total: number }>(db.get(`select ${counts} as total ${from}`, parameters))?.total ?? 0;
  if (total === 0) return nothing;
  const columns = parts.map(({ when, value }, index) => `${when} as has${String(index)}, ${value} as value${String(index)}`).join(', ');
  const rows = rowsOf<Record<string, SqlValue> & Pick<Cell, 'factId' | 'day' | 'line' | 'shift'>>(
    db.all(
      `select fact_id as factId, ${day} as day, line_code as line, shift_code as shift, ${columns} ${from} and (${parts.map(({ when }) => `(${when})`).join(' or ')})
       order by ${day}, line_code, shift_code, fact_id limit ${String(factLimit)}`,
      parameters,
    ),
  );
  return { cells: rows.flatMap((row) => cellsOf(row, parts)), total };
}

function cellsOf(row: Record<string, SqlValue> & Pick<Cell, 'factId' | 'day' | 'line' | 'shift'>, parts: readonly Part[]): Cell[] {
  const { factId, day, line, shift } = row;
  return parts.flatMap((part, index) => {
    const value = row[`value${String(index)}`];
    return row[`has${String(index)}`] === 1 ? [{ table: part.table, factId, part, value: typeof value === 'number' ? value : null, day, line, shift }] : [];
  });
}

// Of the stops that count, as many days as it takes to fill the list.
function eventCells(db: ReadDb, group: { scope: Scope; by: ProductionGroup; key: string }, onlyShortening: boolean): Cells {
  const { scope, by, key } = group;
  const stops = netStops(db, scope).filter((stop) => (!onlyShortening || stop.shortens) && (stopKey(scope, stop, by) || unassigned) === key);
  const total = stops.reduce((sum, stop) => sum + stop.count, 0);
  let shown = 0;
  const listed = stops.filter((stop) => {
    const isListed = shown < factLimit;
    shown += stop.count;
    return isListed;
  });
  const parameters = { ...parametersOf(scope), places: JSON.stringify(listed.map(({ day, line, shift }) => [day, line, shift])) };
  const rows = rowsOf<Pick<Cell, 'factId' | 'value' | 'day' | 'line' | 'shift'>>(
    db.all(
      `with place as materialized (select value ->> 0 as day, value ->> 1 as line, value ->> 2 as shift from json_each(@places))
       select fact_id as factId, ${event.value} as value, event_date as day, line_code as line, shift_code as shift from downtime_event
       where superseded_by is null and plant_code = @plant and event_date in (select day from place)
         and (event_date, line_code, shift_code) in (select day, line, shift from place)
       order by event_date, line_code, shift_code, fact_id limit ${String(factLimit)}`,
      parameters,
    ),
  );
  return { cells: rows.map((row) => ({ ...row, table: event.table, part: event })), total };
}

function stopKey(scope: Scope, stop: NetStop, by: ProductionGroup): string {
  switch (by) {
    case 'plant':
      return scope.plant;
    case 'line':
      return stop.line;
    case 'shift':
      return stop.shift;
    case 'day':
      return stop.day;
    case 'week':
      return isoWeek(stop.day);
    case 'month':
      return stop.day.slice(0, 7);
    case 'product':
      return '';
  }
}

/** By day, line and shift, hours before output before stops, then in the order of the facts. */
function joined(sources: readonly Cells[]): FactSelection {
  const sorted = sources.flatMap((source) => source.cells).sort(byPlace);
  return { rows: sorted.slice(0, factLimit).map(asReference), total: sources.reduce((sum, source) => sum + source.total, 0) };
}

function byPlace(a: Cell, b: Cell): number {
  return compare(a.day, b.day) || compare(a.line, b.line) || compare(a.shift, b.shift) || compare(b.table, a.table) || a.factId - b.factId;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function asReference({ table, factId, part, value, day, line, shift }: Cell): FactReference {
  const place = [part.label, day, line || unassigned, ...(shift === '' ? [] : [`shift ${shift}`])];
  return { table, factId, field: part.field, label: place.join(' · '), value };
}
