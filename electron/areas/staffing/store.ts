/**
 * All SQL of staffing: sums of roll-ups, whole months from the one by month. A scope is read once by department, line and shift; plant,
 * departments, lines and shifts are sums of that. An empty code groups as Unassigned.
 */
import { unassigned } from '../../../shared/areas/range.ts';
import type { StaffingTotals } from '../../../shared/areas/staffing/measures.ts';
import { isoWeek } from '../../../shared/kit/iso-date.ts';
import { sumKnown } from '../../../shared/kit/ratio.ts';
import { rowOf, rowsOf, type ReadDb, type SqlValue } from '../../store/database.ts';
import { daysOf, piecesOf, type Piece } from '../whole-months.ts';

export interface Scope {
  plant: string;
  from: string;
  to: string;
  /** Only this department; null for all. "Unassigned" means rows without one. */
  department: string | null;
}

export type StaffingGroup = 'plant' | 'department' | 'line' | 'shift' | 'day' | 'week' | 'month';

export interface GroupHours extends StaffingTotals {
  /** Only filled within departments; '' otherwise. */
  department: string;
  key: string;
}

/** Hours of one department, line and shift in one piece of the scope, or of one day or month. */
export interface HoursRow extends StaffingTotals {
  plant: string;
  department: string;
  line: string;
  shift: string;
  /** Day or month; '' where the rows are places. */
  time: string;
}

const sums = `sum(planned_ms) as plannedMs, sum(regular_ms) as regularMs, sum(overtime_ms) as overtimeMs,
  sum(absence_ms) as absenceMs, sum(labor_cost_minor) as laborCostMinor`;

/** Hours of each group, by key. */
export function hoursBy(db: ReadDb, scope: Scope, by: StaffingGroup): GroupHours[] {
  return grouped(by === 'day' || by === 'week' || by === 'month' ? timesOf(db, scope, by) : placesOf(db, scope), by);
}

/** The hours by department, line and shift: for `grouped`, `groupedWithinDepartments` and `plantHours`. */
export function placesOf(db: ReadDb, scope: Scope): HoursRow[] {
  return piecesOf(scope).flatMap((piece) =>
    rowsOf<HoursRow>(
      db.all(
        `select plant_code as plant, department_code as department, line_code as line, shift_code as shift, '' as time, ${sums}
         from time_${piece.grain} where ${filter(scope, piece)} group by plant_code, department_code, line_code, shift_code`,
        { ...parametersOf(scope), from: piece.from, to: piece.to },
      ),
    ),
  );
}

/** Hours by department and day, for all departments; `key` is the day. */
export function departmentDays(db: ReadDb, scope: Scope): GroupHours[] {
  const rows = rowsOf<GroupHours>(
    db.all(
      `select department_code as department, day as key, ${sums} from time_day where ${filter(scope, daysOf(scope))} group by plant_code, day, department_code`,
      parametersOf(scope),
    ),
  );
  return rows.map((row) => ({ ...row, department: row.department || unassigned }));
}

/** Rows added up by plant, department, line, shift, day, week or month, by key. */
export function grouped(rows: readonly HoursRow[], by: StaffingGroup): GroupHours[] {
  return added(rows, (row) => ({ department: '', key: keyOf(row, by) || unassigned }));
}

export function groupedWithinDepartments(rows: readonly HoursRow[], by: 'line' | 'shift'): GroupHours[] {
  return added(rows, (row) => ({ department: row.department || unassigned, key: row[by] || unassigned }));
}

/** Hours of all rows; null when there are none. */
export function plantHours(rows: readonly HoursRow[]): GroupHours | null {
  return grouped(rows, 'plant')[0] ?? null;
}

/** Everything added up; null when there is nothing. */
export function totalOf(rows: readonly StaffingTotals[]): StaffingTotals | null {
  return added(rows, () => ({ department: '', key: '' }))[0] ?? null;
}

/** Groups by day added up to ISO weeks. */
export function weeksOfDays(days: readonly GroupHours[]): GroupHours[] {
  return added(days, (day) => ({ department: '', key: isoWeek(day.key) }));
}

/** First and last day the plant has hours for; null when it has none. */
export function coveredDays(db: ReadDb, plant: string): { from: string; to: string } | null {
  const row = rowOf<{ from: string | null; to: string | null }>(
    db.get(`select (select min(day) from time_day where plant_code = @plant) as "from", (select max(day) from time_day where plant_code = @plant) as "to"`, {
      plant,
    }),
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

export function parametersOf(scope: Scope): Record<string, SqlValue> {
  const range = { plant: scope.plant, from: scope.from, to: scope.to };
  return scope.department === null ? range : { ...range, department: scope.department === unassigned ? '' : scope.department };
}

export function departmentFilter(scope: Scope): string {
  return scope.department === null ? '' : 'and department_code = @department';
}

function timesOf(db: ReadDb, scope: Scope, by: 'day' | 'week' | 'month'): HoursRow[] {
  const pieces = by === 'month' ? piecesOf(scope) : [daysOf(scope)];
  return pieces.flatMap((piece) => {
    const time = by === 'month' && piece.grain === 'day' ? 'substr(day, 1, 7)' : piece.grain;
    return rowsOf<HoursRow>(
      db.all(
        `select plant_code as plant, '' as department, '' as line, '' as shift, ${time} as time, ${sums}
         from time_${piece.grain} where ${filter(scope, piece)} group by plant_code, ${time}`,
        { ...parametersOf(scope), from: piece.from, to: piece.to },
      ),
    );
  });
}

function filter(scope: Scope, { grain }: Piece): string {
  return `plant_code = @plant and ${grain} between @from and @to ${departmentFilter(scope)}`;
}

function keyOf(row: HoursRow, by: StaffingGroup): string {
  switch (by) {
    case 'day':
    case 'month':
      return row.time;
    case 'week':
      return isoWeek(row.time);
    default:
      return row[by];
  }
}

function added<T extends StaffingTotals>(rows: readonly T[], headOf: (row: T) => { department: string; key: string }): GroupHours[] {
  const groups = new Map<string, GroupHours>();
  for (const row of rows) {
    const { department, key } = headOf(row);
    const name = JSON.stringify([department, key]);
    const sum = groups.get(name);
    groups.set(name, {
      department,
      key,
      plannedMs: sumKnown([sum?.plannedMs ?? null, row.plannedMs]),
      regularMs: sumKnown([sum?.regularMs ?? null, row.regularMs]),
      overtimeMs: sumKnown([sum?.overtimeMs ?? null, row.overtimeMs]),
      absenceMs: sumKnown([sum?.absenceMs ?? null, row.absenceMs]),
      laborCostMinor: sumKnown([sum?.laborCostMinor ?? null, row.laborCostMinor]),
    });
  }
  return [...groups.values()].sort((a, b) => compare(a.department, b.department) || compare(a.key, b.key));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
