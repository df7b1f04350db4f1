/** The sums of the store joined group by group: the one calculation behind the procedure, the page, the trace and Today. */
import { ageBucket, ageBuckets, hours, type OrderTotals } from '../../../shared/areas/maintenance/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { Fault } from '../../../shared/faults.ts';
import { monthEnd, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { bucketsOf, type DayRange } from '../../../shared/kit/period.ts';
import { sumKnown } from '../../../shared/kit/ratio.ts';
import type { ReadDb } from '../../store/database.ts';
import {
  assetRegister, countCompleted, countDue, hasOrders, openByAge, operatingTime, sumOpen, sumOpenAtEnds, sumOrders, weeklyCapacityMs,
  type Grouping, type OrderScope, type StatusSum,
} from './store.ts';

/** Fault bad-input when the range runs backwards. */
export function orderScope(plant: string, range: { from: IsoDate; to: IsoDate }, asOf: IsoDate): OrderScope {
  if (range.from > range.to) {
    throw new Fault('bad-input', `from, to: expected a range that runs forward, found ${range.from} to ${range.to}; swap the two days.`);
  }
  return { plant, from: range.from, to: range.to, statusDay: asOf < range.to ? asOf : range.to };
}

/** Totals by group, in the order people read them; empty while the plant has no work orders. */
export function orderTotals(db: ReadDb, scope: OrderScope, by: Grouping): OrderTotals[] {
  if (!hasOrders(db, scope.plant)) return [];
  const groups = new Map<string, OrderTotals>();
  const capacity = by === 'plant' || by === 'month' ? weeklyCapacityMs(db, scope.plant) : null;
  const groupOf = (key: string): OrderTotals => {
    const name = by === 'plant' ? scope.plant : key;
    const found = groups.get(name) ?? { ...noOrders, key: name, weeklyCapacityMs: capacity };
    groups.set(name, found);
    return found;
  };
  if (by === 'plant') groupOf('');
  if (by === 'month') for (const month of bucketsOf(scope, 'month')) groupOf(month.key);
  for (const sum of sumOrders(db, scope, by)) Object.assign(groupOf(sum.key), { ...sum, key: groupOf(sum.key).key });
  for (const { key, completed } of countCompleted(db, scope, by)) groupOf(key).completed += completed;
  for (const { key, due, onTime } of countDue(db, scope, by)) {
    const group = groupOf(key);
    group.pmDue += due;
    group.pmOnTime += onTime;
  }
  for (const { key, ...status } of statusSums(db, scope, by)) Object.assign(groupOf(key), status);
  addOperatingTime(db, { scope, by }, groups);
  return [...groups.values()].sort((a, b) => inOrder(a.key, b.key));
}

export const noOrders: OrderTotals = {
  key: '', count: 0, opened: 0, completed: 0, open: 0, overdue: 0, reopened: 0, failures: 0, repairs: 0, repairMs: null, downtimeMs: null, operatingMs: null,
  pmDue: 0, pmOnTime: 0, plannedMs: null, failureMs: null, classifiedMs: null, estimatedMs: null, laborMs: null, costMinor: null, backlogMs: null, weeklyCapacityMs: null,
};

/** Open orders by age at the end of the range, or today; hours are null where no order of the bucket has an estimate. */
export function ageing(db: ReadDb, scope: OrderScope): { bucket: string; count: number; hours: number | null }[] {
  const rows = openByAge(db, scope);
  return ageBuckets.map((bucket) => {
    const inBucket = rows.filter((row) => ageBucket(row.days) === bucket);
    const count = inBucket.reduce((sum, row) => sum + row.count, 0);
    return { bucket, count, hours: count === 0 ? 0 : hours(sumKnown(inBucket.map((row) => row.estimatedMs))) };
  });
}

// Status figures of a month hold for its last day; a month not over yet holds for the day asked.
function statusSums(db: ReadDb, scope: OrderScope, by: Grouping): StatusSum[] {
  if (by !== 'month') return sumOpen(db, scope, by);
  const months = bucketsOf(scope, 'month').filter((month) => month.from <= scope.statusDay);
  const isWhole = (month: DayRange): boolean => month.to <= scope.statusDay && month.to === monthEnd(month.to);
  const cut = months.filter((month) => !isWhole(month)).flatMap((month) => {
    const statusDay = month.to < scope.statusDay ? month.to : scope.statusDay;
    return sumOpen(db, { ...scope, statusDay }, 'plant').map((sum) => ({ ...sum, key: month.key }));
  });
  const whole = months.filter(isWhole).map((month) => month.key);
  return whole.length === 0 ? cut : [...sumOpenAtEnds(db, scope.plant, whole), ...cut];
}

function addOperatingTime(db: ReadDb, { scope, by }: { scope: OrderScope; by: Grouping }, groups: Map<string, OrderTotals>): void {
  if (by === 'type' || by === 'status') return;
  const times = operatingTime(db, scope);
  if (times.length === 0) return;
  const lines = by === 'asset' ? new Map(assetRegister(db, scope.plant).map((asset) => [asset.asset, asset.line])) : null;
  for (const group of groups.values()) {
    const line = lines?.get(group.key) ?? '';
    const own = times.filter((time) => (by === 'plant' ? true : by === 'month' ? time.month === group.key : line !== '' && time.line === line));
    group.operatingMs = sumKnown(own.map((time) => time.ms));
  }
}

function inOrder(a: string, b: string): number {
  if (a === unassigned || b === unassigned) return a === b ? 0 : a === unassigned ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
