/** Production's two pictures: what was made against target over time, and what the time was lost to. */
import { minutes, type ParetoRow } from '../../../shared/areas/production/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { BarChart, CategoryChart, ChartSpec } from '../../../shared/charts/spec.ts';
import { daysBetween } from '../../../shared/kit/iso-date.ts';
import { bucketsOf, bucketsUpTo, periodLabel } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import { unitsBy } from './store.ts';
import type { ProductionPage } from './page.ts';

const mostDays = 62;
const mostBars = 8;

/** Units by day (by month for long periods, the last thirteen days for a single one) as columns with the target as a dash. */
export function outputChart(db: ReadDb, page: ProductionPage): CategoryChart | null {
  const { scope } = page;
  const isDay = scope.from === scope.to;
  const kind = daysBetween(scope.from, scope.to) < mostDays ? 'day' : 'month';
  const buckets = isDay ? bucketsUpTo(scope.to, 'day', 13) : bucketsOf(scope, kind);
  const from = isDay ? (buckets[0]?.from ?? scope.from) : scope.from;
  const found = new Map(unitsBy(db, { ...scope, from }, kind).map((row) => [row.key, row]));
  const isGood = page.now.good !== null;
  const values = buckets.map(({ key }) => (isGood ? found.get(key)?.good : found.get(key)?.total) ?? null);
  if (values.every((value) => value === null)) return null;
  const targets = buckets.map(({ key }) => found.get(key)?.target ?? null);
  const hasTarget = targets.some((target) => target !== null);
  const what = isGood ? 'Good units' : 'Units made';
  const period = isDay ? periodLabel({ from, to: scope.to }) : page.period;
  const made = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const target = targets.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const reached = values.filter((value, index) => value !== null && value >= (targets[index] ?? Infinity)).length;
  return {
    kind: 'columns',
    title: `${what} by ${kind}`,
    unit: 'units',
    period,
    alt: `${what} by ${kind}, ${period}: ${sayNumber(made)} units${hasTarget ? ` against a target of ${sayNumber(target)}; the target was reached on ${sayCount(reached, kind)}` : ''}.`,
    decimals: 0,
    categories: buckets.map(({ label }) => label),
    keys: buckets.map(({ key }) => key),
    series: [{ name: what, role: 'actual', values }, ...(hasTarget ? [{ name: 'Target', role: 'target' as const, values: targets }] : [])],
    toDateFrom: kind === 'month' && page.period.endsWith('to date') ? buckets.length - 1 : null,
  };
}

/** Stops by reason, largest first, the tail as Other and rows without a reason last; by line where only the output carries stop minutes. */
export function stopChart(page: ProductionPage): ChartSpec | null {
  const first = page.reasons.find((row) => row.key !== unassigned) ?? page.reasons[0];
  if (!first) return stopsByLine(page);
  const rows = barRows(page.reasons);
  const whole = page.reasons.reduce((sum, row) => sum + row.minutes, 0);
  return {
    kind: 'bars',
    title: 'Stops by reason',
    unit: 'min',
    period: `${page.period}, ${sayNumber(whole)} min`,
    alt: `Stops by reason, ${page.period}: ${first.key} is ${sayNumber(first.minutes)} of ${sayNumber(whole)} min, ${sayPercent(first.share)}.`,
    decimals: 0,
    rows,
  };
}

function barRows(pareto: readonly ParetoRow[]): BarChart['rows'] {
  const named = pareto.filter((row) => row.key !== unassigned);
  const shown = named.length > mostBars + 1 ? named.slice(0, mostBars) : named;
  const tail = named.slice(shown.length);
  const loose = pareto.filter((row) => row.key === unassigned);
  const other = tail.length > 0 ? [{ key: '', label: `Other, ${sayCount(tail.length, 'reason')}`, ...added(tail), isOther: true }] : [];
  const drawn = [
    ...shown.map((row) => ({ key: row.key, label: row.key, ...added([row]), isOther: false })),
    ...other,
    ...loose.map((row) => ({ key: row.key, label: row.key, ...added([row]), isOther: true })),
  ];
  const whole = drawn.reduce((sum, row) => sum + row.minutes, 0);
  let soFar = 0;
  return drawn.map(({ key, label, minutes: value, count, isOther }) => {
    soFar += value;
    return { key, label, value, secondary: sayCount(count, 'stop'), cumulative: whole === 0 ? null : soFar / whole, isOther };
  });
}

function added(rows: readonly ParetoRow[]): { minutes: number; count: number } {
  return { minutes: rows.reduce((sum, row) => sum + row.minutes, 0), count: rows.reduce((sum, row) => sum + row.count, 0) };
}

function stopsByLine(page: ProductionPage): BarChart | null {
  const lines = page.lines
    .flatMap((line) => (line.stopMs === null ? [] : [{ key: line.key, value: minutes(line.stopMs) ?? 0 }]))
    .sort((a, b) => b.value - a.value);
  const first = lines[0];
  if (!first) return null;
  const whole = lines.reduce((sum, line) => sum + line.value, 0);
  let soFar = 0;
  return {
    kind: 'bars',
    title: 'Stops by line',
    unit: 'min',
    period: `${page.period}, ${sayNumber(whole)} min`,
    alt: `Stops by line, ${page.period}: ${first.key} stood ${sayNumber(first.value)} of ${sayNumber(whole)} min.`,
    decimals: 0,
    rows: lines.map(({ key, value }) => {
      soFar += value;
      return { key, label: key, value, secondary: '', cumulative: whole === 0 ? null : soFar / whole, isOther: false };
    }),
  };
}
