/** KPI tiles as the pack prints them, with the sparkline in fractions of its box. */
import type { Kpi } from '../../shared/areas/view.ts';
import type { PrintKpi, PrintSpark } from './pack-document.ts';
import { segmentsOf } from './plot-lines.ts';
import { known } from './plot-parts.ts';
import { displayFactor, printNumber } from './print-number.ts';

export function printKpi(kpi: Kpi, packPeriod: string): PrintKpi {
  const figure = (value: number | null, signed = false): string => printFigure(kpi, value, signed);
  return {
    label: kpi.label,
    period: kpi.period === packPeriod ? '' : kpi.period,
    reason: kpi.value === null ? (kpi.reason ?? '') : '',
    unit: kpi.unit,
    value: figure(kpi.value),
    comparisonLabel: upperFirst(kpi.comparison?.label ?? ''),
    comparison: kpi.comparison ? figure(kpi.comparison.value) : '',
    variance: kpi.variance === null ? '' : figure(kpi.variance, true),
    letter: kpi.variance === null ? '' : (kpi.effect ?? ''),
    detail: kpi.value === null ? (kpi.reason ?? kpi.detail) : kpi.detail,
    spark: printSpark(kpi),
  };
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A figure of a KPI in the unit beside it. */
export function printFigure(kpi: Kpi, value: number | null, signed = false): string {
  return printNumber(value === null ? null : value * displayFactor(kpi.format, kpi.unit), kpi.decimals, signed);
}

function printSpark(kpi: Kpi): PrintSpark {
  const { values, target, end } = kpi.spark;
  const all = known([...values, target]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const at = (value: number): number => (high === low ? 0.5 : (value - low) / (high - low));
  const across = (index: number): number => (values.length > 1 ? index / (values.length - 1) : 0.5);
  const segments = segmentsOf(values, (value, index) => ({ x: across(index), y: at(value) }));
  const points = known(values);
  const [first, last] = [points[0], points.at(-1)];
  const lastIndex = values.findLastIndex((value) => value !== null);
  return {
    segments,
    target: target === null ? null : at(target),
    end: last === undefined ? null : { x: across(lastIndex), y: at(last) },
    tone: end === 'favorable' ? 'F' : end === 'unfavorable' ? 'U' : '',
    alt:
      first === undefined || last === undefined
        ? `${kpi.label}: no earlier values.`
        : `${kpi.label}, ${String(points.length)} values: from ${printFigure(kpi, first)} to ${printFigure(kpi, last)}${target === null ? '' : `, target ${printFigure(kpi, target)}`}.`,
  };
}
