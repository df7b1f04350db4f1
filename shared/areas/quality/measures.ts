/**
 * Control charts and capability (metrics.md B7). A point exactly on a limit or zone line is inside; the long run is Nelson's nine; runs
 * go on after a signal. Sources: Shewhart constants of ASTM STP 15D, Nelson 1984, NIST/SEMATECH e-Handbook 6.1.6 and 6.3.
 */
import { ratio } from '../../kit/ratio.ts';

export interface ChartPoint {
  value: number;
  /** Values or units behind the point. */
  size: number;
  /** Of a subgroup, or from the point before; null for the first individual and for counts. */
  range: number | null;
  center: number;
  ucl: number;
  lcl: number;
}

/** A rule of Nelson's eight that a point breaks; `index` counts the points from 0. */
export interface Signal {
  index: number;
  rule: number;
}

export interface ControlChart {
  points: ChartPoint[];
  center: number | null;
  /** null where the limits differ from point to point. */
  ucl: number | null;
  lcl: number | null;
  /** Limits of the range chart below; null for counts. */
  range: { center: number; ucl: number; lcl: number } | null;
  signals: Signal[];
  /** Estimated from ranges; null for counts, or where nothing varies to estimate from. */
  sigmaWithin: number | null;
}

interface Constants {
  a2: number;
  d2: number;
  d3: number;
  d4: number;
}

/** Factors by subgroup size; d3, d4 are the limits D3, D4 of a range chart. */
const constants: Readonly<Record<number, Constants>> = {
  2: { a2: 1.88, d2: 1.128, d3: 0, d4: 3.267 },
  3: { a2: 1.023, d2: 1.693, d3: 0, d4: 2.574 },
  4: { a2: 0.729, d2: 2.059, d3: 0, d4: 2.282 },
  5: { a2: 0.577, d2: 2.326, d3: 0, d4: 2.114 },
  6: { a2: 0.483, d2: 2.534, d3: 0, d4: 2.004 },
  7: { a2: 0.419, d2: 2.704, d3: 0.076, d4: 1.924 },
  8: { a2: 0.373, d2: 2.847, d3: 0.136, d4: 1.864 },
  9: { a2: 0.337, d2: 2.97, d3: 0.184, d4: 1.816 },
  10: { a2: 0.308, d2: 3.078, d3: 0.223, d4: 1.777 },
};

/** Sizes a subgroup may have on an X̄-R chart. */
export const subgroupSizes = Object.keys(constants).map(Number);

/** Individuals and moving ranges: x̄ ± 3·MR̄ ÷ 1.128. */
export function individualsChart(values: readonly number[]): ControlChart {
  const pair = constants[2];
  if (values.length === 0 || !pair) return emptyChart;
  const center = mean(values);
  const ranges = values.map((value, index) => (index === 0 ? null : Math.abs(value - (values[index - 1] ?? value))));
  const known = ranges.filter((range) => range !== null);
  const spread = known.length === 0 ? null : mean(known);
  const sigma = spread === null ? null : spread / pair.d2;
  const limits = limitsAround(center, 3 * (sigma ?? 0));
  const points = values.map((value, index) => ({ value, size: 1, range: ranges[index] ?? null, center, ...limits }));
  return {
    points,
    center,
    ...limits,
    range: spread === null ? null : { center: spread, ucl: pair.d4 * spread, lcl: 0 },
    signals: sigma === null ? [] : signalsOf(zScores(points), 8),
    sigmaWithin: sigma,
  };
}

/** Means and ranges of subgroups of one size: X̄̄ ± A2·R̄; ranges D3·R̄ and D4·R̄. null when sizes differ or aren't 2 to 10. */
export function averagesChart(groups: readonly (readonly number[])[]): ControlChart | null {
  const size = groups[0]?.length ?? 0;
  if (groups.length === 0) return emptyChart;
  const factors = constants[size];
  if (!factors || groups.some((group) => group.length !== size)) return null;
  const means = groups.map(mean);
  const ranges = groups.map((group) => Math.max(...group) - Math.min(...group));
  const center = mean(means);
  const spread = mean(ranges);
  const limits = limitsAround(center, factors.a2 * spread);
  const points = means.map((value, index) => ({ value, size, range: ranges[index] ?? null, center, ...limits }));
  return {
    points,
    center,
    ...limits,
    range: { center: spread, ucl: factors.d4 * spread, lcl: factors.d3 * spread },
    signals: signalsOf(zScores(points), 8),
    sigmaWithin: spread / factors.d2,
  };
}

export interface Counted {
  /** Inspected units. */
  size: number;
  defective: number;
}

/** Share defective: p̄ ± 3·√(p̄(1−p̄) ÷ n), stepped where n varies, cut at 0 and 1. Points without inspected units don't exist. */
export function shareChart(counts: readonly Counted[]): ControlChart {
  const looked = counts.filter(({ size }) => size > 0);
  const center = ratio(
    looked.reduce((sum, { defective }) => sum + defective, 0),
    looked.reduce((sum, { size }) => sum + size, 0),
  );
  if (center === null) return emptyChart;
  const points = looked.map(({ size, defective }) => {
    const reach = 3 * Math.sqrt((center * (1 - center)) / size);
    return { value: defective / size, size, range: null, center, ucl: Math.min(1, center + reach), lcl: Math.max(0, center - reach), reach };
  });
  const z = points.map(({ value, reach }) => (reach === 0 ? 0 : (3 * (value - center)) / reach));
  return { ...attributes(points.map(({ reach: _reach, ...point }) => point)), signals: signalsOf(z, 4) };
}

