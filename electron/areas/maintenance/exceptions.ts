/** What Today should ask a decision about: assets failing more than is normal for them, critical orders overdue, preventive work not kept. */
import { hours, pmCompliance } from '../../../shared/areas/maintenance/measures.ts';
import { pmComplianceTarget } from '../../../shared/areas/maintenance/terms.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { Exception } from '../../../shared/areas/view.ts';
import type { BarChart, CategoryChart } from '../../../shared/charts/spec.ts';
import { addDays, addMonths, daysBetween, monthEnd, monthStart, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { bucketsUpTo, dayLabel, periodLabel, periodLabelAsOf, type DayRange } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { ordinal } from '../normal.ts';
import { breakdownsByAsset, overdueCritical, type Breakdowns } from './exceptions-store.ts';
import { assetNames } from './page.ts';
import { countDue } from './store.ts';
import { orderScope } from './summary.ts';

/** Weeks are too short for orders: four weeks against the six times four before. */
const spanDays = 28;
const spans = 7;
const leastOrders = 3;
const leastDowntimeHours = 2;
const timesNormal = 1.5;
const leastDue = 5;
const most = 8;
/** An overdue critical order or a missed preventive one ranks like this many minutes of downtime. */
const minutesEach = { overdue: 60, missed: 30 };

export function exceptions(db: ReadDb, plant: Plant, asOf: IsoDate): Exception[] {
  const found = [...failingAssets(db, plant, asOf), ...criticalOverdue(db, plant, asOf), ...missedPreventive(db, plant, asOf)];
  return found.sort((a, b) => b.weight - a.weight).slice(0, most);
}

interface AssetSeries {
  asset: string;
  orders: number[];
  downtimeHours: number[];
}

function failingAssets(db: ReadDb, plant: Plant, asOf: IsoDate): Exception[] {
  const ranges = Array.from({ length: spans }, (_, index): DayRange => {
    const to = addDays(asOf, -spanDays * (spans - 1 - index));
    return { from: addDays(to, 1 - spanDays), to };
  });
  const from = ranges[0]?.from ?? asOf;
  const last = ranges.at(-1) ?? { from: asOf, to: asOf };
  const rows = breakdownsByAsset(db, { plant: plant.code, from, to: asOf, spanDays });
  const name = assetNames(db, orderScope(plant.code, { from, to: asOf }, asOf));
  return seriesOf(rows).flatMap((series) => {
    const byDowntime = judged(series.downtimeHours, leastDowntimeHours);
    const found = byDowntime ?? judged(series.orders, leastOrders - 1);
    if (!found || found.value < (byDowntime ? leastDowntimeHours : leastOrders)) return [];
    const orders = series.orders.at(-1) ?? 0;
    const excess = found.value - found.normal;
    const asset = name(series.asset);
    const size = byDowntime ? `${sayNumber(excess, 1)} h` : sayCount(Math.round(excess), 'order');
    return [
      {
        key: `maintenance.asset.${series.asset}`,
        area: 'maintenance' as const,
        title: byDowntime ? `${asset} down ${size} above normal` : `${asset}: ${sayCount(orders, 'breakdown order')} in four weeks`,
        arithmetic: `${sayNumber(found.value, byDowntime ? 1 : 0)}${byDowntime ? ' h' : ' orders'} in ${periodLabel(last)} − normal ${sayNumber(found.normal, 1)} (mean of the 24 weeks before); ${sayCount(orders, 'corrective or emergency order')}`,
        since: `${ordinal(found.spans)} period of four weeks`,
        weight: byDowntime ? excess * 60 : excess * 30,
        value: size,
        chart: seriesChart(
          { asset, unit: byDowntime ? 'h' : 'orders', normal: found.normal, values: byDowntime ? series.downtimeHours : series.orders },
          ranges,
        ),
        trace: {
          procedure: 'maintenance.summary',
          input: { plant: plant.code, from: last.from, to: last.to, by: 'asset' },
          key: series.asset,
          field: byDowntime ? 'downtimeHours' : 'count',
        },
      },
    ];
  });
}

function seriesOf(rows: readonly Breakdowns[]): AssetSeries[] {
  const series = new Map<string, AssetSeries>();
  for (const row of rows) {
    if (row.asset === unassigned) continue;
    const found = series.get(row.asset) ?? {
      asset: row.asset,
      orders: Array.from({ length: spans }, () => 0),
      downtimeHours: Array.from({ length: spans }, () => 0),
    };
    found.orders[row.span] = row.orders;
    found.downtimeHours[row.span] = hours(row.downtimeMs) ?? 0;
    series.set(row.asset, found);
  }
  return [...series.values()];
}

function judged(values: readonly number[], least: number): { value: number; normal: number; spans: number } | null {
  const before = values.slice(0, -1);
  const value = values.at(-1) ?? 0;
  const normal = before.reduce((sum, one) => sum + one, 0) / before.length;
  const isAbove = (one: number): boolean => one > normal * timesNormal && one - normal >= least;
  if (!isAbove(value)) return null;
  return { value, normal, spans: values.length - 1 - values.findLastIndex((one) => !isAbove(one)) };
}

function seriesChart(shown: { asset: string; unit: string; normal: number; values: number[] }, ranges: readonly DayRange[]): CategoryChart {
  const last = shown.values.at(-1) ?? 0;
  return {
    kind: 'columns',
    title: shown.unit === 'h' ? `${shown.asset}, downtime in four weeks` : `${shown.asset}, breakdown orders in four weeks`,
    unit: shown.unit,
    period: `four weeks up to ${dayLabel(ranges.at(-1)?.to ?? '')} and the 24 weeks before`,
    alt: `${shown.asset}: ${sayNumber(last, 1)} ${shown.unit} in the last four weeks against a normal of ${sayNumber(shown.normal, 1)}.`,
    decimals: shown.unit === 'h' ? 1 : 0,
    categories: ranges.map((range) => dayLabel(range.to).slice(0, -5)),
    keys: ranges.map((range) => range.to),
    series: [
      { name: shown.unit === 'h' ? 'Downtime' : 'Orders', role: 'actual', values: shown.values },
      { name: 'Normal', role: 'target', values: ranges.map(() => shown.normal) },
    ],
    toDateFrom: null,
  };
}

function criticalOverdue(db: ReadDb, plant: Plant, asOf: IsoDate): Exception[] {
  const scope = orderScope(plant.code, { from: monthStart(asOf), to: asOf }, asOf);
  const orders = overdueCritical(db, scope);
  const [oldest] = orders;
  if (!oldest) return [];
  const late = daysBetween(oldest.due, asOf);
  const chart: BarChart = {
    kind: 'bars',
    title: 'Critical orders overdue',
    unit: 'd late',
    period: `on ${dayLabel(asOf)}`,
    alt: `${oldest.order} ${oldest.title ?? ''} is ${sayCount(late, 'day')} late, the longest of ${sayNumber(orders.length)}.`,
    decimals: 0,
    rows: orders.slice(0, 8).map((order) => ({
      key: order.order,
      label: `${order.order} ${order.title ?? ''}`.trim(),
      value: daysBetween(order.due, asOf),
      secondary: order.reason,
      cumulative: null,
      isOther: false,
    })),
  };
  return [
    {
      key: 'maintenance.overdueCritical',
      area: 'maintenance',
      title: `${sayCount(orders.length, 'critical order')} overdue, the oldest by ${sayCount(late, 'day')}`,
      arithmetic:
        `due ${dayLabel(oldest.due)}, as of ${dayLabel(asOf)} = ${sayCount(late, 'day')} late: ${oldest.order} ${oldest.title ?? ''} (${oldest.reason})`.replace(
          '  ',
          ' ',
        ),
      since: sayCount(late, 'day'),
      weight: orders.length * minutesEach.overdue,
      value: sayCount(orders.length, 'order'),
      chart,
      trace: { procedure: 'maintenance.summary', input: { plant: plant.code, from: scope.from, to: scope.to, by: 'plant' }, key: plant.code, field: 'overdue' },
    },
  ];
}

// The running month once enough was due, else the month before.
function missedPreventive(db: ReadDb, plant: Plant, asOf: IsoDate): Exception[] {
  const first = addMonths(monthStart(asOf), -12);
  const byMonth = new Map<string, { pmDue: number; pmOnTime: number }>();
  for (const { key, due, onTime } of countDue(db, orderScope(plant.code, { from: first, to: asOf }, asOf), 'month')) {
    const before = byMonth.get(key);
    byMonth.set(key, { pmDue: (before?.pmDue ?? 0) + due, pmOnTime: (before?.pmOnTime ?? 0) + onTime });
  }
  const previous = monthEnd(addMonths(monthStart(asOf), -1));
  const to = (byMonth.get(asOf.slice(0, 7))?.pmDue ?? 0) >= leastDue ? asOf : previous;
  const now = byMonth.get(to.slice(0, 7));
  const ratio = now ? pmCompliance(now.pmOnTime, now.pmDue) : null;
  if (!now || ratio === null || now.pmDue < leastDue || ratio >= pmComplianceTarget) return [];
  const range = { from: monthStart(to), to };
  const buckets = bucketsUpTo(to, 'month', 12);
  const ratios = buckets.map((bucket) => {
    const totals = byMonth.get(bucket.key);
    return totals ? pmCompliance(totals.pmOnTime, totals.pmDue) : null;
  });
  const run = ratios.length - 1 - ratios.findLastIndex((one) => one === null || one >= pmComplianceTarget);
  const missed = now.pmDue - now.pmOnTime;
  return [
    {
      key: 'maintenance.pmCompliance',
      area: 'maintenance',
      title: `PM compliance ${sayPercent(ratio)}, target ${sayPercent(pmComplianceTarget, 0)}`,
      arithmetic: `${sayNumber(now.pmOnTime)} done in time ÷ ${sayNumber(now.pmDue)} due in ${periodLabelAsOf({ from: range.from, to: monthEnd(to) }, asOf)}`,
      since: `${ordinal(run)} month`,
      weight: missed * minutesEach.missed,
      value: `${sayNumber(missed)} missed`,
      chart: {
        kind: 'lines',
        title: 'PM compliance by month',
        unit: '%',
        period: periodLabel({ from: buckets[0]?.from ?? range.from, to }),
        alt: `PM compliance is ${sayPercent(ratio)} against a target of ${sayPercent(pmComplianceTarget, 0)}.`,
        decimals: 1,
        categories: buckets.map((bucket) => bucket.label),
        keys: buckets.map((bucket) => bucket.key),
        series: [
          { name: 'PM compliance', role: 'actual', values: ratios.map((one) => (one === null ? null : one * 100)) },
          { name: 'Target', role: 'target', values: buckets.map(() => pmComplianceTarget * 100) },
        ],
        toDateFrom: to < monthEnd(to) ? buckets.length - 1 : null,
      },
      trace: {
        procedure: 'maintenance.summary',
        input: { plant: plant.code, from: range.from, to: range.to, by: 'plant' },
        key: plant.code,
        field: 'pmComplianceRatio',
      },
    },
  ];
}
