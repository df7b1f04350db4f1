/** Columns: budget outlined behind, actual solid before it, forecast hatched, prior year and target as short marks. */
import type { CategoryChart, Series } from '../../shared/charts/spec.ts';
import { axisFor, stepDecimals, type Axis } from './chart-scale.ts';
import type { Letter, Look, PrintPlot } from './pack-document.ts';
import { axisLabels, axisLineCount, chartNote, emptyPlot, type Frame, keysOf, known, lookOf, plotText } from './plot-parts.ts';
import { displayFactor, printNumber } from './print-number.ts';

interface Layers {
  /** Side by side, or stacked. */
  front: Series[];
  budget: Series | null;
  marks: Series[];
}

export function plotColumns(spec: CategoryChart, frame: Frame): PrintPlot {
  const factor = displayFactor('number', spec.unit);
  const series = distinct(spec.series).map((one) => ({ ...one, values: one.values.map((value) => (value === null ? null : value * factor)) }));
  const stacked = spec.kind === 'stacked-columns';
  const layers = layersOf(series, stacked);
  const labelled = spec.categories.length <= 14 && labelsFit(spec, layers, { stacked, width: frame.width }, frame);
  const values = extents(layers, stacked);
  // Without gridlines nothing needs a round end: the columns use the whole height.
  const axis = labelled ? tightAxis(values) : axisFor([0, ...values], true);
  const plot = emptyPlot({ title: spec.title, width: frame.width, note: chartNote(spec.unit, spec.period, null), alt: spec.alt }, frame.plotHeight);
  const at = (value: number): number => (value - axis.low) / (axis.high - axis.low);
  plot.base = at(0);
  plot.keys = keysOf(series, spec.toDateFrom !== null && spec.toDateFrom < spec.categories.length);

  if (!labelled) addGridlines(plot, axis, frame);
  const width = frame.width - plot.left;
  plot.axis = axisLabels(spec.categories, width, frame.font);
  plot.axisLines = axisLineCount(plot.axis, width, frame.font);

  const count = spec.categories.length;
  const newest = newestIndex(series);
  for (let index = 0; index < count; index++) {
    const isToDate = spec.toDateFrom !== null && index >= spec.toDateFrom;
    addBudget(plot, { layers, index, count, at });
    const top = stacked ? addStack(plot, { layers, index, count, at }, isToDate) : addFront(plot, { layers, index, count, at }, isToDate);
    for (const mark of layers.marks) {
      const value = mark.values[index];
      if (value === null || value === undefined) continue;
      plot.dashes.push({ x0: (index + 0.06) / count, x1: (index + 0.94) / count, y: at(value), look: lookOf(mark.role) });
    }
    if (labelled) addLabels(plot, { layers, index, count, at }, { stacked, top, decimals: spec.decimals, last: index === newest });
  }
  return plot;
}

// Actual and the darkest step of the scale have the same ink: beside each other the scale takes its free light step.
function distinct(series: readonly Series[]): Series[] {
  const has = (role: Series['role']): boolean => series.some((one) => one.role === role);
  if (!has('actual') || !has('scale-3') || has('scale-1')) return [...series];
  return series.map((one) => (one.role === 'scale-3' ? { ...one, role: 'scale-1' } : one));
}

function tightAxis(values: readonly number[]): Axis {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return { low, high: low === high ? low + 1 : high, ticks: [] };
}

// The last actual; in a chart without one, the last value.
function newestIndex(series: readonly Series[]): number {
  const main = series.find((one) => one.role === 'actual') ?? series[0];
  return main?.values.findLastIndex((value) => value !== null) ?? -1;
}

interface Slot {
  layers: Layers;
  index: number;
  count: number;
  at: (value: number) => number;
}

function layersOf(series: Series[], stacked: boolean): Layers {
  const isMark = (one: Series): boolean => one.role === 'prior' || one.role === 'target' || (stacked && one.role === 'budget');
  const budget = stacked ? null : (series.find((one) => one.role === 'budget') ?? null);
  const front = series.filter((one) => !isMark(one) && one !== budget);
  // A chart of budgets only still needs columns.
  if (front.length === 0 && budget) return { front: [budget], budget: null, marks: series.filter(isMark) };
  return { front, budget, marks: series.filter(isMark) };
}

function extents(layers: Layers, stacked: boolean): number[] {
  const others = [...(layers.budget ? known(layers.budget.values) : []), ...layers.marks.flatMap((one) => known(one.values))];
  if (!stacked) return [...others, ...layers.front.flatMap((one) => known(one.values))];
  const length = Math.max(0, ...layers.front.map((one) => one.values.length));
  const sums = Array.from({ length }, (_, index) => {
    const values = known(layers.front.map((one) => one.values[index] ?? null));
    return [values.filter((v) => v > 0).reduce((a, b) => a + b, 0), values.filter((v) => v < 0).reduce((a, b) => a + b, 0)];
  });
  return [...others, ...sums.flat()];
}

