/** What all plots share: looks, keys, category labels that fit, labels that don't collide. */
import type { Series, SeriesRole } from '../../shared/charts/spec.ts';
import type { FontMetrics } from './font-metrics.ts';
import type { Look, PrintPlot } from './pack-document.ts';

/** Size of all text inside a plot, in points. */
export const plotText = 7.4;

/** The space a chart gets, in points. */
export interface Frame {
  width: number;
  /** Millimetres of a plot, without its axis labels. */
  plotHeight: number;
  font: FontMetrics;
}

/** "k€ · October 2026 · axis starts at 3,100" */
export function chartNote(unit: string, period: string, axisStart: string | null): string {
  return [unit, period, axisStart === null ? '' : `axis starts at ${axisStart}`].filter((part) => part !== '').join(' · ');
}

export function lookOf(role: SeriesRole): Look {
  return role;
}

export function emptyPlot(head: { title: string; width: number; note: string; alt: string }, height: number): PrintPlot {
  return {
    kind: 'plot',
    ...head,
    height,
    left: 0,
    right: 0,
    axisLines: 1,
    gridlines: [],
    base: 0,
    bars: [],
    dashes: [],
    links: [],
    lines: [],
    labels: [],
    axis: [],
    ends: [],
    keys: [],
  };
}

/** Names under the slots, thinned evenly until they fit; the last one always stands, because it is the newest. */
export function axisLabels(categories: readonly string[], width: number, font: FontMetrics): PrintPlot['axis'] {
  const slot = width / Math.max(1, categories.length);
  const widest = Math.max(0, ...categories.map((name) => lineWidth(name, font)));
  const every = Math.max(1, Math.ceil((Math.min(widest, 70) + 4) / slot));
  const last = categories.length - 1;
  return categories.flatMap((text, index) =>
    (last - index) % every === 0 ? [{ x: (index + 0.5) / categories.length, width: every / categories.length, text }] : [],
  );
}

/** Lines the labels take when words wrap inside their width, at most 3. */
export function axisLineCount(axis: PrintPlot['axis'], width: number, font: FontMetrics): number {
  const counts = axis.map((label) => wrappedLines(label.text, label.width * width - 3, font));
  return Math.min(3, Math.max(1, ...counts));
}

export function wrappedLines(text: string, width: number, font: FontMetrics): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/[ \n]+/)) {
    const length = font.width(`${word} `, plotText);
    if (used > 0 && used + length > width) {
      lines++;
      used = 0;
    }
    used += length;
  }
  return lines;
}

/** Keys of the series in their order, one per look and name. */
export function keysOf(series: readonly Series[], toDate: boolean): PrintPlot['keys'] {
  const keys: PrintPlot['keys'] = series.map((one) => ({ look: lookOf(one.role), label: one.name }));
  if (toDate) keys.push({ look: 'to-date', label: 'To date' });
  return keys;
}

export function known(values: readonly (number | null)[]): number[] {
  return values.filter((value): value is number => value !== null && Number.isFinite(value));
}

/** Moves labels apart so that neighbours stand at least `distance` apart, keeping their order and staying inside 0 to 1. */
export function spread(positions: readonly number[], distance: number): number[] {
  const order = positions.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  for (let round = 0; round < 20; round++) {
    for (let i = 1; i < order.length; i++) {
      const [lower, upper] = [order[i - 1], order[i]];
      if (!lower || !upper || upper.y - lower.y >= distance) continue;
      const middle = (lower.y + upper.y) / 2;
      lower.y = middle - distance / 2;
      upper.y = middle + distance / 2;
    }
  }
  const moved = [...positions];
  for (const { y, index } of order) moved[index] = y;
  return moved;
}

function lineWidth(name: string, font: FontMetrics): number {
  return Math.max(0, ...name.split('\n').map((line) => font.width(line, plotText)));
}
