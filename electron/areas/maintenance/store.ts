/**
 * All SQL of maintenance. Whole months come from the month roll-ups, the days of cut months from the work orders themselves
 * through their indexes: by creation, by completion, by due day, by status. An order belongs to the day it was created (else started,
 * due, completed); one without any date belongs to every range that names no month.
 */
import { doneStatuses, openStatuses } from '../../../shared/areas/maintenance/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { addDays, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { sumKnown } from '../../../shared/kit/ratio.ts';
import { rowOf, rowsOf, type ReadDb } from '../../store/database.ts';
import { piecesOf } from './months.ts';

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

export type ActorSum = Pick<RangeSum, 'key' | 'count' | 'downtimeMs' | 'laborMs' | 'costMinor'>;

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

export const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

export const live = 'plant_code = @plant and superseded_by is null';

/** The day an order belongs to. */
export const orderDay = 'substr(coalesce(created_at, started_at, due_date, completed_at), 1, 10)';

/** Open by its word; gone from the whole list of its source, it waits for nobody. */
export const isOpenWord = `status in (${quoted(openStatuses)}) and gone_by is null`;
// The unary plus before it keeps SQLite on the index of completed_at: most orders are done.
export const isDoneWord = `status in (${quoted(doneStatuses)})`;

/** SQL of the group an order falls in; `statusAt` shows later completions as still open. */
export const groupKey: Readonly<Record<Grouping, string>> = {
  plant: `''`,
  // spelled out as in the column asset_key, so that the indexes hold all it needs
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
  select * from work_order where ${live} and status is null and (completed_at >= @after or (completed_at is null and gone_by is null)) and (created_at is null or created_at < @after)
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

/** Columns of a range sum beside its key, over work orders or over a roll-up of them. */
const rangeSums = (count: string, opened: string): string => `${count} as count, ${opened} as opened, sum(failure_count) as failures,
  sum(repair_count) as repairs, sum(repair_ms) as repairMs, sum(downtime_ms) as downtimeMs, sum(planned_ms) as plannedMs, sum(failure_ms) as failureMs,
  sum(classified_ms) as classifiedMs, sum(estimated_ms) as estimatedMs, sum(labor_ms) as laborMs, sum(cost_minor) as costMinor`;

const ordersCreated = `work_order where ${live} and created_at >= @from and created_at < @next`;
const ordersNotCreated = `work_order where ${live} and created_at is null and (${orderDay} between @from and @to or (@undated = 1 and ${orderDay} is null))`;

/** Σ over the orders of the range by group. Status is the one group that changes with the day, so it is read order by order. */
export function sumOrders(db: ReadDb, scope: OrderScope, by: Grouping): RangeSum[] {
  const key = groupKey[by];
  const raw = (from: string): string => `select ${key} as key, ${rangeSums('count(*)', 'count(created_at)')} from ${from} group by 1`;
  const none = rowsOf<RangeSum>(db.all(raw(ordersNotCreated), orderParameters(scope)));
  if (by === 'status') return mergeSums([...none, ...rowsOf<RangeSum>(db.all(raw(ordersCreated), orderParameters(scope)))]);
  const { months, days } = piecesOf(scope);
  const rollUp = by === 'asset' ? 'work_order_asset_month' : 'work_order_month';
  const monthKey = { plant: `''`, asset: 'asset_key', type: `coalesce(nullif(type_key, ''), '${unassigned}')`, month: 'month' }[by];
  const whole = months
    ? rowsOf<RangeSum>(
        db.all(
          `select ${monthKey} as key, ${rangeSums('sum(fact_count)', 'sum(fact_count)')} from ${rollUp} where plant_code = @plant and month between @first and @last group by 1`,
          { plant: scope.plant, ...months },
        ),
      )
    : [];
  const cut = days.flatMap((range) => rowsOf<RangeSum>(db.all(raw(ordersCreated), orderParameters({ ...scope, ...range }))));
  return mergeSums([...whole, ...cut, ...none]);
}

/** What assets are ranked by: number, downtime, labor and cost of the orders of the range. The rest of a range sum is slow to work out order by order. */
export function sumActors(db: ReadDb, scope: OrderScope): ActorSum[] {
  const sums = (count: string): string => `${count} as count, sum(downtime_ms) as downtimeMs, sum(labor_ms) as laborMs, sum(cost_minor) as costMinor`;
  const raw = (from: string, range: OrderScope): ActorSum[] =>
    rowsOf(db.all(`select ${groupKey.asset} as key, ${sums('count(*)')} from ${from} group by 1`, orderParameters(range)));
  const { months, days } = piecesOf(scope);
  const whole = months
    ? rowsOf<ActorSum>(
        db.all(
          `select asset_key as key, ${sums('sum(fact_count)')} from work_order_asset_month where plant_code = @plant and month between @first and @last group by 1`,
          { plant: scope.plant, ...months },
        ),
      )
    : [];
  const actors = new Map<string, ActorSum>();
  for (const row of [...whole, ...days.flatMap((range) => raw(ordersCreated, { ...scope, ...range })), ...raw(ordersNotCreated, scope)]) {
    const sum = actors.get(row.key);
    if (!sum) {
      actors.set(row.key, row);
      continue;
    }
    sum.count += row.count;
    sum.downtimeMs = sumKnown([sum.downtimeMs, row.downtimeMs]);
    sum.laborMs = sumKnown([sum.laborMs, row.laborMs]);
    sum.costMinor = sumKnown([sum.costMinor, row.costMinor]);
  }
  return [...actors.values()];
}

function mergeSums(rows: readonly RangeSum[]): RangeSum[] {
  const sums = new Map<string, RangeSum>();
  for (const row of rows) {
    if (row.count === 0) continue;
    const sum = sums.get(row.key);
    sums.set(row.key, sum ? addSums(sum, row) : row);
  }
  return [...sums.values()];
}

function addSums(a: RangeSum, b: RangeSum): RangeSum {
  return {
    key: a.key,
    count: a.count + b.count,
    opened: a.opened + b.opened,
    failures: a.failures + b.failures,
    repairs: a.repairs + b.repairs,
    repairMs: sumKnown([a.repairMs, b.repairMs]),
    downtimeMs: sumKnown([a.downtimeMs, b.downtimeMs]),
    plannedMs: sumKnown([a.plannedMs, b.plannedMs]),
    failureMs: sumKnown([a.failureMs, b.failureMs]),
    classifiedMs: sumKnown([a.classifiedMs, b.classifiedMs]),
    estimatedMs: sumKnown([a.estimatedMs, b.estimatedMs]),
    laborMs: sumKnown([a.laborMs, b.laborMs]),
    costMinor: sumKnown([a.costMinor, b.costMinor]),
  };
}

/** Orders completed in the range by group, unmerged: a group may come in several parts. */
export function countCompleted(db: ReadDb, scope: OrderScope, by: Grouping): { key: string; completed: number }[] {
  const key = by === 'month' ? 'substr(completed_at, 1, 7)' : groupKey[by];
  const raw = (range: OrderScope): { key: string; completed: number }[] =>
    rowsOf(db.all(`select ${key} as key, count(*) as completed from ${ordersCompleted} group by 1`, orderParameters(range)));
  const rollUpKey = rollUpKeys(by, 'done_month');
  if (rollUpKey === null) return raw(scope);
  const { months, days } = piecesOf(scope);
  const whole = months
    ? rowsOf<{ key: string; completed: number }>(
        db.all(
          `select ${rollUpKey} as key, sum(fact_count) as completed from work_order_month
           where plant_code = @plant and done_month between @first and @last and status_key in ('', ${quoted(doneStatuses)}) group by 1`,
          { plant: scope.plant, ...months },
        ),
      )
    : [];
  return [...whole, ...days.flatMap((range) => raw({ ...scope, ...range }))];
}

/** Preventive orders due in the range up to the day status figures hold for, by group, unmerged. */
export function countDue(db: ReadDb, scope: OrderScope, by: Grouping): { key: string; due: number; onTime: number }[] {
  const key = by === 'month' ? 'substr(due_date, 1, 7)' : groupKey[by];
  const raw = (range: OrderScope): { key: string; due: number; onTime: number }[] =>
    rowsOf(db.all(`select ${key} as key, count(*) as due, sum(${doneOnTime}) as onTime from ${ordersDue} group by 1`, orderParameters(range)));
  const rollUpKey = rollUpKeys(by, 'due_month');
  const to = scope.statusDay < scope.to ? scope.statusDay : scope.to;
  if (rollUpKey === null || to < scope.from) return raw(scope);
  const { months, days } = piecesOf({ from: scope.from, to });
  const whole = months
    ? rowsOf<{ key: string; due: number; onTime: number }>(
        db.all(
          `select ${rollUpKey} as key, sum(fact_count) as due, sum(on_time_count) as onTime from work_order_month
           where plant_code = @plant and type_key = 'preventive' and status_key <> 'cancelled' and due_month between @first and @last group by 1`,
          { plant: scope.plant, ...months },
        ),
      )
    : [];
  return [...whole, ...days.flatMap((range) => raw({ ...scope, ...range }))];
}

// The roll-up holds no assets, and the status of a day is not the status of a month.
function rollUpKeys(by: Grouping, month: 'done_month' | 'due_month'): string | null {
  switch (by) {
    case 'plant':
      return `''`;
    case 'type':
      return `coalesce(nullif(type_key, ''), '${unassigned}')`;
    case 'month':
      return month;
    case 'asset':
    case 'status':
      return null;
  }
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

/** Open orders at the ends of whole months, from the month roll-up: the months an order of a row is open and late from follow from its dimensions. */
export function sumOpenAtEnds(db: ReadDb, plant: string, months: readonly string[]): StatusSum[] {
  const first = months.reduce((least, month) => (month < least ? month : least), months[0] ?? '');
  const rows = rowsOf<{ created: string; late: string; done: string; reopened: number; count: number; backlogMs: number | null }>(
    db.all(
      `select month as created, late_month as late, case when status_key in (${quoted(openStatuses)}) then '' else done_month end as done, status_key = 'reopened' as reopened,
         sum(fact_count) as count, sum(estimated_ms) as backlogMs
       from work_order_month
       where plant_code = @plant and (status_key in (${quoted(openStatuses)}) or (status_key = '' and done_month = '')
         or (status_key in ('', ${quoted(doneStatuses)}) and done_month > month and done_month > @first))
       group by 1, 2, 3, 4`,
      { plant, first },
    ),
  );
  return months.map((month) => {
    const open = rows.filter((row) => row.created <= month && (row.done === '' || row.done > month));
    const count = (of: typeof open): number => of.reduce((sum, row) => sum + row.count, 0);
    return {
      key: month,
      open: count(open),
      overdue: count(open.filter((row) => row.late !== '' && row.late <= month)),
      reopened: count(open.filter((row) => row.reopened === 1)),
      backlogMs: sumKnown(open.map((row) => row.backlogMs)),
    };
  });
}

/** Preventive orders of the range without a due day, which PM compliance leaves out. */
export function countUndatedPreventive(db: ReadDb, scope: OrderScope): number {
  const wanted = `work_type = 'preventive' and due_date is null and status is not 'cancelled'`;
  const { months, days } = piecesOf(scope);
  const count = (sql: string, parameters: Record<string, string | number>): number => rowOf<{ count: number }>(db.get(`select ${sql}`, parameters))?.count ?? 0;
  const whole = months
    ? count(
        `coalesce(sum(fact_count), 0) as count from work_order_month
         where plant_code = @plant and month between @first and @last and type_key = 'preventive' and due_month = '' and status_key <> 'cancelled'`,
        { plant: scope.plant, ...months },
      )
    : 0;
  const cut = days.map((range) => count(`count(*) as count from ${ordersCreated} and ${wanted}`, orderParameters({ ...scope, ...range })));
  return cut.reduce((sum, one) => sum + one, whole + count(`count(*) as count from ${ordersNotCreated} and ${wanted}`, orderParameters(scope)));
}

/** Open orders by age, `limits` being the most days of each bucket but the last; orders without a creation date have no age. */
export function openByAge(db: ReadDb, scope: OrderScope, limits: readonly number[]): { bucket: number; count: number; estimatedMs: number | null }[] {
  const bucket = limits.map((_, index) => `when created_at >= @first${String(index)} then ${String(index)}`).join(' ');
  const firstDays = Object.fromEntries(limits.map((days, index) => [`first${String(index)}`, addDays(scope.statusDay, -days)]));
  return rowsOf(
    db.all(
      `select case ${bucket} else ${String(limits.length)} end as bucket, count(*) as count, sum(estimated_ms) as estimatedMs
       from ${ordersOpen} where created_at is not null group by 1`,
      { ...orderParameters(scope), ...firstDays },
    ),
  );
}

/** Open orders, overdue ones first and among them the latest due first; then by due day, undated last. */
export function listOpen(db: ReadDb, scope: OrderScope, limit: number): OpenOrder[] {
  const urgency = 'coalesce(due_date < @day, 0) desc, case when due_date < @day then due_date end desc, due_date is null, due_date, order_code, fact_id';
  const first = `select fact_id from ${ordersOpen} order by ${urgency} limit @limit`;
  // Sorted over the index first: only what is shown is read whole.
  return rowsOf<OpenOrder>(
    db.all(
      `select fact_id as factId, order_code as "order", coalesce(title, description) as title, status, work_type as type, priority_text as priority,
         asset_code as asset, asset_name as assetName, craft_code as craft, substr(created_at, 1, 10) as created, due_date as due,
         estimated_ms as estimatedMs, labor_ms as laborMs
       from work_order where fact_id in (${first})
       order by ${urgency}`,
      { ...orderParameters(scope), limit },
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
    db.all(`select asset_code as asset, name, line_code as line, criticality from asset where plant_code = ? and superseded_by is null and asset_code <> ''`, [
      plant,
    ]),
  );
}

/** How assets are called by the newest orders of the range and those still open. */
export function bookedAssetNames(db: ReadDb, scope: OrderScope): Map<string, string> {
  const rows = rowsOf<{ asset: string; name: string }>(
    db.all(
      `select asset_code as asset, asset_name as name, max(created_at) as newest from (select asset_code, asset_name, created_at from ${ordersOfRange} union all select asset_code, asset_name, created_at from ${ordersOpen})
       where asset_code not in ('', '${unassigned}') and asset_name is not null group by asset_code`,
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