function addGridlines(plot: PrintPlot, axis: Axis, frame: Frame): void {
  const decimals = stepDecimals((axis.high - axis.low) / Math.max(1, axis.ticks.length - 1));
  plot.gridlines = axis.ticks.map((tick) => ({ y: (tick - axis.low) / (axis.high - axis.low), label: printNumber(tick, decimals) }));
  plot.left = Math.max(...plot.gridlines.map((line) => frame.font.width(line.label, plotText))) + 6;
}

function addBudget(plot: PrintPlot, { layers, index, count, at }: Slot): void {
  const value = layers.budget?.values[index];
  if (value === null || value === undefined) return;
  plot.bars.push({
    x0: (index + 0.12) / count,
    x1: (index + 0.66) / count,
    y0: at(Math.min(0, value)),
    y1: at(Math.max(0, value)),
    look: 'budget',
    broken: false,
  });
}

// Side by side; forecast takes the place of the actual it stands in for, and a variance is either favorable or not.
function addFront(plot: PrintPlot, { layers, index, count, at }: Slot, isToDate: boolean): number {
  const lanes = lanesOf(layers.front);
  const [from, to] = layers.budget ? [0.28, 0.86] : [0.16, 0.84];
  const lane = (to - from) / Math.max(1, lanes.length);
  let top = at(0);
  lanes.forEach((sharing, position) => {
    for (const one of sharing) {
      const value = one.values[index];
      if (value === null || value === undefined || value === 0) continue;
      const look: Look = isToDate && one.role === 'actual' ? 'to-date' : lookOf(one.role);
      const x0 = (index + from + lane * position) / count;
      plot.bars.push({ x0, x1: x0 + (lane * 0.96) / count, y0: at(Math.min(0, value)), y1: at(Math.max(0, value)), look, broken: false });
      top = Math.max(top, at(value));
    }
  });
  return top;
}

function lanesOf(front: Series[]): Series[][] {
  const actual = front.find((one) => one.role === 'actual');
  const lanes: Series[][] = [];
  for (const one of front) {
    const partner = one.role === 'forecast' ? actual : one.role === 'unfavorable' ? front.find((other) => other.role === 'favorable') : undefined;
    const sharing = partner ? lanes.find((lane) => lane.includes(partner)) : undefined;
    if (sharing) sharing.push(one);
    else lanes.push([one]);
  }
  return lanes;
}

function addStack(plot: PrintPlot, { layers, index, count, at }: Slot, isToDate: boolean): number {
  let [up, down] = [0, 0];
  for (const one of layers.front) {
    const value = one.values[index];
    if (value === null || value === undefined || value === 0) continue;
    const start = value > 0 ? up : down;
    if (value > 0) up += value;
    else down += value;
    const look: Look = isToDate && one.role === 'actual' ? 'to-date' : lookOf(one.role);
    plot.bars.push({
      x0: (index + 0.18) / count,
      x1: (index + 0.82) / count,
      y0: at(Math.min(start, start + value)),
      y1: at(Math.max(start, start + value)),
      look,
      broken: false,
    });
  }
  return at(up);
}

function addLabels(plot: PrintPlot, { layers, index, count, at }: Slot, how: { stacked: boolean; top: number; decimals: number; last: boolean }): void {
  const marks = [layers.budget, ...layers.marks].flatMap((one) => known([one?.values[index] ?? null]));
  const highest = Math.max(how.top, ...marks.map(at));
  const x = (index + 0.5) / count;
  if (how.stacked) {
    const values = known(layers.front.map((one) => one.values[index] ?? null));
    if (values.length === 0) return;
    const total = values.reduce((a, b) => a + b, 0);
    plot.labels.push({ x, y: highest, text: printNumber(total, how.decimals), letter: '', strong: how.last, above: true, width: 1.3 / count });
    return;
  }
  for (const one of layers.front) {
    const value = one.values[index];
    if (value === null || value === undefined) continue;
    const below = value < 0;
    const letter: Letter = one.role === 'favorable' ? 'F' : one.role === 'unfavorable' ? 'U' : '';
    plot.labels.push({
      x,
      y: below ? at(value) : highest,
      text: printNumber(value, how.decimals, letter !== ''),
      letter,
      strong: how.last,
      above: !below,
      width: 1.3 / count,
    });
    return;
  }
}

function labelsFit(spec: CategoryChart, layers: Layers, how: { stacked: boolean; width: number }, frame: Frame): boolean {
  if (!how.stacked && lanesOf(layers.front).length > 1) return false;
  const factor = displayFactor('number', spec.unit);
  const widest = Math.max(
    0,
    ...spec.series.flatMap((one) => known(one.values)).map((value) => frame.font.width(printNumber(value * factor, spec.decimals, true), plotText)),
  );
  const letters = layers.front.some((one) => one.role === 'favorable' || one.role === 'unfavorable') ? 8 : 0;
  return widest + letters + 2 < how.width / spec.categories.length;
}
