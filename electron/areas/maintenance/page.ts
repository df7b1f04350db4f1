/** Everything the maintenance page is composed from, read once. */
import type { OrderTotals } from '../../../shared/areas/maintenance/measures.ts';
import type { TraceReference } from '../../../shared/areas/view.ts';
import { addDays, addMonths, daysBetween, monthEnd, monthStart, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { bucketsUpTo, periodLabelAsOf, priorPeriod, elapsed, type Bucket, type DayRange } from '../../../shared/kit/period.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { moneyScale, type MoneyScale } from '../money-scale.ts';
import { assetRegister, bookedAssetNames, countUndatedPreventive, sumActors, type ActorSum, type OrderScope } from './store.ts';
import { assetTotals, noOrders, orderCounts, orderScope } from './summary.ts';

export interface MaintenancePage {
  plant: Plant;
  scope: OrderScope;
  asOf: IsoDate;
  label: string;
  toDate: boolean;
  now: OrderTotals;
  prior: { label: string; totals: OrderTotals | null };
  /** Thirteen months, oldest first; null before the first order. */
  months: { bucket: Bucket; totals: OrderTotals | null }[];
  /** The days bad actors are ranked over: the period, at least ninety days. */
  actorRange: DayRange;
  actors: ActorSum[];
  assets: OrderTotals[];
  undatedPreventive: number;
  scale: MoneyScale;
  nameOf: (asset: string) => string;
}

const actorDays = 90;

export function pageOf(db: ReadDb, request: { plant: Plant; range: DayRange }, asOf: IsoDate): MaintenancePage {
  const { plant, range } = request;
  const scope = orderScope(plant.code, range, asOf);
  const before = priorPeriod(range, asOf);
  const buckets = bucketsUpTo(range.to, 'month', 13);
  const monthly = orderCounts(db, orderScope(plant.code, { from: addMonths(monthStart(range.to), -12), to: range.to }, asOf), { by: 'month' });
  const firstActive = monthly.findIndex((totals) => totals.count > 0 || totals.open > 0 || totals.completed > 0);
  const active = new Map(monthly.slice(firstActive < 0 ? monthly.length : firstActive).map((totals) => [totals.key, totals]));
  const actorRange = actorRangeOf(scope);
  // A month's status holds for its end: what the thirteen months say needn't be read again.
  const ofPlant = (range: DayRange): OrderTotals | undefined => {
    const begun = monthStart(range.to) <= scope.statusDay && (range.to === scope.to || range.to === monthEnd(range.to));
    const known = begun ? monthly.find((totals) => totals.key === range.to.slice(0, 7)) : undefined;
    const status = known ? { status: [{ key: '', open: known.open, overdue: known.overdue, reopened: known.reopened, backlogMs: known.backlogMs }] } : {};
    return orderCounts(db, orderScope(plant.code, range, asOf), { by: 'plant', ...status })[0];
  };
  const priorTotals = ofPlant(before) ?? null;
  const now = ofPlant(range) ?? noOrders;
  return {
    plant,
    scope,
    asOf,
    label: periodLabelAsOf(range, asOf),
    toDate: elapsed(range, asOf).toDate,
    now,
    prior: { label: before.label, totals: priorTotals !== null && priorTotals.count + priorTotals.open + priorTotals.completed > 0 ? priorTotals : null },
    months: buckets.map((bucket) => ({ bucket, totals: active.get(bucket.key) ?? null })),
    actorRange,
    actors: sumActors(db, { ...scope, ...actorRange }),
    assets: assetTotals(db, scope),
    undatedPreventive: countUndatedPreventive(db, scope),
    scale: moneyScale(plant, now.costMinor ?? 0),
    nameOf: assetNames(db, { ...scope, from: actorRange.from < scope.from ? actorRange.from : scope.from }),
  };
}

/** The reference of a figure of maintenance.summary; `range` differs from the page's for rankings. */
export function summaryTrace(page: MaintenancePage, by: 'plant' | 'asset', place: { key: string; field: string; range?: DayRange }): TraceReference {
  const { from, to } = place.range ?? page.scope;
  return { procedure: 'maintenance.summary', input: { plant: page.plant.code, from, to, by }, key: place.key, field: place.field };
}

/** How people call an asset: the register's name, else the orders', else its code. */
export function assetNames(db: ReadDb, scope: OrderScope): (asset: string) => string {
  const register = new Map(assetRegister(db, scope.plant).map((asset) => [asset.asset, asset.name]));
  let booked: Map<string, string> | null = null;
  return (asset) => register.get(asset) || (booked ??= bookedAssetNames(db, scope)).get(asset) || asset;
}

// Ninety days show a pattern where a day or a month is chance.
function actorRangeOf(scope: OrderScope): DayRange {
  const to = scope.statusDay < scope.from ? scope.to : scope.statusDay;
  const from = daysBetween(scope.from, to) >= actorDays - 1 ? scope.from : addDays(to, 1 - actorDays);
  return { from, to };
}
