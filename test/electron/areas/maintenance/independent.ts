/** Maintenance calculated a second time: order by order over the raw rows, without the product's SQL or formulas. */
import type { Connection } from '../../../../electron/store/database.ts';

export interface RawOrder {
  id: number;
  status: string | null;
  type: string | null;
  asset: string;
  assetName: string | null;
  created: string | null;
  due: string | null;
  started: string | null;
  completed: string | null;
  est: number | null;
  labor: number | null;
  down: number | null;
  cost: number | null;
}

export function rawOrders(db: Connection): RawOrder[] {
  return db.all(`select fact_id as id, status, work_type as type, asset_code as asset, asset_name as assetName, created_at as created, due_date as due, started_at as started,
    completed_at as completed, estimated_ms as est, labor_ms as labor, downtime_ms as down, cost_minor as cost from work_order where superseded_by is null`) as RawOrder[];
}

const openWords = ['requested', 'open', 'reopened', 'inProgress', 'onHold'];
const day = (at: string | null): string => (at ?? '').slice(0, 10);

/** Whether an order was open at the end of a day. */
export function wasOpen(order: RawOrder, at: string): boolean {
  if (order.created !== null && day(order.created) > at) return false;
  const finishedLater = order.completed !== null && day(order.completed) > at;
  if (order.status === null) return order.completed === null || finishedLater;
  return openWords.includes(order.status) || ((order.status === 'done' || order.status === 'closed') && finishedLater);
}

export type By = 'plant' | 'asset' | 'type' | 'status';

/** What maintenance.summary should say of one group, as an array in a fixed order. */
export function expectedSummary(orders: readonly RawOrder[], range: { from: string; to: string; at: string }, runMs: number | null): (number | null)[] {
  const { from, to, at } = range;
  const within = (value: string): boolean => value >= from && value <= to;
  const own = orders.filter((order) => {
    const first = [order.created, order.started, order.due, order.completed].find((value) => value !== null);
    return first === undefined || within(day(first));
  });
  const opened = orders.filter((order) => order.created !== null && within(day(order.created)));
  const finished = (order: RawOrder): boolean => order.completed !== null && (order.status === null || order.status === 'done' || order.status === 'closed');
  const completed = orders.filter((order) => finished(order) && within(day(order.completed)));
  const open = orders.filter((order) => wasOpen(order, at));
  const overdue = open.filter((order) => order.due !== null && order.due < at);
  const reopened = open.filter((order) => order.status === 'reopened');
  const failures = own.filter(
    (order) => order.status !== 'cancelled' && (order.type === 'emergency' || (order.type === 'corrective' && order.down !== null && order.down > 0)),
  );
  const times = failures.flatMap((order) => {
    if (order.down !== null && order.down > 0) return [order.down];
    if (order.started === null || order.completed === null) return [];
    const worked = Date.parse(`${order.completed}Z`) - Date.parse(`${order.started}Z`);
    return worked >= 0 ? [worked] : [];
  });
  const due = orders.filter(
    (order) => order.type === 'preventive' && order.status !== 'cancelled' && order.due !== null && within(order.due) && order.due <= at,
  );
  const onTime = due.filter((order) => finished(order) && day(order.completed) <= (order.due ?? ''));
  const sum = (list: readonly RawOrder[], field: 'est' | 'labor' | 'down' | 'cost'): number | null => {
    const known = list.map((order) => order[field]).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const typed = own.filter((order) => order.type !== null && order.status !== 'cancelled');
  const reactiveOrOther = ['corrective', 'emergency', 'other'];
  const plannedHours =
    sum(
      typed.filter((order) => !reactiveOrOther.includes(order.type ?? '')),
      'labor',
    ) ?? 0;
  const typedHours = sum(typed, 'labor');
  const inHours = (ms: number | null): number | null => (ms === null ? null : ms / 3_600_000);
  const cost = sum(own, 'cost');
  return [
    own.length,
    opened.length,
    completed.length,
    open.length,
    overdue.length,
    reopened.length,
    failures.length,
    inHours(sum(own, 'down')),
    runMs === null || failures.length === 0 ? null : runMs / 3_600_000 / failures.length,
    times.length === 0 ? null : times.reduce((a, b) => a + b, 0) / 3_600_000 / times.length,
    due.length,
    onTime.length,
    due.length === 0 ? null : onTime.length / due.length,
    typedHours === null || typedHours === 0 ? null : plannedHours / typedHours,
    inHours(sum(own, 'est')),
    inHours(sum(own, 'labor')),
    cost === null ? null : cost / 100,
  ];
}

export function groupOf(order: RawOrder, by: By, at: string): string {
  switch (by) {
    case 'plant':
      return 'P1';
    case 'asset':
      return order.asset !== '' ? order.asset : order.assetName !== null && order.assetName !== '' ? order.assetName : 'Unassigned';
    case 'type':
      return order.type ?? 'Unassigned';
    case 'status': {
      const later = (order.status === 'done' || order.status === 'closed') && order.completed !== null && day(order.completed) > at;
      return later || order.status === 'reopened' ? 'open' : (order.status ?? 'Unassigned');
    }
  }
}
