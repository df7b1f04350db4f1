/**
 * Production formulas (oee.com / Vorne time model). Every one takes totals and divides last; null is “not defined”. Roll-ups of ratios
 * are ratios of sums, so a plant's OEE is weighted by time and units and never a mean of its lines.
 */
import { ratio, sumKnown } from '../../kit/ratio.ts';

/** Sums over any set of shifts. Durations in integer milliseconds, counts in units; null when nothing is known. */
export interface ProductionTotals {
  good: number | null;
  scrap: number | null;
  rework: number | null;
  /** As given, else good + scrap + rework, row by row. */
  total: number | null;
  target: number | null;
  /** Σ min(total, target), row by row: over-production earns no credit. */
  credited: number | null;
  plannedMs: number | null;
  /** Run time where the source has it … */
  measuredRunMs: number | null;
  /** … and planned time and stops where it doesn't. */
  plannedWithoutRunMs: number | null;
  stopWithoutRunMs: number | null;
  stopMs: number | null;
  /** Σ ideal cycle × total. */
  idealMs: number | null;
  /** Regular and overtime hours worked. */
  laborMs: number | null;
}

export const noProduction: ProductionTotals = {
  good: null,
  scrap: null,
  rework: null,
  total: null,
  target: null,
  credited: null,
  plannedMs: null,
  measuredRunMs: null,
  plannedWithoutRunMs: null,
  stopWithoutRunMs: null,
  stopMs: null,
  idealMs: null,
  laborMs: null,
};

/** The figures of one group as `production.summary` returns them: minutes, ratios 0–1, units an hour. */
export interface ProductionFigures {
  good: number | null;
  scrap: number | null;
  rework: number | null;
  total: number | null;
  target: number | null;
  attainment: number | null;
  plannedMinutes: number | null;
  runMinutes: number | null;
  stopMinutes: number | null;
  availability: number | null;
  performance: number | null;
  quality: number | null;
  oee: number | null;
  unitsPerLaborHour: number | null;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** Run time in ms: as measured, else planned − stops. Null when neither is known. Source: oee.com, run time = planned production time − stop time. */
export function runMs(t: ProductionTotals): number | null {
  const derived = t.plannedWithoutRunMs === null || t.stopWithoutRunMs === null ? null : t.plannedWithoutRunMs - t.stopWithoutRunMs;
  return sumKnown([t.measuredRunMs, derived]);
}

/** Run time ÷ planned production time. Ratio; null when nothing was planned. Source: oee.com, worked example O-1. */
export function availability(t: ProductionTotals): number | null {
  return ratio(runMs(t), t.plannedMs);
}

/** Ideal cycle × total ÷ run time. Ratio; above 1 the ideal cycle is wrong, see `idealCycleIsWrong`. Source: oee.com, worked example O-1. */
export function performance(t: ProductionTotals): number | null {
  return ratio(t.idealMs, runMs(t));
}

/** Good ÷ total; good means right first time. Ratio 0–1. Source: oee.com, worked example O-1. */
export function quality(t: ProductionTotals): number | null {
  return ratio(t.good, t.total);
}

/** Availability × performance × quality, from unrounded factors. Ratio; null when a factor is. Source: oee.com, worked examples O-1, O-3, O-4. */
export function oee(t: ProductionTotals): number | null {
  const factors = [availability(t), performance(t), quality(t)];
  return factors.reduce((product, factor) => (product === null || factor === null ? null : product * factor), 1);
}

/** Performance above 100 % says that the ideal cycle is too long: flagged, never capped. Source: oee.com. */
export function idealCycleIsWrong(t: ProductionTotals): boolean {
  return (performance(t) ?? 0) > 1;
}

/** Scrapped ÷ total. Ratio 0–1. */
export function scrapRatio(t: ProductionTotals): number | null {
  return ratio(t.scrap, t.total);
}

/** Σ min(total, target) ÷ Σ target. Ratio 0–1; null without a target. */
export function attainment(t: ProductionTotals): number | null {
  return ratio(t.credited, t.target);
}

/** Good units (total where good is unknown) for an hour worked, overtime included. */
export function unitsPerLaborHour(t: ProductionTotals): number | null {
  return ratio(t.good ?? t.total, t.laborMs === null ? null : t.laborMs / hourMs);
}

/** Every figure of one group, in the wire's units. */
export function productionFigures(t: ProductionTotals): ProductionFigures {
  return {
    good: t.good,
    scrap: t.scrap,
    rework: t.rework,
    total: t.total,
    target: t.target,
    attainment: attainment(t),
    plannedMinutes: minutes(t.plannedMs),
    runMinutes: minutes(runMs(t)),
    stopMinutes: minutes(t.stopMs),
    availability: availability(t),
    performance: performance(t),
    quality: quality(t),
    oee: oee(t),
    unitsPerLaborHour: unitsPerLaborHour(t),
  };
}

/** Milliseconds as minutes. */
export function minutes(ms: number | null): number | null {
  return ms === null ? null : ms / minuteMs;
}

export interface ParetoRow {
  key: string;
  minutes: number;
  count: number;
  /** Of all minutes; null when there are none. */
  share: number | null;
  cumulative: number | null;
}

/** Largest first (ties by key), with the share of the whole and the share so far. */
export function pareto(groups: readonly { key: string; stopMs: number; count: number }[]): ParetoRow[] {
  const sorted = [...groups].sort((a, b) => b.stopMs - a.stopMs || (a.key < b.key ? -1 : 1));
  const whole = sorted.reduce((sum, group) => sum + group.stopMs, 0);
  let soFar = 0;
  return sorted.map(({ key, stopMs, count }) => {
    soFar += stopMs;
    return { key, minutes: stopMs / minuteMs, count, share: ratio(stopMs, whole), cumulative: ratio(soFar, whole) };
  });
}
