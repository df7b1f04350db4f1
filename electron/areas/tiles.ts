/** KPI tiles from totals: the value, what it is compared with, and thirteen points. Every area's tiles are made here, so they read alike. */
import type { Effect, Kpi, TraceReference, ValueFormat } from '../../shared/areas/view.ts';

/** One figure of an area as a tile shows it. */
export interface TileMeasure<T> {
  key: string;
  label: string;
  format: ValueFormat;
  unit: string;
  decimals: number;
  good: 'up' | 'down';
  value: (totals: T) => number | null;
  /** Numerator and denominator in words. */
  detail: (totals: T) => string;
  /** Why the value may be undefined: which data would define it. */
  missing: string;
  /** What it is measured against instead of the prior period; null when there is nothing. */
  target?: (totals: T) => number | null;
}

export interface TileSource<T> {
  period: string; // 'October 2026'
  now: T;
  before: T | null;
  priorLabel: string; // 'September 2026'
  /** Oldest first; null where there is no data. The last is the period's own. */
  points: (T | null)[];
  trace: (field: string) => TraceReference;
}

export function tile<T>(measure: TileMeasure<T>, source: TileSource<T>): Kpi {
  const value = measure.value(source.now);
  const target = measure.target?.(source.now) ?? null;
  const prior = source.before === null ? null : measure.value(source.before);
  const compared = target ?? prior;
  const variance = value === null || compared === null ? null : value - compared;
  const effect = effectOf(variance, measure.good);
  return {
    key: measure.key,
    label: measure.label,
    period: source.period,
    value,
    format: measure.format,
    unit: measure.unit,
    decimals: measure.decimals,
    comparison: { label: target === null ? source.priorLabel : 'target', value: compared },
    variance,
    effect,
    detail: measure.detail(source.now),
    reason: value === null ? measure.missing : null,
    spark: {
      values: source.points.map((point) => (point === null ? null : measure.value(point))),
      target: null,
      end: effect === 'F' ? 'favorable' : effect === 'U' ? 'unfavorable' : 'neutral',
    },
    trace: value === null ? null : source.trace(measure.key),
  };
}

/** F when the difference goes the good way; null for none or unknown. */
export function effectOf(difference: number | null, good: 'up' | 'down'): Effect {
  if (difference === null || difference === 0) return null;
  return difference > 0 === (good === 'up') ? 'F' : 'U';
}
