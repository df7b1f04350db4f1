/** All SQL of staffing: sums of the day roll-up. An empty code groups as Unassigned. */
import { unassigned } from '../../../shared/areas/range.ts';
import type { StaffingTotals } from '../../../shared/areas/staffing/measures.ts';
import { rowOf, rowsOf, type ReadDb, type SqlValue } from '../../store/database.ts';

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

/** SQL over a roll-up row, or over a raw row whose date is called `day`. */
export const groupKey: Record<StaffingGroup, string> = {
  plant: 'plant_code',
  department: 'department_code',
  line: 'line_code',
  shift: 'shift_code',
  day: 'day',
  week: `strftime('%G-W%V', day)`,
  month: 'substr(day, 1, 7)',
};

/** Hours of each group, by key. */
export function hoursBy(db: ReadDb, scope: Scope, by: StaffingGroup): GroupHours[] {
  return grouped(db, scope, { by, department: `''` });
}

/** Hours of each line or shift within each department. */
export function hoursWithinDepartments(db: ReadDb, scope: Scope, by: 'line' | 'shift'): GroupHours[] {
  return grouped(db, scope, { by, department: 'department_code' }).map((row) => ({ ...row, department: row.department || unassigned }));
}

/** Hours of everything in scope; null when there is nothing. */
export function hoursOf(db: ReadDb, scope: Scope): GroupHours | null {
  return hoursBy(db, scope, 'plant')[0] ?? null;
}

/** First and last day the plant has hours for; null when it has none. */
export function coveredDays(db: ReadDb, plant: string): { from: string; to: string } | null {
  const row = rowOf<{ from: string | null; to: string | null }>(
    db.get(
      `select (select min(day) from time_day where plant_code = @plant) as "from", (select max(day) from time_day where plant_code = @plant) as "to"`,
      { plant },
    ),
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

export function parametersOf(scope: Scope): Record<string, SqlValue> {
  const range = { plant: scope.plant, from: scope.from, to: scope.to };
  return scope.department === null ? range : { ...range, department: scope.department === unassigned ? '' : scope.department };
}

function grouped(db: ReadDb, scope: Scope, { by, department }: { by: StaffingGroup; department: string }): GroupHours[] {
  const rows = rowsOf<GroupHours>(
    db.all(
      `select ${department} as department, ${groupKey[by]} as key,
         sum(planned_ms) as plannedMs, sum(regular_ms) as regularMs, sum(overtime_ms) as overtimeMs,
         sum(absence_ms) as absenceMs, sum(labor_cost_minor) as laborCostMinor
       from time_day
       where plant_code = @plant and day between @from and @to ${scope.department === null ? '' : 'and department_code = @department'}
       group by 1, 2 order by 1, 2`,
      parametersOf(scope),
    ),
  );
  return rows.map((row) => ({ ...row, key: row.key || unassigned }));
}
