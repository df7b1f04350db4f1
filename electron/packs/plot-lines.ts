/** Lines over categories: actual strong with dots, prior year thin grey, target and budget dashed; names and last values at the line ends. */
import type { CategoryChart } from '../../shared/charts/spec.ts';
import { axisFor, stepDecimals } from './chart-scale.ts';
import type { PrintPlot } from './pack-document.ts';
import { axisLabels, axisLineCount, chartNote, emptyPlot, type Frame, known, lookOf, plotText, spread } from './plot-parts.ts';
import { displayFactor, printNumber } from './print-number.ts';

export function plotLines(spec: CategoryChart, frame: Frame): PrintPlot {
  const factor = displayFactor('number', spec.unit);
  const series = spec.series.map((one) => ({ ...one, values: one.values.map((value) => (value === null ? null : value * factor)) }));
  const values = series.flatMap((one) => known(one.values));
  const axis = axisFor(values.length > 0 ? values : [0, 1], false);
  const decimals = stepDecimals((axis.high - axis.low) / Math.max(1, axis.ticks.length - 1));
  const start = axis.low > 0 ? printNumber(axis.low, decimals) : null;
  const plot = emptyPlot({ title: spec.title, width: frame.width, note: chartNote(spec.unit, spec.period, start), alt: spec.alt }, frame.plotHeight);
  const at = (value: number): number => (value - axis.low) / (axis.high - axis.low);
  plot.gridlines = axis.ticks.map((tick) => ({ y: at(tick), label: printNumber(tick, decimals) }));
  plot.left = Math.max(...plot.gridlines.map((line) => frame.font.width(line.label, plotText))) + 6;

  const ends = series.flatMap((one) => {
    const last = known(one.values).at(-1);
    return last === undefined ? [] : [{ y: at(last), text: `${one.name} ${printNumber(last, spec.decimals)}`, strong: one.role === 'actual' }];
  });
  const apart = spread(
    ends.map((end) => end.y),
    (plotText * 1.25) / ((frame.plotHeight / 25.4) * 72),
  );
  plot.ends = ends.map((end, index) => ({ ...end, y: apart[index] ?? end.y }));
  plot.right = Math.min(130, Math.max(0, ...ends.map((end) => frame.font.width(end.text, plotText))) * 1.04 + 8);

  const width = frame.width - plot.left - plot.right;
  plot.axis = axisLabels(spec.categories, width, frame.font);
  plot.axisLines = axisLineCount(plot.axis, width, frame.font);
  const count = spec.categories.length;
  plot.lines = series.map((one) => ({
    look: lookOf(one.role),
    segments: segmentsOf(one.values, (value, index) => ({ x: (index + 0.5) / count, y: at(value) })),
    dots: one.role === 'actual' && count <= 16,
  }));
  return plot;
}

/** Runs of neighbouring values; a null ends a run. A lone value is a run of one. */
export function segmentsOf<P>(values: readonly (number | null)[], point: (value: number, index: number) => P): P[][] {
  const segments: P[][] = [];
  let open = false;
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) {
      open = false;
      return;
    }
    if (!open) segments.push([]);
    open = true;
    segments.at(-1)?.push(point(value, index));
  });
  return segments;
}