/** Defects of equal samples: c̄ ± 3·√c̄, not below 0. */
export function countChart(counts: readonly Counted[]): ControlChart {
  if (counts.length === 0) return emptyChart;
  const center = mean(counts.map(({ defective }) => defective));
  const reach = 3 * Math.sqrt(center);
  const points = counts.map(({ size, defective }) => ({ value: defective, size, range: null, center, ucl: center + reach, lcl: Math.max(0, center - reach) }));
  return {
    ...attributes(points),
    signals: signalsOf(
      points.map(({ value }) => (reach === 0 ? 0 : (3 * (value - center)) / reach)),
      4,
    ),
  };
}

export interface SpecLimits {
  lower: number | null;
  upper: number | null;
  target: number | null;
}

export interface Capability extends SpecLimits {
  count: number;
  mean: number;
  /** Of all values, n − 1; null for fewer than two. */
  sigmaOverall: number | null;
  sigmaWithin: number | null;
  cp: number | null;
  cpk: number | null;
  pp: number | null;
  ppk: number | null;
  cpm: number | null;
  /** No rule is broken: only then do the indices foretell anything. */
  isStable: boolean;
}

/** Cp, Cpk from the spread within; Pp, Ppk, Cpm from the overall one. One limit alone gives only the k indices. null without values. */
export function capability(values: readonly number[], spec: SpecLimits, chart: Pick<ControlChart, 'sigmaWithin' | 'signals'>): Capability | null {
  if (values.length === 0) return null;
  const center = mean(values);
  const overall = standardDeviation(values);
  const offTarget = overall === null || spec.target === null ? null : Math.hypot(overall, center - spec.target);
  return {
    ...spec,
    count: values.length,
    mean: center,
    sigmaOverall: overall,
    sigmaWithin: chart.sigmaWithin,
    cp: width(spec, chart.sigmaWithin),
    cpk: nearest(spec, center, chart.sigmaWithin),
    pp: width(spec, overall),
    ppk: nearest(spec, center, overall),
    cpm: width(spec, offTarget),
    isStable: chart.signals.length === 0,
  };
}

function width({ lower, upper }: SpecLimits, sigma: number | null): number | null {
  return lower === null || upper === null || sigma === null ? null : ratio(upper - lower, 6 * sigma);
}

function nearest({ lower, upper }: SpecLimits, center: number, sigma: number | null): number | null {
  if (sigma === null || sigma === 0) return null;
  const sides = [...(upper === null ? [] : [upper - center]), ...(lower === null ? [] : [center - lower])];
  return sides.length === 0 ? null : Math.min(...sides) / (3 * sigma);
}

const emptyChart: ControlChart = { points: [], center: null, ucl: null, lcl: null, range: null, signals: [], sigmaWithin: null };

function attributes(points: ChartPoint[]): ControlChart {
  const [first] = points;
  const isLevel = points.every(({ size }) => size === first?.size);
  const level = isLevel && first ? { ucl: first.ucl, lcl: first.lcl } : { ucl: null, lcl: null };
  return { points, center: first?.center ?? null, ...level, range: null, signals: [], sigmaWithin: null };
}

function limitsAround(center: number, reach: number): { ucl: number; lcl: number } {
  return { ucl: center + reach, lcl: center - reach };
}

function zScores(points: readonly ChartPoint[]): number[] {
  return points.map(({ value, center, ucl }) => (ucl === center ? 0 : (3 * (value - center)) / (ucl - center)));
}

/** Summed as distances from the first value: long runs of near-equal values keep their digits. */
function mean(values: readonly number[]): number {
  const base = values[0] ?? 0;
  return base + values.reduce((sum, value) => sum + (value - base), 0) / values.length;
}

/** Of a sample (n − 1); null for fewer than two values. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const center = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
}

/** Nelson's rules 1 to `last`, over distances from the center in sigmas. A window's signal stands at its last point. */
export function signalsOf(z: readonly number[], last: number): Signal[] {
  const signals: Signal[] = [];
  for (let index = 0; index < z.length; index += 1) {
    for (let rule = 1; rule <= last; rule += 1) if (breaks(rule, z, index)) signals.push({ index, rule });
  }
  return signals;
}

function breaks(rule: number, z: readonly number[], index: number): boolean {
  const window = (length: number): number[] | null => (index + 1 >= length ? z.slice(index + 1 - length, index + 1) : null);
  const here = z[index] ?? 0;
  switch (rule) {
    case 1:
      return Math.abs(here) > 3;
    case 2:
      return window(9)?.every((one) => one * here > 0) ?? false;
    case 3:
      return isTrend(window(6));
    case 4:
      return alternates(window(14));
    case 5:
      return beyond(window(3), here, { sigmas: 2, atLeast: 2 });
    case 6:
      return beyond(window(5), here, { sigmas: 1, atLeast: 4 });
    case 7:
      return window(15)?.every((one) => Math.abs(one) <= 1) ?? false;
    case 8:
      return window(8)?.every((one) => Math.abs(one) > 1) ?? false;
    default:
      return false;
  }
}

function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? value)));
}

function isTrend(values: readonly number[] | null): boolean {
  const ways = new Set(steps(values ?? []));
  return ways.size === 1 && !ways.has(0);
}

function alternates(values: readonly number[] | null): boolean {
  const ways = steps(values ?? []);
  return ways.length > 0 && ways.every((way, index) => way !== 0 && (index === 0 || way === -(ways[index - 1] ?? 0)));
}

function beyond(values: readonly number[] | null, here: number, wanted: { sigmas: number; atLeast: number }): boolean {
  if (values === null || Math.abs(here) <= wanted.sigmas) return false;
  return values.filter((one) => one * Math.sign(here) > wanted.sigmas).length >= wanted.atLeast;
}
