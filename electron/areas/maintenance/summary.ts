/** The sums of the store joined group by group: the one calculation behind the procedure, the page, the trace and Today. */
import { ageBuckets, ageLimits, hours, type OrderTotals } from '../../../shared/areas/maintenance/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { Fault } from '../../../shared/faults.ts';
import { monthEnd, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { bucketsOf, type DayRange } from '../../../shared/kit/period.ts';
import { sumKnown } from '../../../shared/kit/ratio.ts';
import type { ReadDb } from '../../store/database.ts';
import {
  assetRegister,
  countCompleted,
  countDue,
  hasOrders,
  openByAge,
  operatingTime,
  sumOpen,
  sumOpenAtEnds,
  sumOrders,
  weeklyCapacityMs,
  type Grouping,
  type OrderScope,
  type StatusSum,
} from './store.ts';

/** Fault bad-input when the range runs backwards. */
export function orderScope(plant: string, range: { from: IsoDate; to: IsoDate }, asOf: IsoDate): OrderScope {
  if (range.from > range.to) {
    throw new Fault('bad-input', `from, to: expected a range that runs forward, found ${range.from} to ${range.to}; swap the two days.`);
  }
  return { plant, from: range.from, to: range.to, statusDay: asOf < range.to ? asOf : range.to };
}

/** Totals by group with operating time, in the order people read them; empty while the plant has no work orders. */
export function orderTotals(db: ReadDb, scope: OrderScope, by: Grouping): OrderTotals[] {
  const totals = orderCounts(db, scope, { by });
  addOperatingTime(db, { scope, by }, totals);
  return totals;
}

/** The same without operating time, which only MTBF needs and production's days are read for. `status` gives what is known of the status day already. */
export function orderCounts(db: ReadDb, scope: OrderScope, grouping: { by: Grouping; status?: StatusSum[] }): OrderTotals[] {
  if (!hasOrders(db, scope.plant)) return [];
  const { by } = grouping;
  const groups = new Groups(scope.plant, by, by === 'plant' || by === 'month' ? weeklyCapacityMs(db, scope.plant) : null);
  if (by === 'plant') groups.of('');
  if (by === 'month') for (const month of bucketsOf(scope, 'month')) groups.of(month.key);
  for (const sum of sumOrders(db, scope, by)) groups.put(sum);
  for (const { key, completed } of countCompleted(db, scope, by)) groups.of(key).completed += completed;
  for (const { key, due, onTime } of countDue(db, scope, by)) {
    const group = groups.of(key);
    group.pmDue += due;
    group.pmOnTime += onTime;
  }
  for (const status of grouping.status ?? statusSums(db, scope, by)) groups.put(status);
  return groups.inOrder();
}

/** Assets with orders in the range or open at its end; what was completed or due is left 0. */
export function assetTotals(db: ReadDb, scope: OrderScope): OrderTotals[] {
  const groups = new Groups(scope.plant, 'asset', null);
  for (const sum of sumOrders(db, scope, 'asset')) groups.put(sum);
  for (const status of sumOpen(db, scope, 'asset')) groups.put(status);
  return groups.inOrder();
}

class Groups {
  private readonly groups = new Map<string, OrderTotals>();
  private readonly plant: string;
  private readonly by: Grouping;
  private readonly capacity: number | null;

  constructor(plant: string, by: Grouping, capacity: number | null) {
    this.plant = plant;
    this.by = by;
    this.capacity = capacity;
  }

  of(key: string): OrderTotals {
    const name = this.by === 'plant' ? this.plant : key;
    const found = this.groups.get(name);
    if (found) return found;
    const group = { ...noOrders, key: name, weeklyCapacityMs: this.capacity };
    this.groups.set(name, group);
    return group;
  }

  put({ key, ...figures }: { key: string } & Partial<OrderTotals>): void {
    Object.assign(this.of(key), figures);
  }

  inOrder(): OrderTotals[] {
    return [...this.groups.values()].sort((a, b) => inOrder(a.key, b.key));
  }
}

export const noOrders: OrderTotals = {
  key: '',
  count: 0,
  opened: 0,
  completed: 0,
  open: 0,
  overdue: 0,
  reopened: 0,
  failures: 0,
  repairs: 0,
  repairMs: null,
  downtimeMs: null,
  operatingMs: null,
  pmDue: 0,
  pmOnTime: 0,
  plannedMs: null,
  failureMs: null,
  classifiedMs: null,
  estimatedMs: null,
  laborMs: null,
  costMinor: null,
  backlogMs: null,
  weeklyCapacityMs: null,
};

/** Open orders by age at the end of the range, or today; hours are null where no order of the bucket has an estimate. */
export function ageing(db: ReadDb, scope: OrderScope): { bucket: string; count: number; hours: number | null }[] {
  const rows = openByAge(db, scope, ageLimits);
  return ageBuckets.map((bucket, index) => {
    const row = rows.find((candidate) => candidate.bucket === index);
    return { bucket, count: row?.count ?? 0, hours: row ? hours(row.estimatedMs) : 0 };
  });
}

// Status figures of a month hold for its last day; a month not over yet holds for the day asked.
function statusSums(db: ReadDb, scope: OrderScope, by: Grouping): StatusSum[] {
  if (by !== 'month') return sumOpen(db, scope, by);
  const months = bucketsOf(scope, 'month').filter((month) => month.from <= scope.statusDay);
  const isWhole = (month: DayRange): boolean => month.to <= scope.statusDay && month.to === monthEnd(month.to);
  const cut = months
    .filter((month) => !isWhole(month))
    .flatMap((month) => {
      const statusDay = month.to < scope.statusDay ? month.to : scope.statusDay;
      return sumOpen(db, { ...scope, statusDay }, 'plant').map((sum) => ({ ...sum, key: month.key }));
    });
  const whole = months.filter(isWhole).map((month) => month.key);
  return whole.length === 0 ? cut : [...sumOpenAtEnds(db, scope.plant, whole), ...cut];
}

function addOperatingTime(db: ReadDb, { scope, by }: { scope: OrderScope; by: Grouping }, groups: readonly OrderTotals[]): void {
  if (by === 'type' || by === 'status' || groups.length === 0) return;
  const times = operatingTime(db, scope);
  if (times.length === 0) return;
  const lines = by === 'asset' ? new Map(assetRegister(db, scope.plant).map((asset) => [asset.asset, asset.line])) : null;
  for (const group of groups) {
    const line = lines?.get(group.key) ?? '';
    const own = times.filter((time) => (by === 'plant' ? true : by === 'month' ? time.month === group.key : line !== '' && time.line === line));
    group.operatingMs = sumKnown(own.map((time) => time.ms));
  }
}

function inOrder(a: string, b: string): number {
  if (a === unassigned || b === unassigned) return a === b ? 0 : a === unassigned ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
