/** Maintenance in pictures: the assets that cost most, orders opened and completed by month, and how old the open ones are. */
import { hours } from '../../../shared/areas/maintenance/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { BarChart, CategoryChart } from '../../../shared/charts/spec.ts';
import { dayLabel, periodLabel } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { MaintenancePage } from './page.ts';
import type { ActorSum } from './store.ts';

const bars = 7;

export interface ActorMeasure {
  title: string;
  unit: string;
  decimals: number;
  /** Field of maintenance.summary behind it. */
  field: string;
  value: (totals: ActorSum) => number;
}

/** What assets are ranked by: downtime, else labor hours, else cost, else number of orders — the first anybody recorded. */
export function actorMeasure(page: MaintenancePage): ActorMeasure {
  const { scale } = page;
  const candidates: ActorMeasure[] = [
    { title: 'Bad actors by downtime', unit: 'h', decimals: 1, field: 'downtimeHours', value: (totals) => hours(totals.downtimeMs) ?? 0 },
    { title: 'Assets by labor hours', unit: 'h', decimals: 1, field: 'laborHours', value: (totals) => hours(totals.laborMs) ?? 0 },
    { title: 'Assets by cost', unit: scale.unit, decimals: scale.decimals, field: 'cost', value: (totals) => (totals.costMinor ?? 0) / scale.divisor },
  ];
  const byCount: ActorMeasure = { title: 'Assets by orders', unit: 'orders', decimals: 0, field: 'count', value: (totals) => totals.count };
  return candidates.find((measure) => page.actors.some((totals) => measure.value(totals) > 0)) ?? byCount;
}

/** Assets with a value, largest first; unassigned orders are no actor. */
export function rankedActors(page: MaintenancePage, measure: ActorMeasure): ActorSum[] {
  return page.actors
    .filter((totals) => measure.value(totals) > 0 && totals.key !== unassigned)
    .sort((a, b) => measure.value(b) - measure.value(a) || (a.key < b.key ? -1 : 1));
}

/** The largest few, the rest as one, and what has no asset last; empty when nothing was recorded. */
export function badActors(page: MaintenancePage): BarChart[] {
  const measure = actorMeasure(page);
  const ranked = rankedActors(page, measure);
  const none = page.actors.filter((totals) => totals.key === unassigned && measure.value(totals) > 0);
  const whole = [...ranked, ...none].reduce((sum, totals) => sum + measure.value(totals), 0);
  if (whole === 0) return [];
  const [top, tail] = [ranked.slice(0, bars), ranked.slice(bars)];
  const rows: BarChart['rows'] = [];
  let soFar = 0;
  const add = (row: { key: string; label: string; isOther: boolean }, group: readonly ActorSum[]): void => {
    const value = group.reduce((sum, totals) => sum + measure.value(totals), 0);
    soFar += value;
    const count = group.reduce((sum, totals) => sum + totals.count, 0);
    rows.push({ ...row, value, secondary: sayCount(count, 'order'), cumulative: soFar / whole });
  };
  for (const totals of top) add({ key: totals.key, label: page.nameOf(totals.key), isOther: false }, [totals]);
  if (tail.length > 0) add({ key: '', label: `Other, ${sayCount(tail.length, 'asset')}`, isOther: true }, tail);
  for (const totals of none) add({ key: unassigned, label: unassigned, isOther: true }, [totals]);
  const first = rows[0];
  return [
    {
      kind: 'bars',
      title: measure.title,
      unit: measure.unit,
      period: `${periodLabel(page.actorRange)}, ${sayNumber(whole, measure.decimals)} ${measure.unit}`,
      alt: first
        ? `${first.label} leads with ${sayNumber(first.value, measure.decimals)} ${measure.unit}, ${sayPercent(first.value / whole)} of the whole.`
        : '',
      decimals: measure.decimals,
      rows,
    },
  ];
}

export function openedAndCompleted(page: MaintenancePage): CategoryChart {
  const { months } = page;
  const last = months.at(-1)?.totals;
  return {
    kind: 'columns',
    title: 'Orders opened and completed by month',
    unit: 'orders',
    period: periodLabel({ from: months[0]?.bucket.from ?? page.scope.from, to: page.scope.to }),
    alt: `In the last month ${sayCount(last?.opened ?? 0, 'order')} opened and ${sayNumber(last?.completed ?? 0)} completed; ${sayNumber(last?.open ?? 0)} open at its end.`,
    decimals: 0,
    categories: months.map(({ bucket }) => bucket.label),
    keys: months.map(({ bucket }) => bucket.key),
    series: [
      { name: 'Opened', role: 'scale-1', values: months.map(({ totals }) => totals?.opened ?? null) },
      { name: 'Completed', role: 'scale-3', values: months.map(({ totals }) => totals?.completed ?? null) },
    ],
    toDateFrom: page.toDate ? months.length - 1 : null,
  };
}

export function ageingChart(page: MaintenancePage, buckets: readonly { bucket: string; count: number }[]): CategoryChart {
  const old = buckets.filter(({ bucket }) => bucket === '61–90' || bucket === '>90').reduce((sum, { count }) => sum + count, 0);
  const all = buckets.reduce((sum, { count }) => sum + count, 0);
  return {
    kind: 'columns',
    title: 'Open orders by age in days',
    unit: 'orders',
    period: `on ${dayLabel(page.scope.statusDay)}`,
    alt: `${sayNumber(old)} of ${sayCount(all, 'open order')} are older than 60 days.`,
    decimals: 0,
    categories: buckets.map(({ bucket }) => bucket),
    keys: buckets.map(({ bucket }) => bucket),
    series: [{ name: 'Open orders', role: 'actual', values: buckets.map(({ count }) => count) }],
    toDateFrom: null,
  };
}
