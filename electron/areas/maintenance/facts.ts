/** The work orders behind a figure, at most `factLimit` of them with the count of all. */
import { hours, isFailure, repairTime } from '../../../shared/areas/maintenance/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { toMajor } from '../../../shared/kit/money.ts';
import { rowOf, rowsOf, type ReadDb } from '../../store/database.ts';
import { factLimit, type FactReference } from '../behind.ts';
import {
  doneOnTime,
  groupKey,
  orderDay,
  orderParameters,
  ordersCompleted,
  ordersDue,
  ordersOfRange,
  ordersOpen,
  type Grouping,
  type OrderScope,
} from './store.ts';

export interface OrderFact {
  id: number;
  order: string;
  title: string | null;
  asset: string;
  status: string | null;
  type: string | null;
  created: string | null;
  due: string | null;
  started: string | null;
  completed: string | null;
  estimatedMs: number | null;
  laborMs: number | null;
  downtimeMs: number | null;
  workedMs: number | null;
  costMinor: number | null;
}

/** Which orders: those of the range, completed in it, open at its end, or due in it; narrowed to some. */
export type Source = 'range' | 'completed' | 'open' | 'due';

/** Dataset field a figure is written in, and its value in the wire's unit. */
export interface FactValue {
  field: string;
  label: string;
  value: (order: OrderFact) => number | null;
  /** SQL an order must fulfil to be counted. */
  where: string;
}

const sources: Readonly<Record<Source, string>> = { range: ordersOfRange, completed: ordersCompleted, open: ordersOpen, due: ordersDue };

const columns = `fact_id as id, order_code as "order", coalesce(title, description) as title, coalesce(nullif(asset_code, ''), asset_name, '') as asset, status, work_type as type,
  created_at as created, due_date as due, started_at as started, completed_at as completed, estimated_ms as estimatedMs, labor_ms as laborMs,
  downtime_ms as downtimeMs, (unixepoch(completed_at) - unixepoch(started_at)) * 1000 as workedMs, cost_minor as costMinor`;

export function factValue(field: string, minorDigits: number): FactValue | null {
  switch (field) {
    case 'downtimeHours':
      return { field: 'downtimeMinutes', label: 'Downtime', value: (order) => hours(order.downtimeMs), where: 'downtime_ms is not null' };
    case 'mttrHours':
      return { field: 'downtimeMinutes', label: 'Repair', value: (order) => hours(isFailure(order) ? repairTime(order) : null), where: 'failure_count' };
    case 'mtbfHours':
    case 'failures':
      return { field: 'type', label: 'Failure', value: () => 1, where: 'failure_count' };
    case 'laborHours':
    case 'reactiveRatio':
    case 'plannedRatio':
      return { field: 'laborHours', label: 'Labor', value: (order) => hours(order.laborMs), where: 'labor_ms is not null' };
    case 'cost':
      return {
        field: 'cost',
        label: 'Cost',
        value: (order) => (order.costMinor === null ? null : toMajor(order.costMinor, minorDigits)),
        where: 'cost_minor is not null',
      };
    case 'estimatedHours':
    case 'backlogHours':
    case 'backlogWeeks':
      return { field: 'estimatedHours', label: 'Estimate', value: (order) => hours(order.estimatedMs), where: 'estimated_ms is not null' };
    case 'count':
    case 'open':
      return { field: 'status', label: 'Order', value: () => 1, where: 'true' };
    case 'opened':
      return { field: 'created', label: 'Opened', value: () => 1, where: 'created_at is not null' };
    case 'overdue':
      return { field: 'dueDate', label: 'Overdue', value: () => 1, where: 'due_date is not null and due_date < @day' };
    case 'reopened':
      return { field: 'status', label: 'Reopened', value: () => 1, where: `status is 'reopened'` };
    case 'pmOnTime':
      return { field: 'completed', label: 'On time', value: () => 1, where: doneOnTime };
    case 'pmDue':
    case 'pmComplianceRatio':
      return { field: 'dueDate', label: 'Due', value: () => 1, where: 'true' };
    case 'completed':
      return { field: 'completed', label: 'Completed', value: () => 1, where: 'true' };
    default:
      return null;
  }
}

export function sourceOf(field: string): Source {
  switch (field) {
    case 'open':
    case 'overdue':
    case 'reopened':
    case 'backlogHours':
    case 'backlogWeeks':
      return 'open';
    case 'completed':
      return 'completed';
    case 'pmDue':
    case 'pmOnTime':
    case 'pmComplianceRatio':
      return 'due';
    default:
      return 'range';
  }
}

export function orderFacts(
  db: ReadDb,
  place: { scope: OrderScope; by: Grouping; key: string; source: Source },
  shown: FactValue,
): { facts: FactReference[]; total: number } {
  const { scope, by, source } = place;
  const undated = by === 'month' && place.key === unassigned;
  // the scope is already cut to the month asked for
  const group = undated ? `${orderDay} is null` : by === 'plant' || by === 'month' ? 'true' : `${groupKey[by]} = @key`;
  const from = `from ${sources[source]} where ${group} and ${shown.where}`;
  const parameters = { ...orderParameters(scope, by !== 'month' || undated), key: place.key };
  const rows = rowsOf<OrderFact>(db.all(`select ${columns} ${from} order by created_at desc, fact_id limit ${String(factLimit)}`, parameters));
  const total = rowOf<{ total: number }>(db.get(`select count(*) as total ${from}`, parameters))?.total ?? 0;
  return { total, facts: rows.map((order) => factReference(order, shown)) };
}

export function orderById(db: ReadDb, plant: string, factId: number): OrderFact | undefined {
  return rowOf<OrderFact>(db.get(`select ${columns} from work_order where plant_code = ? and superseded_by is null and fact_id = ?`, [plant, factId]));
}

export function factReference(order: OrderFact, shown: FactValue): FactReference {
  const words = [order.order, order.title ?? '', order.asset, (order.created ?? '').slice(0, 10)].filter((word) => word !== '').join(', ');
  return { table: 'work_order', factId: order.id, field: shown.field, label: `${shown.label} · ${words}`, value: shown.value(order) };
}
