/**
 * The production summary calculated again the slow way: raw rows, one loop a figure, no roll-up, none of the store's SQL and none of
 * the measures. What the procedures return is compared with this.
 */
import type { Connection } from '../../../../electron/store/database.ts';
import type { FactRow } from './area-store.ts';

export interface NaiveRow {
  good: number | null;
  scrap: number | null;
  rework: number | null;
  total: number | null;
  target: number | null;
  attainment: number | null;
  plannedMinutes: number | null;
  runMinutes: number | null;
  stopMinutes: number | null;
  availability: number | null;
  performance: number | null;
  quality: number | null;
  oee: number | null;
  unitsPerLaborHour: number | null;
}

type Raw = FactRow;
export type Grouping = 'plant' | 'line' | 'product' | 'day' | 'shift' | 'month' | 'week';

interface Question {
  plant: string;
  from: string;
  to: string;
  by: Grouping;
}

export function naiveSummary(db: Connection, question: Question): Map<string, NaiveRow> {
  const live = (table: string, day: string): Raw[] =>
    (db.raw.prepare(`select *, ${day} as the_day from ${table} where superseded_by is null`).all() as Raw[]).filter(
      (row) => row['plant_code'] === question.plant && String(row['the_day']) >= question.from && String(row['the_day']) <= question.to,
    );
  const outputs = live('shift_output', 'production_date');
  const stops =
    question.by === 'product'
      ? []
      : live('downtime_event', 'substr(started_at, 1, 10)').filter((stop) => !outputs.some((o) => o['stop_ms'] !== null && isSame(o, stop)));
  const hours = question.by === 'product' ? [] : live('time_entry', 'work_date');
  const anyStops =
    question.by !== 'product' &&
    (db.raw.prepare('select count(*) from downtime_event where superseded_by is null and plant_code = ?').pluck().get(question.plant) as number) > 0;
  const names = new Set([...outputs, ...stops].map((row) => nameOf(row, question.by)));
  return new Map(
    [...names].map((name) => {
      const isIn = (row: Raw): boolean => nameOf(row, question.by) === name;
      return [name, rowOf(outputs.filter(isIn), { stops: stops.filter(isIn), allOutputs: outputs, hours: hours.filter(isIn), anyStops })];
    }),
  );
}

function rowOf(outputs: Raw[], rest: { stops: Raw[]; allOutputs: Raw[]; hours: Raw[]; anyStops: boolean }): NaiveRow {
  const made = outputs.map(
    (row) =>
      number(row['total_count']) ??
      (row['good_count'] === null ? null : Number(row['good_count']) + Number(row['scrap_count'] ?? 0) + Number(row['rework_count'] ?? 0)),
  );
  const good = add(outputs.map((row) => number(row['good_count'])));
  const total = add(made);
  const target = add(outputs.map((row) => number(row['target_count'])));
  const credited = add(
    outputs.map((row, index) =>
      made[index] === null || made[index] === undefined || row['target_count'] === null ? null : Math.min(made[index], Number(row['target_count'])),
    ),
  );
  const ideal = add(
    outputs.map((row, index) =>
      made[index] === null || made[index] === undefined || row['ideal_cycle_ms'] === null ? null : made[index] * Number(row['ideal_cycle_ms']),
    ),
  );
  const planned = add(outputs.map((row) => number(row['planned_ms'])));
  const stop = add([...outputs.map((row) => number(row['stop_ms'])), ...rest.stops.map((row) => number(row['stop_ms'])), ...(rest.anyStops ? [0] : [])]);
  const unmeasured = outputs.filter((row) => row['run_ms'] === null && row['planned_ms'] !== null);
  const shortening = rest.stops.filter(
    (event) =>
      !rest.allOutputs.some((o) => o['run_ms'] !== null && isSame(o, event)) &&
      rest.allOutputs.some(
        (o) => o['run_ms'] === null && o['planned_ms'] !== null && o['line_code'] === event['line_code'] && o['the_day'] === event['the_day'],
      ),
  );
  const plannedUnmeasured = add(unmeasured.map((row) => number(row['planned_ms'])));
  const stopUnmeasured = add([
    ...unmeasured.map((row) => number(row['stop_ms'])),
    ...shortening.map((row) => number(row['stop_ms'])),
    ...(rest.anyStops ? [0] : []),
  ]);
  const run = add([
    ...outputs.map((row) => number(row['run_ms'])),
    plannedUnmeasured === null || stopUnmeasured === null ? null : plannedUnmeasured - stopUnmeasured,
  ]);
  const labor = add(rest.hours.flatMap((row) => [number(row['regular_ms']), number(row['overtime_ms'])]));
  const [a, p, q] = [divide(run, planned), divide(ideal, run), divide(good, total)];
  return {
    good,
    scrap: add(outputs.map((row) => number(row['scrap_count']))),
    rework: add(outputs.map((row) => number(row['rework_count']))),
    total,
    target,
    attainment: divide(credited, target),
    plannedMinutes: divide(planned, 60_000),
    runMinutes: divide(run, 60_000),
    stopMinutes: divide(stop, 60_000),
    availability: a,
    performance: p,
    quality: q,
    oee: a === null || p === null || q === null ? null : a * p * q,
    unitsPerLaborHour: divide(good ?? total, labor === null ? null : labor / 3_600_000),
  };
}

// Same line and day, and the same shift unless one of the two names none.
function isSame(output: Raw, stop: Raw): boolean {
  const shifts = [output['shift_code'], stop['shift_code']];
  return output['line_code'] === stop['line_code'] && output['the_day'] === stop['the_day'] && (shifts[0] === shifts[1] || shifts.includes(''));
}

export function nameOf(row: Raw, by: Grouping): string {
  const day = String(row['the_day']);
  switch (by) {
    case 'day':
      return day;
    case 'month':
      return day.slice(0, 7);
    case 'week':
      return weekName(day);
    default:
      return String(row[`${by}_code`]) || 'Unassigned';
  }
}

// ISO 8601: the week belongs to the year of its Thursday.
function weekName(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const year = date.getUTCFullYear();
  const week = Math.ceil(((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function add(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function divide(above: number | null, below: number | null): number | null {
  return above === null || below === null || below === 0 ? null : above / below;
}
