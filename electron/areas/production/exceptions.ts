/** What Today should ask a decision about: stops far above their normal, and lines that miss their target day after day. */
import { attainment, minutes } from '../../../shared/areas/production/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { Exception, TraceReference } from '../../../shared/areas/view.ts';
import type { CategoryChart } from '../../../shared/charts/spec.ts';
import { addDays, daysBetween } from '../../../shared/kit/iso-date.ts';
import { dayLabel, periodLabel, type DayRange } from '../../../shared/kit/period.ts';
import { sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { ordinal, sevenDaySpans, unusual } from '../normal.ts';
import { stopsByDay, unitsByLineAndDay, type GroupTotals } from './store.ts';

/** Excess below this is not worth a line on Today. */
const leastExcessMinutes = 60;
/** Days under this share of the target count as missed. */
const missedAttainment = 0.95;
const leastMissedDays = 3;

export function exceptions(db: ReadDb, plant: Plant, asOf: string): Exception[] {
  return [...stopExceptions(db, plant, asOf), ...targetExceptions(db, plant, asOf)].sort((a, b) => b.weight - a.weight);
}

interface StopSeries {
  by: 'asset' | 'line';
  key: string;
  /** Minutes of each seven days, oldest first, the last ends at the as-of day. */
  values: number[];
}

// The asset where stops name one, else the line.
function stopSeries(db: ReadDb, plant: Plant, asOf: string): StopSeries[] {
  const spans = sevenDaySpans(asOf);
  const from = spans[0]?.from ?? asOf;
  const series = new Map<string, StopSeries>();
  for (const row of stopsByDay(db, { plant: plant.code, from, to: asOf, line: null })) {
    const by = row.asset === '' ? 'line' : 'asset';
    const key = row.asset || row.line || unassigned;
    const found = series.get(`${by} ${key}`) ?? { by, key, values: spans.map(() => 0) };
    const span = Math.floor(daysBetween(from, row.day) / 7);
    found.values[span] = (found.values[span] ?? 0) + row.stopMs;
    series.set(`${by} ${key}`, found);
  }
  for (const found of series.values()) found.values = found.values.map((stopMs) => minutes(stopMs) ?? 0);
  return [...series.values()];
}

function stopExceptions(db: ReadDb, plant: Plant, asOf: string): Exception[] {
  const spans = sevenDaySpans(asOf);
  const last = spans.at(-1) ?? { from: asOf, to: asOf };
  return stopSeries(db, plant, asOf).flatMap((series) => {
    const found = unusual(series.values, { times: 1.5, least: leastExcessMinutes });
    if (!found) return [];
    const excess = found.value - found.normal;
    return [
      {
        key: `production.stops.${series.by}.${series.key}`,
        area: 'production' as const,
        title: `${series.key} down ${sayNumber(excess)} min above normal`,
        arithmetic: `${sayNumber(found.value)} min in ${periodLabel(last)} − normal ${sayNumber(found.normal)} (mean of the 8 weeks before)`,
        since: `${ordinal(found.weeks)} week`,
        weight: excess,
        value: `${sayNumber(excess)} min`,
        chart: stopsChart(series, found.normal, asOf),
        trace: stopsTrace(plant, series, last),
      },
    ];
  });
}

// A line's series holds its stops without an asset: “Unassigned” by asset within that line.
function stopsTrace(plant: Plant, series: StopSeries, span: DayRange): TraceReference {
  const input = { plant: plant.code, from: span.from, to: span.to, by: 'asset' };
  if (series.by === 'asset') return { procedure: 'production.pareto', input, key: series.key, field: 'minutes' };
  return { procedure: 'production.pareto', input: { ...input, line: series.key }, key: unassigned, field: 'minutes' };
}

function stopsChart(series: StopSeries, normal: number, asOf: string): CategoryChart {
  const spans = sevenDaySpans(asOf);
  const excess = (series.values.at(-1) ?? 0) - normal;
  return {
    kind: 'columns',
    title: `${series.key}, stops`,
    unit: 'min',
    period: `seven days up to ${dayLabel(asOf)} and the 8 weeks before; +${sayNumber(excess)} against normal ${sayNumber(normal)}`,
    alt: `Stops of ${series.key}: ${sayNumber(series.values.at(-1) ?? 0)} min in the last seven days against a normal of ${sayNumber(normal)} min.`,
    decimals: 0,
    categories: spans.map((span) => dayLabel(span.to).slice(0, -5)),
    keys: spans.map((span) => span.to),
    series: [
      { name: 'Stops', role: 'actual', values: series.values },
      { name: 'Normal', role: 'target', values: spans.map(() => normal) },
    ],
    toDateFrom: null,
  };
}

function targetExceptions(db: ReadDb, plant: Plant, asOf: string): Exception[] {
  const from = addDays(asOf, -20);
  const all = unitsByLineAndDay(db, { plant: plant.code, from, to: asOf, line: null }).filter(
    (day) => day.target !== null && day.target > 0 && day.line !== unassigned,
  );
  return [...new Set(all.map((day) => day.line))].flatMap((line) => {
    const days = all.filter((day) => day.line === line);
    const missed = missedRun(days);
    const first = missed[0];
    const last = missed.at(-1);
    if (!first || !last || missed.length < leastMissedDays || last.key < addDays(asOf, -6)) return [];
    const [credited, target] = [sum(missed, (day) => day.credited), sum(missed, (day) => day.target)];
    return [
      {
        key: `production.target.${line}`,
        area: 'production' as const,
        title: `${line} under target ${String(missed.length)} days running`,
        arithmetic: `${sayNumber(target)} planned − ${sayNumber(credited)} credited units, ${periodLabel({ from: first.key, to: last.key })}; attainment ${sayPercent(credited / target)}`,
        since: `${ordinal(missed.length)} day`,
        weight: shortMinutes(missed),
        value: `${sayNumber(target - credited)} units`,
        chart: targetChart(line, days),
        trace: {
          procedure: 'production.summary',
          input: { plant: plant.code, from: first.key, to: last.key, by: 'line' },
          key: line,
          field: 'attainment',
        },
      },
    ];
  });
}

/** The unbroken run of missed days that ends at the last day with a target. */
function missedRun(days: readonly GroupTotals[]): GroupTotals[] {
  const lastGood = days.findLastIndex((day) => (attainment(day) ?? 0) >= missedAttainment);
  return days.slice(lastGood + 1);
}

// Missing units as minutes of planned time where that is known, else an hour a day.
function shortMinutes(days: readonly GroupTotals[]): number {
  return days.reduce((lost, day) => lost + (1 - (attainment(day) ?? 0)) * (minutes(day.plannedMs) ?? 60), 0);
}

function targetChart(line: string, days: readonly GroupTotals[]): CategoryChart {
  const made = days.map((day) => day.total ?? day.good);
  return {
    kind: 'columns',
    title: `${line}, units by day`,
    unit: 'units',
    period: `${dayLabel(days[0]?.key ?? '')} to ${dayLabel(days.at(-1)?.key ?? '')}`,
    alt: `${line}: ${sayNumber(sum(days, (day) => day.total ?? day.good))} units in ${String(days.length)} days against ${sayNumber(sum(days, (day) => day.target))} planned.`,
    decimals: 0,
    categories: days.map((day) => dayLabel(day.key).slice(0, -5)),
    keys: days.map((day) => day.key),
    series: [
      { name: 'Units made', role: 'actual', values: made },
      { name: 'Target', role: 'target', values: days.map((day) => day.target) },
    ],
    toDateFrom: null,
  };
}

function sum(days: readonly GroupTotals[], value: (day: GroupTotals) => number | null): number {
  return days.reduce((whole, day) => whole + (value(day) ?? 0), 0);
}
