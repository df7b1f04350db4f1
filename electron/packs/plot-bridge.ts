/** From one total to another by steps. When the totals dwarf the steps the axis is cut, named in the note and broken in the bars. */
import type { BridgeChart } from '../../shared/charts/spec.ts';
import { roundStep, stepDecimals } from './chart-scale.ts';
import type { Letter, Look, PrintPlot } from './pack-document.ts';
import { axisLineCount, chartNote, emptyPlot, type Frame } from './plot-parts.ts';
import { displayFactor, printNumber } from './print-number.ts';

type Step = BridgeChart['steps'][number];

interface Placed {
  step: Step;
  from: number;
  to: number;
  isTotal: boolean;
}

export function plotBridge(spec: BridgeChart, frame: Frame): PrintPlot {
  const factor = displayFactor('number', spec.unit);
  const placed = place(spec.steps.map((step) => ({ ...step, value: step.value * factor })));
  const { floor, top, step } = cutAxis(placed);
  const cut = floor === 0 ? null : printNumber(floor, stepDecimals(step));
  const plot = emptyPlot({ title: spec.title, width: frame.width, note: chartNote(spec.unit, spec.period, cut), alt: spec.alt }, frame.plotHeight);
  const at = (value: number): number => (value - floor) / (top - floor || 1);
  const count = placed.length;
  plot.base = at(floor === 0 ? 0 : floor);
  placed.forEach((one, index) => {
    const [x0, x1] = [(index + 0.18) / count, (index + 0.82) / count];
    const [low, high] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
    const start = one.isTotal && floor !== 0 ? floor : low;
    plot.bars.push({ x0, x1, y0: at(start), y1: at(high), look: lookOfStep(one.step), broken: one.isTotal && floor !== 0 });
    if (index < count - 1) plot.links.push({ x0: x1, x1: (index + 1.18) / count, y: at(one.to) });
    const text = printNumber(one.step.value, spec.decimals, !one.isTotal);
    plot.labels.push({ x: (index + 0.5) / count, y: at(high), text, letter: letterOf(one.step), strong: one.isTotal, above: true, width: 1.25 / count });
  });
  plot.axis = placed.map((one, index) => ({ x: (index + 0.5) / count, width: 1 / count, text: one.step.label }));
  plot.axisLines = axisLineCount(plot.axis, frame.width, frame.font);
  plot.keys = keysOfSteps(spec.steps);
  return plot;
}

function place(steps: Step[]): Placed[] {
  let level = 0;
  return steps.map((step) => {
    const isTotal = step.role === 'total-budget' || step.role === 'total-actual';
    const from = isTotal ? 0 : level;
    const to = isTotal ? step.value : level + step.value;
    level = to;
    return { step, from, to, isTotal };
  });
}

function cutAxis(placed: Placed[]): { floor: number; top: number; step: number } {
  const levels = placed.flatMap((one) => (one.isTotal ? [one.to] : [one.from, one.to]));
  const [low, high] = [Math.min(0, ...levels), Math.max(0, ...levels)];
  const lowest = Math.min(...levels);
  const span = high - lowest;
  if (lowest > 0 && span > 0 && span < high * 0.4) {
    const step = roundStep(span / 2);
    const floor = Math.max(0, Math.floor((lowest - span * 0.45) / step) * step);
    if (floor > 0) return { floor, top: high, step };
  }
  return { floor: low < 0 ? low : 0, top: high === low ? low + 1 : high, step: 1 };
}

function lookOfStep(step: Step): Look {
  switch (step.role) {
    case 'total-budget':
      return 'budget';
    case 'total-actual':
      return 'actual';
    default:
      return step.role;
  }
}

function letterOf(step: Step): Letter {
  if (step.value === 0) return '';
  return step.role === 'favorable' ? 'F' : step.role === 'unfavorable' ? 'U' : '';
}

function keysOfSteps(steps: Step[]): PrintPlot['keys'] {
  const keys: PrintPlot['keys'] = [];
  const has = (role: Step['role']): boolean => steps.some((step) => step.role === role);
  if (has('total-budget')) keys.push({ look: 'budget', label: 'Budget' });
  if (has('total-actual')) keys.push({ look: 'actual', label: 'Actual' });
  if (has('favorable')) keys.push({ look: 'favorable', label: 'Favorable (F)' });
  if (has('unfavorable')) keys.push({ look: 'unfavorable', label: 'Unfavorable (U)' });
  if (has('neutral')) keys.push({ look: 'neutral', label: 'Neither' });
  return keys;
}
