/**
 * All SQL of maintenance. Work orders are read raw through their indexes: by creation, by completion, by due day, by status. An order
 * belongs to the day it was created (else started, due, completed); one without any date belongs to every range that names no month.
 */
import { doneStatuses, openStatuses, plannedTypes } from '../../../shared/areas/maintenance/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { addDays, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { rowOf, rowsOf, type ReadDb } from '../../store/database.ts';

/** `statusDay` is the day status figures hold for: the end of the range, or the as-of day if that is earlier. */
export interface OrderScope {
  plant: string;
  from: IsoDate;
  to: IsoDate;
  statusDay: IsoDate;
}

export type Grouping = 'plant' | 'asset' | 'type' | 'status' | 'month';

/** Sums over the orders of the range; milliseconds, minor units. */
export interface RangeSum {
  key: string;
  count: number;
  opened: number;
  failures: number;
  repairs: number;
  repairMs: number | null;
  downtimeMs: number | null;
  plannedMs: number | null;
  failureMs: number | null;
  classifiedMs: number | null;
  estimatedMs: number | null;
  laborMs: number | null;
  costMinor: number | null;
}

export interface StatusSum {
  key: string;
  open: number;
  overdue: number;
  reopened: number;
  backlogMs: number | null;
}

export interface OpenOrder {
  factId: number;
  order: string;
  title: string | null;
  status: string | null;
  type: string | null;
  priority: string | null;
  asset: string;
  assetName: string | null;
  craft: string;
  created: string | null;
  due: string | null;
  estimatedMs: number | null;
  laborMs: number | null;
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const live = 'plant_code = @plant and superseded_by is null';

/** The day an order belongs to. */
export const orderDay = 'substr(coalesce(created_at, started_at, due_date, completed_at), 1, 10)';

/** Counts as a failure: the rule of measures.ts `isFailure` in SQL. */
export const failure = `(status is not 'cancelled' and (work_type is 'emergency' or (work_type is 'corrective' and coalesce(downtime_ms, 0) > 0)))`;
const workedMs = '(unixepoch(completed_at) - unixepoch(started_at)) * 1000';
const repairMs = `case when not ${failure} then null when downtime_ms > 0 then downtime_ms when ${workedMs} >= 0 then ${workedMs} end`;
const classified = `(work_type is not null and status is not 'cancelled')`;
const isOpenWord = `status in (${quoted(openStatuses)})`;
// The unary plus before it keeps SQLite on the index of completed_at: most orders are done.
const isDoneWord = `status in (${quoted(doneStatuses)})`;

/** SQL of the group an order falls in; `statusAt` shows later completions as still open. */
export const groupKey: Readonly<Record<Grouping, string>> = {
  plant: `''`,
  asset: `case when asset_code <> '' then asset_code else coalesce(nullif(asset_name, ''), '${unassigned}') end`,
  type: `coalesce(work_type, '${unassigned}')`,
  status: `case when status = 'reopened' or (${isDoneWord} and completed_at >= @after) then 'open' else coalesce(status, '${unassigned}') end`,
  month: `coalesce(substr(${orderDay}, 1, 7), '${unassigned}')`,
};

/** The orders that belong to a range, by their creation index where they have one. */
export const ordersOfRange = `(
  select * from work_order where ${live} and created_at >= @from and created_at < @next
  union all
  select * from work_order where ${live} and created_at is null and (${orderDay} between @from and @to or (@undated = 1 and ${orderDay} is null))
)`;

/** The orders open at the end of a day. Done orders completed later were open then. */
export const ordersOpen = `(
  select * from work_order where ${live} and ${isOpenWord} and (created_at is null or created_at < @after)
  union all
  select * from work_order where ${live} and +${isDoneWord} and completed_at >= @after and (created_at is null or created_at < @after)
  union all
  select * from work_order where ${live} and status is null and (completed_at is null or completed_at >= @after) and (created_at is null or created_at < @after)
)`;

export const ordersCompleted = `(select * from work_order where ${live} and completed_at >= @from and completed_at < @next and (+status is null or +${isDoneWord}))`;

/** Preventive orders due in the range, no later than the day status figures hold for. */
export const ordersDue = `(select * from work_order where ${live} and work_type = 'preventive' and status is not 'cancelled' and due_date >= @from and due_date < @after and due_date < @next)`;
export const doneOnTime = `((status is null or ${isDoneWord}) and completed_at is not null and substr(completed_at, 1, 10) <= due_date)`;

/** Names for the store's queries: the days, and the days after their ends. `@undated` 1 lets orders without any date in. */
export function orderParameters(scope: OrderScope, undated = true): Record<'plant' | 'from' | 'to' | 'next' | 'after' | 'day', string> & { undated: number } {
  const { plant, from, to, statusDay } = scope;
  return { plant, from, to, next: addDays(to, 1), after: addDays(statusDay, 1), day: statusDay, undated: undated ? 1 : 0 };
}

export function sumOrders(db: ReadDb, scope: OrderScope, by: Grouping): RangeSum[] {
  return rowsOf<RangeSum>(
    db.all(
      `select ${groupKey[by]} as key, count(*) as count, count(created_at) as opened, sum(${failure}) as failures,
         count(${repairMs}) as repairs, sum(${repairMs}) as repairMs, sum(downtime_ms) as downtimeMs,
         sum(case when ${classified} and work_type in (${quoted(plannedTypes)}) then labor_ms end) as plannedMs,
         sum(case when ${failure} then labor_ms end) as failureMs, sum(case when ${classified} then labor_ms end) as classifiedMs,
         sum(estimated_ms) as estimatedMs, sum(labor_ms) as laborMs, sum(cost_minor) as costMinor
       from ${ordersOfRange} group by 1`,
      orderParameters(scope),
    ),
  );
}

export function countCompleted(db: ReadDb, scope: OrderScope, by: Grouping): { key: string; completed: number }[] {
  const key = by === 'month' ? 'substr(completed_at, 1, 7)' : groupKey[by];
  return rowsOf(db.all(`select ${key} as key, count(*) as completed from ${ordersCompleted} group by 1`, orderParameters(scope)));
}

export function sumOpen(db: ReadDb, scope: OrderScope, by: Exclude<Grouping, 'month'>): StatusSum[] {
  return rowsOf<StatusSum>(
    db.all(
      `select ${groupKey[by]} as key, count(*) as open, sum(due_date is not null and due_date < @day) as overdue,
         sum(status is 'reopened') as reopened, sum(estimated_ms) as backlogMs
       from ${ordersOpen} group by 1`,
      orderParameters(scope),
    ),
  );
}

export function countDue(db: ReadDb, scope: OrderScope, by: Grouping): { key: string; due: number; onTime: number }[] {
  const key = by === 'month' ? 'substr(due_date, 1, 7)' : groupKey[by];
  return rowsOf(db.all(`select ${key} as key, count(*) as due, sum(${doneOnTime}) as onTime from ${ordersDue} group by 1`, orderParameters(scope)));
}

/** Preventive orders of the range without a due day, which PM compliance leaves out. */
export function countUndatedPreventive(db: ReadDb, scope: OrderScope): number {
  const row = rowOf<{ count: number }>(
    db.get(`select count(*) as count from ${ordersOfRange} where work_type = 'preventive' and due_date is null and status is not 'cancelled'`, orderParameters(scope)),
  );
  return row?.count ?? 0;
}

/** Open orders by whole days since creation; orders without a creation date have no age. */
export function openByAge(db: ReadDb, scope: OrderScope): { days: number; count: number; estimatedMs: number | null }[] {
  return rowsOf(
    db.all(
      `select cast(julianday(@day) - julianday(substr(created_at, 1, 10)) as integer) as days, count(*) as count, sum(estimated_ms) as estimatedMs
       from ${ordersOpen} where created_at is not null group by 1`,
      orderParameters(scope),
    ),
  );
}

/** Open orders, overdue ones first and among them the latest due first; then by due day, undated last. */
export function listOpen(db: ReadDb, scope: OrderScope, limit: number): OpenOrder[] {
  return rowsOf<OpenOrder>(
    db.all(
      `select fact_id as factId, order_code as "order", coalesce(title, description) as title, status, work_type as type, priority_text as priority,
         asset_code as asset, asset_name as assetName, craft_code as craft, substr(created_at, 1, 10) as created, due_date as due,
         estimated_ms as estimatedMs, labor_ms as laborMs
       from ${ordersOpen}
       order by coalesce(due_date < @day, 0) desc, case when due_date < @day then due_date end desc, due_date is null, due_date, order_code, fact_id
       limit @limit`,
      { ...orderParameters(scope), limit },
    ),
  );
}

export interface Breakdowns {
  asset: string;
  /** 0 for the first span of the range. */
  span: number;
  orders: number;
  downtimeMs: number | null;
}

/** Corrective and emergency orders by asset and span of days, as created. */
export function breakdownsByAsset(db: ReadDb, range: { plant: string; from: IsoDate; to: IsoDate; spanDays: number }): Breakdowns[] {
  return rowsOf<Breakdowns>(
    db.all(
      `select ${groupKey.asset} as asset, cast((julianday(substr(created_at, 1, 10)) - julianday(@from)) / @spanDays as integer) as span,
         count(*) as orders, sum(downtime_ms) as downtimeMs
       from work_order
       where ${live} and created_at >= @from and created_at < @next and work_type in ('corrective', 'emergency') and status is not 'cancelled'
       group by 1, 2`,
      { plant: range.plant, from: range.from, next: addDays(range.to, 1), spanDays: range.spanDays },
    ),
  );
}

/** Priorities and criticalities that mean “first”, lower case. */
const firstWords = ['1', 'a', 'p1', 'critical', 'highest', 'urgent', 'very high', 'emergency', 'kritisch', 'sehr hoch', 'urgente', 'critique'];

export interface CriticalOrder {
  order: string;
  title: string | null;
  due: string;
  /** Why it is critical. */
  reason: string;
}

/** Overdue open orders of top priority, of safety or emergency work, or on an asset of top criticality; longest overdue first. */
export function overdueCritical(db: ReadDb, scope: OrderScope): CriticalOrder[] {
  return rowsOf<CriticalOrder>(
    db.all(
      `select o.order_code as "order", coalesce(o.title, o.description) as title, o.due_date as due,
         case when lower(o.priority_text) in (select value from json_each(@first)) then 'priority ' || o.priority_text
              when o.work_type in ('safety', 'emergency') then o.work_type || ' work'
              else 'asset criticality ' || a.criticality end as reason
       from ${ordersOpen} o
       left join asset a on a.plant_code = @plant and a.superseded_by is null and a.asset_code = o.asset_code and o.asset_code <> ''
       where o.due_date < @day and (lower(o.priority_text) in (select value from json_each(@first)) or o.work_type in ('safety', 'emergency')
         or lower(a.criticality) in (select value from json_each(@first)))
       group by o.fact_id order by o.due_date, o.order_code`,
      { ...orderParameters(scope), first: JSON.stringify(firstWords) },
    ),
  );
}

/** Run time of the lines by day's month, from production's day sums: measured, else planned − stops. Null where neither is known. */
export function operatingTime(db: ReadDb, scope: OrderScope): { line: string; month: string; ms: number | null }[] {
  return rowsOf(
    db.all(
      `select line_code as line, substr(day, 1, 7) as month, sum(coalesce(run_ms, planned_ms - stop_ms)) as ms from shift_output_day
       where plant_code = @plant and day between @from and @to group by 1, 2`,
      { plant: scope.plant, from: scope.from, to: scope.to },
    ),
  );
}

/** The register: names and lines of assets by code. */
export function assetRegister(db: ReadDb, plant: string): { asset: string; name: string; line: string; criticality: string }[] {
  return rowsOf(
    db.all(`select asset_code as asset, name, line_code as line, criticality from asset where plant_code = ? and superseded_by is null and asset_code <> ''`, [plant]),
  );
}

/** How assets are called by the newest orders of the range and those still open. */
export function bookedAssetNames(db: ReadDb, scope: OrderScope): Map<string, string> {
  const rows = rowsOf<{ asset: string; name: string }>(
    db.all(
      `select asset_code as asset, asset_name as name, max(created_at) as newest from (select asset_code, asset_name, created_at from ${ordersOfRange} union all select asset_code, asset_name, created_at from ${ordersOpen})
       where asset_code <> '' and asset_name is not null group by asset_code`,
      orderParameters(scope),
    ),
  );
  return new Map(rows.map((row) => [row.asset, row.name]));
}

export function hasOrders(db: ReadDb, plant: string): boolean {
  return db.get('select 1 from work_order where plant_code = ? and superseded_by is null limit 1', [plant]) !== undefined;
}

/** Hours a crew can work in a week, from the setting `maintenance.weeklyCapacityHours.<plant>`; null while nobody said. */
export function weeklyCapacityMs(db: ReadDb, plant: string): number | null {
  const row = rowOf<{ value: string }>(db.get('select value from setting where name = ?', [`maintenance.weeklyCapacityHours.${plant}`]));
  const hours = Number(row?.value ?? 0);
  return hours > 0 ? Math.round(hours * 3_600_000) : null;
}
